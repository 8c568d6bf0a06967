/** Groups and the organisations in them: made, changed, closed, deleted. Every refusal leaves everything as it was. */
import {
  GLOBAL,
  type closeBody,
  type Group,
  type GroupChange,
  type NewGroup,
  type Scope,
  type Seat,
  type seatBody,
  type SpanChange,
} from '../contract/groups/groups.ts';
import type { z } from 'zod';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { checkArea, checkGroup, checkMirror, checkUnused, getGroup, getOpenGroup } from './checks.ts';
import { ensureOrganisation } from './registry.ts';
import type { Acting, GroupsDeps } from './deps.ts';
import { hasEnded, type StoredSeat, type Structure } from './structure.ts';
import type { Writer } from './store.ts';

export function createGroupChanges(deps: GroupsDeps) {
  const { store, known, placesOf } = deps;
  const globalFor = (scope: Scope, { mirrors }: { mirrors?: string | null | undefined }) =>
    mirrors && scope !== GLOBAL ? store.read(GLOBAL as Scope) : Promise.resolve(null);
  const placesFor = async (scope: Scope, { area, place }: Partial<Pick<Group, 'area' | 'place'>>) =>
    (area && area.length > 0) || place?.pcode ? await placesOf(scope) : null;

  return {
    /** @throws ConflictError `group.exists`, InputError `group.…` */
    async createGroup(acting: Acting, body: NewGroup): Promise<Group> {
      const [global, places] = await Promise.all([globalFor(acting.scope, body), placesFor(acting.scope, body)]);
      return store.change(acting, async (structure, write) => {
        if (structure.groups.some(({ id }) => id === body.id))
          throw new ConflictError('group.exists', `There is a group ${body.id} here already. Choose another id.`);
        const group = newGroup(body, acting);
        checkGroup([...structure.groups, group], group, known);
        checkMirror(acting.scope, group, global);
        checkArea(group, places);
        await write.insertGroup(group);
        await write.record({ action: 'group.created', group: group.id, detail: { type: group.type, parent: group.parent } });
        return group;
      });
    },

    /** @throws NotFoundError `group.unknown`, InputError `group.…` */
    async changeGroup(acting: Acting, id: string, change: GroupChange): Promise<Group> {
      const [global, places] = await Promise.all([globalFor(acting.scope, change), placesFor(acting.scope, change)]);
      return store.change(acting, async (structure, write) => {
        const before = getGroup(structure, id);
        const reopened = before.status === 'closed' && change.status !== undefined;
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Group>;
        const group: Group = { ...before, ...given, ...(reopened ? { until: null } : {}), updatedAt: acting.at, updatedBy: acting.actor };
        checkGroup(
          structure.groups.map((each) => (each.id === id ? group : each)),
          group,
          known,
        );
        if (change.mirrors !== undefined) checkMirror(acting.scope, group, global);
        checkArea({ area: change.area ?? [], place: change.place ?? null }, places);
        await write.updateGroup(group);
        const { status, ...others } = describeChange(before, group);
        const detail = reopened || status === undefined ? others : { ...others, status };
        if (reopened) await write.record({ action: 'group.reopened', group: id, detail: {} });
        if (Object.keys(detail).length > 0) await write.record({ action: 'group.changed', group: id, detail });
        return group;
      });
    },

    /** Seats and appointments that would go on end with it. @throws ConflictError `group.closed`, `group.open-below`, InputError `group.until` */
    async closeGroup(acting: Acting, id: string, { until, reason }: z.infer<typeof closeBody>): Promise<Group> {
      const today = acting.at.slice(0, 10);
      const last = until ?? today;
      return store.change(acting, async (structure, write) => {
        const before = getOpenGroup(structure, id);
        if (last > today) throw new InputError('group.until', `A group is closed once its last day has come; ${last} is still to come.`);
        if (before.since && last < before.since) throw new InputError('group.until', `The group began on ${before.since}, after ${last}.`);
        const open = structure.groups.filter((each) => each.parent === id && each.status !== 'closed');
        if (open.length > 0)
          throw new ConflictError(
            'group.open-below',
            `Below ${id} there are open groups: ${open.map((each) => each.id).join(', ')}. Close them first, or give them another parent.`,
            {
              details: { groups: open.map((each) => each.id) },
            },
          );
        await endWithin(structure, id, last, write);
        const group: Group = { ...before, status: 'closed', until: last, updatedAt: acting.at, updatedBy: acting.actor };
        await write.updateGroup(group);
        await write.record({ action: 'group.closed', group: id, detail: { until: last, reason: reason ?? null } });
        return group;
      });
    },

    /** @throws ConflictError `group.in-use` */
    async deleteGroup(acting: Acting, id: string): Promise<void> {
      await store.change(acting, async (structure, write) => {
        getGroup(structure, id);
        checkUnused(structure, id, await write.countDocuments(id));
        if (await write.hasMet(id))
          throw new ConflictError(
            'group.in-use',
            `The group ${id} has met, has actions or decisions, or is a custodian in the data schedule. Close it instead; its history stays.`,
          );
        await write.deleteGroup(id);
        await write.record({ action: 'group.deleted', group: id, detail: {} });
      });
    },

    ...createSeatChanges(deps),
  };
}

