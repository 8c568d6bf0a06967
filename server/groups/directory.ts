/** Groups of a country and the accounts that stand in them, as a review asks for them. */
import type { ReviewGroups } from '../catalogue/review/service.ts';
import type { AppointmentRole, Group } from '../contract/groups/groups.ts';
import { isCheckedOut } from './checkIn.ts';
import { holdsOn } from './structure.ts';
import type { Database } from '../store/schema.ts';

/** @param now its day in UTC is the one on which an appointment must stand */
export function createReviewGroups(db: Database, now: () => Date): ReviewGroups {
  return {
    async listGroups(country) {
      const rows = await db
        .selectFrom('workgroup')
        .select(['id', 'names', 'acronym', 'status', 'owns', 'signoff'])
        .where('scope', '=', country)
        .orderBy('id')
        .execute();
      return rows.map(({ id, names, acronym, status, owns, signoff }) => ({
        id,
        names: JSON.parse(names) as Group['names'],
        acronym,
        status: status as Group['status'],
        owns: JSON.parse(owns) as Group['owns'],
        signoff: JSON.parse(signoff) as Group['signoff'],
      }));
    },

    async listHolders(country) {
      const at = now();
      const today = at.toISOString().slice(0, 10);
      const rows = await db
        .selectFrom('appointment')
        .innerJoin('person', 'person.id', 'appointment.person')
        .innerJoin('auth_user', 'auth_user.id', 'person.account')
        .innerJoin('workgroup', (join) => join.onRef('workgroup.scope', '=', 'appointment.scope').onRef('workgroup.id', '=', 'appointment.workgroup'))
        .select([
          'auth_user.id as account',
          'auth_user.name',
          'appointment.workgroup',
          'appointment.role',
          'appointment.starts',
          'appointment.ends',
          'appointment.until',
        ])
        .where('appointment.scope', '=', country)
        .where('appointment.state', '=', 'active')
        .where('workgroup.status', '!=', 'closed')
        .orderBy('auth_user.name')
        .execute();
      return rows
        .filter(({ starts, ends, until }) => holdsOn({ start: starts, end: ends }, today) && !isCheckedOut(until, at))
        .map(({ account, name, workgroup, role }) => ({ account, name, group: workgroup, role: role as AppointmentRole }));
    },
  };
}
