/** The life of versions: rolling back, who did what, and which version held on a day. Part of the service of datasets. */
import { isPublic, type Artifact, type DatasetVersion } from '../../contract/datasets/dataset.ts';
import { toDay, type AsOfAnswer, type AsOfQuery, type TimelineAnswer } from '../../contract/datasets/asOf.ts';
import type { RollbackBody } from '../../contract/datasets/api.ts';
import type { Act } from '../../contract/datasets/history.ts';
import { isBoundaries, type DatasetId, type VersionTag } from '../../contract/ids.ts';
import { ConflictError, InputError, NotFoundError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import type { createAudit } from '../audit.ts';
import { periodAt, periodsOf, type DatedVersion } from './asOf.ts';
import { readSpan, type Span } from './span.ts';
import { currentAt, historyOf, inForceAt } from './history.ts';
import type { Catalog } from '../store.ts';

export interface LifeDeps {
  catalog: Pick<Catalog, 'findDataset' | 'listAudit' | 'listPublished' | 'listPublic' | 'listCodes' | 'findCurrent' | 'rollBack'>;
  getVersion: (id: DatasetId, version: VersionTag | 'current') => Promise<DatasetVersion>;
  /** @throws ConflictError where a file of the version is gone */
  ensureFiles: (version: DatasetVersion) => Promise<void>;
  audit: ReturnType<typeof createAudit>;
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  now: () => Date;
}

/** @returns what createDatasets offers of it; each function says which errors it throws */
export function createLife({ catalog, getVersion, ensureFiles, readArtifact, audit, now }: LifeDeps) {
  const today = () => now().toISOString().slice(0, 10);

  /** @throws InputError `as-of.known`: what will be published is not known */
  function toKnown(known: string | undefined): string | null {
    const day = known === undefined ? null : toDay(known)!;
    if (day !== null && day > today()) throw new InputError('as-of.known', problemText('as-of.known'));
    return day;
  }

  /** Of versions that never change: read once. */
  const spans = new Map<string, Promise<Span | null>>();

  async function withSpans(id: DatasetId, published: DatedVersion[]): Promise<DatedVersion[]> {
    if (isBoundaries(id)) return published;
    return Promise.all(
      published.map(async (each) => {
        const key = `${id} ${each.version}`;
        const span = spans.get(key) ?? getVersion(id, each.version).then(({ artifacts }) => readSpan(artifacts, readArtifact));
        spans.set(key, span);
        span.catch(() => spans.delete(key));
        return { ...each, span: await span };
      }),
    );
  }

  async function readTimeline(id: DatasetId, asked: string | undefined) {
    const known = toKnown(asked);
    const [listed, lines] = await Promise.all([catalog.listPublished(id), catalog.listAudit(id)]);
    const published = await withSpans(id, listed);
    const { line, setAside } = inForceAt(lines, known, published);
    const byTag = new Map(published.map((version) => [version.version, version]));
    const inForce = line.flatMap((version) => byTag.get(version) ?? []);
    return { known, published, byTag, setAside: setAside.filter(({ version }) => byTag.has(version)), ...periodsOf(inForce, known) };
  }

  return {
    /** All published versions that were not withdrawn, as catalogues tell them. */
    listPublic: () => catalog.listPublic(),

    /**
     * The version that holds on a day, today where none is said, by what was known on another.
     * @throws NotFoundError `dataset.unknown`, `as-of.none` with the nearest versions, InputError `as-of.known`
     */
    async findAsOf(id: DatasetId, query: AsOfQuery): Promise<AsOfAnswer> {
      const { known, published, byTag, setAside, periods, notes } = await readTimeline(id, query.known);
      if (published.length === 0 && !(await catalog.findDataset(id))) throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
      const date = query.date === undefined ? today() : toDay(query.date)!;
      const held = periodAt(periods, date);
      if (held.found) return { date, known, notes, setAside, ...held.found, status: byTag.get(held.found.version)!.status };
      const { before, after } = held;
      const near = [before && `${before.version} (${before.from} to ${before.to ?? 'now'})`, after && `${after.version} (from ${after.from})`].filter(Boolean);
      throw new NotFoundError(
        'as-of.none',
        `No version of ${id} holds on ${date}${known === null ? '' : ` by what was published by ${known}`}. ${near.length > 0 ? `The nearest: ${near.join(', ')}.` : 'None that says from which day it holds is published.'}`,
        { details: { date, known, before, after, notes, setAside } },
      );
    },

    async getTimeline(id: DatasetId, asked: string | undefined): Promise<TimelineAnswer> {
      const { known, published, setAside, periods, notes } = await readTimeline(id, asked);
      const versions = published
        .filter(({ publishedAt }) => known === null || publishedAt.slice(0, 10) <= known)
        .map(({ version, status, publishedAt, withdrawnAt }) => ({
          version,
          status,
          publishedAt,
          withdrawnAt,
          period: periods.find((period) => period.version === version) ?? null,
        }))
        .toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
      return { dataset: id, known, versions, notes, setAside };
    },

    /** Latest first. @param isOurs tells what was done before it was public as well */
    listActs: async (id: DatasetId, version: VersionTag, isOurs: boolean): Promise<Act[]> => historyOf(await catalog.listAudit(id), version, isOurs),

    /** The version that was current at a moment (ISO 8601); null where none was. */
    findCurrentAt: async (id: DatasetId, moment: string): Promise<VersionTag | null> => currentAt(await catalog.listAudit(id), moment),

    /** What another version has instead of the current one, in codes by level; levels that stay the same are left out. */
    async compareCodes(id: DatasetId, tag: VersionTag): Promise<{ replaces: VersionTag | null; units: { level: number; back: number; gone: number }[] }> {
      const replaces = (await catalog.findCurrent(id)) ?? null;
      const [own, other] = await Promise.all([
        catalog.listCodes(id, tag),
        replaces === null ? new Map<number, Set<string>>() : catalog.listCodes(id, replaces),
      ]);
      const less = (a: Set<string> = new Set(), b: Set<string> = new Set()) => [...a].filter((code) => !b.has(code)).length;
      const levels = [...new Set([...own.keys(), ...other.keys()])].toSorted((a, b) => a - b);
      const units = levels.map((level) => ({ level, back: less(own.get(level), other.get(level)), gone: less(other.get(level), own.get(level)) }));
      return { replaces, units: units.filter(({ back, gone }) => back + gone > 0) };
    },

    /**
     * Makes a version that was public before the current one again.
     * @param how `signedOff`: refuses a version that was published without what a group asks for
     * @throws ConflictError `rollback.current`, `rollback.withdrawn`, `version.not-public`, `version.signoff-missing`, `version.changed`, `version.incomplete`
     */
    async rollBackVersion(
      id: DatasetId,
      tag: VersionTag,
      { by, reason, replaces, withdraw, evenWithdrawn }: RollbackBody & { by: string | null },
      how: { signedOff: boolean },
    ): Promise<DatasetVersion> {
      const version = await getVersion(id, tag);
      refuse(version, evenWithdrawn, how.signedOff);
      await ensureFiles(version);
      const withdrawal = withdraw && replaces !== null ? audit('version.withdrawn', id, replaces, by, reason, null) : null;
      const back = audit('version.rolled-back', id, tag, by, reason, version.artifacts.find(({ kind }) => kind === 'pmtiles')?.sha256 ?? null);
      const done = await catalog.rollBack(id, tag, {
        replaces,
        from: evenWithdrawn ? ['superseded', 'withdrawn'] : ['superseded'],
        // One moment, so that there is no time in which neither holds.
        audit: withdrawal ? { ...back, at: withdrawal.at } : back,
        withdrawal,
      });
      if (!done) throw new ConflictError('version.changed', `What is current of ${id} has changed in the meantime. Look at it again.`);
      return getVersion(id, tag);
    },
  };
}

function refuse(version: DatasetVersion, evenWithdrawn: boolean, signedOff: boolean): void {
  const { dataset, version: tag, status, signoff = [] } = version;
  if (!isPublic(version))
    throw new ConflictError('version.not-public', `${dataset} ${tag} was never published, so there is nothing to roll back to. Publish it.`);
  if (status === 'current') throw new ConflictError('rollback.current', `${dataset} ${tag} is the current version already.`);
  if (status === 'withdrawn' && !evenWithdrawn)
    throw new ConflictError(
      'rollback.withdrawn',
      `${dataset} ${tag} was withdrawn: ${version.withdrawal?.reason ?? 'no reason is known'}. Say that it is meant all the same.`,
    );
  const missing = signoff.filter(({ has, needs }) => has < needs);
  if (signedOff && missing.length > 0)
    throw new ConflictError(
      'version.signoff-missing',
      `${dataset} ${tag} was published without the sign-off that a group asks for, so it is not made current again this way.`,
      {
        details: { rules: missing },
      },
    );
}
