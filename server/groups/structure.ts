/** The structure of one scope as data, and what follows from it on a day: who holds what, who is below whom, what the public sees. Pure. */
import type { Group, Organisation, Seat } from '../contract/groups/groups.ts';
import type { PersonRecord } from '../contract/contacts/contacts.ts';
import type { Appointment, AppointmentState, Person } from '../contract/groups/people.ts';
import { DAY_MS } from './checkIn.ts';

export type StoredSeat = Seat & { createdAt: string };
export interface StoredPerson extends Omit<Person, 'claimedBy' | 'languages' | 'record'>, Omit<PersonRecord, 'state'> {
  /** Account of a claim that nobody has confirmed. */
  claimedBy: string | null;
  /** Under which the account of this person acts in histories. */
  accountName: string | null;
  languages: string[];
}
/** `state` as it was last said, or as the check-in has it at the moment of reading; on a day: `stateOn`. */
export type StoredAppointment = Omit<Appointment, 'withheld'> & { createdAt: string };

export interface Structure {
  groups: Group[];
  organisations: Organisation[];
  seats: StoredSeat[];
  persons: StoredPerson[];
  appointments: StoredAppointment[];
}

interface Span {
  start: string | null;
  end: string | null;
}

/** First and last day count. Days are YYYY-MM-DD, so texts compare as days do. */
export const holdsOn = ({ start, end }: Span, day: string): boolean => (start === null || start <= day) && (end === null || day <= end);
export const hasEnded = ({ end }: Pick<Span, 'end'>, day: string): boolean => end !== null && end < day;

/** Whether an appointment gives its rights on this day. */
export const stands = (appointment: Pick<Appointment, 'state' | 'start' | 'end'>, day: string): boolean =>
  appointment.state === 'active' && holdsOn(appointment, day);

/** `ended` once the last day has passed, by no job but by the clock. */
export const stateOn = ({ state, end }: Pick<Appointment, 'state' | 'end'>, day: string): AppointmentState => (hasEnded({ end }, day) ? 'ended' : state);

/** The day before or after, YYYY-MM-DD; days are those of UTC. */
export function addDays(day: string, days: number): string {
  return new Date(toMs(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative where the second is before the first. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);
const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const EDGES = ['parent', 'reportsTo', 'hub'] as const;
type Edge = (typeof EDGES)[number];

/** Ids along an edge from `from` up, without itself; ends where it would go round. */
export function climb(groups: readonly Pick<Group, 'id' | Edge>[], from: string, edge: Edge): string[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const met: string[] = [];
  for (let at = byId.get(from)?.[edge] ?? null; at !== null && at !== from && !met.includes(at); at = byId.get(at)?.[edge] ?? null) met.push(at);
  return met;
}

/** The groups that an edge would make go round, in order, beginning and ending with `id`; null where it goes round nowhere. */
export function findCircle(groups: readonly Pick<Group, 'id' | Edge>[], id: string, edge: Edge): string[] | null {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const path = [id];
  for (let at = byId.get(id)?.[edge] ?? null; at !== null; at = byId.get(at)?.[edge] ?? null) {
    path.push(at);
    if (at === id) return path;
    if (path.length > groups.length + 1) return null;
  }
  return null;
}

/** Ids of all groups below one, by parents; without itself. */
export function belowOf(groups: readonly Pick<Group, 'id' | 'parent'>[], id: string): string[] {
  const found: string[] = [];
  const look = (parent: string) => {
    for (const group of groups)
      if (group.parent === parent && group.id !== id && !found.includes(group.id)) {
        found.push(group.id);
        look(group.id);
      }
  };
  look(id);
  return found;
}

/**
 * The group that answers for data which no group owns, and whose chair sits in the ICCG: `imwg`, or the only working group without a working group above it.
 */
export function findManagers(groups: readonly Group[]): Group | undefined {
  const open = groups.filter(({ type, status }) => type === 'working-group' && status !== 'closed');
  const byId = new Map(groups.map((group) => [group.id, group]));
  const roots = open.filter(({ parent }) => parent === null || byId.get(parent)?.type !== 'working-group');
  return open.find(({ id }) => id === 'imwg') ?? (roots.length === 1 ? roots[0] : undefined);
}

/** The part that everybody may see: public groups with the edges between them, their seats and appointments, and organisations that these name. Persons are left out. */
export function publicPart(structure: Structure): Structure {
  const open = new Set(structure.groups.filter(({ visibility }) => visibility === 'public').map(({ id }) => id));
  const seen = (id: string | null) => (id !== null && open.has(id) ? id : null);
  const groups = structure.groups
    .filter(({ id }) => open.has(id))
    .map((group) => ({
      ...group,
      parent: seen(group.parent),
      reportsTo: seen(group.reportsTo),
      hub: seen(group.hub),
      signoff: group.signoff.filter(({ from }) => open.has(from)),
      updatedBy: null,
    }));
  const seats = structure.seats.filter(({ group }) => open.has(group));
  const appointments = structure.appointments.filter(({ group, state }) => open.has(group) && (state === 'active' || state === 'ended'));
  const named = new Set([...seats, ...appointments].map(({ organisation }) => organisation));
  return { groups, organisations: structure.organisations.filter(({ id }) => named.has(id)), seats, persons: [], appointments };
}
