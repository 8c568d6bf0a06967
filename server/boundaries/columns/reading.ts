/** What was said of files and layers while they are read: encodings and coordinate systems. */
import { toStem } from '../../formats/reader.ts';
import type { ReadSaid } from '../../formats/upload.ts';
import { findBefore, layerAnswer, layoutOf, type BoundarySaid, type RememberedLayer } from './said.ts';

/** Encodings are those of a file, whose layers are read together. */
export function toReadSaid({ layers }: Pick<BoundarySaid, 'layers'>, remembered: readonly RememberedLayer[]): ReadSaid {
  return {
    encodingOf: (file) =>
      layers.findLast(
        (answer) => answer.encoding !== undefined && (answer.file ?? file) === file && (answer.file !== undefined || answer.layer === toStem(file)),
      )?.encoding,
    encodingBefore: (headings) => {
      const layout = layoutOf(headings);
      const said = new Set(remembered.flatMap((each) => (each.layout === layout && each.encoding !== undefined ? [each.encoding] : [])));
      return said.size === 1 ? [...said][0] : undefined;
    },
    crsOf: (layer, stated) => {
      const { crs } = layerAnswer(layers, layer);
      if (crs) return { text: crs, how: 'asked' };
      const headings = layer.columns.map(({ name }) => name);
      // Whether others have its headings is not known yet; the numbers must fit, and what was used is said.
      const before = findBefore(remembered, layer.layer, headings, true)?.crs;
      return before && before.stated === stated ? { text: before.said, how: 'profile' } : undefined;
    },
  };
}
