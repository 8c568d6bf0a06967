/** What Codmap writes passes its own checks: downloads of the countries of the shared data, checked like an upload. */
import { expect, test } from 'vitest';
import { checkDownloads, DOWNLOADS, filesOf, SOURCES, type Download } from '../../helpers/boundaries/downloads.ts';

/** Half a minute: small countries, each with one of the downloads. `ALL_COUNTRIES=1`: every source with every download, a quarter of an hour. */
const SMALL: Record<string, Download> = {
  caf: 'geojson',
  'caf new columns': 'fgb of all levels',
  gtm: 'gpkg',
  irq: 'shp',
  lbn: 'fgb',
  'mli dnct': 'geojson of all levels',
  sle: 'geojson',
  ven: 'gpkg',
  yem: 'shp',
};
const ALL = process.env['ALL_COUNTRIES'] !== undefined;
const NEEDS_GDAL = ['eth legacy', 'irq gdb'];

test.each(SOURCES.filter(({ name }) => (ALL ? !NEEDS_GDAL.includes(name) : name in SMALL)))(
  '$name',
  async (source) => {
    const files = filesOf(source);
    if (!files) return console.warn(`${source.folder} is not here: not tested`);
    expect(files.length).toBeGreaterThan(0);
    const { checked } = await checkDownloads(files, source.iso3, ALL ? DOWNLOADS : [SMALL[source.name]!]);
    for (const { download, unlisted, invalid } of checked) expect([download, unlisted, invalid]).toEqual([download, [], 0]);
  },
  ALL ? 3_600_000 : 600_000,
);
