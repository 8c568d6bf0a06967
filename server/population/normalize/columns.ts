/**
 * Headings of population tables: which sex and age a column holds, or which part of a record it is. cod.md §3.2.
 * Words are read one by one, so that `F_00_04`, `F_4045`, `T_80Plus`, `Femmes 0-4 ans`, `T_TF` and `Enfants_00_18` all find their place.
 */
import type { PopulationGroup } from '../../contract/population/population.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { foldHeading, roleOfHeading } from '../../boundaries/normalize/columns.ts';
import { asciiDigits } from '../../matching/digits.ts';
import { AGE, FILLERS, GROUPS, MONTHS_OF_AGE, OF_AGE, OPEN, PEOPLE, SEXES, SHARES, UNDER } from './words.ts';

/** What a column is. */
export type PopulationRole =
  | { is: 'group'; group: PopulationGroup; year: number | null }
  /** Band whose end is below its beginning (check Q5). */
  | { is: 'badBand'; heading: string }
  | { is: 'pcode' | 'name'; level: AdminLevel | null }
  | { is: 'level' | 'country' | 'year' | 'source' | 'sex' | 'ageRange' | 'ageMin' | 'ageMax' | 'groupName' }
  | { is: 'other' };

/** Whole headings, folded. */
const FIXED = new Map<string, PopulationRole>(
  (
    [
      [{ is: 'country' }, 'iso3 iso3code iso alpha3 countrycodeiso3 countryiso3 locationcode countrycode'],
      [{ is: 'year' }, 'year annee ano anno referenceyear refyear yr السنة سنة العام год рік yıl referenceperiodstart'],
      [{ is: 'source' }, 'source sources fuente datasource contributor fonte المصدر источник джерело'],
      [{ is: 'sex' }, 'gender sex sexe sexo genero genre الجنس جنس النوع пол стать cinsiyet'],
      [
        { is: 'ageRange' },
        `agerange agegroup agegroups age ageband groupedage groupedages edad trancheage tranchedage tranchesdage grupoedad grupodeedad gruposdeedad grupoetario grupoetareo faixaetaria grupodeidade
         العمر الفئةالعمرية الفئاتالعمرية возраст возрастнаягруппа возрастныегруппы вік віковагрупа`,
      ],
      [{ is: 'ageMin' }, 'agemin minage agefrom'],
      [{ is: 'ageMax' }, 'agemax maxage ageto'],
      [{ is: 'groupName' }, 'populationgroup indicator populationtype popgroup'],
      [{ is: 'level' }, 'admlevel adminlevel admlvl adminlvl level'],
      [
        { is: 'pcode', level: null },
        'placecode admpcode adminpcode admcode admincode pcode pcodes code codepcode geocode locationpcode codigo codigopcode الرمز رمز код',
      ],
      [{ is: 'name', level: null }, 'placename admref adminref admname adminname name nom nombre nome الاسم название назва'],
    ] as const
  ).flatMap(([role, list]) => list.split(/\s+/u).map((word): [string, PopulationRole] => [foldHeading(word), role])),
);

/** The role of a column by its heading, else by its HXL tag. */
export function roleOfPopulationColumn(heading: string, hxl: string | null): PopulationRole {
  const key = foldHeading(heading);
  const fixed = FIXED.get(key);
  if (fixed) return fixed;
  const { role } = roleOfHeading(heading);
  if (role.is === 'pcode' || role.is === 'name') return { is: role.is, level: role.level };
  // Two header rows fused: "Admin codes ADM1_PCODE" ends in what it is.
  const last = / (adm(?:in)?[0-5]\S*)$/i.exec(heading)?.[1];
  if (last !== undefined) {
    const tail = roleOfHeading(last).role;
    if (tail.is === 'pcode' || tail.is === 'name') return { is: tail.is, level: tail.level };
  }
  if (role.is === 'iso3') return { is: 'country' };
  const group = groupOfHeading(heading);
  if (group.is !== 'other' || hxl === null) return group;
  return roleOfTag(hxl, heading);
}

