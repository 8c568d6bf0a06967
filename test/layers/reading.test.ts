/** Tables and files read as a layer: guesses with evidence, doubts that wait for a yes, and a ledger in which every row is. */
import { describe, expect, test } from 'vitest';
import type { LayerSaid } from '../../server/contract/overlays/layer.ts';
import type { LayerIngest } from '../../server/layers/pipeline.ts';
import { csvOf, GRID, readLayer } from '../helpers/layers/ground.ts';

const { west, south } = GRID;
type Row = [name: string, lat: string | number, lon: string | number, kind: string, people: string | number, unit: string];
const HEADING = ['Site name', 'Latitude', 'Longitude', 'Type of site', 'Individuals', 'adm1_pcode'];
/** Forty places, one in each tenth of a degree, in the west and in the east. */
const ROWS: Row[] = Array.from({ length: 40 }, (_, i) => [
  `Place ${i + 1}`,
  Number((south + 0.05 + (i % 20) * 0.1).toFixed(4)),
  Number((west + 0.033 + (i % 8) * 0.25).toFixed(4)),
  ['camp', 'school', 'camp', 'tent'][i % 4]!,
  10 * (i + 1),
  i % 8 < 4 ? 'XX01' : 'XX02',
]);
const csv = (rows: readonly Row[] = ROWS) => csvOf([HEADING, ...rows]);
const questions = ({ questions: asked }: LayerIngest) => asked.map(({ id, rows }) => [id, rows]);
const sums = ({ facts: { ledger } }: LayerIngest) => ({
  read: ledger.read,
  drawn: ledger.drawn,
  without: ledger.withoutCoordinates.count,
  outside: ledger.outside.count,
  dropped: ledger.dropped.reduce((sum, { count }) => sum + count, 0),
});
const addsUp = (made: LayerIngest) => {
  const { read, ...parts } = sums(made);
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(read);
};
const total = ({ table }: LayerIngest) => table!.levels[0]!.rows[0]!;
const mend = (mends: LayerSaid['mends'], text: string) => readLayer({ 'sites.csv': text }, { said: { mends } });

