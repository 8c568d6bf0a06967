/** Rows of the working group (migrations/0040_groups.sql). Days are YYYY-MM-DD; lists and texts by language are JSON. */

export interface OrganisationRow {
  scope: string;
  id: string;
  name: string;
  names: string;
  acronym: string | null;
  type: string | null;
  identifiers: string;
  website: string | null;
  created_at: string;
}

export interface WorkgroupRow {
  scope: string;
  id: string;
  type: string;
  names: string;
  acronym: string | null;
  sector: string | null;
  parent: string | null;
  reports_to: string | null;
  hub: string | null;
  status: string;
  since: string | null;
  until: string | null;
  activation: string | null;
  area: string;
  place: string | null;
  languages: string;
  mailbox: string | null;
  website: string | null;
  description: string;
  visibility: string;
  mirrors: string | null;
  owns: string;
  signoff: string;
  permanent: number;
  created_at: string;
  updated_at: string;
  updated_by: string | null;
}

export interface SeatRow {
  id: string;
  scope: string;
  workgroup: string;
  organisation: string;
  capacity: string;
  starts: string | null;
  ends: string | null;
  created_at: string;
}

export interface PersonRow {
  id: string;
  scope: string;
  name: string;
  organisation: string | null;
  job_title: string | null;
  account: string | null;
  claimed_by: string | null;
  email: string | null;
  created_at: string;
  given: string | null;
  family: string | null;
  duty_station: string | null;
  languages: string;
  contacts: string;
  visibility: string;
  named_in_history: number;
  restricted_at: string | null;
  touched_at: string;
  entered: string;
  entered_by: string | null;
  entered_at: string;
  confirmed_at: string | null;
  verified_at: string | null;
  verified_by: string | null;
  consents: string;
}

export interface AppointmentRow {
  id: string;
  scope: string;
  workgroup: string;
  person: string | null;
  organisation: string | null;
  role: string;
  starts: string | null;
  ends: string | null;
  state: string;
  approved_by: string | null;
  created_at: string;
  until: string | null;
}

/** Migrations/0050_contacts.sql. */
export interface EntryLinkRow {
  token_sha256: string;
  person: string;
  created_at: string;
  created_by: string | null;
  expires_at: string;
}

export interface ContactEventRow {
  id: string;
  at: string;
  actor: string | null;
  action: string;
  scope: string;
  workgroup: string | null;
  person: string | null;
  persons: number;
  format: string | null;
  purpose: string | null;
}

export interface WorkgroupEventRow {
  id: string;
  at: string;
  turn: number;
  actor: string | null;
  action: string;
  scope: string;
  workgroup: string | null;
  organisation: string | null;
  person: string | null;
  detail: string;
}

export interface WorkgroupImportRow {
  id: string;
  /** SheetSubject: what it is read into. */
  about: string;
  /** Account whose sheet it is; null where whoever manages the structure may open it. */
  owner: string | null;
  scope: string;
  file: string;
  sheets: string;
  answers: string;
  created_at: string;
  created_by: string;
  applied_at: string | null;
  ledger: string | null;
}
