/** What people decide about doubtful places and spellings of 3W files: kept for the country, undoable, applied by importing once more. */
import { toBoundariesId, type AdminLevel, type DatasetId, type Iso3, type Pcode, type VersionTag } from '../contract/ids.ts';
import { toIso3 } from '../contract/ids.ts';
import type {
  ImportProfile,
  MergeOffer,
  PlaceDecision,
  PresenceAnswers,
  PresenceData,
  PresenceMemory,
  PresenceReviewList,
  ReviewGroup,
} from '../contract/presence/presence.ts';
import type { DecisionBody } from '../contract/presence/api.ts';
import { isPublic } from '../contract/datasets/dataset.ts';
import { NotFoundError, orNull } from '../errors.ts';
import { foldName } from '../matching/fold.ts';
import { decisionKey } from '../matching/places.ts';
import type { Catalog } from '../catalogue/store.ts';
import { importAgain } from '../jobs/again.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { isDistinct, type DecisionKind, type PresenceStore, type StoredDecision } from './store.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { saidBefore, withAnswers } from './answers.ts';
import type { Presence } from './service.ts';

export type { StoredDecision };

export interface PresenceReviewDeps {
  presence: Presence;
  datasets: Pick<Datasets, 'getVersion' | 'getDataset'>;
  catalog: Pick<Catalog, 'findUnit'>;
  store: PresenceStore;
  jobs: Pick<JobQueue, 'insert'>;
  now: () => Date;
  newId: () => string;
}

export type PresenceReview = ReturnType<typeof createPresenceReview>;

export function createPresenceReview({ presence, datasets, catalog, store, jobs, now, newId }: PresenceReviewDeps) {
  const openVersion = async (dataset: DatasetId, version: VersionTag | 'current') => presence.open(await datasets.getVersion(dataset, version));

  /** A group's id says what it is about, so a decision needs nothing of the version it was seen in. */
  async function toPlace(country: Iso3, group: string, pcode: Pcode | null): Promise<Pick<StoredDecision, 'subject' | 'answer'>> {
    const about = parseGroup(group);
    if (pcode !== null && !(await isKnown(country, pcode)))
      throw new NotFoundError('unit.unknown', `No published boundaries of ${country} have a unit with the P-code ${pcode}.`);
    return { subject: group, answer: { ...about, pcode } };
  }

  /** In any version that was published: files may be coded by an older one. */
  async function isKnown(country: Iso3, pcode: Pcode): Promise<boolean> {
    const { versions } = await datasets.getDataset(toBoundariesId(country));
    for (const { version } of versions.filter(isPublic).toReversed()) if (await catalog.findUnit(toBoundariesId(country), version, pcode)) return true;
    return false;
  }

  /** Rows of units that were split since: what is decided of them holds without another reading. None where no boundaries are current. */
  const splitsOf = async (opened: Awaited<ReturnType<typeof openVersion>>) => (await orNull(presence.carrier.listSplits(opened, 'current'))) ?? [];

  async function toDecision(country: Iso3, body: DecisionBody): Promise<Pick<StoredDecision, 'kind' | 'subject' | 'answer'>> {
    switch (body.kind) {
      case 'place':
        return { kind: 'place', ...(await toPlace(country, body.group, body.pcode)) };
      case 'organisation':
        return {
          kind: 'organisation',
          subject: foldName(body.spelling),
          answer: { spelling: body.spelling, organisation: body.organisation, ...(body.name === undefined ? {} : { name: body.name }) },
        };
      case 'distinct':
        return { kind: 'organisation', subject: pairKey(...body.organisations), answer: { distinct: body.organisations } };
      default: {
        const table = body.kind === 'sector' ? presence.sectorTable : presence.orgTypeTable;
        const unknown = body.codes.find((code) => !table.get(code));
        if (unknown !== undefined)
          throw new NotFoundError('presence.code-unknown', `There is no ${body.kind === 'sector' ? 'sector' : 'organisation type'} ${unknown}.`);
        return { kind: body.kind, subject: foldName(body.spelling), answer: { spelling: body.spelling, codes: body.codes } };
      }
    }
  }

  return {
    /** The open questions of a version, each with what has been decided since. */
    async getReview(dataset: DatasetId, ref: VersionTag | 'current'): Promise<PresenceReviewList> {
      const opened = await openVersion(dataset, ref);
      const { data, version } = opened;
      const standing = new Map((await store.listStanding(toIso3(dataset))).map((decision) => [`${decision.kind} ${decision.subject}`, decision]));
      const find = (kind: DecisionKind, subject: string) => standing.get(`${kind} ${subject}`) ?? null;
      const withDecision = <T extends { text: string }>(kind: DecisionKind, list: T[]) =>
        list.map((each) => ({ ...each, decision: toMade(find(kind, foldName(each.text))) }));
      const toGroup = (group: ReviewGroup): PresenceReviewList['groups'][number] => {
        const made = find('place', group.id);
        return {
          ...group,
          decision: made ? { pcode: (made.answer as { pcode: Pcode | null }).pcode, by: made.by, at: made.at } : null,
          decisionId: made?.id ?? null,
        };
      };
      const groups = data.groups.map(toGroup);
      const splits = (await splitsOf(opened)).map(toGroup);
      const sectors = withDecision('sector', data.openSectors);
      const orgTypes = withDecision('org-type', data.openOrgTypes);
      const merges = toMerges(data, (subject) => find('organisation', subject));
      return {
        dataset,
        version: version.version,
        boundaries: data.boundaries,
        coded: data.coded ?? null,
        groups: [...groups, ...splits],
        repairs: data.repairs,
        sectors,
        orgTypes,
        merges,
        schemes: data.codeSchemes,
        columns: data.columnsRead,
        questions: data.columnQuestions,
        sheets: data.sheets,
        dates: (data.dates ?? []).filter(({ calendar, odd }) => calendar !== 'gregorian' || odd.length > 0),
        pending: [...groups, ...sectors, ...orgTypes, ...merges].filter(({ decision }) => decision).length,
      };
    },

    listDecisions: (dataset: DatasetId): Promise<StoredDecision[]> => store.listDecisions(toIso3(dataset)),

    /** All or none are stored. @throws NotFoundError for a unit or code that does not exist */
    async decide(dataset: DatasetId, bodies: DecisionBody[], by: string): Promise<StoredDecision[]> {
      const country = toIso3(dataset);
      const at = now().toISOString();
      const decisions: StoredDecision[] = [];
      for (const body of bodies) decisions.push({ id: newId(), country, ...(await toDecision(country, body)), by, at, undone: null });
      await store.insertDecisions(decisions);
      return decisions;
    },

    undo: (dataset: DatasetId, ids: string[], by: string): Promise<number> => store.undoDecisions(toIso3(dataset), ids, by, now().toISOString()),

    /**
     * Queues the files of a version for one more import, with everything decided since, what was said of the file before, and the answers given
     * now. A draft is read again in its place; of a version that was published the result is a new draft. The id of the job.
     */
    async apply(dataset: DatasetId, ref: VersionTag | 'current', answers: PresenceAnswers, by: string): Promise<string> {
      const version = await datasets.getVersion(dataset, ref);
      const { data } = await presence.open(version);
      const profile = (await store.listStanding(toIso3(dataset))).find(({ kind, subject }) => kind === 'profile' && subject === data.profile.id);
      const options = saidBefore(data, answers, profile !== undefined && profile.at > version.createdAt);
      return importAgain({ jobs, now, newId }, version, { ...options }, by);
    },

    async listProfiles(dataset: DatasetId): Promise<ImportProfile[]> {
      return (await store.readMemory(toIso3(dataset))).profiles;
    },

    /** How files laid out like that of the version are read from now on: its profile with the answers over it. */
    async saveProfile(dataset: DatasetId, ref: VersionTag | 'current', answers: PresenceAnswers, by: string): Promise<ImportProfile[]> {
      const { data } = await openVersion(dataset, ref);
      const profile = withAnswers(data.profile, answers);
      const decision = { id: newId(), country: toIso3(dataset), kind: 'profile' as const, subject: profile.id, answer: profile, by, at: now().toISOString() };
      await store.insertDecisions([decision]);
      return (await store.readMemory(toIso3(dataset))).profiles;
    },
  };
}

