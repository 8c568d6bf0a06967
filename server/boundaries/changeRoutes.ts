/** What changed between two versions of the boundaries, and the history of a unit, over HTTP. */
import type { Disclaim } from '../disclaimers/notes.ts';
import { mayReadDrafts, findVisible } from '../catalogue/visible.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { changeRoutes as routes } from '../contract/boundaries/changeRoutes.ts';
import type { ChangedUnit } from '../contract/boundaries/changes.ts';
import type { ChangeFormat, ChangesAnswer } from '../contract/boundaries/crosswalk.ts';
import type { AdminUnit } from '../contract/admin.ts';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { isBoundaries, toIso3, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { ConflictError, InputError, NotFoundError, orNull } from '../errors.ts';
import type { Authorize } from '../http/request.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Asked, type Served } from '../http/serve.ts';
import { problemText } from '../words/problems.ts';
import type { createAudit } from '../catalogue/audit.ts';
import type { ActStore } from './actStore.ts';
import type { Changes } from './changesService.ts';
import { pairsOfAct, withActs, type StoredAct } from './crosswalk/acts.ts';
import { changedOnly, countsOnly, ofLevel } from './crosswalk/select.ts';
import { writeChanges } from './crosswalk/write.ts';

export interface ServeChangesDeps {
  datasets: Datasets;
  changes: Changes;
  authorize: Authorize;
  roleOf: RoleOf;
  acts: ActStore;
  audit: ReturnType<typeof createAudit>;
  disclaim: Disclaim;
}

const MEDIA: Record<Exclude<ChangeFormat, 'json'>, string> = {
  csv: 'text/csv',
  lookup: 'text/csv',
  linkage: 'text/csv',
  geojson: 'application/geo+json',
  html: 'text/html',
};
type Request = Asked<(typeof routes)['getChanges']>['request'];

/** One file by itself: its own small style applies, no script runs. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

export function serveChanges({ datasets, changes, authorize, roleOf, acts, audit, disclaim }: ServeChangesDeps): Served[] {
  /** @throws NotFoundError `dataset.unknown`, also where there are drafts only and the one who asks may not know of them */
  async function requireBoundaries(request: Request, id: DatasetId): Promise<void> {
    const { versions } = await datasets.getDataset(id);
    if (!versions.some(isPublic) && !(await mayReadDrafts(authorize, request, id)))
      throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
    if (!isBoundaries(id)) throw new InputError('changes.not-boundaries', problemText('changes.not-boundaries'));
  }
  const find = (request: Request, id: DatasetId, ref: VersionTag | 'current') => findVisible({ datasets, authorize }, request, id, ref);

  /** Strangers are told a role, and so is everybody, that one answer may be kept for all. */
  async function decidedBy({ dataset, publishedBy, publishedAt }: DatasetVersion): Promise<{ by: string; at: string }> {
    return publishedBy === null || publishedAt === null
      ? { by: '', at: publishedAt ?? '' }
      : { by: await roleOf(publishedBy, dataset, publishedAt), at: publishedAt };
  }

  /** With the acts that were recorded for these two versions. */
  async function withRecorded(answer: ChangesAnswer): Promise<ChangesAnswer> {
    const { dataset, from, to } = answer;
    const listed = await acts.listActs({ dataset, from: from.version, to: to.version });
    return withActs(answer, await Promise.all(listed.map((act) => toTold(dataset, act))));
  }
  const toTold = async (dataset: DatasetId, act: StoredAct): Promise<StoredAct> => ({ ...act, by: await roleOf(act.by, dataset, act.at) });

  return [
    serve(routes.recordAct, async ({ params: { id }, body, actor, goOn }) => {
      const [from, to] = [await datasets.getVersion(id, body.from), await datasets.getVersion(id, body.to)];
      if (!isBoundaries(id)) throw new InputError('changes.not-boundaries', problemText('changes.not-boundaries'));
      if (from.version === to.version) throw new InputError('changes.same-version', problemText('changes.same-version'));
      // Of a draft all may be another tomorrow.
      for (const { version } of [from, to].filter((each) => !isPublic(each)))
        throw new ConflictError('version.not-public', `${id} ${version} is not published, so what became of its units may still change.`);
      const pairs = pairsOfAct(await changes.getChanges(from, to, goOn), body);
      if (pairs.length === 0) throw new NotFoundError('changes.no-relation', problemText('changes.no-relation'));
      const line = audit('change.recorded', id, to.version, actor.name, `${from.version} → ${to.version}: ${body.legalAct}`);
      const { level, legalAct, effectiveDate } = body;
      const act: StoredAct = { id: line.id, level, pairs, legalAct, effectiveDate, by: actor.name, at: line.at };
      await acts.insertAct({ dataset: id, from: from.version, to: to.version }, act, line);
      return toTold(id, act);
    }),

    serve(routes.undoAct, async ({ params: { id, act }, actor }) => {
      const undone = await acts.undoAct(id, act, actor.name, (to, { legalAct }) => audit('change.unrecorded', id, to, actor.name, legalAct));
      if (!undone) throw new NotFoundError('changes.no-act', problemText('changes.no-act'));
      return toTold(id, undone);
    }),

    serve(routes.getChanges, async ({ params: { id }, query, request, goOn }) => {
      await requireBoundaries(request, id);
      const [from, to] = [await find(request, id, query.from), await find(request, id, query.to)];
      if (from.version.version === to.version.version) throw new InputError('changes.same-version', problemText('changes.same-version'));
      const cache = from.cache === 'never' || to.cache === 'never' ? 'never' : 'minute';
      const { level, f, lang } = query;
      const name = fileName(from.version, to.version, f);
      const headers: Record<string, string> = f === 'html' ? { 'Content-Security-Policy': PAGE_POLICY } : { 'Content-Disposition': toDisposition(name) };
      if (f === 'geojson') return page(await changes.getPieces(from.version, to.version, level), MEDIA[f], { cache, headers });
      const answer = ofLevel(await withRecorded(await changes.getChanges(from.version, to.version, goOn)), level);
      if (f === 'json') return reply(!query.rows ? countsOnly(answer) : query.changed ? changedOnly(answer) : answer, { cache });
      const written = await writeChanges(f, answer, {
        lang,
        title: to.version.metadata.title || id,
        disclaimer: disclaim(lang),
        country: toIso3(id),
        decided: await decidedBy(to.version),
        firstOf: (which) => changes.getFirstVersions(which === 'source' ? from.version : to.version, goOn),
      });
      return page(written, MEDIA[f], { cache, headers });
    }),

    serve(routes.getUnitHistory, async ({ params: { id, pcode }, query, request, goOn }) => {
      await requireBoundaries(request, id);
      const asked = query.version && (await find(request, id, query.version));
      const versions = asked ? [asked.version] : await changes.listNewest(id);
      for (const version of versions) {
        const unit = await orNull(datasets.getUnit(id, version.version, pcode, query.level));
        if (unit) return reply(await changes.getHistory(version, unit.level, toChanged(unit), goOn), { cache: asked?.cache ?? 'minute' });
      }
      const where = asked ? `${id} ${asked.version.version}` : `any published version of ${id}`;
      throw new NotFoundError('unit.unknown', `No unit of ${where} has the P-code ${pcode}.`);
    }),
  ];
}

/** `sle_changes_v01_v02.csv` */
function fileName({ dataset, version }: DatasetVersion, to: DatasetVersion, format: ChangeFormat): string {
  const [stem, ending] = format === 'lookup' || format === 'linkage' ? [format, 'csv'] : ['changes', format];
  return `${toIso3(dataset).toLowerCase()}_${stem}_${version}_${to.version}.${ending}`;
}

const toChanged = ({ pcode, names, parentPcode, areaSqKm }: AdminUnit): ChangedUnit => ({ pcode, name: names[0]?.name ?? '', parent: parentPcode, areaSqKm });
