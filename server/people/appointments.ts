/** Appointing accounts in groups and ending that, by administrators and by invitations; each change is recorded together with itself. */
import type { AccountAction, Appointing, InvitedTo, Member } from '../contract/people/people.ts';
import { NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { accountEvent } from './members.ts';
import type { StandingStore } from './standings.ts';

export interface AppointmentsDeps {
  standings: Pick<StandingStore, 'findGroup' | 'appoint' | 'endAppointment'>;
  now: () => Date;
}

/** As events keep it: `imo SLE/gis`. */
export const detailOf = ({ role, scope, group }: { role: string; scope: string; group: string }): string => `${role} ${scope}/${group}`;

/** @throws NotFoundError `member.group` where there is no such group, or it is closed */
export async function requireGroup(standings: Pick<StandingStore, 'findGroup'>, { scope, group }: Pick<InvitedTo, 'scope' | 'group'>) {
  const found = await standings.findGroup(scope, group);
  if (!found) throw new NotFoundError('member.group', `There is no open group ${group} in ${scope}.`, { details: { scope, group } });
  return found;
}

export function createAppointments({ standings, now }: AppointmentsDeps) {
  const event = (action: AccountAction, by: string | null, name: string, what: { role: string; scope: string; group: string }) =>
    accountEvent(now(), action, by, name, detailOf(what));

  return {
    /** @throws NotFoundError `member.group` */
    async appoint(member: Pick<Member, 'id' | 'name'>, given: Appointing, by: string): Promise<void> {
      await requireGroup(standings, given);
      await standings.appoint(member, given, { at: now().toISOString(), by, claims: null, event: event('appointment.given', by, member.name, given) });
    },

    /** What the invitation promised. @param email whose person it may be: the address that the invitation was bound to, which somebody vouched for */
    async appointInvited(member: { id: string; name: string }, given: InvitedTo, by: string | null, email: string | null): Promise<void> {
      const at = now().toISOString();
      await standings.appoint(member, { ...given, start: at.slice(0, 10), end: null }, { at, by, claims: email, event: null });
    },

    /** The right is gone at the next request. @throws NotFoundError `member.appointment` */
    async endAppointment(member: Pick<Member, 'id' | 'name'>, id: string, by: string): Promise<void> {
      const ended = await standings.endAppointment(member.id, id, {
        at: now().toISOString(),
        by,
        event: (held) => event('appointment.ended', by, member.name, held),
      });
      if (!ended) throw new NotFoundError('member.appointment', problemText('member.appointment'));
    },
  };
}
