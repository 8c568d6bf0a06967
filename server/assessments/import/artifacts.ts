/** What may be had of an assessment, and by whom, as a row has it. Where nobody says, it is asked. Pure. */
import type { Access, Artifact, ArtifactKind, Question } from '../../contract/assessments/assessments.ts';
import type { ColumnRole } from '../../contract/assessments/imports.ts';
import { clause } from '../../words/clauses.ts';
import { ACCESS_TEXT, ARTIFACT_TEXT } from '../words.ts';
import type { Row } from './row.ts';
import { bareArtifact, readAccess, readYes, saysHeldBack } from './values.ts';

type Is = ColumnRole['is'];

const linkOf = (text: string): string | null => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && text.length <= 1000 ? text : null);

interface Columns {
  kind: ArtifactKind;
  link: Is;
  access: Is;
  has: Is | null;
}

/** Report, data and questionnaire of a row; questions are added where access is in doubt. */
export function readArtifacts(row: Row, questions: Question[]): Artifact[] {
  const notes = [...row.texts('notes'), ...row.texts('coverage-text'), row.text('instructions')].find(saysHeldBack);
  const report = read(row, { kind: 'report', link: 'report-link', access: 'report-access', has: 'has-report' });
  const data = read(row, { kind: 'data-clean', link: 'data-link', access: 'data-access', has: 'has-data' });
  const questionnaire = read(row, { kind: 'questionnaire', link: 'questionnaire-link', access: 'questionnaire-access', has: null });
  const found: Artifact[] = [];
  const how = row.text('instructions').slice(0, 1000) || null;
  for (const { artifact, isSaid } of [report, data, questionnaire].flatMap((each) => each ?? [])) {
    const isHeld = notes !== undefined && artifact.access !== 'not-applicable' && artifact.kind !== 'questionnaire' && !isSaid;
    // A note that something is not to be shared is about what there is, even where the form says that nothing was attached.
    if (isHeld && (artifact.kind === 'report' || artifact.link !== null)) {
      found.push({ ...artifact, how, access: 'on-request' });
      questions.push(ask(artifact.kind, notes, clause('assessments.access.note', { written: sentenceOf(notes), what: clause(ARTIFACT_TEXT[artifact.kind]) }))); // prettier-ignore
    } else if (!isSaid && artifact.kind === 'data-clean' && artifact.link !== null) {
      found.push({ ...artifact, how, access: 'on-request' });
      questions.push(ask(artifact.kind, artifact.link, clause('assessments.access.unsaid', { what: clause(ARTIFACT_TEXT['data-clean']) })));
    } else found.push({ ...artifact, how });
  }
  return found;
}

function read(row: Row, { kind, link: linkColumn, access: accessColumn, has }: Columns): { artifact: Artifact; isSaid: boolean } | null {
  const written = row.text(accessColumn);
  const link = linkOf(row.text(linkColumn)) ?? linkOf(written);
  const said = readAccess(written);
  if (said !== undefined) return { artifact: bareArtifact(kind, said, { link }), isSaid: true };
  const is = has === null ? undefined : readYes(row.text(has));
  const access: Access | null = link !== null ? 'public' : is === true ? 'on-request' : is === false ? 'not-available' : null;
  return access === null ? null : { artifact: bareArtifact(kind, access, { link }), isSaid: false };
}

/** The sentence that says so, so that whoever decides reads what was written. */
const sentenceOf = (text: string): string => (text.split(/(?<=[.!?؟\n])\s+/).find(saysHeldBack) ?? text).slice(0, 300);

function ask(kind: ArtifactKind, written: string, text: Question['clause']): Question {
  return {
    id: `access:${kind}`,
    about: 'access',
    written: written.slice(0, 300),
    clause: text,
    choices: (['on-request', 'public', 'members', 'not-available'] as const).map((answer) => ({ answer, clause: clause(ACCESS_TEXT[answer]) })),
  };
}
