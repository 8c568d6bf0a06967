/** Features of a stored file: read once for where they lie, streamed at six decimals, found by what is asked. */
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectionId, parseCollectionId } from '../../server/ogc/ids.ts';
import { readItemsQuery, selectRows } from '../../server/ogc/query.ts';
import { Rounder } from '../../server/ogc/rounding.ts';
import { Scanner, type StoredRows } from '../../server/ogc/scan.ts';
import { runsOf, writeFeatures } from '../../server/ogc/stream.ts';
import { layCounts, presenceCounts, PRESENCE_NUMBERS } from '../../server/ogc/counts.ts';
import { seededRandom } from '../helpers/random.ts';

const rounded = (text: string, cuts: number[] = []): string => {
  const rounder = new Rounder();
  const bytes = Buffer.from(text);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    rounder.push(bytes, from, to);
    parts.push(rounder.take(to === bytes.length).slice());
    from = to;
  }
  return Buffer.concat(parts).toString();
};

describe('six decimals', () => {
  test.each([
    ['[-13.3090106,6.9233792]', '[-13.309011,6.923379]'],
    ['[1.0000004,1.0000005]', '[1,1.000001]'],
    ['[9.9999995,-9.9999995]', '[10,-10]'],
    ['[-0.0000004,0.0000006]', '[-0,0.000001]'],
    ['[99.9999999,5]', '[100,5]'],
    ['[12.3456789012,-0.5]', '[12.345679,-0.5]'],
    ['{"type":"Point","coordinates":[10,20.25]}', '{"type":"Point","coordinates":[10,20.25]}'],
    ['null', 'null'],
  ])('%s → %s, wherever the bytes are cut', (text, expected) => {
    expect(rounded(text)).toBe(expected);
    for (let cut = 1; cut < text.length; cut++) expect(rounded(text, [cut]), `cut at ${cut}`).toBe(expected);
  });

  test('a thousand numbers are what arithmetic says', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 1000; i++) {
      const value = (random(3_600_000_000) - 1_800_000_000) / 1e7;
      expect(Math.abs(Number(rounded(`[${value}]`).slice(1, -1)) - value)).toBeLessThanOrEqual(5.0001e-7);
    }
  });
});

const place = (code: string, x: number, from: string | null, to: string | null = null) =>
  `{"type":"Feature","properties":${JSON.stringify({ adm2_name: `Place “${code}”},"geometry":`, adm2_pcode: code, adm1_pcode: code.slice(0, 4), valid_on: from, valid_to: to, area_sqkm: 3 })},"geometry":{"type":"MultiPolygon","coordinates":[[[[${x},7.1234567],[${x + 1},7],[${x + 1},8],[${x},7.1234567]]]]}}`;
const FILE = `{"type":"FeatureCollection","name":"x","bbox":[-180,7,1,8],"features":[\n${[
  place('SL0101', -179.5, '2016-01-01'),
  place('SL0102', 178, '2010-01-01', '2015-12-31'),
  place('SL0201', -0.5, null),
].join(
  ',\n',
)},\n{"type":"Feature","properties":{"adm2_name":"Nowhere","adm2_pcode":"SL0202","adm1_pcode":"SL02","valid_on":null,"valid_to":null,"area_sqkm":2.5},"geometry":null}\n]}\n`;

function scan(text: string, piece = text.length): StoredRows {
  const scanner = new Scanner();
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += piece) scanner.push(bytes.subarray(i, i + piece));
  return scanner.finish(2);
}
const rows = scan(FILE);
const objects = (piece = 50) => ({
  ensure: async () => undefined,
  stream: (_: string, offset: number, length: number) => {
    const bytes = Buffer.from(FILE).subarray(offset, offset + length);
    return Readable.from(Array.from({ length: Math.ceil(bytes.length / piece) }, (_part, i) => bytes.subarray(i * piece, (i + 1) * piece)));
  },
});
async function written(of: number[], wanted: { properties: string[] | null; geometry: boolean } = { properties: null, geometry: true }, piece = 50) {
  const parts: Uint8Array[] = [];
  for await (const part of writeFeatures(objects(piece), { rows, geometry: { of: 'file', key: 'x', spans: rows } }, of, wanted)) parts.push(part.slice());
  return JSON.parse(`[${Buffer.concat(parts).toString()}]`) as {
    id: string;
    properties: Record<string, unknown>;
    geometry: { type: string; coordinates: number[][][][] } | null;
  }[];
}

