import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { compareVersions, movedPieces } from '../../../server/boundaries/change/compare.ts';
import { firstVersions, unitUid } from '../../../server/boundaries/crosswalk/linkage.ts';
import { weighPeople } from '../../../server/boundaries/crosswalk/people.ts';
import { writePiecesGeojson } from '../../../server/boundaries/crosswalk/pieces.ts';
import { writeChanges, type WriteOptions } from '../../../server/boundaries/crosswalk/write.ts';
import { changesAnswer, type ChangesAnswer } from '../../../server/contract/boundaries/crosswalk.ts';
import type { ChangedUnit } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { LANGS } from '../../../server/contract/languages.ts';
import { boxTable } from '../../helpers/boundaries/boxes.ts';

const [V1, V2] = ['v01', 'v02'] as [VersionTag, VersionTag];
const EVIL = '=HYPERLINK("http://x")<script>alert(1)</script>';
/** A loses two fifths to a new unit, B and C merge, D keeps its code and gets a hostile name, E takes a fifth of F, G is gone. */
const OLD = boxTable(1, [
  ['A', null, 0, 0, 5, 1], ['B', null, 5, 0, 6, 1], ['C', null, 6, 0, 8, 1], ['D', null, 0, 3, 8, 4, 'Delta'], ['E', null, 0, 1, 8, 2], ['F', null, 0, 2, 8, 3], ['G', null, 10, 0, 11, 1],
]); // prettier-ignore
const NEW = boxTable(1, [
  ['A', null, 0, 0, 3, 1], ['N', null, 3, 0, 5, 1], ['M', null, 5, 0, 8, 1], ['D', null, 0, 3, 8, 4, EVIL], ['E', null, 0, 1, 8, 2.2], ['F', null, 0, 2.2, 8, 3],
]); // prettier-ignore
const CHANGES = compareVersions([OLD], [NEW], { from: V1, to: V2 });
const version = (own: VersionTag, status: 'current' | 'superseded') => ({
  version: own,
  status,
  publishedAt: '2024-05-06T07:08:09.000Z',
  validFrom: '2024-05',
  validTo: null,
});
const ANSWER: ChangesAnswer = {
  dataset: 'cod-ab-exl' as DatasetId, from: version(V1, 'superseded'), to: version(V2, 'current'), method: 'overlay', via: [], bump: CHANGES.bump,
  levels: weighPeople(CHANGES, { dataset: 'cod-ps-exl' as DatasetId, version: V1, levels: [{ level: 1, year: 2023, side: 'before', people: new Map([['A', 1000], ['B', 7], ['C', 50], ['F', 333], ['G', 5]]) }] }),
}; // prettier-ignore
const first = firstVersions([CHANGES], 1);
const OPTIONS: WriteOptions = {
  lang: 'en', title: 'Exampleland <b>', disclaimer: 'No <opinion>.', country: 'SLE' as Iso3, decided: { by: 'im', at: '2024-05-06T07:08:09.000Z' },
  firstOf: (which) => Promise.resolve((_level: AdminLevel, unit: ChangedUnit) => (which === 'target' ? (first.get(unit.pcode) ?? V1) : V1)),
}; // prettier-ignore
const rowsOf = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];

test('the answer is as the contract says', () => {
  expect(changesAnswer.parse(ANSWER)).toEqual(JSON.parse(JSON.stringify(ANSWER)));
});

