/** Sheets read into the structure: kept with what people say of them, planned anew at each look, applied all or none. */
import type { Scope } from '../../contract/groups/groups.ts';
import { OUTCOMES, type ImportAnswer, type ImportSaid } from '../../contract/groups/imports.ts';
import type { Lang } from '../../contract/languages.ts';
import { ConflictError, InputError, NotFoundError } from '../../errors.ts';
import { bytesSource } from '../../formats/raw.ts';
import { readTables } from '../../formats/tables/table.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { rolesOfHeading } from '../../matching/words/coordination.ts';
import { openRegistry, type Reports } from '../registry.ts';
import type { Acting } from '../deps.ts';
import type { GroupStore } from '../store.ts';
import type { Structure } from '../structure.ts';
import { applyPlan, type ApplyDeps } from './apply.ts';
import { makePlan } from './plan.ts';
import type { Places, Plan } from './planning.ts';
import { keepSheets, type KeptSheet } from './sheet.ts';
import type { ImportStore, KeptImport } from './store.ts';

export interface ImportsDeps extends ApplyDeps {
  groups: GroupStore;
  imports: ImportStore;
  sectors: CodeTable;
  readReports: (scope: Scope) => Promise<Reports>;
  readPlaces: (scope: Scope) => Promise<Places | null>;
  now: () => Date;
}

export type Imports = ReturnType<typeof createImports>;

/** A sheet that was never applied holds names and addresses: it is forgotten. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Sheets of a scope. Throws NotFoundError `import.unknown`, ConflictError `import.applied`, `import.open`, `import.nothing`, InputError `import.sheet`, `group.…`. */
export function createImports(deps: ImportsDeps) {
  const { groups, imports, sectors, readReports, readPlaces, now, newId } = deps;

  /** @throws NotFoundError `import.unknown` */
  async function get(scope: Scope, id: string): Promise<KeptImport> {
    await imports.dropOlder(new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString());
    const found = await imports.find(scope, id);
    if (!found)
      throw new NotFoundError('import.unknown', 'There is no such import here; it may have been dropped. Sheets that are not applied are kept for 30 days.');
    return found;
  }

  interface Ground {
    reports: Reports;
    places: Places | null;
  }
  const readGround = async (scope: Scope): Promise<Ground> => ({ reports: await readReports(scope), places: await readPlaces(scope) });
  const planOf = ({ scope, sheets, said }: KeptImport, structure: Structure, { reports, places }: Ground, lang: Lang): Plan =>
    makePlan({
      scope,
      sheet: sheets.find(({ name }) => name === said.sheet)!,
      said,
      structure,
      registry: openRegistry(structure, reports),
      sectors,
      places,
      today: now().toISOString().slice(0, 10),
      lang,
    });

  async function tell(kept: KeptImport, lang: Lang): Promise<ImportAnswer> {
    if (kept.applied) return kept.applied;
    return toAnswer(kept, planOf(kept, await groups.read(kept.scope), await readGround(kept.scope), lang));
  }

  return {
    list: (scope: Scope) => imports.list(scope),
    get: async (scope: Scope, id: string, lang: Lang): Promise<ImportAnswer> => tell(await get(scope, id), lang),

    /** @throws InputError and TooLargeError of the readers of tables, TooLargeError `import.too-large` */
    async read({ scope, actor, at }: Acting, file: { name: string; bytes: Uint8Array }, lang: Lang): Promise<ImportAnswer> {
      const sheets = keepSheets(await readTables({ name: file.name, source: bytesSource(file.bytes) }, { onUnknownEncoding: 'assume' }));
      const said = { sheet: likeliest(sheets).name, columns: [], doubts: {}, leave: [] };
      const kept = { id: newId(), scope, file: file.name, sheets, said, createdAt: at, createdBy: actor ?? '' };
      const answer = await tell({ ...kept, appliedAt: null, applied: null }, lang);
      await imports.insert(kept);
      return answer;
    },

    /** @throws ConflictError `import.applied`, InputError `import.sheet` */
    async say(scope: Scope, id: string, { sheet, columns, doubts, leave }: ImportSaid, lang: Lang): Promise<ImportAnswer> {
      const kept = await get(scope, id);
      requireOpen(kept);
      if (sheet !== undefined && !kept.sheets.some(({ name }) => name === sheet)) throw new InputError('import.sheet', `The file has no sheet ${sheet}.`);
      // Answers about one sheet say nothing of another.
      const before = sheet === undefined || sheet === kept.said.sheet ? kept.said : { sheet, columns: [], doubts: {}, leave: [] };
      const answers = Object.entries({ ...before.doubts, ...doubts }).filter((entry): entry is [string, string] => entry[1] !== null);
      const said = { sheet: before.sheet, columns: columns ?? before.columns, doubts: Object.fromEntries(answers), leave: leave ?? before.leave };
      await imports.say(id, said);
      return tell({ ...kept, said }, lang);
    },

    /**
     * All changes of the plan against the structure as it is at this moment, or none.
     * @throws ConflictError `import.applied`, `import.open`, `import.nothing`, InputError `group.…`
     */
    async apply(acting: Acting, id: string, withDoubts: boolean, lang: Lang): Promise<ImportAnswer> {
      const kept = await get(acting.scope, id);
      requireOpen(kept);
      const ground = await readGround(acting.scope);
      const plan = await groups.change(acting, async (structure, write) => {
        const made = planOf(kept, structure, ground, lang);
        const open = made.doubts.filter(({ answer }) => answer === null);
        if (open.length > 0 && !withDoubts)
          throw new ConflictError('import.open', `${open.length} questions are open. Answer them, or say that their rows are left out.`, {
            details: { doubts: open.map((doubt) => doubt.id) },
          });
        if (made.taken.size === 0) throw new ConflictError('import.nothing', 'There is nothing to change. Answer the questions, or tick changes.');
        const count = await applyPlan(acting, structure, made, write, deps);
        await write.record({ action: 'structure.imported', detail: { file: kept.file, changes: String(count) } });
        return made;
      });
      const answer = { ...toAnswer(kept, plan), appliedAt: acting.at };
      await imports.close(id, acting.at, withoutPersons(answer));
      return answer;
    },

    /** @throws NotFoundError `import.unknown` */
    async drop(scope: Scope, id: string): Promise<void> {
      await get(scope, id);
      await imports.drop(scope, id);
    },
  };
}

