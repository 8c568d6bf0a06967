/** `codmap publish`, `rollback`, `withdraw`, `export` and `changes`: what is done with a stored version. */
import type { Disclaim } from '../../disclaimers/notes.ts';
import { writeFile } from 'node:fs/promises';
import { CommanderError, Option, type Command } from 'commander';
import type { ChangesOptions } from './changes.ts';
import type { ExportOptions } from './export.ts';
import type { Store } from '../../app/store.ts';
import type { Said } from '../../catalogue/life/bump.ts';
import { chosenBump } from '../../contract/boundaries/changes.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import { CHANGE_FORMATS } from '../../contract/boundaries/crosswalk.ts';
import { datasetId, versionTag, type VersionTag } from '../../contract/ids.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { LANGS } from '../../contract/languages.ts';
import { withFiles } from '../files.ts';
import { EXPORT_FORMATS } from '../formats.ts';
import { by, reference, type Reference } from '../reference.ts';

/** Exit code of what was asked for wrongly (main.ts). */
const USAGE = 2;

type Whole = (min: number, max: number) => (text: string) => number;

/** Of the registry of assessments, and of kinds that write it. */
const JSON_FORMAT = 'json';
interface Exporting extends Omit<ExportOptions, 'format'> {
  format: ExportOptions['format'] | typeof JSON_FORMAT;
  on?: VersionTag | 'current';
}

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  note: (text: string) => void;
  print: (text: string) => void;
  printJson: (document: unknown) => void;
  disclaim: Disclaim;
}

export function addVersionCommands(tools: Tools, whole: Whole): void {
  const { command, withStore, note, print, printJson } = tools;
  command('publish')
    .description('make a stored version the current one')
    .argument('<dataset@version>', 'for example cod-ab-sle@v02', reference)
    .option('--accept <reason>', 'publish despite errors')
    .addOption(new Option('--bump <kind>', 'call it a major or a minor version; without it, nobody says').choices(chosenBump.options))
    .option('--bump-reason <text>', 'why, where the comparison with the version before proposes the other')
    .option('--json', 'one JSON document on stdout', false)
    .action(async ({ dataset, version }: Reference, options: { accept?: string; bump?: Said['bump']; bumpReason?: string; json: boolean }) => {
      if (version === 'current') throw new CommanderError(USAGE, 'codmap.version', 'Name the version: DATASET@VERSION');
      if (options.bumpReason !== undefined && !options.bump) throw new CommanderError(USAGE, 'codmap.bump', '--bump-reason goes with --bump');
      const { publishByCommand, sayMissingSignoff } = await import('../../app/publishing.ts');
      const { heldText } = await import('../sensitivity/say.ts');
      const done = await withStore((store) =>
        publishByCommand(store, dataset, version, {
          by: COMMAND_LINE,
          reason: options.accept ?? null,
          called: { bump: options.bump, bumpReason: options.bumpReason?.trim() },
          onHeld: (held) => note(heldText(held)),
        }),
      );
      const missing = sayMissingSignoff(done);
      if (missing !== null) note(missing);
      if (options.json) printJson({ dataset, version: done.version, status: done.status, ...(done.bump ? { bump: done.bump } : {}) });
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
    .description('write a stored version, or one level of it, as a file; or the registry of assessments of a country')
    .argument('<dataset[@version]>', 'for example cod-ab-sle, cod-ab-sle@v02; assessments-sle', exported)
    .addOption(new Option('--format <format>', 'what to write').choices([...EXPORT_FORMATS, JSON_FORMAT]).makeOptionMandatory())
    .option('--level <n>', 'admin level; all of them if not given', whole(0, 5))
    .option('--on <version>', 'of a population as csv: on this version of the boundaries, with estimates and their range', versionOf)
    .requiredOption('--out <path>', 'the file to write')
    .action(async (what: Reference | { registry: Scope }, options: Exporting & { out: string }) => {
      const bytes = 'registry' in what ? await exportRegistryOf(what.registry, options) : await exportOf(what, options);
      await writeFile(options.out, bytes);
      print(`${options.out}: ${bytes.length.toLocaleString('en')} bytes`);
    });
  async function exportRegistryOf(scope: Scope, { format }: Exporting): Promise<Uint8Array> {
    const { exportRegistry } = await import('../assessments/export.ts');
    return withStore((store) => exportRegistry(store, scope, format));
  }
  async function exportOf({ dataset, version }: Reference, { on, format, level }: Exporting): Promise<Uint8Array> {
    const { exportPopulationOn, exportVersion, writesJson } = await import('./export.ts');
    if (format === JSON_FORMAT && !writesJson(dataset))
      throw new CommanderError(USAGE, 'codmap.format', 'Of this dataset there is no json: it is the format of indicators and of a registry of assessments.');
    const options: ExportOptions = { format, ...(level === undefined ? {} : { level }) };
    return withStore((store) =>
      on === undefined ? exportVersion(store, dataset, version, options) : exportPopulationOn(store, dataset, version, { ...options, on }),
    );
  }

  addChangesCommand(tools, whole);
}

/** Two versions of a dataset, or files of two editions that nobody stored. */
function addChangesCommand({ command, withStore, note, print, disclaim }: Tools, whole: Whole): void {
  command('changes')
    .description('what became of each unit, with shares of area and people: of two stored versions, or of two sets of files')
    .argument('<dataset|old>', 'for example cod-ab-sle; or a file, zip or folder')
    .argument('<from|new>', 'for example v01; or the file, zip or folder that came after')
    .argument('[to]', 'for example v02; of files there is none', versionOf)
    .option('--level <n>', 'admin level; all of them if not given', whole(0, 5))
    .addOption(new Option('--format <format>', 'what to write').choices(CHANGE_FORMATS).default('csv'))
    .addOption(new Option('--lang <lang>', 'language of the page').choices(LANGS).default('en'))
    .option('-o, --out <file>', 'write there instead of to the terminal')
    .action(
      async (first: string, second: string, to: VersionTag | 'current' | undefined, { out, ...given }: Omit<ChangesOptions, 'disclaim'> & { out?: string }) => {
        const { changesOfFiles, changesOfVersions } = await import('./changes.ts');
        const options = { ...given, disclaim };
        const text =
          to === undefined
            ? await withFiles([first], { hash: false }, (old) => withFiles([second], { hash: false }, (now) => changesOfFiles(old, now, options, note)))
            : await withStore((store) => changesOfVersions(store, by(datasetId)(first), [versionOf(second), to], options));
        if (out === undefined) print(text);
        else await writeFile(out, text);
      },
    );
}

/** A dataset, or the registry of a country, of which there are no versions. */
const exported = (text: string): Reference | { registry: Scope } => {
  const [, country] = /^assessments-([a-z]{3})$/i.exec(text) ?? [];
  return country === undefined ? reference(text) : { registry: country.toUpperCase() as Scope };
};
const versionOf = (text: string): VersionTag | 'current' => (text === 'current' ? text : by(versionTag)(text));
