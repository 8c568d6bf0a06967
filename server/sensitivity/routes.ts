/** Classification and sensitivity over HTTP. That a dataset may be received is asked before any handler (http/serve.ts). */
import type { Request } from 'express';
import type { Scope } from '../contract/groups/groups.ts';
import type { Classification, DatasetSensitivity, SharingAnswer } from '../contract/sensitivity/sensitivity.ts';
import { sensitivityRoutes as routes } from '../contract/sensitivity/routes.ts';
import { toIso3, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { isAllowed, type Admit, type Authorize } from '../http/request.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import { problemText } from '../words/problems.ts';
import type { Held } from './holdings.ts';
import type { SensitivityService } from './service.ts';

export interface ServeSensitivityDeps {
  sensitivity: SensitivityService;
  admit: Admit;
  authorize: Authorize;
  getVersion: (id: DatasetId, ref: VersionTag) => Promise<DatasetVersion>;
}

export function serveSensitivity({ sensitivity, admit, authorize, getVersion }: ServeSensitivityDeps): Served[] {
  /** Who reads drafts of a country is one of its response. */
  const isStaff = (request: Request, scope: Scope) => isAllowed(authorize, request, 'draft.read', { scope, group: null });
  const mayRecord = (request: Request, scope: Scope, group: string) => isAllowed(authorize, request, 'group.record', { scope, group });

  async function endorsersFor(request: Request, scope: Scope): Promise<string[]> {
    const found: string[] = [];
    for (const group of await sensitivity.endorsers(scope)) if (await mayRecord(request, scope, group)) found.push(group);
    return found;
  }
  /** Whoever may act for a group that endorses, and administrators where there is none yet. @throws ForbiddenError */
  async function requireEditor(request: Request, scope: Scope): Promise<void> {
    if ((await endorsersFor(request, scope)).length > 0 || (await isAllowed(authorize, request, 'member.manage'))) return;
    throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
  }

  async function toSharing(request: Request, scope: Scope, lang: Lang): Promise<SharingAnswer> {
    const [sharing, staff, endorse] = await Promise.all([sensitivity.getSharing(scope, lang), isStaff(request, scope), endorsersFor(request, scope)]);
    const received = await Promise.all(
      sharing.datasets.map(async (held) => ((await admit(request, held.dataset)).isAdmitted ? [await toDataset(request, held, staff)] : [])),
    );
    return {
      scope,
      current: sharing.current && withoutStaff(sharing.current, staff),
      draft: staff ? sharing.draft : null,
      proposal: sharing.proposal,
      versions: sharing.versions.filter(({ state }) => staff || state !== 'draft').map(({ rows: _rows, ...version }) => withoutStaff(version, staff)),
      datasets: received.flat(),
      may: { edit: endorse.length > 0 || (await isAllowed(authorize, request, 'member.manage')), endorse },
    };
  }

  const toDataset = async (request: Request, held: Held, staff: boolean): Promise<Omit<DatasetSensitivity, 'history'>> => ({
    ...held,
    set: held.set && { ...held.set, by: staff ? held.set.by : null },
    may: await isAllowed(authorize, request, 'version.publish', held.dataset),
  });
  const scopeOf = (dataset: DatasetId): Scope => toIso3(dataset) as string as Scope;

  async function answer(request: Request, held: Held): Promise<DatasetSensitivity> {
    const staff = await isStaff(request, scopeOf(held.dataset));
    return { ...(await toDataset(request, held, staff)), history: staff ? await sensitivity.listHistory(held.dataset) : [] };
  }
  /** Of members it says more than of strangers. */
  const told = async <T>(request: Request, scope: Scope, body: T) => reply(body, { cache: (await isStaff(request, scope)) ? 'never' : 'revalidate' });

  return [
    serve(routes.getSharing, async ({ params: { scope }, query: { lang }, request }) => told(request, scope, await toSharing(request, scope, lang))),

    serve(routes.getClassification, async ({ params: { scope, table }, request }) => {
      const [found, staff] = await Promise.all([sensitivity.getTable(scope, table), isStaff(request, scope)]);
      if (found.state === 'draft' && !staff) throw new NotFoundError('sensitivity.table', `There is no version ${table} of a classification for ${scope}.`);
      return told(request, scope, withoutStaff(found, staff));
    }),

    serve(routes.saveClassification, async ({ params: { scope }, body, actor, request }) => {
      await requireEditor(request, scope);
      return sensitivity.saveDraft(scope, body, actor.name);
    }),
    serve(routes.dropClassification, async ({ params: { scope }, request }) => {
      await requireEditor(request, scope);
      await sensitivity.dropDraft(scope);
    }),
    serve(routes.endorseClassification, async ({ params: { scope }, body, actor, request }) => {
      if (!(await mayRecord(request, scope, body.group))) throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
      await sensitivity.endorse(scope, body, actor.name);
      return toSharing(request, scope, 'en');
    }),

    serve(routes.getSensitivity, async ({ params: { id }, query: { version }, request }) => {
      // What a draft holds is told to those who may read it.
      if (version) await authorize(request, 'draft.read', id);
      const held = await sensitivity.getSensitivity(id, version && (await getVersion(id, version)));
      return told(request, scopeOf(id), await answer(request, held));
    }),
    serve(routes.setSensitivity, async ({ params: { id }, body, actor, request }) => answer(request, await sensitivity.set(id, body, actor.name))),
    serve(routes.clearSensitivity, async ({ params: { id }, body, actor, request }) =>
      answer(request, await sensitivity.clear(id, body.confirmed, actor.name)),
    ),
  ];
}

const withoutStaff = <T extends Pick<Classification, 'createdBy'>>(table: T, staff: boolean): T => (staff ? table : { ...table, createdBy: null });
