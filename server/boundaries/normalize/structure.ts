/**
 * Columns found by their values where their headings say nothing: a unit's code is unique and begins with its parent's,
 * a name column changes exactly with its code column (HRpcode, HRparent, REG_P_CODE, WOREDANAME of older layers).
 */
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { foldHeading, isSaid, schemeOf, type RoleOfColumn } from './columns.ts';
import { toLanguage } from './languages.ts';
import { iso2Of } from '../../matching/countries.ts';

/** Share of rows that must agree; a few faulty rows must not hide a column from the person who should see them. */
const AGREE = 0.95;

interface Candidate {
  column: number;
  heading: string;
  values: (string | null)[];
  filled: number;
  distinct: number;
}

/**
 * Adds roles to columns that the vocabulary left as extra, where the layer has no code column of its own.
 * `level` is the level the layer is known to hold, null where nothing tells; then the number of nested code columns tells, counted from `above`,
 * the deepest level that headings name.
 * Returns the level found, or null where the values show no unit codes.
 */
export function inferStructure(
  layer: RawLayer,
  roles: RoleOfColumn[],
  country: Iso3,
  level: AdminLevel | null,
  above: { level: AdminLevel; code: Candidate | null } | null = null,
): AdminLevel | null {
  const free = roles.filter(isFree).map((entry) => toCandidate(layer, entry));
  const codes = free.filter((candidate) => candidate.filled >= AGREE * layer.rows && isCodeLike(candidate));
  const own = codes
    .filter((code) => code.distinct >= AGREE * code.filled && (above === null || isUnitCode(code, above.code, country)))
    .sort((a, b) => rank(b, country) - rank(a, country) || b.filled - a.filled || a.column - b.column)[0];
  if (!own) return null;
  const parents = nestedIn(own, codes);
  const prefix = iso2Of(country);
  const constant = parents.filter((parent) => parent.distinct === 1 && isCountryCode(parent.values, prefix, country));
  // Columns as coarse as a level that headings name say that level once more.
  const upper = parents.filter((parent) => !constant.includes(parent) && parent.distinct > (above?.code?.distinct ?? 0));
  const depth = level ?? (Math.min((above?.level ?? 0) + upper.length + 1, 5) as AdminLevel);
  const found: [Candidate, AdminLevel][] = [[own, depth]];
  upper.slice(0, depth).forEach((parent, step) => {
    if (depth - 1 - step > 0 || constant.length === 0) found.push([parent, (depth - 1 - step) as AdminLevel]);
  });
  if (constant[0] && depth > 0) found.push([constant[0], 0]);

  const names = free.filter((candidate) => !found.some(([code]) => code === candidate) && candidate.filled > 0 && isNameLike(candidate));
  const taken = (is: 'pcode' | 'name', at: AdminLevel) => roles.some(({ role }) => role.is === is && role.level === at);
  for (const [code, at] of found) {
    if (!taken('pcode', at)) assign(roles, code, { is: 'pcode', level: at });
    if (taken('name', at)) continue;
    const name = names
      .filter((candidate) => changesWith(code, candidate))
      .sort((a, b) => stem(b.heading, code.heading) - stem(a.heading, code.heading) || b.filled - a.filled || a.column - b.column)[0];
    if (name) {
      assign(roles, name, { is: 'name', level: at, slot: 0, lang: languageOfHeading(name.heading) });
      names.splice(names.indexOf(name), 1);
    }
  }
  return depth;
}

/**
 * Units below the deepest level that headings name: a layer whose own columns have no level (`PCODE`, `NAME_EN` beside `ADMIN1_COD`). Only
 * where the rows of one unit of that level differ in a code that nests in it, or in a name. A layer that has one row for each unit, or several
 * rows of one unit that say the same, holds nothing below.
 * `named`: the level in the name of the file. Roles are changed where something is found. Returns the level of the rows, else null.
 */
