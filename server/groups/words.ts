/** What types, capacities and roles are called, as clauses (server/words, `clauses/groups`). */
import type { AppointmentRole, Capacity, GroupType } from '../contract/groups/groups.ts';
import type { ClauseCode } from '../words/clauses.ts';

export const HELD: Record<AppointmentRole, ClauseCode> = {
  chair: 'held.chair',
  'co-chair': 'held.co-chair',
  coordinator: 'held.coordinator',
  'co-coordinator': 'held.co-coordinator',
  imo: 'held.imo',
  alternate: 'held.alternate',
  secretariat: 'held.secretariat',
  member: 'held.member',
  observer: 'held.observer',
};
export const CAPACITY: Record<Capacity, ClauseCode> = {
  lead: 'capacity.lead',
  'co-lead': 'capacity.co-lead',
  'government-lead': 'capacity.government-lead',
  member: 'capacity.member',
  observer: 'capacity.observer',
  donor: 'capacity.donor',
};
export const TYPE: Record<GroupType, ClauseCode> = {
  hct: 'type.hct',
  iccg: 'type.iccg',
  cluster: 'type.cluster',
  sector: 'type.sector',
  aor: 'type.aor',
  'sub-cluster': 'type.sub-cluster',
  'working-group': 'type.working-group',
  'sub-group': 'type.sub-group',
  'task-force': 'type.task-force',
  hub: 'type.hub',
  network: 'type.network',
  other: 'type.other',
};
