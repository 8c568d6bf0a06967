/** Repairs in progress: planned by a job, decided about, proved by a job, and carried out by the next reading of the kept files. */
import { createAudit } from '../catalogue/audit.ts';
import type { RepairProof } from '../contract/boundaries/proof.ts';
import type { RepairDecisions, RepairOptions, RepairOutcome, RepairOutline, RepairPlan } from '../contract/boundaries/repair.ts';
import { repairOptions } from '../contract/boundaries/repair.ts';
import type { DecisionsBody, OUTLINES, RepairState } from '../contract/boundaries/repairRoutes.ts';
import type { Artifact, DatasetVersion, JobTask } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { isBoundaries, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { ConflictError, NotFoundError, orNull } from '../errors.ts';
import { importAgain, insertJob, sourcesOf } from '../jobs/again.ts';
import type { EnclosedObject, Job, JobFile, JobQueue } from '../jobs/queue.ts';
import { createKept } from '../kept.ts';
import { putFile, type ObjectStore, type StoredObject } from '../store/objects/objects.ts';
import { problemText, withTexts } from '../words/problems.ts';
import { readBasis, type RepairBasis } from './repairing/basis.ts';
import { hashOf } from './repairing/carryOut.ts';
import { mergeDecisions } from './repairing/merge.ts';
import { repairedText } from './repairing/say.ts';
import { decidedOf, isProved, outcomeOf, planHeadOf, unitsNow } from './repairing/show.ts';
import { proofSummaryOf } from './repairing/say.ts';
import type { JobFor, RepairRecord, RepairStore } from './repairStore.ts';

export interface RepairsDeps {
  store: RepairStore;
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
    readReport: (version: DatasetVersion) => Promise<ValidationReport>;
  };
  jobs: Pick<JobQueue, 'insert' | 'find'>;
  objects: Pick<ObjectStore, 'put'>;
  /** Reads an object as it was stored. */
  read: (key: string) => Promise<Uint8Array>;
  /** After rows that name new objects. */
  remember: () => Promise<void>;
  now: () => Date;
  newId: () => string;
}

type Ref = VersionTag | 'current';

/** A repair in progress with what it rests on. */
export interface OpenedRepair {
  version: DatasetVersion;
  record: RepairRecord;
  plan: RepairPlan;
}

/** Where a plan takes the outline of the country from: a file that was just stored, or what is there already. */
export type OutlineAsked = (typeof OUTLINES)[number] | JobFile;

/** What a job is told beside how the files are read; `outline` names the file that is enclosed under that name, or says which there is already. */
export interface PlanTold {
  repair: RepairOptions;
  outline: (typeof OUTLINES)[number] | { file: string };
}

export type Repairs = ReturnType<typeof createRepairs>;

/** Of parsed plans, outcomes and proofs in memory, in bytes of their objects. */
const KEPT_BYTES = 64_000_000;
/** Accepted gaps that are handed to a plan. */
const MAX_GAPS = 10_000;

/**
 * Every function throws NotFoundError `version.unknown`, `repair.boundaries-only`, and `repair.none` where nothing was planned; those that change
 * something ConflictError `repair.revision`, `repair.running`.
 */
