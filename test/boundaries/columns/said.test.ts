/** Columns and layers of boundaries as people say them: a wrong guess put right, what is remembered and for which layers, and answers that make no sense. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boundaryAnswers, type BoundaryColumn, type BoundaryLayer } from '../../../server/contract/boundaries/columns.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import { toRemember } from '../../../server/boundaries/columns/memory.ts';
import { columnFindings, readColumns, readLayers } from '../../../server/boundaries/columns/readings.ts';
import { requireNames, resolveSaid, type BoundarySaid, type RememberedLayer } from '../../../server/boundaries/columns/said.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { rawLayer, square, threeLevels } from '../../helpers/rawLayers.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const country = 'SLE' as Iso3;
const ON = '2026-03-01';

/** As the pipeline does it, up to the units. */
function read(layers: RawLayer[], given: Partial<BoundarySaid> = {}, remembered: RememberedLayer[] = []) {
  const said: BoundarySaid = { columns: [], layers: [], ...given };
  const resolved = resolveSaid(layers, said, remembered);
  const boundaries = normalizeBoundaries(layers, { country, said: resolved });
  requireNames(boundaries.layersRead);
  const columns = readColumns(boundaries.layersRead, resolved);
  return {
    boundaries,
    columns,
    layers: readLayers(boundaries.layersRead, resolved),
    findings: columnFindings(columns, boundaries.layersRead, resolved),
    remembered: toRemember(boundaries, resolved, said, ON),
    units: boundaries.levels.flatMap(({ table }) => table.units),
  };
}
const rolesOf = (columns: BoundaryColumn[]) => columns.map(({ heading, role, from }) => [heading, role, from]);
/** The template as it comes back from a file. */
const asAnswers = (columns: BoundaryColumn[], layers: BoundaryLayer[]): BoundarySaid => {
  const { columns: said = [], layers: ofLayers = [] } = boundaryAnswers.parse(JSON.parse(JSON.stringify({ columns, layers })));
  return { columns: said, layers: ofLayers };
};

/** Codes of an office of statistics under a heading of their own; `ADM1_PCODE` is a number of the software. */
const misled = (layer = 'sle_adm1') =>
  rawLayer(layer, { ADM1_PCODE: [1, 2], ADM1_EN: ['Nord', 'Sud'], CODE_OFF: ['SL01', 'SL02'], NOM_LOC: ['Bo', 'Kono'], note: ['a', 'b'] }, [
    [square(0, 0)],
    [square(1, 0)],
  ]);

describe('a wrong guess is put right', () => {
  test('another column holds the codes: the one that was taken is kept under its own heading', () => {
    expect(read([misled()]).units.map(({ pcode }) => pcode)).toEqual(['1', '2']);
    const { units, columns, boundaries, findings } = read([misled()], { columns: [{ heading: 'CODE_OFF', role: { is: 'pcode', level: 1 } }] });
    expect(units.map(({ pcode }) => pcode)).toEqual(['SL01', 'SL02']);
    expect(rolesOf(columns).slice(0, 3)).toEqual([
      ['ADM1_PCODE', { is: 'extra' }, 'heading'],
      ['ADM1_EN', { is: 'name', level: 1 }, 'heading'],
      ['CODE_OFF', { is: 'pcode', level: 1 }, 'asked'],
    ]);
    expect(boundaries.levels[0]!.table.extra.map(({ name }) => name)).toContain('ADM1_PCODE');
    expect(findings.find(({ code }) => code === 'normalize.as-said')!.items.map(({ detail }) => detail)).toEqual([
      '“CODE_OFF” (SL01, SL02): it holds adm1 P-codes',
    ]);
  });

  test('names and their language', () => {
    const { units } = read([misled()], { columns: [{ heading: 'ADM1_EN', language: 'fr' }, { heading: 'NOM_LOC', role: { is: 'name', level: 1 }, language: 'kri' }] }); // prettier-ignore
    expect(units[0]!.names).toEqual([
      { lang: 'fr', name: 'Nord' },
      { lang: 'kri', name: 'Bo' },
    ]);
  });

  test('not used: left out of the files, and no other guess takes the column up again', () => {
    const { boundaries, units } = read([misled()], { columns: [{ heading: 'CODE_OFF', role: { is: 'ignore' } }, { heading: 'ADM1_PCODE', role: { is: 'extra' } }] }); // prettier-ignore
    expect(units.map(({ pcode }) => pcode)).toEqual(['', '']);
    expect(boundaries.levels[0]!.table.extra.map(({ name }) => name)).toEqual(['ADM1_PCODE', 'NOM_LOC', 'note']);
  });

  test('the level of a layer, whatever its headings and its name say; a layer that is not used; one that nothing tells of', () => {
    const nameless = rawLayer('areas', { label: ['Bo', 'Kono'] }, [[square(0, 0)], [square(1, 0)]]);
    const before = read([misled(), nameless]);
    expect(before.layers.map(({ level, text }) => [level, text])).toEqual([
      [1, 'the headings name the level'],
      [null, 'not used, because nothing says its level'],
    ]);
    const after = read([misled(), nameless], {
      layers: [{ layer: 'sle_adm1', level: null }, { layer: 'areas', level: 2 }],
      columns: [{ heading: 'label', role: { is: 'name', level: 2 } }],
    }); // prettier-ignore
    expect(after.boundaries.levels.map(({ level, table }) => [level, table.units.map(({ names }) => names[0]!.name)])).toEqual([[2, ['Bo', 'Kono']]]);
    expect(after.layers.map(({ level, text, said }) => [level, text, said])).toEqual([
      [null, 'not used, as set for this upload', ['level']],
      [2, 'as set for this upload', ['level']],
    ]);
  });

  test('of two layers for a level the one that a person named is used', () => {
    const [first, second] = [misled('sle_adm1'), misled('sle_adm1_old')];
    expect(read([first, second]).boundaries.levels[0]!.raw.layer).toBe('sle_adm1');
    expect(read([first, second], { layers: [{ layer: 'sle_adm1_old', level: 1 }] }).boundaries.levels[0]!.raw.layer).toBe('sle_adm1_old');
  });
});

