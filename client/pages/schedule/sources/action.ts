/** What can be done with a source. */
import type { Source } from '../../../../server/contract/harvest/harvest.ts';
import type { Entry } from '../../../../server/contract/schedule/schedule.ts';

export type SourceAction = { kind: 'add'; entry: Entry } | { kind: 'change'; source: Source } | { kind: 'remove'; source: Source };
