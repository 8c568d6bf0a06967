/** All of the working group, put together: structure, contacts. What another room of it needs to serve has its line here. */
import type { Contacts } from '../../contacts/service.ts';
import type { Served } from '../../http/serve.ts';
import type { Authorization } from '../../people/authorize.ts';
import { openContacting } from './contacting.ts';
import { openGrouping, type Grouping, type GroupingParts } from './grouping.ts';

export interface WorkgroupParts extends GroupingParts {
  authorization: Authorization;
}

export function openWorkgroup(parts: WorkgroupParts): { grouping: Grouping; contacts: Contacts; served: Served[] } {
  const grouping = openGrouping(parts);
  const contacting = openContacting({ ...parts, grouping });
  return { grouping, contacts: contacting.contacts, served: [...grouping.served, ...contacting.served] };
}
