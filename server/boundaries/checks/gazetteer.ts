/** S4: the gazetteer of an upload, sheets or files, lists the units of the layers, no more and no less, under the same names. */
import type { Finding } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import type { BoundaryContext } from './context.ts';
import type { CheckOutcome } from '../../checks/check.ts';
import { itemAt } from './columns.ts';
import type { GazetteerLevel } from '../uploadTables.ts';
import { layerGazetteers } from '../uploadTables.ts';

export function checkGazetteer({ boundaries, gazetteers = [] }: BoundaryContext): CheckOutcome {
  const layers = boundaries.ignored.filter(({ reason }) => reason === 'no-geometry');
  const listed = [...gazetteers, ...layers.flatMap(({ raw }) => layerGazetteers(raw))];
  const levels = boundaries.levels.flatMap((level) => {
    const lists = listed.filter((entry) => entry.level === level.level);
    return lists.length > 0 ? [{ level, lists: ownLists(lists, listed) }] : [];
  });
  return levels.length > 0 ? levels.flatMap(({ level, lists }) => compare(level, lists)) : { skipped: clause('skipped.no-gazetteer') };
}

/** Where a level has a sheet of its own, the columns that deeper sheets repeat of it say nothing more. */
function ownLists(lists: GazetteerLevel[], all: GazetteerLevel[]): GazetteerLevel[] {
  const own = lists.filter((entry) => !all.some(({ table, level }) => table === entry.table && level > entry.level));
  return own.length > 0 ? own : lists;
}

function compare(level: UploadedLevel, lists: GazetteerLevel[]): Finding[] {
  const listed = new Map<string, string[]>();
  for (const { names } of lists) for (const [code, own] of names) listed.set(code, [...(listed.get(code) ?? []), ...own]);
  const { units } = level.table;
  const drawn = new Set(units.map(({ pcode }) => pcode as string));
  const missing = units.flatMap(({ pcode }, index) => (pcode && !listed.has(pcode) ? [itemAt(level, 'gazetteer.missing', [index], pcode)] : []));
  const extra = [...listed.keys()]
    .filter((code) => !drawn.has(code))
    .map((code) => ({ id: `gazetteer.extra/${level.level}/${code}`, pcodes: [code], rows: [], clause: clause('verbatim', { text: code }) }));
  const renamed = units.flatMap(({ pcode, names }, index) => {
    const written = (pcode && listed.get(pcode)) || [];
    const known = new Set(names.map(({ name }) => fold(name)));
    if (written.length === 0 || known.size === 0 || written.some((name) => known.has(fold(name)))) return [];
    return [itemAt(level, 'gazetteer.name', [index], clause('attributes.gazetteer-name', { code: pcode, drawn: names[0]!.name, listed: written[0]! }))];
  });
  const params = { table: [...new Set(lists.map(({ table }) => table))].slice(0, 3).join('; ') };
  return [
    ...finding('gazetteer.missing', 'warning', level.level, missing, params),
    ...finding('gazetteer.extra', 'warning', level.level, extra, params),
    ...finding('gazetteer.name', 'warning', level.level, renamed, params),
  ];
}

/** Blanks and Unicode forms are no difference of names; letters and accents are. */
const fold = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim();