describe('a plain table', () => {
  test('is read with roles from evidence, joined, and asks nothing', async () => {
    const made = await readLayer({ 'sites.csv': csv() });
    addsUp(made);
    expect(questions(made)).toEqual([]);
    expect(made.columns.map(({ heading, role }) => [heading, role.is])).toEqual([
      ['Site name', 'name'],
      ['Latitude', 'lat'],
      ['Longitude', 'lon'],
      ['Type of site', 'class'],
      ['Individuals', 'size'],
      ['adm1_pcode', 'pcode'],
    ]);
    expect(made.columns.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(total(made)).toMatchObject({ features: 40, near: 0, sum: 8200 });
    expect(made.table!.levels[1]!.rows.map(({ pcode, features }) => [pcode, features])).toEqual([
      ['XX01', 20],
      ['XX02', 20],
    ]);
    // Each level adds up to the one above.
    for (const { rows } of made.table!.levels) expect(rows.reduce((sum, { features }) => sum + features!, 0)).toBe(40);
    expect(made.facts.legend.entries.map(({ value, count }) => [value, count])).toEqual([
      ['camp', 20],
      ['school', 10],
      ['tent', 10],
    ]);
    expect(made.report.publishable).toBe(true);
    // Largest first.
    expect(made.features.source.rowNumber.slice(0, 3)).toEqual(Uint32Array.of(41, 40, 39));
  });

  test.each([
    ['_a4_gps_latitude', '_a4_gps_longitude'],
    ['y', 'x'],
    ['LAT', 'LONG'],
    ['Coord_Y', 'Coord_X'],
    ['latitud', 'longitud'],
  ])('finds %s and %s', async (lat, lon) => {
    const made = await readLayer({ 'sites.csv': csvOf([['name', lat, lon], ...ROWS.map(([name, y, x]) => [name, y, x])]) });
    expect(sums(made)).toMatchObject({ read: 40, drawn: 40 });
  });

  test('finds both in one cell, and WKT of lines and areas', async () => {
    const point = await readLayer({ 'form.csv': csvOf([['name', '_geolocation'], ...ROWS.map(([name, y, x]) => [name, `${y} ${x} 0 0`])]) });
    expect(sums(point)).toMatchObject({ drawn: 40 });
    const line = await readLayer({
      'roads.csv': csvOf([
        ['name', 'WKT'],
        ['a', `LINESTRING (${west} ${south + 0.1}, ${west + 1} ${south + 0.1})`],
      ]),
    });
    expect([line.facts.shape, line.facts.totals.lengthKm]).toEqual(['lines', expect.closeTo(96.3, 0)]);
  });

  test('without coordinates asks which columns they are', async () => {
    await expect(
      readLayer({
        'list.csv': csvOf([
          ['name', 'people'],
          ['a', 1],
          ['b', 2],
        ]),
      }),
    ).rejects.toMatchObject({
      code: 'layer.no-coordinates',
      details: { columns: [{ heading: 'name' }, { heading: 'people' }] },
    });
  });

  test('says which rows have no place, lie outside, share one place, or state another unit', async () => {
    const made = await readLayer({
      'sites.csv': csv([
        ...ROWS,
        ['No place', '', '', 'camp', 5, ''],
        ['Nonsense', 'near the river', 'unknown', 'camp', 5, ''],
        ['Far', 10, 10, 'camp', 5, ''],
        ['Border', south + 0.25, west - 0.01, 'camp', 5, ''],
        ['Elsewhere', south + 0.25, west + 0.25, 'camp', 5, 'XX02'],
        ...Array.from({ length: 21 }, (): Row => ['Centre', south + 1.111, west + 1.111, 'tent', 1, '']),
      ]),
    });
    addsUp(made);
    expect(sums(made)).toEqual({ read: 66, drawn: 63, without: 2, outside: 1, dropped: 0 });
    const { join, ledger } = made.facts;
    expect(ledger.withoutCoordinates.rows).toEqual([42, 43]);
    expect(ledger.outside.rows).toEqual([44]);
    expect([join.near.rows, join.disagree.rows]).toEqual([[45], [46]]);
    expect([join.stacked.count, join.stacked.places]).toEqual([21, [{ at: [west + 1.111, south + 1.111], count: 21 }]]);
    // Names of the second level are held against the place as codes are.
    const district = ({ 1: lat, 2: lon }: Row) => `Square ${Math.floor((Number(lat) - south) / 0.5)}-${Math.floor((Number(lon) - west) / 0.5)}`;
    const named = ROWS.map((row, i): Row => [...(row.slice(0, 5) as [string, number, number, string, number]), i === 7 ? 'Square 3-0' : district(row)] as Row);
    const read = await readLayer({ 'sites.csv': csvOf([[...HEADING.slice(0, 5), 'adm2_name'], ...named]) });
    expect([read.columns.at(-1)!.role.is, read.facts.join.disagree.rows]).toEqual(['pcode', [9]]);
    const codes = made.report.results.flatMap(({ findings }) => findings.map(({ code, count }) => [code, count]));
    expect(codes).toEqual([
      ['layer.without', 2],
      ['layer.outside', 1],
      ['layer.near', 1],
      ['layer.disagree', 1],
      ['layer.stacked', 1],
    ]);
  });
});

describe('mistakes of coordinates are told with their evidence and mended only after a yes', () => {
  const swapped = csv(ROWS.map(([name, y, x, ...rest]) => [name, x, y, ...rest]));
  const commas = csv(ROWS.map(([name, y, x, ...rest]) => [name, String(y).replace('.', ','), String(x).replace('.', ','), ...rest]));
  const sexagesimal = (value: number, sides: string) => {
    const seconds = Math.round(Math.abs(value) * 3600);
    return `${Math.floor(seconds / 3600)}°${Math.floor((seconds % 3600) / 60)}'${seconds % 60}"${sides[value < 0 ? 1 : 0]}`;
  };
  const degrees = csv(ROWS.map(([name, y, x, ...rest]) => [name, sexagesimal(y as number, 'NS'), sexagesimal(x as number, 'EW'), ...rest]));
  const zeros = csv([...ROWS, ['Empty', 0, 0, 'camp', 5, ''], ['Empty too', 0, 0, 'camp', 5, '']]);

  test.each([
    ['swap', swapped, 40, 40, 0],
    ['commas', commas, 40, 40, 0],
    ['degrees', degrees, 40, 40, 0],
    ['zero', zeros, 2, 40, 40],
  ] as const)('%s', async (is, text, rows, after, before) => {
    const asked = await readLayer({ 'sites.csv': text });
    addsUp(asked);
    expect([questions(asked), sums(asked).drawn, asked.report.publishable]).toEqual([[[`layer:${is}`, rows]], before, false]);
    const [yes, no] = asked.questions[0]!.choices;
    expect([yes!.overlay, no!.overlay]).toEqual([{ mends: { [is]: true } }, { mends: { [is]: false } }]);
    if (is !== 'zero') expect(yes!.points).toHaveLength(40);
    const mended = await readLayer({ 'sites.csv': text }, { said: yes!.overlay! });
    addsUp(mended);
    expect([questions(mended), sums(mended).drawn, mended.facts.mended, mended.report.publishable]).toEqual([[], after, [is], true]);
    expect(total(mended)).toMatchObject({ features: 40 });
    const left = await readLayer({ 'sites.csv': text }, { said: no!.overlay! });
    addsUp(left);
    expect([questions(left), sums(left).drawn, left.facts.mended]).toEqual([[], before, []]);
  });

  test('of some rows only those are exchanged', async () => {
    const text = csv(ROWS.map(([name, y, x, ...rest], i) => (i < 5 ? [name, x, y, ...rest] : [name, y, x, ...rest])));
    const asked = await readLayer({ 'sites.csv': text });
    expect([questions(asked), sums(asked)]).toEqual([[['layer:swap', 5]], { read: 40, drawn: 35, without: 0, outside: 5, dropped: 0 }]);
    expect(sums(await mend({ swap: true }, text)).drawn).toBe(40);
  });

  test('projected numbers are asked for their system, with how many rows each explains', async () => {
    const { default: proj4 } = await import('proj4');
    const to = (lon: number, lat: number) => proj4('+proj=utm +zone=37 +ellps=WGS84 +units=m +no_defs', [lon, lat]).map(Math.round);
    const text = csv(ROWS.map(([name, y, x, ...rest]) => [name, ...(to(x as number, y as number).toReversed() as [number, number]), ...rest]));
    const asked = await readLayer({ 'sites.csv': text });
    addsUp(asked);
    expect([questions(asked), sums(asked).drawn]).toEqual([[['layer:crs', 40]], 0]);
    const [first] = asked.questions[0]!.choices;
    expect([first!.overlay, first!.confidence]).toEqual([{ crs: 'EPSG:32637' }, 1]);
    const made = await readLayer({ 'sites.csv': text }, { said: first!.overlay! });
    expect([sums(made).drawn, made.facts.mended, total(made).features]).toEqual([40, ['crs'], 40]);
    // What a person knows better: the same system by the name that people use.
    expect(sums(await readLayer({ 'sites.csv': text }, { said: { crs: 'UTM 37N' } })).drawn).toBe(40);
  });
});

describe('files of features', () => {
  const feature = (type: string, coordinates: unknown, properties: object = {}) => ({ type: 'Feature', properties, geometry: { type, coordinates } });
  const geojson = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const mixed = geojson(
    feature('Point', [west + 0.1, south + 0.1]),
    feature('Point', [west + 0.2, south + 0.2]),
    feature('LineString', [[west, south], [west + 1, south + 1]]), // prettier-ignore
    feature('Point', null as never),
  );

  test('of several shapes: most are drawn, the others are told, and which it is is asked', async () => {
    const made = await readLayer({ 'all.geojson': mixed });
    addsUp(made);
    expect(made.facts.shape).toBe('points');
    expect(made.facts.ledger.dropped.map(({ why, rows }) => [why, rows])).toEqual([
      ['shape', [3]],
      ['empty', [4]],
    ]);
    const [, second] = made.questions[0]!.choices;
    const lines = await readLayer({ 'all.geojson': mixed }, { said: second!.overlay! });
    expect([lines.facts.shape, lines.facts.ledger.drawn, lines.questions]).toEqual(['lines', 1, []]);
  });

  test('areas have their shares of units, and the ground under several is covered once', async () => {
    const box = (x: number, y: number, side: number) => [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]; // prettier-ignore
    const made = await readLayer({ 'flood.geojson': geojson(feature('Polygon', box(west, south, 0.5)), feature('Polygon', box(west, south, 0.25))) });
    const first = made.table!.levels[2]!.rows[0]!;
    expect([made.facts.shape, first.features, first.share]).toEqual(['areas', 2, 1]);
    expect(first.areaKm2! / made.facts.totals.areaKm2!).toBeCloseTo(1, 6);
    expect(made.table!.levels[0]!.rows[0]!.share).toBeCloseTo(1 / 16, 2);
    // The larger one is drawn first.
    expect([...made.features.source.rowNumber]).toEqual([1, 2]);
  });

  test('with their axes exchanged are told, and mended after a yes', async () => {
    const turned = geojson(...ROWS.map(([name, y, x]) => feature('Point', [y, x], { name })));
    const asked = await readLayer({ 'sites.geojson': turned });
    expect([questions(asked), sums(asked).drawn]).toEqual([[['layer:swap', 40]], 0]);
    expect(sums(await readLayer({ 'sites.geojson': turned }, { said: { mends: { swap: true } } })).drawn).toBe(40);
  });

  test('without boundaries they are drawn and joined to nothing, and it is said', async () => {
    const made = await readLayer({ 'sites.csv': csv() }, { ground: null });
    expect([sums(made).drawn, made.table, made.report.results.flatMap(({ findings }) => findings.map(({ code }) => code))]).toEqual([
      40,
      null,
      ['layer.no-boundaries'],
    ]);
  });
});
