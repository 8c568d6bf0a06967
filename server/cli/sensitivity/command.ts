/** `codmap sensitivity`: what data of a country may be shared with whom, and saying so of one dataset. */
import type { Command } from 'commander';
import type { Store } from '../../app/store.ts';
import type { SensitivityOptions } from './run.ts';

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  print: (text: string) => void;
  printJson: (document: unknown) => void;
}

export function addSensitivityCommand({ command, withStore, print, printJson }: Tools, whole: (min: number, max: number) => (text: string) => number): void {
  command('sensitivity')
    .description('show how sensitive data are and who may receive them, or say so of one dataset')
    .argument('<dataset or country>', '3w-sle, or SLE for all of its datasets')
    .option('--class <class>', 'low, moderate, high or severe')
    .option('--audience <audience>', 'public, response, cluster or named')
    .option('--named <group...>', 'groups beside those that answer for the data; with --audience named')
    .option('--level <n>', 'of a 3W for everybody of class high: deepest admin level of the counts', whole(0, 5))
    .option('--count <n>', 'smallest count that is given then', whole(3, 100))
    .option('--type <type>', 'row of the table that the dataset falls under')
    .option('--reason <text>', 'why it is protected less than the table says')
    .option('--clear', 'the table of the country holds again', false)
    .option('--confirm', 'hide what is public now', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(async (target: string, { json, ...options }: SensitivityOptions & { json: boolean }) => {
      const { sensitivityByCommand } = await import('./run.ts');
      const { heldText } = await import('./say.ts');
      const held = await withStore((store) => sensitivityByCommand(store, target, options));
      if (json) printJson(held);
      else print(held.map(heldText).join('\n') || `${target} has no datasets here.`);
    });
}