test('a piece that is still on its way stays as it is while the next one is taken, also where a number is cut between them', () => {
  const rounder = new Rounder();
  const text = Buffer.from('[1.2345678,9.8765432,');
  rounder.push(text, 0, text.length);
  const first = rounder.take(false);
  const sent = Buffer.from(first).toString();
  const more = Buffer.from('5.55555');
  rounder.push(more, 0, more.length);
  rounder.take(false);
  expect(Buffer.from(first).toString()).toBe(sent);
});

describe('a stored file', () => {
  test('is read to where each geometry lies, also in pieces of a few bytes', () => {
    expect(rows.ids).toEqual(['SL0101', 'SL0102', 'SL0201', 'SL0202']);
    expect(Array.from(rows.boxes.subarray(0, 4))).toEqual([-179.5, 7, -178.5, 8]);
    expect(rows.boxes[12]).toBeNaN();
    expect([rows.bbox, rows.geometry]).toEqual([[-179.5, 7, 179, 8], 'MultiPolygon']);
    expect(Object.fromEntries(rows.fields.map(({ name, type }) => [name, type]))).toEqual({
      adm2_name: 'string', adm2_pcode: 'string', adm1_pcode: 'string', valid_on: 'date', valid_to: 'date', area_sqkm: 'number',
    }); // prettier-ignore
    for (const piece of [1, 7, 64, 333]) expect(scan(FILE, piece), String(piece)).toEqual(rows);
  });

  test('features come as they are stored, in any selection and in any pieces', async () => {
    const all = JSON.parse(FILE) as { features: { properties: unknown }[] };
    for (const piece of [1, 13, 4096]) {
      const found = await written([0, 1, 2, 3], undefined, piece);
      expect(found.map(({ properties }) => properties)).toEqual(all.features.map(({ properties }) => properties));
      expect(found.map(({ geometry }) => geometry?.coordinates[0]![0]![0] ?? null)).toEqual([[-179.5, 7.123457], [178, 7.123457], [-0.5, 7.123457], null]);
    }
    expect((await written([0, 2])).map(({ id }) => id)).toEqual(['SL0101', 'SL0201']);
    expect(await written([1], { properties: ['adm1_pcode'], geometry: false })).toEqual([
      { type: 'Feature', id: 'SL0102', properties: { adm1_pcode: 'SL01' }, geometry: null },
    ]);
    expect(await written([])).toEqual([]);
  });

  test('a file that is shorter than it was is an error, not an answer', async () => {
    const cut = { ensure: async () => undefined, stream: () => Readable.from([Buffer.from('[[')]) };
    const read = async () => {
      for await (const _ of writeFeatures(cut, { rows, geometry: { of: 'file', key: 'x', spans: rows } }, [0], { properties: null, geometry: true })) void _;
    };
    await expect(read()).rejects.toThrow('shorter');
  });

  test('what lies far apart is read apart', () => {
    const spans = { from: Float64Array.of(0, 100, 1e6), to: Float64Array.of(90, 200, 1e6 + 5) };
    expect(runsOf([0, 1, 2], spans)).toEqual([[0, 1], [2]]);
  });
});