export function inferBelow(layer: RawLayer, roles: RoleOfColumn[], country: Iso3, deepest: AdminLevel, named: AdminLevel | null): AdminLevel | null {
  const stated = (is: 'pcode' | 'name') => roles.find(({ role }) => role.is === is && role.level === deepest);
  const entry = stated('pcode') ?? stated('name');
  if (!entry || deepest >= 5) return null;
  const above = toCandidate(layer, entry);
  const keys = above.values.map((value, row) => value ?? `row ${row}`);
  if (new Set(keys).size >= AGREE * layer.rows) return null;
  const free = roles.filter(isFree).map((each) => toCandidate(layer, each));
  const isOwn = (candidate: Candidate) =>
    candidate.filled >= AGREE * layer.rows && new Set(candidate.values.map((value, row) => `${keys[row]} ${value ?? ''}`)).size >= AGREE * layer.rows;
  const codes = free.filter((candidate) => isOwn(candidate) && isCodeLike(candidate) && isUnitCode(candidate, stated('pcode') ? above : null, country));
  if (codes.length > 0) {
    const inferred = inferStructure(layer, roles, country, named !== null && named > deepest ? named : null, {
      level: deepest,
      code: stated('pcode') ? above : null,
    });
    if (inferred !== null) return inferred;
  }
  const name = free
    .filter((candidate) => isOwn(candidate) && isNameLike(candidate) && isNameHeading(candidate.heading))
    .sort((a, b) => b.distinct - a.distinct || a.column - b.column)[0];
  if (!name) return null;
  const level = named !== null && named > deepest ? named : ((deepest + 1) as AdminLevel);
  assign(roles, name, { is: 'name', level, slot: 0, lang: languageOfHeading(name.heading) });
  return level;
}

/** Neither its heading nor a person says what it is. */
const isFree = (entry: RoleOfColumn): boolean => entry.role.is === 'extra' && !isSaid(entry) && schemeOf(entry.heading) === null;

/** Headings that say "name" and nothing else, as in KML (`name`) and geoBoundaries (`shapeName`). */
const BARE_NAME = /^(shape)?(name|nom|nombre|nome|naam)$/;

/** A bare name column, for a level that has no other name. */
export function inferName(layer: RawLayer, roles: RoleOfColumn[], level: AdminLevel): void {
  if (
    roles.some(
      ({ role, column }) => role.is === 'name' && role.level === level && layer.columns[column]!.values.some((value) => value !== null && value !== ''),
    )
  )
    return;
  const name = roles
    .filter((entry) => isFree(entry) && BARE_NAME.test(foldHeading(entry.heading)))
    .map((entry) => toCandidate(layer, entry))
    .find((candidate) => candidate.filled > 0 && isNameLike(candidate));
  if (name) assign(roles, name, { is: 'name', level, slot: 0, lang: null });
}

/** Numbers of people are as unique as codes: a code nests in its parent's, has the country's prefix, or says that it is one. */
function isUnitCode(candidate: Candidate, parent: Candidate | null, country: Iso3): boolean {
  const nested = parent !== null && agreement(candidate, parent, (child, code) => child.length > code.length && child.startsWith(code)) >= AGREE;
  return nested || rank(candidate, country) > 0;
}

const isNameHeading = (heading: string) =>
  /(name|nom|nombre|nome|district|commune|communaute|sous?prefecture|prefecture|departement|department|municip|woreda|kebele|county|payam|barangay|ward|upazila|union|tehsil|cercle|localit|parish|distrito|municipio|comuna|corregimiento)/.test(
    foldHeading(heading),
  );

/** `NAME_EN`, `nom_fr`, `NameAR`; null where the heading says none. */
function languageOfHeading(heading: string): string | null {
  const suffix = /(?:[_ -]|na?me?|nom|nam)([A-Za-z]{2})$/i.exec(heading)?.[1]?.toLowerCase();
  return suffix === undefined || suffix === 'id' || suffix === 'no' || suffix === 'me' ? null : toLanguage(suffix);
}

