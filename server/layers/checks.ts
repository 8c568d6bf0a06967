/** Checks of layers: what became of rows, where features lie, what units they state, what was mended. Catalogue: docs/layers.md. */
import type { Check } from '../checks/check.ts';
import type { AdminUnit } from '../contract/admin.ts';
import type { Metadata } from '../contract/datasets/dataset.ts';
import { MAX_ITEMS, type Clause } from '../contract/finding.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { LayerJoin } from '../contract/overlays/layer.ts';
import { clause } from '../words/clauses.ts';
import { finding, makeFinding, type ItemDraft } from '../words/findings.ts';
import type { Drawn, Ground } from './build.ts';
import { rowVertices } from '../geometry/ring.ts';
import type { Part } from './read/parts.ts';
import type { Places } from './read/places.ts';

export interface Disagreement {
  row: number;
  stated: string;
  unit: AdminUnit;
}

export interface LayerContext {
  part: Part;
  places: Places;
  drawn: Drawn;
  ground: Ground | null;
  join: LayerJoin;
  /** Rows of the part on no unit, with the unit that is nearest. */
  near: { row: number; unit: AdminUnit }[];
  disagree: Disagreement[];
  /** What stands where coordinates should, by row. */
  written: (row: number) => string;
  metadata: Pick<Metadata, 'source' | 'license'>;
  ignored: { name: string; reason: Clause }[];
  dataset: DatasetId;
}

const SPEC = 'docs/layers.md';

function itemsOf(code: string, { part, places }: LayerContext, rows: readonly number[], say: (row: number) => Clause): ItemDraft[] {
  const { geometry } = places;
  return rows.slice(0, MAX_ITEMS).map((row) => {
    const number = part.rowNumber(row);
    const [start, end] = rowVertices(geometry, row);
    const at: Partial<ItemDraft> = start < end ? { at: [geometry.coords[2 * start]!, geometry.coords[2 * start + 1]!] } : {};
    return { id: `${code}/#${number}`, pcodes: [], rows: [number], clause: say(row), ...at };
  });
}

export const layerChecks: Check<LayerContext>[] = [
  {
    id: 'M1',
    spec: SPEC,
    run: (context) => {
      const { part, places, drawn, written, ignored } = context;
      const row = (each: number) => part.rowNumber(each);
      const without = itemsOf('layer.without', context, places.without, (each) =>
        written(each) === '' ? clause('layer.row', { row: row(each) }) : clause('layer.unread', { row: row(each), text: written(each) }),
      );
      const dropped = drawn.dropped.flatMap(({ why, rows }) =>
        itemsOf('layer.dropped', context, rows, (each) => clause('layer.dropped', { row: row(each), why })),
      );
      const files = ignored.map(({ name, reason }): ItemDraft => ({
        id: `layer.ignored/${name}`,
        pcodes: [],
        rows: [],
        clause: clause('reading.ignored', { file: name, why: reason }),
      }));
      return [
        ...(drawn.rows.length === 0 ? [makeFinding('layer.nothing', 'error', null, [], {}, 1)] : []),
        ...finding('layer.without', 'warning', null, without, {}, places.without.length),
        ...finding(
          'layer.dropped',
          'warning',
          null,
          dropped,
          {},
          drawn.dropped.reduce((sum, { rows }) => sum + rows.length, 0),
        ),
        ...finding('layer.ignored', 'info', null, files),
        ...part.findings,
      ];
    },
  },
  {
    id: 'M2',
    spec: SPEC,
    run: (context) => {
      const { part, drawn, near, ground } = context;
      if (!ground) return [makeFinding('layer.no-boundaries', 'warning', null, [], {}, 1)];
      const unitOf = new Map(near.map(({ row, unit }) => [row, unit]));
      const out = itemsOf('layer.outside', context, drawn.outside, (row) => clause('layer.row', { row: part.rowNumber(row) }));
      const nearby = itemsOf('layer.near', context, [...unitOf.keys()], (row) =>
        clause('layer.near', { row: part.rowNumber(row), unit: nameOf(unitOf.get(row)!) }),
      );
      return [...finding('layer.outside', 'warning', null, out, {}, drawn.outside.length), ...finding('layer.near', 'info', null, nearby, {}, unitOf.size)];
    },
  },
  {
    id: 'M3',
    spec: SPEC,
    run: (context) => {
      const { disagree, part } = context;
      const byRow = new Map(disagree.map((each) => [each.row, each]));
      const items = itemsOf('layer.disagree', context, [...byRow.keys()], (row) => {
        const { stated, unit } = byRow.get(row)!;
        return clause('layer.states', { row: part.rowNumber(row), stated, unit: nameOf(unit) });
      });
      return finding('layer.disagree', 'warning', null, items, {}, disagree.length);
    },
  },
  {
    id: 'M4',
    spec: SPEC,
    run: ({ join: { stacked } }) => {
      const items = stacked.places.map(({ at, count }): ItemDraft => ({
        id: `layer.stacked@${at.map((value) => value.toFixed(5)).join(',')}`,
        pcodes: [],
        rows: [],
        at,
        clause: clause('layer.stack', { count }),
      }));
      return finding('layer.stacked', 'warning', null, items, { rows: stacked.count });
    },
  },
  {
    id: 'M5',
    spec: SPEC,
    run: ({ places: { mended } }) =>
      finding(
        'layer.mended',
        'info',
        null,
        mended.map((is): ItemDraft => ({ id: `layer.mended/${is}`, pcodes: [], rows: [], clause: clause('layer.mend', { is }) })),
      ),
  },
  {
    id: 'M6',
    spec: SPEC,
    run: ({ metadata: { source, license } }) => (source === '' || license === '' ? [makeFinding('layer.metadata', 'warning', null, [], {}, 1)] : []),
  },
];

export const nameOf = ({ names, pcode }: AdminUnit): string => (names[0] ? `${names[0].name} (${pcode})` : pcode);
