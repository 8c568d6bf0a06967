/** Sheets kept with what people say of them, planned anew at each look, applied all or none. What they are read into is for the room that has them. */
import type { Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import { OUTCOMES, type SheetAnswer, type SheetSaid } from '../contract/sheets.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { bytesSource } from '../formats/raw.ts';
import { readTables } from '../formats/tables/table.ts';
import { keepSheets, type KeptSheet } from './sheet.ts';
import type { ImportStore, KeptImport, Said } from './store.ts';

/** Who does something in a scope, and when. */
interface Acting {
  scope: Scope;
  actor: string | null;
  at: string;
}

/** What a sheet comes to: as an answer has it, and whatever the room needs to apply it. */
type SheetPlan<Role, Does extends string, About extends string> = Pick<SheetAnswer<Role, Does, About>, 'columns' | 'changes' | 'doubts' | 'ledger'> & {
  taken: ReadonlySet<string>;
};

export interface SheetImportsDeps<Role, Does extends string, About extends string, Plan extends SheetPlan<Role, Does, About>, Who extends unknown[]> {
  imports: ImportStore<Role, SheetAnswer<Role, Does, About>>;
  /** How much a heading says of what the sheet is to hold, 0 … 1. */
  fitOfHeading: (heading: string) => number;
  /** Account whose sheet it is; null where whoever may manage may open it. */
  ownerOf: (...who: Who) => string | null;
  /** Against what is there at this moment. */
  plan: (kept: Sheet<Role>, lang: Lang, ...who: Who) => Promise<Plan>;
  /** Plans anew and writes all of it, or nothing; `check` refuses the plan. */
  apply: (acting: Acting, kept: Sheet<Role>, lang: Lang, check: (plan: Plan) => void, ...who: Who) => Promise<Plan>;
  /** What is kept once it was applied: no cell that could be of a person. */
  withoutPersons: (answer: SheetAnswer<Role, Does, About>) => SheetAnswer<Role, Does, About>;
  now: () => Date;
  newId: () => string;
}

/** A sheet to be planned. */
export interface Sheet<Role> {
  scope: Scope;
  file: string;
  sheet: KeptSheet;
  said: Said<Role>;
}

/** A sheet that was never applied holds names and addresses: it is forgotten. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Sheets of a scope. `who`: what a plan needs to know of the one who asks, where it depends on that.
 * Throws NotFoundError `import.unknown`, ConflictError `import.applied`, `import.open`, `import.nothing`, InputError `import.sheet`.
 */
export function createSheetImports<Role, Does extends string, About extends string, Plan extends SheetPlan<Role, Does, About>, Who extends unknown[] = []>(
  deps: SheetImportsDeps<Role, Does, About, Plan, Who>,
) {
  type Answer = SheetAnswer<Role, Does, About>;
  type Kept = KeptImport<Role, Answer>;
  const { imports, now, newId } = deps;

  const forgetOld = () => imports.dropOlder(new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString());

  /** @throws NotFoundError `import.unknown` */
  async function get(scope: Scope, id: string, who: Who): Promise<Kept> {
    await forgetOld();
    const found = await imports.find(scope, id, deps.ownerOf(...who));
    if (!found)
      throw new NotFoundError('import.unknown', 'There is no such import here; it may have been dropped. Sheets that are not applied are kept for 30 days.');
    return found;
  }

  const sheetOf = ({ scope, file, sheets, said }: Kept): Sheet<Role> => ({ scope, file, said, sheet: sheets.find(({ name }) => name === said.sheet)! });
  const tell = async (kept: Kept, lang: Lang, who: Who): Promise<Answer> => kept.applied ?? toAnswer(kept, await deps.plan(sheetOf(kept), lang, ...who));

  return {
    async list(scope: Scope, ...who: Who) {
      await forgetOld();
      return imports.list(scope, deps.ownerOf(...who));
    },
    get: async (scope: Scope, id: string, lang: Lang, ...who: Who): Promise<Answer> => tell(await get(scope, id, who), lang, who),

    /** @throws InputError and TooLargeError of the readers of tables, TooLargeError `import.too-large` */
    async read({ scope, actor, at }: Acting, file: { name: string; bytes: Uint8Array }, lang: Lang, ...who: Who): Promise<Answer> {
      const sheets = keepSheets(await readTables({ name: file.name, source: bytesSource(file.bytes) }, { onUnknownEncoding: 'assume' }));
      const said: Said<Role> = { sheet: likeliest(sheets, deps.fitOfHeading).name, columns: [], doubts: {}, leave: [] };
      const kept = { id: newId(), owner: deps.ownerOf(...who), scope, file: file.name, sheets, said, createdAt: at, createdBy: actor ?? '' };
      const answer = await tell({ ...kept, appliedAt: null, applied: null }, lang, who);
      await imports.insert(kept);
      return answer;
    },

    /** @throws ConflictError `import.applied`, InputError `import.sheet` */
    async say(scope: Scope, id: string, { sheet, columns, doubts, leave }: SheetSaid<Role>, lang: Lang, ...who: Who): Promise<Answer> {
      const kept = await get(scope, id, who);
      requireOpen(kept);
      if (sheet !== undefined && !kept.sheets.some(({ name }) => name === sheet)) throw new InputError('import.sheet', `The file has no sheet ${sheet}.`);
      // Answers about one sheet say nothing of another.
      const before: Said<Role> = sheet === undefined || sheet === kept.said.sheet ? kept.said : { sheet, columns: [], doubts: {}, leave: [] };
      const answers = Object.entries({ ...before.doubts, ...doubts }).filter((entry): entry is [string, string] => entry[1] !== null);
      const said = { sheet: before.sheet, columns: columns ?? before.columns, doubts: Object.fromEntries(answers), leave: leave ?? before.leave };
      await imports.say(id, said);
      return tell({ ...kept, said }, lang, who);
    },

    /**
     * All changes of the plan against what is there at this moment, or none.
     * @throws ConflictError `import.applied`, `import.open`, `import.nothing`, and what the room refuses
     */
    async apply(acting: Acting, id: string, withDoubts: boolean, lang: Lang, ...who: Who): Promise<Answer> {
      const kept = await get(acting.scope, id, who);
      requireOpen(kept);
      const plan = await deps.apply(acting, sheetOf(kept), lang, (made) => requireReady(made, withDoubts), ...who);
      const answer = { ...toAnswer(kept, plan), appliedAt: acting.at };
      await imports.close(id, acting.at, toLedger(deps.withoutPersons(answer)));
      return answer;
    },

    /** @throws NotFoundError `import.unknown` */
    async drop(scope: Scope, id: string, ...who: Who): Promise<void> {
      await get(scope, id, who);
      await imports.drop(scope, id);
    },
  };
}

function requireOpen({ applied }: { applied: unknown }): void {
  if (applied !== null) throw new ConflictError('import.applied', 'The sheet has been applied already. Read it again to see what is left to do.');
}

/** @throws ConflictError `import.open` with the open questions, `import.nothing` */
function requireReady({ doubts, taken }: Pick<SheetPlan<unknown, string, string>, 'doubts' | 'taken'>, withDoubts: boolean): void {
  const open = doubts.filter(({ answer }) => answer === null);
  if (open.length > 0 && !withDoubts)
    throw new ConflictError('import.open', `${open.length} questions are open. Answer them, or say that their rows are left out.`, {
      details: { doubts: open.map((doubt) => doubt.id) },
    });
  if (taken.size === 0) throw new ConflictError('import.nothing', 'There is nothing to change. Answer the questions, or tick changes.');
}

/** The sheet whose headings say most; of several the one with most rows. */
function likeliest(sheets: readonly KeptSheet[], fitOfHeading: (heading: string) => number): KeptSheet {
  const score = ({ headings }: KeptSheet) => headings.reduce((total, heading) => total + fitOfHeading(heading), 0);
  return sheets.toSorted((a, b) => score(b) - score(a) || b.rows.length - a.rows.length)[0]!;
}

/** Ids may be made from names: of what was left out nothing stays, not its id either. */
function toLedger<Role, Does extends string, About extends string>(answer: SheetAnswer<Role, Does, About>): SheetAnswer<Role, Does, About> {
  const kept = new Set([...answer.changes, ...answer.doubts].map(({ id }) => id));
  const within = (ids: readonly string[]) => ids.filter((id) => kept.has(id));
  return { ...answer, ledger: answer.ledger.map((line) => ({ ...line, changes: within(line.changes), doubts: within(line.doubts) })) };
}

function toAnswer<Role, Does extends string, About extends string>(
  { id, scope, file, sheets, said, createdAt, createdBy, appliedAt }: KeptImport<Role, unknown>,
  { columns, changes, doubts, ledger }: SheetPlan<Role, Does, About>,
): SheetAnswer<Role, Does, About> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, ledger.filter((line) => line.outcome === outcome).length])) as SheetAnswer<Role, Does, About>['counts']; // prettier-ignore
  return {
    id,
    scope,
    file,
    sheet: said.sheet,
    sheets: sheets.map(({ name }) => name),
    createdAt,
    createdBy,
    appliedAt,
    columns,
    changes,
    doubts,
    ledger,
    counts,
  };
}
