/** What rows say of a person besides name and role: filled in where nothing is known, asked where two disagree, never written over. */
import type { KnownPerson } from './planning.ts';
import { MAX_CONTACTS } from '../../contract/contacts/contacts.ts';
import { pcode } from '../../contract/ids.ts';
import { foldName } from '../../matching/fold.ts';
import { languageParts, readLanguage } from '../../matching/words/contacts.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { ContactPlanning, Line, WrittenContact } from './planning.ts';
import type { Found, MadePerson } from './people.ts';

type Field = 'given' | 'family' | 'organisation' | 'jobTitle' | 'dutyStation' | 'languages';
const FIELDS = ['given', 'family', 'organisation', 'jobTitle', 'dutyStation', 'languages'] as const satisfies readonly Field[];
const WORDS = {
  given: 'contacts.field.given',
  family: 'contacts.field.family',
  organisation: 'contacts.field.organisation',
  jobTitle: 'contacts.field.job-title',
  dutyStation: 'contacts.field.duty-station',
  languages: 'contacts.field.languages',
} as const;
/** What a person may be changed to by a sheet. */
export type PersonFields = Partial<Pick<MadePerson, Field>>;
/** `person.change`: what is filled in, and contacts that are new. */
export interface ChangedPerson {
  person: string;
  fields: PersonFields;
  contacts: WrittenContact[];
}

/** Of a line of a person (contract/contacts/contacts.ts). */
const LONGEST_TITLE = 150;

