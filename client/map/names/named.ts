/** Which names a map is to show at a level: those of tiles, or numbers in their place. Pure. */
import { PRINTED, type PrintedMap } from '../layers/printed.ts';
import { fillId, labelId, nameIn, SOURCE, type ShownMap } from '../style.ts';
import type { NameLine } from './leading.ts';

export interface NamedLevel {
  level: number;
  /** Source of the labels in tiles, and the layers that draw them, or numbers in their place. */
  source: string;
  layer: string;
  /** Whose names MapLibre is asked for; what a unit is called, of its own tile. */
  nameOf: (properties: Record<string, unknown>) => string;
  /** Of the numbers that are written on the map: lines by P-code. Null where tiles have the names. */
  printed: ReadonlyMap<string, readonly NameLine[]> | null;
  /** Units that are named by something else. */
  without: ReadonlySet<string>;
  /** Layer that a pointer meets of units of the level. */
  fill: string;
}

/** Made once of each: a map asks after every movement. */
const written = new WeakMap<PrintedMap, ReadonlyMap<string, readonly NameLine[]>>();

/** null where nothing is named, or two drawings are side by side. */
export function namedLevel(shown: ShownMap, level: number): NamedLevel | null {
  const printed = shown.printed?.level === level ? shown.printed : null;
  if (shown.compared || level < 1 || (!printed && shown.labels === false)) return null;
  return {
    level,
    source: SOURCE,
    layer: printed ? PRINTED : labelId(level),
    nameOf: (properties) => nameIn(properties, shown.nameColumn),
    printed: printed && linesOf(printed),
    without: new Set(printed ? [] : shown.highlighted?.find((units) => units.level === level)?.pcodes),
    fill: fillId(level),
  };
}

function linesOf(printed: PrintedMap): ReadonlyMap<string, readonly NameLine[]> {
  let made = written.get(printed);
  if (!made) {
    const lines = ({ name, value }: { name: string; value: string }) => [...(name ? [{ text: name, strong: false }] : []), ...(value ? [{ text: value, strong: true }] : [])]; // prettier-ignore
    made = new Map(printed.data.features.map(({ properties }) => [properties.pcode, lines(properties)]));
    written.set(printed, made);
  }
  return made;
}
