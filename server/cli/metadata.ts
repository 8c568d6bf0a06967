/** `--metadata FILE.json`: what a person says of a dataset, by the same rules as the form of the web page. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { metadataBody, type MetadataBody } from '../contract/datasets/drafts.ts';
import { InputError } from '../errors.ts';

/** A name that is not known is a slip of the pen, and what it says would be lost: it is refused here. */
const fileBody = metadataBody.strict().refine((given) => Object.keys(given).length > 0, 'says nothing');

/** @throws InputError `input.missing` where there is no such file, `request.invalid` with every fault where it cannot be used. */
export function readMetadata(path: string): MetadataBody {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError('input.missing', `There is no file ${path} that can be read. Check the path.`, { cause });
  }
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new InputError('request.invalid', `${path} is not JSON (${(cause as Error).message}).`, { cause });
  }
  const parsed = fileBody.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InputError(
    'request.invalid',
    `${path} cannot be used as metadata:\n${z.prettifyError(parsed.error)}\nIt may contain ${Object.keys(metadataBody.shape).join(', ')}.`,
  );
}
