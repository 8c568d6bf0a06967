/** The sample country's dirty workbook against the truth of each row in its manifest: no row may be placed wrongly. */
import { beforeAll, describe, expect, test } from 'vitest';
import { geojsonText } from '../../server/sample/geojson.ts';
import type { PresenceTruth } from '../../server/sample/presence.ts';
import { xlsxBytes } from '../../server/sample/xlsx.ts';
import { makeSample, type Sample } from '../../server/sample/write.ts';
import type { Gazetteer } from '../../server/contract/admin.ts';
import type { PresenceRecord } from '../../server/contract/presence/presence.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { runPresenceIngest, type PresenceIngest } from '../../server/presence/pipeline.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { presenceOptions } from '../helpers/presence.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

let sample: Sample;
let levels: Gazetteer['levels'];
let result: PresenceIngest;
let rows: Map<number, PresenceRecord>;

beforeAll(async () => {
  sample = makeSample();
  const files = sample.layers.map((layer) => uploadOf(`${layer.name}.geojson`, [...geojsonText(layer)].join('')));
  const { layers } = await readUpload(files);
  levels = normalizeBoundaries(layers, { country: 'XNV' as Iso3 }).levels.map(({ level, table }) => ({ level, units: table.units }));
  const workbook = uploadOf(sample.manifest.presence.file, xlsxBytes(sample.presence.sheets));
  result = await runPresenceIngest([workbook], presenceOptions('XNV', levels, { separators: { [CLUSTER]: [' / ', '; ', ' & '] } }));
  rows = new Map(result.normalized.records.map((record) => [record.row, record]));
}, 60_000);

const CLUSTER = 'CLUSTER (Choisir dans la liste déroulante) Pour les projets humanitaires uniquement';

/** The unit itself or one above it. */
function covers(record: PresenceRecord, pcode: string): boolean {
  const parents = new Map(levels.flatMap(({ units }) => units.map((unit) => [unit.pcode as string, unit.parentPcode as string | null])));
  for (let at: string | null = pcode; at; at = parents.get(at) ?? null) if (at === record.pcode) return true;
  return false;
}

/** Which truths the result contradicts. */
const wrong = (truth: PresenceTruth): boolean => {
  const record = rows.get(truth.row)!;
  if (truth.pcode !== null) return !covers(record, truth.pcode);
  // Nobody knows the place: it must not be placed at the level it states, nor in one of the two rival units.
  return (record.statedLevel !== null && record.level >= record.statedLevel) || (truth.candidates ?? []).includes(record.pcode);
};

describe('the sample 3W', () => {
  test('every row is read, blank and total rows are counted', () => {
    const { rows: counts, source } = result.data;
    const { presence } = sample.manifest;
    expect(source.sheet).toBe(presence.sheet);
    expect(source.headerRows).toEqual([presence.headerRow]);
    expect(counts.read).toBe(presence.rows.length + 1);
    expect(counts.dropped).toEqual({ total: 1 });
    expect(presence.rows.filter(({ row }) => !rows.has(row))).toEqual([]);
  });
  test('no row is placed wrongly', () => expect(sample.manifest.presence.rows.filter(wrong)).toEqual([]));
  test('the certain ones are placed where they are', () => {
    const share = (causes: string[]) => {
      const own = sample.manifest.presence.rows.filter(({ cause }) => causes.includes(cause));
      expect(own.length).toBeGreaterThan(5);
      return own.filter(({ row, pcode }) => rows.get(row)!.pcode === pcode).length / own.length;
    };
    expect(share(['clean', 'code-only', 'parent-only', 'code-iso3-prefix', 'code-lower-case', 'code-blanks'])).toBe(1);
    expect(share(['code-lost-zero'])).toBeGreaterThan(0.9);
    expect(share(['name-only', 'name-no-accents', 'name-arabic'])).toBeGreaterThan(0.9);
  });
  test('two codes that changed places are called swapped', () => expect(result.data.groups.some(({ swappedWith }) => swappedWith !== null)).toBe(true));
  test('organisations are those of the manifest', () => {
    const met = new Set(sample.manifest.presence.rows.map(({ organisation }) => organisation));
    expect(result.data.organisations).toHaveLength(met.size);
  });
  test('sectors, status and dates', () => {
    const differing = sample.manifest.presence.rows.flatMap(({ row, sectors, status, start, end }) => {
      const record = rows.get(row)!;
      const same =
        record.sectors.toSorted().join() === sectors.toSorted().join() &&
        record.status === (status ?? 'unknown') &&
        record.start === start &&
        record.end === end;
      return same ? [] : [{ row, sectors, got: record.sectors, status: [status, record.status], start: [start, record.start], end: [end, record.end] }];
    });
    expect(differing).toEqual([]);
  });
});
