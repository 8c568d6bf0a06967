/** Rows of the database and what they are. */
import { DEFAULT_VISIBILITY } from '../contract/contacts/contacts.ts';
import type { Group, Organisation, Scope } from '../contract/groups/groups.ts';
import type { Tables } from '../store/schema.ts';
import { checkedOutAt, isCheckedOut } from './checkIn.ts';
import type { StoredAppointment, StoredPerson, StoredSeat } from './structure.ts';

export function toGroup(row: Tables['workgroup']): Group {
  return {
    id: row.id,
    type: row.type as Group['type'],
    names: JSON.parse(row.names) as Group['names'],
    acronym: row.acronym,
    sector: row.sector,
    parent: row.parent,
    reportsTo: row.reports_to,
    hub: row.hub,
    since: row.since,
    activation: row.activation,
    area: JSON.parse(row.area) as Group['area'],
    place: row.place === null ? null : (JSON.parse(row.place) as Group['place']),
    languages: JSON.parse(row.languages) as string[],
    mailbox: row.mailbox,
    website: row.website,
    description: JSON.parse(row.description) as Group['description'],
    visibility: row.visibility as Group['visibility'],
    mirrors: row.mirrors,
    owns: JSON.parse(row.owns) as Group['owns'],
    signoff: JSON.parse(row.signoff) as Group['signoff'],
    permanent: row.permanent === 1,
    status: row.status as Group['status'],
    until: row.until,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export function fromGroup(group: Group) {
  return {
    id: group.id,
    type: group.type,
    names: JSON.stringify(group.names),
    acronym: group.acronym,
    sector: group.sector,
    parent: group.parent,
    reports_to: group.reportsTo,
    hub: group.hub,
    since: group.since,
    activation: group.activation,
    area: JSON.stringify(group.area),
    place: group.place === null ? null : JSON.stringify(group.place),
    languages: JSON.stringify(group.languages),
    mailbox: group.mailbox,
    website: group.website,
    description: JSON.stringify(group.description),
    visibility: group.visibility,
    mirrors: group.mirrors,
    owns: JSON.stringify(group.owns),
    signoff: JSON.stringify(group.signoff),
    permanent: group.permanent ? 1 : 0,
    status: group.status,
    until: group.until,
  } satisfies Partial<Tables['workgroup']>;
}

export function toOrganisation({ scope, id, name, names, acronym, type, identifiers, website }: Tables['organisation']): Organisation {
  return {
    id,
    scope: scope as Scope,
    name,
    names: JSON.parse(names) as Organisation['names'],
    acronym,
    type,
    identifiers: JSON.parse(identifiers) as Organisation['identifiers'],
    website,
  };
}

export function fromOrganisation({ id, name, names, acronym, type, identifiers, website }: Omit<Organisation, 'scope'>) {
  return {
    id,
    name,
    names: JSON.stringify(names),
    acronym,
    type,
    identifiers: JSON.stringify(identifiers),
    website,
  } satisfies Partial<Tables['organisation']>;
}

export function toSeat({ id, workgroup, organisation, capacity, starts, ends, created_at }: Tables['seat']): StoredSeat {
  return { id, group: workgroup, organisation, capacity: capacity as StoredSeat['capacity'], start: starts, end: ends, createdAt: created_at };
}

export function toPerson(row: Tables['person'] & { account_name?: string | null }): StoredPerson {
  return {
    id: row.id,
    scope: row.scope as Scope,
    name: row.name,
    given: row.given,
    family: row.family,
    organisation: row.organisation,
    jobTitle: row.job_title,
    dutyStation: row.duty_station === null ? null : (JSON.parse(row.duty_station) as StoredPerson['dutyStation']),
    languages: JSON.parse(row.languages) as string[],
    contacts: JSON.parse(row.contacts) as StoredPerson['contacts'],
    account: row.account,
    accountName: row.account_name ?? null,
    claimedBy: row.claimed_by,
    email: row.email,
    visibility: { ...DEFAULT_VISIBILITY, ...(JSON.parse(row.visibility) as Partial<StoredPerson['visibility']>) },
    namedInHistory: row.named_in_history === 1,
    restrictedAt: row.restricted_at,
    touchedAt: row.touched_at,
    entered: row.entered as StoredPerson['entered'],
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    confirmedAt: row.confirmed_at,
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    consents: JSON.parse(row.consents) as StoredPerson['consents'],
  };
}

export function fromPerson(person: Omit<StoredPerson, 'scope' | 'accountName'>) {
  return {
    id: person.id,
    name: person.name,
    given: person.given,
    family: person.family,
    organisation: person.organisation,
    job_title: person.jobTitle,
    duty_station: person.dutyStation === null ? null : JSON.stringify(person.dutyStation),
    languages: JSON.stringify(person.languages),
    contacts: JSON.stringify(person.contacts),
    account: person.account,
    claimed_by: person.claimedBy,
    email: person.email,
    visibility: JSON.stringify(person.visibility),
    named_in_history: person.namedInHistory ? 1 : 0,
    restricted_at: person.restrictedAt,
    touched_at: person.touchedAt,
    entered: person.entered,
    entered_by: person.enteredBy,
    entered_at: person.enteredAt,
    confirmed_at: person.confirmedAt,
    verified_at: person.verifiedAt,
    verified_by: person.verifiedBy,
    consents: JSON.stringify(person.consents),
  } satisfies Partial<Tables['person']>;
}

/** As it is at this moment: a check-in that is over has ended the appointment, without anything having run. */
export function toAppointment(row: Tables['appointment'], now: Date): StoredAppointment {
  const out = row.state === 'active' && isCheckedOut(row.until, now);
  const last = out ? checkedOutAt(row.until)!.slice(0, 10) : null;
  return {
    id: row.id,
    person: row.person,
    group: row.workgroup,
    role: row.role as StoredAppointment['role'],
    organisation: row.organisation,
    start: row.starts,
    end: last !== null && (row.ends === null || row.ends > last) ? last : row.ends,
    state: out ? 'ended' : (row.state as StoredAppointment['state']),
    approvedBy: row.approved_by,
    until: row.until,
    createdAt: row.created_at,
  };
}
