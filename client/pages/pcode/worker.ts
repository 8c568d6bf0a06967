/** The worker of the page of P-codes: the file is read, matched and written here, by the code of the server that has no server in it (decision 0091). It makes no request. */
import type { AdminLevel, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import type { VersionDiff } from '../../../server/contract/datasets/dataset.ts';
import { inflateSync } from 'fflate';
import { parseGeometryFile } from '../../../server/formats/geometryParse.ts';
import { createGround, createOutlines, formerOf, nameOf, type LookupGround, type LookupOutlines } from '../../../server/lookup/ground.ts';
import { chooseSheet, codeTable, MOST_ROWS, type CodedTable, type ReadSheet } from '../../../server/lookup/table/code.ts';
import { newCells, newHeadings, newTags } from '../../../server/lookup/table/rows.ts';
import { openFile, type OpenedFile } from './file.ts';
import type { Ask, Fault, Told } from './messages.ts';

let ground: LookupGround | null = null;
let outlines: LookupOutlines | null = null;
let opened: OpenedFile | null = null;
let read: ReadSheet | null = null;
let coded: CodedTable | null = null;

const tell = (told: Told, transfer: Transferable[] = []) => (self as unknown as Worker).postMessage(told, transfer);

/** One after another, in the order in which they came. */
let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  last = last.then(() => answer(data)).catch(() => tell({ is: 'fault', fault: faultOf(data) }));
});

const faultOf = ({ is }: Ask): Fault => (is === 'ground' ? 'ground' : 'read');

async function answer(ask: Ask): Promise<void> {
  if (ask.is === 'ground') return openGround(ask);
  if (ask.is === 'file') {
    opened = read = coded = null;
    opened = await openFile(ask.name, new Uint8Array(ask.bytes));
    return;
  }
  if (!ground || !opened) return;
  if (ask.is === 'read') {
    read = chooseSheet(opened.sheets, ground, ask.said, ask.sheet ?? undefined);
    if (!read) return tell({ is: 'fault', fault: 'empty' });
    if (read.table.rowNumbers.length > MOST_ROWS) return tell({ is: 'fault', fault: 'rows' });
    coded = await codeTable(read, ground, outlines, () => '');
    const { rowNumbers } = read.table;
    return tell({
      is: 'coded',
      summary: coded.summary,
      columns: read.columns,
      rows: coded.rows.flatMap(({ notes, method, unit }, i) =>
        notes.length === 0 ? [] : [{ number: rowNumbers[i]!, method, place: unit && `${nameOf(unit)} (${unit.pcode})`, notes }],
      ),
    });
  }
  if (read && coded) write(ask.notes, read, coded, ground, opened);
}

function openGround({ country, geometry, diff }: Extract<Ask, { is: 'ground' }>): void {
  const tables = parseGeometryFile(new Uint8Array(geometry), (bytes) => new TextDecoder().decode(inflateSync(bytes)));
  const levels = tables.map(({ level, units }) => ({ level, units })).toSorted((a, b) => a.level - b.level);
  const before = diff as VersionDiff | null;
  const steps = before ? [{ version: before.against as VersionTag, diff: before, changes: null }] : [];
  ground = createGround(country as Iso3, levels, formerOf(steps, levels));
  outlines = createOutlines(tables);
  tell({ is: 'ready', levels: levels.map(({ level }) => level) });
}

/** @param notes texts of the rows that have some, in their order */
function write(notes: readonly string[], { table }: ReadSheet, { rows, summary }: CodedTable, own: LookupGround, file: OpenedFile): void {
  const levels = own.levels.map(({ level }) => level) as AdminLevel[];
  const added = new Map<number, readonly string[]>();
  if (table.headerRow > 0) added.set(table.headerRow, newHeadings(levels));
  if (table.hxlRow !== null) added.set(table.hxlRow, newTags(levels));
  let next = 0;
  for (const [i, row] of rows.entries()) added.set(table.rowNumbers[i]!, newCells(own, levels, row, row.notes.length > 0 ? (notes[next++] ?? '') : ''));
  const { name, media, bytes } = file.write(summary.sheet, (number) => added.get(number));
  tell({ is: 'written', name, media, bytes: bytes.buffer as ArrayBuffer }, [bytes.buffer as ArrayBuffer]);
}
