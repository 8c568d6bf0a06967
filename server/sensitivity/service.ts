/** The classification of a country and the sensitivity of its datasets: reading, drafting, endorsing, setting. Every refusal leaves all as it was. */
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { toIso3, type DatasetId } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type {
  Classification,
  ClassificationRow,
  DatasetSensitivity,
  DraftBody,
  EndorseBody,
  Sensitivity,
  SensitivityBody,
} from '../contract/sensitivity/sensitivity.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { ROOT, type GroupPlace } from '../people/rights.ts';
import type { SensitivityDeps } from './deps.ts';
import { findHides, type Change, type TableChange } from './hides.ts';
import { hold, rowOf, type Held } from './holdings.ts';
import { faultOf, isLower } from './order.ts';
import { proposeRows } from './proposal.ts';
import type { Setting } from './store.ts';
import { findType } from './types.ts';

export interface Sharing {
  current: Classification | null;
  draft: Classification | null;
  proposal: ClassificationRow[] | null;
  versions: Classification[];
  datasets: Held[];
}

export type SensitivityService = ReturnType<typeof createSensitivity>;

/** Groups whose word a classification is, the first above the others: the country team, the clusters together, and the working group that keeps the data (people/rights.ts). */
function endorsersOf(groups: readonly GroupPlace[]): string[] {
  const open = groups.filter(({ status }) => status !== 'closed');
  const isWithin = (parent: string | null) => open.some(({ id, type }) => id === parent && type === 'working-group');
  const working = open.filter(({ type, parent }) => type === 'working-group' && !isWithin(parent));
  const keeper = working.find(({ id }) => id === ROOT) ?? (working.length === 1 ? working[0] : undefined);
  return [...open.filter(({ type }) => type === 'hct'), ...open.filter(({ type }) => type === 'iccg'), ...(keeper ? [keeper] : [])].map(({ id }) => id);
}

/**
 * Functions throw NotFoundError `dataset.unknown`, `sensitivity.table` and `sensitivity.no-draft`; InputError `sensitivity.…` where what is said
 * contradicts itself or needs a reason; ConflictError `sensitivity.hides`, `sensitivity.first` and `sensitivity.changed`.
 */