describe('the template', () => {
  const layersOf = async (folder: string) => {
    const names = readdirSync(folder).filter((name) => /\.(geojson|json)$/.test(name) && name !== 'expected.json');
    return names.length === 0 ? [] : (await readUpload(names.map((name) => uploadOf(name, readFileSync(`${folder}/${name}`, 'utf8'))))).layers;
  };
  const spelt: Record<string, RawLayer[]> = {
    new: threeLevels((role, level) => ({ name: `adm${level}_name`, pcode: `adm${level}_pcode`, validOn: 'valid_on', validTo: 'valid_to' })[role]),
    legacy: threeLevels((role, level) => ({ name: `ADM${level}_EN`, pcode: `ADM${level}_PCODE`, validOn: 'validOn', validTo: 'validTo' })[role]),
    service: threeLevels((role, level) => ({ name: `admin${level}Name_en`, pcode: `admin${level}Pcode`, validOn: 'ValidOn', validTo: 'VALIDTO' })[role]),
    misled: [misled()],
  };
  const given = async (name: string) => spelt[name] ?? (await layersOf(`test/fixtures/cases/${name}`));

  test.each([...Object.keys(spelt), '00-base', '01-geojson-null-measure', '33-bare-headings-beside-levelled-parents'])(
    '%s: sent back as it came changes nothing',
    async (name) => {
      const layers = await given(name);
      const first = read(layers);
      const again = read(layers, asAnswers(first.columns, first.layers));
      expect(again.units).toEqual(first.units);
      expect(again.boundaries.levels.map(({ table, lineage }) => [table.extra, lineage])).toEqual(first.boundaries.levels.map(({ table, lineage }) => [table.extra, lineage])); // prettier-ignore
      expect(again.columns.map(({ role, language }) => [role, language])).toEqual(first.columns.map(({ role, language }) => [role, language]));
      expect(again.layers.map(({ level }) => level)).toEqual(first.layers.map(({ level }) => level));
    },
  );
});

