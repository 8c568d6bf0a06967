/** What every file of contacts is made from, and the sentences that each carries: for whom, when, until when, and what is not in it. Pure. */
import type { AppointmentRole } from '../../contract/groups/groups.ts';
import { nameIn, shortNameIn } from '../../contract/groups/names.ts';
import type { Card, CardRole, ContactKind, ContactsAnswer, LeftOut } from '../../contract/contacts/contacts.ts';
import type { Lang } from '../../contract/languages.ts';
import { addDays } from '../../groups/structure.ts';
import { say, type WordId } from '../../words/words.ts';

export interface CardFile {
  scope: string;
  /** The group or the country that the list is of. */
  name: string;
  /** What the list is, in words. */
  title: string;
  /** The one group that the list is of; null where it is of several. */
  group: string | null;
  /** Ids of groups that the list has whole: an address book that has the group already takes its members from here. */
  whole: ReadonlySet<string>;
  cards: readonly Card[];
  groups: ContactsAnswer['groups'];
  organisations: ContactsAnswer['organisations'];
  leftOut: LeftOut;
  notice: {
    /** Who asked for it, by name. */
    who: string;
    /** ISO instant. */
    at: string;
    /** YYYY-MM-DD: after this day a new one is to be made. */
    until: string;
  };
  lang: Lang;
}

/** A list of contacts is right for a month: people come and go every week, and check-ins end. */
const VALID_DAYS = 30;

/** @param at ISO instant @returns YYYY-MM-DD */
export const validUntil = (at: string): string => addDays(at.slice(0, 10), VALID_DAYS);

const ROLE: Record<AppointmentRole, WordId> = {
  chair: 'contactFile.role.chair',
  'co-chair': 'contactFile.role.co-chair',
  coordinator: 'contactFile.role.coordinator',
  'co-coordinator': 'contactFile.role.co-coordinator',
  imo: 'contactFile.role.imo',
  alternate: 'contactFile.role.alternate',
  secretariat: 'contactFile.role.secretariat',
  member: 'contactFile.role.member',
  observer: 'contactFile.role.observer',
};
export const roleText = ({ role }: Pick<CardRole, 'role'>, lang: Lang): string => say(lang, ROLE[role]);

export interface Names {
  group: (id: string) => string;
  shortGroup: (id: string) => string;
  /** '' of null. */
  organisation: (id: string | null) => string;
}

export function namesOf({ groups, organisations, lang }: Pick<CardFile, 'groups' | 'organisations' | 'lang'>): Names {
  const byId = new Map(groups.map((group) => [group.id as string, group]));
  const names = new Map(organisations.map(({ id, name }) => [id as string, name]));
  return {
    group: (id) => nameIn(byId.get(id)?.names ?? {}, lang) || id,
    shortGroup: (id) => {
      const group = byId.get(id);
      return group ? shortNameIn(group, lang) : id;
    },
    organisation: (id) => (id === null ? '' : (names.get(id) ?? id)),
  };
}

/** Entries of a kind, the preferred first, work before personal. */
export const entriesOf = ({ contacts }: Card, kind: ContactKind): Card['contacts'] =>
  contacts
    .filter((entry) => entry.kind === kind)
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred) || Number(a.label === 'personal') - Number(b.label === 'personal'));

/** What is left out, one sentence for each reason; one that says so where nothing is. @param more sentences of the format itself */
function leftOutSentences({ persons, fields, why }: LeftOut, lang: Lang, more: readonly string[] = []): string[] {
  if (persons === 0 && fields === 0 && more.length === 0) return [say(lang, 'contactFile.left.nothing')];
  const reasons: [WordId, number][] = [
    ['contactFile.left.hidden', why.hidden],
    ['contactFile.left.withheld', why.withheld],
    ['contactFile.left.consent', why.consent],
    ['contactFile.left.classification', why.classification],
    ['contactFile.left.fields', fields],
  ];
  return [...reasons.flatMap(([id, n]) => (n > 0 ? [say(lang, id, { n })] : [])), ...more];
}

/** For whom, when, until when, and that it is not to be passed on; then what is not in it. */
export function noticeSentences({ notice: { who, at, until }, leftOut, lang }: CardFile, more: readonly string[] = []): string[] {
  return [
    say(lang, 'contactFile.for', { who, at: at.slice(0, 10) }),
    say(lang, 'contactFile.until', { until }),
    say(lang, 'contactFile.forward'),
    ...leftOutSentences(leftOut, lang, more),
  ];
}