function requireOpen({ applied }: KeptImport): void {
  if (applied) throw new ConflictError('import.applied', 'The sheet has been applied already. Read it again to see what is left to do.');
}

/** The sheet whose headings say most about coordination; of several the one with most rows. */
function likeliest(sheets: readonly KeptSheet[]): KeptSheet {
  const score = ({ headings }: KeptSheet) => headings.reduce((sum, heading) => sum + Math.max(0, ...rolesOfHeading(heading).map(({ fit }) => fit)), 0);
  return sheets.toSorted((a, b) => score(b) - score(a) || b.rows.length - a.rows.length)[0]!;
}

function toAnswer({ id, scope, file, sheets, said, createdAt, createdBy, appliedAt }: KeptImport, { columns, changes, doubts, ledger }: Plan): ImportAnswer {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, ledger.filter((line) => line.outcome === outcome).length])) as ImportAnswer['counts'];
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

/** What is kept of an applied sheet: rows and what became of them, and no cell that could be of a person. */
function withoutPersons(answer: ImportAnswer): ImportAnswer {
  return {
    ...answer,
    columns: answer.columns.map((column) => ({ ...column, samples: [], reasons: [], alternatives: [] })),
    changes: answer.changes.filter(({ person }) => person === null),
    doubts: answer.doubts.filter(({ about, id }) => about !== 'person' && !id.startsWith('several:person:')),
  };
}
