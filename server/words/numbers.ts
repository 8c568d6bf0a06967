/** Figures in sentences, written as each language writes them. */
import type { Language } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** `least` and `most` digits after the point. */
function write(value: number, locale: string, least: number, most: number): string {
  const key = `${locale} ${least} ${most}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })));
  return format.format(value);
}

/** Three digits that matter. */
function figure(value: number, { locale }: Language): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return write(value, locale, 0, Math.min(digits, 6));
}

/** The least lengths and areas that are told: what is smaller no map shows and nobody measures. */
const LEAST_M = 0.001;
const LEAST_M2 = 1e-4;

function metres(value: number, language: Language): string {
  const { mm, cm, m, km } = language.units;
  if (value > 0 && value < LEAST_M) return less(metres(LEAST_M, language), language);
  if (value >= 1000) return `${figure(value / 1000, language)} ${km}`;
  if (value >= 0.1) return `${figure(value, language)} ${m}`;
  return value >= 0.01 || value === 0 ? `${figure(value * 100, language)} ${cm}` : `${figure(value * 1000, language)} ${mm}`;
}

/** From 100,000 m² on in km²: nobody reads 1,085,469,567 m². */
function squareMetres(value: number, language: Language): string {
  const { cm, m, km } = language.units;
  if (value > 0 && value < LEAST_M2) return less(squareMetres(LEAST_M2, language), language);
  if (value >= 1e5) return `${figure(value / 1e6, language)} ${km}²`;
  return value >= 0.01 || value === 0 ? `${figure(value, language)} ${m}²` : `${figure(value * 1e4, language)} ${cm}²`;
}

const less = (measure: string, language: Language): string => language.less.replace('{measure}', measure);

/** How a pattern may ask for a number: `{width, m}`. A bare `{row}` is a label and is written as it is. */
export const NUMBER_KINDS = {
  number: (value, { locale }) => write(value, locale, 0, 3),
  m: metres,
  /** After words such as "up to". */
  most: (value, language) => metres(value > 0 ? Math.max(value, LEAST_M) : value, language),
  m2: squareMetres,
  figure,
  /** At most two digits after the point. */
  decimal: (value, { locale }) => write(value, locale, 0, 2),
  precise: (value, { locale }) => write(value, locale, 0, 4),
  fixed1: (value, { locale }) => write(value, locale, 1, 1),
  fixed2: (value, { locale }) => write(value, locale, 2, 2),
  /** As it stands in the file. */
  raw: (value, { locale }) => write(value, locale, 0, 20),
} satisfies Record<string, (value: number, language: Language) => string>;

export type NumberKind = keyof typeof NUMBER_KINDS;
