/**
 * Headings of population tables: which sex and age a column holds, or which part of a record it is. cod.md §3.2.
 * Words are read one by one, so that `F_00_04`, `F_4045`, `T_80Plus`, `Femmes 0-4 ans`, `T_TF` and `Enfants_00_18` all find their place.
 */
import type { PopulationGroup } from '../../contract/population/population.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { foldHeading, roleOfHeading } from '../../boundaries/normalize/columns.ts';

/** What a column is. */
export type PopulationRole =
  | { is: 'group'; group: PopulationGroup; year: number | null }
  /** Band whose end is below its beginning (check Q5). */
  | { is: 'badBand'; heading: string }
  | { is: 'pcode' | 'name'; level: AdminLevel | null }
  | { is: 'level' | 'country' | 'year' | 'source' | 'sex' | 'ageRange' | 'ageMin' | 'ageMax' | 'groupName' }
  | { is: 'other' };

const SEXES: Record<string, 'f' | 'm' | 't'> = {
  ...spell('f', 'f female females femme femmes feminin femenino femenina mujer mujeres woman women girl girls fille filles fem tf fl انثى اناث إناث'),
  ...spell('m', 'm male males homme hommes masculin masculino hombre hombres man men boy boys garcon garcons masc tm ml ذكر ذكور'),
  ...spell('t', 't tl tt total totals totale totaux both bothsexes all ensemble gesamt ambos المجموع'),
};
const OPEN = new Set('plus + over above mas older etplus أكثر فأكثر'.split(' '));
/** Words that say only that a column counts people, or of what age unit. */
const FILLERS = new Set(
  'pop popn population poblacion people persons person personnes personas habitants habitantes individuals individus sum nb no number nombre numero de des du of la le les el et and y ans an anos ano years year yrs yr age aged ages edad edades grp group groupe a to sexes est estimate estimated proj projected projection value valeur sex sexe'.split(
    ' ',
  ),
);
/** Words for groups that are no age band but belong to a population table. */
const GROUPS =
  /^(enfant|child|adult|age|elder|vieux|senior|jeune|youth|infant|bebe|nourrisson|wra|cbaw|preg|enceinte|disab|handicap|pwd|idp|pdi|deplace|refug|returnee|retourne|host|hote|urban|rural|nomad|u5|u1)/;
const FIXED: [RegExp, PopulationRole][] = [
  [/^(iso3|iso3code|iso|alpha3|countrycodeiso3|countryiso3|locationcode|countrycode)$/, { is: 'country' }],
  [/^(year|annee|ano|anno|referenceyear|refyear|yr|السنة)$/, { is: 'year' }],
  [/^(referenceperiodstart)$/, { is: 'year' }],
  [/^(source|sources|fuente|datasource|contributor)$/, { is: 'source' }],
  [/^(gender|sex|sexe|sexo|الجنس)$/, { is: 'sex' }],
  [/^(agerange|agegroup|age|ageband|groupedage|edad|trancheage|grupoedad)$/, { is: 'ageRange' }],
  [/^(agemin|minage|agefrom)$/, { is: 'ageMin' }],
  [/^(agemax|maxage|ageto)$/, { is: 'ageMax' }],
  [/^(populationgroup|indicator|populationtype|popgroup)$/, { is: 'groupName' }],
  [/^(adm(in)?level|adm(in)?lvl|level)$/, { is: 'level' }],
  [/^(placecode|adm(in)?pcode|adm(in)?code|pcode|pcodes|code|codepcode|geocode|locationpcode)$/, { is: 'pcode', level: null }],
  [/^(placename|adm(in)?ref|adm(in)?name|name|nom|nombre)$/, { is: 'name', level: null }],
];

/** The role of a column by its heading, else by its HXL tag. */
export function roleOfPopulationColumn(heading: string, hxl: string | null): PopulationRole {
  const key = foldHeading(heading);
  const fixed = FIXED.find(([pattern]) => pattern.test(key));
  if (fixed) return fixed[1];
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

/** A heading as sex × age (`F_00_04`), as another group (`M_agee`), or as none of both. */
export function groupOfHeading(heading: string): PopulationRole {
  // The day of a count says its year: Population 2014-10-01.
  const words = toWords(heading.replace(/\b(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}\b/, '$1').replace(/\b\d{1,2}[-/.]\d{1,2}[-/.](\d{4})\b/, '$1'));
  let sex: 'f' | 'm' | 't' | null = null;
  let says = false;
  let year: number | null = null;
  let open = false;
  let under = false;
  const ages: number[] = [];
  const rest: string[] = [];
  for (const [i, word] of words.entries()) {
    if (/^\d+$/.test(word)) {
      const number = Number(word);
      if (word.length === 4 && !isPair(word)) {
        if (number < 1900 || number > 2150) return /^[fmt][_ ]?\d{4}$/i.test(heading.trim()) ? { is: 'badBand', heading } : { is: 'other' };
        year = number;
      } else if (word.length === 4 && number >= 1900 && number <= 2150 && (sex === null || words.length > i + 1 || !/^[fmt]$/.test(words[0]!))) year = number;
      else if (word.length === 4) ages.push(Number(word.slice(0, 2)), Number(word.slice(2)));
      else if (number <= 130) ages.push(number);
      else return { is: 'other' };
    } else if (OPEN.has(word)) open = true;
    else if (word === '<' || word === 'under' || word === 'moins' || word === 'menos') under = true;
    else if (Object.hasOwn(SEXES, word)) {
      const next = SEXES[word]!;
      // "T_TF" and "Total Female" are totals of one sex; "F_TL" the same the other way round.
      sex = sex === null || sex === 't' ? next : next === 't' ? sex : sex === next ? sex : null;
      says = true;
    } else if (FILLERS.has(word)) says ||= /^(pop|popn|population|poblacion|habitants|value|valeur)$/.test(word);
    else rest.push(word);
  }
  if (under && ages.length === 1) ages.splice(0, 1, 0, ages[0]! - 1);
  if (rest.length > 0) {
    const isGroup = rest.some((word) => GROUPS.test(word));
    if (!isGroup && !(says && /^[FMT][_ ]/.test(heading))) return { is: 'other' };
    if (ages.length === 0 && year === null) {
      return { is: 'group', year, group: { key: heading, sex: sex ?? 't', ageFrom: null, ageTo: null, other: rest.join(' '), heading } };
    }
  } else if (!says && ages.length === 0) return { is: 'other' };
  // Numbers alone head too many things; beside sex or population words, or as a pair or open band, they are ages.
  if (!says && rest.length === 0 && ages.length === 1 && !open) return { is: 'other' };
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
  const plain = heading
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

function spell<T extends string>(value: T, words: string): Record<string, T> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]));
}
