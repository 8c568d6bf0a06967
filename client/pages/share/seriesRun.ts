/** A series of sheets in the making, followed to its end. It belongs to the tab, not to the panel, which may be closed and opened again meanwhile. */
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { SeriesBy, SeriesForm } from '../../../server/contract/maps/paper.ts';
import type { SeriesJob } from '../../../server/contract/maps/series.ts';
import { OfflineProblem, type Api } from '../../kit/api.ts';

export interface SeriesAsked {
  spec: MapSpec;
  /** Id of the saved map where the spec is what was saved: its address is then printed. */
  map: string | null;
  by: SeriesBy;
  as: SeriesForm;
  /** Paper, orientation, language, greys: as for one sheet. */
  sheet: Record<string, string>;
}

export interface SeriesRun {
  asked: SeriesAsked;
  /** null until the server has said that it takes it. */
  job: SeriesJob | null;
  /** Why nothing more is known of it. */
  error: unknown;
  /** Cancelled before the server had said its number. */
  unwanted: boolean;
}

export const isOver = ({ job, error }: SeriesRun): boolean => error !== null || (job !== null && job.state !== 'waiting' && job.state !== 'running');

/** Asked soon and then ever more seldom: three sheets are made in a second, a hundred and fifty take minutes. */
const FIRST_MS = 200;
const LONGEST_MS = 1000;
/** A line that is cut for a moment stops no series. */
const MOST_OFFLINE = 10;

export type Series = ReturnType<typeof createSeries>;

/** @param wait passed in, so that tests need no clock */
export function createSeries(wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))) {
  let run: SeriesRun | null = null;
  const listeners = new Set<(run: SeriesRun) => void>();
  const tell = (own: SeriesRun) => listeners.forEach((listen) => listen(own));

  async function begin({ call }: Pick<Api, 'call'>, { spec, map, by, as, sheet }: SeriesAsked): Promise<SeriesJob> {
    const body = { ...sheet, by, as } as { by: SeriesBy };
    return map === null ? call('startSeries', { body: { ...body, spec } }) : call('startMapSeries', { params: { id: map }, body });
  }

  async function stop({ call }: Pick<Api, 'call'>, own: SeriesRun): Promise<void> {
    if (!own.job || isOver(own)) return;
    try {
      own.job = await call('cancelSeries', { params: { job: own.job.id } });
    } catch (error) {
      own.error = error;
    }
    tell(own);
  }

  async function follow(api: Pick<Api, 'call'>, own: SeriesRun): Promise<void> {
    let offline = 0;
    for (let ms = FIRST_MS; ; ms = Math.min(ms * 1.5, LONGEST_MS)) {
      if (isOver(own)) return;
      await wait(ms);
      // Stopped meanwhile, which is told already.
      if (isOver(own)) return;
      try {
        const job = await api.call('getSeries', { params: { job: own.job!.id } });
        offline = 0;
        if (isOver(own)) return;
        own.job = job;
      } catch (error) {
        if (error instanceof OfflineProblem && ++offline < MOST_OFFLINE) continue;
        own.error = error;
      }
      tell(own);
    }
  }

  return {
    get run(): SeriesRun | null {
      return run;
    },
    /** @returns what stops listening */
    listen(listener: (run: SeriesRun) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Resolves once it is over, whatever became of it. */
    async start(api: Pick<Api, 'call'>, asked: SeriesAsked): Promise<void> {
      const own: SeriesRun = (run = { asked, job: null, error: null, unwanted: false });
      tell(own);
      try {
        own.job = await begin(api, asked);
      } catch (error) {
        own.error = error;
      }
      tell(own);
      if (own.unwanted) await stop(api, own);
      await follow(api, own);
    },
    async cancel(api: Pick<Api, 'call'>): Promise<void> {
      if (!run || isOver(run)) return;
      if (run.job) await stop(api, run);
      else run.unwanted = true;
    },
  };
}

/** That of this tab. */
export const series = createSeries();
