/** Work for a process of jobs/process.ts that takes what it is told to take. */
import { execFile } from 'node:child_process';
import type { Work } from '../../server/jobs/processEntry.ts';

export interface Hunger {
  /** Where it takes memory, or what else it does. */
  takes: 'nothing' | 'buffers' | 'shared' | 'wasm' | 'heap' | 'program' | 'sleep' | 'fault' | 'burst';
  mb: number;
}

const MB = 1 << 20;

export const work: Work<Hunger, unknown> = async ({ takes, mb }, post) => {
  const kept: unknown[] = [];
  post({ pid: process.pid });
  // Busy all the while, as a reader of a hostile file is: nothing of the process's own loop runs.
  for (let taken = 0; taken < mb; taken += 16) {
    if (takes === 'buffers') kept.push(new Uint8Array(16 * MB).fill(1));
    if (takes === 'shared') kept.push(new Uint8Array(new SharedArrayBuffer(16 * MB)).fill(1));
    if (takes === 'wasm') {
      const memory = new WebAssembly.Memory({ initial: 256 });
      new Uint8Array(memory.buffer).fill(1);
      kept.push(memory);
    }
    if (takes === 'heap') kept.push(Array.from({ length: 2 * MB }, (_, i) => i + 0.5));
    if (takes !== 'burst') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  if (takes === 'fault') throw new Error('a fault of ours');
  if (takes === 'program')
    await new Promise<void>((resolve) =>
      execFile('node', ['-e', `const k=[];for(let i=0;i<${mb};i+=16)k.push(Buffer.alloc(${16 * MB},1));setTimeout(()=>k,60000)`], () => resolve()),
    );
  if (takes === 'sleep') execFile('sleep', ['60']);
  if (takes === 'sleep') await new Promise((resolve) => setTimeout(resolve, 60_000));
  post({ done: kept.length });
};
