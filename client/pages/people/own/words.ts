/** What the page of one's own says, and what its parts stand on. */
import type { OwnEntriesAnswer, OwnEntry, OwnHeld } from '../../../../server/contract/contacts/own.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type contactMessages from '../../../../server/words/en/interface/workgroup/contacts.ts';
import type ownMessages from '../../../../server/words/en/interface/workgroup/ownEntry.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { Api } from '../../../kit/api.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import type { PersonDraft } from '../../../kit/person/draft.ts';
import type { App } from '../../../kit/view.ts';

export type OwnKey = keyof typeof ownMessages | keyof typeof contactMessages | keyof typeof commonMessages;
export type OwnWords = Translate<OwnKey>;

/** One entry on its page. */
export interface OwnPage {
  app: App;
  t: OwnWords;
  /** With the personal link where the page was opened by one. */
  api: Api;
  answer: OwnEntriesAnswer;
  entry: OwnEntry;
  /** As it is typed. */
  draft: PersonDraft;
  /** What is typed differs from what is kept. */
  isChanged: boolean;
  /** Of the structure that everybody sees, and one's own. */
  organisations: readonly { id: string; name: string }[];
  faults: Readonly<Record<string, string>>;
  busy: boolean;
  set: (patch: Partial<PersonDraft>) => void;
  /** Sends something, says that it was done and shows the entry as it is then; a failure is shown where it belongs. */
  run: (send: () => Promise<unknown>, said: string) => Promise<boolean>;
  /** Asks before it ends something. */
  ask: (question: OwnQuestion) => void;
}

/** What is asked before it is done. */
export interface OwnQuestion {
  title: string;
  lines: string[];
  yes: string;
  run: () => Promise<unknown>;
}

export const ownParams = ({ entry: { person } }: Pick<OwnPage, 'entry'>) => ({ scope: person.scope as string, person: person.id });

/** A role with its group, as they are called. */
export function heldText({ t, app, entry }: Pick<OwnPage, 't' | 'app' | 'entry'>, { role, group }: Pick<OwnHeld, 'role' | 'group'>): string {
  const known = entry.groups.find(({ id }) => id === group);
  return app.format.comma([app.format.sentence(t(`staff.${role}`)), known ? groupNameIn(known, app.language) : group]);
}
