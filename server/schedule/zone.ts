/** On which clock the days of a country are counted. Pure. */
import { regionOf } from '../matching/countries.ts';
import { toLocal, dayOf } from '../meetings/clock.ts';

/** Of countries with several: that of the capital. */
const CAPITAL: Record<string, string> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Wake',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

const known = new Map<string, string>();

/** Name of the IANA database; UTC for a country that has none, such as the invented one. */
export function zoneOf(country: string): string {
  let zone = known.get(country);
  if (zone === undefined) known.set(country, (zone = find(country)));
  return zone;
}

function find(country: string): string {
  const region = regionOf(country);
  if (region === null) return 'UTC';
  const { getTimeZones } = new Intl.Locale(`und-${region}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  const zones = getTimeZones?.call(new Intl.Locale(`und-${region}`)) ?? [];
  return CAPITAL[region] ?? zones[0] ?? 'UTC';
}

/** The day of a moment on the clocks of a zone, YYYY-MM-DD. */
export const dayIn = (moment: Date, zone: string): string => dayOf(toLocal(moment, zone));
