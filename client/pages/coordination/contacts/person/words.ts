/** What the dialog of a person stands on. */
import type { Person, PersonsAnswer } from '../../../../../server/contract/groups/people.ts';
import type { HeldRole } from '../../../../../server/contract/groups/groups.ts';
import type contactEditMessages from '../../../../../server/words/en/interface/workgroup/contactEdit.ts';
import type { Translate } from '../../../../i18n/translate.ts';
import type { PersonDraft } from '../../../../kit/person/draft.ts';
import type { App } from '../../../../kit/view.ts';
import type { Structure } from '../../structure.ts';
import type { ContactKey } from '../words.ts';

export type PersonEditKey = ContactKey | keyof typeof contactEditMessages;
export type Kept = PersonsAnswer['persons'][number];
export type Role = HeldRole['role'];

/** A link as it was made: shown once. */
export interface EntryLink {
  link: string;
  expiresAt: string;
}

export interface PersonPage {
  app: App;
  t: Translate<PersonEditKey>;
  scope: string;
  /** In the reader's language. */
  country: string;
  structure: Structure;
  /** Groups in which the reader may enter people. */
  approves: readonly string[];
  /** May look at what is hidden, to delete. */
  looks: boolean;
  /** null: somebody new. */
  person: Kept | null;
  draft: PersonDraft;
  /** Other fields of the form, by name. */
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
  organisations: readonly { id: string; name: string }[];
  link: EntryLink | null;
  /** What was looked at. */
  looked: Person | null;
  busy: boolean;
  set: (patch: Partial<PersonDraft>) => void;
  say: (values: Record<string, string>) => void;
  /** Sends something and shows the person as they are then. */
  run: (send: () => Promise<unknown>, said: string) => Promise<boolean>;
  setLink: (link: EntryLink) => void;
  setLooked: (person: Person) => void;
  /** The dialog ends: the person is gone. */
  done: () => void;
}

export const valueOf = ({ values }: Pick<PersonPage, 'values'>, name: string): string => values[name] ?? '';
