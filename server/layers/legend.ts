/** The legend of a layer: what its class column tells apart, most frequent first, with colours and symbols until a person says others. Pure. */
import { LAYER_COLOURS, MAX_LEGEND, SYMBOLS, type LayerColour, type LayerShape, type LayerTheme, type LegendEntry } from '../contract/overlays/layer.ts';
import { foldName } from '../matching/fold.ts';

export interface Legend {
  entries: (LegendEntry & { count: number })[];
  /** Number of the entry of each row. */
  of: number[];
}

const COLOURS = LAYER_COLOURS.filter((colour) => colour !== 'grey');

/**
 * @param values of the class column by row; null where the layer has none
 * @param said by a person; values that it does not name have an entry of their own at the end
 */
export function legendOf(values: readonly string[] | null, rows: number, shape: LayerShape, theme: LayerTheme, said?: readonly LegendEntry[]): Legend {
  if (values === null) {
    const plain = said?.find(({ value }) => value === null) ?? { value: null, labels: {}, colour: COLOUR_OF[theme], symbol: SYMBOLS[shape][0] };
    return { entries: [{ ...plain, count: rows }], of: Array.from({ length: rows }, () => 0) };
  }
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const named = said && said.some(({ value }) => value !== null) ? said : proposed(counts, shape);
  const entries = named.filter(({ value }) => value !== null).map((entry) => ({ ...entry, count: 0 }));
  const at = new Map(entries.map(({ value }, i) => [value, i]));
  const rest = named.find(({ value }) => value === null);
  const isRest = values.some((value) => !at.has(value));
  if (rest || isRest) entries.push({ ...(rest ?? { value: null, labels: {}, colour: 'grey', symbol: SYMBOLS[shape][0] }), count: 0 });
  const of = values.map((value) => at.get(value) ?? entries.length - 1);
  for (const entry of of) entries[entry]!.count++;
  return { entries, of };
}

function proposed(counts: ReadonlyMap<string, number>, shape: LayerShape): LegendEntry[] {
  const values = [...counts].filter(([value]) => value !== '').toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const symbols = SYMBOLS[shape];
  return values
    .slice(0, MAX_LEGEND - 1)
    .map(([value], i) => ({ value: value.slice(0, 200), labels: {}, colour: COLOURS[i % COLOURS.length]!, symbol: symbols[i % symbols.length]! }));
}

const COLOUR_OF: Record<LayerTheme, LayerColour> = {
  displacement: 'orange',
  health: 'red',
  education: 'purple',
  water: 'blue',
  settlements: 'brown',
  transport: 'brown',
  access: 'red',
  hazards: 'purple',
  operations: 'green',
  areas: 'teal',
  relief: 'grey',
  other: 'blue',
};

const WORDS: readonly [LayerTheme, RegExp][] = [
  ['displacement', /\b(idps?|displace\w*|deplace\w*|desplaz\w*|deslocad\w*|dtm|returnees?|refugees?|refugies?|camps?)\b/],
  ['health', /\b(health\w*|hospita\w*|clinics?|sante|salud|saude|herams|facilit\w*)\b/],
  ['education', /\b(schools?|ecoles?|escuelas?|escolas?|education)\b/],
  ['water', /\b(water|boreholes?|wells?|wash|eau|agua|forages?)\b/],
  ['hazards', /\b(floods?|cyclones?|earthquakes?|droughts?|hazards?|inondations?|inundacion\w*|shake\w*|storm)\b/],
  ['transport', /\b(roads?|bridges?|airports?|airfields?|ports?|rails?|routes?|ponts?|carreteras?|estradas?|highways?)\b/],
  ['access', /\b(access|constraints?|checkpoints?)\b/],
  ['settlements', /\b(settlements?|villages?|towns?|localites?|localidades?|places|populated)\b/],
  ['operations', /\b(warehouses?|hubs?|offices?|distribution)\b/],
  ['areas', /\b(zones?|livelihoods?|responsibility|areas)\b/],
  ['relief', /\b(rivers?|lakes?|relief|contours?)\b/],
];

/** What names of files, sheets and columns sound like. */
export function guessTheme(texts: readonly string[]): LayerTheme {
  for (const text of texts.map(foldName)) {
    const found = WORDS.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return 'other';
}
