/** Any saved map → the address of its page → the same map. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapSpec, type MapSpec } from '../../../server/contract/maps/map.ts';
import { addressOf, openSaved } from '../../../client/app/openSaved.ts';
import { BOUNDARIES, toSpec } from '../../../client/country/spec.ts';
import { parseCountryState } from '../../../client/country/state.ts';
import { toPopulation } from '../../../client/kinds/population/spec.ts';
import { parsePopulationState } from '../../../client/kinds/population/state.ts';
import { toPanels, toPresence } from '../../../client/kinds/presence/sharing/spec.ts';
import { parsePresenceState } from '../../../client/kinds/presence/state.ts';
import { paintedBreaks, parseClassing } from '../../../client/map/classing.ts';

const iso3 = 'xnv';
const version = fc.constantFrom('current' as const, 'v01' as const, 'v02.03' as const);
const tag = fc.constantFrom('v01', 'v12');
const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const anyPeriod = fc.oneof(period, fc.record({ from: fc.option(day), to: fc.constant(null) }), fc.record({ from: fc.constant(null), to: fc.option(day) }));
/** What a file may call things: commas, signs of addresses, other scripts. */
const word = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), fc.constantFrom('Water, sanitation', '50 %', '%2C', 'a&b=c', 'إيواء'))
  .filter((text) => text.length <= 100);
const words = fc.uniqueArray(word, { maxLength: 5 });
const STATUSES = ['planned', 'ongoing', 'completed', 'suspended', 'unknown'] as const;

const definition = fc
  .record({
    unit: fc.constantFrom('organisations', 'activities', 'people'),
    role: fc.constantFrom('implementing', 'programming', 'funding', 'any'),
    statuses: fc.subarray([...STATUSES]),
    sectors: words,
    orgTypes: words,
    orgs: words,
    period: anyPeriod,
  })
  .map(({ period: { from, to }, ...rest }) => ({ ...rest, from, to }));

const presence = fc
  .record({
    definition,
    version,
    people: version,
    is: fc.constantFrom('count', 'ratio', 'change'),
    split: fc.constantFrom('none', 'clusters', 'organisations', 'matrix'),
    own: period,
    other: period,
    against: fc.constantFrom('version', 'period', 'both'),
    tag,
    perEach: fc.boolean(),
  })
  .map(({ definition: counted, version: data, people, is, split, own, other, against, tag: vs, perEach }) => {
    const measure =
      is === 'ratio'
        ? { is, population: { dataset: `cod-ps-${iso3}`, version: people } }
        : is === 'change'
          ? {
              is,
              version: against === 'period' ? null : vs,
              ...(against === 'version' ? { from: null, to: null } : other),
              population: perEach ? { dataset: `cod-ps-${iso3}`, version: people } : null,
            }
          : { is };
    return {
      kind: 'presence' as const,
      dataset: `3w-${iso3}`,
      version: data,
      // A change within one version is between two periods.
      definition: is === 'change' && against === 'period' ? { ...counted, ...own } : counted,
      measure,
      split: is === 'count' ? split : 'none',
    };
  });
const population = fc.record({
  kind: fc.constant('population' as const),
  dataset: fc.constant(`cod-ps-${iso3}`),
  version,
  measure: fc.constantFrom('people', 'density'),
  sex: fc.constantFrom('f', 'm', 't'),
  age: fc.constantFrom('all', '0-4', '80+', '7'),
});
const boundaries = fc.constant({ kind: 'boundaries' as const });

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0);
const classes = fc.record({
  method: fc.constantFrom('equal', 'quantile', 'jenks', 'manual', 'integer'),
  breaks: fc.array(number, { maxLength: 10 }).map((list) => list.sort((a, b) => a - b)),
  open: fc.constantFrom('none', 'above', 'both'),
  whole: fc.boolean(),
});
const specs: fc.Arbitrary<MapSpec> = fc
  .record({
    title: fc.constantFrom('Narivela', 'من يعمل أين'),
    lang: fc.constantFrom('en', 'fr', 'es', 'ar'),
    status: fc.constantFrom('draft', 'cleared', 'unmarked'),
    version,
    level: fc.integer({ min: 0, max: 5 }),
    data: fc.oneof(boundaries, population, presence),
    layers: fc.uniqueArray(fc.record({ dataset: fc.constantFrom(`layer-${iso3}-idp-sites`, `layer-${iso3}-roads`), version }), {
      maxLength: 3,
      selector: ({ dataset }) => dataset,
    }),
    classes,
    show: fc.constantFrom('none', 'names', 'pcodes'),
    values: fc.boolean(),
    names: fc.constantFrom('en', 'ar', 'zh-Hant', 'prs'),
    view: fc.option(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }), number, number)),
    selected: fc.option(fc.stringMatching(/^[A-Z]{2}[0-9 :]{1,6}$/)),
    selectedLevel: fc.option(fc.integer({ min: 0, max: 5 })),
  })
  .map(({ version: own, level, show, values, names, data, selectedLevel, selected, view, ...rest }) => {
    const isPlain = data.kind === 'boundaries';
    const isSplit = data.kind === 'presence' && data.split !== 'none';
    return mapSpec.parse({
      spec: 1,
      ...rest,
      boundary: { dataset: `cod-ab-${iso3}`, version: own, level },
      data,
      // What cannot be: classes, numbers of boundaries alone; a part of the country in small maps; a code in a language; the level of no unit.
      classes: isPlain ? BOUNDARIES.classes : rest.classes,
      labels: { show, lang: show === 'pcodes' ? rest.lang : names, values: !isPlain && values },
      view: isSplit || view === null ? null : view.map((value) => value + 0),
      selected,
      selectedLevel: selected === null || selectedLevel === level ? null : selectedLevel,
    });
  });

