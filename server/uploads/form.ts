/** A multipart request: its files stored as they arrive, its fields as text. */
import { callbackify } from 'node:util';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { fileName } from '../contract/datasets/drafts.ts';
import { InputError, TooLargeError } from '../errors.ts';
import type { JobFile, Uploads } from './service.ts';

const MAX_FILES = 1000;

/**
 * Streams the files of a multipart request into the object store; nothing is held in memory. At most `most` files, of `maxBytes` together; the
 * fields beside them come as text.
 * @throws InputError `upload.form`, `upload.name`, TooLargeError `upload.too-large`
 */
export async function readForm(
  request: Request,
  response: Response,
  { store, maxBytes }: Pick<Uploads, 'store' | 'maxBytes'>,
  most = MAX_FILES,
): Promise<{ files: JobFile[]; fields: unknown }> {
  if (Number(request.get('content-length') ?? 0) > maxBytes + 1_000_000) throw tooLarge(maxBytes);
  const files: JobFile[] = [];
  let left = maxBytes;
  async function keep({ originalname, stream }: Express.Multer.File): Promise<object> {
    const name = fileName.safeParse(originalname);
    if (!name.success) {
      stream.resume();
      throw new InputError('upload.name', `${JSON.stringify(originalname.slice(0, 80))} is not a file name.`);
    }
    const { key, bytes, sha256 } = await store(stream, left);
    left -= bytes;
    files.push({ name: name.data, key, bytes, sha256 });
    return {};
  }
  const storage: multer.StorageEngine = {
    _handleFile: (_request, file, done) => callbackify(keep)(file, done),
    // What a failed request had stored already is collected as an object that nothing names.
    _removeFile: (_request, _file, done) => done(null),
  };
  const parse = multer({
    storage,
    preservePath: true,
    defParamCharset: 'utf8',
    limits: { files: most, fields: 10, fieldSize: 100_000, fileSize: maxBytes },
  }).any();
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(toProblem(error, maxBytes)) : resolve())));
  return { files, fields: request.body as unknown };
}

function toProblem(error: unknown, maxBytes: number): Error {
  if (error instanceof MulterError)
    return error.code === 'LIMIT_FILE_SIZE' ? tooLarge(maxBytes) : new InputError('upload.form', `The upload cannot be read: ${error.message}.`);
  return error instanceof Error && /boundary|unexpected end of form|malformed part/i.test(error.message)
    ? new InputError('upload.form', `The upload was interrupted or is not a multipart form (${error.message}). Send it again.`)
    : (error as Error);
}

/** The refusal of what is larger than `maxBytes`. */
export function tooLarge(maxBytes: number): TooLargeError {
  return new TooLargeError('upload.too-large', `The upload is larger than the ${Math.round(maxBytes / 1e6)} MB allowed here. Zip it, or leave levels out.`);
}
