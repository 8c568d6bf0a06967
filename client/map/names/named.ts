/** Which names a map is to show at a level: those of tiles, or numbers in their place. Pure. */
import { PRINTED, type PrintedMap } from '../layers/printed.ts';
import { fillId, labelId, nameIn, SOURCE, type ShownMap } from '../style.ts';
import type { NameLine } from './leading.ts';
import type { NamedLevel } from './leads.ts';

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
