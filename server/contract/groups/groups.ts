/** The structure of a country's coordination: groups, the organisations in them, and what the API says of them. Terms: docs/groups.md. */
import { z } from 'zod';
import { LANGS } from '../languages.ts';
import { datasetKind, iso3, pcode, PRESENCE } from '../ids.ts';

/** The structure above all countries, which those of countries mirror. */
export const GLOBAL = 'global';
/** ISO3 in upper case, or `global`. */
export type Scope = string & { readonly __brand: 'Scope' };
export const scope = z
  .union([z.literal(GLOBAL), iso3])
  .describe('ISO3 of a country, or global')
  .transform((text) => text as string as Scope);

export const GROUP_TYPES = [
  'hct',
  'iccg',
  'cluster',
  'sector',
  'aor',
  'sub-cluster',
  'working-group',
  'sub-group',
  'task-force',
  'hub',
  'network',
  'other',
] as const;
export type GroupType = (typeof GROUP_TYPES)[number];
export const GROUP_STATUSES = ['active', 'on-hold', 'closed'] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];
/** What an organisation is in a group. */
export const CAPACITIES = ['lead', 'co-lead', 'government-lead', 'member', 'observer', 'donor'] as const;
export type Capacity = (typeof CAPACITIES)[number];
/** What a person holds in a group; `imo`: its focal point for information management. */
export const APPOINTMENT_ROLES = ['chair', 'co-chair', 'coordinator', 'co-coordinator', 'imo', 'alternate', 'secretariat', 'member', 'observer'] as const;
export type AppointmentRole = (typeof APPOINTMENT_ROLES)[number];
export const VISIBILITIES = ['public', 'members'] as const;

/** Control characters, and what turns the direction of the text around it (contract/people/people.ts). */
const DISRUPTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !DISRUPTIVE.test(text), 'wrong.control');
/** Several lines, so line ends may stand in it. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !DISRUPTIVE.test(text.replace(/[\n\r\t]/g, '')), 'wrong.control');
export const day = z.iso.date().describe('a day, YYYY-MM-DD');
/** The last day counts: what ends on a day holds on it. */
export const span = { start: day.nullable(), end: day.nullable() };

export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'wrong.language');
const namesOf = (max: number) => z.record(languageTag, line(max));
export const groupId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/, 'wrong.group-id');
/** The folded name that an organisation was first met under, as in the 3W of the country. */
export const organisationId = z.string().min(1).max(300);
const sector = z.string().regex(/^[A-Z]{2,4}(-[A-Z]{2,4})?$/, 'wrong.sector');
const webAddress = z.url({ protocol: /^https?$/ }).max(500);

/** A dataset that a group answers for; of a 3W one sector may be a cluster's own. */
export const ownedData = z.object({ kind: datasetKind, sector: sector.optional() });
export type OwnedData = z.infer<typeof ownedData>;

/** So many members of `from` approve a draft of this kind before it is published, none of them the one who uploaded it. */
export const signoffRule = z.object({ kind: datasetKind, approvals: z.number().int().min(1).max(9), from: groupId });
export type SignoffRule = z.infer<typeof signoffRule>;

const place = z.object({
  pcode: pcode.nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  name: line(200),
});

