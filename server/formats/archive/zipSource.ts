/** An upload as yauzl reads it: by position, never as a whole. What is streamed yauzl inflates, and stops where an entry is larger than it declares. */
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { ByteSource } from '../raw.ts';
import { readRange } from '../reader.ts';

const CHUNK = 1 << 16;

export class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const source = this.#source;
    return Readable.from(
      (function* () {
        for (let at = start; at < end;) {
          const part = Buffer.alloc(Math.min(CHUNK, end - at));
          const got = source.read(part, at);
          if (got <= 0) return;
          at += got;
          yield part.subarray(0, got);
        }
      })(),
      { objectMode: false },
    );
  }
  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    const bytes = readRange(this.#source, position, length);
    buffer.set(bytes, offset);
    callback(bytes.length < length ? new Error('the file ends too early') : null);
  }
}
