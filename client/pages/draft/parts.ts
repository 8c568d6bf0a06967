/** What each kind of data adds to the page of its drafts; its code comes when such a draft is opened. */
import type { DatasetKind } from '../../../server/contract/ids.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { Translate } from '../../i18n/translate.ts';
import { ApiProblem, type Api } from '../../kit/api.ts';
import type { DraftPage, DraftPart } from '../../kit/draft.ts';
import type { App } from '../../kit/view.ts';
import type { User, Work } from '../../kit/work.ts';
import { BOUNDARIES, INDICATORS, LAYER, POPULATION, PRESENCE } from '../../kit/kinds.ts';

const PARTS: Record<DatasetKind, (page: DraftPage) => Promise<DraftPart>> = {
  [BOUNDARIES]: async (page) => new (await import('../../kinds/boundaries/draft/part.ts')).BoundaryDraft(page),
  [PRESENCE]: async (page) => new (await import('../../kinds/presence/draft/part.ts')).PresenceDraft(page),
  [POPULATION]: async (page) => new (await import('../../kinds/population/draft/part.ts')).PopulationDraft(page),
  [INDICATORS]: async (page) => new (await import('../../kinds/indicators/draft/part.ts')).IndicatorDraft(page),
  [LAYER]: async (page) => new (await import('../../kinds/overlays/draft/part.ts')).LayerDraft(page),
};

export const openPart = (kind: DatasetKind, page: DraftPage): Promise<DraftPart> => PARTS[kind](page);

/** What a part is given of the page; the page's app and words may change while it stands. */
export function toPage(host: { app: App; t: unknown }, more: Omit<DraftPage, 'app' | 't'>): DraftPage {
  return {
    ...more,
    get app() {
      return host.app;
    },
    get t() {
      return host.t as Translate;
    },
  };
}

/** Of a draft the current version; of any other the one that was published before it. */
export async function findBefore(api: Pick<Api, 'getDataset' | 'getVersion'>, of: VersionAnswer, signal: AbortSignal): Promise<VersionAnswer | null> {
  const { dataset, version, publishedAt } = of;
  const { versions, current } = await api.getDataset(dataset, signal);
  const earlier = versions
    .filter((each) => each.publishedAt !== null && publishedAt !== null && each.publishedAt < publishedAt)
    .toSorted((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1));
  const tag = publishedAt === null ? current : (earlier[0]?.version ?? null);
  return tag && tag !== version ? api.getVersion(dataset, tag, signal) : null;
}

/**
 * Who reads, and the version; for a stranger only where it is among those that are public, so that the browser does not log a request that must fail.
 * @throws ApiProblem 404 for a draft that the reader may not see, as for one that is not there
 */
export async function openVersion(
  work: Pick<Work, 'getSession'>,
  api: Pick<Api, 'getDatasets' | 'getDataset' | 'getVersion'>,
  dataset: string,
  version: string,
  signal: AbortSignal,
): Promise<[User | null, VersionAnswer]> {
  const user = await work.getSession();
  if (!user && version !== 'current') {
    const { datasets } = await api.getDatasets(signal);
    const isPublic =
      datasets.some(({ id }) => id === dataset) && (await api.getDataset(dataset, signal)).versions.some((each) => (each.version as string) === version);
    if (!isPublic) throw new ApiProblem({ type: '/problems/version.unknown', title: '', status: 404, detail: '', instance: '' });
  }
  return [user, await api.getVersion(dataset, version, signal)];
}
