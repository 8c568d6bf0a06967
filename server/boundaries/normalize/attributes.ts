/** Attributes of one level: codes, names by language, dates and what the rows say of their ancestors. */
import type { ExtraColumn, Name } from '../../contract/admin.ts';
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { Role, RoleOfColumn } from './columns.ts';
import { isSaid, standardHeading } from './columns.ts';
import { readDate, toVersion } from '../../matching/dates.ts';
import { isLanguageTag, isRomanized, languageIn, languageOfScript, scriptOf } from './languages.ts';
import type { LevelSource } from './layers.ts';
import type { ColumnMatch, StatedAncestor } from './model.ts';
import type { Cell, CleanColumn } from './text.ts';
import { cleanCodes, cleanNames } from './text.ts';

/** What was altered or could not be read, with rows as 0-based positions in the level's table. */
export interface AttributeNotes {
  dropped: string[];
  numericCodes: { heading: string; rows: number[]; example: string }[];
  cleanedCodes: { heading: string; rows: number[] }[];
  cleanedNames: { heading: string; rows: number[] }[];
  emptyDates: { heading: string; rows: number[] }[];
  unreadableDates: { heading: string; rows: number[]; example: string }[];
  guessedLanguages: { heading: string; lang: string }[];
  /** Suffixes that mean another language in this country than ISO 639 says. */
  localLanguages: { heading: string; suffix: string; lang: string }[];
  /** The reference name stood in where the layer has no other name of its units. */
  namesFromReference: string | null;
  versions: string[];
  unreadableVersion: string | null;
}

export interface LevelAttributes {
  pcodes: (string | null)[];
  names: Name[][];
  validOn: (string | null)[];
  validTo: (string | null)[];
  /** The date the boundary was established (`date`), for the metadata; the first that can be read. */
  dateSource: string | null;
  version: string | null;
  languages: string[];
  ancestors: StatedAncestor[];
  extra: ExtraColumn[];
  columns: ColumnMatch[];
  /** What each column of the layer was read as in the end. */
  roles: RoleOfColumn[];
  /** Languages of columns of names, by column; `und` where unknown. Of names whose language goes by the row the first. */
  languageOf: ReadonlyMap<number, string>;
  notes: AttributeNotes;
}

type NameColumn = { entry: RoleOfColumn; lang: string; langs: (string | null)[] | null; clean: CleanColumn };

export function readAttributes(source: LevelSource, country: Iso3): LevelAttributes {
  const { raw, rows, level } = source;
  const notes: AttributeNotes = {
    dropped: [],
    numericCodes: [],
    cleanedCodes: [],
    cleanedNames: [],
    emptyDates: [],
    unreadableDates: [],
    guessedLanguages: [],
    localLanguages: [],
    namesFromReference: null,
    versions: [],
    unreadableVersion: null,
  };
  const cells = (entry: RoleOfColumn): Cell[] => Array.from(rows, (row) => raw.columns[entry.column]!.values[row] ?? null);
  const find = (is: Role['is']) => source.roles.find(({ role }) => role.is === is);
  const roles = demoteUnsuffixed(source, cells);
  const declared = declaredLanguages(roles, cells);

  const pcodesOf = (at: AdminLevel): (string | null)[] | null => {
    const entry = roles.find(({ role }) => role.is === 'pcode' && role.level === at);
    if (!entry) return null;
    const clean = cleanCodes(cells(entry));
    if (clean.numeric.length > 0) notes.numericCodes.push({ heading: entry.heading, rows: clean.numeric, example: clean.values[clean.numeric[0]!] ?? '' });
    if (clean.altered.length > 0) notes.cleanedCodes.push({ heading: entry.heading, rows: clean.altered });
    return clean.values;
  };
  const slotOf = new Map<number, number>();
  const languageOf = new Map<number, string>();
  const namesOf = (at: AdminLevel): { names: Name[][]; languages: string[] } => {
    const columns = nameColumns(roles, at, cells, declared, country, notes);
    for (const [slot, { entry, lang }] of columns.entries()) {
      slotOf.set(entry.column, slot);
      languageOf.set(entry.column, lang);
    }
    for (const { entry, clean } of columns) if (clean.altered.length > 0) notes.cleanedNames.push({ heading: entry.heading, rows: clean.altered });
    const names = Array.from(rows, (_, row) =>
      columns.flatMap(({ clean, lang, langs }) => {
        const name = clean.values[row] ?? null;
        return name === null ? [] : [{ lang: langs?.[row] ?? lang, name }];
      }),
    );
    return { names, languages: columns.map(({ lang }) => lang) };
  };

  let own = namesOf(level);
  const reference = roles.find(({ role }) => role.is === 'refName' && role.level === level);
  if (own.languages.length === 0 && reference) {
    const names = cleanNames(cells(reference)).values.map((name): Name[] => (name === null ? [] : [{ lang: 'und', name }]));
    if (names.some((list) => list.length > 0)) {
      own = { names, languages: ['und'] };
      notes.namesFromReference = reference.heading;
    }
  }
  const ancestors: StatedAncestor[] = [];
  for (let at = level - 1; at >= 0; at--) {
    const pcodes = pcodesOf(at as AdminLevel);
    const { names } = namesOf(at as AdminLevel);
    if (pcodes || names.some((list) => list.length > 0)) ancestors.push({ level: at as AdminLevel, pcodes: pcodes ?? names.map(() => null), names });
  }
  const dates = (is: 'validOn' | 'validTo') => readDates(find(is), cells, rows.length, notes);
  const date = source.roles.find(({ heading, role }) => role.is === 'extra' && /^date_?$/i.test(heading.trim()));
  return {
    pcodes: pcodesOf(level) ?? Array.from(rows, () => null),
    names: own.names,
    languages: own.languages,
    validOn: dates('validOn'),
    validTo: dates('validTo'),
    dateSource: date ? firstDate(cells(date)) : null,
    version: readVersion(find('version'), cells, notes),
    ancestors,
    extra: extraColumns(roles, level, cells, notes),
    columns: matchesOf(roles, slotOf),
    roles,
    languageOf,
    notes,
  };
}

