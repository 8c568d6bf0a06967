/** A process of work: bounded in all its memory, gone with all that it started. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { MemoryExceeded, startProcess } from '../../server/jobs/process.ts';
import type { Hunger } from './hungry.ts';

const HUNGRY = new URL('./hungry.ts', import.meta.url);
const LIMIT = 300;

function run(hunger: Hunger) {
  const messages: { pid?: number; done?: number }[] = [];
  const own = startProcess<{ pid?: number; done?: number }>(HUNGRY, hunger, LIMIT);
  own.onMessage((message) => messages.push(message));
  const end = new Promise<Error | undefined>((resolve) => own.onExit(resolve));
  return { own, messages, end };
}

/** One that has ended and that nobody has looked after (Z) is not alive. */
const isAlive = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a process of work', () => {
  test('says all before it ends', async () => {
    const { messages, end } = run({ takes: 'nothing', mb: 0 });
    expect(await end).toBeUndefined();
    expect(messages).toEqual([{ pid: expect.any(Number) as number }, { done: 0 }]);
  });

  test.each(['buffers', 'shared', 'wasm', 'heap', 'program'] as const)('that takes more than it may in %s is ended, and told so', async (takes) => {
    const { messages, end } = run({ takes, mb: 2000 });
    expect(await end).toBeInstanceOf(MemoryExceeded);
    expect(messages.some(({ done }) => done !== undefined)).toBe(false);
  });

  test('that stays below goes on', async () => {
    const { messages, end } = run({ takes: 'buffers', mb: 96 });
    expect(await end).toBeUndefined();
    expect(messages.at(-1)).toEqual({ done: 6 });
  });

  test('with a fault tells which', async () => {
    const error = await run({ takes: 'fault', mb: 0 }).end;
    expect(error).not.toBeInstanceOf(MemoryExceeded);
    expect(error?.message).toContain('a fault of ours');
  });

  test('that is ended takes its programs with it', async () => {
    const { own, messages, end } = run({ takes: 'sleep', mb: 0 });
    while (messages.length === 0) await sleep(20);
    const { pid } = messages[0]!;
    const children = () =>
      execFileSync('ps', ['-o', 'pid=', '-g', String(pid)], { encoding: 'utf8' })
        .trim()
        .split(/\s+/);
    while (children().length < 2) await sleep(20);
    const all = children().map(Number);
    await own.terminate();
    expect((await end)?.message).toContain('SIGKILL');
    await sleep(100);
    expect(all.filter(isAlive)).toEqual([]);
  });
});