function toCandidate(layer: RawLayer, entry: RoleOfColumn): Candidate {
  const values = layer.columns[entry.column]!.values.map((cell) => (cell === null || typeof cell === 'boolean' ? null : String(cell).trim() || null));
  const distinct = new Set(values);
  distinct.delete(null);
  return { column: entry.column, heading: entry.heading, values, filled: values.filter((value) => value !== null).length, distinct: distinct.size };
}

function isCodeLike({ values, filled }: Candidate): boolean {
  const fits = values.filter((value) => value !== null && /^(?=.{1,20}$)([A-Za-z]{0,4}\d[0-9A-Za-z]*|[A-Z]{2,3})$/.test(value)).length;
  return filled > 0 && fits >= AGREE * filled;
}

function isNameLike({ values, filled }: Candidate): boolean {
  const fits = values.filter((value) => value !== null && /\p{Letter}{2}/u.test(value)).length;
  return fits >= AGREE * filled;
}

/** Codes with the country's prefix before others, headings that say "code" before others. */
function rank({ heading, values }: Candidate, country: Iso3): number {
  const first = values.find((value) => value !== null) ?? '';
  const prefix = iso2Of(country);
  const prefixed = (prefix !== null && first.toUpperCase().startsWith(prefix)) || first.toUpperCase().startsWith(country);
  return (prefixed ? 4 : 0) + (/p.?code?$/i.test(heading) ? 2 : 0) + (/cod/i.test(heading) ? 1 : 0);
}

/** Code columns that the rows' own codes begin with, longest (so nearest) first, one for each length. */
function nestedIn(own: Candidate, codes: Candidate[]): Candidate[] {
  const parents = codes.filter(
    (code) =>
      code !== own &&
      code.distinct < own.distinct &&
      agreement(own, code, (child, parent) => child.length > parent.length && child.startsWith(parent)) >= AGREE,
  );
  const byGroups = new Map<number, Candidate>();
  // Two columns with equally many groups are two spellings of one level: the fuller one stays, then the first.
  for (const parent of parents.sort((a, b) => b.filled - a.filled || a.column - b.column))
    if (!byGroups.has(parent.distinct)) byGroups.set(parent.distinct, parent);
  return [...byGroups.values()].sort((a, b) => b.distinct - a.distinct);
}

function agreement(a: Candidate, b: Candidate, test: (a: string, b: string) => boolean): number {
  let both = 0;
  let agree = 0;
  for (let row = 0; row < a.values.length; row++) {
    const [x, y] = [a.values[row], b.values[row]];
    if (x === null || x === undefined || y === null || y === undefined) continue;
    both++;
    if (test(x, y)) agree++;
  }
  return both === 0 ? 0 : agree / both;
}

/** One name for each code and, but for namesakes, one code for each name. */
function changesWith(code: Candidate, name: Candidate): boolean {
  const nameOf = new Map<string, string>();
  let same = 0;
  let both = 0;
  for (let row = 0; row < code.values.length; row++) {
    const [key, value] = [code.values[row], name.values[row]];
    if (key === null || key === undefined || value === null || value === undefined) continue;
    both++;
    const known = nameOf.get(key);
    if (known === undefined) nameOf.set(key, value);
    if (known === undefined || known === value) same++;
  }
  return both >= 0.5 * code.filled && same >= AGREE * both && new Set(nameOf.values()).size >= 0.8 * nameOf.size;
}

/** Length of the common beginning of two headings: HRname belongs to HRpcode. */
function stem(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]!.toLowerCase() === b[length]!.toLowerCase()) length++;
  return length;
}

function isCountryCode(values: (string | null)[], iso2: string | null, country: Iso3): boolean {
  const value = values.find((entry) => entry !== null);
  return value === iso2 || value === country;
}

function assign(roles: RoleOfColumn[], candidate: Candidate, role: RoleOfColumn['role']): void {
  const entry = roles.find(({ column }) => column === candidate.column)!;
  entry.role = role;
  entry.how = 'structure';
}
