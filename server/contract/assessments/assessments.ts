/** The registry of assessments of a country: who assesses what, where and when, and what may be had of it. Terms: docs/assessments.md. */
import { z } from 'zod';
import type { Clause } from '../clause.ts';
import { day, groupId, languageTag, line, organisationId, prose, type Scope } from '../groups/groups.ts';
import { adminLevel, iso3, pcode, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { entryId, instant } from '../meetings/names.ts';
import { CLASSES } from '../sensitivity/sensitivity.ts';

const scope = iso3.describe('ISO3 of a country').transform((text) => text as string as Scope);

/** In the order in which an assessment passes through them; the last two are ends of another kind. */
export const STATUSES = ['planned', 'ongoing', 'fieldwork-completed', 'preliminary', 'report-completed', 'postponed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];
/** Data were collected: only these tell how old what is known of a unit is. */
export const COLLECTED: readonly Status[] = ['fieldwork-completed', 'preliminary', 'report-completed'];
/** What is or was done; nobody counts on the others. */
export const HELD: readonly Status[] = ['ongoing', ...COLLECTED];

/** Of the record: `draft` is shown to nobody else, `submitted` waits for somebody who keeps the registry, `confirmed` is told. */
export const RECORD_STATES = ['draft', 'submitted', 'confirmed'] as const;
export type RecordState = (typeof RECORD_STATES)[number];

export const FAMILIES = ['dtm', 'mira', 'msna', 'efsa', 'cfsva', 'smart', 'protection-monitoring', 'hno', 'registration', 'census', 'other'] as const;
export const TYPES = ['initial', 'rapid', 'in-depth', 'monitoring', 'registration', 'other'] as const;
export const COORDINATIONS = ['joint', 'harmonised', 'uncoordinated'] as const;
export const FREQUENCIES = ['once', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'other'] as const;
/** Population groups of HAPI, with all who are affected and those who were not displaced. */
export const POPULATIONS = ['all-affected', 'non-displaced', 'REF', 'ASY', 'OIP', 'IDP', 'RET', 'RDP', 'STA', 'HST', 'OOC', 'MIG'] as const;
export type Population = (typeof POPULATIONS)[number];

export const TECHNIQUES = [
  'secondary-data',
  'key-informants',
  'observation',
  'community-group',
  'focus-group',
  'household',
  'individual',
  'satellite',
  'facility',
  'other',
] as const;
export const SAMPLINGS = ['random', 'non-random', 'full-enumeration'] as const;
export const PROXIMITIES = ['face-to-face', 'remote', 'mixed'] as const;
export const UNITS = ['community', 'settlement', 'household', 'individual', 'facility', 'institution', 'area'] as const;

export const ARTIFACTS = ['report', 'questionnaire', 'data-raw', 'data-clean', 'analysis'] as const;
export type ArtifactKind = (typeof ARTIFACTS)[number];
export const ACCESSES = ['public', 'on-request', 'members', 'not-available', 'not-applicable'] as const;
export type Access = (typeof ACCESSES)[number];
export const RELATIONS = ['round-of', 'supersedes', 'duplicate-of'] as const;

/** An organisation of the register, or one that is not in it, as it was written. */
export const body = z.object({ id: organisationId.nullable().default(null), name: line(200) });
export type Body = z.infer<typeof body>;

const sector = z.string().regex(/^[A-Z]{2,4}(-[A-Z]{2,4})?$/, 'wrong.sector');
/** Of an assessment: not of another century. */
const near = day.refine((text) => text > '1970' && text < '2200', 'wrong.far');
const webAddress = z.url({ protocol: /^https?$/ }).max(1000);

/**
 * A place as it was stated, and the unit that it is, in the boundaries of a version. `unitLevel` above `level`: no more is certain than
 * the unit that holds it. Nothing: it is in no unit that is known.
 */
export const area = z.object({
  level: adminLevel,
  code: line(64).nullable().default(null),
  name: line(200).nullable().default(null),
  pcode: pcode.nullable().default(null),
  unitLevel: adminLevel.nullable().default(null),
  version: versionTag.nullable().default(null),
});
export type Area = z.infer<typeof area>;

/** `units`: the areas; `country`, `affected`: all of it, and no unit is counted; `unknown`: nobody said. */
export const COVERS = ['units', 'country', 'affected', 'unknown'] as const;
export const coverage = z.object({
  of: z.enum(COVERS),
  areas: z.array(area).max(3000),
  /** As it was given. */
  text: prose(4000).nullable().default(null),
  points: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .max(2000)
    .default([]),
});
export type Coverage = z.infer<typeof coverage>;

export const method = z.object({
  technique: z.enum(TECHNIQUES),
  sampling: z.enum(SAMPLINGS).nullable().default(null),
  size: z.number().int().min(0).max(1e9).nullable().default(null),
  proximity: z.enum(PROXIMITIES).nullable().default(null),
  unitOfAnalysis: z.enum(UNITS).nullable().default(null),
  unitOfReporting: z.enum(UNITS).nullable().default(null),
});
export type Method = z.infer<typeof method>;

/** Whom to ask: a group of the register or its mailbox. No person is ever named. */
export const contact = z.object({ group: groupId.nullable().default(null), mailbox: z.email().max(254).nullable().default(null) });

/** A file that is kept here with an artifact; whoever is given the link of it is given the file. */
export const keptFile = z.object({ id: entryId, name: line(150), media: z.string().max(200), bytes: z.number().int() });

export const artifact = z.object({
  kind: z.enum(ARTIFACTS),
  access: z.enum(ACCESSES),
  class: z.enum(CLASSES).default('low'),
  link: webAddress.nullable().default(null),
  /** How to ask for it. */
  how: prose(1000).nullable().default(null),
  contact: contact.nullable().default(null),
  /** Of data: what was done so that nobody can be told by them. */
  disclosure: prose(1000).nullable().default(null),
  /** Put there by a route of its own; a change keeps it or leaves it out. */
  file: keptFile.nullish(),
});
export type Artifact = z.infer<typeof artifact>;

/** `other`: camps, communities; `none`: results hold for what was visited only. A number: the admin level at which they hold. */
export const REPRESENTATIVE = ['0', '1', '2', '3', '4', '5', 'other', 'none'] as const;
export type Representative = (typeof REPRESENTATIVE)[number];

export const fields = {
  /** By language; the one without a known language is `und`. */
  title: z.record(languageTag, line(300)).refine((names) => Object.keys(names).length > 0, 'wrong.names'),
  family: z.enum(FAMILIES).nullable(),
  type: z.enum(TYPES).nullable(),
  coordination: z.enum(COORDINATIONS).nullable(),
  leads: z.array(body).max(20),
  participants: z.array(body).max(200),
  /** As it was given, where it cannot be parted into organisations with certainty. */
  participantsText: prose(4000).nullable(),
  donors: z.array(body).max(50),
  government: z.boolean().nullable(),
  localPartner: z.boolean().nullable(),
  groups: z.array(groupId).max(30),
  sectors: z.array(sector).max(30),
  populations: z.array(z.enum(POPULATIONS)).max(POPULATIONS.length),
  objective: prose(4000).nullable(),
  status: z.enum(STATUSES),
  collectionStart: near.nullable(),
  collectionEnd: near.nullable(),
  publishedOn: near.nullable(),
  plannedStart: near.nullable(),
  nextRound: near.nullable(),
  frequency: z.enum(FREQUENCIES).nullable(),
  coverage,
  representative: z.enum(REPRESENTATIVE).nullable(),
  methods: z.array(method).max(30),
  methodology: prose(8000).nullable(),
  sampleSize: z.number().int().min(0).max(1e9).nullable(),
  sampleUnit: z.enum(UNITS).nullable(),
  languages: z.array(languageTag).max(20),
  artifacts: z.array(artifact).max(30),
  /** Codes of agreed indicators. */
  indicators: z.array(line(60)).max(200),
  related: z.array(z.object({ id: entryId, is: z.enum(RELATIONS) })).max(20),
  /** For members. */
  notes: prose(8000).nullable(),
};
const all = z.object(fields);
export type AssessmentFields = z.infer<typeof all>;

/** What is not said is not known. A place needs a level with a code or a name. */
export const newAssessment = all
  .partial()
  .required({ title: true })
  .extend({ status: fields.status.default('planned'), draft: z.boolean().default(false) });
export type NewAssessment = z.infer<typeof newAssessment>;
/** Only what is given is changed. */
export const assessmentBody = all.partial().refine((given) => Object.keys(given).length > 0, 'wrong.nothing');
export type AssessmentChange = z.infer<typeof assessmentBody>;

/** What a person is asked about a record; nothing that is asked is taken as answered. */
export const QUESTIONS = ['place', 'sector', 'date', 'status', 'access', 'organisation', 'test'] as const;
export type QuestionAbout = (typeof QUESTIONS)[number];
/** As it is kept: worded when it is told. */
export interface Question {
  /** The same for the same doubt of the same record. */
  id: string;
  about: QuestionAbout;
  written: string;
  clause: Clause;
  /** Likeliest first. */
  choices: { answer: string; clause: Clause }[];
}
export const seenQuestion = z.object({
  id: z.string(),
  about: z.enum(QUESTIONS),
  written: z.string(),
  text: z.string(),
  choices: z.array(z.object({ answer: z.string(), text: z.string() })),
});

/** Of the clock: a planned one that should have begun; field work without a report. */
export const REMINDERS = ['start-passed', 'report-missing'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** An artifact as the one who asks may know it: without its link where that is not for them. */
export const seenArtifact = artifact.extend({
  /** A link or a file is there, and it is not for the one who asks. */
  withheld: z.boolean(),
});
export type SeenArtifact = z.infer<typeof seenArtifact>;

export const ENTERED = ['account', 'link', 'import'] as const;
export const assessment = all.extend({
  id: entryId,
  scope,
  state: z.enum(RECORD_STATES),
  artifacts: z.array(seenArtifact),
  entered: z.enum(ENTERED),
  /** null for whoever is not a member. */
  enteredBy: z.string().nullable(),
  reminders: z.array(z.enum(REMINDERS)),
  /** For those who may change it, else empty; texts in the language asked for. */
  questions: z.array(seenQuestion),
  /** The one who asks may change it. */
  may: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});
export type Assessment = z.infer<typeof assessment>;

export const PAIR_DECISIONS = ['duplicate', 'distinct'] as const;
/** Two records that are likely one; who decided stays. */
export const pair = z.object({
  a: entryId,
  b: entryId,
  /** 0 … 1. */
  likeness: z.number(),
  /** Units that both name, of those of the smaller one. */
  common: z.number(),
  decision: z.enum(PAIR_DECISIONS).nullable(),
});
export type Pair = z.infer<typeof pair>;
export const pairBody = z.object({ a: entryId, b: entryId, is: z.enum(PAIR_DECISIONS) });

/** Two assessments, one of them still planned, that would ask the same people the same thing. */
export const overlap = z.object({
  a: entryId,
  b: entryId,
  sectors: z.array(sector),
  populations: z.array(z.enum(POPULATIONS)),
  units: z.array(z.object({ level: adminLevel, pcode })),
  /** Between the two windows; 0 where they meet. */
  days: z.number().int(),
  /** Who leads the other, for each. */
  leadA: z.string(),
  leadB: z.string(),
});
export type Overlap = z.infer<typeof overlap>;

export const ACTIONS = [
  'assessment.created',
  'assessment.submitted',
  'assessment.changed',
  'assessment.confirmed',
  'assessment.answered',
  'assessment.deleted',
  'assessment.pair',
  'assessment.link',
  'assessment.imported',
  'assessment.file',
] as const;

export const langQuery = z.object({ lang: z.enum(LANGS).default('en').describe('of the words in it') });
export const scopeParams = z.object({ scope });
export const assessmentParams = z.object({ scope, assessment: entryId });
