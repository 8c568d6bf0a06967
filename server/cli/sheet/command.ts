/** `codmap sheet`: a map as a file to print, of a saved map or of a dataset. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Store } from '../../app/store.ts';
import { toDay } from '../../contract/datasets/asOf.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { PRINT_LANGS, type PrintLang } from '../../contract/languages.ts';
import { ORIENTATIONS, PAPERS, THEMES, type Orientation, type Paper, type Theme } from '../../contract/maps/paper.ts';
import { SHEET_DPI } from '../../contract/maps/sheets.ts';
import { reference } from '../reference.ts';

const day = (text: string): string => {
  if (toDay(text) === null) throw new InvalidArgumentError('a day is written as 2024, 2024-06 or 2024-06-30');
  return text;
};

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  note: (text: string) => void;
  config: () => { publicUrl?: string | null; clearance: boolean };
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
  out: string;
}

export function addSheetCommand({ command, withStore, note, config }: Tools, whole: (min: number, max: number) => (text: string) => number): void {
  command('sheet')
    .description('print a map: a sheet as PDF, SVG or PNG, by the ending of the file')
    .argument('<map|dataset@version>', 'the address or id of a saved map, or for example 3w-sle@current')
    .addOption(new Option('--theme <theme>', 'of a dataset: what the map shows').choices(THEMES))
    .option('--level <n>', 'of a dataset: the admin level; the deepest of at most 2 if not given', whole(0, 5))
    .addOption(new Option('--paper <size>', 'size of the paper').choices(PAPERS).default('A4'))
    .addOption(new Option('--orientation <way>', 'by the shape of the country if not given').choices(ORIENTATIONS))
    .addOption(new Option('--lang <language>', 'language of the sheet').choices([...PRINT_LANGS]))
    .addOption(new Option('--dpi <dots>', 'of a PNG').choices(SHEET_DPI).default('150'))
    .option('--grey', 'in greys', false)
    .option('--draft', 'stamp it as a draft, not cleared', false)
    .option('--date <day>', 'as of this day: 2024-06-30, or 2024 for its first day', day)
    .option('--known <day>', 'by what was published by the end of this day', day)
    .requiredOption('--out <path>', 'the file to write')
    .action(async (what: string, options: SheetCommand) => {
      const kind = extname(options.out).slice(1).toLowerCase();
      if (kind !== 'pdf' && kind !== 'svg' && kind !== 'png') throw new InvalidArgumentError('--out ends in .pdf, .svg or .png');
      const { openSheets } = await import('../../app/print/sheets.ts');
      const { bytes, missing } = await withStore(async (store) => {
        const sheets = openSheets(store, config().clearance);
        const id = /^(?:https?:\/\/\S+\/maps\/)?([a-z2-9]{6,20})$/.exec(what)?.[1];
        const asked = { ...options, level: options.level as AdminLevel | undefined };
        return id !== undefined && !what.includes('@') && !/^(cod-|3w-)/.test(what)
          ? await sheets.ofMap(id, kind, asked)
          : await sheets.ofDataset(reference(what), kind, asked);
      });
      await mkdir(dirname(options.out), { recursive: true });
      await writeFile(options.out, bytes);
      if (missing.length > 0) note(`No font has these letters: ${missing.join(' ')}. The file is not PDF/UA.`);
      note(`${options.out}: ${bytes.length.toLocaleString('en')} bytes`);
    });
}
