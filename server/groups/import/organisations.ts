/** Organisations of a sheet: matched to the registry, asked where a name is near or a cell holds two, and the seats they are to have. */
import type { Clause } from '../../contract/clause.ts';
import type { Capacity, Organisation, Seat } from '../../contract/groups/groups.ts';
import { foldName } from '../../matching/fold.ts';
import { isNobody, type OrganisationRegistry } from '../../matching/organisations.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import type { Choice, Intent } from '../../sheets/book.ts';
import { overlap } from '../changeGroups.ts';
import { CAPACITY } from '../words.ts';
import { nameOfGroup } from './groups.ts';
import { nearest, partsOf } from './match.ts';
import type { Line, Planning } from './planning.ts';

/** Two names so alike are asked about. */
const NEAR = 0.84;

interface OrganisationPlanning {
  book: {
    ask: (row: number, about: 'organisation' | 'several', key: string, written: string, own: Clause, choices: Choice[]) => string | null;
    plan: (row: number, intent: Omit<Intent<'organisation.create'>, 'rows'>) => void;
  };
  /** Made for this plan: it learns the spellings of the sheet. */
  registry: OrganisationRegistry;
  organisations: readonly Pick<Organisation, 'id'>[];
}

/** Organisations that cells name, whatever the sheet is read into. */
export function createOrganisationReader({ book, registry, organisations }: OrganisationPlanning) {
  const names = new Map(registry.all().map(({ id, name, acronym, type }) => [id, { name, acronym, type }]));
  const stored = new Set(organisations.map(({ id }) => id));
  const nameOf = (id: string) => names.get(id)?.name ?? id;

  /** The id of a known organisation, or of one that the sheet made; undefined where the name is new. */
  function lookUp(text: string): string | undefined {
    const id = registry.resolve({ name: text, acronym: null, type: null })?.id;
    return id !== undefined && names.has(id) ? id : undefined;
  }

  /** @returns null while it is in doubt */
  function resolveOne(row: number, text: string, more: { acronym: string | null; type: string | null }): string | null {
    const known = lookUp(text);
    if (known !== undefined) return known;
    const folded = foldName(text);
    if (folded === '') return null;
    const match = nearest(folded, [...names].map(([id, { name, acronym }]) => ({ id, keys: [foldName(name), ...(acronym ? [foldName(acronym)] : [])] })), NEAR); // prettier-ignore
    if (match.is === 'near') {
      const choices = [
        ...match.ids.map((id) => ({ answer: `is:${id}`, clause: clause('import.choice.is', { name: nameOf(id) }) })),
        { answer: 'new', clause: clause('import.choice.new-organisation', { name: text }) },
      ];
      const answer = book.ask(row, 'organisation', folded, text, clause('import.doubt.organisation', { written: text }), choices);
      if (answer === null) return null;
      if (answer !== 'new') return answer.slice(3);
    }
    const made = registry.resolve({ name: text, ...more })!;
    names.set(made.id, { name: made.name, acronym: made.acronym, type: made.type });
    return made.id;
  }

  /** Plans it where the registry of groups does not have it yet. @returns what it stands on */
  function ensure(row: number, id: string): string[] {
    if (stored.has(id)) return [];
    const { name, acronym, type } = names.get(id)!;
    const data: Omit<Organisation, 'scope'> = { id, name, names: {}, acronym, type, identifiers: [], website: null };
    book.plan(row, {
      id: `organisation:${id}`,
      does: 'organisation.create',
      group: null,
      organisation: id,
      person: null,
      clause: clause('import.organisation.create', { name }),
      needs: [],
      data,
    });
    return [`organisation:${id}`];
  }

  /** All organisations of a cell; null while it is in doubt. */
  function resolveCell(
    row: number,
    text: string,
    declared: readonly string[],
    more = { acronym: null as string | null, type: null as string | null },
  ): string[] | null {
    if (isNobody(text) || /^[\s–—-]*$/.test(text)) return [];
    const { parts, sure } = partsOf(text, declared);
    let taken = [text];
    if (parts.length > 1 && lookUp(text) === undefined) {
      if (sure || parts.every((part) => lookUp(part) !== undefined)) taken = parts;
      else if (/[;\n|/]/.test(text) || parts.some((part) => lookUp(part) !== undefined)) {
        const choices = [
          { answer: 'split', clause: clause('import.choice.split', { parts: parts.map((part) => verbatim(part)) }) },
          { answer: 'one', clause: clause('import.choice.one', { name: text }) },
        ];
        const answer = book.ask(row, 'several', foldName(text), text, clause('import.doubt.several', { written: text }), choices);
        if (answer === null) return null;
        if (answer === 'split') taken = parts;
      }
    }
    const ids = taken.filter((part) => !isNobody(part)).map((part) => resolveOne(row, part, taken.length === 1 ? more : { acronym: null, type: null }));
    return ids.includes(null) ? null : [...new Set(ids as string[])];
  }

  return { nameOf, ensure, resolveCell };
}

