import { PALETTE, ramp } from '../../../server/contract/maps/palette.ts';
import { describe, expect, test } from 'vitest';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { isRightToLeft, wrap } from '../../../server/maps/render/drawing.ts';
import type { Mark } from '../../../server/maps/render/drawing.ts';
import { loadFonts } from '../../../server/maps/render/fonts.ts';
import { drawMultiples } from '../../../server/maps/render/multiples.ts';
import { boundsOf, drawPicture } from '../../../server/maps/render/picture.ts';
import type { Emptiness, PictureData } from '../../../server/maps/render/picture.ts';
import { toPng } from '../../../server/maps/render/png.ts';
import { unrollTables } from '../../../server/geometry/antimeridian.ts';
import { drawShapes, fitView } from '../../../server/maps/render/shapes.ts';
import { toSvg } from '../../../server/maps/render/svg.ts';
import { toColumn, type Position } from '../../geometry/shapes.ts';
import { grid } from '../../helpers/maps/grid.ts';
import { publisherOf } from '../../../server/disclaimers/publishers.ts';
import { inEachPrinted } from '../../../server/words/words.ts';

const table = grid(5, (index) => `Unit ${index}`);
const parents = new Map<AdminLevel, (string | null)[]>([[0, table.units.map(() => 'XA')]]);
const spec: MapSpec = {
  spec: 1,
  title: 'Presence <b>& more',
  lang: 'en',
  status: 'draft',
  boundary: { dataset: 'cod-ab-xnv' as never, version: 'current', level: 1 },
  data: { kind: 'boundaries' },
  classes: { method: 'integer', breaks: [1, 2, 5, 10], open: 'none', whole: false },
  layers: [],
  labels: { show: 'names', lang: 'en', values: false },
  view: null,
  selected: null,
  selectedLevel: null,
};
const values = new Map<string, number | Emptiness>(
  table.units.map((unit, index) => [unit.pcode, index < 10 ? index : index < 15 ? 'notReported' : index < 20 ? 'aboveOnly' : 'zero']),
);
const measure = loadFonts();
const data: PictureData = {
  spec,
  table,
  parents,
  selected: null,
  values,
  title: spec.title,
  legendTitle: 'Organisations',
  definition: 'Distinct organisations, April 2025.',
  sources: ['COD-AB v01'],
  summary: '5 of 25',
  publisher: publisherOf('un'),
};
const draw = (width: number, height: number, lang: 'en' | 'ar' = 'en', extra: Partial<PictureData> = {}) =>
  drawPicture({ ...data, ...extra }, { width, height, lang, dark: false, measure });
const texts = (marks: Mark[]) => marks.flatMap((mark) => (mark.is === 'text' ? [mark] : []));

describe('shapes', () => {
  const view = fitView([0, 0, 5, 5], { x: 0, y: 0, width: 500, height: 500 }, 0);
  const { units, lines } = drawShapes(table, parents, view);
  test('neighbours share their corners to the tenth of a pixel', () => {
    const corners = (d: string) => {
      let [x, y] = [0, 0];
      return [...d.matchAll(/([Ml])(-?[\d.]+) ?(-?[\d.]+)/g)].map(([, kind, dx, dy]) => {
        [x, y] = kind === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      });
    };
    const left = new Set(corners(units[0]!));
    // The common border has two ends and its wavy middle.
    expect([...new Set(corners(units[1]!))].filter((corner) => left.has(corner))).toHaveLength(3);
  });
  test('each line once, the outer border apart', () => {
    expect(lines.map(({ level, outer }) => [level, outer])).toEqual([
      [1, false],
      [0, true],
    ]);
  });
  test('a unit smaller than a pixel is a dot, never nothing', () => {
    const far = drawShapes(table, parents, fitView([-90, -80, 90, 80], { x: 0, y: 0, width: 60, height: 60 }, 0));
    expect(far.units.every((d) => d.length > 0)).toBe(true);
  });
});

