/** Objects in memory, for tests and for stores that live no longer than the process. */
import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { bytesSource } from '../../formats/raw.ts';
import { checkKey, notFound, tooLarge, type ObjectHead, type ObjectSource, type ObjectStore, type StoredObject } from './objects.ts';

export class MemoryObjects implements ObjectStore {
  readonly where = 'memory';
  readonly #objects = new Map<string, { bytes: Uint8Array; modifiedAt: Date; stamp: string }>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.#objects.set(checkKey(key), { bytes: bytes.slice(), modifiedAt: new Date(), stamp: randomUUID() });
  }
  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    if (this.#objects.has(checkKey(key))) return false;
    await this.put(key, bytes);
    return true;
  }
  async putStream(prefix: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream) {
      size += part.length;
      if (size > limit) throw tooLarge(limit);
      parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.put(`${prefix}/${sha256}`, bytes);
    return { key: `${prefix}/${sha256}`, sha256, bytes: bytes.length };
  }
  #get(key: string) {
    const found = this.#objects.get(checkKey(key));
    if (!found) throw notFound(key);
    return found;
  }
  async read(key: string): Promise<Uint8Array> {
    return this.#get(key).bytes.slice();
  }
  async readRange(key: string, offset: number, length: number): Promise<Uint8Array> {
    return this.#get(key).bytes.slice(offset, offset + length);
  }
  stream(key: string, offset: number, length: number): Readable {
    return Readable.from([Buffer.from(this.#get(key).bytes.slice(offset, offset + length))]);
  }
  async openSource(key: string): Promise<ObjectSource> {
    return { ...bytesSource(this.#get(key).bytes), close() {} };
  }
  async head(key: string): Promise<ObjectHead | undefined> {
    const found = this.#objects.get(checkKey(key));
    return found && { bytes: found.bytes.length, modifiedAt: found.modifiedAt, stamp: found.stamp };
  }
  async move(key: string, to: string): Promise<boolean> {
    const found = this.#objects.get(checkKey(key));
    if (!found) return false;
    this.#objects.set(checkKey(to), { ...found, stamp: randomUUID() });
    this.#objects.delete(key);
    return true;
  }
  async delete(key: string): Promise<void> {
    this.#objects.delete(checkKey(key));
  }
  async *list(prefix: string): AsyncIterable<string> {
    for (const key of this.#objects.keys()) if (prefix === '' || key.startsWith(`${prefix}/`)) yield key;
  }
  async prepare(): Promise<void> {}
  async probe(): Promise<void> {}
  async freeBytes(): Promise<null> {
    return null;
  }
  async sweepTemporary(): Promise<number> {
    return 0;
  }
}
