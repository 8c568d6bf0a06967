/** The command line. What a command needs is loaded when it runs, so that `tile` does not wait for Express. Documents go to stdout, everything else to stderr; exit codes: 0 fine, 1 errors found, 2 usage, 3 input refused, 4 our fault. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { AssessmentOptions } from './assessments/ingest.ts';
import type { ContactOptions } from './contacts/ingest.ts';
import { withFiles } from './files.ts';
import { keepYoungSmall } from './memory.ts';
import { createProgress } from './progress.ts';
import { by, reference, type Reference } from './reference.ts';
import { counted, toColours } from './report.ts';
import { addSensitivityCommand } from './sensitivity/command.ts';
import { addRepairCommand } from './repair/command.ts';
import { addHarvestCommand } from './harvest/command.ts';
import type { HarvestOutside } from './harvest/run.ts';
import { addUpkeepCommands } from './upkeep.ts';
import { addSheetCommand } from './sheet/command.ts';
import { addPcodeCommand } from './pcode/command.ts';
import { addVersionCommands } from './versions/command.ts';
import { openPublisherOf } from '../app/base.ts';
import { disclaimIn, type Disclaim } from '../disclaimers/notes.ts';
import { ConfigError, loadConfig, wantsColour, type Config } from '../config.ts';
import { DATASET_KINDS, iso3, layerSlug, versionTag, type DatasetKind, type Iso3, type VersionTag } from '../contract/ids.ts';
import { personalOf, sayFindings, sayPersonal, type PersonalSaidOptions } from './personal.ts';
import type { PersonalFinding } from '../contract/uploads/personal.ts';
import type { PeriodSpan } from '../contract/presence/presence.ts';
import { periodText, toSpan } from '../contract/presence/api.ts';
import { CodmapError, ConflictError, InputError, QuestionError, toStorageFull } from '../errors.ts';
import type { Store } from '../app/store.ts';
import { LANGS } from '../contract/languages.ts';

const packageVersion = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const EXIT = { fine: 0, errors: 1, usage: 2, input: 3, internal: 4 } as const;

const note = (text: string) => console.error(text);
const print = (text: string) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
const printJson = (document: unknown) => print(JSON.stringify(document, null, 2));

const whole = (min: number, max: number) => by(z.coerce.number<string>().int().min(min).max(max) as unknown as z.ZodType<number>);

const DATA = ['--data <dir>', 'where the embedded store lives (or CODMAP_DATA; ./var)'] as const;

const kinds = new Option('--kind <kind>', `${new Intl.ListFormat('en', { type: 'disjunction' }).format(DATASET_KINDS)}; detected if not given`).choices(
  DATASET_KINDS,
);
const LAYER_OPTION = ['--layer <name>', 'of a map layer: what it is called in its id, such as clinics', by(layerSlug)] as const;
/** Contacts and assessments are no datasets: they are entered record by record, and no version of them is published. */
const CONTACTS = 'contacts';
const ASSESSMENTS = 'assessments';
const INGESTED = [...DATASET_KINDS, CONTACTS, ASSESSMENTS];
const ingestKinds = new Option('--kind <kind>', `${new Intl.ListFormat('en', { type: 'disjunction' }).format(INGESTED)}; of datasets detected if not given`).choices(INGESTED); // prettier-ignore
const contactAnswers = (command: Command) =>
  command
    .option('--apply', 'contacts: enter the persons; without it the list is read and planned only', false)
    .option('--answers <file>', 'contacts: JSON with answers to questions: {"doubts": {ID: ANSWER}, "columns": […], "leave": […]}')
    .option('--without-doubts', 'contacts: leave rows with open questions out', false);