describe('picture', () => {
  test('the legend counts every unit once, with its kind of emptiness', () => {
    const rows = texts(draw(800, 500).marks)
      .map(({ text }) => text)
      .filter((text) => /\(\d+\)$/.test(text));
    expect(rows).toEqual(['1 (1)', '2 – 4 (3)', '5 – 10 (5)', 'None (6)', 'Not reported (5)', 'Area above only (5)']);
  });
  test('classes of map and legend have the same colours', () => {
    const { marks } = draw(800, 500);
    const inMap = new Set(marks.flatMap((mark) => (mark.is === 'path' && mark.fill ? [JSON.stringify(mark.fill)] : [])));
    for (const mark of marks) if (mark.is === 'rect' && mark.width === 22) expect(inMap).toContain(JSON.stringify(mark.fill));
  });
  test('counts as circles: the largest below, none of what has no number, names above them, and a key beside them', () => {
    const data = { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure: 'people', sex: 't', age: 'all' } as never;
    const told = new Map<string, number | Emptiness>([...values].map(([code, value], i) => [code, i === 3 ? 'withheld' : value]));
    for (const [width, height] of [
      [800, 500],
      [390, 700],
    ] as const) {
      const { marks } = draw(width, height, 'en', { spec: { ...spec, data, symbols: 'circles' }, values: told });
      const isCircle = (mark: Mark) => mark.is === 'path' && mark.fill === PALETTE.light.accent;
      const onMap = marks.filter((mark) => isCircle(mark) && mark.is === 'path' && mark.clip);
      expect(onMap).toHaveLength([...told.values()].filter((value) => typeof value === 'number' && value > 0).length);
      const radii = onMap.map((mark) => Number(/a([\d.]+) /.exec((mark as { d: string }).d)![1]));
      expect(radii).toEqual(radii.toSorted((a, b) => b - a));
      // 9 and 1, to the tenth of a pixel that a path is written in.
      expect(radii[0]! / radii.at(-1)!).toBeCloseTo(3, 1);
      const first = marks.findIndex((mark) => mark.is === 'text' && mark.anchor === 'middle');
      expect(first).toBeGreaterThan(marks.findLastIndex((mark) => isCircle(mark) && mark.is === 'path' && mark.clip === true));
      const said = texts(marks).map(({ text }) => text);
      expect(said).toEqual(expect.arrayContaining(['5', 'Withheld (1)']));
      expect(marks.filter((mark) => isCircle(mark) && mark.is === 'path' && !mark.clip).length).toBeGreaterThan(0);
      // No class is left in the legend.
      expect(said.filter((text) => /^\d+ – \d+ \(/.test(text))).toEqual([]);
    }
  });
  test('a page that shows the map alone has the key of its circles on it, in letters that a phone keeps', () => {
    const counted = { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure: 'people', sex: 't', age: 'all' } as never;
    for (const lang of ['en', 'ar'] as const) {
      const drawing = drawPicture({ ...data, spec: { ...spec, data: counted, symbols: 'circles' } }, { width: 640, height: 420, lang, dark: false, measure, bare: true, annotate: true }); // prettier-ignore
      const key = texts(drawing.marks).filter((mark) => mark.key);
      expect(key.map(({ text }) => text)).toContain(new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : 'en').format(5));
      expect(toSvg(drawing)).toContain('<text class="k"');
      const box = drawing.marks.findLast((mark) => mark.is === 'rect')!;
      expect(box.is === 'rect' && box.x >= 0 && box.x + box.width <= 640 && box.y >= 0 && box.y + box.height <= 420).toBe(true);
      for (const { x, y } of key) expect(box.is === 'rect' && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
    }
  });
  test('a draft says so, a cleared map does not', () => {
    const has = (drawing: ReturnType<typeof draw>) => texts(drawing.marks).some(({ text }) => text.startsWith('DRAFT'));
    expect(has(draw(800, 500))).toBe(true);
    expect(has(draw(800, 500, 'en', { spec: { ...spec, status: 'cleared' } }))).toBe(false);
  });
  test.each([320, 390, 800, 1200])('at %i px no text leaves the picture', (width) => {
    for (const lang of ['en', 'ar'] as const) {
      for (const mark of texts(draw(width, 700, lang).marks)) {
        const wide = measure(mark.text, mark.size, mark.weight);
        const start = mark.anchor === 'middle' ? mark.x - wide / 2 : lang === 'ar' ? mark.x - wide : mark.x;
        if (mark.turn) continue;
        expect(start, mark.text).toBeGreaterThanOrEqual(-1);
        expect(start + wide, mark.text).toBeLessThanOrEqual(width + 1);
      }
    }
  });
});

test.each([320, 390, 800, 1200])('small maps at %i px: one legend without numbers, a draft mark, no text outside', (width) => {
  const panels = Array.from({ length: 11 }, (_, i) => ({
    code: `C${i}`,
    parent: null,
    total: 1234,
    names: { ...inEachPrinted(() => ''), en: `Cluster ${i} and its areas of responsibility`, ar: `القطاع ${i} ومجالات مسؤوليته` },
    values,
    organisations: i === 3 ? null : 1234,
    units: 25,
  }));
  for (const lang of ['en', 'ar'] as const) {
    const { marks } = drawMultiples({ ...data, panels }, { width, height: 800, lang, dark: false, measure });
    const all = texts(marks);
    // The legend's title, and the names of the clusters, which have two lines where they need them.
    const heads = all.filter(({ weight, size }) => weight === 600 && size === 12);
    const [{ y: last }] = [heads.at(-1)!];
    const names = heads.filter(({ y }) => y < last);
    expect([names.length >= 11, names.length <= 33]).toEqual([true, true]);
    for (const { names: own } of panels)
      expect(
        heads.some(({ text }) => own[lang].startsWith(text.replace('…', ''))),
        own[lang],
      ).toBe(true);
    expect(all.filter(({ turn }) => turn)).toHaveLength(1);
    expect(all.some(({ text }) => /\(\d+\)$/.test(text))).toBe(false);
    for (const mark of all) {
      if (mark.turn) continue;
      const wide = measure(mark.text, mark.size, mark.weight);
      const start = lang === 'ar' ? mark.x - wide : mark.x;
      expect(start, mark.text).toBeGreaterThanOrEqual(-1);
      expect(start + wide, mark.text).toBeLessThanOrEqual(width + 1);
    }
  }
});

test('a long name is read whole, above its map', () => {
  const panel = (name: string) => ({ code: name, parent: null, total: 3, names: inEachPrinted(() => name), values, organisations: 3, units: 25 });
  const panels = ['Health', 'Camp Coordination and Camp Management', 'Education', 'Protection', 'Nutrition', 'Logistics'].map(panel);
  const { marks } = drawMultiples({ ...data, panels }, { width: 900, height: 420, lang: 'en', dark: false, measure });
  const heads = texts(marks).filter(({ weight, size }) => weight === 600 && size === 12);
  const lines = heads.filter(({ text }) => panels[1]!.code.split(/(?<=Coordination) | (?=Management)/).includes(text));
  expect(lines.map(({ text }) => text).join(' ')).toBe(panels[1]!.code);
  const [first, second, last] = lines;
  const alone = heads.find(({ text }) => text === 'Health')!;
  expect([second!.x, second!.y - first!.y, alone.y]).toEqual([first!.x, 15, last!.y]);
});

test('sources in Arabic are separated as Arabic does', () => {
  const all = (lang: 'en' | 'ar') => texts(draw(800, 500, lang, { sources: ['COD-AB v01', '3W v02'] }).marks).map(({ text }) => text).join('\n'); // prettier-ignore
  expect([all('ar').includes('؛'), all('ar').includes(';'), all('en').includes('COD-AB v01; 3W v02')]).toEqual([true, false, true]);
});

test('SVG is escaped, has no outside reference, and names itself', () => {
  const svg = toSvg(draw(800, 500));
  expect(svg).toContain('<title id="t">Presence &#60;b&#62;&#38; more</title>');
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|href/);
  expect(toSvg(draw(800, 500))).toBe(svg);
});

