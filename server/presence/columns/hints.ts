/** What a heading or a tag proposes a column to hold: hints, to be weighed against what its cells hold. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { Clause } from '../../contract/finding.ts';
import type { OrgRole, PresenceRole } from '../../contract/presence/presence.ts';

/** `org implementing name`, `place 2 code`, `sector`: equal for equal roles. */
export type RoleKey = string;

export interface Hint {
  role: PresenceRole;
  weight: number;
  why: Clause;
}

export function roleKey(role: PresenceRole): RoleKey {
  if (role.is === 'org') return `org ${role.role} ${role.part}`;
  if (role.is === 'place') return `place ${role.level} ${role.part}`;
  return role.is;
}

/** One of several columns that say something together: any number of them may have the role. */
export const isPartOf = (role: PresenceRole): boolean =>
  (role.is === 'people' && role.part !== undefined) || ((role.is === 'month' || role.is === 'sector') && role.choice !== undefined);

export const org = (role: OrgRole, part: 'name' | 'acronym' | 'type'): PresenceRole => ({ is: 'org', role, part });
export const place = (level: AdminLevel, part: 'code' | 'name'): PresenceRole => ({ is: 'place', level, part });
export const simple = (is: Exclude<PresenceRole['is'], 'org' | 'place'>): PresenceRole => ({ is }) as PresenceRole;
