/** Sheets read into the structure: planned against it at each look, applied in one transaction. */
import type { Scope } from '../../contract/groups/groups.ts';
import type { Doubt, ImportAnswer, Planned, StructureRole } from '../../contract/groups/imports.ts';
import type { Lang } from '../../contract/languages.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { rolesOfHeading } from '../../matching/words/coordination.ts';
import { createSheetImports, type Sheet } from '../../sheets/service.ts';
import type { ImportStore } from '../../sheets/store.ts';
import { openRegistry, type Reports } from '../registry.ts';
import type { GroupStore } from '../store.ts';
import type { Structure } from '../structure.ts';
import { applyPlan, type ApplyDeps } from './apply.ts';
import { makePlan } from './plan.ts';
import type { Places, Plan } from './planning.ts';

export interface ImportsDeps extends ApplyDeps {
  groups: GroupStore;
  imports: ImportStore<StructureRole, ImportAnswer>;
  sectors: CodeTable;
  readReports: (scope: Scope) => Promise<Reports>;
  readPlaces: (scope: Scope) => Promise<Places | null>;
  now: () => Date;
}

export type Imports = ReturnType<typeof createImports>;

/** Sheets of a scope. Throws NotFoundError `import.unknown`, ConflictError `import.applied`, `import.open`, `import.nothing`, InputError `import.sheet`, `group.…`. */
export function createImports(deps: ImportsDeps) {
  const { groups, imports, sectors, readReports, readPlaces, now, newId } = deps;

  interface Ground {
    reports: Reports;
    places: Places | null;
  }
  const readGround = async (scope: Scope): Promise<Ground> => ({ reports: await readReports(scope), places: await readPlaces(scope) });
  const planOf = ({ scope, sheet, said }: Sheet<StructureRole>, structure: Structure, { reports, places }: Ground, lang: Lang): Plan =>
    makePlan({
      scope,
      sheet,
      said,
      structure,
      registry: openRegistry(structure, reports),
      sectors,
      places,
      today: now().toISOString().slice(0, 10),
      lang,
    });

  return createSheetImports<StructureRole, Planned, Doubt, Plan>({
    imports,
    fitOfHeading: (heading) => Math.max(0, ...rolesOfHeading(heading).map(({ fit }) => fit)),
    ownerOf: () => null,
    plan: async (kept, lang) => planOf(kept, await groups.read(kept.scope), await readGround(kept.scope), lang),
    async apply(acting, kept, lang, check) {
      const ground = await readGround(acting.scope);
      return groups.change(acting, async (structure, write) => {
        const made = planOf(kept, structure, ground, lang);
        check(made);
        const count = await applyPlan(acting, structure, made, write, deps);
        await write.record({ action: 'structure.imported', detail: { file: kept.file, changes: String(count) } });
        return made;
      });
    },
    withoutPersons: (answer) => ({
      ...answer,
      columns: answer.columns.map((column) => ({ ...column, samples: [], reasons: [], alternatives: [] })),
      changes: answer.changes.filter(({ person }) => person === null),
      doubts: answer.doubts.filter(({ about, id }) => about !== 'person' && !id.startsWith('several:person:')),
    }),
    now,
    newId,
  });
}
