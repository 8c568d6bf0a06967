/** Names of a row: of one cell or of two columns, one person or several, family name first or last. What is not plain is asked. */
import { personName } from '../../contract/people/people.ts';
import { personParts } from '../../groups/import/match.ts';
import { foldName } from '../../matching/fold.ts';
import { isNobody } from '../../matching/organisations.ts';
import { isVacant } from '../../matching/words/contacts.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { ContactPlanning, Line, WrittenName } from './planning.ts';

/** What stands behind a comma and is no name. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph ?d|m ?d|msc|mph|mba|ma|ba|bsc|dr|eng|ing)$/;

const NAMES_AT_MOST = 3;
const commaParts = (text: string): [string, string] | null => {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 2 || parts.some((part) => part === '' || part.split(/\s+/).length > NAMES_AT_MOST)) return null;
  return SUFFIX.test(foldName(parts[1]!)) ? null : (parts as [string, string]);
};

export function planNames({ book }: Pick<ContactPlanning, 'book'>) {
  /** @returns null while it is in doubt, [] where nobody is named; the row is told so */
  function read({ row, text }: Line): WrittenName[] | null {
    const [full, given, family] = [text('name', 'full'), text('name', 'given'), text('name', 'family')];
    const written = full || [given, family].filter(Boolean).join(' ');
    const folded = foldName(written);
    if (folded === '' || isNobody(written) || isVacant(written)) {
      book.leave(row, 'contacts.left.no-name');
      return [];
    }
    const parts = full === '' ? [written] : personParts(full);
    let names: string[] = [written];
    if (parts.length > 1) {
      const choices = [
        { answer: 'split', clause: clause('import.choice.split', { parts: parts.map((part) => verbatim(part)) }) },
        { answer: 'one', clause: clause('import.choice.one', { name: written }) },
      ];
      const answer = book.ask(row, 'several', `person:${row}`, written, clause('import.doubt.several-persons', { written }), choices);
      if (answer === null) return null;
      if (answer === 'split') names = parts;
    }
    // Two columns say which part is which, where one person stands in them.
    if (full === '' || (names.length === 1 && given !== '' && family !== '')) {
      return check(row, [{ name: written, given: given || null, family: family || null }]);
    }
    const turned = names.map((name) => turn(row, name));
    return turned.includes(null) ? null : check(row, turned as WrittenName[]);
  }

  /** "Abane, Zoe": asked once for the whole sheet, since one hand wrote it. */
  function turn(row: number, name: string): WrittenName | null {
    const parts = commaParts(name);
    if (parts === null) return { name, given: null, family: null };
    const [first, second] = parts;
    const choices = [
      { answer: 'family-first', clause: clause('contacts.choice.family-first', { name: `${second} ${first}` }) },
      { answer: 'as-it-is', clause: clause('contacts.choice.as-it-is', { name }) },
    ];
    const answer = book.ask(row, 'name', 'comma', name, clause('contacts.doubt.comma', { written: name }), choices);
    if (answer === null) return null;
    return answer === 'family-first' ? { name: `${second} ${first}`, given: second, family: first } : { name, given: null, family: null };
  }

  function check(row: number, names: WrittenName[]): WrittenName[] {
    const fit = names.filter(({ name }) => personName.safeParse(name).success);
    if (fit.length < names.length) book.leave(row, 'contacts.left.bad-name');
    return fit.length < names.length ? [] : fit;
  }

  return { read };
}
