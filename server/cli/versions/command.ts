/** `codmap publish`, `rollback`, `withdraw` and `export`: what is done with a stored version. */
import { writeFile } from 'node:fs/promises';
import { CommanderError, Option, type Command } from 'commander';
import type { Store } from '../../app/store.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { EXPORT_FORMATS } from '../formats.ts';
import { reference, type Reference } from '../reference.ts';

/** Exit code of what was asked for wrongly (main.ts). */
const USAGE = 2;

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  note: (text: string) => void;
  print: (text: string) => void;
  printJson: (document: unknown) => void;
}

export function addVersionCommands({ command, withStore, note, print, printJson }: Tools, whole: (min: number, max: number) => (text: string) => number): void {
  command('publish')
    .description('make a stored version the current one')
    .argument('<dataset@version>', 'for example cod-ab-sle@v02', reference)
    .option('--accept <reason>', 'publish despite errors')
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dataset, version }: Reference, options: { accept?: string; json: boolean }) => {
      if (version === 'current') throw new CommanderError(USAGE, 'codmap.version', 'Name the version: DATASET@VERSION');
      const { publishByCommand, sayMissingSignoff } = await import('../../app/publishing.ts');
      const { heldText } = await import('../sensitivity/say.ts');
      const done = await withStore((store) =>
        publishByCommand(store, dataset, version, { by: COMMAND_LINE, reason: options.accept ?? null, onHeld: (held) => note(heldText(held)) }),
      );
      const missing = sayMissingSignoff(done);
      if (missing !== null) note(missing);
      if (options.json) printJson({ dataset, version: done.version, status: done.status });
      else print(`${dataset} ${done.version} is current.`);
    });

  command('rollback')
    .description('make a version that was current before the current one again')
    .argument('<dataset>', 'for example cod-ab-sle')
    .argument('<version>', 'for example v02')
    .requiredOption('--reason <text>', 'why')
    .option('--withdraw', 'withdraw the version that is replaced, with the same reason', false)
    .option('--even-withdrawn', 'also where the version to go back to was withdrawn', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(async (named: string, tag: string, options: { reason: string; withdraw: boolean; evenWithdrawn: boolean; json: boolean }) => {
      const { dataset, version } = reference(`${named}@${tag}`);
      if (version === 'current') throw new CommanderError(USAGE, 'codmap.version', 'Name the version to go back to: DATASET VERSION');
      const { rollBackByCommand } = await import('../../app/publishing.ts');
      const { done, replaced } = await withStore((store) => rollBackByCommand(store, dataset, version, { ...options, by: COMMAND_LINE }));
      if (options.json)
        printJson({ dataset, version: done.version, status: done.status, replaced: replaced && { version: replaced.version, status: replaced.status } });
      else print(`${dataset} ${done.version} is current again.${replaced ? ` ${replaced.version} is ${replaced.status}.` : ''}`);
    });

  command('withdraw')
    .description('withdraw a version; it stays readable at its own address')
    .argument('<dataset@version>', 'for example cod-ab-sle@v02', reference)
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dataset, version }: Reference, options: { reason: string; json: boolean }) => {
      const done = await withStore(async ({ datasets }) => {
        const tag = version === 'current' ? (await datasets.getVersion(dataset, version)).version : version;
        return datasets.withdrawVersion(dataset, tag, { by: COMMAND_LINE, reason: options.reason });
      });
      if (options.json) printJson({ dataset, version: done.version, status: done.status });
      else print(`${dataset} ${done.version} is withdrawn.`);
    });

  command('export')
    .description('write a stored version, or one level of it, as a file')
    .argument('<dataset[@version]>', 'for example cod-ab-sle, cod-ab-sle@v02', reference)
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--level <n>', 'admin level; all of them if not given', whole(0, 5))
    .requiredOption('--out <path>', 'the file to write')
    .action(async ({ dataset, version }: Reference, options: { format: (typeof EXPORT_FORMATS)[number]; level?: number; out: string }) => {
      const { exportVersion } = await import('./export.ts');
      const bytes = await withStore((store) => exportVersion(store, dataset, version, options));
      await writeFile(options.out, bytes);
      print(`${options.out}: ${bytes.length.toLocaleString('en')} bytes`);
    });
}
