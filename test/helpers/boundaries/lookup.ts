/** A small country on which units are looked up: two provinces, three districts, one name twice, an earlier version with a district that was split. */
import type { Feature } from 'geojson';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { NO_METADATA } from '../../../server/kinds/summary.ts';
import type { Store } from '../../../server/app/main.ts';
import { putArtifact } from '../app.ts';
import { toTable } from '../boundaryTables.ts';
import { fakeSummary } from '../units.ts';

export const COUNTRY = 'EXL' as Iso3;

const square = (pcode: string, parent: string | null, name: string, x: number, side = 1): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name },
  geometry: { type: 'Polygon', coordinates: [[[x, 7], [x + side, 7], [x + side, 8], [x, 8], [x, 7]]] }, // prettier-ignore
});

export const TABLES: FeatureTable[] = [
  toTable(0, [square('EX', null, 'Exland', 0, 3)]),
  toTable(1, [square('EX01', 'EX', 'Northmark', 0, 2), square('EX02', 'EX', 'Southmark', 2)]),
  toTable(2, [square('EX0101', 'EX01', 'Kailah', 0), square('EX0102', 'EX01', 'Riverton', 1), square('EX0201', 'EX02', 'Kailah', 2)]),
];
/** The version before: one district where there are two now. */
export const BEFORE: FeatureTable[] = [TABLES[0]!, TABLES[1]!, toTable(2, [square('EX0109', 'EX01', 'Oldshire', 0, 2), square('EX0201', 'EX02', 'Kailah', 2)])];

export async function recordCountry(store: Store, tables: FeatureTable[], validOn: string, tag: string): Promise<VersionTag> {
  const artifacts = [await putArtifact(store, 'geometry', `exl_${tag}.bin`, 'application/octet-stream', writeGeometryFile(tables))];
  const version = await store.datasets.recordVersion(
    {
      ...fakeSummary(artifacts),
      country: COUNTRY,
      countryNames: { en: 'Exland' },
      sourceSha256: tag.padEnd(64, '0'),
      metadata: {
        ...NO_METADATA,
        title: 'Exland',
        source: 'Survey of Exland',
        license: 'CC BY 4.0',
        contributor: 'Office',
        dateValidOn: validOn,
        dateSource: validOn,
      },
      levels: tables.map(({ level, units }) => ({ level, units: units.length })),
      units: tables.map(({ level, units }) => ({ level, units })),
    },
    { by: 'tester' },
  );
  return version.version;
}
