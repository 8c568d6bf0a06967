/** G7 without a reference outline: whether a layer lies where its country does, by boxes of degrees, and whether latitude and longitude are swapped. */
import boxes from '../../../data/boxes.json' with { type: 'json' };
import type { Finding } from '../../contract/finding.ts';
import type { FeatureTable } from '../../contract/admin.ts';
import type { Iso3 } from '../../contract/ids.ts';
import { clause } from '../../words/clauses.ts';
import type { FindingCode } from '../../words/findings.ts';
import { countryName } from '../../matching/countries.ts';
import { bySeverity, makeItem, round } from '../../checks/items.ts';

/** West is above east where the box goes on behind longitude 180. */
export type Box = [west: number, south: number, east: number, north: number];

const KM_PER_DEGREE = 111.2;
/** The known boxes are drawn at 1:10 million and lack small islands. */
const NEAR_KM = 50;
/** A swapped layer whose box still touches the country's (Nigeria lies near the diagonal) is known by how well either fits. */
const FITS = 0.9;
const MISFIT = 0.75;

/** The box of a country; null for one that the table does not have (territories, invented countries). */
export function boxOf(country: Iso3): Box | null {
  return (boxes as unknown as Record<string, Box>)[country] ?? null;
}

/** Where a layer lies against the country, and against the version that is published. */
export function findMisplaced(table: FeatureTable, extent: Box, country: Iso3, previous: FeatureTable[] | null): Finding[] {
  if (!extent.every(Number.isFinite) || Math.abs(extent[0]) > 360 || Math.abs(extent[1]) > 360) return [];
  const own = boxOf(country);
  const before = previous ? extentOfUnits(previous) : null;
  const known = [own, before].filter((box) => box !== null);
  const swapped: Box = [extent[1], extent[0], extent[3], extent[2]];
  const isSwapped = (box: Box) => (kmBetween(extent, box) > NEAR_KM ? isInside(swapped, box) : overlap(swapped, box) > FITS && overlap(extent, box) < MISFIT);
  const say = (code: FindingCode, severity: 'error' | 'warning', box: Box) =>
    bySeverity(
      code,
      table,
      [extent],
      () => severity,
      () =>
        makeItem(code, table, [], clause('geometry.layer-reach', { box: extent.map((value) => round(value, 3)).join(', ') }), {
          bbox: extent,
          at: [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2],
        }),
      () => ({ country: countryName(country, 'en'), km: Math.round(kmBetween(extent, box)) }),
    );
  const fitting = known.find(isSwapped);
  if (fitting) return say('geometry.swapped', 'error', fitting);
  if (own && kmBetween(extent, own) > NEAR_KM) return say('geometry.far', 'warning', own);
  if (before && kmBetween(extent, before) > NEAR_KM) return say('geometry.moved', 'warning', before);
  return [];
}

function extentOfUnits(tables: FeatureTable[]): Box | null {
  const drawn = tables.flatMap(({ units }) => units.map(({ bbox }) => bbox)).filter((box) => box.every(Number.isFinite));
  return drawn.length > 0
    ? drawn.reduce<Box>(
        ([w, s, e, n], [west, south, east, north]) => [Math.min(w, west), Math.min(s, south), Math.max(e, east), Math.max(n, north)],
        [Infinity, Infinity, -Infinity, -Infinity],
      )
    : null;
}

/** Longitudes as they may be written, around 180 too. */
const turned = ([west, south, east, north]: Box): Box[] => {
  const end = west > east ? east + 360 : east;
  return [-360, 0, 360].map((turn) => [west + turn, south, end + turn, north]);
};

/** Between the nearest sides of two boxes; 0 where they touch. */
export function kmBetween(a: Box, b: Box): number {
  const north = Math.max(0, b[1] - a[3], a[1] - b[3]);
  const east = Math.min(...turned(b).map((box) => Math.max(0, box[0] - a[2], a[0] - box[2])));
  const middle = ((a[1] + a[3] + b[1] + b[3]) / 4) * (Math.PI / 180);
  return KM_PER_DEGREE * Math.hypot(north, east * Math.max(0, Math.cos(middle)));
}

/** With a degree to spare. */
function isInside(a: Box, b: Box): boolean {
  return turned(b).some((box) => a[0] >= box[0] - 1 && a[1] >= box[1] - 1 && a[2] <= box[2] + 1 && a[3] <= box[3] + 1);
}

/** Shared area of two boxes, of the area of both. */
function overlap(a: Box, b: Box): number {
  const area = ([west, south, east, north]: Box) => Math.max(0, east - west) * Math.max(0, north - south);
  return Math.max(
    ...turned(b).map((box) => {
      const shared = area([Math.max(a[0], box[0]), Math.max(a[1], box[1]), Math.min(a[2], box[2]), Math.min(a[3], box[3])]);
      return shared / (area(a) + area(box) - shared);
    }),
  );
}