const periodOf = (text: string): PeriodSpan => toSpan(by(periodText)(text));
const addSeparator = (text: string, known: Record<string, string[]>): Record<string, string[]> => {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('a heading, =, and the separator: "Cluster= / "');
  const heading = text.slice(0, at);
  return { ...known, [heading]: [...(known[heading] ?? []), text.slice(at + 1)] };
};
/** Admin levels: `1` or `0,1`. */
const levelsOf = (text: string): number[] => {
  const levels = text.split(/[\s,]+/).map(Number);
  if (!/^\s*[0-5]([\s,]+[0-5])*\s*$/.test(text)) throw new InvalidArgumentError('admin levels, such as 1 or 0,1');
  return levels;
};
const answers = (command: Command) =>
  command
    .option('--encoding <name>', 'of text in the files, if they do not state it: windows-1252, windows-1256, …')
    .option('--crs <code>', 'coordinate system, if the files do not state it: EPSG:32637')
    .option('--sheet <name>', '3W: the sheet to read, if it is not the one that would be chosen')
    .option('--period <dates>', '3W: the period for rows without one: 2025-05 or 2025-05-01/2025-07-31', periodOf)
    .option('--separator <heading=text>', '3W: the separator between several values in one cell, for example "Cluster= / "; may be repeated', addSeparator, {})
    .option(
      '--columns <file>',
      'JSON with what columns hold, of boundaries also layers, of an overlay also `overlay`; `columns` and `layers` of check --format json are the template',
    )
    .option(
      '--keep-drawing <levels>',
      'boundaries: upper levels to publish as uploaded, where they nest, instead of joining them from the level below: 1 or 0,1',
      levelsOf,
    );

/** What becomes of personal data in the files. */
const personalAnswers = (command: Command) =>
  command
    .option('--keep-personal', 'store the files as they came though they hold personal data; members can open them', false)
    .addOption(
      new Option(
        '--strip-personal [ids]',
        'store copies without personal data: all that can be taken out, or the findings of these ids, with commas between',
      ).conflicts('keepPersonal'),
    );

interface Answers {
  encoding?: string;
  crs?: string;
  sheet?: string;
  period?: PeriodSpan;
  separator?: Record<string, string[]>;
  columns?: string;
  keepDrawing?: number[];
}
const toAnswers = async ({ encoding, crs, sheet, period, separator = {}, columns, keepDrawing }: Answers) => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(crs === undefined ? {} : { crs }),
  ...(sheet === undefined ? {} : { sheet }),
  ...(period === undefined ? {} : { period }),
  ...(Object.keys(separator).length === 0 ? {} : { separators: separator }),
  ...(keepDrawing === undefined ? {} : { keepDrawing }),
  ...(columns === undefined ? {} : (await import('./columns.ts')).readColumnAnswers(columns)),
});

type WithProgress = <T>(work: (at: (stage: string, done: number, total: number) => void) => Promise<T>) => Promise<T>;

function addSampleCommand(command: (name: string) => Command, withProgress: WithProgress): void {
  command('sample')
    .description('write an invented country: boundaries, population, 3W')
    .argument('<dir>', 'folder to write to')
    .option('--units <n>', 'units on the deepest level', whole(20, 100_000))
    .option('--seed <n>', 'the same seed gives the same bytes', whole(0, 2 ** 31 - 1))
    .option('--levels <n>', 'deepest admin level', whole(1, 4))
    .option('--defects', 'add the defects that the manifest lists', false)
    .action(async (dir: string, options: { units?: number; seed?: number; levels?: number; defects: boolean }) => {
      const { writeSample } = await import('../sample/write.ts');
      const { boundaries, population, presence, manifest } = await withProgress((onProgress) =>
        writeSample(dir, { ...options, onProgress: (stage) => onProgress(stage, 0, 0) }),
      );
      print([...boundaries, ...population, presence, manifest].map((name) => `${dir.replace(/\/$/, '')}/${name}`).join('\n'));
    });
}

function addServeCommand(command: (name: string) => Command, config: () => Config): void {
  command('serve')
    .description('the server')
    .option('--port <n>', 'or CODMAP_PORT; 8080', whole(0, 65535))
    .action(async ({ port }: { port?: number }) => {
      const { startServer } = await import('../app/main.ts');
      const { createLog } = await import('../log.ts');
      const settings = config();
      // Listened for before the start, so that a stop during it is an orderly one too.
      const stopped = new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      const server = await startServer(port === undefined ? settings : { ...settings, port }, createLog(settings.logLevel));
      note(`Codmap is at ${server.url}`);
      if (server.firstLink) note(`Nobody can sign in yet. This link creates the administrator account; it works once, within 7 days:\n  ${server.firstLink}`);
      await stopped;
      await server.close();
    });
}

