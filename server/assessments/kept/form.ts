/** The one file of a form that is kept with an artifact. */
import type { Request, Response } from 'express';
import multer from 'multer';
import { InputError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { MAX_BYTES } from './recognise.ts';

/** @throws InputError `assessments.file` */
export async function readKeptFile(request: Request, response: Response): Promise<{ name: string; bytes: Uint8Array }> {
  const parse = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 5, fieldSize: 1000, fileSize: MAX_BYTES },
  }).single('file');
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(refused()) : resolve())));
  if (!request.file) throw refused();
  return { name: cleanName(request.file.originalname), bytes: request.file.buffer };
}

const refused = () => new InputError('assessments.file', problemText('assessments.file'));

/** Without folders, and without signs that turn a name around or end a line. */
const cleanName = (name: string): string =>
  name.split(/[\\/]/).at(-1)!.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').slice(-150) || 'file'; // prettier-ignore
