/** A stored 3W on another version of the boundaries: what became of the units is found, and rows that say more than their unit are asked. */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { VersionChanges } from '../../contract/boundaries/changes.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import { toIso3, type AdminLevel, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import type { PresenceColumns, PresenceData, ReviewGroup } from '../../contract/presence/presence.ts';
import { createPointLocator, type PointLocator } from '../../geometry/locate.ts';
import { chainFates, fatesOfChanges, fatesOfDiff, type Fates } from '../../contract/boundaries/heirs.ts';
import { compactApart } from '../normalize/data.ts';
import { carryColumns, findSteps } from './carry.ts';
import { findEvidence, type Decided, type LocatePoint } from './evidence.ts';
import { listSplits } from './splits.ts';

/** What became of each unit between two stored versions; null where not both geometries are there. */
export type FindChanges = (from: DatasetVersion, to: DatasetVersion) => Promise<Pick<VersionChanges, 'levels'> | null>;

export interface CarrierDeps {
  getVersion: (dataset: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
  /** The same of what is published only. @throws NotFoundError `version.unknown` */
  findPublic: CarrierDeps['getVersion'];
  listUnits: (dataset: DatasetId, version: VersionTag) => Promise<AdminUnit[]>;
  /** Without it, versions are followed by the comparisons that they keep of themselves. */
  findChanges?: FindChanges | undefined;
  /** What people of the country decided about places, as it stands now. */
  findDecisions?: ((country: Iso3) => Promise<readonly Decided[]>) | undefined;
  readShapes: (version: DatasetVersion) => Promise<FeatureTable[] | undefined>;
}

export interface Stored {
  data: PresenceData;
  columns: PresenceColumns;
}

export type Carrier = ReturnType<typeof createCarrier>;

export function createCarrier({ getVersion, findPublic, listUnits, findChanges, findDecisions, readShapes }: CarrierDeps) {
  /** By the columns as they are stored, which are the same object as long as they are kept in memory. */
  const carried = new WeakMap<PresenceColumns, Map<string, Promise<PresenceColumns>>>();

  /** The published version of the boundaries that is asked for. @throws NotFoundError `version.unknown` where there is none */
  async function target({ columns }: Stored, ref: VersionTag | 'current'): Promise<DatasetVersion | null> {
    const { boundaries } = columns;
    if (!boundaries || boundaries.version === ref) return null;
    const dataset = boundaries.dataset as DatasetId;
    const found = await findPublic(dataset, ref);
    return boundaries.version === found.version ? null : found;
  }

  /** What became of the units; null where nothing tells. */
  async function findFates(tag: VersionTag, to: DatasetVersion): Promise<Fates | null> {
    const changes = findChanges && (await findChanges(await getVersion(to.dataset, tag), to));
    if (changes) return fatesOfChanges(changes);
    const steps = await findSteps(tag, to.version, async (version) => (await getVersion(to.dataset, version)).diff);
    return steps && chainFates(steps.map(fatesOfDiff));
  }

  async function make({ data, columns }: Stored, to: DatasetVersion, decisions: readonly Decided[]): Promise<PresenceColumns> {
    const from = columns.boundaries!.version as VersionTag;
    const [fates, units] = await Promise.all([findFates(from, to), listUnits(to.dataset, to.version)]);
    const asked = { to: to.version, fates, units };
    if (!fates) return carryColumns(columns, asked);
    const evidence = findEvidence(data, { fates, units, decisions, before: await listUnits(to.dataset, from) });
    const of = evidence.of(evidence.needsPoints ? await locatorOf(to) : null);
    const { columns: apart, apart: known } = compactApart(data, columns.dataset, columns.version, of);
    return carryColumns(apart, { ...asked, known: known.map((heir) => heir || null) });
  }

  async function locatorOf(version: DatasetVersion): Promise<LocatePoint> {
    const tables = (await readShapes(version)) ?? [];
    const locators = new Map<AdminLevel, PointLocator>();
    return (level, lon, lat) => {
      const table = tables.find((each) => each.level === level);
      if (!table) return null;
      if (!locators.has(level)) locators.set(level, createPointLocator(table));
      return locators.get(level)!.at(lon, lat)?.pcode ?? null;
    };
  }

  return {
    target,
    findFates,
    /** What the review asks of rows of units that were split on the way to another version; none where they stay on their own. @throws NotFoundError `version.unknown` */
    async listSplits(stored: Stored, ref: VersionTag | 'current'): Promise<ReviewGroup[]> {
      const to = await target(stored, ref);
      if (!to) return [];
      const from = stored.columns.boundaries!.version as VersionTag;
      const [fates, units, before] = await Promise.all([findFates(from, to), listUnits(to.dataset, to.version), listUnits(to.dataset, from)]);
      if (!fates) return [];
      const evidence = findEvidence(stored.data, { fates, units, before });
      return listSplits(stored.data, { fates, units, told: evidence.of(evidence.needsPoints ? await locatorOf(to) : null) });
    },
    /** The columns on another version of the boundaries; the same where it is the one that they were placed on. @throws NotFoundError `version.unknown` */
    async carry(stored: Stored, ref: VersionTag | 'current'): Promise<PresenceColumns> {
      const to = await target(stored, ref);
      if (!to) return stored.columns;
      const own = carried.get(stored.columns) ?? new Map<string, Promise<PresenceColumns>>();
      carried.set(stored.columns, own);
      const decisions = (await findDecisions?.(toIso3(to.dataset)))?.filter(({ pcode }) => pcode !== null) ?? [];
      // An answer that was decided or undone since is another one; those of before are not asked for again.
      const key = `${to.version} ${JSON.stringify(decisions.map(({ level, code, name, pcode }) => [level, code, name, pcode]))}`;
      const made = own.get(key) ?? make(stored, to, decisions);
      for (const old of own.keys()) if (old.startsWith(`${to.version} `) && old !== key) own.delete(old);
      own.set(key, made);
      made.catch(() => own.delete(key));
      return made;
    },
  };
}