/** @param outside what `harvest` reaches. @returns the exit code. */
export async function main(args: string[], env?: Record<string, string | undefined>, outside?: HarvestOutside): Promise<number> {
  let code: number = EXIT.fine;
  const program = new Command('codmap')
    .description("From a country's Common Operational Datasets to a map on a partner's website")
    .version(packageVersion)
    .option(...DATA)
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: (text) => void process.stderr.write(text) })
    .showHelpAfterError('(codmap --help shows what there is)')
    // So that `ingest --version v01` is not the program's own --version.
    .enablePositionalOptions();
  const command = (name: string) => program.command(name).option(...DATA);

  let data: string | undefined;
  program.hook('preAction', (_program, action) => {
    data = action.opts<{ data?: string }>().data ?? program.opts<{ data?: string }>().data;
  });
  const config = (): Config => loadConfig(env, { CODMAP_DATA: data });
  const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const { openStore } = await import('../app/store.ts');
    const store = await openStore(config(), undefined, { onNotice: note });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const withProgress: WithProgress = async (work) => {
    const progress = createProgress(process.stderr);
    try {
      return await work((stage, done, total) => progress.at(stage, done, total));
    } finally {
      progress.end();
    }
  };

  answers(command('check'))
    .description('judge files and store nothing')
    .argument('<path...>', 'files, zips or folders of one dataset')
    .option('--country <iso3>', 'ISO 3166-1 alpha-3', by(iso3))
    .addOption(kinds)
    .option(...LAYER_OPTION)
    .option('--against <dataset>', 'compare with or join to DATASET[@VERSION]', reference)
    .addOption(new Option('--format <format>', 'how the report is written').choices(['text', 'json', 'csv', 'geojson', 'html']).default('text'))
    .addOption(new Option('--lang <lang>', 'language of the report').choices(LANGS).default('en'))
    .option('--out <file>', 'write there instead of to the terminal')
    .action(
      async (
        paths: string[],
        options: Answers & { country?: Iso3; kind?: DatasetKind; layer?: string; against?: Reference; format: string; lang: 'en'; out?: string },
      ) => {
        keepYoungSmall();
        const { checkFiles } = await import('./check.ts');
        const said = await toAnswers(options);
        const { report, text } = await withFiles(paths, { hash: true }, (files) =>
          withProgress((onProgress) =>
            checkFiles(config(), {
              ...options,
              files,
              options: said,
              onProgress,
              onNotice: note,
              colours: toColours(options.out === undefined && process.stdout.isTTY && wantsColour(env)),
            }),
          ),
        );
        if (options.out === undefined) print(text);
        else await writeFile(options.out, text);
        if (report.errors > 0) code = EXIT.errors;
      },
    );

  contactAnswers(personalAnswers(answers(command('ingest'))))
    .description('judge files and store them as a draft version with report, tiles and GeoJSON; a contact list is read and planned')
    .argument('<path...>', 'files, zips or folders of one dataset')
    .requiredOption('--country <iso3>', 'ISO 3166-1 alpha-3', by(iso3))
    .addOption(ingestKinds)
    .option(...LAYER_OPTION)
    .option('--version <tag>', 'v01 or v01.02; the next free one if not given', by(versionTag))
    .option('--publish', 'make it the current version', false)
    .option('--accept <reason>', 'publish despite errors; the reason is stored and shown')
    .option('--metadata <file>', 'JSON with what the files do not state: title, source, contributor, license, caveats, …; takes precedence over the files')
    .option('--json', 'one JSON document on stdout', false)
    .action(
      async (
        paths: string[],
        options: Answers &
          PersonalSaidOptions & {
            country: Iso3;
            kind?: DatasetKind;
            layer?: string;
            version?: VersionTag;
            publish: boolean;
            accept?: string;
            metadata?: string;
            json: boolean;
          },
      ) => {
        if ((options.kind as string | undefined) === CONTACTS)
          return (await import('./contacts/ingest.ts')).ingestContacts(tools, paths, options as unknown as ContactOptions);
        if ((options.kind as string | undefined) === ASSESSMENTS)
          return (await import('./assessments/ingest.ts')).ingestAssessments(tools, paths, options as unknown as AssessmentOptions);
        if (options.accept !== undefined && options.accept.trim().length < 3)
          throw new CommanderError(EXIT.usage, 'codmap.accept', '--accept needs a reason in words');
        keepYoungSmall();
        const { ingestFiles, toIngestJson } = await import('./ingest.ts');
        const { detectKind } = await import('../app/kinds.ts');
        const said = { ...(await toAnswers(options)), ...personalOf(options) };
        const metadata = options.metadata === undefined ? undefined : (await import('./metadata.ts')).readMetadata(options.metadata);
        const { outcome, kind } = await withFiles(paths, { hash: true }, async (files) => {
          const kind = options.kind ?? (await detectKind(files));
          const outcome = await withProgress((onProgress) =>
            ingestFiles(config(), { ...options, metadata, kind, files, options: said, onProgress, onNotice: note }),
          );
          return { outcome, kind };
        });
        const { version, refused, known } = outcome;
        if (options.json) printJson(toIngestJson(outcome, kind));
        else {
          print(
            `${version.dataset} ${version.version} (${version.status}): ${version.levels.map(({ level, units }) => `adm${level} ${units.toLocaleString('en')}`).join(', ')}`,
          );
          print(`${counted(version.report.errors, 'error')}, ${counted(version.report.warnings, 'warning')}, ${counted(version.report.infos, 'note')}`);
        }
        if (known) note('These files have been ingested before; nothing new was created.');
        if (version.personal) note(sayPersonal(version.personal));
        for (const answer of outcome.answers) note(`Accepted as proposed: ${answer}`);
        for (const question of outcome.questions) note(`To be answered, with --columns FILE.json: ${question}`);
        if (refused && options.publish && version.report.errors > 0)
          note(
            `Not published: ${version.report.errors} error(s) that no one has accepted. The draft is kept; correct the files, or give a reason with --accept REASON.`,
          );
        if (refused) code = EXIT.errors;
      },
    );

  answers(command('tile'))
    .description('boundaries in, one PMTiles archive out; stores nothing')
    .argument('<path...>', 'files, zips or folders')
    .requiredOption('--out <file>', 'the archive to write')
    .option('--min-zoom <n>', 'first zoom', whole(0, 22))
    .option('--max-zoom <n>', 'last zoom; chosen from the data if not given', whole(0, 17))
    .option('--layer <name>', 'one layer of this name with every attribute, instead of levels, lines and labels')
    .option('--json', 'one JSON document on stdout', false)
    .action(async (paths: string[], options: Answers & { out: string; minZoom?: number; maxZoom?: number; layer?: string; json: boolean }) => {
      if ((options.minZoom ?? 0) > (options.maxZoom ?? 22)) throw new CommanderError(EXIT.usage, 'codmap.zooms', '--min-zoom must not be above --max-zoom');
      const { tileUpload } = await import('./tile.ts');
      const { json, ...rest } = options;
      const summary = await withFiles(paths, { hash: false }, (files) => withProgress((onProgress) => tileUpload(files, { ...rest, onProgress })));
      if (json) printJson(summary);
      else
        print(
          `${options.out}: zooms ${summary.minZoom} to ${summary.maxZoom}, ${summary.layers.map(({ name, features }) => `${name} ${features.toLocaleString('en')}`).join(', ')}`,
        );
    });

  const disclaim: Disclaim = (lang) => disclaimIn(openPublisherOf(config()))(lang);
  const tools = { program: packageVersion, command, config, disclaim, withStore, withProgress, note, print, printJson, fail: () => void (code = EXIT.errors) };
  addVersionCommands(tools, whole);
  addSheetCommand(tools, whole);
  addRepairCommand(tools, answers(command('repair')), toAnswers);
  addSampleCommand(command, withProgress);
  addPcodeCommand(tools);
  addSensitivityCommand(tools, whole);
  addUpkeepCommands(tools);
  addHarvestCommand(tools, (exit) => void (code = exit), outside);
  addServeCommand(command, config);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return report(error, args.includes('--json'));
  }
  return code;
}

/** Says what went wrong in one place and gives the exit code. */
function report(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    if (error.code.startsWith('codmap.')) note(error.message);
    return EXIT.usage;
  }
  if (error instanceof ConfigError) {
    for (const fault of error.faults) note(fault);
    return EXIT.errors;
  }
  const full = toStorageFull(error);
  if (full) {
    note(`${full.message} [${full.code}]`);
    return EXIT.input;
  }
  if (error instanceof CodmapError) {
    note(`${error.message} [${error.code}]`);
    if (error instanceof QuestionError && error.details)
      note(error.code === 'upload.personal' && !asJson ? sayFindings(error.details['findings'] as PersonalFinding[]) : JSON.stringify(error.details, null, 2));
    if (error instanceof InputError) return EXIT.input;
    if (error instanceof ConflictError) return EXIT.errors;
    return EXIT.usage;
  }
  note('Something went wrong on our side; please report this:');
  console.error(error);
  return EXIT.internal;
}

if (import.meta.main) {
  // As bin.js does: types are stripped once and not at every start.
  enableCompileCache();
  process.exitCode = await main(process.argv.slice(2));
}
