/** G5 to G8 and G14: where on Earth the layers lie. */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import { clause } from '../../words/clauses.ts';
import type { FindingCode } from '../../words/findings.ts';
import { Work } from '../../geometry/work.ts';
import { frameAt, toX, toY } from '../../geometry/overlay/frame.ts';
import { UnitLocator } from '../../geometry/overlay/locate.ts';
import type { BoundaryContext } from './context.ts';
import type { Check, CheckOutcome } from '../../checks/check.ts';
import type { Box } from './countryPlace.ts';
import { boxOf, findMisplaced } from './countryPlace.ts';
import { bySeverity, makeItem, nameOf, round } from '../../checks/items.ts';
import { metresOf } from '../../geometry/ellipsoid.ts';

/** Extents of levels may differ by snapping and rounding (cod.md G8). */
const EXTENT_TOLERANCE_M = 1;
/** G7: share of area allowed outside the reference, and how far outside counts. */
const OUTSIDE_SHARE = 0.05;
const OUTSIDE_M = 10_000;
/** Beyond this latitude equal-area frames and web maps fail. */
const POLAR = 85;

const SPEC = 'COD-AB specification, Geometry';

export const extentChecks: Check<BoundaryContext>[] = [
  { id: 'G5', spec: `${SPEC}: EPSG:4326`, run: checkCrs },
  { id: 'G6', spec: `${SPEC}: bounding boxes`, run: checkBoxes },
  { id: 'G7', spec: 'OCHA checklist: data extent', run: checkCountry },
  { id: 'G8', spec: `${SPEC}: all layers share the extent (cod.md §1.8)`, run: checkSameExtent },
  { id: 'G14', spec: 'RFC 7946 §3.1.9', run: checkAntimeridian },
];

function extentOf(boxes: Float64Array): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    box[0] = Math.min(box[0], boxes[i]!);
    box[1] = Math.min(box[1], boxes[i + 1]!);
    box[2] = Math.max(box[2], boxes[i + 2]!);
    box[3] = Math.max(box[3], boxes[i + 3]!);
  }
  return box;
}

/** Box of each row over its numbers; `bad` counts coordinates that are none. */
function rowBoxes({ geometry: { kinds, rows, polygons, rings, coords } }: FeatureTable): { boxes: Float64Array; bad: Uint32Array } {
  const boxes = new Float64Array(4 * kinds.length);
  const bad = new Uint32Array(kinds.length);
  for (let row = 0; row < kinds.length; row++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = rings[polygons[rows[row]!]!]!; v < rings[polygons[rows[row + 1]!]!]!; v++) {
      const x = coords[2 * v]!;
      const y = coords[2 * v + 1]!;
      if (!Number.isFinite(x + y)) {
        bad[row]! += 1;
        continue;
      }
      if (x < box[0]!) box[0] = x;
      if (y < box[1]!) box[1] = y;
      if (x > box[2]!) box[2] = x;
      if (y > box[3]!) box[3] = y;
    }
    boxes.set(box, 4 * row);
  }
  return { boxes, bad };
}

function checkCrs({ boundaries }: BoundaryContext): Finding[] {
  return boundaries.levels.flatMap(({ table, raw }) => {
    const { boxes } = rowBoxes(table);
    const outside = [...table.units.keys()].filter((row) => {
      const [west, south, east, north] = boxes.subarray(4 * row, 4 * row + 4);
      return west! <= east! && (west! < -180 || east! > 180 || south! < -90 || north! > 90);
    });
    const found = bySeverity(
      'geometry.range',
      table,
      outside,
      () => 'error',
      (row) => {
        const box = [...boxes.subarray(4 * row, 4 * row + 4)].map((value) => round(value, 3)).join(', ');
        return makeItem('geometry.range', table, [row], clause('geometry.reach', { unit: nameOf(table, row), box }));
      },
    );
    // GeoJSON, TopoJSON and KML are WGS 84 by their standards; the others must say.
    const silent = raw.crs === null && !['geojson', 'topojson', 'kml'].includes(raw.format);
    const note = (code: FindingCode, severity: 'warning' | 'info', detail: Clause) =>
      found.push(
        ...bySeverity(
          code,
          table,
          [detail],
          () => severity,
          () => makeItem(code, table, [], detail, { values: { crs: raw.crs } }),
          () => ({ crs: raw.crs ?? '' }),
        ),
      );
    if (silent && outside.length === 0) note('geometry.crs-unknown', 'warning', clause('geometry.crs-silent', { layer: raw.layer }));
    if (raw.crs && !['EPSG:4326', 'OGC:CRS84'].includes(raw.crs))
      note('geometry.reprojected', 'info', clause('geometry.crs-came', { layer: raw.layer, crs: raw.crs }));
    return found;
  });
}

function checkBoxes({ boundaries }: BoundaryContext): Finding[] {
  return boundaries.levels.flatMap(({ table }) => {
    const { boxes, bad } = rowBoxes(table);
    const wrong = [...table.units.keys()].filter((row) => {
      const [west, south, east, north] = boxes.subarray(4 * row, 4 * row + 4);
      return bad[row]! > 0 || (table.geometry.kinds[row] === GEOMETRY_KIND.polygon && west! <= east! && (west === east || south === north));
    });
    return bySeverity(
      'geometry.extent',
      table,
      wrong,
      () => 'error',
      (row) =>
        makeItem(
          'geometry.extent',
          table,
          [row],
          bad[row]! > 0 ? clause('geometry.no-numbers', { unit: nameOf(table, row), count: bad[row]! }) : clause('geometry.flat', { unit: nameOf(table, row) }),
        ),
    );
  });
}

