/** A map to print from a dataset alone: the spec that its page begins with, its classes made from the values. */
import { startsOf } from '../../contract/maps/classes.ts';
import { isBoundaries, LAYER, toBoundariesId, toDatasetKind, toIso3, type AdminLevel, type DatasetId, type VersionTag } from '../../contract/ids.ts';
import { isLang, type PrintLang } from '../../contract/languages.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { STATUSES, type CountDefinition } from '../../contract/presence/presence.ts';
import type { Theme } from '../../contract/maps/paper.ts';
import { say } from '../../words/words.ts';
import type { MapFacts } from '../../maps/facts.ts';
import { overlayTitle } from '../../maps/overlays/overlay.ts';
import { countryName } from '../../maps/sentences.ts';
import { colonOf } from '../../maps/titles.ts';

const UNITS = { presence: 'organisations', activities: 'activities', reached: 'people' } as const;
const CLASSES = 5;

export interface ThemeAsked {
  dataset: DatasetId;
  version: VersionTag | 'current';
  theme: Theme;
  level: AdminLevel;
  lang: PrintLang;
}

const everybody: Omit<CountDefinition, 'unit'> = { role: 'any', statuses: [...STATUSES], sectors: [], orgTypes: [], orgs: [], from: null, to: null };

/** Without classes and title: both come from the facts. */
export function themeSpec({ dataset, version, theme, level, lang }: ThemeAsked): MapSpec {
  const boundaries = toBoundariesId(toIso3(dataset));
  const data: MapSpec['data'] =
    theme === 'boundaries'
      ? { kind: 'boundaries' }
      : theme === 'people' || theme === 'density'
        ? { kind: 'population', dataset, version, measure: theme, sex: 't', age: 'all' }
        : { kind: 'presence', dataset, version, definition: { ...everybody, unit: UNITS[theme] }, measure: { is: 'count' }, split: 'none' };
  return {
    spec: 1,
    title: '-',
    // A saved map speaks a language of the interface; a sheet of it may speak another.
    lang: isLang(lang) ? lang : 'en',
    status: 'unmarked',
    boundary: { dataset: boundaries, version: isBoundaries(dataset) ? version : 'current', level },
    data,
    classes: { method: 'quantile', breaks: [], open: 'none', whole: theme !== 'density' },
    layers: toDatasetKind(dataset) === LAYER ? [{ dataset, version }] : [],
    labels: { show: 'names', lang, values: false },
    view: null,
    selected: null,
    selectedLevel: null,
  };
}

/** The same with a title, and with classes that hold as many areas each as equal numbers allow. */
export function completeSpec(spec: MapSpec, facts: MapFacts, lang: PrintLang): MapSpec {
  const { values } = facts;
  const numbers = [...(values?.values() ?? [])].filter((value): value is number => typeof value === 'number' && value > 0);
  const what = facts.spec.data;
  const kind =
    what.kind === 'population' ? what.measure : what.kind !== 'presence' ? 'boundaries' : what.definition.unit === 'people' ? 'reached' : what.definition.unit;
  const [layer] = facts.overlays.shown;
  const title = `${countryName(facts, lang)}${colonOf(lang)}${layer ? overlayTitle(layer.summary, lang) : (facts.told?.what[lang] ?? say(lang, `picture.${kind}`))} (${say(lang, 'map.level', { n: String(facts.table.level) })})`;
  if (numbers.length === 0) return { ...spec, title };
  const starts = startsOf(numbers, { method: 'quantile', classes: CLASSES, breaks: [] }, Math.min(...numbers), () => []);
  return { ...spec, title, classes: { ...spec.classes, breaks: [...starts, Math.max(...numbers)] } };
}