export function createSensitivity(deps: SensitivityDeps) {
  const { store, holdings, listVersions, listDatasets, listGroups, now, newId } = deps;
  const read = () => holdings.read();
  /** What was changed here is known here at once. */
  const changed = async () => {
    holdings.forget();
    await read();
  };

  async function settingOf(dataset: DatasetId): Promise<Setting> {
    const known = (await store.readSettings()).find((setting) => setting.dataset === dataset);
    return known ?? { dataset, foundType: null, dataType: null, set: null };
  }

  /** @throws ConflictError `sensitivity.hides` with what the public would lose */
  async function refuseUnseen(changes: Change[], confirmed: boolean, table?: TableChange): Promise<void> {
    if (confirmed) return;
    const hides = await findHides(deps, changes, table);
    if (hides === null) return;
    const { datasets, maps, embeds, documents, sources } = hides;
    throw new ConflictError(
      'sensitivity.hides',
      `This hides from the public: ${datasets.map((each) => each.dataset).join(', ')}; ${maps.length} map(s)${maps.length > 0 ? ` (${maps.map(({ title }) => title).join(', ')})` : ''}; ${embeds.length} embed(s); ${documents.length} document(s) of minutes; uploaded files of ${sources.length} dataset(s). Confirm it to go on.`,
      { details: { ...hides } },
    );
  }

  async function requireDataset(dataset: DatasetId): Promise<DatasetVersion[]> {
    const versions = await listVersions(dataset);
    if (!versions) throw new NotFoundError('dataset.unknown', `There is no dataset ${dataset} here.`);
    return versions;
  }

  async function requireGroups(scope: string, named: readonly string[]): Promise<void> {
    if (named.length === 0) return;
    const known = new Set((await listGroups(scope)).map(({ id }) => id));
    const unknown = named.find((group) => !known.has(group));
    if (unknown !== undefined) throw new InputError('sensitivity.group', `There is no group ${unknown} in ${scope}.`, { details: { group: unknown } });
  }

  async function requireProtocol(scope: Scope, named: Classification['document']): Promise<void> {
    if (named === null) return;
    const found = await deps.findDocument(scope, named.id);
    if (found?.kind !== 'isp' || !found.versions.includes(named.version))
      throw new InputError('sensitivity.protocol', problemText('sensitivity.protocol'), { details: { document: named.id, version: named.version } });
  }

  async function requireTable(scope: Scope, rows: readonly ClassificationRow[]): Promise<void> {
    for (const row of rows) {
      refuseFault(row, row.dataType);
      await requireGroups(scope, row.named);
    }
  }

  async function readDraft(scope: Scope): Promise<Classification> {
    const draft = (await store.listTables(scope)).find(({ state }) => state === 'draft');
    if (!draft) throw new NotFoundError('sensitivity.no-draft', `There is no draft of a classification for ${scope}.`);
    return draft;
  }

  return {
    endorsers: async (scope: Scope): Promise<string[]> => endorsersOf(await listGroups(scope)),

    async getSharing(scope: Scope, lang: Lang): Promise<Sharing> {
      const [versions, snapshot, datasets] = await Promise.all([store.listTables(scope), read(), listDatasets(scope)]);
      const current = versions.findLast(({ state }) => state === 'current') ?? null;
      const draft = versions.findLast(({ state }) => state === 'draft') ?? null;
      const proposal = current || draft ? null : proposeRows(lang);
      return { current, draft, proposal, versions, datasets: datasets.map((dataset) => snapshot.of(dataset)) };
    },

    async getTable(scope: Scope, version: string): Promise<Classification> {
      const found = (await store.listTables(scope)).find((table) => table.version === version);
      if (!found) throw new NotFoundError('sensitivity.table', `There is no version ${version} of a classification for ${scope}.`);
      return found;
    },

    /** @throws InputError `sensitivity.protocol` where the document is no version of a protocol of the country */
    async saveDraft(scope: Scope, body: DraftBody, by: string): Promise<Classification> {
      await requireProtocol(scope, body.document);
      await requireTable(scope, body.rows);
      await store.saveDraft(scope, body, now().toISOString(), by);
      return readDraft(scope);
    },

    async dropDraft(scope: Scope): Promise<void> {
      if (!(await store.dropDraft(scope))) await readDraft(scope);
    },

    /** From here on it holds, and never changes. */
    async endorse(scope: Scope, { group, date, confirmed }: EndorseBody, by: string): Promise<void> {
      const draft = await readDraft(scope);
      if (date > now().toISOString().slice(0, 10)) throw new InputError('sensitivity.day', problemText('sensitivity.day'));
      if (!endorsersOf(await listGroups(scope)).includes(group)) throw new InputError('sensitivity.endorser', problemText('sensitivity.endorser'));
      await requireTable(scope, draft.rows);
      const [snapshot, datasets, settings] = await Promise.all([read(), listDatasets(scope), store.readSettings()]);
      const found = new Map<DatasetId, string>();
      const changes: Change[] = [];
      for (const dataset of datasets) {
        const setting = settings.find((each) => each.dataset === dataset) ?? { dataset, foundType: null, dataType: null, set: null };
        const foundType = await findType(deps, dataset);
        found.set(dataset, foundType);
        changes.push({ dataset, before: snapshot.of(dataset).holds, after: hold(dataset, draft, { ...setting, foundType }).holds });
      }
      await refuseUnseen(changes, confirmed, { scope, before: snapshot.tableOf(scope), after: draft });
      const detail = { version: draft.version, group, date };
      const event = { id: newId(), scope, dataset: null, action: 'table.endorsed', detail, reason: null, by_name: by, at: now().toISOString() };
      if (!(await store.endorse(scope, draft.version, draft.createdAt, { group, date }, found, event)))
        throw new ConflictError('sensitivity.changed', problemText('sensitivity.changed'));
      await changed();
    },

    /** @param also a draft: as it would be once that is published */
    async getSensitivity(dataset: DatasetId, also?: DatasetVersion): Promise<Held> {
      await requireDataset(dataset);
      const snapshot = await read();
      if (!also) return snapshot.of(dataset);
      const setting = await settingOf(dataset);
      return hold(dataset, snapshot.tableOf(toIso3(dataset)), { ...setting, foundType: await findType(deps, dataset, also) });
    },

    async listHistory(dataset: DatasetId): Promise<DatasetSensitivity['history']> {
      return (await store.listEvents(dataset)).map(({ at, by_name, action, detail, reason }) => ({
        at,
        by: by_name,
        action: action as 'set' | 'cleared',
        said: detail as Sensitivity | null,
        reason: reason ?? '',
      }));
    },

    async set(dataset: DatasetId, { reason, dataType, confirmed, version, ...limits }: SensitivityBody, by: string): Promise<Held> {
      const also = (await requireDataset(dataset)).find((each) => each.version === version);
      const scope = toIso3(dataset);
      const snapshot = await read();
      const table = snapshot.tableOf(scope);
      const setting = await settingOf(dataset);
      const foundType = setting.foundType === null || also ? await findType(deps, dataset, also) : setting.foundType;
      const type = dataType ?? foundType;
      refuseFault(limits, type);
      await requireGroups(scope, limits.named);
      const above = [type, foundType].map((each) => rowOf(table, each)).find((row) => row !== undefined && isLower(limits, row));
      if (above && reason.trim().length < 3)
        throw new InputError('sensitivity.reason', problemText('sensitivity.reason'), { details: { proposed: above, version: table!.version } });
      const set = { ...limits, reason, against: table?.version ?? null, againstType: type, by, at: now().toISOString() };
      const said = { foundType, dataType: dataType === foundType ? null : dataType, set };
      await refuseUnseen([{ dataset, before: snapshot.of(dataset).holds, after: hold(dataset, table, { dataset, ...said }).holds }], confirmed);
      await store.set(dataset, said, { id: newId(), scope, dataset, action: 'set', detail: limits, reason, by_name: by, at: set.at });
      await changed();
      return (await read()).of(dataset);
    },

    async clear(dataset: DatasetId, confirmed: boolean, by: string): Promise<Held> {
      await requireDataset(dataset);
      const scope = toIso3(dataset);
      const snapshot = await read();
      const { foundType } = await settingOf(dataset);
      const after = hold(dataset, snapshot.tableOf(scope), { dataset, foundType, dataType: null, set: null });
      await refuseUnseen([{ dataset, before: snapshot.of(dataset).holds, after: after.holds }], confirmed);
      await store.clear(dataset, { id: newId(), scope, dataset, action: 'cleared', detail: null, reason: null, by_name: by, at: now().toISOString() });
      await changed();
      return (await read()).of(dataset);
    },

    /**
     * Before a version becomes public: what it holds may be more sensitive than all before it. What is restricted by that is restricted before it is there.
     * @throws ConflictError `sensitivity.first` where what is public already would be hidden by it: the owner says first how sensitive it all is
     */
    async beforePublish(version: DatasetVersion): Promise<Held> {
      const { dataset } = version;
      const [snapshot, setting, versions] = [await read(), await settingOf(dataset), await requireDataset(dataset)];
      const before = snapshot.of(dataset);
      const foundType = await findType(deps, dataset, version);
      if (foundType === (setting.foundType ?? before.dataType)) return before;
      const after = hold(dataset, snapshot.tableOf(toIso3(dataset)), { ...setting, foundType });
      if (versions.some(isPublic) && isLower(before.holds, after.holds))
        throw new ConflictError('sensitivity.first', problemText('sensitivity.first'), { details: { dataType: foundType, proposed: after.proposed } });
      await store.setFound(dataset, foundType);
      await changed();
      return after;
    },
  };
}

function refuseFault(limits: Sensitivity, type: string): void {
  const fault = faultOf(limits, type);
  if (fault !== null) throw new InputError(`sensitivity.${fault}`, problemText(`sensitivity.${fault}`));
}
