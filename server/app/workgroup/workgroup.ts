/** All of the working group, put together: structure, contacts, meetings. What another room of it needs to serve has its line here. */
import type { DatasetId } from '../../contract/ids.ts';
import type { Contacts } from '../../contacts/service.ts';
import type { Served } from '../../http/serve.ts';
import type { Authorization } from '../../people/authorize.ts';
import { openAssessmentRoutes, type AssessmentParts } from '../registry/assessments.ts';
import { openIndicatorList } from '../registry/indicatorList.ts';
import { openContacting } from './contacting.ts';
import { openGrouping, type Grouping, type GroupingParts } from './grouping.ts';
import { openMeetingRoutes, type MeetingParts } from './meetings.ts';
import type { OpenEvents } from '../../meetings/routes.ts';
import type { Meetings } from '../../meetings/service.ts';
import { openSchedule, type ScheduleParts } from './schedule.ts';

export interface WorkgroupParts extends GroupingParts, Pick<MeetingParts, 'accounts'>, Pick<ScheduleParts, 'admit'>, Pick<AssessmentParts, 'weighLevels'> {
  authorization: Authorization;
  openEvents: OpenEvents;
}

export function openWorkgroup(parts: WorkgroupParts): { grouping: Grouping; contacts: Contacts; meetings: Meetings; served: Served[] } {
  const grouping = openGrouping(parts);
  const contacting = openContacting({ ...parts, grouping });
  const { openEvents } = parts;
  const isKept = async (dataset: DatasetId) => (await parts.holdings.read()).of(dataset).holds.audience !== 'public';
  const meeting = openMeetingRoutes({ ...parts, ...grouping, isKept, openEvents });
  return {
    grouping,
    contacts: contacting.contacts,
    meetings: meeting.meetings,
    served: [
      ...grouping.served,
      ...contacting.served,
      ...meeting.served,
      ...openSchedule({ ...parts, ...grouping }),
      ...openAssessmentRoutes({ ...parts, ...grouping }),
      ...openIndicatorList({ ...parts, ...grouping }),
    ],
  };
}
