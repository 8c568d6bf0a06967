/** Who is a member, and what administrators do to them; each change is recorded together with itself. */
import type { DatasetId } from '../contract/ids.ts';
import type { AccountAction, AccountEvent, Member, MembersAnswer, Role } from '../contract/people/people.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { rightsOf, type Rights } from './rights.ts';
import { toOwn, type Held, type StandingStore } from './standings.ts';
import type { AccountStore } from './store.ts';
import { createRoleOf } from './told.ts';

export interface MembersDeps {
  store: Pick<AccountStore, 'findMember' | 'listMembers' | 'listEvents' | 'setRole' | 'removeMember' | 'resetSecondFactor'>;
  standings: StandingStore;
  now: () => Date;
}

/** Events shown to administrators. */
const EVENTS = 50;

/** Something that was done to an account, as it is recorded. */
export const accountEvent = (at: Date, action: AccountAction, actor: string | null, subject: string, detail: string | null = null): AccountEvent => ({
  at: at.toISOString(),
  actor,
  action,
  subject,
  detail,
});

/** What an account may do at this moment: asked at each request, so that who leaves a group loses the right with it. */
export function createRightsFor(standings: Pick<StandingStore, 'listStandings' | 'listPlaces'>, now: () => Date) {
  return async (member: { id: string; role: string }): Promise<Rights> => {
    const today = toDay(now());
    if (member.role === 'admin') return rightsOf(member, [], [], today);
    const standing = await standings.listStandings(member.id);
    return rightsOf(member, standing, await standings.listPlaces([...new Set(standing.map(({ scope }) => scope))]), today);
  };
}

const toDay = (at: Date): string => at.toISOString().slice(0, 10);

export function createMembers({ store, standings, now }: MembersDeps) {
  async function getMember(id: string): Promise<Member> {
    const member = await store.findMember(id);
    if (!member) throw new NotFoundError('member.unknown', 'There is no such member here.');
    return member;
  }

  return {
    getMember,
    rightsFor: createRightsFor(standings, now),
    roleOf: createRoleOf(standings),

    /** With what each holds in groups, today or later. */
    async listMembers(): Promise<MembersAnswer['members']> {
      const [members, held] = await Promise.all([store.listMembers(), standings.listHeld()]);
      const today = toDay(now());
      const left = held.filter(({ end }) => end === null || end >= today);
      return members.map((member) => ({ ...member, appointments: left.filter(({ account }) => account === member.id).map(toOwn) }));
    },
    listGroups: async () => (await standings.listGroups()) as MembersAnswer['groups'],

    /** What an account holds today. */
    async listAppointments(id: string): Promise<ReturnType<typeof toOwn>[]> {
      const today = toDay(now());
      return (await standings.listHeld(id)).filter(({ start, end }) => (start === null || start <= today) && (end === null || end >= today)).map(toOwn);
    },

    listEvents: () => store.listEvents(EVENTS),

    async setRole(id: string, role: Role, by: string): Promise<Member> {
      const { name } = await getMember(id);
      if (!(await store.setRole(id, role, accountEvent(now(), 'member.role', by, name, role))))
        throw new ConflictError('member.last-admin', problemText('member.last-admin'));
      return getMember(id);
    },

    async removeMember(id: string, by: string): Promise<void> {
      const { name } = await getMember(id);
      if (!(await store.removeMember(id, accountEvent(now(), 'member.removed', by, name))))
        throw new ConflictError('member.last-admin', problemText('member.last-admin'));
    },

    /** For somebody who lost app and backup codes: the password alone is enough again, and all sessions end. */
    async resetSecondFactor(id: string, by: string): Promise<void> {
      const { name } = await getMember(id);
      if (!(await store.resetSecondFactor(id, accountEvent(now(), 'second-factor.reset', by, name))))
        throw new ConflictError('second-factor.off', problemText('second-factor.off'));
    },

    /** Whether any account besides `id` could publish this dataset today: then nobody approves an own upload. */
    async hasOtherPublisher(id: string, dataset: DatasetId): Promise<boolean> {
      const [members, held] = await Promise.all([store.listMembers(), standings.listHeld()]);
      const places = await standings.listPlaces([...new Set(held.map(({ scope }) => scope))]);
      const today = toDay(now());
      const heldBy = (account: string): Held[] => held.filter((each) => each.account === account);
      return members.some((member) => member.id !== id && rightsOf(member, heldBy(member.id), places, today).may('version.publish', dataset));
    },
  };
}
