/** `codmap discard`: a draft that was never public goes, and its version is free again. */
import { CommanderError, type Command } from 'commander';
import { reference, type Reference } from './reference.ts';
import type { Tools } from './upkeep.ts';

/** A draft is never meant by "the current one". */
const USAGE = 2;

export function addDiscardCommand({ command, withStore, print, printJson }: Pick<Tools, 'command' | 'withStore' | 'print' | 'printJson'>): void {
  command('discard')
    .description('take a draft away that was never public; its version is free again')
    .argument('<dataset@version>', 'for example 3w-sle@v02', reference)
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dataset, version }: Reference, { json }: { json: boolean }) => {
      if (version === 'current') throw new CommanderError(USAGE, 'codmap.discard', `Say which draft: ${dataset}@v02`);
      await withStore(({ datasets }) => datasets.discardVersion(dataset, version, 'command line'));
      if (json) printJson({ dataset, version, status: 'discarded' });
      else print(`${dataset} ${version} is discarded; its version is free again.`);
    });
}
