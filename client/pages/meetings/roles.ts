/** Roles that may own an action, those who usually do first. */
import type { AppointmentRole } from '../../../server/contract/groups/groups.ts';

export const ROLES: readonly AppointmentRole[] = [
  'imo',
  'coordinator',
  'co-coordinator',
  'chair',
  'co-chair',
  'secretariat',
  'member',
  'alternate',
  'observer',
];
