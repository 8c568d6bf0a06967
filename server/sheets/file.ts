/** The one file of a form that a sheet comes in. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { InputError, TooLargeError } from '../errors.ts';

/** More than any sheet about coordination. */
const MAX_BYTES = 5_000_000;

/** @throws InputError `import.form`, TooLargeError `import.too-large` beyond so many bytes */
export async function readSheetFile(request: Request, response: Response, most = MAX_BYTES): Promise<{ name: string; bytes: Uint8Array }> {
  const parse = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: most },
  }).single('file');
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(toProblem(error, most)) : resolve())));
  if (!request.file) throw formProblem('There is no file in it');
  return { name: request.file.originalname.split(/[\\/]/).at(-1)!.slice(0, 200) || 'sheet', bytes: request.file.buffer };
}

const formProblem = (why: string) => new InputError('import.form', `${why}. Send one file, as multipart/form-data, in the field file.`);

function toProblem(error: unknown, most: number): Error {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new TooLargeError('import.too-large', `The file is larger than ${most / 1e6} MB. Delete the sheets that do not belong.`);
  return error instanceof Error ? formProblem(`The form cannot be read (${error.message})`) : (error as Error);
}
