/** Queries about what people said of layers of boundaries, by country and layout. */
import { createHash } from 'node:crypto';
import type { DatasetId } from '../contract/ids.ts';
import type { Database } from '../store/schema.ts';
import type { RememberedLayer } from './columns/said.ts';

export type LayoutStore = ReturnType<typeof createLayoutStore>;

/** Headings can be thousands of letters, keys of a table cannot. */
const keyOf = (layout: string): string => createHash('sha256').update(layout).digest('hex');

export function createLayoutStore(db: Database, now: () => Date = () => new Date()) {
  return {
    /** Newest first. */
    async list(dataset: DatasetId): Promise<RememberedLayer[]> {
      const rows = await db.selectFrom('boundary_layout').select('answer').where('dataset', '=', dataset).orderBy('said_at', 'desc').orderBy('layer').execute();
      return rows.map(({ answer }) => JSON.parse(answer) as RememberedLayer);
    },

    /** The newest word on a layer takes the place of the one before. */
    async remember(dataset: DatasetId, layers: readonly RememberedLayer[]): Promise<void> {
      for (const layer of layers) {
        const values = { answer: JSON.stringify(layer), said_at: now().toISOString() };
        await db
          .insertInto('boundary_layout')
          .values({ dataset, layout: keyOf(layer.layout), layer: layer.layer, ...values })
          .onConflict((conflict) => conflict.columns(['dataset', 'layout', 'layer']).doUpdateSet(values))
          .execute();
      }
    },
  };
}
