/** What a row says of an assessment, field by field. What cannot be read is asked or told. Pure. */
import type { Area, AssessmentFields, Body, Question } from '../../contract/assessments/assessments.ts';
import type { ImportLedger } from '../../contract/assessments/imports.ts';
import { foldName } from '../../matching/fold.ts';
import { isNobody } from '../../matching/organisations.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { readLanguage } from '../../matching/words/contacts.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { STATUS_TEXT } from '../words.ts';
import { readArtifacts } from './artifacts.ts';
import type { Days } from './days.ts';
import { commaParts, partsOf } from './parts.ts';
import type { Row } from './row.ts';
import { readCovers, readFrequency, readPopulation, readRepresentative, readStatus, readTechnique, readType, readUnit, withoutContacts } from './values.ts';

export interface FieldDeps {
  sectors: CodeTable;
  /** The organisation of the register that a name surely is; else the name as it stands. */
  findBody: (name: string) => Body;
  learned: ImportLedger['learned'];
}

const LONGEST_NAME = 200;
/** A cell of so many words without a mark between is a list that cannot be parted. */
const MOST_WORDS = 12;
/** Rounds and sectors that are of all. */
const ALL_SECTORS =
  /^(inter ?cluster|inter ?sector(ial|al|iel)?|intersectorial|multi ?cluster|multi ?sector.*|todos los sectores|all sectors|tous les secteurs)$/;

/** The record of a row that has a title, and what is to be asked about it. */
export function toFields(row: Row, areas: readonly Area[], days: Days, deps: FieldDeps): { fields: AssessmentFields; questions: Question[] } {
  const questions: Question[] = [...days.questions];
  const prose = (is: Parameters<Row['text']>[0], max: number): string | null => {
    const text = row.texts(is).join('\n').slice(0, max);
    if (text === '' || /^(n\/?a|ningun[oa]?|none|aucun[e]?|nenhum[a]?|-+|لا يوجد)$/i.test(text)) return null;
    const masked = withoutContacts(text);
    if (masked !== null) row.note('assessments.note.masked', { heading: row.headingOf(is) });
    return masked ?? text;
  };
  const { status, start, end } = readState(row, days, questions);
  const { participants, participantsText, leads } = readBodies(row, deps);
  const artifacts = readArtifacts(row, questions);
  const places = readPlaces(row, areas, deps);
  const one = <T>(text: string, read: (each: string) => T | undefined): T | null => (text === '' ? null : (read(text) ?? null));
  const isPlanned = status === 'planned' || status === 'postponed';
  const fields: AssessmentFields = {
    title: { und: row.text('title').replace(/\s+/gu, ' ').slice(0, 300) },
    family: null,
    type: one(row.text('type'), readType),
    coordination: null,
    leads,
    participants,
    participantsText,
    donors: partsOf(row.text('donors')).map((name) => deps.findBody(name.slice(0, LONGEST_NAME))),
    government: null,
    localPartner: null,
    groups: [],
    sectors: readSectors(row, deps.sectors, questions),
    populations: [...new Set(commaParts(row.text('populations')).flatMap((part) => readPopulation(part) ?? []))],
    objective: prose('objective', 4000),
    status,
    collectionStart: isPlanned ? null : start,
    collectionEnd: end,
    publishedOn: null,
    plannedStart: isPlanned ? start : null,
    nextRound: null,
    frequency: one(row.text('frequency'), readFrequency),
    coverage: { ...places, text: prose('coverage-text', 4000), points: [] },
    representative: one(row.text('representative'), readRepresentative),
    methods: [...new Set(row.texts('technique').flatMap((text) => commaParts(text).flatMap((part) => readTechnique(part) ?? [])))].map((technique) => ({
      technique,
      sampling: null,
      size: null,
      proximity: null,
      unitOfAnalysis: null,
      unitOfReporting: null,
    })),
    methodology: prose('methodology', 8000),
    sampleSize: readCount(row.text('sample-size')),
    sampleUnit: one(partsOf(row.text('sample-unit'))[0] ?? '', readUnit),
    languages: commaParts(row.text('languages')).flatMap((part) => readLanguage(part) ?? []),
    artifacts,
    indicators: [],
    related: [],
    notes: prose('notes', 8000),
  };
  return { fields, questions };
}