test('PNG is painted with the colours of the classes', async () => {
  const image = await loadImage(Buffer.from(toPng(draw(400, 400), 2)));
  expect([image.width, image.height]).toEqual([800, 800]);
  const context = createCanvas(800, 800).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, 800, 800).data;
  const seen = new Set<string>();
  for (let at = 0; at < pixels.length; at += 4) seen.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`);
  const { mapGround, mapLand, mapEmpty, mapHatch } = PALETTE.light;
  for (const hex of [...ramp(spec.classes.breaks.length - 1), mapGround, mapLand, mapEmpty, mapHatch])
    expect(seen, hex).toContain([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join());
});

test('every script served has letters of its own in our fonts', () => {
  // A missing letter is drawn as a box: all boxes are of one width.
  for (const text of ['ŁódźŞ', 'محافظة', 'Київська', 'ကချင်ပြည်နယ်', 'ខេត្តសៀមរាប', 'ትግራይ'])
    expect(new Set(Array.from(text, (letter) => measure(letter, 20, 400))).size, text).toBeGreaterThan(2);
});

test('direction by the first strong letter; lines break between words', () => {
  expect([isRightToLeft('12 صنعاء'), isRightToLeft('Sanaa صنعاء'), isRightToLeft('12')]).toEqual([true, false, false]);
  expect(wrap('one two three', measure('one two', 12, 400) + 1, 12, 400, measure)).toEqual(['one two', 'three']);
});

describe('across the antimeridian', () => {
  /** Fiji as files have it: the second unit is parted at 180°. */
  const square = (west: number, east: number): Position[] => [
    [west, -18],
    [east, -18],
    [east, -16],
    [west, -16],
    [west, -18],
  ];
  const geometry = toColumn([[[square(177, 179)]], [[square(179, 180)], [square(-180, -179)]]]);
  const plain = grid(2, (index) => `Unit ${index}`);
  const boxes: FeatureTable['units'][number]['bbox'][] = [
    [177, -18, 179, -16],
    [179, -18, -179, -16],
  ];
  const fiji: FeatureTable = { ...plain, geometry, units: boxes.map((bbox, at) => ({ ...plain.units[at]!, bbox, center: [at ? -179.5 : 178, -17] })) };

  test('a country is laid out in one piece, without a line where the parts of a unit meet', () => {
    const [table] = unrollTables([fiji]) as [FeatureTable];
    const box = boundsOf({ view: null } as MapSpec, table);
    expect(box).toEqual([177, -18, 181, -16]);
    expect(table.units[1]!.center).toEqual([180.5, -17]);
    const { lines, units } = drawShapes(table, new Map(), fitView(box, { x: 0, y: 0, width: 400, height: 400 }, 0));
    expect(units[0]).toMatch(/^M200 /);
    expect(units[1]!.match(/M/g)).toHaveLength(2);
    // Three upright lines: both ends, and the border between the units.
    const upright = lines.flatMap(({ d }) => d.match(/[ML]?-?[\d.]+ -?[\d.]+l0[ -][\d.]+|l0[ -][\d.]+/g) ?? []);
    expect(upright).toHaveLength(3);
    expect(unrollTables([plain])[0]).toBe(plain);
  });

  test('a view of the map lands on the country whichever way it counts longitudes', () => {
    const [table] = unrollTables([fiji]) as [FeatureTable];
    for (const view of [
      [-180.5, -18, -179.5, -16],
      [179.5, -18, -179.5, -16],
      [179.5, -18, 180.5, -16],
    ] as MapSpec['view'][])
      // prettier-ignore
      expect(boundsOf({ view } as MapSpec, table)).toEqual([179.5, -18, 180.5, -16]);
  });
});