export function createRepairs({ store, datasets, jobs, objects, read, remember, now, newId }: RepairsDeps) {
  const audit = createAudit({ now, newId });
  const kept = createKept<{ bytes: number; value: unknown }>(KEPT_BYTES, ({ bytes }) => bytes);

  /** Many ask for the same, so nobody may change it. */
  async function readObject<T>({ key, sha256, bytes }: StoredObject): Promise<T> {
    const parse = async () => ({ bytes, value: JSON.parse(Buffer.from(await read(key)).toString('utf8')) as unknown });
    return (await kept.get(sha256, parse)).value as T;
  }

  async function getBoundaries(id: DatasetId, ref: Ref): Promise<DatasetVersion> {
    if (!isBoundaries(id)) throw new NotFoundError('repair.boundaries-only', `${id} holds no boundaries: there are no outlines to repair.`);
    return datasets.getVersion(id, ref);
  }

  async function runningJob(record: RepairRecord | undefined): Promise<Job | undefined> {
    const job = record?.job && (await jobs.find(record.job.id));
    return job && (job.state === 'queued' || job.state === 'running') ? job : undefined;
  }

  async function refuseRunning(record: RepairRecord | undefined): Promise<void> {
    if (await runningJob(record))
      throw new ConflictError('repair.running', 'The repair is being computed at the moment. Wait until that has ended, or cancel it.');
  }

  function refuseOther(record: RepairRecord, revision: number): void {
    if (record.revision !== revision)
      throw new ConflictError('repair.revision', 'Somebody else has decided about this repair in the meantime. Reload it, and decide again.', {
        details: { revision: record.revision },
      });
  }

  const none = ({ dataset, version }: DatasetVersion) =>
    new NotFoundError('repair.none', `Nothing was planned for ${dataset} ${version}, or its files were read otherwise since. Look for repairs first.`);

  /** The plan, where it is for the files as they are read now. */
  async function planOf(version: DatasetVersion, record: RepairRecord | undefined): Promise<RepairPlan | null> {
    if (!record?.objects.plan) return null;
    const { hash } = await readBasis(version, datasets.readArtifact);
    return hash === record.basis ? readObject<RepairPlan>(record.objects.plan) : null;
  }

  async function open(id: DatasetId, ref: Ref): Promise<OpenedRepair> {
    const version = await getBoundaries(id, ref);
    const record = await store.find(id, version.version);
    const plan = await planOf(version, record);
    if (!record || !plan) throw none(version);
    return { version, record, plan };
  }

  async function openAt(id: DatasetId, ref: Ref, revision: number): Promise<OpenedRepair> {
    const opened = await open(id, ref);
    await refuseRunning(opened.record);
    refuseOther(opened.record, revision);
    return opened;
  }

  async function queueTask(
    version: DatasetVersion,
    task: JobTask,
    why: JobFor,
    basis: RepairBasis,
    told: PlanTold | null,
    by: string,
    enclosed?: Record<string, EnclosedObject>,
  ): Promise<string> {
    const id = newId();
    const files = sourcesOf(version, basis.files);
    const said = { ...basis.options, ...basis.said };
    await store.expect(version.dataset, version.version, { id, for: why }, by);
    return insertJob(
      { jobs, now, newId: () => id },
      version,
      { files, options: { ...said, version: version.version, basis: basis.hash, ...told }, task, ...(enclosed ? { enclosed } : {}) },
      by,
    );
  }

  /** Gaps that people have accepted stay. */
  async function acceptedGaps(version: DatasetVersion): Promise<[number, number][]> {
    const { results } = await datasets.readReport(version);
    return results
      .flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('topology.gap') || code === 'topology.slit'))
      .flatMap(({ items }) =>
        items.flatMap(({ accepted, at, places }) => (accepted ? (places ?? (at ? [at] : [])) : [])).map(([lon, lat]): [number, number] => [lon, lat]),
      );
  }

  const findCurrent = (id: DatasetId): Promise<DatasetVersion | null> => orNull(datasets.getVersion(id, 'current'));

  /** The current version, where it has a unit for the country. */
  async function publishedOutline(id: DatasetId): Promise<VersionTag | null> {
    const current = await findCurrent(id);
    return current?.levels.some(({ level }) => level === 0) ? current.version : null;
  }

  /** What `kept` means: the outline of the plan; where there is none yet, that of the repair which decisions are carried over from. */
  async function keptOutline(version: DatasetVersion, record: RepairRecord | undefined): Promise<RepairOutline | null> {
    if (record?.objects.plan) return (await readObject<RepairPlan>(record.objects.plan)).outline ?? null;
    if (version.repair) return version.repair.outline ?? null;
    return (await findCurrent(version.dataset))?.repair?.outline ?? null;
  }

  const outcomeAndProof = async ({ objects: { outcome, proof }, provedRevision }: RepairRecord) =>
    outcome && proof && provedRevision !== null
      ? { outcome: await readObject<RepairOutcome>(outcome), proof: await readObject<RepairProof>(proof), revision: provedRevision }
      : null;

  /** What stands against making the draft. */
  function missingOf(record: RepairRecord, proved: Awaited<ReturnType<typeof outcomeAndProof>>, isRepaired: boolean): RepairState['missing'] {
    const hasAccepted = Object.values(record.decisions.operations).some(({ verdict }) => verdict === 'accepted');
    // Without any, a repaired draft is read as it was uploaded.
    if (!hasAccepted) return isRepaired ? [] : ['decisions'];
    if (!proved || proved.revision < record.groundRevision) return ['proof'];
    const waits = unitsNow(proved.outcome, record.decisions).some(({ asks, accepted }) => asks && !accepted);
    return [...(waits ? ['units' as const] : []), ...(isProved(proved.proof, record.decisions) ? [] : ['proof-failed' as const])];
  }

  return {
    open,
    outcomeAndProof,
    readObject,

    /** The id of the job. @throws NotFoundError `columns.none`, ConflictError `version.no-source`, `repair.running`, `repair.outline-unpublished` */
    async plan(id: DatasetId, ref: Ref, asked: Partial<RepairOptions>, outline: OutlineAsked, by: string): Promise<string> {
      const version = await getBoundaries(id, ref);
      await refuseRunning(await store.find(id, version.version));
      const basis = await readBasis(version, datasets.readArtifact);
      const parsed = repairOptions.parse({ validOn: version.metadata.dateValidOn, ...asked });
      const gaps = new Map([...parsed.keepGaps, ...(await acceptedGaps(version))].map((at) => [at.join(), at]));
      const repair = { ...parsed, keepGaps: [...gaps.values()].slice(0, MAX_GAPS) };
      if (outline === 'published' && (await publishedOutline(id)) === null)
        throw new ConflictError('repair.outline-unpublished', problemText('repair.outline-unpublished'));
      if (typeof outline === 'string') return queueTask(version, 'repair-plan', 'plan', basis, { repair, outline }, by);
      const { name, ...object } = outline;
      return queueTask(version, 'repair-plan', 'plan', basis, { repair, outline: { file: name } }, by, { outline: object });
    },

    /** The outline of the repair in progress, as GeoJSON or as it was sent. @throws NotFoundError `repair.no-outline` */
    async outline(id: DatasetId, ref: Ref, isUploaded: boolean): Promise<{ bytes: Uint8Array; name: string }> {
      const { version, record, plan } = await open(id, ref);
      const object = record.objects[isUploaded ? 'outline-file' : 'outline'];
      if (!plan.outline || !object) throw new NotFoundError('repair.no-outline', problemText('repair.no-outline'));
      return { bytes: await read(object.key), name: isUploaded ? plan.outline.name : `${id}-${version.version}-outline.geojson` };
    },

    async state(id: DatasetId, ref: Ref, lang: Lang): Promise<RepairState> {
      const version = await getBoundaries(id, ref);
      const record = await store.find(id, version.version);
      const plan = await planOf(version, record);
      const last = record?.job ? await jobs.find(record.job.id) : undefined;
      const isRunning = last !== undefined && (last.state === 'queued' || last.state === 'running');
      const repaired = version.repair && {
        ...version.repair,
        isSame: record !== undefined && version.repair.hash === hashOf(record.decisions),
        text: repairedText(version.repair, lang),
      };
      const failed = last?.state === 'failed' && last.error ? { code: last.error.code, text: textOf(last.error, lang) } : null;
      const base = {
        dataset: id,
        version: version.version,
        job: isRunning ? { id: last.id, for: record!.job!.for } : null,
        failed,
        repaired: repaired ?? null,
        outline: {
          kept: await keptOutline(version, record),
          published: await publishedOutline(id),
          distanceM: (plan?.options ?? repairOptions.parse({})).edgeDistanceM,
        },
      };
      if (!record || !plan) {
        const counted = { accepted: 0, refused: 0, waiting: 0 };
        const decided = { operations: counted, texts: counted, offered: 0, units: 0 };
        return {
          ...base,
          revision: record?.revision ?? 0,
          plan: null,
          decided,
          carried: null,
          outcome: null,
          proof: null,
          missing: isRunning ? ['running'] : ['plan'],
        };
      }
      const proved = await outcomeAndProof(record);
      const isCurrent = proved !== null && proved.revision >= record.groundRevision;
      return {
        ...base,
        revision: record.revision,
        plan: planHeadOf(plan, record.objects.plan!.sha256, record.decisions, lang),
        decided: decidedOf(plan, record.decisions),
        carried: record.carried,
        outcome: proved && outcomeOf(proved.outcome, record.decisions, isCurrent, lang),
        proof: proved && { ...proofSummaryOf(proved.proof, lang), ok: isProved(proved.proof, record.decisions) },
        missing: isRunning ? ['running'] : missingOf(record, proved, version.repair !== undefined),
      };
    },

    /** @throws InputError `repair.unknown` where an id is none of the plan, `repair.not-turnable` */
    async decide(id: DatasetId, ref: Ref, body: DecisionsBody, by: string) {
      const opened = await open(id, ref);
      const { version, record, plan } = opened;
      const running = await runningJob(record);
      // While a proof is computed people may go on; what they decide is of a later revision.
      if (running && record.job!.for !== 'proof') await refuseRunning(record);
      refuseOther(record, body.revision);
      const at = now().toISOString();
      const proved = await outcomeAndProof(record);
      const { decisions, changed, isGround, told } = mergeDecisions(plan, record.decisions, body, proved?.outcome.units ?? [], { by, at });
      const done = await store.decide(record, decisions, isGround, audit('repair.decided', id, version.version, by, told));
      if (!done) refuseOther({ ...record, revision: -1 }, body.revision);
      return { revision: record.revision + 1, decided: decidedOf(plan, decisions), ...changed };
    },

    /** The id of the job. */
    async prove(id: DatasetId, ref: Ref, revision: number, by: string): Promise<string> {
      const { version } = await openAt(id, ref, revision);
      return queueTask(version, 'repair-proof', 'proof', await readBasis(version, datasets.readArtifact), null, by);
    },

    /**
     * The id of the job, which reads the kept files once more: a draft in its place, anything else as a new draft.
     * @throws ConflictError `repair.nothing-accepted`, `repair.not-proved`, `repair.units-wait`, `repair.proof-failed`
     */
    async apply(id: DatasetId, ref: Ref, revision: number, by: string): Promise<string> {
      const { version, record } = await openAt(id, ref, revision);
      const proved = await outcomeAndProof(record);
      for (const what of missingOf(record, proved, version.repair !== undefined)) refuseMissing(what, record, proved?.outcome);
      const basis = await readBasis(version, datasets.readArtifact);
      const job = newId();
      const isNone = Object.values(record.decisions.operations).every(({ verdict }) => verdict !== 'accepted');
      const { plan, outline } = record.objects;
      const enclosed: Record<string, StoredObject> = isNone ? {} : { plan: plan!, decisions: await keepDecisions(record), ...(outline ? { outline } : {}) };
      await store.expect(id, version.version, { id: job, for: 'apply' }, by);
      const said = { ...basis.options, ...basis.said, remember: false };
      return importAgain({ jobs, now, newId: () => job }, version, said, by, { names: basis.files, enclosed });
    },

    /** What it made stays. */
    async drop(id: DatasetId, ref: Ref, by: string): Promise<void> {
      const version = await getBoundaries(id, ref);
      await refuseRunning(await store.find(id, version.version));
      if (!(await store.drop(id, version.version, audit('repair.dropped', id, version.version, by, null)))) throw none(version);
    },
  };

  async function keepDecisions({ dataset, version, decisions }: RepairRecord): Promise<StoredObject> {
    const object = await putFile(objects, dataset, 'decisions.json', Buffer.from(JSON.stringify(decisions)));
    await store.keepDecisions(dataset, version, object);
    await remember();
    return object;
  }
}

