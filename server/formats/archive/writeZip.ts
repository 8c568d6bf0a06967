/**
 * ZIP archives (APPNOTE 6.3): fflate writes the container, Node's own zlib deflates, which takes six tenths of the time of fflate's (decision 0002).
 * Every entry is dated on the first day that a ZIP knows, so the same files give the same bytes.
 */
import { constants, deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import { ByteWriter } from './bytes.ts';

export interface ZipFile {
  name: string;
  /** Taken one after another, so a long entry is never whole in memory before it is deflated. */
  pieces: Iterable<string | Uint8Array>;
  /** Not deflated, as OpenDocument wants its first file (1.3 part 2, 3.3). */
  stored?: boolean;
}

/** A ZIP reads its date as local time; so does this. */
const FIRST_DAY = new Date(1980, 0, 1);
const PIECE = 1 << 20;
/** What the four bytes of a size or an offset hold; ZIP64 is not written. */
const LARGEST = 0xffff_ffff;

class Stored extends ZipPassThrough {
  override mtime = FIRST_DAY;
}

class Deflated extends ZipPassThrough {
  override compression = 8;
  override mtime = FIRST_DAY;
  readonly #level: number;

  constructor(name: string, level: number) {
    super(name);
    this.#level = level;
  }

  /** Pieces that end on a byte border can be joined to one deflate stream. */
  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(chunk, { level: this.#level, finishFlush }), isLast);
  }
}

/**
 * The archive's bytes; names in UTF-8. `level` is that of zlib.
 * @throws RangeError from 4 GB on.
 */
export function writeZip(files: Iterable<ZipFile>, level = 6): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    out.append(bytes);
  });
  for (const { name, pieces, stored } of files) {
    const file = stored ? new Stored(name) : new Deflated(name, level);
    zip.add(file);
    for (const piece of inMegabytes(pieces)) file.push(piece);
    file.push(new Uint8Array(0), true);
    if (file.size > LARGEST || out.length > LARGEST) throw new RangeError(`${name} makes the archive larger than the 4 GB of a ZIP.`);
  }
  zip.end();
  return out.finish();
}

function* inMegabytes(pieces: ZipFile['pieces']): Generator<Uint8Array<ArrayBuffer>> {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    if (text.length >= PIECE || (text !== '' && typeof piece !== 'string')) {
      yield Buffer.from(text);
      text = '';
    }
    if (typeof piece !== 'string') yield piece as Uint8Array<ArrayBuffer>;
  }
  if (text !== '') yield Buffer.from(text);
}
