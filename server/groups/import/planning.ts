/** What the parts of a plan share. */
import type { ColumnReading } from '../../contract/columns.ts';
import type { Group, Scope } from '../../contract/groups/groups.ts';
import type { Doubt, Planned, StructureRole } from '../../contract/groups/imports.ts';
import type { Lang } from '../../contract/languages.ts';
import type { OrganisationRegistry } from '../../matching/organisations.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { Book, Intent } from '../../sheets/book.ts';
import type { KeptSheet } from '../../sheets/sheet.ts';
import type { Said } from '../../sheets/store.ts';
import type { Structure } from '../structure.ts';

/** P-codes of the current boundaries, and units by folded name. */
export interface Places {
  codes: ReadonlySet<string>;
  byName: ReadonlyMap<string, string[]>;
}

export interface PlanInput {
  scope: Scope;
  sheet: KeptSheet;
  said: Omit<Said<StructureRole>, 'sheet'>;
  structure: Structure;
  /** Made for this plan: it learns the spellings of the sheet. */
  registry: OrganisationRegistry;
  sectors: CodeTable;
  /** null where no boundaries are published. */
  places: Places | null;
  /** YYYY-MM-DD */
  today: string;
  lang: Lang;
}

export interface Plan extends ReturnType<Book<Planned, Doubt>['close']> {
  columns: ColumnReading<StructureRole>[];
  intents: ReadonlyMap<string, Intent<Planned>>;
}

/** What the parts of a plan share. */
export interface Planning extends PlanInput {
  book: Book<Planned, Doubt>;
  columns: ColumnReading<StructureRole>[];
  /** Groups that there are and those that the sheet makes, by id. */
  groups: Map<string, Group>;
}

/** One row as the columns read it. */
export interface Line {
  row: number;
  group: string;
  /** The text of the first column that holds this. */
  text: (is: StructureRole['is'], part?: string) => string;
  start: string | null;
  end: string | null;
}
