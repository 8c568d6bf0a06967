/** Feature tables and a whole BoundaryContext from plain GeoJSON features, for tests of checks. */
import type { Feature, Position } from 'geojson';
import type { AdminUnit, FeatureTable } from '../../server/contract/admin.ts';
import type { AdminLevel, Iso3, Pcode } from '../../server/contract/ids.ts';
import type { BoundaryContext } from '../../server/boundaries/checks/context.ts';
import type { NormalizedBoundaries, UploadedLevel } from '../../server/boundaries/normalize/model.ts';

const KINDS: Record<string, number> = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 };

/** Properties read: `pcode`, `parent`, `name`. Rings are wound as RFC 7946 says. */
export function toTable(level: AdminLevel, features: Feature[]): FeatureTable {
  const kinds = new Uint8Array(features.length);
  const coords: number[] = [];
  const rings = [0];
  const polygons = [0];
  const rows = [0];
  const units = features.map((feature, row): AdminUnit => {
    const { geometry, properties } = feature;
    kinds[row] = geometry ? (KINDS[geometry.type] ?? 4) : 0;
    const bbox: AdminUnit['bbox'] = [Infinity, Infinity, -Infinity, -Infinity];
    let area = 0;
    for (const polygon of partsOf(feature)) {
      polygon.forEach((ring, i) => {
        const signed = ringArea(ring);
        const wound = kinds[row] === 3 && signed !== 0 && signed > 0 !== (i === 0) ? ring.toReversed() : ring;
        area += Math.abs(signed) * (i === 0 ? 1 : -1) * 111.32 * 111.32 * Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
        for (const [x, y] of wound) {
          coords.push(x!, y!);
          bbox[0] = Math.min(bbox[0], x!);
          bbox[1] = Math.min(bbox[1], y!);
          bbox[2] = Math.max(bbox[2], x!);
          bbox[3] = Math.max(bbox[3], y!);
        }
        rings.push(coords.length / 2);
      });
      polygons.push(rings.length - 1);
    }
    rows.push(polygons.length - 1);
    const text = (key: string) => (typeof properties?.[key] === 'string' ? (properties[key] as string) : null);
    return {
      level,
      pcode: (text('pcode') ?? '') as Pcode,
      parentPcode: text('parent') as Pcode | null,
      names: [{ lang: 'en', name: text('name') ?? text('pcode') ?? '' }],
      validOn: '2024-01-01',
      validTo: null,
      areaSqKm: area,
      center: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2],
      bbox,
    };
  });
  return {
    level,
    units,
    geometry: {
      kinds,
      coords: Float64Array.from(coords),
      rings: Uint32Array.from(rings),
      polygons: Uint32Array.from(polygons),
      rows: Uint32Array.from(rows),
    },
    extra: [],
    source: { file: 'test.geojson', layer: `admin${level}`, rowNumber: Uint32Array.from(features, (_, i) => i + 1) },
  };
}

function partsOf({ geometry }: Feature): Position[][][] {
  switch (geometry?.type) {
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
    case 'LineString':
      return [[geometry.coordinates]];
    case 'Point':
      return [[[geometry.coordinates]]];
    default:
      return [];
  }
}

function ringArea(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!;
  return sum / 2;
}

/** A context of the given tables, shallowest first. Ancestors are what `parent` says. */
export function toContext(tables: FeatureTable[], options: { partial?: AdminLevel[] } = {}): BoundaryContext {
  const levels = tables.map((table): UploadedLevel => ({
    level: table.level,
    table,
    raw: {
      file: 'test.geojson',
      layer: `admin${table.level}`,
      format: 'geojson',
      columns: [],
      geometry: table.geometry,
      crs: null,
    } as unknown as UploadedLevel['raw'],
    columns: [],
    ancestors:
      table.level === 0
        ? []
        : [{ level: (table.level - 1) as AdminLevel, pcodes: table.units.map((unit) => unit.parentPcode), names: table.units.map(() => []) }],
    lineage: [],
    languages: ['en'],
    partial: options.partial?.includes(table.level) ?? false,
  }));
  const boundaries: NormalizedBoundaries = {
    country: 'XYZ' as Iso3,
    levels,
    companions: [],
    layersRead: [],
    ignored: [],
    deepestComplete: levels.findLast((level) => !level.partial)?.level ?? 0,
    findings: [],
    statedVersion: null,
    dateSource: null,
  };
  return { boundaries, coverage: null, published: tables, previous: null, metadata: null, today: '2026-01-01' };
}
