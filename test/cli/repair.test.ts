/** `codmap repair` as people run it: the plan in words, decisions in its file, layers and proof written; what is missing is said with its exit code. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeatureCollection } from 'geojson';
import { repairProof } from '../../server/contract/boundaries/proof.ts';
import { storedRepair, type StoredRepair } from '../../server/contract/boundaries/repair.ts';
import { plantedGeojson } from '../helpers/repair/planted.ts';
import { codmap as runHere, type Run } from '../helpers/stores.ts';

const CLI = join(import.meta.dirname, '../../server/cli/main.ts');
const BASE = 'test/fixtures/cases/00-base';
let folder: string;
let drawn: string;
const inFolder = (name: string) => join(folder, name);
const readText = (name: string) => readFileSync(inFolder(name), 'utf8');

/** In this process: of the two seconds that each took in one of its own, nearly all was its start. */
const codmap = (args: string[]): Promise<Run> => runHere(['repair', ...args], inFolder('var'), {});

/** In a process of its own, as a shell runs it. */
function codmapApart(args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'repair', ...args], { env: { ...process.env, CODMAP_DATA: inFolder('var') }, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
const readPlan = (name: string): StoredRepair => storedRepair.parse(JSON.parse(readText(name)));
const WHO = { by: 'Amina', at: '2026-01-31T12:00:00Z' };
const writePlan = (name: string, stored: StoredRepair) => writeFileSync(inFolder(name), JSON.stringify(stored));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-repair-'));
  drawn = inFolder('xnv_adm1.geojson');
  writeFileSync(drawn, plantedGeojson());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('usage', { timeout: 120_000 }, () => {
  test.each([
    [['x.geojson'], 'Say either --plan or --apply'],
    [['x.geojson', '--plan', '--apply', 'p.json'], 'Say either --plan or --apply'],
    [['x.geojson', '--apply', 'p.json'], '--apply needs --out'],
    [['x.geojson', '--apply', 'p.json', '--out', 'd', '--accept', 'x'], '--accept needs a reason'],
    [['x.geojson', '--plan', '--accept-up-to', '1'], 'go with --apply'],
    [['x.geojson', '--plan', '--width', '-1'], '--width'],
    [['x.geojson', '--plan', '--width', 'NaN'], '--width'],
  ])('%j is refused', async (args, why) => {
    const { code, out, err } = await codmap(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });

  test('a file that is none, and a plan that is none, are refused with what to do', async () => {
    const missing = await codmapApart([inFolder('nothing.geojson'), '--plan']);
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('[input.missing]')]);
    for (const [name, text] of [
      ['bad.json', '{"plan"'],
      ['other.json', '{"plan": 1}'],
      ['nan.json', JSON.stringify({ plan: { format: 1, country: 'XNV', levels: [], options: { widthM: null } }, decisions: {} })],
    ] as const) {
      // prettier-ignore
      writeFileSync(inFolder(name), text);
      const { code, err } = await codmap([drawn, '--apply', inFolder(name), '--out', inFolder('none')]);
      expect([code, err], name).toEqual([3, expect.stringContaining('[repair.plan]')]);
    }
    expect(existsSync(inFolder('none'))).toBe(false);
  });
});

