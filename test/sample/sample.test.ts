import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import readExcel from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { makeSample, writeSample, type Sample, type SampleLayer } from '../../server/sample/write.ts';
import { levelSizes } from '../../server/sample/regions.ts';
import { geojsonText } from '../../server/sample/geojson.ts';
import { invalidPolygons } from '../geometry/geos.ts';

/** Fewer than by default: the borders are plainer, and all else is the same. */
const cells = 12_000;
const clean = makeSample({ units: 400, cells });
const spoiled = makeSample({ units: 400, cells, defects: true });
const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'codmap-sample-')));
  return folders.at(-1)!;
};
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

const partsOf = (layer: SampleLayer, row: number): Position[][][] => {
  const geometry = layer.feature(row).geometry as Polygon | MultiPolygon | null;
  return geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
};
const features = (layer: SampleLayer) => Array.from({ length: layer.count }, (_, row) => layer.feature(row));
const levelsOf = (sample: Sample) => sample.layers.filter(({ level }) => level !== null);

/** How often each directed segment occurs in a layer. */
function segments(layer: SampleLayer): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < layer.count; row++) {
    for (const ring of partsOf(layer, row).flat()) {
      for (let i = 1; i < ring.length; i++) {
        const key = `${ring[i - 1]!.join()} ${ring[i]!.join()}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}
const reverse = (key: string) => key.split(' ').reverse().join(' ');
/** Segments without a partner in the neighbour: the outline of the layer. */
const outline = (layer: SampleLayer) => {
  const all = segments(layer);
  return new Set([...all.keys()].filter((key) => !all.has(reverse(key))));
};

describe('boundaries', () => {
  test('the deepest level has the units asked for, and the upper ones a plausible number', () => {
    expect(levelsOf(clean).map(({ count }) => count)).toEqual([1, 10, 63, 400]);
    expect(levelSizes(1000, 3)).toEqual([12, 110, 1000]);
    expect(levelSizes(20, 3)).toEqual([4, 9, 20]);
    expect(levelSizes(100_000, 4).at(-1)).toBe(100_000);
  });

  test('every inner edge is shared by exactly two units, once in each direction', () => {
    for (const layer of levelsOf(clean)) expect([...segments(layer)].filter(([, count]) => count > 1)).toEqual([]);
  });

  test('each level has the outline of the country: no gap but the lakes', () => {
    const [country, ...others] = levelsOf(clean).map(outline);
    for (const other of others) {
      expect(other.size).toBe(country!.size);
      expect([...other].filter((key) => !country!.has(key))).toEqual([]);
    }
    expect(clean.manifest.lakes.length).toBeGreaterThanOrEqual(1);
    expect(partsOf(clean.layers[0]!, 0).reduce((sum, rings) => sum + rings.length - 1, 0)).toBe(clean.manifest.lakes.length);
  });

  test('parents are the sum of their children: every parent segment is a segment of a child of it', () => {
    for (const [upper, lower] of [
      [clean.layers[0]!, clean.layers[1]!],
      [clean.layers[1]!, clean.layers[2]!],
      [clean.layers[2]!, clean.layers[3]!],
    ] as const) {
      const owner = new Map<string, string>();
      for (const feature of features(lower)) {
        const rings = (feature.geometry as Polygon | MultiPolygon).coordinates.flat(feature.geometry!.type === 'Polygon' ? 0 : 1) as Position[][];
        for (const ring of rings)
          for (let i = 1; i < ring.length; i++) owner.set(`${ring[i - 1]!.join()} ${ring[i]!.join()}`, String(feature.properties[`adm${upper.level!}_pcode`]));
      }
      for (let row = 0; row < upper.count; row++) {
        const code = upper.feature(row).properties[`adm${upper.level!}_pcode`];
        for (const ring of partsOf(upper, row).flat())
          for (let i = 1; i < ring.length; i++) {
            const of = owner.get(`${ring[i - 1]!.join()} ${ring[i]!.join()}`);
            // Asked of a hundred thousand segments: only what fails is worth an expectation.
            if (of !== code) expect(of, ring[i]!.join()).toBe(code);
          }
      }
    }
  });

  test('GEOS finds every polygon valid', async () => {
    for (const layer of levelsOf(clean)) expect(await invalidPolygons(Array.from({ length: layer.count }, (_, row) => partsOf(layer, row)))).toEqual([]);
  });

  test('enclaves lie in one other unit, islands and a lake are there, units differ in size as in life', () => {
    const deepest = clean.country.levels[3]!;
    const enclaves = deepest.units.filter(({ enclave }) => enclave);
    expect(enclaves.length).toBeGreaterThanOrEqual(2);
    for (const { row } of enclaves) {
      const neighbours = new Set(
        clean.country.arcs.filter(({ left, right }) => left === row || right === row).map(({ left, right }) => (left === row ? right : left)),
      );
      expect(neighbours.size).toBe(1);
      expect(neighbours.has(-1)).toBe(false);
    }
    expect(partsOf(clean.layers[0]!, 0).length).toBeGreaterThan(5);
    const areas = deepest.units.map(({ areaSqKm }) => areaSqKm).sort((a, b) => a - b);
    expect(areas.at(-1)! / areas[0]!).toBeGreaterThan(50);
    expect(areas.reduce((a, b) => a + b, 0)).toBeGreaterThan(280_000);
    expect(areas.reduce((a, b) => a + b, 0)).toBeCloseTo(clean.country.levels[0]!.units[0]!.areaSqKm, 4);
  });

  test('codes are unique and nested, names unique among siblings in each script', () => {
    for (const layer of levelsOf(clean).slice(1)) {
      const level = layer.level!;
      const rows = features(layer).map(({ properties }) => properties);
      expect(new Set(rows.map((row) => row[`adm${level}_pcode`])).size).toBe(layer.count);
      for (const row of rows) expect(String(row[`adm${level}_pcode`])).toMatch(new RegExp(`^${row[`adm${level - 1}_pcode`]}\\d+$`));
      for (const column of ['name', 'name1', 'name2'])
        expect(new Set(rows.map((row) => `${row[`adm${level - 1}_pcode`]} ${row[`adm${level}_${column}`]}`)).size).toBe(layer.count);
      for (const row of rows) {
        expect(row[`adm${level}_name`]).toMatch(/^[\p{Script=Latin}' -]+$/u);
        expect(row[`adm${level}_name1`]).toMatch(/^[\p{Script=Arabic} -]+$/u);
        expect(row[`adm${level}_name2`]).toMatch(/^[\p{Script=Cyrillic} -]+$/u);
      }
    }
  });

  test('each border line occurs once and carries its highest level', () => {
    const lines = features(clean.layers.find(({ name }) => name.endsWith('lines'))!);
    const count = (level: number) => lines.filter(({ properties }) => properties['adm_level'] === level).length;
    for (const level of [0, 1, 2, 3]) expect(count(level)).toBeGreaterThan(0);
    for (const { properties } of lines)
      if (properties['adm_level'] !== 0)
        expect(String(properties['left_pcod']).slice(0, 4) === String(properties['right_pcod']).slice(0, 4)).toBe(properties['adm_level'] !== 1);
    const drawn = lines.reduce((sum, { geometry }) => sum + (geometry as { coordinates: Position[] }).coordinates.length - 1, 0);
    expect(drawn).toBe((segments(clean.layers[3]!).size + outline(clean.layers[3]!).size) / 2);
  });
});

describe('population', () => {
  test('women and men, bands and levels add up exactly', () => {
    const sums = clean.population.map((table) => {
      const at = (name: string) => table.columns.indexOf(name);
      const bands = (sex: string) => table.columns.map((name, i) => (new RegExp(`^${sex}_\\d`).test(name) ? i : -1)).filter((i) => i !== -1);
      expect(['F', 'M', 'T'].map((sex) => bands(sex).length)).toEqual([17, 17, 17]);
      const byParent = new Map<unknown, number[]>();
      const byUnit = new Map<unknown, number[]>();
      for (let index = 0; index < table.count; index++) {
        const row = table.row(index) as number[];
        expect(row[at('F_TL')]! + row[at('M_TL')]!).toBe(row[at('T_TL')]);
        for (const sex of ['F', 'M', 'T']) expect(bands(sex).reduce((sum, i) => sum + row[i]!, 0)).toBe(row[at(`${sex}_TL`)]);
        const counts = row.slice(at('F_TL'));
        expect(counts.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        byUnit.set(row[at(`ADM${table.level}_PCODE`)], counts);
        const parent = row[at(`ADM${table.level - 1}_PCODE`)];
        byParent.set(parent, byParent.get(parent)?.map((value, i) => value + counts[i]!) ?? counts);
      }
      return { byUnit, byParent };
    });
    for (const [i, { byUnit }] of sums.slice(0, -1).entries()) expect(sums[i + 1]!.byParent).toEqual(byUnit);
    expect(sums[0]!.byUnit.size).toBe(1);
  });
});

describe('presence', () => {
  test('the manifest tells of each row of the workbook what is true', async () => {
    const dir = folder();
    const names = await writeSample(dir, { units: 200, cells });
    const manifest = JSON.parse(readFileSync(join(dir, names.manifest), 'utf8')) as Sample['manifest'];
    const book = await readExcel(join(dir, names.presence));
    const { data } = book.find(({ sheet }) => sheet === manifest.presence.sheet)!;
    expect(book.map(({ sheet }) => sheet)).toEqual(['LISEZ-MOI', '3W Opérationnel', 'Listes']);
    expect(data[manifest.presence.headerRow - 1]![1]).toBe('ORGANISATION *');
    expect(data[manifest.presence.headerRow]![1]).toBe('#org+name+impl');
    expect(data[manifest.presence.totalRow - 1]![0]).toBe('TOTAL');
    for (const row of manifest.presence.blankRows) expect((data[row - 1] ?? []).every((cell) => cell === null)).toBe(true);
    const byId = new Map(manifest.presence.organisations.map((organisation) => [organisation.id, organisation]));
    const units = new Map(clean200().country.levels.flatMap((level) => level.units.map((unit) => [unit.pcode, unit])));
    for (const [i, truth] of manifest.presence.rows.entries()) {
      const cells = data[truth.row - 1]!;
      expect(cells[0]).toBe(i + 1);
      expect(String(cells[1]).trim().toLocaleLowerCase('fr')).toContain(byId.get(truth.organisation)!.name.toLocaleLowerCase('fr'));
      if (truth.pcode !== null) expect(units.get(truth.pcode)?.level).toBe(truth.level);
      const code = cells[4 + 2 * (truth.level ?? 0)];
      if (truth.cause === 'clean') expect(code).toBe(truth.pcode);
      if (truth.cause === 'code-iso3-prefix') expect(code).toBe(`XNV${truth.pcode!.slice(2)}`);
      if (truth.cause === 'code-lost-zero') expect(units.has(String(code))).toBe(false);
      if (truth.cause === 'name-arabic') expect(cells[3 + 2 * truth.level!]).toContain(units.get(truth.pcode!)!.name[1]);
      if (truth.cause === 'codes-swapped') expect(truth.candidates!.every((candidate) => units.has(candidate))).toBe(true);
    }
    const acronyms = manifest.presence.organisations.map(({ acronym }) => acronym);
    expect(new Set(acronyms).size).toBeLessThan(acronyms.length);
  });
});

const clean200 = () => makeSample({ units: 200, cells });

describe('defects', () => {
  const planted = spoiled.manifest.defects;

  test('each is planted at a real place: the file, its rows and the units exist', () => {
    const kinds = new Set(planted.map(({ check, kind }) => `${check} ${kind}`));
    expect(kinds.size).toBe(planted.length);
    expect(planted.length).toBeGreaterThanOrEqual(70);
    const files = new Map<string, number>([
      ...spoiled.layers.map((layer) => [`${layer.name}.geojson`, layer.count] as const),
      ...spoiled.population.map((table) => [`${table.name}.csv`, table.count] as const),
    ]);
    const codes = new Set(clean.country.levels.flatMap(({ units }) => units.map(({ pcode }) => pcode)));
    for (const { file, rows, pcodes } of planted) {
      for (const row of rows) expect(row).toBeLessThanOrEqual(files.get(file)!);
      for (const code of pcodes) expect(codes.has(code)).toBe(true);
    }
  });

  test('only the units that the manifest names differ from the clean country', () => {
    for (const [i, layer] of levelsOf(spoiled).entries()) {
      const before = clean.layers[i]!;
      const named = new Set(planted.filter(({ file }) => file === `${layer.name}.geojson`).flatMap(({ rows }) => rows));
      const spread = new Set(['lake-1-km2', 'triangular-part']);
      const parents = planted.filter(({ kind }) => spread.has(kind)).flatMap(({ pcodes }) => pcodes);
      for (let row = 0; row < before.count; row++) {
        const was = before.feature(row);
        const is = layer.feature(row);
        if (named.has(row + 1) || parents.some((code) => code.startsWith(String(was.properties[`adm${i}_pcode`])))) continue;
        expect(is.geometry).toEqual(was.geometry);
        const { adm0_pcode: _was, ...rest } = was.properties;
        expect(is.properties).toMatchObject(rest);
      }
    }
  });

  test('each changes a record that it names, or adds one', () => {
    for (const { file, rows, kind } of planted.filter(({ file, rows }) => file.endsWith('.geojson') && rows.length > 0)) {
      const at = spoiled.layers.findIndex(({ name }) => `${name}.geojson` === file);
      const [before, after] = [clean.layers[at]!, spoiled.layers[at]!];
      const changed = rows.filter((row) => row > before.count || JSON.stringify(after.feature(row - 1)) !== JSON.stringify(before.feature(row - 1)));
      expect(changed.length, kind).toBeGreaterThan(0);
    }
  });

  test('GEOS finds the bow-tie invalid and nothing else', async () => {
    const layer = spoiled.layers[3]!;
    const bow = planted.find(({ kind }) => kind === 'bow-tie')!;
    const invalid = await invalidPolygons(
      Array.from({ length: layer.count }, (_, row) => partsOf(layer, row).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x!, y!])))),
    );
    expect(invalid).toHaveLength(1);
    expect(Number(invalid[0]!.split(':')[0]) + 1).toBe(bow.rows[0]);
  });

  test('a small country holds fewer, and says which', () => {
    const small = makeSample({ units: 20, cells, defects: true });
    expect(small.manifest.defects.length).toBeGreaterThan(5);
    expect(small.manifest.defects.length).toBeLessThan(planted.length);
  });
});

describe('determinism and size', () => {
  const digest = (sample: Sample) => {
    const sum = createHash('sha256');
    for (const layer of sample.layers) for (const text of geojsonText(layer)) sum.update(text);
    return sum.update(JSON.stringify(sample.manifest)).digest('hex');
  };

  test('the same seed gives the same bytes, another seed another country', () => {
    expect(digest(makeSample({ units: 60, cells, defects: true }))).toBe(digest(makeSample({ units: 60, cells, defects: true })));
    expect(digest(makeSample({ units: 60, cells, seed: 5 }))).not.toBe(digest(makeSample({ units: 60, cells })));
  });

  test('the files are the same bytes each time, workbooks included', async () => {
    const sums = [folder(), folder()].map(async (dir) => {
      const names = await writeSample(dir, { units: 60, levels: 2, cells });
      return [...names.boundaries, ...names.population, names.workbook, names.presence, names.manifest].map((name) => {
        expect(existsSync(join(dir, name))).toBe(true);
        return [
          name,
          createHash('sha256')
            .update(readFileSync(join(dir, name)))
            .digest('hex'),
        ];
      });
    });
    expect(await sums[0]).toEqual(await sums[1]);
  });

  test.each([
    [20, 3],
    [150, 4],
    [300, 1],
  ])('%i units on level %i', (units, levels) => {
    const sample = makeSample({ units, levels, cells });
    expect(levelsOf(sample)).toHaveLength(levels + 1);
    expect(sample.country.levels.at(-1)!.units).toHaveLength(units);
    for (const row of sample.country.levels.at(-1)!.polygons) expect(row.length).toBeGreaterThan(0);
  });

  // About 2 s on a quiet machine; the bound only catches growth gone wrong. `npm run bench` makes 10,000.
  test('3,000 units are made in reasonable time', () => {
    const start = performance.now();
    expect(makeSample({ units: 3000 }).layers[3]!.count).toBe(3000);
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  test('what cannot be made is refused', () => {
    expect(() => makeSample({ units: 19 })).toThrow(RangeError);
    expect(() => makeSample({ levels: 6 })).toThrow(RangeError);
  });
});
