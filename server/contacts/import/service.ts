/** Sheets of contacts: planned against the persons that the one who asks may see, applied in one transaction, invitations only when that is said. */
import type { ContactDoubt, ContactImportAnswer, ContactPlanned, ContactRole, InvitePersonsAnswer } from '../../contract/contacts/imports.ts';
import type { AppointmentRole, Scope } from '../../contract/groups/groups.ts';
import type { Lang } from '../../contract/languages.ts';
import { ConflictError } from '../../errors.ts';
import { DAY_MS, GONE_DAYS } from '../../groups/checkIn.ts';
import type { Acting } from '../../groups/deps.ts';
import type { Places } from '../../groups/import/planning.ts';
import { openRegistry, type Reports } from '../../groups/registry.ts';
import type { GroupStore } from '../../groups/store.ts';
import type { Structure } from '../../groups/structure.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { rolesOfContactHeading } from '../../matching/words/contacts.ts';
import { hashOf, secretText } from '../../people/secrets.ts';
import { createSheetImports, type Sheet } from '../../sheets/service.ts';
import type { ImportStore } from '../../sheets/store.ts';
import { problemText } from '../../words/problems.ts';
import { applyContactPlan } from './apply.ts';
import { makeContactPlan } from './plan.ts';
import type { ContactPlan, KnownPerson } from './planning.ts';

/** What a plan needs to know of the one who asks. */
export interface Importer {
  /** Whose sheet it is: the account, null of the command line. Nobody else opens it, since its cells are of people who were never asked. */
  owner: string | null;
  mayGive: (role: AppointmentRole, group: string) => boolean;
  /** Persons of a structure as this one sees them. */
  knownIn: (structure: Structure) => KnownPerson[];
}

export interface ContactImportsDeps {
  groups: Pick<GroupStore, 'read' | 'change'>;
  imports: ImportStore<ContactRole, ContactImportAnswer>;
  sectors: CodeTable;
  readReports: (scope: Scope) => Promise<Reports>;
  readPlaces: (scope: Scope) => Promise<Places | null>;
  now: () => Date;
  newId: () => string;
}

export type ContactImports = ReturnType<typeof createContactImports>;

/** As those of the structure, and ConflictError `import.not-applied`. */
export function createContactImports({ groups, imports, sectors, readReports, readPlaces, now, newId }: ContactImportsDeps) {
  interface Ground {
    reports: Reports;
    places: Places | null;
  }
  const readGround = async (scope: Scope): Promise<Ground> => ({ reports: await readReports(scope), places: await readPlaces(scope) });
  const planOf = ({ scope, sheet, said }: Sheet<ContactRole>, structure: Structure, { reports, places }: Ground, lang: Lang, who: Importer): ContactPlan =>
    makeContactPlan({
      scope,
      sheet,
      said,
      groups: structure.groups.filter(({ status }) => status !== 'closed'),
      organisations: structure.organisations,
      persons: who.knownIn(structure),
      appointments: structure.appointments,
      mayGive: who.mayGive,
      registry: openRegistry(structure, reports),
      sectors,
      places,
      lang,
    });

  const sheets = createSheetImports<ContactRole, ContactPlanned, ContactDoubt, ContactPlan, [who: Importer]>({
    imports,
    fitOfHeading: (heading) => Math.max(0, ...rolesOfContactHeading(heading).map(({ fit }) => fit)),
    ownerOf: ({ owner }) => owner,
    plan: async (kept, lang, who) => planOf(kept, await groups.read(kept.scope), await readGround(kept.scope), lang, who),
    async apply(acting, kept, lang, check, who) {
      const ground = await readGround(acting.scope);
      return groups.change(acting, async (structure, write) => {
        const made = planOf(kept, structure, ground, lang, who);
        check(made);
        await applyContactPlan(acting, structure, made, write, newId);
        return made;
      });
    },
    withoutPersons,
    now,
    newId,
  });

  return {
    ...sheets,

    /**
     * A personal link for each person whom this sheet entered and who has not confirmed: made only now, when somebody who looked at them says so.
     * @param linkOf the address of a secret
     * @throws NotFoundError `import.unknown`, ConflictError `import.not-applied`
     */
    async invite(acting: Acting, id: string, linkOf: (secret: string) => string, who: Importer): Promise<InvitePersonsAnswer> {
      const { appliedAt } = await sheets.get(acting.scope, id, 'en', who);
      if (appliedAt === null) throw new ConflictError('import.not-applied', problemText('import.not-applied'));
      const invitations = await groups.change(acting, async ({ persons }, write) => {
        const waiting = persons.filter((each) => each.entered === 'import' && each.enteredAt === appliedAt && each.confirmedAt === null && each.restrictedAt === null); // prettier-ignore
        const made: InvitePersonsAnswer['invitations'] = [];
        for (const { id: person, name, email, enteredAt } of waiting) {
          const secret = secretText();
          const expiresAt = new Date(Date.parse(enteredAt) + GONE_DAYS * DAY_MS).toISOString();
          await write.putLink({ hash: hashOf(secret), person, expiresAt });
          await write.recordContact({ action: 'link', person });
          made.push({ person, name, email, link: linkOf(secret), expiresAt });
        }
        return made;
      });
      return { invitations };
    },
  };
}

/** Of an applied sheet rows and what became of them stay, and no cell that could be of a person. */
function withoutPersons(answer: ContactImportAnswer): ContactImportAnswer {
  return {
    ...answer,
    columns: answer.columns.map((column) => ({ ...column, samples: [], reasons: [], alternatives: [] })),
    changes: answer.changes.filter(({ person }) => person === null),
    doubts: [],
    ledger: answer.ledger.map((line) => ({ ...line, notes: [] })),
  };
}