describe('what is asked', () => {
  const found = (asked: Record<string, unknown>) => selectRows(rows, readItemsQuery(asked, rows)).map((row) => rows.ids[row]);
  test.each([
    [{}, ['SL0101', 'SL0102', 'SL0201', 'SL0202']],
    [{ bbox: '-1,6,2,9' }, ['SL0201']],
    [{ bbox: '-1,6,0,2,9,100' }, ['SL0201']],
    // Over the antimeridian, from 177 east to 177 west.
    [{ bbox: '177,6,-177,9' }, ['SL0101', 'SL0102']],
    [{ datetime: '2012-05-05' }, ['SL0102', 'SL0201', 'SL0202']],
    [{ datetime: '2016-01-01T00:00:00Z/..' }, ['SL0101', 'SL0201', 'SL0202']],
    [{ datetime: '../2009-12-31' }, ['SL0201', 'SL0202']],
    [{ datetime: '/2010-06-01' }, ['SL0102', 'SL0201', 'SL0202']],
    [{ pcode: 'SL0102' }, ['SL0102']],
    [{ parent: 'SL02' }, ['SL0201', 'SL0202']],
    [{ adm1_pcode: 'SL02', adm2_name: 'Nowhere' }, ['SL0202']],
    [{ pcode: 'sl0102' }, []],
  ])('%j', (asked, expected) => expect(found(asked)).toEqual(expected));

  test.each([
    [{ limit: '-1' }, 'limit'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '1e9' }, 'limit'],
    [{ limit: '' }, 'limit'],
    [{ limit: ['1', '2'] }, 'limit'],
    [{ offset: '1.5' }, 'offset'],
    [{ bbox: '1,2,3' }, 'bbox'],
    [{ bbox: 'nan,1,2,3' }, 'bbox'],
    [{ bbox: '0,9,1,8' }, 'bbox'],
    [{ bbox: '0,0,200,1' }, 'bbox'],
    [{ datetime: '2020-13-01' }, 'datetime'],
    [{ datetime: '2020-02-31' }, 'datetime'],
    [{ datetime: '2021-01-01/2020-01-01' }, 'datetime'],
    [{ datetime: '..' }, 'datetime'],
    [{ properties: 'adm2_pcode,secret' }, 'properties'],
    [{ skipGeometry: 'yes' }, 'skipGeometry'],
    [{ area_sqkm: '3' }, 'area_sqkm'],
    [{ __proto__x: '1' }, '__proto__x'],
  ])('%j is refused by its name', (asked, name) => {
    const refused = (() => {
      try {
        readItemsQuery(asked, rows);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(refused).toBeInstanceOf(z.ZodError);
    expect((refused as z.ZodError).issues[0]!.path).toEqual([name]);
  });

  test('more than the most is the most', () => expect(readItemsQuery({ limit: '1000000' }, rows).limit).toBe(10_000));
});

test('ids hold no dot and lead back', () => {
  const ref = { dataset: 'cod-ab-sle', version: 'v02.01', part: 'adm2' } as never;
  expect(collectionId(ref)).toBe('cod-ab-sle_v02-01_adm2');
  expect(parseCollectionId('cod-ab-sle_v02-01_adm2')).toEqual(ref);
  expect(parseCollectionId('layer-sle-health-sites_current_features')).toMatchObject({ dataset: 'layer-sle-health-sites', version: 'current' });
  for (const no of ['', 'cod-ab-sle', 'cod-ab-sle_v02.01_adm2', 'cod-xx-sle_v01_adm2', '../x_v01_adm1', 'cod-ab-sle_v1_adm2'])
    expect(parseCollectionId(no), no).toBeNull();
});

test('counts lie on units: what is withheld has a reason and no number, what nobody reported is not nought', () => {
  const told = {
    reported: ['SL0102'],
    byPcode: {
      SL0101: { organisations: 5, sectors: 2, records: 9, people: 40 },
      SL0201: { organisations: null, sectors: null, records: null, people: null, reason: 'withheld' },
    },
  };
  const laid = layCounts(rows, 2, PRESENCE_NUMBERS, presenceCounts(told));
  const all = JSON.parse(`[${laid.ids.map((_, i) => Buffer.from(laid.properties.subarray(laid.starts[i], laid.starts[i + 1])).toString()).join()}]`) as Record<
    string,
    unknown
  >[];
  expect(all.map(({ adm2_pcode, organisations, people, reason }) => [adm2_pcode, organisations, people, reason])).toEqual([
    ['SL0101', 5, 40, null], ['SL0102', 0, null, null], ['SL0201', null, null, 'withheld'], ['SL0202', null, null, 'not-reported'],
  ]); // prettier-ignore
  expect(laid.fields.find(({ name }) => name === 'organisations')).toEqual({ name: 'organisations', type: 'integer' });
});