/** `#adm2+code`, `#population+f+age0-4`; headings win over tags, which are often copied from another table. */
function roleOfTag(hxl: string, heading: string): PopulationRole {
  const [tag, ...attributes] = hxl.slice(1).split('+');
  const level = /^adm([0-5])$/.exec(tag!)?.[1];
  if (level !== undefined) {
    if (attributes.includes('code') || attributes.includes('pcode')) return { is: 'pcode', level: Number(level) as AdminLevel };
    if (attributes.includes('name')) return { is: 'name', level: Number(level) as AdminLevel };
  }
  if (!tag!.startsWith('population')) return { is: 'other' };
  const words = attributes.filter((attribute) => attribute !== 'total').join(' ');
  const group = groupOfHeading(`population ${words}${hxl.endsWith('+') ? '+' : ''}`);
  if (group.is === 'group') return { ...group, group: { ...group.group, heading } };
  return group;
}

interface Read {
  sex: 'f' | 'm' | 't' | null;
  /** A word for people, or for a sex. */
  says: boolean;
  year: number | null;
  open: boolean;
  /** Before the age, behind it. */
  under: 'before' | 'behind' | null;
  inMonths: boolean;
  /** A word for an age. */
  isAged: boolean;
  ages: number[];
  rest: string[];
}

/** Word by word; `badBand` and `other` where one of them settles it. */
function readWords(heading: string, words: string[]): Read | PopulationRole {
  const read: Read = { sex: null, says: false, year: null, open: false, under: null, inMonths: false, isAged: false, ages: [], rest: [] };
  for (const [i, word] of words.entries()) {
    if (/^\d+$/.test(word)) {
      const number = Number(word);
      // "Population ('000)": in thousands, and no children under one.
      if (/^0{3}$/.test(word)) return { is: 'other' };
      if (word.length === 4 && !isPair(word)) {
        if (number < 1900 || number > 2150) return /^[fmt][_ ]?\d{4}$/i.test(heading.trim()) ? { is: 'badBand', heading } : { is: 'other' };
        read.year = number;
      } else if (word.length === 4 && number >= 1900 && number <= 2150 && (read.sex === null || words.length > i + 1 || !/^[fmt]$/.test(words[0]!)))
        read.year = number;
      else if (word.length === 4) read.ages.push(Number(word.slice(0, 2)), Number(word.slice(2)));
      else if (number <= 130) read.ages.push(number);
      else return { is: 'other' };
    } else if (SHARES.has(word)) return { is: 'other' };
    else if (OPEN.has(word)) read.open = true;
    else if (UNDER.has(word)) read.under = read.ages.length === 0 ? 'before' : 'behind';
    else if (MONTHS_OF_AGE.has(word) && read.ages.length > 0) read.inMonths = true;
    else if (Object.hasOwn(SEXES, word)) {
      const next = SEXES[word]!;
      // "T_TF" and "Total Female" are totals of one sex; "F_TL" the same the other way round.
      read.sex = read.sex === null || read.sex === 't' ? next : next === 't' ? read.sex : read.sex === next ? read.sex : null;
      read.says = true;
    } else if (FILLERS.has(word)) {
      read.says ||= PEOPLE.has(word);
      read.isAged ||= AGE.has(word);
    } else read.rest.push(word);
  }
  // "Niños y niñas": boys by the one word, children by the two.
  if (read.sex === 'f' && words.some((word) => /^ninas?$/.test(word)) && read.rest.some((word) => /^ninos?$/.test(word))) {
    read.sex = null;
    read.rest = read.rest.filter((word) => !/^ninos?$/.test(word));
  }
  if (read.under && read.ages.length === 1) read.ages = [0, read.ages[0]! - Number(read.under === 'before')];
  return read;
}

/** Ages in months that begin and end with a year: 0–59 months are 0–4 years. */
const toYears = ([from, to]: number[]): number[] | null =>
  from !== undefined && to !== undefined && from % 12 === 0 && (to + 1) % 12 === 0 && to > from ? [from / 12, (to + 1) / 12 - 1] : null;