/** Names get the place that their language got: ADM1_AR after ADM1_EN is adm1_name1. Name columns without a single value keep what their heading says. */
function matchesOf(roles: RoleOfColumn[], slotOf: Map<number, number>): ColumnMatch[] {
  const taken = new Set<string>();
  const named = roles.filter(({ column }) => slotOf.has(column));
  const others = roles.filter(({ column }) => !slotOf.has(column));
  const matches: (ColumnMatch & { column: number })[] = [];
  for (const { column, heading, role, how } of [...named, ...others]) {
    const slot = slotOf.get(column);
    const standard = standardHeading(role.is === 'name' && slot !== undefined ? { ...role, slot } : role);
    if (standard === null || taken.has(standard)) continue;
    taken.add(standard);
    matches.push({ column, source: heading, standard, how });
  }
  return matches.sort((a, b) => a.column - b.column).map(({ source, standard, how }) => ({ source, standard, how }));
}

/**
 * `admin3Name` beside `admin3Name_fr` is the name without accents, so a reference name; where it equals a name by language it says nothing new.
 */
function demoteUnsuffixed(source: LevelSource, cells: (entry: RoleOfColumn) => Cell[]): RoleOfColumn[] {
  return source.roles.map((entry) => {
    const { role } = entry;
    if (role.is !== 'name' || role.lang !== null || role.slot !== 0 || isSaid(entry)) return entry;
    const suffixed = source.roles.filter((other) => other.role.is === 'name' && other.role.level === role.level && other.role.lang !== null);
    if (suffixed.length === 0) return entry;
    const own = cells(entry);
    const same = suffixed.some((other) => cells(other).every((cell, row) => cell === own[row]));
    if (same) return { ...entry, role: { is: 'drop' } };
    const hasRef = source.roles.some(
      (other) => other.role.is === 'refName' && other.role.level === role.level && cells(other).some((cell) => cell !== null && cell !== ''),
    );
    return { ...entry, role: hasRef ? { is: 'extra' } : { is: 'refName', level: role.level } };
  });
}

/** Values of lang, lang1, lang2, lang3 by slot. */
function declaredLanguages(roles: RoleOfColumn[], cells: (entry: RoleOfColumn) => Cell[]): Map<number, (string | null)[]> {
  const declared = new Map<number, (string | null)[]>();
  for (const entry of roles) {
    if (entry.role.is !== 'lang') continue;
    const values = cells(entry).map((cell) => (typeof cell === 'string' && isLanguageTag(cell.trim()) ? cell.trim() : null));
    if (values.some((value) => value !== null)) declared.set(entry.role.slot, values);
  }
  return declared;
}

