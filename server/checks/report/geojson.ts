/** The located occurrences of a report as GeoJSON, for GIS programs. */
import type { Feature, FeatureCollection } from 'geojson';
import type { FindingItem, ValidationReport } from '../../contract/finding.ts';
import { findingText } from '../../words/findings.ts';
import { itemDetail } from '../../words/clauses.ts';
import type { Lang } from '../../contract/languages.ts';

export function writeGeoJsonReport(report: ValidationReport, lang: Lang): string {
  const features = report.results.flatMap(({ check, findings }) =>
    findings.flatMap((finding) =>
      finding.items.flatMap((item): Feature[] => {
        const geometry = geometryOf(item);
        if (!geometry) return [];
        const properties = {
          check,
          code: finding.code,
          severity: finding.severity,
          level: finding.level,
          pcodes: item.pcodes.join(' '),
          rows: item.rows.join(' '),
          detail: itemDetail(item, lang),
          area_m2: item.areaM2 ?? null,
          width_m: item.widthM ?? null,
          length_m: item.lengthM ?? null,
          accepted: item.accepted?.reason ?? null,
          message: findingText(finding, lang),
        };
        return [{ type: 'Feature', id: item.id, geometry, properties }];
      }),
    ),
  );
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  return JSON.stringify(collection);
}

function geometryOf(item: FindingItem): Feature['geometry'] | null {
  return item.overlay ?? (item.at ? { type: 'Point', coordinates: item.at } : null);
}
