/** `codmap ingest --kind assessments`: a registry read into records; submitted, or confirmed with `--publish`, tests excepted. Nothing is entered twice. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openAssessments } from '../../app/workgroup/assessments.ts';
import { findPolicyBy, openHoldings } from '../../app/workgroup/sensitivity.ts';
import { openTables } from '../../app/tables.ts';
import type { Store } from '../../app/store.ts';
import { saidColumns } from '../../contract/assessments/routes.ts';
import type { ImportLedger } from '../../contract/assessments/imports.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { Iso3 } from '../../contract/ids.ts';
import { InputError } from '../../errors.ts';
import { refuseFaults } from '../../words/faults.ts';
import { counted } from '../report.ts';
import type { Tools } from '../upkeep.ts';

export interface AssessmentOptions {
  country: Iso3;
  publish: boolean;
  columns?: string;
  json: boolean;
}

/** The registry of the store that a command has opened. */
export function openRegistry(store: Store) {
  const now = () => new Date();
  const holdings = openHoldings(store.db);
  const { presence } = openTables({ ...store, findPolicy: findPolicyBy(holdings), now });
  return openAssessments({ ...store, presence, holdings, now });
}

type CommandTools = Pick<Tools, 'withStore' | 'print' | 'printJson' | 'note'>;

/** @throws InputError of the file and of `--columns` */
export async function ingestAssessments(
  { withStore, print, printJson, note }: CommandTools,
  paths: readonly string[],
  options: AssessmentOptions,
): Promise<void> {
  if (paths.length !== 1) throw new InputError('import.form', 'A registry of assessments is one file: CSV, XLSX, ODS or JSON.');
  const file = { name: basename(paths[0]!), bytes: readInput(paths[0]!) };
  const said = options.columns === undefined ? [] : readColumns(options.columns);
  const scope = options.country as string as Scope;
  const done = await withStore((store) =>
    openRegistry(store).importing.read(
      { scope, actor: COMMAND_LINE, at: new Date().toISOString() },
      { file, said, lang: 'en', account: null, confirm: options.publish, groups: [] },
    ),
  );
  if (options.json) printJson({ kind: 'assessments', country: options.country, import: done.id, ...withoutId(done) });
  else tell(done, print);
  const { needReview } = done.rows;
  if (needReview > 0) note(`${counted(needReview, 'row')} to be looked at: each keeps its questions until somebody answers them in the registry.`);
  if (!options.publish) note('Submitted: they are told once somebody confirms them. --publish confirms all but tests.');
}

const withoutId = ({ id: _id, ...told }: ImportLedger) => told;

function tell({ rows, areas, learned, columns, ledger }: ImportLedger, print: (text: string) => void): void {
  print(`${rows.read} read, ${rows.dropped} dropped, ${rows.placed} placed, ${rows.notPlaced} not placed, ${rows.needReview} to be looked at`);
  print(`${areas.stated} places stated, ${areas.placed} of them units of the boundaries`);
  for (const { written, name, pcode, rows: count } of learned) print(`“${written}” is ${name} (${pcode}), by the codes beside it in ${counted(count, 'row')}`);
  print('');
  for (const { heading, role, confidence } of columns)
    print(`  ${heading || '–'}: ${role.is}${role.level === undefined ? '' : ` ${role.level}`}, ${Math.round(confidence * 100)}%`);
  for (const { row, outcome, notes } of ledger.filter((line) => line.outcome !== 'entered' || line.notes.length > 0))
    print(`row ${row}: ${[...(outcome === 'entered' ? [] : [outcome]), ...notes].join('. ')}`);
}

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new InputError('input.missing', `There is no file ${path} that can be read. Check the path.`, { cause });
  }
}

function readColumns(path: string) {
  let given: unknown;
  try {
    given = JSON.parse(
      Buffer.from(readInput(path))
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
  }
  const parsed = saidColumns.safeParse(typeof given === 'object' && given !== null && 'columns' in given ? given.columns : given);
  if (parsed.success) return parsed.data;
  throw refuseFaults('request.invalid', 'columnsFile', parsed.error, { file: path });
}
