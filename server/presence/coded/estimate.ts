/**
 * The version of the boundaries that the codes of a file are those of (versions.md §5): the one that explains most rows. A unit that kept its code and
 * lost ground is other ground in each version, so where several explain as many a person is asked, if any row hangs on the answer. Pure.
 */
import type { AdminLevel, VersionTag } from '../../contract/ids.ts';
import type { CodedBy, CodedEdition } from '../../contract/presence/coded.ts';
import type { PresenceRole } from '../../contract/presence/columns.ts';
import type { Fates } from '../../contract/boundaries/heirs.ts';
import { cellText, type RawTable } from '../../formats/tables/rawTable.ts';

/** A version that the file may be coded by. */
export interface Edition {
  version: VersionTag;
  validOn: string | null;
  /** P-codes by level. */
  codes: ReadonlyMap<number, ReadonlySet<string>>;
}

export interface EstimateAsked {
  /** Newest first; the first is current. */
  editions: readonly Edition[];
  /** What became of the units of an older version in a newer one. */
  fatesBetween: (older: VersionTag, newer: VersionTag) => Fates;
  said?: VersionTag | undefined;
  /** What a person said of the last file of this layout, when the same version was current. */
  before?: VersionTag | undefined;
}

/** Of the rows; versions that are no further behind the best explain as many. */
export const AS_MANY = 0.01;
/** Of the filled cells of a column that was taken for nothing else: whole schemes of codes change. */
const CODES = 0.8;

/** null where there is one version only. */
export function estimateCoded(
  table: Pick<RawTable, 'columns' | 'rows'>,
  roles: readonly PresenceRole[],
  { editions, fatesBetween, said, before }: EstimateAsked,
): CodedBy | null {
  const [current] = editions;
  if (!current || editions.length < 2) return null;
  const stated = readCodes(table, roles, editions);
  const explained = (edition: Edition) => sum(stated, (codes) => codes.every(({ level, code }) => edition.codes.get(level)?.has(code)));
  const told = editions.map((edition): CodedEdition => ({ version: edition.version, validOn: edition.validOn, explained: explained(edition) }));
  const rows = sum(stated, () => true);
  const make = (version: VersionTag, how: CodedBy['how'], differing = 0): CodedBy => ({ version, how, rows, differing, editions: told });
  if (said !== undefined) return make(said, 'said');

  const most = Math.max(...told.map((each) => each.explained));
  const near = told.filter((each) => most - each.explained <= AS_MANY * rows);
  const best = near.find((each) => each.explained === most)!;
  if (near.length === 1) return make(best.version, 'codes');
  if (before !== undefined && near.some(({ version }) => version === before)) return make(before, 'before');
  const [newest] = near as [CodedEdition];
  const fates = near
    .slice(1)
    .map(({ version }) => ({ codes: editions.find((each) => each.version === version)!.codes, of: fatesBetween(version, newest.version) }));
  const newCodes = editions.find((each) => each.version === newest.version)!.codes;
  const differing = sum(stated, (codes) => {
    const { level, code } = codes.at(-1)!;
    return newCodes.get(level)?.has(code) === true && fates.some((each) => each.codes.get(level)?.has(code) && !isSame(each.of, level, code));
  });
  return make(best.version, differing > 0 ? 'asked' : 'same', differing);
}

/** The same code for the same ground. */
function isSame(fates: Fates, level: AdminLevel, code: string): boolean {
  const fate = fates(level, code);
  if (!fate) return true;
  return (fate.how === 'exact' || fate.how === 'near') && fate.heirs[0]?.pcode === code && fate.heirs[0].level === level;
}

type Codes = { level: AdminLevel; code: string }[];
/** Different combinations of codes, each with how many rows have it. */
type Stated = Map<string, { codes: Codes; rows: number }>;

const sum = (stated: Stated, has: (codes: Codes) => boolean | undefined) =>
  [...stated.values()].reduce((all, { codes, rows }) => all + (has(codes) ? rows : 0), 0);

/** As codes are written in the boundaries; '' where the cell states none. */
const codeOf = (cell: Parameters<typeof cellText>[0]) => cellText(cell).trim().toUpperCase();

function readCodes({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>, roles: readonly PresenceRole[], editions: readonly Edition[]): Stated {
  const columnsOfCodes = columns
    .flatMap(({ cells }, at) => {
      const role = roles[at] ?? { is: 'ignore' as const };
      const level = role.is === 'place' && role.part === 'code' ? role.level : role.is === 'ignore' ? levelOf(cells, editions) : null;
      return level === null || level === 0 ? [] : [{ cells, level }];
    })
    .toSorted((a, b) => a.level - b.level);
  const stated: Stated = new Map();
  for (let row = 0; row < rows; row++) {
    const codes = columnsOfCodes.flatMap(({ cells, level }) => {
      const code = codeOf(cells[row] ?? null);
      return code === '' ? [] : [{ level, code }];
    });
    if (codes.length === 0) continue;
    const key = codes.map(({ level, code }) => `${level} ${code}`).join('\u0001');
    const known = stated.get(key);
    if (known) known.rows++;
    else stated.set(key, { codes, rows: 1 });
  }
  // What no version has at all speaks for none.
  for (const [key, { codes }] of stated) if (!codes.some(({ level, code }) => editions.some((each) => each.codes.get(level)?.has(code)))) stated.delete(key);
  return stated;
}

/** The level whose codes nearly all cells are, in one version; numbers alone are counts as well. */
function levelOf(cells: RawTable['columns'][number]['cells'], editions: readonly Edition[]): AdminLevel | null {
  const codes = cells.map(codeOf).filter((code) => code !== '' && /\p{L}/u.test(code));
  const distinct = new Set(codes);
  if (distinct.size === 0 || codes.length < CODES * cells.filter((cell) => codeOf(cell) !== '').length) return null;
  for (const { codes: byLevel } of editions)
    for (const [level, own] of byLevel) {
      const known = [...distinct].filter((code) => own.has(code)).length;
      if (level > 0 && known >= CODES * distinct.size) return level as AdminLevel;
    }
  return null;
}
