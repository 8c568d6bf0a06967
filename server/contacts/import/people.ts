/** Who a name of the sheet is: somebody who is there, somebody of a row above, or new. By address and folded name; what is near is asked. */
import { nearest } from '../../groups/import/match.ts';
import { foldName } from '../../matching/fold.ts';
import { editSimilarity } from '../../matching/similarity.ts';
import { clause } from '../../words/clauses.ts';
import type { Choice } from '../../sheets/book.ts';
import type { ContactPlanning, KnownPerson, WrittenContact, WrittenName } from './planning.ts';

const NEAR = 0.86;

/** Somebody whom the sheet makes. */
export interface MadePerson {
  /** Of the row that names them first. */
  key: string;
  name: string;
  given: string | null;
  family: string | null;
  organisation: string | null;
  jobTitle: string | null;
  dutyStation: KnownPerson['dutyStation'];
  languages: string[];
  contacts: WrittenContact[];
}
export type Found = { is: 'known'; person: KnownPerson } | { is: 'made'; person: MadePerson };

const emailsOf = (contacts: readonly Pick<WrittenContact, 'kind' | 'value'>[]): string[] =>
  contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value.toLowerCase());
/** The same words, in whatever order. */
const sameWords = (a: string, b: string): boolean => foldName(a).split(' ').toSorted().join(' ') === foldName(b).split(' ').toSorted().join(' ');
const isAlike = (a: string, b: string): boolean => sameWords(a, b) || editSimilarity(foldName(a), foldName(b)) >= NEAR;

export function planPeople({ book, persons }: Pick<ContactPlanning, 'book' | 'persons'>) {
  const made = new Map<string, MadePerson>();

  interface Asked extends WrittenName {
    row: number;
    /** Turn within the row. */
    turn: number;
    organisation: string | null;
    contacts: readonly WrittenContact[];
  }

  const byKey = (answer: string): Found | null => {
    const known = persons.find(({ id }) => `is:${id}` === answer);
    const own = made.get(answer.slice(3));
    return known ? { is: 'known', person: known } : own ? { is: 'made', person: own } : null;
  };
  const choiceOf = (found: Found): Choice => ({
    answer: `is:${found.is === 'known' ? found.person.id : found.person.key}`,
    clause: clause('import.choice.is', { name: found.person.name }),
  });

  /** @returns null while it is in doubt, `new` where somebody said that it is nobody of them */
  function ask(asked: Asked, about: 'address' | 'near', found: readonly Found[]): Found | 'new' | null {
    const { row, turn, name } = asked;
    const code = about === 'address' ? 'contacts.doubt.same-address' : 'import.doubt.person';
    const choices = [...found.map(choiceOf), { answer: 'new', clause: clause('import.choice.new-person', { name }) }];
    const answer = book.ask(row, 'person', `${about}:${row}:${turn}`, name, clause(code, { written: name }), choices);
    if (answer === null) return null;
    return answer === 'new' ? 'new' : byKey(answer);
  }

  function find(asked: Asked): Found | 'new' | null {
    const addresses = new Set(emailsOf(asked.contacts));
    const everybody: Found[] = [
      ...persons.map((person): Found => ({ is: 'known', person })),
      ...[...made.values()].map((person): Found => ({ is: 'made', person })),
    ];
    const sharing = everybody.filter(({ person }) => emailsOf(person.contacts).some((address) => addresses.has(address)));
    const same = sharing.filter(({ person }) => isAlike(person.name, asked.name));
    if (same.length === 1) return same[0]!;
    if (sharing.length > 0) return ask(asked, 'address', sharing);

    const folded = foldName(asked.name);
    const named = everybody.filter(({ person }) => foldName(person.name) === folded || sameWords(person.name, asked.name));
    // One name and two addresses may be two persons; where one of both has none it is the same.
    const agreeing = named.filter(({ person }) => addresses.size === 0 || emailsOf(person.contacts).length === 0 || person.organisation === asked.organisation); // prettier-ignore
    if (named.length === 1 && agreeing.length === 1) return named[0]!;
    if (named.length > 0) return ask(asked, 'near', named);
    const near = nearest(folded, everybody.map((each) => ({ id: choiceOf(each).answer, keys: [foldName(each.person.name)] })), NEAR); // prettier-ignore
    return near.is === 'near' ? ask(asked, 'near', near.ids.map((id) => byKey(id)!)) : 'new'; // prettier-ignore
  }

  return {
    made,
    /** null while it is in doubt. */
    resolve(asked: Asked): Found | null {
      const found = find(asked);
      if (found !== 'new') return found;
      const key = `person:${asked.row}.${asked.turn}`;
      const { name, given, family, organisation } = asked;
      const person: MadePerson = { key, name, given, family, organisation, jobTitle: null, dutyStation: null, languages: [], contacts: [] };
      made.set(key, person);
      return { is: 'made', person };
    },
  };
}
