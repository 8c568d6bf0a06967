/** `--columns FILE.json`: what a person says of the columns of a table, or of layers of boundaries and their columns. The document of `check --format json` is its template; the kind of the upload says which roles there are. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { layerSaid } from '../contract/overlays/layer.ts';
import { refuseFaults } from '../words/faults.ts';

const columns = z.array(z.looseObject({ heading: z.string() })).max(20_000);
const said = z
  .object({
    columns: columns.optional(),
    layers: z
      .array(z.looseObject({ layer: z.string() }))
      .max(1000)
      .optional(),
    overlay: layerSaid.optional(),
  })
  .refine((document) => document.overlay !== undefined || (document.columns?.length ?? 0) + (document.layers?.length ?? 0) > 0, 'wrong.answer');

/** @throws InputError `input.missing` where there is no such file, `request.invalid` where it holds no list of columns. */
export function readColumnAnswers(path: string): z.output<typeof said> {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code !== undefined;
    throw new InputError(
      isMissing ? 'input.missing' : 'request.invalid',
      isMissing ? `There is no file ${path} that can be read. Check the path.` : `${path} is not JSON (${(cause as Error).message}).`,
      { cause },
    );
  }
  const parsed = said.safeParse(Array.isArray(given) ? { columns: given } : given);
  if (parsed.success) return parsed.data;
  throw refuseFaults('request.invalid', 'columnsFile', parsed.error, { file: path });
}
