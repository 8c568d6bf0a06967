/** Groups, seats and appointments of tests: made with what they are about, the rest filled in. */
import type { Group, Organisation, Scope, Seat } from '../../../server/contract/groups/groups.ts';
import { newPerson } from '../../../server/groups/persons.ts';
import type { StoredAppointment, StoredPerson, StoredSeat, Structure } from '../../../server/groups/structure.ts';

export const NVL = 'NVL' as Scope;

export const aGroup = (id: string, given: Partial<Group> = {}): Group => ({
  id,
  type: 'cluster',
  names: { en: `${id} group` },
  acronym: null,
  sector: null,
  parent: null,
  reportsTo: null,
  hub: null,
  since: null,
  activation: null,
  area: [],
  place: null,
  languages: [],
  mailbox: null,
  website: null,
  description: {},
  visibility: 'public',
  mirrors: null,
  owns: [],
  signoff: [],
  permanent: true,
  status: 'active',
  until: null,
  updatedAt: '2026-05-01T00:00:00.000Z',
  updatedBy: null,
  ...given,
});

export const anOrganisation = (id: string, name = id.toUpperCase()): Organisation => ({
  id,
  scope: NVL,
  name,
  names: {},
  acronym: null,
  type: null,
  identifiers: [],
  website: null,
});

export const aSeat = (group: string, organisation: string, capacity: Seat['capacity'], start: string | null = null, end: string | null = null): StoredSeat => ({
  id: `${group} ${organisation} ${capacity} ${start} ${end}`,
  group,
  organisation,
  capacity,
  start,
  end,
  createdAt: '2026-01-01T00:00:00.000Z',
});

/** Entered by themselves on the first day of 2026. */
export const aPerson = (id: string, organisation: string | null = null, given: Partial<StoredPerson> = {}): StoredPerson =>
  newPerson(
    { id, name: `Name of ${id}`, organisation, jobTitle: null, account: null, claimedBy: null, email: null, entered: 'self', ...given },
    { scope: NVL, at: '2026-01-01T00:00:00.000Z', by: null },
  );

export const anAppointment = (group: string, person: string, role: StoredAppointment['role'], given: Partial<StoredAppointment> = {}): StoredAppointment => ({
  id: `${group} ${person} ${role}`,
  person,
  group,
  role,
  organisation: null,
  start: null,
  end: null,
  state: 'active',
  approvedBy: null,
  until: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...given,
});

export const aStructure = (given: Partial<Structure>): Structure => ({ groups: [], organisations: [], seats: [], persons: [], appointments: [], ...given });
