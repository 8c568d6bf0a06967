/** What the form of an assessment holds, and the record that it says. Pure. */
import type {
  Access,
  Area,
  ArtifactKind,
  Assessment,
  AssessmentFields,
  NewAssessment,
  Population,
  Representative,
  Status,
} from '../../../../server/contract/assessments/assessments.ts';
import { titleOf } from '../words.ts';

export interface Place {
  level: number;
  pcode: string;
}
export interface ArtifactValues {
  kind: ArtifactKind;
  access: Access;
  class: 'low' | 'moderate' | 'high' | 'severe';
  link: string;
  how: string;
  mailbox: string;
  disclosure: string;
  /** Of the record that is changed, where it is one of it. */
  before: Assessment['artifacts'][number] | null;
}

export interface EntryValues {
  title: string;
  lead: string;
  participants: string;
  sectors: readonly string[];
  groups: readonly string[];
  populations: readonly Population[];
  status: Status;
  start: string;
  end: string;
  covers: AssessmentFields['coverage']['of'];
  places: readonly Place[];
  /** Of the record that is changed: places that are no unit of these boundaries, kept as they were stated. */
  others: readonly Area[];
  text: string;
  objective: string;
  representative: Representative | '';
  frequency: NonNullable<AssessmentFields['frequency']> | '';
  sample: string;
  methodology: string;
  notes: string;
  artifacts: readonly ArtifactValues[];
}

export const FREQUENCIES = ['once', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'other'] as const satisfies readonly NonNullable<
  AssessmentFields['frequency']
>[];

export const NEW: EntryValues = {
  title: '',
  lead: '',
  participants: '',
  sectors: [],
  groups: [],
  populations: [],
  status: 'planned',
  start: '',
  end: '',
  covers: 'units',
  places: [],
  others: [],
  text: '',
  objective: '',
  representative: '',
  frequency: '',
  sample: '',
  methodology: '',
  notes: '',
  artifacts: [],
};

/** Raw data are never public, and may harm whoever can be told by them. */
export const newArtifact = (kind: ArtifactKind = 'report'): ArtifactValues => ({ kind, access: kind.startsWith('data') ? 'on-request' : 'public', class: kind === 'data-raw' ? 'high' : 'low', link: '', how: '', mailbox: '', disclosure: '', before: null }); // prettier-ignore

const isAhead = (status: Status): boolean => status === 'planned' || status === 'postponed';

/** The fields as a record has them. */
export function valuesOf(record: Assessment, language: string): EntryValues {
  const { coverage, artifacts } = record;
  const isUnit = ({ pcode, level, unitLevel }: Area) => pcode !== null && level === unitLevel;
  return {
    title: titleOf(record, language),
    lead: record.leads.map(({ name }) => name).join('; '),
    participants: record.participants.map(({ name }) => name).join('; '),
    sectors: record.sectors,
    groups: record.groups,
    populations: record.populations,
    status: record.status,
    start: record.collectionStart ?? record.plannedStart ?? '',
    end: record.collectionEnd ?? '',
    covers: coverage.of,
    places: coverage.areas.filter(isUnit).map(({ level, pcode }) => ({ level, pcode: pcode! })),
    others: coverage.areas.filter((area) => !isUnit(area)),
    text: coverage.text ?? '',
    objective: record.objective ?? '',
    representative: record.representative ?? '',
    frequency: record.frequency ?? '',
    sample: record.sampleSize === null ? '' : String(record.sampleSize),
    methodology: record.methodology ?? '',
    notes: record.notes ?? '',
    artifacts: artifacts.map((each) => ({
      kind: each.kind,
      access: each.access,
      class: each.class,
      link: each.link ?? '',
      how: each.how ?? '',
      mailbox: each.contact?.mailbox ?? '',
      disclosure: each.disclosure ?? '',
      before: each,
    })),
  };
}

const orNull = (text: string): string | null => text.trim() || null;
/** An organisation that was chosen before keeps its place in the register while its name stays. */
const bodiesOf = (text: string, known: readonly { id: string | null; name: string }[]) =>
  text
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ id: known.find((each) => each.name === name)?.id ?? null, name }));

/**
 * @param before the record that is changed
 * @param organisations of the register, so that a name that is in it is that organisation
 */
export function toRecord(
  values: EntryValues,
  language: string,
  before: Assessment | null,
  organisations: readonly { id: string; name: string }[],
): NewAssessment {
  const { status, start, end, covers } = values;
  const known = [...(before?.leads ?? []), ...(before?.participants ?? []), ...organisations];
  const stated = before?.coverage.areas ?? [];
  const areaOf = ({ level, pcode }: Place): Area =>
    stated.find((area) => area.pcode === pcode && area.level === level) ?? ({ level, pcode, code: null, name: null, unitLevel: null, version: null } as Area);
  return {
    title: { ...before?.title, [before && !(language in before.title) ? (Object.keys(before.title)[0] ?? language) : language]: values.title.trim() },
    leads: bodiesOf(values.lead, known),
    participants: bodiesOf(values.participants, known),
    sectors: [...values.sectors],
    groups: [...values.groups],
    populations: [...values.populations],
    status,
    plannedStart: isAhead(status) ? orNull(start) : (before?.plannedStart ?? null),
    collectionStart: isAhead(status) ? null : orNull(start),
    collectionEnd: orNull(end),
    coverage: {
      of: covers === 'units' && values.places.length + values.others.length === 0 ? 'unknown' : covers,
      areas: covers === 'units' ? [...values.places.map(areaOf), ...values.others] : [],
      text: orNull(values.text),
      points: before?.coverage.points ?? [],
    },
    objective: orNull(values.objective),
    representative: values.representative || null,
    frequency: values.frequency || null,
    sampleSize: /^\d+$/.test(values.sample) ? Number(values.sample) : null,
    methodology: orNull(values.methodology),
    notes: orNull(values.notes),
    artifacts: values.artifacts.map(({ kind, access, link, how, mailbox, disclosure, before: own, ...each }) => ({
      kind,
      access,
      class: each.class,
      link: orNull(link),
      how: orNull(how),
      contact: mailbox.trim() || own?.contact?.group ? { group: own?.contact?.group ?? null, mailbox: orNull(mailbox) } : null,
      disclosure: orNull(disclosure),
      file: own?.file ?? null,
    })),
    draft: false,
  } as NewAssessment;
}
