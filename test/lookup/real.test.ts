/** The Iraqi list of sites with its P-codes, as others counted them (shared data, README of workgroup). */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../server/contract/admin.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { judgeBoundaries } from '../../server/boundaries/pipeline.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { readTables } from '../../server/formats/tables/table.ts';
import { cellText } from '../../server/formats/tables/rawTable.ts';
import { createGround, createOutlines, type LookupGround, type LookupOutlines } from '../../server/lookup/ground.ts';
import { codeFile } from '../../server/lookup/table/file.ts';

const LIST = '../shared/data/workgroup/overlays/irq_dtm_idp_master_list_r123.xlsx';
const GROUND = '../shared/data/irq/ab/irq_adm_cso_20190603_shp.zip';
const BY_GOVERNORATE = [114, 194, 48, 66, 74, 442, 109, 412, 169, 196, 163, 104, 79, 77, 303, 122, 89, 78];
const file = (path: string) => ({ name: path.split('/').at(-1)!, source: bytesSource(readFileSync(path)) });

describe.skipIf(!existsSync(LIST) || !existsSync(GROUND))('the Iraqi list (needs ../shared/data)', () => {
  let tables: FeatureTable[];
  let ground: LookupGround;
  let outlines: LookupOutlines;
  beforeAll(async () => {
    const options = { country: 'IRQ', dataset: 'cod-ab-irq', sha256: '', today: '2026-11-30' } as never;
    tables = (await judgeBoundaries([{ ...file(GROUND), sha256: '' }] as never, options, {})).published;
    ground = createGround('IRQ' as Iso3, tables.map(({ level, units }) => ({ level, units }))); // prettier-ignore
    outlines = createOutlines(tables);
  }, 120_000);

  test('2,839 of 2,842 are placed, per governorate as counted; 32 state another governorate; the workbook stays as it was', async () => {
    const start = process.cpuUsage();
    const made = await codeFile(file(LIST), ground, outlines, { lang: 'en', said: [], wanted: 'file' });
    const { user, system } = process.cpuUsage(start);
    expect([made.summary.sheet, made.summary.rows, made.summary.placed, made.summary.methods.none]).toEqual(['DTM Dataset', 2842, 2839, 3]);
    expect(made.summary.disagree.find(({ level }) => level === 1)).toEqual({ level: 1, rows: 32 });
    // A second of processor on a machine that is not shared; this says only that nothing is slow by its kind.
    expect((user + system) / 1e6).toBeLessThan(8);
    const [before] = await readTables(file(LIST), { onUnknownEncoding: 'assume' });
    const [after] = await readTables({ name: made.file, source: bytesSource(made.bytes!) }, { onUnknownEncoding: 'assume' });
    expect(after!.rows).toBe(before!.rows);
    expect(after!.columns.slice(0, before!.columns.length)).toEqual(before!.columns);
    const added = after!.columns.slice(before!.columns.length);
    expect(added.map(({ name }) => name)).toEqual([
      'adm1_pcode',
      'adm1_name',
      'adm2_pcode',
      'adm2_name',
      'adm3_pcode',
      'adm3_name',
      'match_method',
      'match_note',
    ]);
    expect(added[0]!.hxl).toBe('#adm1+code');
    const counts = new Map<string, number>();
    for (const cell of added[0]!.cells) if (cellText(cell) !== '') counts.set(cellText(cell), (counts.get(cellText(cell)) ?? 0) + 1);
    expect([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)).toEqual(BY_GOVERNORATE);
  });
});
