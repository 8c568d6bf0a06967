/** Objects as they are given out: right bytes or an error, whatever happens to the file. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { BLOCK, createCheckedObjects, readWhole, type CheckedObjects } from '../../server/store/objects/checked.ts';
import type { Fault, ObjectCheck } from '../../server/store/objects/checks.ts';
import { MemoryObjects } from '../../server/store/objects/memory.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const keyOf = (bytes: Uint8Array) => `datasets/cod-ab-sle/${sha256(bytes)}/a.bin`;
/** Bytes that differ from block to block. */
const make = (length: number, seed = 1) =>
  Buffer.from(Uint32Array.from({ length: Math.ceil(length / 4) }, (_, i) => Math.imul(i + seed, 2654435761)).buffer).subarray(0, length);

let objects: MemoryObjects;
let recorded: Map<string, ObjectCheck>;
let told: [string, Fault | null][];
let reads: number;
let checked: CheckedObjects;

/** What a process that starts anew on the same store has. */
const start = () =>
  createCheckedObjects({
    objects: new Proxy(objects, {
      get: (target, name: keyof MemoryObjects) =>
        name === 'stream'
          ? (...args: Parameters<MemoryObjects['stream']>) => {
              reads++;
              return target.stream(...args);
            }
          : (target[name] as () => unknown).bind(target),
    }),
    checks: { find: async (key) => recorded.get(key), record: async (key, check) => void recorded.set(key, check) },
    now: () => new Date(),
    onChange: (key, fault) => void told.push([key, fault]),
  });

beforeEach(() => {
  objects = new MemoryObjects();
  recorded = new Map();
  told = [];
  reads = 0;
  checked = start();
});

const put = async (bytes: Uint8Array) => {
  await objects.put(keyOf(bytes), bytes);
  return keyOf(bytes);
};
/** Changes a bit where it lies, under the same stamp: what a disk does. */
async function rot(key: string, at: number): Promise<void> {
  const { stamp } = (await objects.head(key))!;
  const bytes = await objects.read(key);
  bytes[at]! ^= 1;
  await objects.put(key, bytes);
  const head = objects.head.bind(objects);
  objects.head = async (asked) => (asked === key ? { ...(await head(asked))!, stamp } : head(asked));
}

describe('what is as it was stored', () => {
  test('is read in every range as it is, however blocks lie', async () => {
    for (const length of [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 17]) {
      const bytes = make(length);
      const key = await put(bytes);
      await checked.ensure(key, length);
      expect(Buffer.from(await checked.read(key)).equals(bytes)).toBe(true);
      await fc.assert(
        fc.asyncProperty(fc.nat(length), fc.nat(2 * BLOCK), async (offset, size) => {
          const expected = bytes.subarray(offset, offset + size);
          expect(Buffer.from(await checked.readRange(key, offset, size)).equals(expected)).toBe(true);
          expect((await buffer(checked.stream(key, offset, expected.length))).equals(expected)).toBe(true);
        }),
        { numRuns: 30 },
      );
    }
  });

  test('is read through once, by whoever asks, and not again by the next process', async () => {
    const key = await put(make(5 * BLOCK));
    await Promise.all(Array.from({ length: 8 }, () => checked.ensure(key)));
    expect(reads).toBe(1);
    await start().ensure(key);
    expect(reads).toBe(1);
    // Written anew with the same bytes: looked at again, and well.
    await put(make(5 * BLOCK));
    await checked.ensure(key);
    expect([reads, told]).toEqual([2, []]);
  });
});