describe('what is remembered', () => {
  const said = { columns: [{ heading: 'CODE_OFF', role: { is: 'pcode', level: 1 } as const }], layers: [] };
  const { remembered } = read([misled()], said);

  test('the next upload of the shape is read by it, and told on what evidence', () => {
    const { units, columns, findings } = read([misled()], {}, remembered);
    expect(units.map(({ pcode }) => pcode)).toEqual(['SL01', 'SL02']);
    expect(columns[2]).toMatchObject({ from: 'profile', confidence: 1, reasons: [{ text: 'set by a person on 1 March 2026 for sle_adm1.geojson' }] });
    const told = findings.find(({ code }) => code === 'normalize.as-before')!;
    expect([told.params['file'], told.params['date'], told.items.map(({ detail }) => detail)]).toEqual(['sle_adm1.geojson', ON, ['“CODE_OFF” (SL01, SL02): it holds adm1 P-codes']]); // prettier-ignore
  });

  test('a layer of another name is known where its columns tell it alone', () => {
    expect(read([misled('sle_adm1_v02')], {}, remembered).units[0]!.pcode).toBe('SL01');
    expect(read([misled('sle_adm1_v02'), misled('sle_adm2')], {}, remembered).units[0]!.pcode).toBe('1');
    // Of two alike it was said of one.
    const two = read([misled(), misled('sle_adm2')], { columns: [{ ...said.columns[0]!, sheet: 'sle_adm1' }] }).remembered;
    expect(read([misled('other')], {}, two).units[0]!.pcode).toBe('1');
  });

  test('other columns are another shape', () => {
    const more = misled();
    more.columns.push({ name: 'zone', values: ['x', 'y'] });
    expect(read([more], {}, remembered).units[0]!.pcode).toBe('1');
  });

  test('what is said now goes before it, and is what is remembered from then on', () => {
    const now = read([misled()], { columns: [{ heading: 'NOM_LOC', role: { is: 'pcode', level: 1 } }] }, remembered);
    expect(now.units.map(({ pcode }) => pcode)).toEqual(['Bo', 'Kono']);
    expect(rolesOf(now.columns)[2]).toEqual(['CODE_OFF', { is: 'extra' }, 'heading']);
    expect(read([misled()], {}, now.remembered).units[0]!.pcode).toBe('Bo');
    expect(read([misled()], {}, remembered).remembered).toEqual([]);
  });
});

describe('answers that make no sense are refused, and the refusal says what there is', () => {
  const pcode = { is: 'pcode', level: 1 } as const;
  test.each<[string, Partial<BoundarySaid>, RegExp]>([
    ['no such column', { columns: [{ heading: 'CODE', role: pcode }] }, /No column is called “CODE” .*The columns are: ADM1_PCODE, ADM1_EN, CODE_OFF/],
    ['at another place', { columns: [{ heading: 'note', column: 0, role: pcode }] }, /“note” at position 0/],
    ['no such layer', { layers: [{ layer: 'adm9', level: 1 }] }, /no layer “adm9”.*The layers are: sle_adm1/],
    ['a column of no such layer', { columns: [{ heading: 'note', sheet: 'adm9', role: pcode }] }, /no layer “adm9”/],
    [
      'two of one role',
      {
        columns: [
          { heading: 'note', role: pcode },
          { heading: 'CODE_OFF', role: pcode },
        ],
      },
      /“(note|CODE_OFF)” and another column are said to hold the same/,
    ],
    ['levels that are none', { columns: [{ heading: 'note', role: { is: 'level' } }] }, /“note” holds “a”, which is no admin level/],
    ['a language of codes', { columns: [{ heading: 'CODE_OFF', language: 'fr' }] }, /not read as names/],
  ])('%s', (_, said, text) =>
    expect(() => read([misled()], said)).toThrow(expect.objectContaining({ code: 'boundaries.answers', message: expect.stringMatching(text) })),
  );

  test('roles, levels and spellings that there are not', () => {
    const bad = [
      { columns: [{ heading: 'a', role: { is: 'pcodes', level: 1 } }] },
      { columns: [{ heading: 'a', role: { is: 'pcode', level: 9 } }] },
      { columns: [{ heading: 'a', rolle: {} }] },
      { layers: [{ layer: 'a', levl: 1 }] },
      { layers: [{ layer: 'a', crs: 'x'.repeat(6000) }] },
      { layers: [{ layer: 'a', encoding: '../etc' }] },
    ];
    for (const answers of bad) expect(boundaryAnswers.safeParse(answers).success, JSON.stringify(answers).slice(0, 80)).toBe(false);
  });

  test('ten thousand answers on one heading take no longer than a moment, and headings like members of objects are headings', () => {
    const odd = rawLayer('sle_adm1', { __proto__x: ['a', 'b'], constructor: ['SL01', 'SL02'], ADM1_EN: ['A', 'B'] }, [[square(0, 0)], [square(1, 0)]]);
    const many = Array.from({ length: 10_000 }, () => ({ heading: 'constructor', role: pcode }));
    expect(read([odd], { columns: many }).units.map((unit) => unit.pcode)).toEqual(['SL01', 'SL02']);
  });
});
