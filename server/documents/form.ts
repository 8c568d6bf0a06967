/** A document as it is sent: Markdown within JSON, or fields with a file as a form. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { z } from 'zod';
import { InputError } from '../errors.ts';
import { MAX_BYTES } from './reading/formats.ts';
import { tooLarge } from './reading/read.ts';

export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** A text of JSON as the file that it is kept as. @param title its name, where there is one */
export function toFile(text: string, title: string): SentFile {
  const stem = title.replace(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 100); // prettier-ignore
  return { name: `${stem || 'document'}.md`, bytes: Buffer.from(text) };
}

/** @throws InputError `document.form`, TooLargeError `document.too-large`, a fault of the fields as of any body */
export async function readForm<Fields>(request: Request, response: Response, fields: z.ZodType<Fields>): Promise<{ fields: Fields; file: SentFile }> {
  const parse = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 20, fieldSize: 10_000, fileSize: MAX_BYTES },
  }).single('file');
  await new Promise<void>((resolve, reject) => void parse(request, response, (error: unknown) => (error ? reject(toProblem(error)) : resolve())));
  if (!request.file) throw formProblem('There is no file in it');
  const name = cleanName(request.file.originalname);
  // A form has texts only: an empty one is nothing.
  const given = Object.fromEntries(Object.entries((request.body ?? {}) as Record<string, unknown>).filter(([, value]) => value !== ''));
  return { fields: fields.parse({ ...given, file: name }), file: { name, bytes: request.file.buffer } };
}

/** Without folders, and without signs that turn a name around or end a line. */
const cleanName = (name: string): string =>
  name.split(/[\\/]/).at(-1)!.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').slice(-150) || 'document'; // prettier-ignore

const formProblem = (why: string) =>
  new InputError('document.form', `${why}. Send one file with the fields of the document, as multipart/form-data, the file in the field file.`);

function toProblem(error: unknown): Error {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return tooLarge('The file');
  return error instanceof Error ? formProblem(`The form cannot be read (${error.message})`) : (error as Error);
}
