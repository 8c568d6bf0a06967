/** What groups agree to do and what they decide: recorded, changed, closed. Who may is asked with the group. */
import type { ActionChange, DecisionChange, NewAction, NewDecision } from '../contract/meetings/actions.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { getOpenGroup } from '../groups/checks.ts';
import type { Acting } from '../groups/deps.ts';
import { checkHeld, checkLink, checkOrganisations } from './checks.ts';
import type { MeetingsDeps } from './deps.ts';
import type { StoredAction, StoredDecision } from './rows.ts';

/** As much of a text as a line of the history tells. */
const TITLE = 100;
const titleOf = (text: string) => {
  const [first = ''] = text.split('\n');
  return first.length > TITLE ? `${first.slice(0, TITLE - 1)}…` : first;
};

/** Asked with the group of what is there, before anything is written. */
export type Allowed = (group: string) => void;

export function createActions({ store, outside, newId }: MeetingsDeps) {
  return {
    /** @throws InputError `meeting.…`, NotFoundError, ConflictError `group.closed` */
    async createAction(acting: Acting, body: NewAction): Promise<StoredAction> {
      const structure = await outside.readStructure(acting.scope);
      const group = getOpenGroup(structure, body.group);
      checkOrganisations(structure, [body.organisation]);
      await checkLink(acting.scope, body.link, outside);
      const made: StoredAction = { ...body, id: newId(), scope: acting.scope, state: 'open', closedOn: null, createdAt: acting.at, updatedAt: acting.at };
      await store.change(acting, async ({ meetings }, write) => {
        checkHeld(meetings, body.held, group);
        await write.insertAction(made);
        await write.record({ action: 'action.created', group: made.group, detail: { title: titleOf(made.text) } });
      });
      return made;
    },

    /** @throws NotFoundError `action.unknown`, InputError `meeting.…` */
    async changeAction(acting: Acting, id: string, change: ActionChange, allowed: Allowed): Promise<StoredAction> {
      const structure = await outside.readStructure(acting.scope);
      checkOrganisations(structure, [change.organisation ?? null]);
      await checkLink(acting.scope, change.link ?? null, outside);
      return store.change(acting, async ({ actions }, write) => {
        const before = actions.find((each) => each.id === id);
        if (!before) throw new NotFoundError('action.unknown', 'There is no such action here. Reload the page.');
        allowed(before.group);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as ActionChange;
        const after: StoredAction = { ...before, ...given, updatedAt: acting.at };
        if (after.state !== before.state) after.closedOn = after.state === 'open' ? null : acting.at.slice(0, 10);
        await write.updateAction(after);
        const detail = { title: titleOf(after.text), fields: Object.keys(given).join(', '), ...(given.state === undefined ? {} : { state: given.state }) };
        await write.record({ action: 'action.changed', group: after.group, detail });
        return after;
      });
    },
  };
}

export function createDecisions({ store, outside, newId }: MeetingsDeps) {
  /** Days are those of UTC, so a group east of it may be a day ahead. */
  const checkDate = (date: string | undefined, at: string) => {
    const latest = new Date(Date.parse(at) + 14 * 3_600_000).toISOString().slice(0, 10);
    if (date !== undefined && date > latest)
      throw new InputError('decision.date', `${date} is still to come. A decision is recorded once it was taken.`, { details: { date } });
  };
  const find = (decisions: readonly StoredDecision[], id: string): StoredDecision => {
    const found = decisions.find((each) => each.id === id);
    if (!found) throw new NotFoundError('decision.unknown', 'There is no such decision here. Reload the page.');
    return found;
  };

  return {
    /** @throws InputError `decision.date`, `meeting.…`, NotFoundError, ConflictError `group.closed` */
    async createDecision(acting: Acting, body: NewDecision): Promise<StoredDecision> {
      const structure = await outside.readStructure(acting.scope);
      const group = getOpenGroup(structure, body.group);
      checkDate(body.date, acting.at);
      await checkLink(acting.scope, body.link, outside);
      const made: StoredDecision = { ...body, id: newId(), scope: acting.scope, createdAt: acting.at, updatedAt: acting.at };
      await store.change(acting, async ({ meetings }, write) => {
        checkHeld(meetings, body.held, group);
        await write.insertDecision(made);
        await write.record({ action: 'decision.created', group: made.group, detail: { title: titleOf(made.text) } });
      });
      return made;
    },

    /** @throws NotFoundError `decision.unknown`, InputError */
    async changeDecision(acting: Acting, id: string, change: DecisionChange, allowed: Allowed): Promise<StoredDecision> {
      checkDate(change.date, acting.at);
      await checkLink(acting.scope, change.link ?? null, outside);
      return store.change(acting, async ({ decisions }, write) => {
        const before = find(decisions, id);
        allowed(before.group);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as DecisionChange;
        const after: StoredDecision = { ...before, ...given, updatedAt: acting.at };
        await write.updateDecision(after);
        await write.record({ action: 'decision.changed', group: after.group, detail: { title: titleOf(after.text), fields: Object.keys(given).join(', ') } });
        return after;
      });
    },

    /** @throws NotFoundError `decision.unknown` */
    async deleteDecision(acting: Acting, id: string, allowed: Allowed): Promise<void> {
      await store.change(acting, async ({ decisions }, write) => {
        const before = find(decisions, id);
        allowed(before.group);
        await write.deleteDecision(id);
        await write.record({ action: 'decision.deleted', group: before.group, detail: { title: titleOf(before.text) } });
      });
    },
  };
}
