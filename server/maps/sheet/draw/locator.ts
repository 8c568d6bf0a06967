/** Where a country lies, or which part of it is shown: land around it, the country, the box of the sheet. */
import type { Coverage } from '../../../geometry/coverage.ts';
import { tenth } from '../../render/drawing.ts';
import type { SheetColours } from '../colours.ts';
import type { SheetGround } from '../ground.ts';
import { azimuthal, type Box } from '../projection.ts';
import { fitSheet, pathOf, type SheetView } from '../shapes.ts';
import { drawArcs, FINE } from './arcs.ts';
import { Pen } from './pen.ts';
import { countryRings, pathOfRing, sizeOf } from './rings.ts';

export interface Located {
  country: Box;
  shown: Box;
  coverage: Coverage;
  /** null: without land around it. */
  landOf: ((box: Box) => SheetGround['land']) | null;
}

/** All but the box of the sheet: the same on all sheets of a series. */
const known = new WeakMap<Coverage, { key: string; svg: string }>();

/** null where neither can be drawn. No border in doubt, and no other either: only where the country lies. */
export function drawLocator({ country, shown, coverage, landOf }: Located, { palette }: SheetColours, side: number): string | null {
  const isPart = (shown[2] - shown[0]) * (shown[3] - shown[1]) < 0.6 * (country[2] - country[0]) * (country[3] - country[1]);
  if (!landOf && !isPart) return null;
  const around = landOf ? widen(country) : country;
  const view = fitSheet(azimuthal((around[0] + around[2]) / 2, (around[1] + around[3]) / 2), around, { width: side, height: side }, landOf ? 0 : 4);
  const { mapGround, mapBeyond, accent, ink } = palette;
  const key = JSON.stringify([around, side, landOf !== null, mapGround, mapBeyond, accent]);
  let base = known.get(coverage);
  if (base?.key !== key) {
    const parts = [`<rect width="${tenth(side)}" height="${tenth(side)}" fill="${landOf ? mapGround : mapBeyond}"/>`];
    if (landOf) {
      const reach = (around[2] - around[0]) / 2;
      const d = pathOf(
        landOf([around[0] - reach, Math.max(-90, around[1] - reach), around[2] + reach, Math.min(90, around[3] + reach)]),
        view,
        true,
        TOLERANCE,
      );
      parts.push(`<path d="${d}" fill="${mapBeyond}" fill-rule="evenodd" stroke="${mapBeyond}" stroke-width=".3"/>`);
    }
    const { shapes, islets } = countryIn(coverage, view);
    parts.push(`<path d="${shapes}" fill="${accent}" stroke="${accent}" stroke-width=".5"/>`);
    if (islets) parts.push(`<path d="${islets}" fill="none" stroke="${accent}" stroke-width=".8" stroke-linecap="round"/>`);
    known.set(coverage, (base = { key, svg: parts.join('') }));
  }
  const [west, south, east, north] = shown;
  const frame = [[west, south], [east, south], [east, north], [west, north], [west, south]] as const; // prettier-ignore
  const box = `<path d="${pathOf([frame], view, false)}" fill="none" stroke="${ink}" stroke-width=".8" stroke-linejoin="round"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${tenth(side)} ${tenth(side)}" width="${tenth(side)}" height="${tenth(side)}">${base.svg}${box}</svg>`;
}

/** Points that a line of the country may be off here. */
const TOLERANCE = 0.5;
/** Square points: smaller islands are dots, one for all that are nearer to each other than `NEAR`. */
const ISLET = 0.4;
const NEAR = 0.8;

function countryIn(coverage: Coverage, view: SheetView): { shapes: string; islets: string } {
  const drawn = drawArcs(coverage, view, TOLERANCE);
  const islets = new Map<string, readonly [number, number]>();
  let shapes = '';
  for (const { arcs, isHole } of countryRings(coverage)) {
    const { area } = sizeOf(arcs, drawn);
    if (Math.abs(area) >= ISLET) shapes += pathOfRing(arcs, drawn);
    else if (!isHole) {
      const first = drawn.offsets[arcs[0]! >>> 1]!;
      const [x, y] = [drawn.x[first]! / FINE, drawn.y[first]! / FINE];
      islets.set(`${Math.round(x / NEAR)} ${Math.round(y / NEAR)}`, [x, y]);
    }
  }
  const pen = new Pen();
  for (const [x, y] of islets.values()) {
    pen.move(x, y);
    pen.line(x + 0.1, y);
  }
  return { shapes, islets: pen.d };
}

/** Degrees that are seen around a small country. */
const AROUND = 14;
function widen([west, south, east, north]: Box): Box {
  const reach = Math.max(AROUND, 2 * (east - west), 2 * (north - south));
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  return [lon - reach / 2, Math.max(-85, lat - reach / 2), lon + reach / 2, Math.min(85, lat + reach / 2)];
}
