/** Old and local headings to the specification's columns (cod.md §1.7), by vocabulary. What the words do not tell, structure.ts infers from values. */
import type { BoundaryColumnRole } from '../../contract/boundaries/columns.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { toLanguage } from './languages.ts';

/** What a source column is taken for. `column` is its position in the layer. */
export type Role =
  | { is: 'pcode' | 'refName' | 'altName'; level: AdminLevel }
  /** `slot` orders the names of a level; `lang` is what the heading says, null where it says nothing. */
  | { is: 'name'; level: AdminLevel; slot: number; lang: string | null }
  | { is: 'lang'; slot: number }
  | { is: 'validOn' | 'validTo' | 'version' | 'iso2' | 'iso3' | 'area' | 'centerLat' | 'centerLon' | 'level' }
  /** Bookkeeping of the software that wrote the file. */
  | { is: 'drop' }
  | { is: 'extra' };

export interface RoleOfColumn {
  column: number;
  heading: string;
  role: Role;
  how: 'exact' | 'legacy' | 'structure' | Said;
}

/** `asked`: a person said so of this upload; `profile`: of the one before with these headings. */
export type Said = 'asked' | 'profile';

/** What was said of one column; only what is given was. */
export interface SaidColumn {
  role?: BoundaryColumnRole | undefined;
  /** Of names; null: the heading says none. */
  language?: string | null | undefined;
  how: Said;
}

/** No guess takes the place of what was said. */
export const isSaid = ({ how }: { how: string }): boolean => how === 'asked' || how === 'profile';

const PLAIN: Record<string, Role> = {
  validon: { is: 'validOn' },
  validfrom: { is: 'validOn' },
  validto: { is: 'validTo' },
  version: { is: 'version' },
  versionno: { is: 'version' },
  codversion: { is: 'version' },
  codversio: { is: 'version' },
  iso2: { is: 'iso2' },
  iso3: { is: 'iso3' },
  areasqkm: { is: 'area' },
  centerlat: { is: 'centerLat' },
  centerlon: { is: 'centerLon' },
  admlevel: { is: 'level' },
  adminlevel: { is: 'level' },
  admlvl: { is: 'level' },
  // geoBoundaries: ADM2
  shapetype: { is: 'level' },
  lang: { is: 'lang', slot: 0 },
  lang1: { is: 'lang', slot: 1 },
  lang2: { is: 'lang', slot: 2 },
  lang3: { is: 'lang', slot: 3 },
};
const DROPPED = /^(objectid\d*|ogcfid|fid\d*|globalid|shape|geom|geometry|bbox|shape(st)?(le|len|leng|length|ar|are|area)\d*)$/;

/** The heading reduced to its letters and digits, in lower case: `ADM1_EN`, `admin3Pcode *` and `Shape.STArea()` → adm1en, admin3pcode, shapestarea. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** Columns in which other collections number units, whatever their cells look like: of no country's scheme, and other ones with each release. */
const SCHEMES: [RegExp, string][] = [
  [/^shapeid$/, 'geoBoundaries'],
  [/^gid[0-5]$/, 'GADM'],
  [/^shapeiso$/, 'ISO 3166-2'],
  [/^hasc[1-5]$/, 'HASC'],
];