/** A heading as sex × age (`F_00_04`), as another group (`M_agee`, `IDPs 0-17`), or as none of both. */
export function groupOfHeading(heading: string): PopulationRole {
  if (/[%٪‰]/u.test(heading)) return { is: 'other' };
  // The day of a count says its year: Population 2014-10-01.
  const words = toWords(heading.replace(/\b(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}\b/, '$1').replace(/\b\d{1,2}[-/.]\d{1,2}[-/.](\d{4})\b/, '$1'));
  const read = readWords(heading, words);
  if ('is' in read) return read;
  const { sex, says, year, open, rest } = read;
  const other = (name: string): PopulationRole => ({
    is: 'group',
    year,
    group: { key: heading, sex: sex ?? 't', ageFrom: null, ageTo: null, other: name, heading },
  });
  const years = read.inMonths ? toYears(read.ages) : read.ages;
  // Part of a year: a group by its name, and none of 6 to 59 years.
  if (years === null) return other(heading.trim());
  const ages = years;
  if (rest.length > 0) {
    const isOfAge = rest.every((word) => OF_AGE.test(word));
    if (!isOfAge && !rest.some((word) => GROUPS.test(word)) && !(says && /^[FMT][_ ]/.test(heading))) return { is: 'other' };
    // "Children 0-17" are all of that age; "IDPs 0-17", "Urban 0-17" and "Refugees 2025" are a part of them, whatever the age or the year.
    if (!isOfAge || ages.length === 0) return other(ages.length === 0 ? rest.join(' ') : heading.trim());
  } else if (!says && ages.length === 0) return { is: 'other' };
  // Numbers alone head too many things; beside sex or population words, or as a pair or open band, they are ages.
  if (!says && !read.isAged && rest.length === 0 && ages.length === 1 && !open) return { is: 'other' };
  if (ages.length > 2 || (ages.length === 2 && open)) return { is: 'other' };
  const [from = null, to = open ? null : from] = ages;
  if (from !== null && to !== null && to < from) return { is: 'badBand', heading };
  return { is: 'group', year, group: toGroup(sex ?? 't', from, to, heading) };
}

export function toGroup(sex: 'f' | 'm' | 't', ageFrom: number | null, ageTo: number | null, heading: string): PopulationGroup {
  return { key: groupKey(sex, ageFrom, ageTo), sex, ageFrom, ageTo, other: null, heading };
}

/** The COD-PS heading: `T_TL`, `F_00_04`, `M_80Plus`. */
export function groupKey(sex: 'f' | 'm' | 't', ageFrom: number | null, ageTo: number | null): string {
  const pad = (age: number) => String(age).padStart(2, '0');
  return `${sex.toUpperCase()}_${ageFrom === null ? 'TL' : ageTo === null ? `${pad(ageFrom)}Plus` : `${pad(ageFrom)}_${pad(ageTo)}`}`;
}

/** The sex that one word says; undefined for any other word. */
export function sexOfWord(word: string): 'f' | 'm' | 't' | undefined {
  const key = foldHeading(word);
  return Object.hasOwn(SEXES, key) ? SEXES[key] : undefined;
}

/** `f`, `female`, `all` in a cell of a sex column; null where it is none of them. */
export function toSex(text: string): 'f' | 'm' | 't' | null {
  if (text === '') return 't';
  const key = foldHeading(text);
  return Object.hasOwn(SEXES, key) ? SEXES[key]! : null;
}

/** `0-4`, `80+`, `all`, `00_04` in a cell of an age column. */
export function toAges(text: string): { from: number | null; to: number | null } | null {
  if (/^(|all|all ages|total|tous|todos|tl)$/i.test(text.trim())) return { from: null, to: null };
  const role = groupOfHeading(`T_ ${text}`);
  return role.is === 'group' && role.group.other === null ? { from: role.group.ageFrom, to: role.group.ageTo } : null;
}

/** Lower-case words without accents; letters, digits and `+` parted: `T_80Plus` → t, 80, plus; `Agees_60plus` → agees, 60, plus. */
function toWords(heading: string): string[] {
  const plain = asciiDigits(heading)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\d),(?=\d{3}\b)/g, '$1');
  return plain.match(/\p{L}+|\d+|\+|</gu) ?? [];
}

/** `4045`, `0004`: two ages without a separator. `2024` is one too, and the caller decides. */
function isPair(digits: string): boolean {
  const [low, high] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  return low <= high && high <= 99;
}