describe('the table of relations', () => {
  test('has the columns of the specification, in their order', async () => {
    const csv = await writeChanges('csv', ANSWER, OPTIONS);
    expect(csv.split('\r\n')[0]).toBe(
      '\ufefflevel,cluster,relation,source_pcode,source_name,target_pcode,target_name,source_area_sqkm,target_area_sqkm,shared_area_sqkm,share_of_source,share_of_target,people_share_of_source,people_share_of_target,people_basis,evidence,certainty,effective_date,legal_act,decided_by,decided_at,from_version,to_version',
    );
    const row = rowsOf(csv).find(({ source_pcode: source, target_pcode: target }) => source === 'A' && target === 'N')!;
    expect(row).toMatchObject({ level: '1', relation: 'split-off', share_of_source: '0.4', share_of_target: '1', people_basis: 'area', effective_date: '2024-05', decided_by: 'im', from_version: 'v01', to_version: 'v02' }); // prettier-ignore
    expect(rowsOf(csv).find(({ source_pcode: source }) => source === 'G')).toMatchObject({ relation: 'abolished', target_pcode: '(none)' });
  });

  test('rows of one source add to 1, and no cell runs as a formula', async () => {
    const csv = await writeChanges('csv', ANSWER, OPTIONS);
    for (const own of Map.groupBy(rowsOf(csv), ({ source_pcode: source }) => source).values())
      expect(own.reduce((sum, row) => sum + Number(row['share_of_source']), 0)).toBeCloseTo(1, 6);
    expect(rowsOf(csv).find(({ source_pcode: source }) => source === 'D')!['target_name']).toBe(`'${EVIL}`);
  });

  test('the lookup says how much of each unit goes where, and by what', async () => {
    const rows = rowsOf(await writeChanges('lookup', ANSWER, OPTIONS));
    expect(Object.keys(rows[0]!).slice(0, 5)).toEqual(['source_pcode', 'target_pcode', 'weight', 'exact', 'basis']);
    expect(rows.find(({ source_pcode: source, target_pcode: target }) => source === 'A' && target === 'N')).toMatchObject({ weight: '0.4', exact: 'no', basis: 'area' }); // prettier-ignore
    expect(rows.find(({ source_pcode: source }) => source === 'B')).toMatchObject({ target_pcode: 'M', weight: '1', exact: 'yes' });
  });
});

describe('the linkage', () => {
  const uid = (pcode: string, since: VersionTag) => unitUid('SL', 1, pcode, since);

  test('an identifier is a UUID of version 5 that everybody makes alike', () => {
    // uuid.uuid5(uuid.NAMESPACE_OID, 'SL|1|A|v01') of Python.
    expect(unitUid('SL', 1, 'A', V1)).toBe('91b8b7a2-eabf-5c8b-93b2-c4ce99d2a156');
  });

  test('read back, it gives the same graph', async () => {
    const rows = rowsOf(await writeChanges('linkage', ANSWER, OPTIONS));
    const graph = rows.map((row) => [row['source_uid'], row['target_uid'], row['relationship'], row['overlap_pct']].join(' ')).toSorted();
    expect(graph).toEqual(
      [
        `${uid('A', V1)} ${uid('A', V2)} split_into 60`,
        `${uid('A', V1)} ${uid('N', V2)} split_into 40`,
        `${uid('B', V1)} ${uid('M', V2)} merged_into 100`,
        `${uid('C', V1)} ${uid('M', V2)} merged_into 100`,
        `${uid('F', V1)} ${uid('F', V2)} redistricted_into 80`,
        `${uid('F', V1)} ${uid('E', V2)} redistricted_into 20`,
        `${uid('E', V1)} ${uid('E', V2)} redistricted_into 100`,
        `${uid('G', V1)}  abolished 100`,
      ].toSorted(),
    );
    expect(rows.find(({ relationship }) => relationship === 'abolished')).toMatchObject({ effective_date: '2024-05', notes: 'adm1 G; abolished; exact' });
  });

  test('a unit keeps its identifier where it goes on with nearly the same ground', () => {
    expect([first.get('D'), first.get('N'), first.get('A')]).toEqual(['v01', 'v02', 'v02']);
  });
});

describe('the page', () => {
  test.each(LANGS)('%s: whole, in its direction, with every text escaped and no script', async (lang) => {
    const html = await writeChanges('html', ANSWER, { ...OPTIONS, lang });
    expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html.slice(html.indexOf('<body>'))).not.toMatch(/<script|<b>|\{\w/);
    expect(html).toContain('&#60;script&#62;');
  });

  test('says what is not placed, and shares with their range', async () => {
    const html = await writeChanges('html', ANSWER, OPTIONS);
    expect(html).toContain('Exampleland &#60;b&#62;');
    expect(html).toMatch(/about 40 % \(40 % to 50 %\); by area/);
    expect(html).toContain('G G: 5, on ground that no new unit covers.');
  });
});

test('moved ground comes as polygons with both units', () => {
  const { features } = JSON.parse(writePiecesGeojson(movedPieces([OLD], [NEW], 1), { from: V1, to: V2 })) as { features: { properties: Record<string, unknown>; geometry: { type: string; coordinates: number[][][] } }[] }; // prettier-ignore
  const piece = features.find(({ properties }) => properties['source_pcode'] === 'A')!;
  expect(piece.properties).toMatchObject({ level: 1, target_pcode: 'N', from_version: 'v01', to_version: 'v02' });
  expect(piece.geometry.type).toBe('Polygon');
  const ring = piece.geometry.coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  const area = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0]! * y! - x! * ring[i]![1]!), 0);
  expect(area).toBeGreaterThan(0);
});
