/** Series in the making: one at a time, how far it is, stopped by whoever began it, given up after its time, bounded in number; and what is kept. */
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { SeriesBody } from '../../../server/contract/maps/series.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { createSeriesJobs, type SeriesLimits, type SeriesSaid, type SeriesTask, type SeriesThread } from '../../../server/maps/series/jobs.ts';
import { startSeriesThread } from '../../../server/maps/series/thread.ts';
import { keepSeries } from '../../../server/maps/series/keep.ts';

interface Fake extends SeriesThread {
  say: (said: SeriesSaid) => void;
  die: (error?: Error) => void;
  isEnded: boolean;
}

function open(limits: Partial<SeriesLimits> = {}) {
  const threads: Fake[] = [];
  const startThread = (): Fake => {
    let [onSaid, onExit]: [(said: SeriesSaid) => void, (error: Error | undefined) => void] = [() => {}, () => {}];
    const fake: Fake = {
      isEnded: false,
      ask: () => {},
      onSaid: (listen) => void (onSaid = listen),
      onExit: (listen) => void (onExit = listen),
      terminate: async () => void (fake.isEnded = true),
      say: (said) => onSaid(said),
      die: (error) => onExit(error),
    };
    threads.push(fake);
    return fake;
  };
  const log = { info: () => {}, warn: () => {} };
  return { threads, jobs: createSeriesJobs({ startThread, log, now: () => new Date(), limits }) };
}
const asked = (by: SeriesBody['by']): SeriesTask => ({ spec: {} as MapSpec, cleared: null, asked: { by, as: 'pdf', paper: 'A4' }, link: null });
const about = (address: string, isMember = false) => ({ href: '/file', address, isMember, datasets: ['3w-exl'] });
const made = { hash: 'h', name: 'x.pdf', bytes: 9, pages: 4, missing: [] };

test('how far it is, and where the file is once it is made; its thread is ended', () => {
  const { threads, jobs } = open();
  const { id, state } = jobs.start(asked('cluster'), about('a'));
  expect([state, threads.length]).toEqual(['running', 1]);
  threads[0]!.say({ is: 'progress', done: 2, total: 13, part: 'Health' });
  expect(jobs.get(id)).toMatchObject({ state: 'running', done: 2, total: 13, part: 'Health', file: null });
  threads[0]!.say({ is: 'made', made });
  expect(jobs.get(id)).toMatchObject({ state: 'succeeded', done: 13, part: null, file: { href: '/file', name: 'x.pdf', bytes: 9, pages: 4 } });
  expect(threads[0]!.isEnded).toBe(true);
  // It dies because it was ended: no news.
  threads[0]!.die();
  expect(jobs.get(id).state).toBe('succeeded');
});

test('cancelled: one in the making with its thread, one that waits without ever having one; the next one begins', () => {
  const { threads, jobs } = open();
  const [first, second, third] = ['a', 'b', 'c'].map((address) => jobs.start(asked('cluster'), about(address)));
  expect([second!.state, jobs.cancel(second!.id).state, threads.length]).toEqual(['waiting', 'cancelled', 1]);
  expect(jobs.cancel(first!.id).state).toBe('cancelled');
  expect([threads[0]!.isEnded, threads.length, jobs.get(third!.id).state]).toEqual([true, 2, 'running']);
  threads[0]!.say({ is: 'made', made });
  expect(jobs.get(first!.id)).toMatchObject({ state: 'cancelled', file: null });
});

test('members go before strangers; what is asked twice is one; a third at the same time is refused', () => {
  const { jobs } = open();
  const first = jobs.start(asked('cluster'), about('a'));
  const stranger = jobs.start(asked('adm1'), about('b'));
  const member = jobs.start(asked('cluster'), about('c', true));
  expect(jobs.start(asked('adm1'), about('b')).id).toBe(stranger.id);
  jobs.start(asked('cluster'), about('b'));
  expect(() => jobs.start(asked('organisation'), about('b'))).toThrow(expect.objectContaining({ code: 'busy.server' }));
  jobs.cancel(first.id);
  expect([jobs.get(member.id).state, jobs.get(stranger.id).state]).toEqual(['running', 'waiting']);
});

test('too long, and a thread whose heap is full: said in words, and the next one has its turn', async () => {
  const { threads, jobs } = open({ seconds: 0.05 });
  const slow = jobs.start(asked('cluster'), about('a'));
  const full = jobs.start(asked('adm1'), about('b'));
  await expect.poll(() => jobs.get(slow.id).state).toBe('failed');
  expect(jobs.get(slow.id).error?.code).toBe('series.too-long');
  threads[1]!.die(new Error('Worker terminated due to reaching memory limit'));
  expect(jobs.get(full.id)).toMatchObject({ state: 'failed', error: { code: 'series.too-long', details: { texts: { fr: expect.any(String) as string } } } });
});

test('a real thread ends when its heap is full, and says so; its job ends in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'series-heap-'));
  const entry = join(folder, 'greedy.mjs');
  writeFileSync(
    entry,
    "import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); });",
  );
  const log = { info: () => {}, warn: vi.fn() };
  const jobs = createSeriesJobs({ startThread: () => startSeriesThread(pathToFileURL(entry), {}, 16), log, now: () => new Date() });
  const { id } = jobs.start(asked('cluster'), about('a'));
  await expect.poll(() => jobs.get(id).state, { timeout: 20_000 }).toBe('failed');
  expect(jobs.get(id).error?.code).toBe('series.too-long');
  expect(log.warn).toHaveBeenCalledWith({ error: expect.stringContaining('memory limit') as string }, 'Series:Died');
  rmSync(folder, { recursive: true });
});

test('what is refused keeps its code, and an unknown number is none', () => {
  const { threads, jobs } = open();
  const { id } = jobs.start(asked('cluster'), about('a'));
  threads[0]!.say({ is: 'failed', code: 'series.no-clusters', detail: 'Only a map of a 3W …' });
  expect(jobs.get(id)).toMatchObject({ state: 'failed', error: { code: 'series.no-clusters' }, file: null });
  expect(() => jobs.get('x')).toThrow(expect.objectContaining({ code: 'series.unknown' }));
});

test('what was made is kept for seven days, under its hash and form; then it is deleted, and the oldest where there is too much', () => {
  const folder = mkdtempSync(join(tmpdir(), 'series-'));
  const kept = keepSeries(folder, { mostBytes: 1000 });
  const own = { name: 'x.pdf', bytes: 3, pages: 2, missing: [] };
  kept.trim(new Date());
  kept.write('a', 'pdf', Uint8Array.of(1, 2, 3), own, new Date());
  expect([kept.about('a', 'pdf'), kept.read('a', 'pdf')]).toEqual([own, Buffer.from([1, 2, 3])]);
  expect([kept.about('a', 'zip'), kept.about('b', 'pdf'), kept.read('b', 'pdf')]).toEqual([null, null, null]);
  const ago = (days: number) => Date.now() / 1000 - days * 86_400;
  kept.write('big', 'pdf', new Uint8Array(950), own, new Date());
  utimesSync(join(folder, 'big.pdf'), ago(1), ago(1));
  kept.trim(new Date());
  expect([existsSync(join(folder, 'a.pdf')), existsSync(join(folder, 'big.pdf'))]).toEqual([true, false]);
  utimesSync(join(folder, 'a.pdf'), ago(7.1), ago(7.1));
  expect(kept.about('a', 'pdf')).toBeNull();
  kept.trim(new Date());
  expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
  rmSync(folder, { recursive: true });
});
