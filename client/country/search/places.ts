/** Coordinates as a search: which units hold them in each order that fits the country, in words. */
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import type countryMessages from '../../../server/words/en/interface/country.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { columnOfLanguage } from '../../i18n/names.ts';
import type { Api } from '../../kit/api.ts';
import type { Bbox } from '../../map/camera.ts';
import type { UnitRef } from '../state.ts';
import type { Option } from '../../ui/combobox.ts';
import { possible, readingsOf, type Coordinates, type Place, type Reading } from './coordinates.ts';
import { holdersOf, type Holder } from './holders.ts';

type T = Translate<keyof typeof countryMessages | keyof typeof commonMessages>;

export interface PlaceContext {
  api: Api;
  t: T;
  tilejson: TileJson;
  extent: Bbox;
  country: string;
  /** By name column of the tiles. */
  languages: readonly string[];
  /** Language that names are shown in. */
  language: string;
}

/** What was chosen: a unit, a place in it, or a place in none. */
export interface Found {
  unit: UnitRef | null;
  place: Place | null;
}

export interface PlaceSearch {
  /** What coordinates are written with in the reader's language. */
  words: string;
  /** @returns the options, deepest unit first; without any the sentence that says why. @throws as the API does */
  find: (coordinates: Coordinates, signal: AbortSignal) => Promise<{ options: { option: Option; found: Found }[]; note: string | null }>;
}

/** Digits after the point: some 10 m, which is as far as a tile tells. */
const DIGITS = 4;

/** `0.3476° N, 32.5825° E` */
export function placeText(t: T, { lat, lon }: Place): string {
  const degrees = (value: number) => Math.abs(value).toFixed(DIGITS);
  const text = t('place.at', { lat: degrees(lat), lon: degrees(lon), north: lat < 0 ? 'no' : 'yes', east: lon < 0 ? 'no' : 'yes' });
  // A letter alone on the next line says nothing.
  return text.replaceAll('° ', '°\u00a0');
}

export function createPlaceSearch(context: PlaceContext): PlaceSearch {
  const { api, t, tilejson, extent, country } = context;
  return {
    words: t('place.words'),
    async find(coordinates, signal) {
      const readings = readingsOf(coordinates, extent);
      if (readings.length === 0) {
        const [first, second] = possible(coordinates);
        const place = placeText(t, first!);
        return {
          options: [],
          note: second ? t('place.outside.both', { place, other: placeText(t, second), country }) : t('place.outside', { place, country }),
        };
      }
      const held = await Promise.all(readings.map((reading) => holdersOf(api, tilejson, reading, signal)));
      return { options: readings.flatMap((reading, i) => toOptions(reading, held[i]!, context)), note: null };
    },
  };
}

function toOptions(reading: Reading, holders: readonly Holder[], { t, languages, language }: PlaceContext): { option: Option; found: Found }[] {
  const { lat, lon, order } = reading;
  const place = { lat, lon };
  const read = order === 'stated' ? [] : [t(`place.${order}`)];
  if (holders.length === 0) {
    const option = { id: `place:${order}`, label: placeText(t, place), detail: [...read, t('place.none')].join(' · '), code: '', lang: '' };
    return [{ option, found: { unit: null, place } }];
  }
  const column = columnOfLanguage(languages, language);
  return holders.map(({ level, pcode, names, near }) => {
    const at = names[column] ? column : names.findIndex(Boolean);
    const detail = [t('level.n', { level }), placeText(t, place), ...read, ...(near ? [t('place.near')] : [])].join(' · ');
    const lang = languages[at] ?? '';
    const option = { id: `place:${order}:${level}:${pcode}`, label: names[at] ?? pcode, detail, code: pcode, lang: lang === 'und' ? '' : lang };
    return { option, found: { unit: { level, pcode }, place } };
  });
}
