/** Coordinates of rows: they place what states no place, are kept for maps, and a code whose unit does not hold the point is asked about, never moved. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeRecordsCsv } from '../../server/presence/files.ts';
import { ingestTogo, readTogo, unitsOf } from '../helpers/togo.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});
/** A point well inside each district, from its own box: the districts of case 00 are rectangles. */
const inside = (pcode: string): [lon: number, lat: number] => {
  const { bbox } = togo.levels.find(({ level }) => level === 2)!.units.find((unit) => unit.pcode === pcode)!;
  return [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
};
const CODES = ['TG0101', 'TG0102', 'TG0201', 'TG0202'];
type Row = [code: string, lon: number | string, lat: number | string];
const table = (rows: Row[], headings = 'Organisation,Cluster,District Pcode,Longitude,Latitude') =>
  [headings, ...rows.map(([code, lon, lat], i) => `Org ${i % 3},Health,${code},${lon},${lat}`)].join('\n') + '\n';
const good = (): Row[] => CODES.flatMap((code) => Array.from({ length: 5 }, (_, i): Row => [code, inside(code)[0] + 0.01 * i, inside(code)[1]]));

describe('coordinates', () => {
  test('a row without a code is placed by its point, in words of any language for the headings', async () => {
    const without = CODES.map((code): Row => ['', ...inside(code)]);
    for (const headings of [
      'Organisation,Cluster,District Pcode,Longitude,Latitude',
      'Organisation,Secteur,Pcode adm2,GPS X,GPS Y',
      'المنظمة,القطاع,ADM2_PCODE,خط الطول,خط العرض',
      'Partenaire,Secteur,ADM2_PCODE,X,Y',
      'Socio,Sector,ADM2_PCODE,Coordenada X,Coordenada Y',
    ]) {
      const result = await ingestTogo(togo, 'tgo_3w.csv', table([...good(), ...without], headings));
      expect(
        [...unitsOf(result)].slice(-4).map(([, unit]) => unit),
        headings,
      ).toEqual(CODES);
      expect(result.data.rows.placed).toMatchObject({ code: 20, point: 4 });
      expect(result.data.rows.needReview).toBe(0);
    }
  });

  test('a table that states places by coordinates alone is a 3W', async () => {
    const rows = CODES.flatMap((code) => [inside(code), inside(code)]).map(([lon, lat], i) => `Org ${i % 3},Health,${lon},${lat}`);
    const result = await ingestTogo(togo, 'tgo_3w.csv', `Organisation,Cluster,Lon,Lat\n${rows.join('\n')}\n`);
    expect(result.data.rows.placed).toEqual({ point: 8 });
  });

  test('a code whose unit does not hold the point is one group for all its rows, and stays above until it is decided', async () => {
    const elsewhere: Row[] = [['TG0101', ...inside('TG0202')], ['TG0101', ...inside('TG0202')]]; // prettier-ignore
    const result = await ingestTogo(togo, 'tgo_3w.csv', table([...good(), ...elsewhere]));
    const groups = result.data.groups.filter(({ cause }) => cause === 'point-elsewhere');
    expect(groups.map(({ rows, candidates }) => [rows, candidates.map(({ pcode }) => pcode).sort()])).toEqual([[2, ['TG0101', 'TG0202']]]);
    expect(unitsOf(result).size).toBe(20);
    // Decided, the rows are where the person says; nobody else's are moved.
    const decision = { ...groups[0]!, pcode: 'TG0101' as never, by: 'ann', at: '2025-01-01' };
    const memory = { places: [decision], sectors: [], orgTypes: [], organisations: [], profiles: [] };
    const after = await ingestTogo(togo, 'tgo_3w.csv', table([...good(), ...elsewhere]), { memory: memory as never });
    expect([after.data.rows.needReview, [...unitsOf(after)].slice(-2).map(([, unit]) => unit)]).toEqual([0, ['TG0101', 'TG0101']]);
  });

  test('near the border is no doubt; zeros and words are no place; the point is kept', async () => {
    const { bbox } = togo.levels.find(({ level }) => level === 2)!.units.find(({ pcode }) => pcode === 'TG0101')!;
    const odd: Row[] = [['TG0101', bbox[2] + 0.005, (bbox[1] + bbox[3]) / 2], ['TG0102', 0, 0], ['TG0102', 'x', 'y'], ['TG0102', '', '']]; // prettier-ignore
    const result = await ingestTogo(togo, 'tgo_3w.csv', table([...good(), ...odd]));
    expect([result.data.rows.needReview, result.normalized.unreadablePoints.map(({ row }) => row)]).toEqual([0, [23, 24]]);
    const { points, records } = result.data;
    expect(records.point!.filter((at) => at >= 0)).toHaveLength(21);
    expect(points![records.point![0]!]).toEqual(inside('TG0101').map((degree): unknown => expect.closeTo(degree, 6)));
    const csv = new TextDecoder().decode(writeRecordsCsv(result.data, null)).split('\r\n');
    expect(csv[0]).toMatch(/longitude,latitude$/);
  });
});