function readState(row: Row, { start, end }: Days, questions: Question[]): Pick<AssessmentFields, 'status'> & Pick<Days, 'start' | 'end'> {
  const written = row.text('status');
  const read = written === '' ? undefined : readStatus(written);
  if (read !== undefined && read !== 'completed') return { status: read, start, end };
  if (read === 'completed') {
    const hasReport = row.text('report-link') !== '' || /^(true|yes|si|sí|oui|sim)$/i.test(row.text('has-report'));
    return { status: hasReport ? 'report-completed' : 'fieldwork-completed', start, end };
  }
  if (written !== '')
    questions.push({
      id: `status:${foldName(written)}`,
      about: 'status',
      written,
      clause: clause('assessments.status', { written }),
      choices: (['planned', 'ongoing', 'fieldwork-completed', 'report-completed', 'cancelled'] as const).map((answer) => ({ answer, clause: clause(STATUS_TEXT[answer]) })), // prettier-ignore
    });
  // What has ended is not planned; what nobody says is least said by "ongoing".
  return { status: 'ongoing', start, end };
}

function readBodies(row: Row, { findBody }: FieldDeps): Pick<AssessmentFields, 'leads' | 'participants' | 'participantsText'> {
  const nameable = (text: string) => partsOf(text).filter((name) => foldName(name) !== '' && !isNobody(name));
  const leads = nameable(row.text('lead') || row.text('organisation')).map((name) => findBody(name.slice(0, LONGEST_NAME)));
  const others = row.text('lead') === '' ? [] : nameable(row.text('organisation'));
  const written = row.texts('participants').filter((text) => !isNobody(text)).join('\n'); // prettier-ignore
  const parts = commaParts(written);
  const isParted = parts.every((part) => part.split(/\s+/).length <= MOST_WORDS && part.length <= LONGEST_NAME && !isNobody(part));
  if (!isParted) row.note('assessments.note.bodies', { heading: row.headingOf('participants') });
  const names = [...others, ...(isParted ? parts : [])];
  const isLead = (name: string) => leads.some((lead) => foldName(lead.name) === foldName(name));
  const own = [...new Map(names.filter((name) => !isLead(name)).map((name) => [foldName(name), findBody(name.slice(0, LONGEST_NAME))])).values()];
  return { leads: leads.slice(0, 20), participants: own.slice(0, 200), participantsText: isParted ? null : written.slice(0, 4000) };
}

function readSectors(row: Row, table: CodeTable, questions: Question[]): string[] {
  const found = new Set<string>();
  for (const text of partsOf(row.text('sectors')))
    for (const part of splitSector(text, table)) {
      const code = ALL_SECTORS.test(foldName(part)) ? 'MS' : table.sure(part);
      if (code !== undefined) found.add(code);
      else questions.push(askSector(part, table));
    }
  return [...found];
}

/** A comma stands within names of sectors, and codes of a form have blanks between. */
function splitSector(text: string, table: CodeTable): string[] {
  if (table.sure(text) !== undefined || ALL_SECTORS.test(foldName(text))) return [text];
  for (const mark of [/\s*,\s*/, /\s+/]) {
    const parts = text.split(mark).filter(Boolean);
    if (parts.length > 1 && parts.every((part) => table.sure(part) !== undefined)) return parts;
  }
  return [text];
}

function askSector(written: string, table: CodeTable): Question {
  const match = table.match(written);
  const codes = match.kind === 'ambiguous' ? match.codes : table.entries.map(({ code }) => code);
  return {
    id: `sector:${foldName(written)}`,
    about: 'sector',
    written,
    clause: clause('assessments.sector', { written }),
    choices: [
      ...codes.slice(0, 25).map((code) => ({ answer: code, clause: verbatim(`${table.get(code)?.names.en ?? code} (${code})`) })),
      { answer: 'none', clause: clause('assessments.choice.no-sector') },
    ],
  };
}

function readPlaces(row: Row, areas: readonly Area[], { learned }: FieldDeps): Pick<AssessmentFields['coverage'], 'of' | 'areas'> {
  for (const { level, written, pcode, name } of learned)
    if (areas.some((area) => area.level === level && area.name !== null && foldName(area.name) === foldName(written)))
      row.note('assessments.note.learned', { written, name, pcode });
  const held = areas.filter(({ level, unitLevel }) => unitLevel !== null && unitLevel < level);
  if (held.length > 0) row.note('assessments.note.held', { count: held.length, units: [...new Set(held.map(({ pcode }) => pcode!))] });
  if (areas.length > 0) return { of: 'units', areas: areas.slice(0, 3000) };
  const said = [row.text('covers'), row.text('representative')].map((text) => readCovers(text)).find((each) => each !== undefined);
  return { of: said ?? 'unknown', areas: [] };
}

function readCount(text: string): number | null {
  const digits = text.replace(/[\s.,'’\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
