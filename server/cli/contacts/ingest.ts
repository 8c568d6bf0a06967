/** `codmap ingest --kind contacts`: a contact list read and planned; entered only with `--apply`, and never while a question is open. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openContactImports } from '../../app/workgroup/grouping.ts';
import { findPolicyBy, openHoldings } from '../../app/workgroup/sensitivity.ts';
import { openTables } from '../../app/tables.ts';
import type { ContactImportAnswer, ContactImportSaid } from '../../contract/contacts/imports.ts';
import { contactImportBody } from '../../contract/contacts/imports.ts';
import type { Importer } from '../../contacts/import/service.ts';
import { COMMAND_LINE } from '../../contract/given.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { Iso3 } from '../../contract/ids.ts';
import { InputError } from '../../errors.ts';
import { refuseFaults } from '../../words/faults.ts';
import type { Tools } from '../upkeep.ts';

export interface ContactOptions {
  country: Iso3;
  apply: boolean;
  answers?: string;
  withoutDoubts: boolean;
  sheet?: string;
  columns?: string;
  json: boolean;
}

/** Whoever has a shell on the server decides on all entries; those who have theirs hidden are named to nobody. */
const BY_COMMAND: Importer = {
  owner: null,
  mayGive: () => true,
  knownIn: ({ persons }) => persons.filter(({ restrictedAt }) => restrictedAt === null).map((person) => ({ ...person, mayChange: true })),
};

type CommandTools = Pick<Tools, 'withStore' | 'print' | 'printJson' | 'note' | 'fail'>;

/** Exit code 1 while questions are open. @throws InputError of the file, of `--answers` and of `--columns`; ConflictError `import.nothing` */
export async function ingestContacts(
  { withStore, print, printJson, note, fail }: CommandTools,
  paths: readonly string[],
  options: ContactOptions,
): Promise<void> {
  if (paths.length !== 1) throw new InputError('import.form', 'A contact list is one file: CSV, XLSX or ODS.');
  const file = { name: basename(paths[0]!), bytes: readInput(paths[0]!) };
  const said = readSaid(options);
  const done = await withStore(async (store) => {
    const now = () => new Date();
    const holdings = openHoldings(store.db);
    const { presence } = openTables({ ...store, findPolicy: findPolicyBy(holdings), now });
    const imports = openContactImports({ ...store, presence, holdings, now });
    const scope = options.country as string as Scope;
    const acting = { scope, actor: COMMAND_LINE, at: now().toISOString() };
    const { id } = await imports.read(acting, file, 'en', BY_COMMAND);
    let applied = false;
    try {
      const plan = await imports.say(scope, id, said, 'en', BY_COMMAND);
      const open = plan.doubts.filter(({ answer }) => answer === null).length;
      if (!options.apply || (open > 0 && !options.withoutDoubts)) return plan;
      const answer = await imports.apply(acting, id, options.withoutDoubts, 'en', BY_COMMAND);
      applied = true;
      return { ...plan, appliedAt: answer.appliedAt, ledger: plan.ledger, counts: answer.counts };
    } finally {
      // What was not entered is not kept: its cells are of people who were never asked.
      if (!applied) await imports.drop(scope, id, BY_COMMAND);
    }
  });
  const open = done.doubts.filter(({ answer }) => answer === null);
  if (options.json) printJson(done);
  else tell(done, print);
  if (done.appliedAt === null && open.length > 0) {
    note(`${open.length} questions are open: answer them with --answers FILE.json${options.apply ? ', or leave their rows out with --without-doubts. Nobody was entered.' : '.'}`); // prettier-ignore
    fail();
  } else if (done.appliedAt === null) note('Nobody was entered: this was the plan. --apply enters them.');
  else note('Entered. They are shown to nobody until each has confirmed; invite them on the page of contacts.');
}

function tell({ counts, columns, doubts, ledger, changes }: ContactImportAnswer, print: (text: string) => void): void {
  const people = changes.filter(({ does, taken }) => does === 'person.create' && taken).length;
  print(`${people} new, ${counts.planned} rows planned, ${counts.unchanged} unchanged, ${counts.doubt} in doubt, ${counts.left} left out`);
  print('');
  for (const { heading, role, confidence } of columns)
    print(`  ${heading || '–'}: ${'part' in role ? `${role.is} (${role.part})` : role.is}, ${Math.round(confidence * 100)}%`);
  for (const { id, rows, text, choices, answer } of doubts.filter((doubt) => doubt.answer === null)) {
    print(`\n${text} [${id}] rows ${rows.join(', ')}`);
    for (const choice of choices) print(`  ${choice.answer === answer ? '*' : '-'} ${choice.answer}: ${choice.text}`);
  }
  const told = ledger.filter(({ outcome, notes }) => outcome === 'left' || notes.length > 0);
  if (told.length > 0) print('');
  for (const { row, outcome, text, notes } of told) print(`row ${row}: ${[...(outcome === 'left' ? [text] : []), ...notes].join(' ')}`);
}

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new InputError('input.missing', `There is no file ${path} that can be read. Check the path.`, { cause });
  }
}

function readSaid({ answers, columns, sheet }: ContactOptions): ContactImportSaid {
  const given = Object.assign({}, ...[columns, answers].map((path) => (path === undefined ? {} : readJson(path)))) as object;
  const parsed = contactImportBody.safeParse({ ...(sheet === undefined ? {} : { sheet }), ...given });
  if (parsed.success) return parsed.data;
  throw refuseFaults('request.invalid', 'columnsFile', parsed.error, { file: answers ?? columns ?? '' });
}

/** A list is one of columns, as in the files of the other kinds. */
function readJson(path: string): object {
  try {
    const given: unknown = JSON.parse(
      Buffer.from(readInput(path))
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    if (Array.isArray(given)) return { columns: given };
    if (typeof given === 'object' && given !== null) return given;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
  }
  throw new InputError('request.invalid', `${path} is not JSON of answers.`);
}
