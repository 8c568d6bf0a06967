/** The country fills what titles, legend and sources leave of a picture, and all of the map of an embed, before and after it is live. */
import { expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { publisherOf } from '../../../server/disclaimers/publishers.ts';
import { mapSpec } from '../../../server/contract/maps/map.ts';
import { fitCamera, TILE, type Bbox } from '../../../client/map/camera.ts';
import { mercatorX, mercatorY } from '../../../client/map/levels.ts';
import { loadFonts } from '../../../server/maps/render/fonts.ts';
import { drawPicture } from '../../../server/maps/render/picture.ts';
import { grid } from '../../helpers/maps/grid.ts';

const measure = loadFonts();
const BOXES: Record<string, Bbox> = { caf: [14.4155, 2.2205, 27.4583, 11.0087], mli: [-12.2402, 10.1416, 4.2449, 25.0001], lbn: [35.1035, 33.055, 36.6229, 34.692], phl: [116.9283, 4.5873, 126.6053, 21.1218] }; // prettier-ignore
const SIZES: [string, number, number][] = [['of a report', 1200, 800], ['upright', 800, 1100], ['of a phone', 390, 600]]; // prettier-ignore

/** A country of squares that is stretched over the box. */
function stretched([west, south, east, north]: Bbox): FeatureTable {
  const table = grid(5, (index) => `Unit ${index}`);
  const lon = (x: number) => west + ((east - west) * x) / 5;
  const lat = (y: number) => south + ((north - south) * y) / 5;
  const coords = table.geometry.coords.map((value, i) => (i % 2 === 0 ? lon(Math.max(0, Math.min(5, value))) : lat(Math.max(0, Math.min(5, value)))));
  const units = table.units.map((unit) => ({ ...unit, bbox: [lon(unit.bbox[0]), lat(unit.bbox[1]), lon(unit.bbox[2]), lat(unit.bbox[3])] as [number, number, number, number], center: [lon(unit.center[0]), lat(unit.center[1])] as [number, number] })); // prettier-ignore
  return { ...table, units, geometry: { ...table.geometry, coords } };
}

const spec = mapSpec.parse({ spec: 1, title: 'A country', lang: 'en', status: 'cleared', boundary: { dataset: 'cod-ab-xnv', version: 'v01', level: 1 }, data: { kind: 'presence', dataset: '3w-xnv', version: 'v01', definition: { unit: 'organisations', role: 'any', statuses: [], sectors: [], orgTypes: [], orgs: [], from: null, to: null } }, classes: { method: 'manual', breaks: [1, 5, 10] }, labels: { show: 'none', lang: 'en' }, view: null, selected: null }); // prettier-ignore

function shareOf(box: Bbox, width: number, height: number, bare: boolean) {
  const table = stretched(box);
  const values = new Map(table.units.map(({ pcode }, i) => [pcode as string, i]));
  const { frame, marks } = drawPicture({ spec, table, parents: new Map(), selected: null, values, title: 'A country', legendTitle: 'Organisations', definition: 'What is counted.', sources: ['COD-AB v01'], summary: '', publisher: publisherOf('un') }, { width, height, lang: 'en', dark: false, measure, bare }); // prettier-ignore
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const mark of marks) {
    if (mark.is !== 'path' || !mark.clip || mark.fill === undefined) continue;
    for (const part of mark.d.split('M').slice(1)) {
      const numbers = (part.match(/-?\d*\.?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        [x, y] = [x + numbers[i]!, y + numbers[i + 1]!];
        [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      }
    }
  }
  const isInside = left >= frame.x && right <= frame.x + frame.width && top >= frame.y && bottom <= frame.y + frame.height;
  return { share: Math.max((right - left) / frame.width, (bottom - top) / frame.height), canvas: (frame.width * frame.height) / (width * height), isInside };
}

test.each(SIZES.flatMap(([size, width, height]) => Object.keys(BOXES).map((country) => [country, size, width, height] as const)))(
  '%s in a picture %s',
  (country, _, width, height) => {
    // prettier-ignore
    const { share, canvas, isInside } = shareOf(BOXES[country]!, width, height, false);
    expect(share).toBeGreaterThanOrEqual(0.89);
    expect(isInside).toBe(true);
    // What is written beside it leaves it most of the paper.
    expect(canvas).toBeGreaterThan(0.5);
  },
);

test.each(Object.keys(BOXES).flatMap((country) => [320, 600, 1000].map((width) => [country, width] as const)))(
  '%s in an embed of %i px, as a picture and live',
  (country, width) => {
    // prettier-ignore
    const [box, size] = [BOXES[country]!, { width, height: Math.round(width * 0.7) }];
    const { share, isInside } = shareOf(box, size.width, size.height, true);
    expect(share).toBeGreaterThanOrEqual(0.89);
    expect(isInside).toBe(true);
    // client/embed/live.ts leaves ten pixels on each side.
    const { zoom } = fitCamera(box, size, { top: 10, right: 10, bottom: 10, left: 10 });
    const world = TILE * 2 ** zoom;
    const live = [((mercatorX(box[2]) - mercatorX(box[0])) * world) / size.width, ((mercatorY(box[1]) - mercatorY(box[3])) * world) / size.height];
    expect(Math.max(...live)).toBeGreaterThanOrEqual(0.89);
  },
);
