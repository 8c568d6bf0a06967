/** What the parts of a plan of contacts share. */
import type { ContactDoubt, ContactPlanned, ContactRole } from '../../contract/contacts/imports.ts';
import type { ContactEntry, DutyStation } from '../../contract/contacts/contacts.ts';
import type { ColumnReading } from '../../contract/columns.ts';
import type { AppointmentRole, Group, Organisation, Scope } from '../../contract/groups/groups.ts';
import type { Lang } from '../../contract/languages.ts';
import type { StoredAppointment } from '../../groups/structure.ts';
import type { Places } from '../../groups/import/planning.ts';
import type { OrganisationRegistry } from '../../matching/organisations.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { Book, Intent } from '../../sheets/book.ts';
import type { KeptSheet } from '../../sheets/sheet.ts';
import type { Said } from '../../sheets/store.ts';

/** Somebody who is there already, as the one who asks sees them: nobody else is ever compared with, or a sheet would find out who is in a list. */
export interface KnownPerson {
  id: string;
  name: string;
  given: string | null;
  family: string | null;
  organisation: string | null;
  jobTitle: string | null;
  dutyStation: DutyStation | null;
  languages: readonly string[];
  contacts: readonly Pick<ContactEntry, 'kind' | 'value'>[];
  /** Whether the one who asks decides on the entry; of others a sheet adds roles only. */
  mayChange: boolean;
}

export interface ContactPlanInput {
  scope: Scope;
  sheet: KeptSheet;
  said: Omit<Said<ContactRole>, 'sheet'>;
  groups: readonly Group[];
  organisations: readonly Pick<Organisation, 'id'>[];
  persons: readonly KnownPerson[];
  appointments: readonly StoredAppointment[];
  /** Whether the one who asks may enter somebody with this role in this group. */
  mayGive: (role: AppointmentRole, group: string) => boolean;
  /** Made for this plan: it learns the spellings of the sheet. */
  registry: OrganisationRegistry;
  sectors: CodeTable;
  /** null where no boundaries are published. */
  places: Places | null;
  lang: Lang;
}

export interface ContactPlan extends ReturnType<Book<ContactPlanned, ContactDoubt>['close']> {
  columns: ColumnReading<ContactRole>[];
  intents: ReadonlyMap<string, Intent<ContactPlanned>>;
}

export interface ContactPlanning extends ContactPlanInput {
  book: Book<ContactPlanned, ContactDoubt>;
  columns: ColumnReading<ContactRole>[];
}

/** One row as the columns read it. */
export interface Line {
  row: number;
  /** The text of the first column that holds this; '' where there is none. */
  text: (is: ContactRole['is'], part?: string) => string;
  /** Cells of all columns that hold this and are filled. */
  cells: (is: ContactRole['is']) => { column: number; heading: string; cell: string | number | { day: string } }[];
}

export interface WrittenName {
  name: string;
  given: string | null;
  family: string | null;
}

/** A contact as a cell has it. */
export interface WrittenContact {
  kind: ContactEntry['kind'];
  service: string | null;
  value: string;
}