export function planFields({ book, places, registry }: Pick<ContactPlanning, 'book' | 'places' | 'registry'>) {
  interface Said {
    found: Found;
    rows: Set<number>;
    fields: Map<Field, Map<string, { value: PersonFields[Field]; rows: number[] }>>;
    contacts: Map<string, WrittenContact>;
  }
  const all = new Map<string, Said>();

  function stationOf(row: number, text: Line['text']): KnownPerson['dutyStation'] | undefined {
    const [code, name] = [text('pcode').toUpperCase(), text('duty-station').slice(0, 200)];
    const known = (each: string) => (places ? places.codes.has(each) : pcode.safeParse(each).success);
    if (code !== '' && known(code)) return { pcode: pcode.parse(code), name: name || code };
    if (code !== '') book.note(row, 'contacts.note.pcode', { written: code });
    if (foldName(name) === '') return undefined;
    if (known(name.toUpperCase())) return { pcode: pcode.parse(name.toUpperCase()), name };
    const units = places?.byName.get(foldName(name)) ?? [];
    if (units.length < 2) return { pcode: units[0] === undefined ? null : pcode.parse(units[0]), name };
    const choices = [
      ...units.slice(0, 10).map((answer) => ({ answer, clause: verbatim(answer) })),
      { answer: 'text', clause: clause('contacts.choice.without-code') },
    ];
    const answer = book.ask(row, 'place', foldName(name), name, clause('contacts.doubt.place', { written: name }), choices);
    if (answer === null) return undefined;
    return { pcode: answer === 'text' ? null : pcode.parse(answer), name };
  }

  function languagesOf(row: number, written: string): string[] | undefined {
    const parts = languageParts(written);
    const codes = parts.map((part) => readLanguage(part));
    for (const [i, part] of parts.entries()) if (codes[i] === undefined) book.note(row, 'contacts.note.language', { written: part });
    const known = [...new Set(codes.filter((code) => code !== undefined))];
    return known.length === 0 ? undefined : known;
  }

  const keyOf = ({ is, person }: Found): string => (is === 'known' ? person.id : person.key);
  const textOfValue = (value: PersonFields[Field]): string => {
    if (value === null || value === undefined) return '–';
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' ? value : [value.name, value.pcode].filter(Boolean).join(' ');
  };
  const nameOf = (field: Field, value: PersonFields[Field]): string =>
    field === 'organisation' ? (registry.all().find(({ id }) => id === value)?.name ?? textOfValue(value)) : textOfValue(value);

  /** One value, or the one that was chosen; undefined while rows disagree. */
  function settle(said: Said, field: Field, values: Map<string, { value: PersonFields[Field]; rows: number[] }>): PersonFields[Field] | undefined {
    const { found } = said;
    const before = found.person[field];
    const isEmpty = before === null || (Array.isArray(before) && before.length === 0) || found.is === 'made';
    const options = new Map([
      ...(isEmpty ? [] : [[JSON.stringify(before), { value: before as PersonFields[Field], rows: [] as number[] }] as const]),
      ...values,
    ]);
    if (options.size === 1) return [...options.values()][0]!.value;
    const choices = [...options].map(([answer, each]) => ({ answer: answer.slice(0, 300), clause: verbatim(nameOf(field, each.value)) }));
    const written = [...options.values()].map((each) => nameOf(field, each.value)).join(' / ');
    const doubt = clause('import.doubt.conflict', { group: found.person.name, field: clause(WORDS[field]) });
    const answers = [...values.values()].flatMap((each) => each.rows).map((row) => book.ask(row, 'conflict', `${keyOf(found)}:${field}`, written, doubt, choices)); // prettier-ignore
    const chosen = answers.find((answer) => answer !== null);
    return chosen === undefined ? undefined : [...options].find(([key]) => key.slice(0, 300) === chosen)?.[1].value;
  }

  const sameContact = (a: Pick<WrittenContact, 'kind' | 'value'>, b: Pick<WrittenContact, 'kind' | 'value'>): boolean =>
    a.kind === b.kind && (a.kind === 'phone' ? a.value.replace(/\D/g, '') === b.value.replace(/\D/g, '') : a.value.toLowerCase() === b.value.toLowerCase());

  function close(): void {
    for (const said of all.values()) {
      const { found, rows } = said;
      const settled: PersonFields = {};
      for (const field of FIELDS) {
        const values = said.fields.get(field);
        const value = values && settle(said, field, values);
        if (value !== undefined) Object.assign(settled, { [field]: value });
      }
      const contacts = [...said.contacts.values()].slice(0, MAX_CONTACTS);
      if (contacts.length < said.contacts.size) for (const row of rows) book.note(row, 'contacts.note.too-many', { most: MAX_CONTACTS });
      if (found.is === 'made') {
        Object.assign(found.person, settled);
        found.person.contacts = contacts;
        continue;
      }
      const { person } = found;
      const fields = Object.fromEntries(Object.entries(settled).filter(([field, value]) => JSON.stringify(person[field as Field]) !== JSON.stringify(value))) as PersonFields; // prettier-ignore
      const added = contacts.filter((each) => !person.contacts.some((own) => sameContact(own, each)));
      if (Object.keys(fields).length === 0 && added.length === 0) continue;
      for (const row of rows) {
        if (!person.mayChange) book.note(row, 'contacts.note.not-yours', { person: person.name });
        else
          book.plan(row, {
            id: `change:${person.id}`,
            does: 'person.change',
            group: null,
            organisation: null,
            person: person.name,
            clause: clause('contacts.person.change', {
              person: person.name,
              fields: [...(Object.keys(fields) as Field[]).map((field) => clause(WORDS[field])), ...added.map(({ value }) => verbatim(value))],
            }),
            needs: typeof fields.organisation === 'string' && book.intents.has(`organisation:${fields.organisation}`) ? [`organisation:${fields.organisation}`] : [], // prettier-ignore
            data: { person: person.id, fields, contacts: added } satisfies ChangedPerson,
          });
      }
    }
  }

  return {
    /** @param alone the only person of the row: what stands in it is theirs */
    say(
      { row, text }: Line,
      found: Found,
      { contacts, organisation, alone }: { contacts: readonly WrittenContact[]; organisation: string | null; alone: boolean },
    ): void {
      const key = keyOf(found);
      const said = all.get(key) ?? { found, rows: new Set(), fields: new Map(), contacts: new Map() };
      all.set(key, said);
      said.rows.add(row);
      for (const each of contacts)
        if (![...said.contacts.values()].some((own) => sameContact(own, each))) said.contacts.set(`${each.kind} ${each.value}`, each);
      const title = text('job-title').slice(0, LONGEST_TITLE);
      if (title.length < text('job-title').length) book.note(row, 'contacts.note.cut', { written: text('job-title') });
      const values: Record<Field, PersonFields[Field] | undefined> = {
        given: alone && text('name', 'given') !== '' ? text('name', 'given') : undefined,
        family: alone && text('name', 'family') !== '' ? text('name', 'family') : undefined,
        organisation: organisation ?? undefined,
        jobTitle: title || undefined,
        dutyStation: stationOf(row, text),
        languages: text('languages') === '' ? undefined : languagesOf(row, text('languages')),
      };
      for (const field of FIELDS) {
        const value = values[field];
        if (value === undefined) continue;
        const own = said.fields.get(field) ?? new Map<string, { value: PersonFields[Field]; rows: number[] }>();
        said.fields.set(field, own);
        const id = JSON.stringify(value);
        own.set(id, { value, rows: [...(own.get(id)?.rows ?? []), row] });
      }
    },
    close,
  };
}