/** The collection or standard whose ids a column of this heading holds; null for any other. */
export function schemeOf(heading: string): string | null {
  const key = foldHeading(heading);
  return SCHEMES.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** The role of a heading by its words alone. */
export function roleOfHeading(heading: string): { role: Role; how: 'exact' | 'legacy' } {
  const key = foldHeading(heading);
  const plain = Object.hasOwn(PLAIN, key) ? PLAIN[key]! : null;
  const role = plain ?? (DROPPED.test(key) ? ({ is: 'drop' } as const) : roleOfLevelled(key));
  return { role, how: isExact(heading, role) ? 'exact' : 'legacy' };
}

function roleOfLevelled(key: string): Role {
  const gadm = /^(?:name|varname|nlname)_?([0-5])$/.exec(key);
  if (gadm) {
    const level = Number(gadm[1]) as AdminLevel;
    if (key.startsWith('name')) return { is: 'name', level, slot: 0, lang: null };
    return key.startsWith('nl') ? { is: 'name', level, slot: 1, lang: null } : { is: 'altName', level };
  }
  const parts = /^adm(?:in)?([0-5])(.*)$/.exec(key);
  if (!parts) return { is: 'extra' };
  const level = Number(parts[1]) as AdminLevel;
  const rest = parts[2]!;
  if (/^(p?cod(e)?|pco|pc|pcd)$/.test(rest)) return { is: 'pcode', level };
  if (/^(ref|refn|refna|refnam|refname)\d*$/.test(rest)) return { is: 'refName', level };
  // admin2AltN, admin2Al_1 (cut by DBF), ADM1ALT1EN, admin1AltName1_en
  if (/^al(t.*|\d+)$/.test(rest)) return { is: 'altName', level };
  // adm2_name, adm2_name1; admin2Name, admin2Na_1 (the second of several headings that DBF cut to the same ten letters)
  const slot = /^(?:(?:name|nam|na)(\d?))?$/.exec(rest);
  if (slot) return { is: 'name', level, slot: Number(slot[1] ?? 0), lang: null };
  const suffix = /^(?:name|nam|na)?([a-z]{2,3})$/.exec(rest);
  // ADM1_ID and ADM1_NO are numbers of the unit, not its name in Indonesian or Norwegian.
  const lang = suffix && rest !== 'id' && rest !== 'no' ? toLanguage(suffix[1]!) : null;
  if (lang !== null) return { is: 'name', level, slot: 0, lang };
  if (rest === 'namelocal' || rest === 'local') return { is: 'name', level, slot: 1, lang: null };
  return { is: 'extra' };
}

/** The specification's heading of a role: `adm2_pcode`, `adm1_name1`, `valid_on`; null for what it has no heading for. */
export function standardHeading(role: Role): string | null {
  switch (role.is) {
    case 'pcode':
      return `adm${role.level}_pcode`;
    case 'refName':
      return `adm${role.level}_ref_name`;
    case 'name':
      return `adm${role.level}_name${role.slot === 0 ? '' : role.slot}`;
    case 'lang':
      return `lang${role.slot === 0 ? '' : role.slot}`;
    case 'validOn':
      return 'valid_on';
    case 'validTo':
      return 'valid_to';
    case 'version':
      return 'version';
    case 'iso2':
      return 'iso2';
    case 'iso3':
      return 'iso3';
    case 'area':
      return 'area_sqkm';
    case 'centerLat':
      return 'center_lat';
    case 'centerLon':
      return 'center_lon';
    case 'level':
      return 'adm_level';
    default:
      return null;
  }
}

function isExact(heading: string, role: Role): boolean {
  return !(role.is === 'name' && role.lang !== null) && standardHeading(role) === heading;
}

/**
 * Roles of all headings of a layer: what a person said, now before then; else by their words. Where two claim one role, what was said wins, then the
 * specification's spelling, then the first; the other is kept as an extra column.
 */
export function matchColumns(headings: string[], said: ReadonlyMap<number, SaidColumn> = new Map()): RoleOfColumn[] {
  const matched = headings.map((heading, column): RoleOfColumn => {
    const own = roleOfHeading(heading);
    const answer = said.get(column);
    if (answer?.role) return { column, heading, role: toRole(answer.role, answer.language ?? null, own.role), how: answer.how };
    if (answer?.language !== undefined && own.role.is === 'name') return { column, heading, role: { ...own.role, lang: answer.language }, how: answer.how };
    return { column, heading, ...own };
  });
  spreadSlots(matched);
  const owner = new Set<string>();
  for (const entry of matched.toSorted((a, b) => RANK[b.how] - RANK[a.how] || a.column - b.column)) {
    // What was said of the file before gives way to what is said of this one, and its heading speaks again.
    if (entry.how === 'profile' && isTaken(entry, owner)) Object.assign(entry, roleOfHeading(entry.heading));
    if (isTaken(entry, owner)) Object.assign(entry, { role: { is: 'extra' }, how: 'legacy' });
    const claim = claimOf(entry.role);
    if (claim !== null) owner.add(claim);
  }
  return matched;
}

const RANK: Record<RoleOfColumn['how'], number> = { asked: 3, profile: 2, exact: 1, legacy: 0, structure: 0 };

const isTaken = ({ role }: RoleOfColumn, owner: ReadonlySet<string>): boolean => owner.has(claimOf(role) ?? '');

/** The role that an answer stands for. `own`: what the heading says, whose place among the names of the level stays. */
function toRole(said: BoundaryColumnRole, language: string | null, own: Role): Role {
  if (said.is === 'ignore') return { is: 'drop' };
  if (said.is !== 'name') return said as Exclude<BoundaryColumnRole, { is: 'ignore' | 'name' }> as Role;
  const isSame = own.is === 'name' && own.level === said.level;
  return { is: 'name', level: said.level, slot: isSame ? own.slot : -1, lang: language ?? (isSame ? own.lang : null) };
}

/** Names whose place nothing tells come after those of their level. */
function spreadSlots(matched: RoleOfColumn[]): void {
  for (const { role } of matched) {
    if (role.is !== 'name' || role.slot >= 0) continue;
    const taken = new Set(matched.flatMap((other) => (other.role.is === 'name' && other.role.level === role.level ? [other.role.slot] : [])));
    role.slot = role.lang === null ? [...Array(taken.size + 1).keys()].find((slot) => !taken.has(slot))! : 0;
  }
}

/** What only one column of a layer can be; null for what several may be. */
export function claimOf(role: Role): string | null {
  if (role.is === 'drop' || role.is === 'extra' || role.is === 'altName') return null;
  // A name by language and a name by slot are different claims: mli has admin3Name beside admin3Name_fr.
  return role.is === 'name' ? `name ${role.level} ${role.lang ?? role.slot}` : standardHeading(role);
}