describe('a planted coverage', { timeout: 240_000 }, () => {
  test('the plan is printed, worst first, with totals and what has to be accepted on its own', async () => {
    const { code, out, err } = await codmapApart([drawn, '--country', 'XNV', '--plan', '--out', inFolder('plan.json')]);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('adm1: 5 units; faults by width:');
    expect(lines).toContain('5 operations are proposed for 3 borders; worst first:');
    const listed = lines.filter((line) => /^[* ] [0-9a-f]{6,} {2}/.test(line));
    expect(listed).toHaveLength(5);
    expect(listed[0]).toMatch(/^\* \w+ {2}Elm takes the line of Dorm; 2\.46 km² cut, at most 223 m \(the line of the smaller unit is kept, wider than 50 m\)$/);
    expect(lines).toContain('1 of them has to be accepted one by one (marked *).');
    expect(readPlan('plan.json')).toMatchObject({ plan: { country: 'XNV' }, decisions: { operations: {}, units: {} } });
  });

  test('in other words where another language is asked for, and as data', async () => {
    const french = await codmap([drawn, '--country', 'XNV', '--plan', '--lang', 'fr']);
    expect(french.out).toContain('Elm reprend le tracé de l’unité Dorm');
    const json = await codmap([drawn, '--country', 'XNV', '--plan', '--json', '--authority', 'XN05,XN02', '--width', '1']);
    const { plan } = storedRepair.parse(JSON.parse(json.out));
    expect(plan.options).toMatchObject({ widthM: 1, authority: ['XN05', 'XN02'] });
    expect(plan.operations[0]).toMatchObject({ units: ['XN04', 'XN05'], ruler: 'XN05', rule: 'authority' });
  });

  test('nothing is written until units that change much are accepted', async () => {
    const none = await codmap([drawn, '--apply', inFolder('plan.json'), '--out', inFolder('none')]);
    expect([none.code, none.out, none.err]).toEqual([1, '', expect.stringContaining('No operation was accepted')]);
    const { code, out, err } = await codmap([drawn, '--apply', inFolder('plan.json'), '--out', inFolder('none'), '--accept-up-to', '50']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/must be accepted[^]*1:XN02 {2}Bua: 0\.299 % of its area/);
    expect(existsSync(inFolder('none'))).toBe(false);
  });

  test('accepted, layers and proof are written; what was not decided stays as drawn, and that is said', async () => {
    const { code, out } = await codmap([drawn, '--apply', inFolder('plan.json'), '--out', inFolder('done'), '--format', 'geojson', '--accept-up-to', '50', '--accept', 'slivers', '--lang', 'es']); // prettier-ignore
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Reparado: 3 límites en 4 unidades\. Ningún límite se movió más de 33,\d m; 1 unidad, más de 10 m\.$/)]); // prettier-ignore
    expect(out).toContain('1 operación no se decidió');
    expect(readdirSync(inFolder('done')).toSorted()).toEqual([
      'proof.csv',
      'proof.geojson',
      'proof.html',
      'proof.json',
      'repair.json',
      'xnv_admin_boundaries.geojson',
    ]);
    const layer = JSON.parse(readText('done/xnv_admin_boundaries.geojson')) as FeatureCollection;
    const east = (code: string) => {
      const feature = layer.features.find(({ properties }) => Object.values(properties!).includes(code))!;
      const numbers = (feature.geometry as { coordinates: unknown[] }).coordinates.flat(Infinity) as number[];
      return Math.max(...numbers.filter((_, i) => i % 2 === 0));
    };
    expect(['XN01', 'XN02', 'XN03', 'XN04'].map(east)).toEqual([10.1, 10.2, 10.30002, 10.4]);
    const proof = repairProof.parse(JSON.parse(readText('done/proof.json')));
    expect([proof.ok, proof.levels.flatMap(({ units }) => units.map(({ key }) => key)).toSorted()]).toEqual([true, ['XN02', 'XN03', 'XN04', 'XN05']]);
    const csv = readText('done/proof.csv').split('\r\n');
    expect(csv.filter((line) => line.startsWith('unit,'))).toHaveLength(4);
    expect(csv.filter((line) => line.startsWith('operation,'))).toHaveLength(4);
    const places = JSON.parse(readText('done/proof.geojson')) as FeatureCollection;
    expect(new Set(places.features.map(({ properties }) => properties!['what']))).toEqual(new Set(['gained', 'lost', 'displacement', 'operation']));
    expect(readText('done/proof.html')).toContain('<html lang="es" dir="ltr">');
    expect(readPlan('done/repair.json').decisions.units['1:XN02']).toMatchObject({ verdict: 'accepted', by: 'command line', reason: 'slivers' });
  });

  test('decisions in the file are carried out as they stand there: one turned, one refused; and again on the next upload', async () => {
    const stored = readPlan('plan.json');
    const [wide, , border, ...rest] = stored.plan.operations;
    stored.decisions.operations = {
      ...Object.fromEntries(rest.map(({ id }) => [id, { verdict: 'refused' as const, ...WHO }])),
      [wide!.id]: { verdict: 'accepted', ...WHO, turned: true },
      [border!.id]: { verdict: 'accepted', ...WHO },
    };
    stored.decisions.units = { '1:XN04': { verdict: 'accepted', ...WHO }, '1:XN02': { verdict: 'accepted', ...WHO } };
    writePlan('decided.json', stored);
    // The rows have another order, and a name was corrected meanwhile.
    const next = inFolder('next.geojson');
    writeFileSync(next, plantedGeojson({ order: [3, 0, 4, 2, 1], names: ['Alta', 'Bua', 'Caná', 'Dorm', 'Elm'] }));
    for (const [file, out] of [
      [drawn, 'first'],
      [next, 'second'],
    ] as const) {
      // prettier-ignore
      const { code, err, out: said } = await codmap([file, '--apply', inFolder('decided.json'), '--out', inFolder(out), '--json']);
      expect([code, err]).toEqual([0, '']);
      expect(JSON.parse(said)).toMatchObject({ done: true, undecided: 1, summary: { operations: 2, unfit: 0, borders: 2 } });
      expect(existsSync(inFolder(`${out}/xnv_admin_boundaries.gpkg`))).toBe(true);
    }
    const proofOf = (out: string) => repairProof.parse(JSON.parse(readText(`${out}/proof.json`)));
    const [first, second] = [proofOf('first'), proofOf('second')];
    expect(first.levels.flatMap(({ operations }) => operations.map(({ rule, units }) => [rule, ...units]))).toEqual([['turned', 'XN04', 'XN05'], ['smaller', 'XN01', 'XN02']]); // prettier-ignore
    expect(second.levels.map(({ units }) => units.map(({ key, displacementM }) => [key, displacementM]))).toEqual(first.levels.map(({ units }) => units.map(({ key, displacementM }) => [key, displacementM]))); // prettier-ignore
    expect(first.levels[0]!.operations[0]).toMatchObject({ acceptedBy: 'Amina', acceptedAt: WHO.at });
  });

  test('units are led to the outline of the country where one is given, and the same is asked for again', async () => {
    const outline = inFolder('adm0.geojson');
    const ring = [[9.9998, 0], [10.4998, 0], [10.4998, 0.1], [9.9998, 0.1], [9.9998, 0]]; // prettier-ignore
    writeFileSync(outline, JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }));
    const planned = await codmap([drawn, '--country', 'XNV', '--plan', '--edge', outline, '--out', inFolder('edge.json')]);
    expect([planned.code, planned.out]).toEqual([0, expect.stringContaining('\nUnits are led to the outline adm0.geojson.\n')]);
    const stored = readPlan('edge.json');
    const edges = stored.plan.operations.filter(({ kind }) => kind === 'clip' || kind === 'extend');
    // The slit between Cana and Dorm lies within the outline too.
    expect(edges.map(({ kind, units, rule }) => `${kind} ${units.join()} ${rule}`).toSorted()).toEqual(['clip XN05 country-outline', 'extend XN01 country-outline', 'extend XN03,XN04 country-outline']); // prettier-ignore
    const without = await codmap([drawn, '--apply', inFolder('edge.json'), '--out', inFolder('edge'), '--accept-up-to', '50', '--accept', 'agreed']);
    expect([without.code, without.err]).toEqual([3, expect.stringContaining('[repair.outline-missing]')]);
    // Another outline, a hair further east, has other operations.
    const other = inFolder('other.geojson');
    writeFileSync(other, readText('adm0.geojson').replaceAll('10.4998', '10.4999'));
    const strange = await codmap([drawn, '--apply', inFolder('edge.json'), '--edge', other, '--out', inFolder('edge'), '--accept-up-to', '50']);
    expect([strange.code, strange.out, strange.err]).toEqual([
      3,
      '',
      expect.stringMatching(
        /other\.geojson is not the outline that this plan was made with: it was made with adm0\.geojson, whose outline is another\. Give the same outline again, or make a new plan with this one\.[^]*\[repair\.outline-other\]/,
      ),
    ]);
    const plain = await codmap([drawn, '--apply', inFolder('plan.json'), '--edge', outline, '--out', inFolder('edge'), '--accept-up-to', '50']);
    expect([plain.code, plain.err]).toEqual([3, expect.stringContaining('it was made without an outline')]);
    expect(existsSync(inFolder('edge'))).toBe(false);
    stored.decisions.operations = Object.fromEntries(edges.map(({ id }) => [id, { verdict: 'accepted' as const, ...WHO }]));
    writePlan('edge.json', stored);
    const args = [drawn, '--apply', inFolder('edge.json'), '--edge', outline, '--out', inFolder('edge'), '--format', 'geojson', '--accept', 'agreed'];
    const { code, err } = await codmap(args);
    expect([code, err]).toEqual([0, '']);
    // The same outline in the words of the repair is the same.
    const again = await codmap([drawn, '--apply', inFolder('edge/repair.json'), '--edge', inFolder('edge/outline.geojson'), '--out', inFolder('again'), '--format', 'geojson', '--accept', 'agreed']); // prettier-ignore
    expect([again.code, again.err]).toEqual([0, '']);
    expect(readText('again/xnv_admin_boundaries.geojson')).toBe(readText('edge/xnv_admin_boundaries.geojson'));
    const { features } = JSON.parse(readText('edge/xnv_admin_boundaries.geojson')) as FeatureCollection;
    const longitudes = features.flatMap(({ geometry }) => ((geometry as { coordinates: unknown[] }).coordinates.flat(Infinity) as number[]).filter((_, i) => i % 2 === 0)); // prettier-ignore
    expect([Math.min(...longitudes), Math.max(...longitudes)]).toEqual([9.9998, 10.4998]);
    writeFileSync(outline, JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [10, 0] } }));
    expect((await codmap([drawn, '--plan', '--edge', outline])).code).toBe(3);
  });

  test('a cell that a spreadsheet would run is defused in the table of the proof', async () => {
    const file = inFolder('formula.geojson');
    writeFileSync(file, plantedGeojson({ names: ['Alta', '=HYPERLINK("x")', 'Cana', 'Dorm', '<b>Elm'] }));
    expect((await codmap([file, '--country', 'XNV', '--plan', '--out', inFolder('formula.json')])).code).toBe(0);
    expect((await codmap([file, '--apply', inFolder('formula.json'), '--out', inFolder('formula'), '--accept-up-to', '50', '--accept', 'slivers'])).code).toBe(
      0,
    );
    expect(readText('formula/proof.csv')).toContain('"\'=HYPERLINK(""x"")"');
    expect(readText('formula/proof.html')).not.toContain('<b>Elm');
  });
});

describe('inputs of the field', { timeout: 240_000 }, () => {
  test('boundaries without a fault want no repair', async () => {
    const files = readdirSync(BASE).filter((name) => /\.(geojson|zip|gpkg)$/.test(name));
    const { code, out } = await codmap([...files.map((name) => join(BASE, name)), '--country', 'TGO', '--plan', '--json']);
    const { plan } = storedRepair.parse(JSON.parse(out));
    expect([code, plan.operations, plan.levels.map(({ level }) => level)]).toEqual([0, [], [expect.any(Number)]]);
  });
});
