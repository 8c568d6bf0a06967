/** The agreed list of indicators of a country, and what people decide of areas. Who may do what is asked by whoever serves it. */
import type { Iso3 } from '../contract/ids.ts';
import type { Indicator, IndicatorBody, ListChange } from '../contract/indicators/indicators.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { UploadFile } from '../formats/raw.ts';
import { problemText } from '../words/problems.ts';
import { readList, type ListRow } from './agreedFile.ts';
import { agreeAll, change, changesOf, draftOf, propose, retire } from './agreedList.ts';
import type { AgreedStore, StoredAreaDecision, StoredList } from './agreedStore.ts';
import type { IndicatorKnowledge } from './kind.ts';
import type { AreaDecision } from './normalize/areas.ts';

export interface AgreedDeps {
  store: AgreedStore;
  /** Text of data/sectors.csv. */
  sectors: string;
  now: () => Date;
  newId: () => string;
}

export interface ListHistory {
  version: StoredList;
  changes: ListChange[];
}

export interface ListImport {
  rows: ListRow[];
  proposed: string[];
  /** Codes that the list has, or once had: nothing is changed by an import. */
  known: string[];
}

export type AgreedIndicators = ReturnType<typeof createAgreedIndicators>;

/** The list of each country; all or nothing of a change is written, and of two at once the second sees what the first wrote. */
export function createAgreedIndicators({ store, sectors, now, newId }: AgreedDeps) {
  const current = async (scope: Iso3) => (await store.listVersions(scope)).find(({ state }) => state === 'current') ?? null;

  return {
    /** The version that holds, and the draft of the next one; null where there is none. */
    async read(scope: Iso3): Promise<{ current: StoredList | null; draft: StoredList | null }> {
      const versions = await store.listVersions(scope);
      return { current: versions.find(({ state }) => state === 'current') ?? null, draft: versions.find(({ state }) => state === 'draft') ?? null };
    },

    /** @throws NotFoundError `version.unknown` */
    async readVersion(scope: Iso3, tag: string): Promise<StoredList> {
      const version = (await store.listVersions(scope)).find((each) => each.version === tag);
      if (!version) throw new NotFoundError('version.unknown', `The list of indicators of ${scope} has no version ${tag}.`);
      return version;
    },

    /** Newest first, each with what it changed. */
    async listHistory(scope: Iso3): Promise<ListHistory[]> {
      const versions = await store.listVersions(scope);
      return versions.map((version, i) => ({ version, changes: changesOf(versions[i - 1]?.indicators ?? [], version.indicators) })).toReversed();
    },

    /** Into the draft, as proposed. @throws ConflictError `indicators.code-taken` */
    propose: (scope: Iso3, bodies: readonly IndicatorBody[], by: string): Promise<void> =>
      store.changeDraft(scope, by, now().toISOString(), (versions) => propose(versions, bodies)),

    /** @throws NotFoundError `indicators.code-unknown`, ConflictError `indicators.measure` */
    change: (scope: Iso3, code: string, body: IndicatorBody, by: string): Promise<void> =>
      store.changeDraft(scope, by, now().toISOString(), (versions) => change(versions, code, body)),

    /** In the draft; holds once that is agreed. @throws NotFoundError `indicators.code-unknown` */
    retire: (scope: Iso3, code: string, retired: NonNullable<Indicator['retired']>, by: string): Promise<void> =>
      store.changeDraft(scope, by, now().toISOString(), (versions) => retire(versions, code, retired)),

    /** The draft becomes the list that holds. @throws ConflictError `indicators.no-draft`, `indicators.changed` where somebody changed it since */
    async agree(
      scope: Iso3,
      { revision, group, on, decision }: { revision: number; group: string | null; on: string; decision: string | null },
    ): Promise<StoredList> {
      const { draft } = await this.read(scope);
      if (!draft) throw new ConflictError('indicators.no-draft', problemText('indicators.no-draft'));
      const agreed = { group: group as NonNullable<Indicator['agreed']>['group'], on, decision };
      const done = await store.agree(scope, revision, { by: group, on, decision, at: now().toISOString() }, ({ indicators }) => agreeAll(indicators, agreed));
      if (!done) throw new ConflictError('indicators.changed', problemText('indicators.changed'));
      return (await current(scope))!;
    },

    dropDraft: (scope: Iso3): Promise<boolean> => store.dropDraft(scope),

    /** Rows of a file as proposals; codes that are there are told and left as they are. @throws InputError `indicators.list-file` */
    async importFile(scope: Iso3, file: UploadFile, by: string): Promise<ListImport> {
      const rows = await readList(file, sectors);
      const result: ListImport = { rows, proposed: [], known: [] };
      await store.changeDraft(scope, by, now().toISOString(), (versions) => {
        const taken = new Set(versions.flatMap(({ indicators }) => indicators.map(({ code }) => code.toUpperCase())));
        const fresh = rows.flatMap(({ body }) => {
          if (!body) return [];
          const isKnown = taken.has(body.code.toUpperCase());
          (isKnown ? result.known : result.proposed).push(body.code);
          if (isKnown) return [];
          taken.add(body.code.toUpperCase());
          return [body];
        });
        return fresh.length === 0 ? draftOf(versions) : propose(versions, fresh);
      });
      return result;
    },

    /** What was decided of areas, latest first. */
    listAreas: (scope: Iso3): Promise<StoredAreaDecision[]> => store.listAreas(scope),

    /** Maps an area to units with shares, or says that it is none. @throws InputError `indicators.shares` */
    async decideArea(scope: Iso3, { id, shares }: AreaDecision, by: string): Promise<string> {
      const sum = shares.reduce((all, { share }) => all + share, 0);
      if (shares.some(({ share }) => !(share > 0)) || sum > 1 + 1e-9) throw new InputError('indicators.shares', problemText('indicators.shares'));
      const decision = newId();
      await store.insertArea(scope, { decision, id, shares, by, at: now().toISOString() });
      return decision;
    },

    undoArea: (scope: Iso3, decision: string, by: string): Promise<boolean> => store.undoArea(scope, decision, by, now().toISOString()),
  };
}

/** What the pipeline asks of a country. */
export function knowledgeOf(store: AgreedStore): IndicatorKnowledge {
  return {
    async readList(country) {
      const list = (await store.listVersions(country)).find(({ state }) => state === 'current');
      return { version: list?.version ?? null, indicators: list?.indicators ?? [] };
    },
    async readDecisions(country) {
      const all = await store.listAreas(country);
      const decisions = new Map<string, AreaDecision>();
      // Latest first: what was said last of an area holds.
      for (const { id, shares, undone } of all) if (!undone && !decisions.has(id)) decisions.set(id, { id, shares });
      const last =
        all
          .flatMap(({ at, undone }) => [at, ...(undone ? [undone.at] : [])])
          .toSorted()
          .at(-1) ?? null;
      return { decisions, last };
    },
  };
}
