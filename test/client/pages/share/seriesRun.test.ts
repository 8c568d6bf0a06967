/** A series followed by the tab: to its end, through a line that is cut for a moment, until it is stopped or refused. */
import { expect, test, vi } from 'vitest';
import { createSeries, isOver, type SeriesAsked } from '../../../../client/pages/share/seriesRun.ts';
import { ApiProblem, OfflineProblem, type Api } from '../../../../client/kit/api.ts';
import type { SeriesJob } from '../../../../server/contract/maps/series.ts';

const job = (state: SeriesJob['state'], done = 0): SeriesJob => ({ id: 'j', state, done, total: 3, part: null, error: null, file: null });
const asked = { spec: { title: 'T' }, map: null, by: 'cluster', as: 'zip', sheet: { paper: 'A4', grey: '1' } } as unknown as SeriesAsked;
const offline = () => new OfflineProblem(new Error('cut'));

/** What the server answers, one after the other; an error is thrown. */
function open(...answers: (SeriesJob | Error)[]) {
  const call = vi.fn(async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('asked too often');
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const api = { call } as unknown as Pick<Api, 'call'>;
  const series = createSeries(() => Promise.resolve());
  const told: (string | undefined)[] = [];
  series.listen(({ job, error }) => told.push(error ? 'error' : job?.state));
  return { api, call, series, told };
}

test('begun with what was chosen, told at each step, over at its end; a cut line is no end', async () => {
  const { api, call, series, told } = open(job('waiting'), job('running', 1), offline(), offline(), job('succeeded', 3));
  await series.start(api, asked);
  expect(call).toHaveBeenNthCalledWith(1, 'startSeries', { body: { paper: 'A4', grey: '1', by: 'cluster', as: 'zip', spec: { title: 'T' } } });
  expect(told).toEqual([undefined, 'waiting', 'running', 'succeeded']);
  expect(isOver(series.run!)).toBe(true);
});

test('of a saved map by its address', async () => {
  const { api, call, series } = open(job('succeeded'));
  await series.start(api, { ...asked, map: 'abcdef' });
  expect(call).toHaveBeenCalledWith('startMapSeries', { params: { id: 'abcdef' }, body: { paper: 'A4', grey: '1', by: 'cluster', as: 'zip' } });
});

test('refused, or lost by a restart: over, with the reason; a line that stays cut too', async () => {
  const refused = (status: number, code: string) => new ApiProblem({ type: `/problems/${code}`, title: '', status, detail: '', instance: '' });
  const busy = open(refused(503, 'busy.server'));
  await busy.series.start(busy.api, asked);
  expect([isOver(busy.series.run!), busy.series.run!.error]).toEqual([true, expect.objectContaining({ code: 'busy.server' })]);
  const lost = open(job('running'), refused(404, 'series.unknown'));
  await lost.series.start(lost.api, asked);
  expect(lost.series.run!.error).toMatchObject({ code: 'series.unknown' });
  const cut = open(job('running'), ...Array.from({ length: 10 }, offline));
  await cut.series.start(cut.api, asked);
  expect(cut.series.run!.error).toBeInstanceOf(OfflineProblem);
});

test('stopped while it is followed: nothing that was under way brings it back', async () => {
  const { api, series, told } = open(job('running'));
  let answer: (job: SeriesJob) => void = () => {};
  const stopping = vi.fn(async (name: string) =>
    name === 'getSeries'
      ? new Promise<SeriesJob>((resolve) => (answer = resolve))
      : name === 'cancelSeries'
        ? job('cancelled')
        : api.call(name as 'startSeries', {} as never),
  );
  const own = { call: stopping } as unknown as Pick<Api, 'call'>;
  const over = series.start(own, asked);
  await vi.waitFor(() => expect(stopping).toHaveBeenCalledWith('getSeries', { params: { job: 'j' } }));
  await series.cancel(own);
  answer(job('running', 2));
  await over;
  expect([series.run!.job!.state, told.at(-1)]).toEqual(['cancelled', 'cancelled']);
});

test('cancelled before the server has answered: stopped as soon as it has a number', async () => {
  const { api, call, series } = open(job('waiting'), job('cancelled'));
  const over = series.start(api, asked);
  await series.cancel(api);
  await over;
  expect(call).toHaveBeenLastCalledWith('cancelSeries', { params: { job: 'j' } });
  expect(series.run!.job!.state).toBe('cancelled');
});
