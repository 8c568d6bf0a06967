/** The structure of a country as the pages read it: who stands where, from the edges of the answer. Pure. */
import type { Gap, Group, HeldRole, Seat, StructureAnswer } from '../../../server/contract/groups/groups.ts';
import { createCompare, type Language } from '../../i18n/language.ts';
import { nameOf } from '../../kit/workgroup/names.ts';
import { toTree, type Branch } from './tree.ts';

export type Named = StructureAnswer['organisations'][number];

/** Capacities of those who lead, in the order in which they are told. */
export const LEADS = ['lead', 'co-lead', 'government-lead'] as const;
/** Whether a seat is one of those that lead. */
export const isLead = ({ capacity }: Pick<Seat, 'capacity'>): boolean => (LEADS as readonly string[]).includes(capacity);

export interface Structure {
  answer: StructureAnswer;
  byId: ReadonlyMap<string, Group>;
  /** Groups that are not closed. */
  tree: Branch<Group>[];
  closed: Group[];
  organisations: ReadonlyMap<string, Named>;
  /** That hold today, those who lead first. */
  seats: ReadonlyMap<string, Seat[]>;
  roles: ReadonlyMap<string, HeldRole[]>;
  gaps: ReadonlyMap<string, Gap[]>;
  members: ReadonlyMap<string, { organisations: number; persons: number }>;
}

/** Whether what has these days holds on a day, both days included. */
export const holds = ({ start, end }: { start: string | null; end: string | null }, today: string): boolean =>
  (start === null || start <= today) && (end === null || end >= today);

/** The full name of an organisation. */
export const fullNameOf = ({ name, names }: Pick<Named, 'name' | 'names'>, language: string): string => names[language] ?? name;

/** The full name by id; the id where the answer does not name it. */
export function organisationName(organisations: ReadonlyMap<string, Named>, id: string, language: string): string {
  const known = organisations.get(id);
  return known ? fullNameOf(known, language) : id;
}

/** The acronym, where there is one. */
export function organisationShort(organisations: ReadonlyMap<string, Named>, id: string, language: string): string {
  return organisations.get(id)?.acronym ?? organisationName(organisations, id, language);
}

/** In the order in which they are told. */
export const CAPACITIES: readonly Seat['capacity'][] = [...LEADS, 'member', 'donor', 'observer'];

/** Those who lead first, then by name. */
export function sortSeats(seats: readonly Seat[], organisations: ReadonlyMap<string, Named>, language: Language): Seat[] {
  const compare = createCompare(language);
  const rank = ({ capacity }: Seat) => CAPACITIES.indexOf(capacity);
  const name = ({ organisation }: Seat) => organisationName(organisations, organisation, language);
  return seats.toSorted((a, b) => rank(a) - rank(b) || compare(name(a), name(b)));
}

/** Everything by group, in the order in which it is told in a language. */
export function toStructure(answer: StructureAnswer, language: Language): Structure {
  const { groups, today } = answer;
  const compare = createCompare(language);
  const byName = (a: Group, b: Group) => compare(nameOf(a, language), nameOf(b, language)) || (a.id < b.id ? -1 : 1);
  const organisations = new Map(answer.organisations.map((organisation) => [organisation.id, organisation]));
  const standing = sortSeats(
    answer.seats.filter((seat) => holds(seat, today)),
    organisations,
    language,
  );
  return {
    answer,
    byId: new Map(groups.map((group) => [group.id, group])),
    tree: toTree(
      groups.filter(({ status }) => status !== 'closed'),
      byName,
    ),
    closed: groups.filter(({ status }) => status === 'closed').toSorted(byName),
    organisations,
    seats: Map.groupBy(standing, ({ group }) => group),
    roles: Map.groupBy(
      answer.roles.filter((role) => holds(role, today)),
      ({ group }) => group,
    ),
    gaps: Map.groupBy(answer.gaps, ({ group }) => group),
    members: new Map(answer.members.map((each) => [each.group, each])),
  };
}

/** `toStructure` of an answer that stands for many drawings, kept until the answer or the language is another; null while it is on its way. */
export function keepStructure(): (answer: StructureAnswer | null, language: Language) => Structure | null {
  let kept: { language: Language; structure: Structure } | null = null;
  return (answer, language) => {
    if (!answer) return null;
    if (kept?.structure.answer !== answer || kept.language !== language) kept = { language, structure: toStructure(answer, language) };
    return kept.structure;
  };
}
