/** `--metadata FILE.json`: what a person says of a dataset, by the same rules as the form of the web page. */
import { readFileSync } from 'node:fs';
import { metadataBody, type MetadataBody } from '../contract/datasets/drafts.ts';
import { InputError } from '../errors.ts';
import { refuseFaults } from '../words/faults.ts';

/** A name that is not known is a slip of the pen, and what it says would be lost: it is refused here. */
const fileBody = metadataBody.strict().refine((given) => Object.keys(given).length > 0, 'wrong.nothing');

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
  throw refuseFaults('request.invalid', 'metadataFile', parsed.error, { file: path, fields: Object.keys(metadataBody.shape) });
}
