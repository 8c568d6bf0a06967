/** The command `repair` with its options, and what it prints. */
import type { Disclaim } from '../../disclaimers/notes.ts';
import { writeFile } from 'node:fs/promises';
import { CommanderError, Option, type Command } from 'commander';
import { z } from 'zod';
import { iso3, type Iso3 } from '../../contract/ids.ts';
import { LANGS, type Lang } from '../../contract/languages.ts';
import type { IngestOptions } from '../../kinds/kind.ts';
import type { ExportFormat } from '../../boundaries/files/formats.ts';
import { EXPORT_FORMATS } from '../formats.ts';
import { withFiles } from '../files.ts';
import { keepYoungSmall } from '../memory.ts';
import { by } from '../reference.ts';
import type { Tools } from '../upkeep.ts';

const USAGE = 2;

interface RepairOptionsSaid {
  country?: Iso3;
  width?: number;
  slitWidth?: number;
  authority?: string;
  edge?: string;
  edgeDistance?: number;
  plan: boolean;
  apply?: string;
  out?: string;
  format: ExportFormat;
  acceptUpTo?: number;
  accept?: string;
  lang: Lang;
  json: boolean;
}

const metres = (most: number) => by(z.coerce.number<string>().min(0).max(most) as unknown as z.ZodType<number>);
const usage = (text: string) => new CommanderError(USAGE, 'codmap.repair', text);

/** @param answers adds the options that say how files are read, and @param toAnswers takes them back out */
export function addRepairCommand(
  { withProgress, note, print, printJson, fail, disclaim }: Pick<Tools, 'withProgress' | 'note' | 'print' | 'printJson' | 'fail'> & { disclaim: Disclaim },
  command: Command,
  toAnswers: (options: object) => Promise<IngestOptions>,
): void {
  command
    .description('look for repairs of boundaries and print them (--plan), or carry out what was decided and prove it (--apply)')
    .argument('<path...>', 'files, zips or folders of one dataset')
    .option('--plan', 'print what would be repaired, worst first; nothing is changed', false)
    .option('--apply <plan.json>', 'write the repaired layers, the decisions and the proof')
    .option('--country <iso3>', 'ISO 3166-1 alpha-3', by(iso3))
    .option('--width <metres>', 'gaps no wider than this are filled; 50', metres(10_000))
    .option('--slit-width <metres>', 'slits open to the sea or a lake are closed where they are no wider than this; 10', metres(100))
    .option('--authority <codes>', 'P-codes of any level, the first with most authority: its line rules where two units disagree')
    .option('--edge <file>', 'outline of the country: what lies outside is cut off, what is inside and nobody’s goes to the units there')
    .option('--edge-distance <metres>', 'how far units are led to that outline; 10,000', metres(100_000))
    .option('--out <path>', 'with --plan the file to write the plan to; with --apply the folder to write to')
    .addOption(
      new Option('--format <format>', 'of the repaired layers').choices(EXPORT_FORMATS.filter((each) => each !== 'pmtiles' && each !== 'kml')).default('gpkg'),
    )
    .option('--accept-up-to <metres>', 'with --apply: accept what moves no border further and need not be looked at one by one', metres(10_000))
    .option('--accept <reason>', 'with --apply: accept every unit that changes by more than 0.1 %, loses a part or vanishes; the reason is stored and shown')
    .addOption(new Option('--lang <lang>', 'language of what is printed and of the proof').choices(LANGS).default('en'))
    .option('--json', 'one JSON document on stdout', false)
    .addHelpText(
      'after',
      `
A plan is decided in its file: under "decisions", "operations" has a line for each operation,
  "ID": {"verdict": "accepted", "by": "…", "at": "2026-01-31T12:00:00Z"}, or "refused"; "turned": true lets the other line rule.
Whatever has no line there stays as it was drawn. "units" accepts units that change much, by level and code: "3:PH0102801".

Exit codes: 0 done, 1 something has to be accepted first or the proof failed, 2 wrong usage, 3 files or plan refused.`,
    )
    .action(async (paths: string[], options: RepairOptionsSaid) => {
      if (options.plan === (options.apply !== undefined)) throw usage('Say either --plan or --apply PLAN.json');
      if (options.accept !== undefined && options.accept.trim().length < 3) throw usage('--accept needs a reason in words');
      if (options.apply !== undefined && options.out === undefined) throw usage('--apply needs --out FOLDER');
      if (options.plan && (options.accept !== undefined || options.acceptUpTo !== undefined)) throw usage('--accept and --accept-up-to go with --apply');
      keepYoungSmall();
      const said = await toAnswers(options);
      const { formatPlan, formatApplied } = await import('./report.ts');
      const work = await import('./files.ts');
      if (options.plan) {
        const repair = {
          ...(options.width === undefined ? {} : { widthM: options.width }),
          ...(options.slitWidth === undefined ? {} : { slitWidthM: options.slitWidth }),
          ...(options.edgeDistance === undefined ? {} : { edgeDistanceM: options.edgeDistance }),
          ...(options.authority === undefined ? {} : { authority: options.authority.split(/[\s,;]+/).filter(Boolean) }),
        };
        const stored = await withFiles(paths, { hash: false }, (files) =>
          withProgress((onProgress) => work.planFiles({ files, options: said, country: options.country, repair, edge: options.edge, onProgress })),
        );
        if (options.out !== undefined) await writeFile(options.out, JSON.stringify(stored));
        if (options.json) printJson(stored);
        else print(formatPlan(stored.plan, options.lang, options.out));
        return;
      }
      const stored = work.readPlan(options.apply!);
      const { out, format, lang, acceptUpTo, accept, edge } = options;
      const applied = await withFiles(paths, { hash: true }, (files) =>
        withProgress((onProgress) =>
          work.applyToFiles({ files, options: said, stored, onProgress, out: out!, format, lang, acceptUpTo, accept, edge, disclaimer: disclaim(lang) }),
        ),
      ).catch((error: unknown) => {
        // A refusal of the result, not of the files.
        if ((error as { code?: unknown }).code !== 'repair.proof-failed') throw error;
        note((error as Error).message);
        return null;
      });
      if (applied === null) return fail();
      if (options.json) printJson(applied);
      else if (applied.done) print(formatApplied(applied, lang));
      else note(formatApplied(applied, lang));
      if (!applied.done) fail();
    });
}
