/** Who is a member, and what administrators do to them; each change is recorded together with itself. */
import { COMMAND_LINE } from '../contract/given.ts';
import type { AccountAction, AccountEvent, Member, Role } from '../contract/people/people.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { isAllowed } from './access.ts';
import type { AccountStore } from './store.ts';

export interface MembersDeps {
  store: Pick<AccountStore, 'findMember' | 'findRole' | 'listMembers' | 'listEvents' | 'setRole' | 'removeMember' | 'resetSecondFactor'>;
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

/** What strangers are told in the place of a name: the role; `member` of somebody who is no member any more; what no person has stays. */
export function createRoleOf(store: Pick<AccountStore, 'findRole'>): (name: string) => Promise<string> {
  return async (name) => (name === COMMAND_LINE ? name : ((await store.findRole(name)) ?? 'member'));
}

export function createMembers({ store, now }: MembersDeps) {
  async function getMember(id: string): Promise<Member> {
    const member = await store.findMember(id);
    if (!member) throw new NotFoundError('member.unknown', 'There is no such member here.');
    return member;
  }

  return {
    getMember,
    listMembers: () => store.listMembers(),

    roleOf: createRoleOf(store),
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

    /** Whether anybody besides `id` could publish: then nobody approves an own upload. */
    async hasOtherPublisher(id: string): Promise<boolean> {
      return (await store.listMembers()).some((member) => member.id !== id && isAllowed(member.role, 'version.publish'));
    },
  };
}