/** Name columns of a level that hold anything, the romanized one first, each with its language. */
function nameColumns(
  roles: RoleOfColumn[],
  level: AdminLevel,
  cells: (entry: RoleOfColumn) => Cell[],
  declared: Map<number, (string | null)[]>,
  country: Iso3,
  notes: AttributeNotes,
): NameColumn[] {
  const suffixes = new Set(roles.flatMap(({ role }) => (role.is === 'name' && role.lang !== null ? [languageIn(country, role.lang)] : [])));
  const romanized = [...suffixes].filter(isRomanized);
  const columns: NameColumn[] = [];
  for (const entry of roles) {
    const { role } = entry;
    if (role.is !== 'name' || role.level !== level) continue;
    const clean = cleanNames(cells(entry));
    if (!clean.values.some((value) => value !== null)) continue;
    const langs = role.lang === null ? (declared.get(role.slot) ?? null) : null;
    // What a person said is meant as it was said.
    let lang = role.lang !== null ? (isSaid(entry) ? role.lang : languageIn(country, role.lang)) : (langs?.find((value) => value !== null) ?? null);
    if (role.lang !== null && lang !== role.lang) notes.localLanguages.push({ heading: entry.heading, suffix: role.lang, lang: lang! });
    if (lang === null) {
      const script = scriptOf(clean.values.slice(0, 1000).join(' '));
      // Names without a language beside names of one romanized language in the same layer are in that language (mli adm1).
      lang = script === 'Latn' && romanized.length === 1 ? romanized[0]! : script === null ? null : languageOfScript(script, country);
      if (lang !== null) notes.guessedLanguages.push({ heading: entry.heading, lang });
    }
    columns.push({ entry, lang: lang ?? 'und', langs, clean });
  }
  const order = ({ entry, lang, clean }: NameColumn) => {
    const role = entry.role as Extract<Role, { is: 'name' }>;
    if (declared.size > 0 && role.lang === null) return role.slot;
    const latin = lang === 'und' ? scriptOf(clean.values.slice(0, 1000).join(' ')) === 'Latn' : isRomanized(lang);
    return (latin ? 0 : 100) + role.slot;
  };
  return columns.sort((a, b) => order(a) - order(b) || a.entry.column - b.entry.column);
}

function readDates(entry: RoleOfColumn | undefined, cells: (entry: RoleOfColumn) => Cell[], count: number, notes: AttributeNotes): (string | null)[] {
  if (!entry) return Array.from({ length: count }, () => null);
  const empty: number[] = [];
  const unreadable: number[] = [];
  let example = '';
  const values = cells(entry).map((cell, row) => {
    const reading = readDate(cell);
    if ('iso' in reading) return reading.iso;
    if ('unreadable' in reading) {
      if (unreadable.length === 0) example = reading.unreadable;
      unreadable.push(row);
    } else if (reading.artefact) empty.push(row);
    return null;
  });
  if (empty.length > 0) notes.emptyDates.push({ heading: entry.heading, rows: empty });
  if (unreadable.length > 0) notes.unreadableDates.push({ heading: entry.heading, rows: unreadable, example });
  return values;
}

function firstDate(values: Cell[]): string | null {
  for (const value of values) {
    const reading = readDate(value);
    if ('iso' in reading) return reading.iso;
  }
  return null;
}

/** The version that most rows state. */
function readVersion(entry: RoleOfColumn | undefined, cells: (entry: RoleOfColumn) => Cell[], notes: AttributeNotes): string | null {
  if (!entry) return null;
  const counts = new Map<string, number>();
  for (const cell of cells(entry)) {
    if (cell === null || cell === '') continue;
    const version = toVersion(cell);
    if (version === null) notes.unreadableVersion ??= String(cell);
    else counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  notes.versions = [...counts.keys()].sort();
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? null;
}

/** Columns that the specification does not name, in their order; reference names get its spelling. All-empty ones are kept too: they were there. */
function extraColumns(roles: RoleOfColumn[], level: AdminLevel, cells: (entry: RoleOfColumn) => Cell[], notes: AttributeNotes): ExtraColumn[] {
  const extra: ExtraColumn[] = [];
  for (const entry of roles) {
    const { role } = entry;
    if (role.is === 'drop' || role.is === 'area' || role.is === 'centerLat' || role.is === 'centerLon') {
      if (!isSaid(entry)) notes.dropped.push(entry.heading);
    } else if (role.is === 'refName' && role.level === level) {
      extra.push({ name: standardHeading(role)!, values: cells(entry) });
    } else if (role.is === 'extra' || role.is === 'altName' || role.is === 'refName') {
      extra.push({ name: entry.heading, values: cells(entry) });
    } else if ((role.is === 'pcode' || role.is === 'name') && role.level > level) {
      // A deeper level's column in a shallower layer is no attribute of these units, but where it holds something it was there.
      const values = cells(entry);
      if (values.some((value) => value !== null && value !== '')) extra.push({ name: entry.heading, values });
    }
  }
  return extra;
}