describe('what is not', () => {
  const cases: [name: string, spoil: (key: string, bytes: Buffer) => Promise<void>, code: string][] = [
    [
      'a bit flipped',
      (key, bytes) => objects.put(key, Buffer.concat([bytes.subarray(0, 70_000), Buffer.from([bytes[70_000]! ^ 4]), bytes.subarray(70_001)])),
      'object.damaged',
    ],
    ['cut', (key, bytes) => objects.put(key, bytes.subarray(0, 40_000)), 'object.damaged'],
    ['longer', (key, bytes) => objects.put(key, Buffer.concat([bytes, Buffer.from('x')])), 'object.damaged'],
    ['another of the same size', (key, bytes) => objects.put(key, make(bytes.length, 9)), 'object.damaged'],
    ['emptied', (key) => objects.put(key, Buffer.alloc(0)), 'object.damaged'],
    ['gone', (key) => objects.delete(key), 'object.missing'],
  ];
  test.each(cases)('%s: every reading is refused, before or after it was known, and it is told once', async (_name, spoil, code) => {
    const bytes = make(4 * BLOCK);
    const key = await put(bytes);
    for (const known of [true, false]) {
      if (known) await checked.ensure(key);
      else await put(bytes);
      await spoil(key, bytes);
      const fresh = known ? checked : start();
      for (const reading of [() => fresh.ensure(key), () => fresh.read(key), () => fresh.readRange(key, 65_536, 8000), () => readWhole(objects, key)])
        await expect(reading()).rejects.toMatchObject({ code, details: { status: code.split('.')[1] } });
    }
    expect(told[0]).toEqual([key, code.split('.')[1]]);
    await put(bytes);
    await checked.ensure(key);
    expect(told.at(-1)).toEqual([key, null]);
  });

  test('asked for a hundred times is read through once', async () => {
    const key = await put(make(2 * BLOCK));
    await objects.put(key, make(2 * BLOCK, 5));
    for (let i = 0; i < 100; i++) await expect(checked.ensure(key)).rejects.toThrow('damaged');
    expect(reads).toBe(1);
  });

  test('of a size that the version does not state', async () => {
    const key = await put(make(100));
    await expect(checked.ensure(key, 101)).rejects.toMatchObject({ code: 'object.damaged' });
  });

  test('a key without a checksum is none that is given out', async () => {
    await objects.put('store.json', Buffer.from('{}'));
    await expect(checked.ensure('store.json')).rejects.toMatchObject({ code: 'object.unknown' });
  });
});

describe('bits that rot without the file system knowing', () => {
  test('a range over them is refused, others are given, and the whole is known as damaged from then on', async () => {
    const bytes = make(4 * BLOCK);
    const key = await put(bytes);
    await checked.ensure(key);
    await rot(key, 3 * BLOCK + 5);
    expect(Buffer.from(await checked.readRange(key, 0, BLOCK)).equals(bytes.subarray(0, BLOCK))).toBe(true);
    await expect(checked.readRange(key, 3 * BLOCK, 10)).rejects.toMatchObject({ code: 'object.damaged' });
    expect(told).toEqual([[key, 'damaged']]);
    await expect(checked.ensure(key)).rejects.toMatchObject({ code: 'object.damaged' });
  });

  test('a stream that meets them ends with an error after sound bytes only', async () => {
    const bytes = make(4 * BLOCK);
    const key = await put(bytes);
    await checked.ensure(key);
    await rot(key, 2 * BLOCK);
    const got: Buffer[] = [];
    const reading = (async () => {
      for await (const part of checked.stream(key, 10, bytes.length - 10)) got.push(part as Buffer);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'object.damaged' });
    const sound = Buffer.concat(got);
    expect(sound.equals(bytes.subarray(10, 10 + sound.length))).toBe(true);
    expect(sound.length).toBeLessThanOrEqual(2 * BLOCK);
  });

  test('a full reading finds them', async () => {
    const key = await put(make(2 * BLOCK));
    expect(await checked.inspect(key)).toBeNull();
    await rot(key, 1);
    await checked.ensure(key);
    let paced = 0;
    expect(await checked.inspect(key, async (part) => void (paced += part))).toBe('damaged');
    expect(paced).toBe(2 * BLOCK);
  });
});

test('a fault of this process, such as too many open files, says nothing about the bytes', async () => {
  const key = await put(make(BLOCK));
  const failing = createCheckedObjects({
    objects: Object.assign(Object.create(objects) as MemoryObjects, {
      head: () => objects.head(key),
      stream: () => {
        throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
      },
    }),
    checks: { find: async () => undefined, record: async (at, check) => void recorded.set(at, check) },
    now: () => new Date(),
  });
  await expect(failing.ensure(key)).rejects.toThrow('too many open files');
  expect(recorded.size).toBe(0);
});
