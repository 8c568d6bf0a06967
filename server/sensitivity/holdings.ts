/**
 * What holds for every dataset, in memory: each answer asks it, and a tile must not wait for a database. A change made here is known at
 * once, one that another process made within `maxAgeMs`.
 */
import { BOUNDARIES, INDICATORS, LAYER, POPULATION, toDatasetKind, toIso3, type DatasetId } from '../contract/ids.ts';
import {
  OPEN,
  type Classification,
  type ClassificationRow,
  type DataType,
  type DatasetSensitivity,
  type Sensitivity,
} from '../contract/sensitivity/sensitivity.ts';
import { isLower, stricter } from './order.ts';
import type { Said, SensitivityStore, Setting } from './store.ts';

/** What is known of a dataset, without who may change it. */
export type Held = Omit<DatasetSensitivity, 'may' | 'history'>;

export interface Snapshot {
  revision: number;
  of(dataset: DatasetId): Held;
  /** The table of a country that holds. */
  tableOf(scope: string): Classification | undefined;
}

export interface Holdings {
  /** As it is now. */
  read(): Promise<Snapshot>;
  /** The revision that is in memory; looks for another one where the last look is too long ago. @param now of the process, in milliseconds */
  revisionAt(now: number): number;
}

export function createHoldings(
  store: Pick<SensitivityStore, 'readRevision' | 'readCurrent' | 'readSettings'>,
  maxAgeMs: number,
): Holdings & { forget(): void } {
  let known: Snapshot | undefined;
  let looked = -Infinity;
  let looking: Promise<Snapshot> | undefined;

  async function look(): Promise<Snapshot> {
    const revision = await store.readRevision();
    if (known?.revision !== revision) {
      const [tables, settings] = await Promise.all([store.readCurrent(), store.readSettings()]);
      known = snapshotOf(revision, tables, settings);
    }
    looked = performance.now();
    return known;
  }
  const refresh = (): Promise<Snapshot> => (looking ??= look().finally(() => (looking = undefined)));

  return {
    read: async () => (known && performance.now() - looked < maxAgeMs ? known : refresh()),
    revisionAt(now) {
      // A look that fails is made again by the next one who asks; until then nothing new is held open.
      if (now - looked >= maxAgeMs) void refresh().catch(() => (known = undefined));
      return known?.revision ?? 0;
    },
    forget: () => {
      looked = -Infinity;
      known = undefined;
    },
  };
}

/** By kind of data; coordinates of where somebody works are another matter than that they work there. */
const TYPE_OF_KIND = { [BOUNDARIES]: 'boundaries', [POPULATION]: 'population', [LAYER]: 'layers', [INDICATORS]: 'figures' } as const satisfies Record<
  string,
  DataType
>;
export const typeOfKind = (dataset: DatasetId): DataType => TYPE_OF_KIND[toDatasetKind(dataset) as keyof typeof TYPE_OF_KIND] ?? 'presence';

const limitsOf = ({ class: is, audience, named, lowestLevel, smallestCount }: Sensitivity): Sensitivity => ({
  class: is,
  audience,
  named,
  lowestLevel,
  smallestCount,
});

function snapshotOf(revision: number, tables: readonly Classification[], settings: readonly Setting[]): Snapshot {
  const byScope = new Map(tables.map((table) => [table.scope as string, table]));
  const byDataset = new Map(settings.map((setting) => [setting.dataset, setting]));
  const known = new Map<DatasetId, Held>();
  return {
    revision,
    tableOf: (scope) => byScope.get(scope),
    of(dataset) {
      let held = known.get(dataset);
      if (!held) known.set(dataset, (held = hold(dataset, byScope.get(toIso3(dataset)), byDataset.get(dataset))));
      return held;
    },
  };
}

/** What holds for a dataset by the table of its country and by its owner. Pure. */
export function hold(dataset: DatasetId, table: Classification | undefined, setting: Setting | undefined): Held {
  const found = setting?.foundType ?? typeOfKind(dataset);
  const dataType = setting?.dataType ?? found;
  const [row, foundRow] = [rowOf(table, dataType), rowOf(table, found)];
  const proposed = table && row ? { ...row, version: table.version } : null;
  const set = setting?.set ?? null;
  // A reason was given against one row of the table of that day; a stricter one holds until the owner looks at it.
  const isOld = set !== null && proposed !== null && (set.against !== proposed.version || set.againstType !== dataType);
  const outdated = isOld && isLower(set, proposed);
  const holds = set === null ? (row ?? OPEN) : outdated ? stricter(limitsOf(set), row!) : limitsOf(set);
  const { againstType: _, ...told } = set ?? { againstType: null };
  return {
    dataset,
    dataType,
    foundBy: setting?.dataType ? 'owner' : found === 'presence-points' ? 'coordinates' : 'kind',
    proposed,
    set: set && { ...(told as Omit<Said, 'againstType'>), outdated },
    holds,
    lower: [row, foundRow].some((each) => each !== undefined && isLower(holds, each)),
  };
}

/** What the table says of a type of data. */
export function rowOf(table: Classification | undefined, dataType: string): Sensitivity | undefined {
  const row: ClassificationRow | undefined = table?.rows.find((each) => each.dataType === dataType);
  return row && limitsOf(row);
}
