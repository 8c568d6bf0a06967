/** The pool that answers what is heavy: one maker, fair turns, bounds, giving up. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { networkOf } from '../../server/http/network.ts';
import { createBudgets } from '../../server/jobs/budgets.ts';
import { AskerGone, createPool, type Asker, type PoolDeps, type PoolThread } from '../../server/jobs/pool.ts';
import { createLog } from '../../server/log.ts';

/** A thread that answers when it is told to. */
class HandThread implements PoolThread<string, string> {
  question: string | null = null;
  givenUp = false;
  ended = false;
  #answer: (answer: string) => void = () => undefined;
  #exit: (error: Error | undefined) => void = () => undefined;
  ask(question: string) {
    this.question = question;
    this.givenUp = false;
  }
  onAnswer(listen: (answer: string) => void) {
    this.#answer = listen;
  }
  onExit(listen: (error: Error | undefined) => void) {
    this.#exit = listen;
  }
  giveUp() {
    this.givenUp = true;
  }
  async terminate() {
    if (!this.ended) this.die();
  }
  answer() {
    const { question } = this;
    this.question = null;
    this.#answer(`answer to ${question}`);
  }
  die(error?: Error) {
    this.ended = true;
    this.#exit(error);
  }
}

function make(override: Partial<PoolDeps<string, string>> = {}) {
  const threads: HandThread[] = [];
  const answers: [string, number][] = [];
  const pool = createPool<string, string>({
    startThread: () => {
      const thread = new HandThread();
      threads.push(thread);
      return thread;
    },
    threads: 1,
    budgets: createBudgets({ seconds: 1000, now: () => performance.now() / 1000 }),
    log: createLog('silent'),
    onAnswer: (answer, askers) => void answers.push([answer, askers]),
    ...override,
  });
  const ask = (
    question: string,
    { address = 'a', key = question, stranger = true, large = false }: { address?: string; key?: string | null; stranger?: boolean; large?: boolean } = {},
  ) => {
    const leave = new AbortController();
    const asker: Asker = { address, stranger, signal: leave.signal };
    const answer = pool.ask(question, { key, kind: question[0]!, bytes: question.length, large }, asker);
    answer.catch(() => undefined);
    return { answer, leave: () => leave.abort() };
  };
  return { pool, threads, answers, ask };
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: Error & { code?: string }) => error.code ?? error.name,
  );

