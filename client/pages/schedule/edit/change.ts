/** What can be done with the schedule. */
import type { Entry, Series } from '../../../../server/contract/schedule/schedule.ts';

export type Change = { kind: 'add'; series: Series } | { kind: 'change'; entry: Entry } | { kind: 'review'; entry: Entry } | { kind: 'remove'; entry: Entry };
