/** Coordinate systems and encodings that a person said of single layers: they win over what is stated, and are remembered where they fit. */
import { describe, expect, test } from 'vitest';
import { toReadSaid } from '../../../server/boundaries/columns/reading.ts';
import { layoutOf, type RememberedLayer } from '../../../server/boundaries/columns/said.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { COUNTRY, countryRows, FIELDS, shapefileParts, writeDbf, writeZip, zipParts } from '../../formats/country.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const square = [[[500000, 0], [600000, 0], [600000, 100000], [500000, 100000], [500000, 0]]]; // prettier-ignore
/** States zone 36, whose middle lies at 33° east. */
const utm = (stated: string | null = 'EPSG:32636') =>
  uploadOf(
    'adm1.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      ...(stated ? { crs: { type: 'name', properties: { name: stated } } } : {}),
      features: [{ type: 'Feature', properties: { ADM1_PCODE: 'XA01' }, geometry: { type: 'Polygon', coordinates: square } }],
    }),
  );
const HEADINGS = ['ADM1_PCODE'];
const before = (over: Partial<RememberedLayer>): RememberedLayer => ({ layout: layoutOf(HEADINGS), layer: 'adm1', file: 'adm1.geojson', on: '2026-03-01', alone: true, columns: [], ...over }); // prettier-ignore
const read = async (file: ReturnType<typeof utm>, layers: Parameters<typeof toReadSaid>[0]['layers'], remembered: RememberedLayer[] = []) =>
  (await readUpload([file], { said: toReadSaid({ layers }, remembered) })).layers[0]!;
const west = ({ geometry }: { geometry: { coords: Float64Array } }) => Math.round(geometry.coords[0]!);

describe('coordinate system', () => {
  test('said, it wins over what the file states', async () => {
    expect(west(await read(utm(), []))).toBe(33);
    const said = await read(utm(), [{ layer: 'adm1', file: 'adm1.geojson', crs: 'EPSG:32637' }]);
    expect([west(said), said.crs, said.crsSaid]).toEqual([39, 'EPSG:32637', { how: 'asked', stated: 'EPSG:32636' }]);
  });

  test('what it states already, as the template says it, changes nothing', async () => {
    const said = await read(utm(), [{ layer: 'adm1', crs: 'EPSG:32636' }]);
    expect([west(said), said.crsSaid]).toEqual([33, undefined]);
  });

  test('a system of metres for degrees, of degrees for metres, or of no name, is asked again', async () => {
    const degrees = uploadOf('adm1.geojson', JSON.stringify({ type: 'FeatureCollection', features: COUNTRY.features }));
    await expect(read(degrees, [{ layer: 'adm1', crs: 'EPSG:32637' }])).rejects.toMatchObject({ code: 'read.crs', message: expect.stringContaining('its coordinates are degrees') }); // prettier-ignore
    await expect(read(utm(), [{ layer: 'adm1', crs: 'EPSG:4326' }])).rejects.toMatchObject({ code: 'read.crs' });
    await expect(read(utm(), [{ layer: 'adm1', crs: 'nowhere' }])).rejects.toThrow(/nowhere/);
  });

  test('an answer for this upload goes before what is remembered', async () => {
    const remembered = [before({ crs: { said: 'EPSG:32637', stated: 'EPSG:4326' } })];
    const said = { said: toReadSaid({ layers: [] }, remembered) };
    const [asked, unasked] = [await readUpload([utm(null)], { ...said, crs: 'EPSG:32635' }), await readUpload([utm(null)], said)];
    expect([asked, unasked].map(({ layers }) => west(layers[0]!))).toEqual([27, 39]);
  });

  test('remembered for a layer that states the same, and only where it fits', async () => {
    const crs = { said: 'EPSG:32637', stated: 'EPSG:32636' };
    const used = await read(utm(), [], [before({ crs })]);
    expect([west(used), used.crsSaid]).toEqual([39, { how: 'profile', stated: 'EPSG:32636' }]);
    expect(west(await read(utm('EPSG:32635'), [], [before({ crs })]))).toBe(27);
    const degrees = uploadOf('adm1.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{ ...COUNTRY.features[1]!, properties: { ADM1_PCODE: 'x' } }] })); // prettier-ignore
    expect((await read(degrees, [], [before({ crs: { said: 'EPSG:32637', stated: 'EPSG:4326' } })])).crsSaid).toBeUndefined();
  });
});

describe('encoding', () => {
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
  const dbf = writeDbf(FIELDS, countryRows().map((row) => row.map((cell) => (/[؀-ۿ]/.test(cell) ? '' : cell))), latin); // prettier-ignore
  const zip = writeZip(zipParts({ ...shapefileParts(), dbf, cpg: latin('windows-1251') }));
  const file = { name: 'a.zip', source: bytesSource(zip) };
  const headings = FIELDS.map(({ name }) => name);
  const nameOf = ({ columns }: Awaited<ReturnType<typeof read>>) => columns.find(({ name }) => name === 'adm1_name')!.values[0];

  test('said of a file, it wins over what it states', async () => {
    expect(nameOf(await read(file, []))).not.toBe('Fôret-Noire');
    const said = await read(file, [{ layer: 'adm1', file: (await read(file, [])).file, encoding: 'windows-1252' }]);
    expect([nameOf(said), said.encoding]).toEqual(['Fôret-Noire', { name: 'windows-1252', from: 'asked' }]);
    expect(nameOf(await read(file, [{ layer: 'adm1', encoding: 'windows-1252' }]))).toBe('Fôret-Noire');
    await expect(read(file, [{ layer: 'adm1', encoding: 'no-such' }])).rejects.toMatchObject({ code: 'read.encodingUnknown' });
  });

  test('remembered for files with the same headings, and told', async () => {
    const used = await read(file, [], [before({ layout: layoutOf(headings), encoding: 'windows-1252' })]);
    expect([nameOf(used), used.encoding.from]).toEqual(['Fôret-Noire', 'profile']);
    expect((await read(file, [], [before({ encoding: 'windows-1252' })])).encoding.from).toBe('cpg');
    // Bytes that it cannot be are read as they say themselves.
    expect((await read(file, [], [before({ layout: layoutOf(headings), encoding: 'iso-2022-jp' })])).encoding.from).not.toBe('profile');
  });
});
