/** Accepted text operations carried out on the columns of the source; every other cell is the very value it was. */
import type { TextOperation } from '../../../contract/boundaries/repair.ts';
import type { RawLayer } from '../../../formats/raw.ts';
import type { NormalizedBoundaries } from '../../normalize/model.ts';
import type { Cell, TextLayer } from './columns.ts';
import { textLayers, textOf } from './columns.ts';

/** `operations` in the order of the plan: proposals, then offers, so that an offer that holds a proposal comes last. `before` is compared with the source. */
export function applyTexts(boundaries: NormalizedBoundaries, layers: RawLayer[], operations: TextOperation[]): RawLayer[] {
  if (operations.length === 0) return layers;
  const known = textLayers(boundaries);
  return layers.map((raw) => {
    const layer = known.find((one) => one.raw === raw);
    if (!layer) return raw;
    const columns = raw.columns.map((column) => {
      const own = operations.filter((operation) => concerns(operation, layer, column.name));
      const values = own.length > 0 ? changed(column.values, own) : column.values;
      return values === column.values ? column : { ...column, values };
    });
    return columns.every((column, i) => column === raw.columns[i]) ? raw : { ...raw, columns };
  });
}

function concerns({ column, level }: TextOperation, layer: TextLayer, heading: string): boolean {
  if (column === '*') return layer.columns.some((own) => own.heading === heading && own.is === 'pcode');
  return column === heading && level === layer.level;
}

function changed(source: Cell[], operations: TextOperation[]): Cell[] {
  let values = source;
  const set = (row: number, value: Cell) => {
    if (values === source) values = source.slice();
    values[row] = value;
  };
  for (const { rows, before, after, rule } of operations) {
    if (rule === 'code-prefix') {
      // After what was said of single codes: a beginning is a part of whatever they are now.
      values.forEach((cell, row) => {
        const text = textOf(cell);
        if (text !== null && text.toUpperCase().startsWith(before!)) set(row, after! + text.slice(before!.length));
      });
      continue;
    }
    for (const number of rows) if (textOf(source[number - 1]) === before) set(number - 1, after);
  }
  return values;
}
