import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFoundError, TooLargeError } from '../../server/errors.ts';
import { FileObjects } from '../../server/store/objects/files.ts';
import { openFileSource } from '../../server/store/objects/fileSource.ts';
import { MemoryObjects } from '../../server/store/objects/memory.ts';
import type { ObjectStore } from '../../server/store/objects/objects.ts';

const roots: string[] = [];
const newRoot = () => {
  const root = mkdtempSync(join(tmpdir(), 'codmap-objects-'));
  roots.push(root);
  return root;
};
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

async function* parts(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function keysOf(objects: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of objects.list(prefix)) keys.push(key);
  return keys;
}

describe.each([
  ['folder', () => new FileObjects(newRoot())],
  ['memory', () => new MemoryObjects()],
])('objects in %s', (_name, make) => {
  let objects: ObjectStore;
  beforeEach(() => {
    objects = make();
  });

  test('what is put is read, whole, in part, as a stream, by position', async () => {
    await objects.put('a/b/c.bin', Buffer.from('0123456789'));
    expect(Buffer.from(await objects.read('a/b/c.bin')).toString()).toBe('0123456789');
    expect(Buffer.from(await objects.readRange('a/b/c.bin', 3, 4)).toString()).toBe('3456');
    expect(Buffer.from(await objects.readRange('a/b/c.bin', 8, 40)).toString()).toBe('89');
    expect((await objects.readRange('a/b/c.bin', 80, 4)).length).toBe(0);
    expect((await buffer(objects.stream('a/b/c.bin', 2, 3))).toString()).toBe('234');
    expect((await buffer(objects.stream('a/b/c.bin', 2, 0))).length).toBe(0);
    const source = await objects.openSource('a/b/c.bin');
    const into = new Uint8Array(4);
    expect([source.size, source.read(into, 8), Buffer.from(into.subarray(0, 2)).toString()]).toEqual([10, 2, '89']);
    source.close();
    expect((await objects.head('a/b/c.bin'))!.bytes).toBe(10);
  });

  test('a stream is stored under its checksum', async () => {
    const stored = await objects.putStream('uploads', parts('hello ', 'world'), 100);
    expect(stored).toEqual({
      key: 'uploads/b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
      bytes: 11,
    });
    expect(Buffer.from(await objects.read(stored.key)).toString()).toBe('hello world');
    expect(await keysOf(objects, 'uploads')).toEqual([stored.key]);
  });

  test('a stream beyond the limit, or one that breaks, leaves nothing', async () => {
    await expect(objects.putStream('uploads', parts('hello ', 'world'), 10)).rejects.toThrow(TooLargeError);
    await expect(
      objects.putStream(
        'uploads',
        (async function* () {
          yield Buffer.from('x');
          throw new Error('line cut');
        })(),
        10,
      ),
    ).rejects.toThrow('line cut');
    expect(await keysOf(objects, '')).toEqual([]);
  });

  test('of two that put a new one, one succeeds', async () => {
    const done = await Promise.all(['one', 'two', 'three'].map((text) => objects.putNew('a/new', Buffer.from(text))));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(Buffer.from(await objects.read('a/new')).toString()).toBe(['one', 'two', 'three'][done.indexOf(true)]);
    expect(await keysOf(objects, '')).toEqual(['a/new']);
  });

  test('one that is moved keeps its bytes and its time', async () => {
    await objects.put('a/b', Buffer.from('x'));
    const { stamp, ...before } = (await objects.head('a/b'))!;
    expect(await objects.move('a/b', 'trash/2026-01-01/a/b')).toBe(true);
    expect(await objects.head('a/b')).toBeUndefined();
    expect(await objects.head('trash/2026-01-01/a/b')).toEqual({ ...before, stamp: expect.not.stringContaining(stamp) });
    expect(await objects.move('a/b', 'c')).toBe(false);
    await expect(objects.move('trash/2026-01-01/a/b', '../out')).rejects.toThrow(NotFoundError);
  });

  test('the stamp changes with whatever is written, and with nothing else', async () => {
    const stampOf = async () => (await objects.head('a'))!.stamp;
    await objects.put('a', Buffer.from('x'));
    const first = await stampOf();
    await objects.read('a');
    expect(await stampOf()).toBe(first);
    await objects.put('a', Buffer.from('x'));
    expect(await stampOf()).not.toBe(first);
  });

  test('what is not there', async () => {
    await expect(objects.read('none')).rejects.toThrow(NotFoundError);
    await expect(objects.readRange('none', 0, 1)).rejects.toThrow(NotFoundError);
    expect(await objects.head('none')).toBeUndefined();
    await objects.delete('none');
  });

  test.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', '.hidden', 'a\0b', 'ä', '', 'a/', `a${'b'.repeat(600)}`])('%j is no key', async (key) => {
    await expect(objects.put(key, Buffer.from('x'))).rejects.toThrow(NotFoundError);
    await expect(objects.read(key)).rejects.toThrow(NotFoundError);
  });
});

describe('a folder', () => {
  test('holds no half objects, and forgets those of killed writers after an hour', async () => {
    const root = newRoot();
    const objects = new FileObjects(root);
    let during: string[] = [];
    await objects.putStream(
      'uploads',
      (async function* () {
        yield Buffer.from('half');
        during = readdirSync(root);
        yield Buffer.from('whole');
      })(),
      100,
    );
    expect(during.every((name) => name.startsWith('.tmp-'))).toBe(true);
    expect(readdirSync(root)).toEqual(['uploads']);
    for (const [name, age] of [
      ['.tmp-old', 7200],
      ['.tmp-new', 10],
    ] as const) {
      writeFileSync(join(root, name), 'x');
      utimesSync(join(root, name), Date.now() / 1000 - age, Date.now() / 1000 - age);
    }
    expect(await objects.sweepTemporary(Date.now(), 3600_000)).toBe(1);
    expect(readdirSync(root).sort()).toEqual(['.tmp-new', 'uploads']);
  });

  test('objects are not for other users of the machine', async () => {
    const root = newRoot();
    await new FileObjects(root).put('a', Buffer.from('x'));
    expect(statSync(join(root, 'a')).mode & 0o007).toBe(0);
  });

  test('a file is read by position', () => {
    const path = join(newRoot(), 'f');
    writeFileSync(path, 'abcdef');
    const source = openFileSource(path);
    const into = new Uint8Array(3);
    expect([source.size, source.read(into, 4), Buffer.from(into.subarray(0, 2)).toString(), source.read(new Uint8Array(0), 0)]).toEqual([6, 2, 'ef', 0]);
    source.close();
  });
});
