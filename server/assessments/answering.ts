/** What an answer makes of a record. Pure. */
import type { Access, ArtifactKind, Status } from '../contract/assessments/assessments.ts';
import { ARTIFACTS } from '../contract/assessments/assessments.ts';
import { foldName } from '../matching/fold.ts';
import type { Ground } from './coverage/ground.ts';
import { NOT_A_UNIT, placeQuestionId } from './import/places.ts';
import type { StoredAssessment } from './model.ts';

/** The record as it is after an answer; the same where the question is not there any more. */
export function applyAnswer(record: StoredAssessment, id: string, answer: string, ground: Ground): StoredAssessment {
  const asked = record.questions.find((each) => each.id === id);
  if (!asked) return record;
  const answered: StoredAssessment = {
    ...record,
    questions: record.questions.filter((each) => each !== asked),
    answers: { ...record.answers, [id]: answer },
    sequence: record.sequence + 1,
  };
  switch (asked.about) {
    case 'place':
      return answer === NOT_A_UNIT ? answered : { ...answered, coverage: { ...record.coverage, areas: record.coverage.areas.map((area) => settle(area, id, answer, ground)) } }; // prettier-ignore
    case 'sector':
      return answer === 'none' ? answered : { ...answered, sectors: [...new Set([...record.sectors, answer])] };
    case 'status':
      return { ...answered, status: answer as Status };
    case 'access': {
      const kind = ARTIFACTS.find((each) => id === `access:${each}`) as ArtifactKind | undefined;
      return { ...answered, artifacts: record.artifacts.map((each) => (each.kind === kind ? { ...each, access: answer as Access } : each)) };
    }
    case 'organisation': {
      const written = foldName(asked.written);
      return { ...answered, leads: record.leads.map((lead) => (lead.id === null && foldName(lead.name) === written ? { ...lead, name: answer } : lead)) };
    }
    case 'test':
      return { ...answered, state: 'submitted' };
    default:
      return { ...answered, ...daysOf(record, id, asked.written, answer) };
  }
}

/** Which of two readings of a day holds, by the column that it stands in; or that start and end were exchanged. */
function daysOf(record: StoredAssessment, id: string, written: string, answer: string): Partial<StoredAssessment> {
  const isPlanned = record.status === 'planned' || record.status === 'postponed';
  const start = (day: string): Partial<StoredAssessment> => (isPlanned ? { plannedStart: day } : { collectionStart: day });
  if (answer === 'swap') {
    const [first, last] = written.split(' – ');
    return first && last ? { ...start(last), collectionEnd: first } : {};
  }
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written.trim());
  if (!match || (answer !== 'day-first' && answer !== 'month-first')) return {};
  const [day, month] = answer === 'day-first' ? [match[1]!, match[2]!] : [match[2]!, match[1]!];
  const iso = `${match[3]}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return id === 'date:order:1' ? { collectionEnd: iso } : start(iso);
}

function settle(area: StoredAssessment['coverage']['areas'][number], id: string, answer: string, { version, tree }: Ground): typeof area {
  if (placeQuestionId(area.level, area.code ?? area.name ?? '') !== id) return area;
  const unit = tree.find(area.level, answer) ?? tree.withCode(answer)[0];
  return unit ? { ...area, pcode: unit.pcode, unitLevel: unit.level, version } : area;
}
