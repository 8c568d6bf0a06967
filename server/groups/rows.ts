/** Rows of the database and what they are. */
import type { Group, Organisation, Scope } from '../contract/groups/groups.ts';
import type { Tables } from '../store/schema.ts';
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

export function toPerson({ id, scope, name, organisation, job_title, account, claimed_by, email }: Tables['person']): StoredPerson {
  return { id, scope: scope as Scope, name, organisation, jobTitle: job_title, account, claimedBy: claimed_by, email };
}

export function toAppointment(row: Tables['appointment']): StoredAppointment {
  return {
    id: row.id,
    person: row.person,
    group: row.workgroup,
    role: row.role as StoredAppointment['role'],
    organisation: row.organisation,
    start: row.starts,
    end: row.ends,
    state: row.state as StoredAppointment['state'],
    approvedBy: row.approved_by,
    createdAt: row.created_at,
  };
}