function createSeatChanges({ store, reportsFor, newId }: GroupsDeps) {
  return {
    /** @throws ConflictError `group.closed`, `seat.twice`, NotFoundError `organisation.unknown` */
    async addSeat(acting: Acting, id: string, body: z.infer<typeof seatBody>): Promise<Seat> {
      const reports = await reportsFor(acting.scope, body.organisation);
      return store.change(acting, async (structure, write) => {
        getOpenGroup(structure, id);
        const { name } = await ensureOrganisation(acting.scope, structure, reports, body.organisation, write);
        const seat: Seat = { id: newId(), group: id, ...body };
        checkOnce(structure.seats, seat, name);
        await write.insertSeat(seat);
        await write.record({ action: 'seat.added', group: id, organisation: seat.organisation, detail: toDetail(seat) });
        return seat;
      });
    },

    async changeSeat(acting: Acting, group: string, id: string, change: SpanChange): Promise<Seat> {
      return store.change(acting, async (structure, write) => {
        const before = getSeat(structure, group, id);
        const { createdAt: _, ...seat } = { ...before, ...span(before, change) };
        checkOnce(structure.seats, seat, seat.organisation);
        await write.updateSeat(seat);
        await write.record({ action: 'seat.changed', group, organisation: seat.organisation, detail: toDetail(seat) });
        return seat;
      });
    },

    /** @throws ConflictError `seat.held` where it held before today */
    async deleteSeat(acting: Acting, group: string, id: string): Promise<void> {
      await store.change(acting, async (structure, write) => {
        const seat = getSeat(structure, group, id);
        if (hasHeld(seat, acting.at))
          throw new ConflictError('seat.held', 'The organisation has been in the group, which is part of its history. Give the seat a last day instead.');
        await write.deleteSeat(seat);
        await write.record({ action: 'seat.deleted', group, organisation: seat.organisation, detail: toDetail(seat) });
      });
    },
  };
}

export const newGroup = (body: NewGroup, { at, actor }: Pick<Acting, 'at' | 'actor'>): Group => ({
  ...body,
  status: 'active',
  until: null,
  updatedAt: at,
  updatedBy: actor,
});

/** Entered before today, and begun: it may have been seen and counted. */
const hasHeld = ({ createdAt, start }: { createdAt: string; start: string | null }, now: string): boolean =>
  createdAt.slice(0, 10) < now.slice(0, 10) && (start === null || start <= now.slice(0, 10));

/** First and last day as they are to be. @throws InputError `group.days` where the last comes before the first */
export function span(before: Pick<Seat, 'start' | 'end'>, change: SpanChange): Pick<Seat, 'start' | 'end'> {
  const start = change.start === undefined ? before.start : change.start;
  const end = change.end === undefined ? before.end : change.end;
  if (start && end && end < start) throw new InputError('group.days', `The last day, ${end}, is before the first, ${start}.`);
  return { start, end };
}

const toDetail = ({ capacity, start, end }: Pick<Seat, 'capacity' | 'start' | 'end'>) => ({ capacity, start, end });

function getSeat({ seats }: Structure, group: string, id: string): StoredSeat {
  const seat = seats.find((each) => each.id === id && each.group === group);
  if (!seat) throw new NotFoundError('seat.unknown', 'The group has no such seat; someone may have removed it. Reload the page.');
  return seat;
}

/** Whether two spans have a day in common. */
export const overlap = (a: Pick<Seat, 'start' | 'end'>, b: Pick<Seat, 'start' | 'end'>): boolean =>
  !(a.end !== null && b.start !== null && a.end < b.start) && !(b.end !== null && a.start !== null && b.end < a.start);

/** @throws ConflictError `seat.twice` */
function checkOnce(seats: readonly Seat[], seat: Seat, name: string): void {
  const twin = seats.find(
    (each) =>
      each.id !== seat.id && each.group === seat.group && each.organisation === seat.organisation && each.capacity === seat.capacity && overlap(each, seat),
  );
  if (twin) throw new ConflictError('seat.twice', `${name} is ${seat.capacity} of this group already in these days.`, { details: { seat: twin.id } });
}

/** Ends what would go on after `last`. */
async function endWithin({ seats, appointments }: Structure, group: string, last: string, write: Writer): Promise<void> {
  const end = (each: { start: string | null; end: string | null }) => ({
    start: each.start !== null && each.start > last ? last : each.start,
    end: each.end !== null && each.end < last ? each.end : last,
  });
  for (const seat of seats) if (seat.group === group && !hasEnded(seat, last)) await write.updateSeat({ ...seat, ...end(seat) });
  for (const each of appointments)
    if (each.group === group && each.state !== 'ended' && !hasEnded(each, last)) await write.updateAppointment({ ...each, ...end(each), state: 'ended' });
}

/** Fields that changed, each as it was and as it is, short. */
function describeChange(before: Group, after: Group): Record<string, string> {
  const short = (value: unknown) => {
    const text = typeof value === 'string' ? value : value === null ? '–' : JSON.stringify(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  };
  return Object.fromEntries(
    (Object.keys(before) as (keyof Group)[])
      .filter((field) => !['updatedAt', 'updatedBy', 'until'].includes(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, `${short(before[field])} → ${short(after[field])}`]),
  );
}
