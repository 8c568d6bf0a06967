/** The list of displacement sites of Iraq (IOM DTM, round 123), as it is and with the mistakes that such lists come with. Figures were counted by others (GEOS). */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import proj4 from 'proj4';
import type { AdminUnit } from '../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Pcode, VersionTag } from '../../server/contract/ids.ts';
import type { LayerSaid } from '../../server/contract/overlays/layer.ts';
import { bytesSource, type UploadFile } from '../../server/formats/raw.ts';
import { cellText } from '../../server/formats/tables/rawTable.ts';
import { readTables } from '../../server/formats/tables/table.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { boxOf } from '../../server/geometry/box.ts';
import { indexUnits } from '../../server/layers/join/units.ts';
import type { LayerOptions } from '../../server/layers/pipeline.ts';
import { csvOf, readLayer, readLayerFiles } from '../helpers/layers/ground.ts';

const LIST = '../shared/data/workgroup/overlays/irq_dtm_idp_master_list_r123.xlsx';
const BOUNDARIES = '../shared/data/irq/ab/irq_adm_cso_20190603_shp.zip';
const BY_GOVERNORATE = [114, 194, 48, 66, 74, 442, 109, 412, 169, 196, 163, 104, 79, 77, 303, 122, 89, 78];
const fileOf = (path: string): UploadFile => ({ name: path.split('/').at(-1)!, source: bytesSource(readFileSync(path)) });
const PART: LayerSaid = { part: { file: 'irq_dtm_idp_master_list_r123.xlsx', sheet: 'DTM Dataset', shape: 'points' } };

describe.skipIf(!existsSync(LIST) || !existsSync(BOUNDARIES))(`Iraq (skipped without ${LIST} and its boundaries)`, () => {
  let ground: NonNullable<LayerOptions['ground']>;
  let rows: { lat: number; lon: number; people: string; name: string }[];

  beforeAll(async () => {
    const { layers } = await readUpload([fileOf(BOUNDARIES)]);
    const unitsOf = (level: AdminLevel): { units: AdminUnit[]; geometry: (typeof layers)[number]['geometry'] } => {
      const layer = layers.find(({ layer: name }) => name.toLowerCase().includes(`adm${level}`) || name.toLowerCase().includes(`admbnda_adm${level}`))!;
      const values = (name: string) => layer.columns.find((column) => column.name.toLowerCase() === name.toLowerCase())!.values;
      const [codes, names] = [values(`ADM${level}_PCODE`), values(`ADM${level}_EN`)];
      const parents = level === 0 ? null : values(`ADM${level - 1}_PCODE`);
      const units = codes.map((code, row): AdminUnit => ({
        level,
        pcode: String(code) as Pcode,
        parentPcode: parents ? (String(parents[row]) as Pcode) : null,
        names: [{ lang: 'en', name: String(names[row]) }],
        validOn: null,
        validTo: null,
        areaSqKm: 1,
        center: [0, 0],
        bbox: [0, 0, 0, 0],
      }));
      return { units, geometry: layer.geometry };
    };
    const [first, second, third, fourth] = ([0, 1, 2, 3] as const).map(unitsOf) as [ReturnType<typeof unitsOf>, ReturnType<typeof unitsOf>, ReturnType<typeof unitsOf>, ReturnType<typeof unitsOf>]; // prettier-ignore
    ground = {
      dataset: 'cod-ab-irq' as DatasetId,
      version: 'v01' as VersionTag,
      level: 3,
      box: boxOf(fourth.geometry.coords, 0, fourth.geometry.coords.length / 2),
      units: fourth.units,
      geometry: fourth.geometry,
      index: indexUnits(fourth),
      levels: [first, second, third, fourth].map(({ units }, level) => ({ level: level as AdminLevel, units })),
    };
    const [table] = await readTables(fileOf(LIST), { onUnknownEncoding: 'assume' });
    const column = (name: string) => table!.columns.find((each) => each.name.startsWith(name))!.cells;
    const [lat, lon, people, names] = [column('Latitude'), column('Longitude'), column('Individuals'), column('Location name in English')];
    rows = lat.map((cell, i) => ({ lat: Number(cellText(cell)), lon: Number(cellText(lon[i]!)), people: cellText(people[i]!), name: cellText(names[i]!) }));
  }, 60_000);

  test('all are drawn, added up and counted by governorate as others did, with three in the nearest unit', async () => {
    const made = await readLayerFiles([fileOf(LIST)], { ground, said: PART });
    const { ledger, join, totals, theme, size } = made.facts;
    expect([ledger.read, ledger.drawn, totals.sum, theme, size!.column]).toEqual([2842, 2842, 1_189_581, 'displacement', 'Individuals']);
    // 31 state another governorate than that of their place (32 by the list's README); with districts, which are compared too, 135 do.
    expect([join.inside, join.near.count, join.disagree.count]).toEqual([2839, 3, 135]);
    const governorates = made.table!.levels[1]!.rows.toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1));
    expect(governorates.map(({ features, near }) => features! - near!)).toEqual(BY_GOVERNORATE);
    // Names in two scripts are names.
    expect(made.columns.filter(({ role }) => role.is === 'name').map(({ language }) => language)).toEqual(['en', 'ar']);
  });

  const text = (lat: (row: (typeof rows)[number]) => string | number, lon: (row: (typeof rows)[number]) => string | number) =>
    csvOf([['Location', 'Latitude', 'Longitude', 'Individuals'], ...rows.map((row) => [row.name, lat(row), lon(row), row.people])]);
  test.each([
    ['swap', () => text(({ lon }) => lon, ({ lat }) => lat), 0, 2842],
    ['commas', () => text(({ lat }) => String(lat).replace('.', ','), ({ lon }) => String(lon).replace('.', ',')), 0, 2842],
    ['zero', () => text((row) => (rows.indexOf(row) % 100 === 0 ? 0 : row.lat), (row) => (rows.indexOf(row) % 100 === 0 ? 0 : row.lon)), 2813, 2813],
    ['crs', () => text(({ lat, lon }) => Math.round(proj4('+proj=utm +zone=38 +ellps=WGS84 +units=m +no_defs', [lon, lat])[1]!), ({ lat, lon }) => Math.round(proj4('+proj=utm +zone=38 +ellps=WGS84 +units=m +no_defs', [lon, lat])[0]!)), 0, 2842],
  ] as const)('a copy with %s is recognised, and mended only after a yes', async (is, make, before, after) => {
    const copy = { 'irq_idp.csv': make() };
    const asked = await readLayer(copy, { ground });
    expect([asked.questions.map(({ id }) => id), asked.facts.ledger.drawn, asked.report.publishable]).toEqual([[`layer:${is}`], before, false]);
    const mended = await readLayer(copy, { ground, said: asked.questions[0]!.choices[0]!.overlay! });
    expect([mended.questions, mended.facts.ledger.drawn, mended.facts.mended]).toEqual([[], after, [is]]);
    if (is !== 'zero') expect(mended.table!.levels[1]!.rows.reduce((sum, { features, near }) => sum + features! - near!, 0)).toBeGreaterThanOrEqual(2838);
  }); // prettier-ignore
});
