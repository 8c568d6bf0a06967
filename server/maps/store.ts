/** Queries about saved maps and embeds. */
import type { EmbedSpec, MapSpec, SavedEmbed, SavedMap } from '../contract/maps/map.ts';
import { mapSpec } from '../contract/maps/map.ts';
import type { Cleared } from '../contract/maps/clearance.ts';
import type { AuditEntry } from '../catalogue/audit.ts';
import type { Database, Tables, Tx } from '../store/schema.ts';

/** With the clearance that has not ended, whatever the map shows since. */
export interface StoredMap extends SavedMap {
  cleared: Cleared | null;
}

export type MapStore = ReturnType<typeof createMapStore>;

export function createMapStore(db: Database) {
  const maps = () =>
    db
      .selectFrom('saved_map')
      .leftJoin('map_clearance', (on) => on.onRef('map_clearance.map', '=', 'saved_map.id').on('map_clearance.ended_at', 'is', null))
      .selectAll('saved_map')
      .select(['map_clearance.cleared_at', 'map_clearance.cleared_by', 'map_clearance.versions']);

  return {
    /** Latest first; deleted ones left out. */
    async listMaps(limit = 500): Promise<StoredMap[]> {
      const rows = await maps()
        .where('saved_map.deleted_at', 'is', null)
        .orderBy('saved_map.updated_at', 'desc')
        .orderBy('saved_map.id')
        .limit(limit)
        .execute();
      return rows.map(toMap);
    },

    async findMap(id: string, deleted = false): Promise<StoredMap | undefined> {
      const row = await maps()
        .where('saved_map.id', '=', id)
        .where('saved_map.deleted_at', deleted ? 'is not' : 'is', null)
        .executeTakeFirst();
      return row && toMap(row);
    },

    async insertMap({ id, spec, createdAt, createdBy, updatedAt }: SavedMap): Promise<void> {
      await db
        .insertInto('saved_map')
        .values({ id, spec: JSON.stringify(spec), created_at: createdAt, created_by: createdBy, updated_at: updatedAt, deleted_at: null })
        .execute();
    },

    /** What was cleared is no more: `ended` is written where it was. */
    async updateMap(id: string, spec: MapSpec, at: string, by: string | null, ended: AuditEntry): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('saved_map')
          .set({ spec: JSON.stringify(spec), updated_at: at })
          .where('id', '=', id)
          .execute();
        await endClearance(tx, id, at, by, ended);
      });
    },

    /** @returns false where the map is another since `updatedAt`, or gone */
    async clearMap(id: string, updatedAt: string, cleared: Cleared, entry: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const map = await tx.selectFrom('saved_map').select('updated_at').where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst();
        if (map?.updated_at !== updatedAt) return false;
        await endClearance(tx, id, cleared.at, cleared.by, null);
        await tx
          .insertInto('map_clearance')
          .values({
            id: entry.id,
            map: id,
            cleared_at: cleared.at,
            cleared_by: cleared.by,
            versions: JSON.stringify(cleared.versions),
            ended_at: null,
            ended_by: null,
          })
          .execute();
        await tx.insertInto('audit').values(entry).execute();
        return true;
      });
    },

    /** @returns false where there was none */
    async withdrawClearance(id: string, at: string, by: string | null, entry: AuditEntry): Promise<boolean> {
      return db.transaction().execute((tx) => endClearance(tx, id, at, by, entry));
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

async function endClearance(tx: Tx, map: string, at: string, by: string | null, entry: AuditEntry | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('map_clearance')
    .set({ ended_at: at, ended_by: by })
    .where('map', '=', map)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n && entry) await tx.insertInto('audit').values(entry).execute();
  return numUpdatedRows > 0n;
}

type MapRow = Tables['saved_map'] & { [Key in 'cleared_at' | 'cleared_by' | 'versions']: Tables['map_clearance'][Key] | null };

/** Read by the contract: what joined the spec since it was stored gets its default. */
function toMap({ id, spec, created_at, created_by, updated_at, cleared_at, cleared_by, versions }: MapRow): StoredMap {
  const cleared = cleared_at === null ? null : { at: cleared_at, by: cleared_by, versions: JSON.parse(versions!) as Cleared['versions'] };
  return { id, spec: mapSpec.parse(JSON.parse(spec)), createdAt: created_at, createdBy: created_by, updatedAt: updated_at, cleared };
}

function toEmbed({ id, map, spec, created_at, created_by }: Tables['embed']): SavedEmbed {
  return { id, map, spec: JSON.parse(spec) as EmbedSpec, createdAt: created_at, createdBy: created_by };
}
