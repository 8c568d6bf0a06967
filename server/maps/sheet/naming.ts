/** What is named on a sheet: units, what lies on them, what lies around. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { languageOf } from '../../words/words.ts';
import type { MapFacts } from '../facts.ts';
import type { LaidOverlays } from '../overlays/lay.ts';
import { labelText } from '../render/labels.ts';
import { numberWriter } from '../sentences.ts';
import type { SheetFonts } from './fonts.ts';
import type { Rect } from '../../contract/maps/leaders.ts';
import { groundLabels } from './ground.ts';
import { placeSheetLabels, type LabelWanted, type PlacedLabels } from './labels.ts';
import type { SheetSizes } from './layout.ts';
import { overlayLabels } from './overlays.ts';
import type { SheetView } from './shapes.ts';
import { plain } from './text.ts';

interface Naming {
  view: SheetView;
  sizes: SheetSizes;
  lang: PrintLang;
  fonts: SheetFonts;
  laid: LaidOverlays;
  /** Of names around the country, and of layers. */
  size: number;
  /** The level whose names are tried first; absent: that of the map. */
  top?: AdminLevel | undefined;
}

/** Names of units first, then of what lies on them, then of what lies around, each where the others leave room. */
export function nameAll(facts: MapFacts, { view, sizes, lang, fonts, laid, size, top }: Naming) {
  const { placed, level: named } = labelsOf(facts, { view, sizes, lang, fonts, top, symbols: laid.symbols });
  const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
    [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as const;
  const features = overlayLabels(laid, view, fonts, size, placed.labels.map(boxOf)); // prettier-ignore
  const taken = [...placed.labels, ...features].map(boxOf);
  return {
    placed,
    named,
    around: [...features, ...groundLabels(facts.ground, view, { locale: languageOf(lang).locale, size, measure: fonts.measure, taken })],
  };
}

/** More names than this share without room, and the map shows those of a level above: numbers all over it are no names. */
const CROWDED = 0.3;

/** Labels of one level: that of the map, or the nearest above whose names have room. `level` 0: none. */
function labelsOf(
  facts: MapFacts,
  { view, sizes, lang, fonts: { measure }, top, symbols }: Omit<Naming, 'laid' | 'size'> & { symbols: readonly Rect[] },
): { placed: PlacedLabels; level: number } {
  const { spec, table, lineage } = facts;
  const options = { ...sizes.map, sizes: sizes.labels, measure: (text: string, size: number) => measure(text, size, 600), most: 400, symbols };
  const nothing: PlacedLabels = { labels: [], list: [], without: [] };
  if (spec.labels.show === 'none' && !spec.labels.values) return { placed: nothing, level: table.level };
  const write = spec.labels.values ? numberWriter(facts, lang) : () => '';
  for (let level = Math.min(table.level, top ?? table.level); level > 0; level--) {
    const isOwn = level === table.level;
    const units = isOwn ? table.units : [...new Map((lineage[level] ?? []).flatMap((unit) => (unit ? [[unit.pcode, unit] as const] : []))).values()];
    if (units.length === 0 || (!isOwn && spec.labels.show === 'none')) continue;
    const placed = placeSheetLabels(
      units.map((unit) => wantedOf(unit, view, spec, isOwn ? write(unit.pcode) : '')),
      { ...options, mostLost: Math.max(FEW, CROWDED * units.length) },
    );
    const lost = placed.list.length + placed.without.length;
    if (lost <= FEW || lost <= CROWDED * units.length) return { placed, level };
  }
  return { placed: nothing, level: 0 };
}

/** So many names may be in the list whatever their share: a small country of small units. */
const FEW = 12;

export function wantedOf(unit: AdminUnit, view: SheetView, { labels }: MapFacts['spec'], value: string): LabelWanted {
  const [x, y] = view.place(unit.center[0], unit.center[1]);
  const [west, south, east, north] = unit.bbox;
  const [[x1, y1], [x2, y2]] = [view.place(west, south), view.place(east, north)];
  // About the radius of a circle of the same area, never wider than the unit.
  const room = Math.min(Math.sqrt(unit.areaSqKm * 1e6) * view.scale * 0.56, Math.abs(x2 - x1) / 2, Math.max(Math.abs(y2 - y1), 6) * 1.5);
  return { pcode: unit.pcode, text: plain(labelText(unit, labels)), value: plain(value), x, y, room, areaSqKm: unit.areaSqKm };
}