function refuseMissing(what: RepairState['missing'][number], { decisions }: { decisions: RepairDecisions }, outcome: RepairOutcome | undefined): never {
  switch (what) {
    case 'units': {
      const waiting = unitsNow(outcome!, decisions).filter(({ asks, accepted }) => asks && !accepted);
      throw new ConflictError(
        'repair.units-wait',
        `${waiting.length} unit(s) change by more than 0.1 % of their area, lose a part or vanish. Accept each of them, or refuse the operations that change it.`,
        { details: { units: waiting.slice(0, 100).map(({ id }) => id) } },
      );
    }
    case 'proof-failed':
      throw new ConflictError(
        'repair.proof-failed',
        'The proof of this repair failed, so it is not offered. Refuse the operations of the units that it names, and prove it again.',
      );
    case 'decisions':
      throw new ConflictError('repair.nothing-accepted', 'No operation of the plan was accepted, so there is nothing to repair. Accept what should be done.');
    default:
      throw new ConflictError('repair.not-proved', 'Operations were decided since the repair was computed and proved. Compute it again first.');
  }
}

function textOf({ code, detail, details }: NonNullable<Job['error']>, lang: Lang): string {
  const texts = withTexts(code, details).details?.['texts'] as Partial<Record<Lang, string>> | undefined;
  return lang === 'en' ? detail : (texts?.[lang] ?? detail);
}
