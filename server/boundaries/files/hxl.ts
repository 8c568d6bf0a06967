/** Tags of the Humanitarian Exchange Language (hxlstandard.org, 1.1) for the columns of a published level, as a row under the headings. */
import type { ExportColumn } from '../../formats/columns.ts';

const FIXED: Readonly<Record<string, string>> = {
  valid_on: '#date+start',
  valid_to: '#date+end',
  area_sqkm: '#geo+area+km2',
  version: '#meta+version',
  lang: '#meta+lang',
  iso2: '#country+code+v_iso2',
  iso3: '#country+code+v_iso3',
  center_lat: '#geo+lat',
  center_lon: '#geo+lon',
  adm_level: '#geo+level',
};

/** '' for what HXL has no tag for. @param langOf language of a slot of names: `lang`, `lang1` … */
export function tagOf(name: string, langOf: (slot: string) => string | null = () => null): string {
  const [, level, kind, slot = ''] = /^adm(\d)_(pcode|name)(\d?)$/.exec(name) ?? [];
  if (level === undefined) return FIXED[name] ?? (/^lang\d$/.test(name) ? '#meta+lang' : '');
  const place = level === '0' ? '#country' : `#adm${level}`;
  if (kind === 'pcode') return `${place}+code`;
  const lang = langOf(`lang${slot}`);
  return `${place}+name${lang && lang !== 'und' ? `+i_${lang.toLowerCase().split('-')[0]}` : slot ? `+alt${slot}` : ''}`;
}

/** The same columns with the tags as their first row. */
export function withHxl(columns: readonly ExportColumn[]): ExportColumn[] {
  const langOf = (slot: string) => {
    const value = columns.find(({ name }) => name === slot)?.values[0];
    return typeof value === 'string' ? value : null;
  };
  return columns.map((column) => ({ ...column, type: 'mixed', values: [tagOf(column.name, langOf) || null, ...column.values] }));
}

const SEX: Readonly<Record<string, string>> = { F: '+f', M: '+m', T: '' };

/** Of a published population: `F_00_04`, `M_80PLUS`, `T_TL` beside codes and names. */
export function populationTagOf(heading: string): string {
  const name = heading.trim();
  const [, sex, age] = /^([FMT])_(TL|\d{2}_\d{2}|\d{2}_?PLUS|\d{2}plus)$/i.exec(name) ?? [];
  if (sex && age) {
    if (/^TL$/i.test(age)) return `#population${SEX[sex.toUpperCase()] === '' ? '+total' : SEX[sex.toUpperCase()]}`;
    const years = age.toLowerCase().replace(/_?plus$/, '_plus');
    return `#population${SEX[sex.toUpperCase()]}+age_${years
      .split('_')
      .map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part))
      .join('_')}`;
  }
  if (/^year$/i.test(name)) return '#date+year';
  const [, level, kind] = /^adm(?:in)?(\d)_?(pcode|name)(?:_\w+)?$/i.exec(name) ?? [];
  if (level) return tagOf(`adm${level}_${kind!.toLowerCase()}`);
  return tagOf(name.toLowerCase());
}