export function planOrganisations(planning: Planning) {
  const { book, registry, structure } = planning;
  const { nameOf, ensure, resolveCell } = createOrganisationReader({ book, registry, organisations: structure.organisations });
  const seats: (Seat & { intent: string })[] = [];

  /** @param stated null: nobody said, so a member, unless it is in the group in any capacity */
  function planSeat({ row, group, ...days }: Pick<Line, 'row' | 'group' | 'start' | 'end'>, organisation: string, stated: Capacity | null): void {
    const capacity = stated ?? 'member';
    const own = [...structure.seats, ...seats].filter((seat) => seat.group === group && seat.organisation === organisation);
    if (stated === null && own.some((seat) => overlap(seat, days))) return book.holds(row);
    const span = { start: days.start, end: days.end };
    const planned = seats.find((seat) => seat.group === group && seat.organisation === organisation && seat.capacity === capacity && overlap(seat, span));
    const found = structure.seats.find(
      (seat) =>
        seat.group === group &&
        seat.organisation === organisation &&
        seat.capacity === capacity &&
        overlap(seat, { start: span.start ?? span.end, end: span.start ?? span.end }),
    );
    const params = { organisation: nameOf(organisation), group: nameOfGroup(planning, group), capacity: clause(CAPACITY[capacity]) };
    const needs = [...ensure(row, organisation), ...(structure.groups.some(({ id }) => id === group) ? [] : [`group:${group}`])];
    const common = { group, organisation, person: null, needs };
    if (planned) return book.plan(row, { ...book.intents.get(planned.intent)!, id: planned.intent });
    if (found) {
      const after = { start: span.start ?? found.start, end: span.end ?? found.end };
      if (after.start === found.start && after.end === found.end) return book.holds(row);
      const text = clause('import.seat.change', { ...params, start: after.start ?? '…', end: after.end ?? '…' });
      return book.plan(row, { id: `seat:${found.id}`, does: 'seat.change', clause: text, data: { ...found, ...after }, ...common });
    }
    const id = `seat:${group}:${organisation}:${capacity}:${span.start ?? ''}`;
    seats.push({ id, group, organisation, capacity, ...span, intent: id });
    book.plan(row, { id, does: 'seat.add', clause: clause('import.seat.add', params), data: { group, organisation, capacity, ...span }, ...common });
  }

  return {
    nameOf,
    ensure,
    resolveCell,
    planSeat,
    /** @param main the organisation that the row is about: acronym, type and, unless a person is named, the days are its own */
    take(line: Line, text: string, capacity: Capacity | null, declared: readonly string[], main: boolean): void {
      const more = main ? { acronym: line.text('organisation', 'acronym') || null, type: null } : undefined;
      const ids = resolveCell(line.row, text, declared, more);
      const days = main && line.text('person') === '' ? { start: line.start, end: line.end } : { start: null, end: null };
      for (const id of ids ?? []) planSeat({ ...line, ...days }, id, capacity);
    },
  };
}
