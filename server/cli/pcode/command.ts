/** The command `codmap pcode`. */
import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { iso3, versionTag, type AdminLevel, type Iso3, type VersionTag } from '../../contract/ids.ts';
import { LANGS, type Lang } from '../../contract/languages.ts';
import { PLACE_ROLES, type PlaceRole, type SaidPlaceColumn } from '../../contract/lookup/table.ts';
import type { Store } from '../../app/store.ts';
import { withFiles } from '../files.ts';
import { by } from '../reference.ts';

interface Tools {
  command: (name: string) => Command;
  withStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>;
  note: (text: string) => void;
  print: (text: string) => void;
  printJson: (document: unknown) => void;
}

/** `4=name:1`: the fourth column holds names of level 1. */
function addColumn(text: string, before: SaidPlaceColumn[]): SaidPlaceColumn[] {
  const [, column, role, level] = /^(\d+)=(\w+)(?::([0-5]))?$/.exec(text) ?? [];
  const isRole = (PLACE_ROLES as readonly string[]).includes(role ?? '');
  if (!isRole || Number(column) < 1 || ((role === 'code' || role === 'name') && level === undefined))
    throw new InvalidArgumentError(`NUMBER=ROLE[:LEVEL], such as 4=name:1; roles are ${PLACE_ROLES.join(', ')}`);
  return [...before, { column: Number(column) - 1, role: role as PlaceRole, ...(level === undefined ? {} : { level: Number(level) as AdminLevel }) }];
}

export function addPcodeCommand({ command, withStore, note, print, printJson }: Tools): void {
  command('pcode')
    .description('give the rows of a table P-codes by coordinates, codes or names; its rows and columns stay as they are')
    .argument('<table>', 'a CSV or XLSX file')
    .requiredOption('--country <iso3>', 'ISO 3166-1 alpha-3', by(iso3))
    .option('--version <tag>', 'of the boundaries; the current one if not given', by(versionTag))
    .option('--sheet <name>', 'of a workbook, if it is not the one that would be chosen')
    .option('--column <said>', 'what a column holds: NUMBER=ROLE[:LEVEL], such as 4=name:1; may be repeated', addColumn, [])
    .addOption(new Option('--lang <lang>', 'language of the notes').choices(LANGS).default('en'))
    .option('--out <file>', 'the file to write; TABLE_pcodes beside the table if not given')
    .option('--dry', 'only say how it would be read', false)
    .option('--json', 'one JSON document on stdout', false)
    .action(
      async (
        table: string,
        { country, version = 'current' as const, sheet, column, lang, out, dry, json }: { country: Iso3; version?: VersionTag | 'current'; sheet?: string; column: SaidPlaceColumn[]; lang: Lang; out?: string; dry: boolean; json: boolean }, // prettier-ignore
      ) => {
        const { formatSummary, pcodeTable } = await import('./run.ts');
        const made = await withFiles([table], { hash: false }, ([file]) =>
          withStore((store) => pcodeTable(store, file!, { country, version, lang, said: column, dry, ...(sheet === undefined ? {} : { sheet }) })),
        );
        if (json) printJson({ version: made.version, ...made.summary });
        else print(formatSummary(made));
        if (made.bytes === null) return;
        const path = out ?? table.replace(/[^/\\]*$/, made.file);
        await writeFile(path, made.bytes);
        note(`${path}: ${made.bytes.length.toLocaleString('en')} bytes`);
      },
    );
}