const pairKey = (a: string, b: string) => JSON.stringify([a, b].toSorted());

/** Pairs that look alike, those first on whose answer most rows hang, with what was decided of them. */
function toMerges({ merges, organisations, orgSets, records }: PresenceData, find: (subject: string) => StoredDecision | null): MergeOffer[] {
  const rows = new Map<string, number>();
  const present = new Set<string>();
  for (let i = 0; i < records.row.length; i++) {
    const working = [...orgSets[records.implementing[i]!]!, ...orgSets[records.programming[i]!]!].map((org) => organisations[org]!.id);
    const paying = orgSets[records.funding[i]!]!.map((org) => organisations[org]!.id);
    for (const id of working) present.add(id);
    for (const id of new Set([...working, ...paying])) rows.set(id, (rows.get(id) ?? 0) + 1);
  }
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const toSide = (id: string) => ({ id, name: byId.get(id)!.name, acronym: byId.get(id)!.acronym, rows: rows.get(id) ?? 0 });
  return merges
    .map(({ a, b, because, score }): MergeOffer => {
      const sides = [toSide(a), toSide(b)] as const;
      const made = find(pairKey(a, b)) ?? sides.map(({ name }) => find(foldName(name))).find((each) => each && [a, b].includes(keptOf(each)!)) ?? null;
      const decision = made && { id: made.id, kept: keptOf(made), by: made.by, at: made.at };
      return { a: sides[0], b: sides[1], because, score, donors: !present.has(a) && !present.has(b), decision };
    })
    .sort((x, y) => Math.min(y.a.rows, y.b.rows) - Math.min(x.a.rows, x.b.rows) || y.a.rows + y.b.rows - x.a.rows - x.b.rows || y.score - x.score);
}

const keptOf = ({ answer }: StoredDecision): string | null => (isDistinct(answer) ? null : (answer as PresenceMemory['organisations'][number]).organisation);

/** A standing decision on a spelling, as a list shows it. */
const toMade = (made: StoredDecision | null) => made && { id: made.id, codes: (made.answer as { codes: string[] }).codes, by: made.by, at: made.at };

/** @throws NotFoundError where the text is no group id */
function parseGroup(group: string): Omit<PlaceDecision, 'pcode'> {
  const parsed = /^\[\d,/.test(group) ? (JSON.parse(group) as unknown[]) : [];
  const [level, code, name, parent, point] = parsed as [AdminLevel, string | null, string | null, Pcode | null, Pcode?];
  const about = { level, code, name, parent, ...(point === undefined ? {} : { point }) };
  if ((parsed.length !== 4 && parsed.length !== 5) || decisionKey(about) !== group)
    throw new NotFoundError('presence.group-unknown', 'There is no such group of rows; reload the review list.');
  return about;
}