describe('the pool', () => {
  test('makes what many ask at once one time', async () => {
    const { threads, ask, answers } = make();
    const all = Array.from({ length: 50 }, () => ask('x').answer);
    threads[0]!.answer();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['answer to x']));
    expect(answers).toEqual([['answer to x', 50]]);
    // Asked later it is made anew.
    const { answer } = ask('x');
    threads[0]!.answer();
    await answer;
    expect(answers).toHaveLength(2);
  });

  test('does each change by itself', async () => {
    const { threads, ask, answers } = make();
    const both = [ask('x', { key: null }).answer, ask('x', { key: null }).answer];
    threads[0]!.answer();
    threads[0]!.answer();
    await Promise.all(both);
    expect(answers).toEqual([
      ['answer to x', 1],
      ['answer to x', 1],
    ]);
  });

  test('starts no more threads than it may, and none before it is asked', () => {
    const { threads, ask } = make({ threads: 3 });
    expect(threads).toHaveLength(0);
    for (let i = 0; i < 10; i++) ask(`q${i}`);
    expect(threads.map(({ question }) => question)).toEqual(['q0', 'q1', 'q2']);
  });

  test('takes addresses in turn, however much one of them asks', async () => {
    const { threads, ask } = make();
    for (let i = 0; i < 6; i++) ask(`a${i}`, { address: 'a' });
    ask('b0', { address: 'b' });
    ask('c0', { address: 'c' });
    ask('b1', { address: 'b' });
    const order: string[] = [];
    while (threads[0]!.question) {
      order.push(threads[0]!.question);
      threads[0]!.answer();
    }
    expect(order).toEqual(['a0', 'a1', 'b0', 'c0', 'a2', 'b1', 'a3', 'a4', 'a5']);
  });

  test('makes one large answer at a time, and others meanwhile', async () => {
    const { threads, ask } = make({ threads: 2 });
    ask('large1', { large: true });
    ask('large2', { large: true });
    ask('small', { address: 'b' });
    expect(threads.map(({ question }) => question)).toEqual(['large1', 'small']);
    threads[1]!.answer();
    expect(threads[1]!.question).toBeNull();
    threads[0]!.answer();
    expect(threads.map(({ question }) => question)).toContain('large2');
  });

  test('refuses beyond its bounds, each with the time to wait', async () => {
    const limits = { waiting: 4, waitingEach: 2, waitingBytes: 100, waitSeconds: 1000 };
    const { ask } = make({ limits });
    ask('running');
    expect(await Promise.race([codeOf(ask('1').answer), sleep(5, 'waits')])).toBe('waits');
    ask('2');
    expect(await codeOf(ask('3').answer)).toBe('busy.address');
    ask('4', { address: 'b' });
    ask('5', { address: 'c' });
    const { answer } = ask('6', { address: 'd' });
    expect(await codeOf(answer)).toBe('busy.server');
    await expect(answer).rejects.toMatchObject({ details: { seconds: expect.any(Number) as number } });
    // Who asks what is under way already costs nothing.
    expect(await Promise.race([codeOf(ask('5', { address: 'd' }).answer), sleep(5, 'waits')])).toBe('waits');
  });

  test('refuses questions that are too long to be kept', async () => {
    const { ask } = make({ limits: { waitingBytes: 100 } });
    ask('running');
    ask('x'.repeat(60));
    expect(await codeOf(ask('y'.repeat(60)).answer)).toBe('busy.server');
  });

  test('refuses by the time that such questions took before', async () => {
    const { threads, ask } = make({ limits: { waitSeconds: 0.4 } });
    const first = ask('slow1');
    await sleep(300);
    threads[0]!.answer();
    await first.answer;
    ask('slow2');
    ask('slow3');
    ask('slow4');
    expect(await codeOf(ask('slow5').answer)).toBe('busy.server');
  });

  test('gives up what nobody waits for: waiting at once, at work where the thread can', async () => {
    const { threads, ask, pool, answers } = make({ limits: { graceSeconds: 0.05 } });
    const running = [ask('x'), ask('x')];
    const waiting = ask('y');
    waiting.leave();
    await expect(waiting.answer).rejects.toThrow(AskerGone);
    expect(pool.counts()).toMatchObject({ waiting: 0, running: 1 });
    running[0]!.leave();
    expect(threads[0]!.givenUp).toBe(false);
    running[1]!.leave();
    expect(threads[0]!.givenUp).toBe(true);
    // Who comes now is not given an answer that was cut short.
    const late = ask('x');
    threads[0]!.answer();
    expect(answers).toEqual([['answer to x', 0]]);
    threads[0]!.answer();
    expect(await late.answer).toBe('answer to x');
    // A thread that does not listen is ended, and another takes its place.
    const deaf = ask('z');
    deaf.leave();
    await sleep(100);
    expect(threads[0]!.ended).toBe(true);
    const after = ask('w');
    threads[1]!.answer();
    expect(await after.answer).toBe('answer to w');
  });

  test('finishes a change that has begun though its asker leaves', async () => {
    const { threads, ask } = make();
    const change = ask('x', { key: null });
    change.leave();
    expect(threads[0]!.givenUp).toBe(false);
  });

  test('ends what takes too long, and says so', async () => {
    const { threads, ask } = make({ limits: { seconds: 0.05 } });
    expect(await codeOf(ask('x').answer)).toBe('busy.stopped');
    expect(threads[0]!.ended).toBe(true);
  });

  test('outlives threads that die', async () => {
    const { threads, ask } = make();
    const first = ask('x');
    const next = ask('y');
    threads[0]!.die(new Error('out of memory'));
    expect(await codeOf(first.answer)).toBe('busy.stopped');
    while (threads.length < 2) await sleep(20);
    threads[1]!.answer();
    expect(await next.answer).toBe('answer to y');
  });

  test('counts the work of strangers by address, not that of members', async () => {
    let now = 0;
    const budgets = createBudgets({ seconds: 0.05, refill: 0.5, now: () => now });
    const { threads, ask } = make({ budgets });
    const first = ask('x');
    await sleep(80);
    threads[0]!.answer();
    await first.answer;
    const refused = ask('y');
    expect(await codeOf(refused.answer)).toBe('busy.address');
    const member = ask('y', { stranger: false });
    threads[0]!.answer();
    expect(await member.answer).toBe('answer to y');
    const neighbour = ask('z', { address: 'b' });
    threads[0]!.answer();
    expect(await neighbour.answer).toBe('answer to z');
    now += 10;
    const later = ask('y');
    threads[0]!.answer();
    expect(await later.answer).toBe('answer to y');
  });

  test('that is closed answers nobody and leaves no thread', async () => {
    const { threads, ask, pool } = make();
    const [running, waiting] = [ask('x'), ask('y')];
    await pool.close();
    expect([await codeOf(running.answer), await codeOf(waiting.answer), await codeOf(ask('z').answer)]).toEqual(['busy.server', 'busy.server', 'busy.server']);
    expect(threads.every(({ ended }) => ended)).toBe(true);
  });

  test('whatever comes in whatever order, everybody is answered, refused or gone, and nothing stays', async () => {
    const step = fc.oneof(
      fc.record({
        is: fc.constant('ask' as const),
        question: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        address: fc.constantFrom('1', '2', '3'),
        change: fc.boolean(),
      }),
      fc.record({ is: fc.constant('leave' as const), which: fc.nat(30) }),
      fc.record({ is: fc.constant('answer' as const), which: fc.nat(3) }),
      fc.record({ is: fc.constant('die' as const), which: fc.nat(3) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { pool, threads, ask } = make({ threads: 2, limits: { waiting: 6, waitingEach: 3 } });
        const asked: ReturnType<typeof ask>[] = [];
        for (const each of steps) {
          if (each.is === 'ask') asked.push(ask(each.question, { address: each.address, ...(each.change ? { key: null } : {}) }));
          if (each.is === 'leave') asked[each.which]?.leave();
          const busy = threads.filter(({ question, ended }) => question !== null && !ended);
          if (each.is === 'answer') busy[each.which % Math.max(1, busy.length)]?.answer();
          if (each.is === 'die') busy[each.which % Math.max(1, busy.length)]?.die();
        }
        for (
          let busy = threads.filter(({ question, ended }) => question !== null && !ended);
          busy.length > 0;
          busy = threads.filter(({ question, ended }) => question !== null && !ended)
        )
          for (const thread of busy) thread.answer();
        const ends = await Promise.all(asked.map(({ answer }) => codeOf(answer)));
        expect(ends.filter((end) => !['answered', 'busy.address', 'busy.server', 'busy.stopped', 'Error'].includes(end))).toEqual([]);
        expect(pool.counts()).toMatchObject({ waiting: 0, running: 0 });
        await pool.close();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a network', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:db8:0:1::5', '2001:db8:0:1'],
    ['2001:0db8:0000:0001:ffff::', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
});
