/** Queries about saved maps and embeds. */
import type { EmbedSpec, MapSpec, SavedEmbed, SavedMap } from '../contract/maps/map.ts';
import { mapSpec } from '../contract/maps/map.ts';
import type { Database, Tables } from '../store/schema.ts';

export type MapStore = ReturnType<typeof createMapStore>;

export function createMapStore(db: Database) {
  return {
    /** Latest first; deleted ones left out. */
    async listMaps(limit = 500): Promise<SavedMap[]> {
      const rows = await db
        .selectFrom('saved_map')
        .selectAll()
        .where('deleted_at', 'is', null)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toMap);
    },

    async findMap(id: string, deleted = false): Promise<SavedMap | undefined> {
      const row = await db
        .selectFrom('saved_map')
        .selectAll()
        .where('id', '=', id)
        .where('deleted_at', deleted ? 'is not' : 'is', null)
        .executeTakeFirst();
      return row && toMap(row);
    },

    async insertMap({ id, spec, createdAt, createdBy, updatedAt }: SavedMap): Promise<void> {
      await db
        .insertInto('saved_map')
        .values({ id, spec: JSON.stringify(spec), created_at: createdAt, created_by: createdBy, updated_at: updatedAt, deleted_at: null })
        .execute();
    },

    async updateMap(id: string, spec: MapSpec, at: string): Promise<void> {
      await db
        .updateTable('saved_map')
        .set({ spec: JSON.stringify(spec), updated_at: at })
        .where('id', '=', id)
        .execute();
    },

    /** @param at null takes a deletion back */
    async markMap(id: string, at: string | null): Promise<void> {
      await db.updateTable('saved_map').set({ deleted_at: at }).where('id', '=', id).execute();
    },

    async listEmbeds(map: string): Promise<SavedEmbed[]> {
      const rows = await db
        .selectFrom('embed')
        .selectAll()
        .where('map', '=', map)
        .where('deleted_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toEmbed);
    },

    /** Of all these maps together. */
    async countEmbeds(maps: readonly string[]): Promise<number> {
      if (maps.length === 0) return 0;
      const { count } = await db
        .selectFrom('embed')
        .select(({ fn }) => fn.countAll<string | number>().as('count'))
        .where('map', 'in', maps)
        .where('deleted_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async findEmbed(id: string): Promise<SavedEmbed | undefined> {
      const row = await db.selectFrom('embed').selectAll().where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst();
      return row && toEmbed(row);
    },

    async insertEmbed({ id, map, spec, createdAt, createdBy }: SavedEmbed): Promise<void> {
      await db
        .insertInto('embed')
        .values({ id, map, spec: JSON.stringify(spec), created_at: createdAt, created_by: createdBy, deleted_at: null })
        .execute();
    },

    async updateEmbed(id: string, spec: EmbedSpec): Promise<void> {
      await db
        .updateTable('embed')
        .set({ spec: JSON.stringify(spec) })
        .where('id', '=', id)
        .execute();
    },

    async markEmbed(id: string, at: string): Promise<void> {
      await db.updateTable('embed').set({ deleted_at: at }).where('id', '=', id).execute();
    },
  };
}

/** Read by the contract: what joined the spec since it was stored gets its default. */
function toMap({ id, spec, created_at, created_by, updated_at }: Tables['saved_map']): SavedMap {
  return { id, spec: mapSpec.parse(JSON.parse(spec)), createdAt: created_at, createdBy: created_by, updatedAt: updated_at };
}

function toEmbed({ id, map, spec, created_at, created_by }: Tables['embed']): SavedEmbed {
  return { id, map, spec: JSON.parse(spec) as EmbedSpec, createdAt: created_at, createdBy: created_by };
}
