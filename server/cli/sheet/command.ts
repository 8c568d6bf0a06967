/** `codmap sheet`: a map as a file to print, of a saved map or of a dataset. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { CommanderError, InvalidArgumentError, Option, type Command } from 'commander';
import { openPublisherOf } from '../../app/base.ts';
import type { Config } from '../../config.ts';
import type { DisclaimerKey } from '../../contract/maps/disclaimers.ts';
import type { Store } from '../../app/store.ts';
import { toDay } from '../../contract/datasets/asOf.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { PRINT_LANGS, type PrintLang } from '../../contract/languages.ts';
import {
  ORIENTATIONS,
  PANELS,
  PAPERS,
  SERIES,
  THEMES,
  type Orientation,
  type Panels,
  type Paper,
  type SeriesBy,
  type Theme,
} from '../../contract/maps/paper.ts';
import { SHEET_DPI } from '../../contract/maps/sheets.ts';
import type { SheetAsked } from '../../app/print/sheets.ts';
import { reference } from '../reference.ts';

const day = (text: string): string => {
  if (toDay(text) === null) throw new InvalidArgumentError('a day is written as 2024, 2024-06 or 2024-06-30');
  return text;
};

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  note: (text: string) => void;
  config: () => Pick<Config, 'publicUrl' | 'clearance' | 'disclaimers'>;
}

export interface SheetCommand {
  theme?: Theme;
  level?: number;
  paper: Paper;
  orientation?: Orientation;
  lang?: PrintLang;
  dpi: (typeof SHEET_DPI)[number];
  grey: boolean;
  draft: boolean;
  date?: string;
  known?: string;
  series?: SeriesBy;
  panels?: Panels;
  out: string;
}

export function addSheetCommand(tools: Tools, whole: (min: number, max: number) => (text: string) => number): void {
  const { command, note } = tools;
  command('sheet')
    .description('print a map: a sheet as PDF, SVG or PNG, by the ending of the file')
    .argument('<map|dataset@version>', 'the address or id of a saved map, or for example 3w-sle@current')
    .addOption(new Option('--theme <theme>', 'of a dataset: what the map shows').choices(THEMES))
    .option('--level <n>', 'of a dataset: the admin level; the deepest of at most 2 if not given, else the least deep', whole(0, 5))
    .addOption(new Option('--paper <size>', 'size of the paper').choices(PAPERS).default('A4'))
    .addOption(new Option('--orientation <way>', 'by the shape of the country if not given').choices(ORIENTATIONS))
    .addOption(new Option('--lang <language>', 'language of the sheet').choices([...PRINT_LANGS]))
    .addOption(new Option('--dpi <dots>', 'of a PNG').choices(SHEET_DPI).default('150'))
    .option('--grey', 'in greys', false)
    .option('--draft', 'stamp it as a draft, not cleared', false)
    .option('--date <day>', 'as of this day: 2024-06-30, or 2024 for its first day', day)
    .option('--known <day>', 'by what was published by the end of this day', day)
    .addOption(
      new Option('--panels <by>', 'of a 3W: a small map for each cluster or organisation with one legend, or none').choices(PANELS).conflicts('series'),
    )
    .addOption(new Option('--series <by>', 'one sheet for each, with a cover').choices(SERIES))
    .requiredOption('--out <path>', 'the file to write; of a series a folder, or one file that ends in .pdf or .zip')
    .action(async (what: string, options: SheetCommand) => {
      const asked = { ...options, level: options.level as AdminLevel | undefined };
      const made = options.series ? await writeSeries(tools, what, options.series, asked) : await writeSheet(tools, what, asked);
      if (made.missing.length > 0) note(`No font has these letters: ${made.missing.join(' ')}. The file is not PDF/UA.`);
      if (made.unsaid.length > 0) note(`The map shows places that its publisher has no text for, and says nothing of them: ${made.unsaid.join(', ')}.`);
      for (const { path, bytes } of made.files) note(`${path}: ${bytes.toLocaleString('en')} bytes`);
    });
}

const aboutSheets = (config: ReturnType<Tools['config']>) => ({ clearance: config.clearance, publisher: openPublisherOf(config) });

interface Written {
  files: { path: string; bytes: number }[];
  missing: string[];
  /** Places in view that the publisher has no text for. */
  unsaid: DisclaimerKey[];
}

/** The id of a saved map, by itself or in its address; undefined of a dataset. */
const mapOf = (what: string) => (what.includes('@') || /^(cod-|3w-)/.test(what) ? undefined : /^(?:https?:\/\/\S+\/maps\/)?([a-z2-9]{6,20})$/.exec(what)?.[1]);

async function writeTo(path: string, bytes: Uint8Array) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return { path, bytes: bytes.length };
}

const KINDS = ['pdf', 'svg', 'png'] as const;

async function writeSheet({ withStore, config }: Tools, what: string, asked: SheetAsked & { out: string }): Promise<Written> {
  const kind = KINDS.find((each) => each === extname(asked.out).slice(1).toLowerCase());
  // An error of an argument is told by commander only while it reads them.
  if (!kind) throw new CommanderError(2, 'codmap.out', '--out ends in .pdf, .svg or .png');
  const { openSheets } = await import('../../app/print/sheets.ts');
  const { bytes, missing, unsaid } = await withStore(async (store) => {
    const [sheets, id] = [openSheets(store, aboutSheets(config())), mapOf(what)];
    return id === undefined ? await sheets.ofDataset(reference(what), kind, asked) : await sheets.ofMap(id, kind, asked);
  });
  return { files: [await writeTo(asked.out, bytes)], missing, unsaid };
}

/** Into a folder each sheet is a file of its own. */
async function writeSeries({ withStore, note, config }: Tools, what: string, by: SeriesBy, asked: SheetAsked & { out: string }): Promise<Written> {
  const ending = extname(asked.out).slice(1).toLowerCase();
  const { openSheets } = await import('../../app/print/sheets.ts');
  const as = ending === 'pdf' ? 'pdf' : 'zip';
  let told = '';
  const onProgress = (done: number, total: number, part: string | null) => {
    const text = `${done} / ${total}${part === null ? '' : ` ${part}`}`;
    if (part !== null && text !== told) note((told = text));
  };
  const {
    bytes,
    files = {},
    missing,
    unsaid,
  } = await withStore(async (store) => {
    const [sheets, id] = [openSheets(store, aboutSheets(config())), mapOf(what)];
    return id === undefined
      ? await sheets.seriesOfDataset(reference(what), by, as, asked, onProgress)
      : await sheets.seriesOfMap(id, by, as, asked, onProgress);
  });
  if (ending === 'pdf' || ending === 'zip') return { files: [await writeTo(asked.out, bytes)], missing, unsaid };
  const written = [];
  for (const [name, file] of Object.entries(files)) written.push(await writeTo(join(asked.out, name), file));
  return { files: written, missing, unsaid };
}