function checkCountry({ boundaries, reference, previous }: BoundaryContext): CheckOutcome {
  if (!reference) {
    const { country, levels } = boundaries;
    if (!boxOf(country) && !previous) return { skipped: clause('skipped.no-reference') };
    return levels.flatMap(({ table }) => findMisplaced(table, extentOf(rowBoxes(table).boxes), country, previous));
  }
  const locator = new UnitLocator(reference);
  const frame = extentOf(locator.boxes);
  return boundaries.levels.flatMap(({ table }) => {
    const extent = extentOf(rowBoxes(table).boxes);
    if (extent[0] > frame[2] || extent[2] < frame[0] || extent[1] > frame[3] || extent[3] < frame[1]) {
      return bySeverity(
        'geometry.elsewhere',
        table,
        [extent],
        () => 'error',
        () =>
          makeItem('geometry.elsewhere', table, [], clause('geometry.layer-reach', { box: extent.map((value) => round(value, 3)).join(', ') }), {
            bbox: extent,
            at: [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2],
          }),
      );
    }
    const work = new Work('Looking for units outside the country', (reference.geometry.coords.length + table.geometry.coords.length) / 2, 500);
    const away = [...table.units.keys()].filter((row) => isAway(locator, reference, table.units[row]!.center, work));
    const total = table.units.reduce((sum, unit) => sum + unit.areaSqKm, 0);
    const share = away.reduce((sum, row) => sum + table.units[row]!.areaSqKm, 0) / total;
    if (!(share > OUTSIDE_SHARE)) return [];
    return bySeverity(
      'geometry.outside-country',
      table,
      away,
      () => 'warning',
      (row) => makeItem('geometry.outside-country', table, [row], clause('geometry.away', { unit: nameOf(table, row) })),
      () => ({ percent: round(share * 100, 1) }),
    );
  });
}

function isAway(locator: UnitLocator, reference: FeatureTable, [lon, lat]: [number, number], work: Work): boolean {
  if (!Number.isFinite(lon + lat) || locator.at(lon, lat).length > 0) return false;
  const { coords, rings } = reference.geometry;
  work.spend(coords.length / 2);
  const frame = frameAt(lon, lat);
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
      const px = toX(frame, coords[2 * v - 2]!);
      const py = toY(frame, coords[2 * v - 1]!);
      const dx = toX(frame, coords[2 * v]!) - px;
      const dy = toY(frame, coords[2 * v + 1]!) - py;
      const square = dx * dx + dy * dy;
      const t = square > 0 ? Math.max(0, Math.min(1, -(px * dx + py * dy) / square)) : 0;
      if (Math.hypot(px + t * dx, py + t * dy) <= OUTSIDE_M) return false;
    }
  }
  return true;
}

function checkSameExtent({ boundaries }: BoundaryContext): CheckOutcome {
  const whole = boundaries.levels.filter(({ partial }) => !partial);
  if (whole.length < 2) return { skipped: clause('skipped.one-complete-level') };
  const base = whole.find(({ level }) => level === boundaries.deepestComplete) ?? whole[whole.length - 1]!;
  const expected = extentOf(rowBoxes(base.table).boxes);
  return whole.flatMap(({ table }) => {
    const extent = extentOf(rowBoxes(table).boxes);
    if (table === base.table || !extent.every(Number.isFinite) || !expected.every(Number.isFinite)) return [];
    const middle = (expected[1] + expected[3]) / 2;
    const off = extent.map((value, side) =>
      side % 2 === 0 ? metresOf(value, middle, expected[side]!, middle) : metresOf(expected[0], value, expected[0], expected[side]!),
    );
    const most = Math.max(...off);
    if (!(most > EXTENT_TOLERANCE_M)) return [];
    const side = ['west', 'south', 'east', 'north'][off.indexOf(most)]!;
    return bySeverity(
      'geometry.extent-differs',
      table,
      [most],
      () => 'warning',
      () =>
        makeItem('geometry.extent-differs', table, [], clause('geometry.ends', { level: table.level, distance: most, base: base.level, side }), {
          bbox: extent,
          at: [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2],
          lengthM: round(most, 2),
        }),
      () => ({ base: base.level, distance: most }),
    );
  });
}

function checkAntimeridian({ boundaries }: BoundaryContext): Finding[] {
  return boundaries.levels.flatMap(({ table }) => {
    const { rows, polygons, rings, coords } = table.geometry;
    const { boxes } = rowBoxes(table);
    const crossing: number[] = [];
    for (const row of table.units.keys()) {
      const [west, south, east, north] = boxes.subarray(4 * row, 4 * row + 4);
      if (!(west! <= east!) || west! < -180.001 || east! > 180.001) continue;
      let jumps = Math.max(Math.abs(south!), Math.abs(north!)) > POLAR && Math.abs(north!) <= 90;
      const last = east! - west! > 180 ? polygons[rows[row + 1]!]! : 0;
      for (let ring = polygons[rows[row]!]!; ring < last; ring++) {
        for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) jumps ||= Math.abs(coords[2 * v]! - coords[2 * v - 2]!) > 180;
      }
      if (jumps) crossing.push(row);
    }
    return bySeverity(
      'geometry.antimeridian',
      table,
      crossing,
      () => 'warning',
      (row) => makeItem('geometry.antimeridian', table, [row], clause('geometry.crosses-180', { unit: nameOf(table, row) })),
    );
  });
}
