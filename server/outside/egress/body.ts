/** The body of an answer: counted as it comes and again as it is unpacked, so that neither a stream without end nor a bomb gets further than its limit. */
import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { InputError, TooLargeError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';

/** What unpacks to more than this of its size is looked at no further, once it is `SMALL`: JSON of coordinates comes to 10 or 20. */
const RATIO = 200;
const SMALL = 32_000_000;

/** Says the limit. */
export const tooLarge = (bytes: number): TooLargeError =>
  new TooLargeError('outside.large', problemText('outside.large'), { details: { megabytes: Math.ceil(bytes / 1_000_000) } });

const unreadable = (cause?: unknown): InputError => new InputError('outside.encoding', problemText('outside.encoding'), { cause });

/** @throws InputError `outside.encoding` for encodings that were not asked for, and for several on top of each other */
function unpackerOf(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw unreadable();
  }
}

/** @throws TooLargeError `outside.large`, InputError `outside.encoding`, from the iteration */
export function unpack(packed: AsyncIterable<Uint8Array>, encoding: string, limit: number): AsyncIterable<Uint8Array> {
  const unpacker = unpackerOf(encoding);
  const came = { bytes: 0 };
  const counted = count(packed, limit, came);
  return unpacker ? unpackBy(unpacker, counted, limit, came) : counted;
}

async function* count(packed: AsyncIterable<Uint8Array>, limit: number, came: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of packed) {
    came.bytes += chunk.length;
    if (came.bytes > limit) throw tooLarge(limit);
    yield chunk;
  }
}

async function* unpackBy(unpacker: Transform, counted: AsyncIterable<Uint8Array>, limit: number, came: { bytes: number }): AsyncGenerator<Uint8Array> {
  const source = Readable.from(counted, { objectMode: false });
  source.on('error', (error) => unpacker.destroy(error));
  let out = 0;
  try {
    for await (const chunk of source.pipe(unpacker) as AsyncIterable<Uint8Array>) {
      out += chunk.length;
      if (out > limit || (out > SMALL && out > RATIO * came.bytes)) throw tooLarge(limit);
      yield chunk;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw /^(Z_|ERR_(BROTLI|_ERROR_FORMAT))/.test(code) ? unreadable(error) : error;
  } finally {
    source.destroy();
    unpacker.destroy();
  }
}

/** The whole of it. @throws TooLargeError `outside.large` beyond the limit */
export async function readAll(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
