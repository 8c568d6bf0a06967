/** Saved maps and embeds: make, change, duplicate, delete and take that back. */
import { datasetsOf, type EmbedSpec, type MapSpec, type SavedEmbed, type SavedMap } from '../contract/maps/map.ts';
import type { DatasetId } from '../contract/ids.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { createAudit } from '../catalogue/audit.ts';
import { versionsShown, type FindTag } from './clearance/versions.ts';
import type { MapStore, StoredMap } from './store.ts';

export interface MapsDeps {
  store: MapStore;
  /** Proves that what the spec names is there and may be shown. @returns it as it may be told to everybody */
  check: (spec: MapSpec) => Promise<MapSpec>;
  findTag: FindTag;
  audit: ReturnType<typeof createAudit>;
  now: () => Date;
  /** Random whole numbers below `limit`. */
  random: (limit: number) => number;
}

export type Maps = ReturnType<typeof createMaps>;

/** No letter or digit that is mistaken for another when an address is read aloud or typed. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 31^10 addresses: nobody finds a map by trying. */
const LENGTH = 10;

/** What is said of an id that is no map, or of one that nobody may see. */
export const unknownMap = (id: string) => new NotFoundError('map.unknown', `There is no map ${id} here; it may have been deleted.`);
/** The same of an embed. */
export const unknownEmbed = (id: string) => new NotFoundError('embed.unknown', `There is no embed ${id} here; it may have been removed.`);

/** Saved maps and embeds. Functions throw NotFoundError `map.unknown` or `embed.unknown`, and ConflictError `map.not-deleted` where nothing is to be restored. */
export function createMaps({ store, check, findTag, audit, now, random }: MapsDeps) {
  const newId = () => Array.from({ length: LENGTH }, () => LETTERS[random(LETTERS.length)]).join('');

  async function getMap(id: string): Promise<StoredMap> {
    const map = await store.findMap(id);
    if (!map) throw unknownMap(id);
    return map;
  }

  /** Deleted or not. */
  const findAny = async (id: string): Promise<StoredMap | undefined> => (await store.findMap(id)) ?? (await store.findMap(id, true));

  async function getEmbed(id: string): Promise<SavedEmbed> {
    const embed = await store.findEmbed(id);
    if (!embed) throw unknownEmbed(id);
    return embed;
  }

  async function insert(spec: MapSpec, by: string | null): Promise<StoredMap> {
    const at = now().toISOString();
    const map: SavedMap = { id: newId(), spec, createdAt: at, updatedAt: at, createdBy: by };
    await store.insertMap(map);
    return { ...map, cleared: null };
  }

  return {
    getMap,
    getEmbed,
    listMaps: () => store.listMaps(),

    /** The boundaries that a map is of, which say whose it is; of a deleted one too, since it can be restored. */
    async aboutMap(id: string): Promise<DatasetId[]> {
      const map = await findAny(id);
      if (!map) throw unknownMap(id);
      return [map.spec.boundary.dataset];
    },
    /** Every dataset whose data a map shows; of a deleted one too. */
    async shownByMap(id: string): Promise<DatasetId[]> {
      const map = await findAny(id);
      return map ? datasetsOf(map.spec) : [];
    },
    /** The same of an embed. */
    async shownByEmbed(id: string): Promise<DatasetId[]> {
      const embed = await store.findEmbed(id);
      const map = embed && (await findAny(embed.map));
      return map ? datasetsOf(map.spec) : [];
    },
    /** The same of the map that an embed shows. */
    async aboutEmbed(id: string): Promise<DatasetId[]> {
      const map = await findAny((await getEmbed(id)).map);
      return map ? [map.spec.boundary.dataset] : [];
    },

    async createMap(spec: MapSpec, by: string | null): Promise<StoredMap> {
      return insert(await check(spec), by);
    },

    /** The address stays, so pages that show the map show the change. A clearance ends: what was cleared is no more. */
    async changeMap(id: string, spec: MapSpec, by: string | null): Promise<StoredMap> {
      const { cleared } = await getMap(id);
      const ended = audit('map.clearance-ended', spec.boundary.dataset, cleared?.versions[spec.boundary.dataset] ?? null, by, `${id}: ${spec.title}`);
      await store.updateMap(id, await check(spec), now().toISOString(), by, ended);
      return getMap(id);
    },

    /** @param updatedAt of the map that was looked at @throws ConflictError `map.changed` where it is another since */
    async clearMap(id: string, updatedAt: string, by: string | null): Promise<StoredMap> {
      const { spec } = await getMap(id);
      // Whatever it shows can be drawn, or there is nothing to be cleared.
      await check(spec);
      const cleared = { at: now().toISOString(), by, versions: await versionsShown(spec, findTag) };
      const entry = audit('map.cleared', spec.boundary.dataset, cleared.versions[spec.boundary.dataset] ?? null, by, `${id}: ${spec.title}`);
      if (!(await store.clearMap(id, updatedAt, cleared, entry))) throw new ConflictError('map.changed', problemText('map.changed'));
      return getMap(id);
    },

    /** @throws ConflictError `map.not-cleared` */
    async withdrawClearance(id: string, by: string | null): Promise<StoredMap> {
      const { spec, cleared } = await getMap(id);
      const entry = audit('map.clearance-withdrawn', spec.boundary.dataset, cleared?.versions[spec.boundary.dataset] ?? null, by, `${id}: ${spec.title}`);
      if (!(await store.withdrawClearance(id, now().toISOString(), by, entry))) throw new ConflictError('map.not-cleared', problemText('map.not-cleared'));
      return getMap(id);
    },

    async duplicateMap(id: string, by: string | null): Promise<StoredMap> {
      return insert((await getMap(id)).spec, by);
    },

    async deleteMap(id: string): Promise<StoredMap> {
      const map = await getMap(id);
      await store.markMap(id, now().toISOString());
      return map;
    },

    async restoreMap(id: string): Promise<StoredMap> {
      if (await store.findMap(id)) throw new ConflictError('map.not-deleted', `The map ${id} has not been deleted.`);
      const map = await store.findMap(id, true);
      if (!map) throw new NotFoundError('map.unknown', `There has never been a map ${id} here.`);
      await store.markMap(id, null);
      return map;
    },

    async listEmbeds(map: string): Promise<SavedEmbed[]> {
      await getMap(map);
      return store.listEmbeds(map);
    },

    async createEmbed(map: string, spec: EmbedSpec, by: string | null): Promise<SavedEmbed> {
      await getMap(map);
      const embed: SavedEmbed = { id: newId(), map, spec, createdAt: now().toISOString(), createdBy: by };
      await store.insertEmbed(embed);
      return embed;
    },

    async changeEmbed(id: string, spec: EmbedSpec): Promise<SavedEmbed> {
      await getEmbed(id);
      await store.updateEmbed(id, spec);
      return getEmbed(id);
    },

    async endEmbed(id: string): Promise<SavedEmbed> {
      const embed = await getEmbed(id);
      await store.markEmbed(id, now().toISOString());
      return embed;
    },
  };
}
