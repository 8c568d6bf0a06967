/** B6 to B8: the hierarchy as the columns state it. */
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { clause } from '../../words/clauses.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome } from '../../checks/check.ts';
import { bySeverity, makeItem, nameOf } from '../../checks/items.ts';
import { statedCodes } from './topologyRun.ts';

const SPEC = 'COD-AB specification, Hierarchy';

export const attributeChecks: Check<BoundaryContext>[] = [
  { id: 'B6', spec: `${SPEC}: nested by attribute`, run: checkStatedParents },
  { id: 'B7', spec: `${SPEC}: levels cover the country`, run: checkChildless },
  { id: 'B8', spec: 'topo-tools: multiple-parents', run: checkSeveralParents },
];

interface Pair {
  child: UploadedLevel;
  parent: UploadedLevel;
  /** Code that each child row states, null where none. */
  codes: (string | null)[];
}

/** Each level with each level above it whose codes it states. */
function pairs({ boundaries: { levels } }: BoundaryContext): Pair[] {
  return levels.flatMap((child) =>
    levels.flatMap((parent): Pair[] => {
      if (parent.level >= child.level) return [];
      const codes = statedCodes(child, parent.level);
      return codes.some(Boolean) && parent.table.units.some(({ pcode }) => pcode) ? [{ child, parent, codes }] : [];
    }),
  );
}

const ONE_LEVEL = { skipped: clause('skipped.no-stated-codes') };

function checkStatedParents(context: BoundaryContext): CheckOutcome {
  const all = pairs(context);
  if (all.length === 0) return ONE_LEVEL;
  return all.flatMap(({ child, parent, codes }) => {
    const { table } = child;
    const rowOf = new Map(parent.table.units.map(({ pcode }, row) => [pcode as string, row]));
    const rows = [...codes.keys()];
    const unknown = rows.filter((row) => codes[row] && !rowOf.has(codes[row]));
    // What normalizing worked out from the map is used elsewhere; here counts what the row says.
    const column = child.ancestors.find(({ level }) => level === parent.level)?.pcodes;
    const silent = column?.some(Boolean) ? rows.filter((row) => !column[row]) : [];
    const renamed = rows.flatMap((row) => {
      const parentRow = rowOf.get(codes[row] ?? '');
      const names = parentRow === undefined ? null : otherName(child, parent, row, parentRow);
      return names ? [{ row, ...names }] : [];
    });
    const params = () => ({ parent: parent.level });
    return [
      ...bySeverity(
        'levels.unknown-parent',
        table,
        unknown,
        () => 'error',
        (row) =>
          makeItem(
            'levels.unknown-parent',
            table,
            [row],
            clause('levels.states-unknown', { unit: nameOf(table, row), stated: codes[row]!, parent: parent.level }),
            {
              values: { stated: codes[row]! },
            },
          ),
        params,
      ),
      ...bySeverity(
        'levels.no-parent',
        table,
        silent,
        // There is one country: its code is filled in without a doubt.
        () => (child.partial || parent.level === 0 ? 'warning' : 'error'),
        (row) => makeItem('levels.no-parent', table, [row], clause('levels.states-none', { unit: nameOf(table, row), parent: parent.level })),
        params,
      ),
      ...bySeverity(
        'levels.parent-name',
        table,
        renamed,
        () => 'warning',
        ({ row, stated, expected }) =>
          makeItem('levels.parent-name', table, [row], clause('levels.calls', { unit: nameOf(table, row), code: codes[row]!, stated, expected }), {
            values: { stated, expected },
          }),
        params,
      ),
    ];
  });
}

/** The first name that differs between what a child says of its parent and what the parent's layer says, in one language. */
function otherName(child: UploadedLevel, parent: UploadedLevel, row: number, parentRow: number): { stated: string; expected: string } | null {
  const stated = child.ancestors.find(({ level }) => level === parent.level)?.names[row] ?? [];
  const own = parent.table.units[parentRow]!.names;
  for (const { lang, name } of stated) {
    const expected = own.find((candidate) => candidate.lang === lang)?.name;
    if (expected && name && expected.normalize('NFC') !== name.normalize('NFC')) return { stated: name, expected };
  }
  return null;
}

function checkChildless(context: BoundaryContext): CheckOutcome {
  const next = pairs(context).filter(({ child, parent }) => child.level === parent.level + 1);
  if (next.length === 0) return ONE_LEVEL;
  return next.flatMap(({ child, parent: { table }, codes }) => {
    const known = new Set(codes);
    const childless = [...table.units.keys()].filter((row) => table.units[row]!.pcode && !known.has(table.units[row]!.pcode));
    return bySeverity(
      'levels.childless',
      table,
      childless,
      () => (child.partial ? 'info' : 'warning'),
      (row) => makeItem('levels.childless', table, [row], clause('levels.has-none', { unit: nameOf(table, row), child: child.level })),
      () => ({ child: child.level }),
    );
  });
}

function checkSeveralParents(context: BoundaryContext): CheckOutcome {
  const all = pairs(context);
  if (all.length === 0) return ONE_LEVEL;
  return all.flatMap(({ child: { table }, parent, codes }) => severalParents(table, parent.level, codes));
}

function severalParents(table: UploadedLevel['table'], parent: AdminLevel, codes: (string | null)[]): Finding[] {
  const groups = Map.groupBy(table.units.keys(), (row): string => table.units[row]!.pcode);
  const torn = [...groups].filter(([code, rows]) => code && new Set(rows.map((row) => codes[row]).filter(Boolean)).size > 1).map(([, rows]) => rows);
  return bySeverity(
    'levels.several-parents',
    table,
    torn,
    () => 'error',
    (rows) => {
      const stated = [...new Set(rows.flatMap((row) => codes[row] || []))];
      const detail = clause('levels.has-codes', { unit: nameOf(table, rows[0]!), parent, codes: stated });
      return makeItem('levels.several-parents', table, rows, detail, { values: { stated: stated.join(', ') } });
    },
    () => ({ parent }),
  );
}