/** What the page at this address shares: its parts as the models put them together, without fetched data, which a saved map does not need. */
function specAt(address: string, { title, status }: MapSpec): MapSpec {
  const { pathname, searchParams: query } = new URL(address, 'https://codmap.example');
  const state = parseCountryState(query);
  const lang = query.get('lang') as MapSpec['lang'];
  const dataset = `cod-ab-${iso3}`;
  const held = parseClassing(query).held;
  const level = state.level!;
  const of = (shared: Parameters<typeof toSpec>[1]) => {
    const names = state.names === null || state.names === 'pcode' ? lang : state.names;
    const layers = state.layers!.map(({ slug, version }) => ({ dataset: `layer-${iso3}-${slug}` as never, version: (version ?? 'current') as never }));
    const shown = { title, lang, names, state, level, layers, dataset, version: state.version ?? 'current', size: { clientWidth: 900, clientHeight: 700 } };
    return { ...toSpec(shown, shared), status };
  };
  if (pathname.endsWith('/population')) return of(toPopulation(`cod-ps-${iso3}` as never, parsePopulationState(query), held!.classes));
  if (!pathname.endsWith('/3w')) return of(BOUNDARIES);
  const { data, people, definition: counted, paint, changed, against: before, split, method } = parsePresenceState(query);
  const sources = { dataset: `3w-${iso3}` as never, version: data, population: `cod-ps-${iso3}` as never, people, classes: held!.classes };
  if (split === 'none') return of(toPresence(sources, counted, { paint, changed, before, method, painting: { breaks: [] } }));
  return of(toPanels(sources, counted, split, { method, cellClasses: () => ({ breaks: [], colors: [] }) }));
}

describe('a saved map and the page that shows it', () => {
  test('spec → address → spec is the same', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const address = addressOf(spec, 'abc234');
        expect(specAt(address, spec)).toEqual(spec);
        // And the address says so again: opening it, changing nothing and looking at it leaves nothing to write.
        expect(addressOf(specAt(address, spec), 'abc234')).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });

  test('classes hold: the colours are those that were saved, and new values widen the outer ones only', () => {
    const of = (patch: Partial<MapSpec['classes']>) =>
      paintedBreaks({ method: 'jenks', breaks: [1, 5, 20], open: 'none', whole: true, ...patch }, new Map([['A', 90]]));
    expect(of({})).toEqual([1, 5, 90]);
    expect(of({ open: 'above' })).toEqual([1, 5, Infinity]);
    expect(of({ open: 'both', breaks: [-4, -4, 0, 1, 5, 5] })).toEqual([-Infinity, -4, 0, 1, 5, Infinity]);
  });

  test.each([
    ['boundaries', '/c/xnv'],
    ['population', '/c/xnv/population'],
    ['presence', '/c/xnv/3w'],
  ])('%s opens at %s, knowing what it was opened with', (kind, path) => {
    const [spec] = fc.sample(
      specs.filter(({ data }) => data.kind === kind),
      1,
    );
    const url = new URL(addressOf(spec!, 'abc234'), 'https://codmap.example');
    expect([url.pathname, url.searchParams.get('map'), url.searchParams.get('lang')]).toEqual([path, 'abc234', spec!.lang]);
  });

  test('a map as it was stored before classes were open and units had levels opens too', async () => {
    const stored = {
      spec: 1,
      title: 'Old',
      lang: 'fr',
      status: 'cleared',
      boundary: { dataset: 'cod-ab-xnv', version: 'v01', level: 2 },
      data: {
        kind: 'presence',
        dataset: '3w-xnv',
        version: 'v01',
        definition: { unit: 'organisations', role: 'implementing', statuses: ['ongoing'], sectors: [], orgTypes: [], orgs: [], from: null, to: null },
      },
      classes: { method: 'integer', breaks: [1, 2, 5, 10, 20] },
      labels: { show: 'names', lang: 'fr' },
      view: null,
      selected: 'XN01',
    };
    const spec = mapSpec.parse(stored);
    const address = await openSaved(
      { call: (name: string, said: unknown) => (expect([name, said]).toEqual(['getMap', { params: { id: 'abc234' } }]), Promise.resolve({ spec })) } as never,
      'abc234',
    );
    expect(specAt(address, spec)).toEqual(spec);
    expect(address).toBe(
      '/c/xnv/3w?lang=fr&bounds=all&level=2&unit=2:XN01&version=v01&layers=none&map=abc234&status=ongoing&data=v01&method=manual&classes=4&breaks=2%2C5%2C10&held=2/integer/none/0/1%2C2%2C5%2C10%2C20',
    );
  });
});
