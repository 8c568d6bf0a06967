/** What the filters of the 3W page offer: from the columns, or of a sensitive dataset from what the server says of it. Pure. */
import type { ActivityStatus, OrgRole, PeriodSpan, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import type { OverviewAnswer } from '../../../server/contract/presence/api.ts';
import { monthsOf } from './count.ts';

export interface PresenceFacts {
  /** First to last, `2025-01`. */
  months: string[];
  /** All, in the order of the contract, and those that occur. */
  statuses: readonly ActivityStatus[];
  used: ReadonlySet<ActivityStatus>;
  orgTypes: string[];
  sectors: PresenceColumns['sectors'];
  /** Any record states people: without, there is nothing to count them by. */
  hasPeople: boolean;
  /** Those that the file names organisations of. */
  roles: ReadonlySet<OrgRole>;
  /** From the earliest to the latest day that a record states: of when the data is. */
  period: PeriodSpan | null;
}

const ROLES: readonly OrgRole[] = ['implementing', 'programming', 'funding'];

export function factsOfColumns(columns: PresenceColumns): PresenceFacts {
  const { statuses, sectors, organisations } = columns;
  const days = columns.periods.flat().filter((day) => day !== null);
  return {
    months: monthsOf(columns),
    statuses,
    used: new Set([...new Set(columns.columns.status)].map((status) => statuses[status]!)),
    orgTypes: [...new Set(organisations.flatMap(({ type }) => (type === null ? [] : [type])))],
    sectors,
    hasPeople: columns.columns.people.some((people) => people !== null),
    // The first set is the empty one.
    roles: new Set(ROLES.filter((role) => columns.columns[role].some((set) => set > 0))),
    period: days.length === 0 ? null : { start: days.reduce((a, b) => (a < b ? a : b)), end: days.reduce((a, b) => (a > b ? a : b)) },
  };
}

export function factsOfOverview({ statuses, sectors, orgTypes, period, hasPeople, roles }: OverviewAnswer): PresenceFacts {
  return {
    months: period ? monthsOf({ periods: [[period.start, period.end]] }) : [],
    statuses: statuses.map(({ status }) => status),
    used: new Set(statuses.flatMap(({ status, records }) => (records > 0 ? [status] : []))),
    orgTypes: orgTypes.map(({ code }) => code),
    sectors: sectors.map(({ code, parent, text }) => ({ code, parent, ...(text === undefined ? {} : { text }) })),
    hasPeople,
    roles: new Set(roles),
    period,
  };
}
