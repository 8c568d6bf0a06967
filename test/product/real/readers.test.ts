/** Real CODs, with the feature and vertex counts of ../shared/data/README.md (made there with GDAL). */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';

const DATA = '../shared/data';
const here = existsSync(`${DATA}/README.md`);
if (!here) console.warn('real/readers.test.ts: skipped, the folder of real data is not beside this checkout');

/** File → layer, format, rows, vertices. The first column of each layer is checked to be there by the row count of every column. */
const FILES: Record<string, [layer: string, format: string, rows: number, vertices: number][]> = {
  'caf/ab/caf_admin0.parquet': [['caf_admin0', 'geoparquet', 1, 4396]],
  'caf/ab/caf_admin1.parquet': [['caf_admin1', 'geoparquet', 17, 16294]],
  'caf/ab/caf_admin2.parquet': [['caf_admin2', 'geoparquet', 72, 49117]],
  'caf/ab/caf_admin3.parquet': [['caf_admin3', 'geoparquet', 175, 78748]],
  'caf/ab/caf_admin4.parquet': [['caf_admin4', 'geoparquet', 202, 4761]],
  'caf/ab/caf_adminlines.parquet': [['caf_adminlines', 'geoparquet', 1079, 44419]],
  'caf/ab/caf_adminpoints.parquet': [['caf_adminpoints', 'geoparquet', 467, 467]],
  'converted/caf_cod_ab_newstyle.gpkg': [
    ['caf_admin0', 'geopackage', 1, 4396],
    ['caf_admin1', 'geopackage', 17, 16294],
    ['caf_admin2', 'geopackage', 72, 49117],
    ['caf_admin3', 'geopackage', 175, 78748],
    ['caf_admin4', 'geopackage', 202, 4761],
    ['caf_adminlines', 'geopackage', 1079, 44419],
    ['caf_adminpoints', 'geopackage', 467, 467],
  ],
  'eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip': [
    ['eth_admbnda_adm0_csa_bofedb_itos_2021', 'shapefile', 1, 2098],
    ['eth_admbnda_adm1_csa_bofedb_2021', 'shapefile', 13, 21521],
    ['eth_admbnda_adm2_csa_bofedb_2021', 'shapefile', 92, 209473],
    ['eth_admbndp_admALL_csa_bofedb_itos_2021', 'shapefile', 1082, 1082],
  ],
  'eth/ab/eth_adm3_2021_ibf.geojson': [['eth_adm3_2021_ibf', 'geojson', 1040, 25150]],
  'eth/ab/eth_itos_adm3.topojson': [['geom', 'topojson', 981, 622212]],
  'irq/ab/irq_adm_cso_20190603_shp.zip': [
    ['irq_admbnda_adm0_cso_itos_20190603', 'shapefile', 1, 2225],
    ['irq_admbnda_adm1_cso_20190603', 'shapefile', 18, 9502],
    ['irq_admbnda_adm2_cso_20190603', 'shapefile', 101, 20875],
    ['irq_admbnda_adm3_cso_20190603', 'shapefile', 294, 39723],
    ['irq_admbndl_admALL_cso_itos_20190603', 'shapefile', 864, 21691],
    ['irq_admbndp_admALL_cso_itos_20190603', 'shapefile', 294, 294],
  ],
  'lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip': [
    ['lbn_admbnda_adm0_cdr_20200810', 'shapefile', 1, 15679],
    ['lbn_admbnda_adm1_cdr_20200810', 'shapefile', 8, 40892],
    ['lbn_admbnda_adm2_cdr_20200810', 'shapefile', 26, 72269],
  ],
  'lbn/ab/lbn_itos_adm3.topojson': [['geom', 'topojson', 1627, 437701]],
  'mli/ab/mli_admbnda_adm2_1m_dnct_20190802_shp.zip': [['mli_admbnda_adm2_1m_dnct_20190802', 'shapefile', 50, 19369]],
  'mli/ab/mli_itos_adm1.geojson': [['mli_itos_adm1', 'geojson', 9, 12368]],
  'mli/ab/mli_itos_adm2.geojson': [['mli_itos_adm2', 'geojson', 50, 19369]],
  'mli/ab/mli_itos_adm3.geojson': [['mli_itos_adm3', 'geojson', 701, 49313]],
  'phl/ab/phl_adm1_2019_lowres.geojson': [['phl_adm1_2019_lowres', 'geojson', 18, 15108]],
  'phl/ab/phl_admin2_2025_v03.geojson': [['phl_admin2_2025_v03', 'geojson', 88, 21928]],
  'phl/ab/phl_admin3_2025_v03.geojson': [['phl_admin3_2025_v03', 'geojson', 1642, 48970]],
  'sle/ab/sle_adm3_2016_shp.zip': [['sle_adm3', 'shapefile', 167, 61409]],
  'sle/ab/sle_itos_adm1.geojson': [['sle_itos_adm1', 'geojson', 4, 12766]],
  'sle/ab/sle_itos_adm2.geojson': [['sle_itos_adm2', 'geojson', 14, 21332]],
  'sle/ab/sle_itos_adm3.topojson': [['geom', 'topojson', 167, 59164]],
  'sle/ab/sle_itos_adm4.topojson': [['geom', 'topojson', 1316, 144127]],
  'yem/ab/yem_admin1_v01.geojson': [['yem_admin1_v01', 'geojson', 22, 68022]],
  'yem/ab/yem_itos_adm2.topojson': [['geom', 'topojson', 335, 116457]],
  'bfa/ab/bfa_itos_adm1.topojson': [['geom', 'topojson', 13, 33748]],
  'bfa/ab/bfa_itos_adm2.topojson': [['geom', 'topojson', 45, 58394]],
  'bfa/ab/bfa_itos_adm3.topojson': [['geom', 'topojson', 351, 120409]],
  'mdg/ab/mdg_adm0.gpkg': [['mdg_adm0', 'geopackage', 1, 184903]],
  'egy/ab/egy_itos_adm1.topojson': [['geom', 'topojson', 27, 43464]],
  'egy/ab/egy_itos_adm2.topojson': [['geom', 'topojson', 365, 100063]],
  'egy/ab/egy_itos_adm3.topojson': [['geom', 'topojson', 5716, 275429]],
  'bgd/ab/bgd_itos_adm1.topojson': [['geom', 'topojson', 8, 163862]],
  'bgd/ab/bgd_itos_adm2.topojson': [['geom', 'topojson', 64, 426433]],
  'gtm/ab/gtm_itos_adm1.topojson': [['geom', 'topojson', 22, 41900]],
  'gtm/ab/gtm_itos_adm2.topojson': [['geom', 'topojson', 342, 108841]],
  'ven/ab/ven_itos_adm1.topojson': [['geom', 'topojson', 24, 87940]],
  'context/world-atlas_countries-50m.topojson': [
    ['countries', 'topojson', 241, 99539],
    ['land', 'topojson', 1, 60835],
  ],
};

const upload = (path: string) => ({ name: basename(path), source: bytesSource(readFileSync(`${DATA}/${path}`)) });

describe.skipIf(!here)('real files', () => {
  test.each(Object.keys(FILES))('%s', async (path) => {
    const { layers } = await readUpload([upload(path)]);
    // GeoJSON layers may carry a "name" member of their own.
    const seen = layers.map(({ layer, format, rows, geometry }) => [
      format === 'geojson' ? basename(path, '.geojson') : layer,
      format,
      rows,
      geometry.coords.length / 2,
    ]);
    expect(seen).toEqual(FILES[path]);
    for (const { layer, rows, columns, geometry, crs } of layers) {
      expect(crs).toBe('EPSG:4326');
      if (layer !== 'land') expect(columns.length).toBeGreaterThan(0);
      for (const { values } of columns) expect(values.length).toBe(rows);
      expect([geometry.kinds.length, geometry.rows.length - 1]).toEqual([rows, rows]);
    }
  });

  test('several files make one upload', async () => {
    const { layers } = await readUpload(['eth/ab/eth_adm3_2021_ibf.geojson', 'eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip'].map(upload));
    expect(layers.map(({ rows }) => rows)).toEqual([1040, 1, 13, 92, 1082]);
  });
});