const groupFields = {
  type: z.enum(GROUP_TYPES),
  names: namesOf(200).refine((names) => Object.keys(names).length > 0, 'wrong.names'),
  acronym: line(30).nullable(),
  sector: sector.nullable(),
  parent: groupId.nullable(),
  reportsTo: groupId.nullable(),
  /** A group of type hub, of a cluster at a hub; its parent is the cluster of the country. */
  hub: groupId.nullable(),
  since: day.nullable(),
  /** Title or address of the document that activated it. */
  activation: line(500).nullable(),
  /** Empty: the whole country. */
  area: z.array(pcode).max(2000),
  /** Of hubs. */
  place: place.nullable(),
  languages: z.array(languageTag).max(20),
  /** A functional address, which belongs to the group and to no person: everybody may see it. */
  mailbox: z.email().max(254).nullable(),
  website: webAddress.nullable(),
  description: z.record(languageTag, prose(4000)),
  visibility: z.enum(VISIBILITIES),
  /** The group of the global structure that it is the country's part of. */
  mirrors: groupId.nullable(),
  owns: z.array(ownedData).max(20),
  /** One rule at most for a kind. Empty: who uploaded a version does not publish it, and that is all. */
  signoff: z
    .array(signoffRule)
    .max(10)
    .refine((rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length, 'wrong.one-rule'),
  /** false: made for an occasion. */
  permanent: z.boolean(),
};

export const group = z.object({
  id: groupId,
  ...groupFields,
  status: z.enum(GROUP_STATUSES),
  /** The last day, of a closed group. */
  until: day.nullable(),
  updatedAt: z.string(),
  /** null for whoever is not signed in. */
  updatedBy: z.string().nullable(),
});
export type Group = z.infer<typeof group>;

/** What is not said: nothing, the whole country, public, permanent. */
export const newGroupBody = z.object({
  id: groupId,
  type: groupFields.type,
  names: groupFields.names,
  acronym: groupFields.acronym.default(null),
  sector: groupFields.sector.default(null),
  parent: groupFields.parent.default(null),
  reportsTo: groupFields.reportsTo.default(null),
  hub: groupFields.hub.default(null),
  since: groupFields.since.default(null),
  activation: groupFields.activation.default(null),
  area: groupFields.area.default([]),
  place: groupFields.place.default(null),
  languages: groupFields.languages.default([]),
  mailbox: groupFields.mailbox.default(null),
  website: groupFields.website.default(null),
  description: groupFields.description.default({}),
  visibility: groupFields.visibility.default('public'),
  mirrors: groupFields.mirrors.default(null),
  owns: groupFields.owns.default([]),
  signoff: groupFields.signoff.default([]),
  permanent: groupFields.permanent.default(true),
});
export type NewGroup = z.infer<typeof newGroupBody>;
/** Only what is given is changed. Closing has its own route. */
export const groupBody = z
  .object({ ...groupFields, status: z.enum(GROUP_STATUSES).exclude(['closed']) })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type GroupChange = z.infer<typeof groupBody>;
/** `until`: the last day; today where it is not said. What stands in the group ends with it. */
export const closeBody = z.object({ until: day.optional(), reason: line(1000).optional() });

const identifier = z.object({ scheme: line(60), id: line(200) });
export const organisation = z.object({
  id: organisationId,
  scope,
  name: z.string(),
  names: namesOf(300),
  acronym: z.string().nullable(),
  /** Code of data/org-types.csv. */
  type: z.string().nullable(),
  identifiers: z.array(identifier).max(20),
  website: webAddress.nullable(),
});
export type Organisation = z.infer<typeof organisation>;
const organisationFields = {
  names: namesOf(300),
  acronym: line(60).nullable(),
  type: z
    .string()
    .regex(/^\d{3}$/, 'wrong.org-type')
    .nullable(),
  identifiers: z.array(identifier).max(20),
  website: webAddress.nullable(),
};
export const newOrganisationBody = z.object({
  name: line(300),
  names: organisationFields.names.default({}),
  acronym: organisationFields.acronym.default(null),
  type: organisationFields.type.default(null),
  identifiers: organisationFields.identifiers.default([]),
  website: organisationFields.website.default(null),
});
export type NewOrganisation = z.infer<typeof newOrganisationBody>;
export const organisationBody = z
  .object({ name: line(300), ...organisationFields })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
/** From the 3W: reported in the current one and in no group yet; it is put into the registry when it is first named. */
export const organisationsAnswer = z.object({
  organisations: z.array(organisation.extend({ from: z.enum(['registry', PRESENCE]), seats: z.number().int() })),
});
export type OrganisationsAnswer = z.infer<typeof organisationsAnswer>;

/** An organisation in a group. */
export const seat = z.object({ id: z.string(), group: groupId, organisation: organisationId, capacity: z.enum(CAPACITIES), ...span });
export type Seat = z.infer<typeof seat>;
export const inOrder = ({ start, end }: { start?: string | null | undefined; end?: string | null | undefined }) => !start || !end || start <= end;
export const seatBody = z
  .object({ organisation: organisationId, capacity: z.enum(CAPACITIES), start: span.start.default(null), end: span.end.default(null) })
  .refine(inOrder, 'wrong.order');
export const seatChangeBody = z.object(span).partial().refine(inOrder, 'wrong.order');
export type SpanChange = z.infer<typeof seatChangeBody>;

/** A role in a group that somebody holds today, or will. `person` only for whoever may see names: never for the public. */
export const heldRole = z.object({
  group: groupId,
  role: z.enum(APPOINTMENT_ROLES),
  organisation: organisationId.nullable(),
  ...span,
  person: z.string().optional(),
});
export type HeldRole = z.infer<typeof heldRole>;

/** What is missing or about to be. */
export const GAPS = [
  'no-lead',
  'no-imo',
  'lead-ended',
  'co-lead-ended',
  'imwg-chair-not-in-iccg',
  'appointment-ending',
  'group-stale',
  'review-due',
  'review-overdue',
] as const;
/** `since`: the day from which it is so, on which an appointment ends, or by which a document is to be reviewed. `appointment-ending` is for members only. */
export const gap = z.object({
  group: groupId,
  code: z.enum(GAPS),
  since: day.optional(),
  role: z.enum(APPOINTMENT_ROLES).optional(),
  organisation: organisationId.optional(),
  /** Id of the document whose review is due. */
  document: z.string().optional(),
  /** In words, in the language asked for. */
  text: z.string(),
});
export type Gap = z.infer<typeof gap>;

/** What the one who asks may do, by group where it goes by group. */
export const mayAnswer = z.object({
  /** Sees persons by name, groups for members only, and the history. */
  seePeople: z.boolean(),
  /** Makes groups without a parent, keeps organisations, imports. */
  manage: z.boolean(),
  /** Groups whose own fields and seats one may change, under which one may make groups, and which one may close. */
  edit: z.array(groupId),
  create: z.array(groupId),
  close: z.array(groupId),
  /** Groups in which one may appoint, approve and end. */
  approve: z.array(groupId),
  /** Signed in, so one may ask to join a group. */
  join: z.boolean(),
});
export type May = z.infer<typeof mayAnswer>;

export const structureAnswer = z.object({
  scope,
  /** The day that the answer is about. */
  today: day,
  /** Parents, reporting lines and hubs are edges: nothing is nested. */
  groups: z.array(group),
  /** Named by seats and roles. */
  organisations: z.array(organisation.pick({ id: true, name: true, names: true, acronym: true, type: true })),
  /** Those that hold today, and those that will. Past ones: `getGroup`. */
  seats: z.array(seat),
  /** All but plain membership. */
  roles: z.array(heldRole),
  /** Today: organisations with a seat, persons with an appointment. */
  members: z.array(z.object({ group: groupId, organisations: z.number().int(), persons: z.number().int() })),
  gaps: z.array(gap),
  may: mayAnswer,
});
export type StructureAnswer = z.infer<typeof structureAnswer>;

export const langQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of what is missing, in words') });
export const scopeParams = z.object({ scope });
export const groupParams = z.object({ scope, group: groupId });
export const seatParams = z.object({ scope, group: groupId, seat: z.string().min(1).max(64) });
export const organisationParams = z.object({ scope, organisation: organisationId });

/** Who changed what in the structure. Persons are named by the register, so that one who was deleted is named no more. */
export const GROUP_ACTIONS = [
  'group.created',
  'group.changed',
  'group.closed',
  'group.reopened',
  'group.deleted',
  'organisation.created',
  'organisation.changed',
  'organisation.deleted',
  'seat.added',
  'seat.changed',
  'seat.deleted',
  'person.created',
  'person.changed',
  'person.claimed',
  'person.deleted',
  'appointment.created',
  'appointment.asked',
  'appointment.approved',
  'appointment.changed',
  'appointment.ended',
  'structure.imported',
  'meeting.created',
  'meeting.changed',
  'meeting.continued',
  'meeting.cancelled',
  'meeting.restored',
  'meeting.deleted',
  'occurrence.cancelled',
  'occurrence.moved',
  'occurrence.planned',
  'occurrence.recorded',
  'action.created',
  'action.changed',
  'decision.created',
  'decision.changed',
  'decision.deleted',
  'schedule.created',
  'schedule.changed',
  'schedule.reviewed',
  'schedule.deleted',
] as const;
export type GroupAction = (typeof GROUP_ACTIONS)[number];
export const groupEvent = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string().nullable(),
  action: z.enum(GROUP_ACTIONS),
  group: groupId.nullable(),
  organisation: z.string().nullable(),
  /** The name of the person as it is now; null where it concerns none, or one who was deleted. */
  person: z.string().nullable(),
  /** Changed fields, capacity or role, dates, reason: short texts by name. */
  detail: z.record(z.string(), z.string().nullable()),
});
export type GroupEvent = z.infer<typeof groupEvent>;
export const historyQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
export const historyAnswer = z.object({ events: z.array(groupEvent) });
