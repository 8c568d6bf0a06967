/** `cod-ab-sle@v02` on the command line, and options that a schema of the contract reads. */
import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { datasetId, versionTag } from '../contract/ids.ts';
import { sayFaults } from '../words/faults.ts';

/** A schema of the contract as a parser of one option. */
export const by =
  <T>(schema: z.ZodType<T>) =>
  (text: string): T => {
    const parsed = schema.safeParse(text);
    if (!parsed.success) throw new InvalidArgumentError(sayFaults(parsed.error, 'en'));
    return parsed.data;
  };

/** Without a version the current one is meant. */
export const reference = (text: string) => {
  const [dataset, version = 'current'] = text.split('@');
  return { dataset: by(datasetId)(dataset!), version: version === 'current' ? ('current' as const) : by(versionTag)(version) };
};
export type Reference = ReturnType<typeof reference>;
