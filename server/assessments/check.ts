/** What a record must be before it is kept. Pure. */
import type { Area, Artifact, AssessmentFields } from '../contract/assessments/assessments.ts';
import type { Structure } from '../groups/structure.ts';
import { InputError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Ground } from './coverage/ground.ts';
import { withoutContacts } from './import/values.ts';
import { windowOf } from './model.ts';

type Refusal = `assessments.${'area' | 'contact' | 'dates' | 'file' | 'microdata' | 'organisation' | 'personal'}`;
const refused = (code: Refusal, details: Record<string, unknown> = {}) => new InputError(code, problemText(code), { details });

/** What is not known of a record that says only its title. */
export const NOTHING: Omit<AssessmentFields, 'title'> = {
  family: null,
  type: null,
  coordination: null,
  leads: [],
  participants: [],
  participantsText: null,
  donors: [],
  government: null,
  localPartner: null,
  groups: [],
  sectors: [],
  populations: [],
  objective: null,
  status: 'planned',
  collectionStart: null,
  collectionEnd: null,
  publishedOn: null,
  plannedStart: null,
  nextRound: null,
  frequency: null,
  coverage: { of: 'unknown', areas: [], text: null, points: [] },
  representative: null,
  methods: [],
  methodology: null,
  sampleSize: null,
  sampleUnit: null,
  languages: [],
  artifacts: [],
  indicators: [],
  related: [],
  notes: null,
};

/** The record as it is kept: places with their units. @throws InputError `assessments.…` */
export function checkFields(
  fields: AssessmentFields,
  before: AssessmentFields | null,
  structure: Pick<Structure, 'groups' | 'organisations'>,
  ground: Ground,
): AssessmentFields {
  const { collectionStart, collectionEnd, plannedStart } = fields;
  const start = collectionStart ?? plannedStart;
  if (start !== null && collectionEnd !== null && collectionEnd < start) throw refused('assessments.dates', { start, end: collectionEnd });
  const registered = new Set<string>(structure.organisations.map(({ id }) => id));
  for (const { id } of [...fields.leads, ...fields.participants, ...fields.donors])
    if (id !== null && !registered.has(id)) throw refused('assessments.organisation', { organisation: id });
  const groups = new Set<string>(structure.groups.map(({ id }) => id));
  for (const group of fields.groups) if (!groups.has(group) && !before?.groups.includes(group)) throw refused('assessments.contact', { group });
  checkArtifacts(fields, groups, structure);
  for (const [name, text] of textsOf(fields)) if (withoutContacts(text) !== null) throw refused('assessments.personal', { field: name });
  const artifacts = fields.artifacts.map((each) => settleFile(each, before));
  return { ...fields, artifacts, coverage: { ...fields.coverage, areas: fields.coverage.areas.map((area) => settleArea(area, before, ground)) } };
}

/** Of microdata a file is kept for members only, in class high, and where it is said what was done so that nobody can be identified. */
export const mayKeep = ({ kind, access, class: level, disclosure }: Artifact): boolean =>
  kind !== 'data-raw' || (access === 'members' && (level === 'high' || level === 'severe') && disclosure !== null);

/** A file is put there by its own route: a change names one that was there, or none. */
const settleFile = (artifact: Artifact, before: AssessmentFields | null): Artifact => {
  if (!artifact.file) return artifact;
  const known = before?.artifacts.find(({ file }) => file?.id === artifact.file!.id)?.file;
  if (!known) throw refused('assessments.file');
  if (!mayKeep(artifact)) throw refused('assessments.microdata');
  return { ...artifact, file: known };
};

function checkArtifacts({ artifacts }: AssessmentFields, groups: ReadonlySet<string>, structure: Pick<Structure, 'groups'>): void {
  const mailboxes = new Set(structure.groups.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox.toLowerCase()])));
  for (const { kind, access, contact } of artifacts) {
    if (kind === 'data-raw' && access === 'public') throw refused('assessments.microdata');
    if (contact === null) continue;
    if (contact.group !== null && !groups.has(contact.group)) throw refused('assessments.contact', { group: contact.group });
    if (contact.mailbox !== null && !mailboxes.has(contact.mailbox.toLowerCase()) && isOfPerson(contact.mailbox)) throw refused('assessments.contact', { mailbox: contact.mailbox }); // prettier-ignore
  }
}

/** "amina.kamara@": two words that are no words of offices. What stands for an office says so. */
const OFFICE = /(info|contact|office|cluster|sector|group|team|unit|data|assess|eval|wash|health|food|shelter|protection|educat|nutrition|logist|coord|secretar|im\b|imo|imwg|hub|desk|press|media|admin|support|service|help|msna|dtm|reach|ocha|response)/i; // prettier-ignore
function isOfPerson(mailbox: string): boolean {
  const name = mailbox.split('@')[0]!;
  return !OFFICE.test(name) && /^[a-z]+[._-][a-z]+\d*$/i.test(name);
}

function textsOf(fields: AssessmentFields): [string, string][] {
  const { title, objective, methodology, notes, participantsText, coverage, artifacts } = fields;
  const texts = { objective, methodology, notes, participantsText, coverage: coverage.text };
  return [
    ...Object.values(title).map((text): [string, string] => ['title', text]),
    ...Object.entries(texts).flatMap(([name, text]): [string, string][] => (text === null ? [] : [[name, text]])),
    ...artifacts.flatMap(({ how }): [string, string][] => (how === null ? [] : [['artifacts', how]])),
  ];
}

/** A place that was there before stays as it was stated; a new one is a unit of today. */
function settleArea(area: Area, before: AssessmentFields | null, { version, tree }: Ground): Area {
  const known = before?.coverage.areas.find(
    (each) => each.level === area.level && each.code === area.code && each.name === area.name && each.pcode === area.pcode,
  );
  if (known) return known;
  const code = area.pcode ?? area.code;
  if (code === null && area.name === null) throw refused('assessments.area', { level: area.level });
  const unit = code === null ? undefined : tree.find(area.level, code);
  if (code !== null && version !== null && !unit) throw refused('assessments.area', { level: area.level, code });
  return {
    level: area.level,
    code: code ?? null,
    name: area.name ?? unit?.names[0]?.name ?? null,
    pcode: unit?.pcode ?? null,
    unitLevel: unit ? area.level : null,
    version: unit ? version : null,
  };
}

/** A record that has become another thing for whoever subscribes to the calendar. */
export const isTold = (before: AssessmentFields, after: AssessmentFields): boolean =>
  JSON.stringify([before.title, before.leads, before.status, windowOf(before), before.coverage.of]) !==
  JSON.stringify([after.title, after.leads, after.status, windowOf(after), after.coverage.of]);
