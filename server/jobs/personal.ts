/** What is decided about personal data in the files of an upload, before its pipeline sees them (decision 0056). */
import { asksOfPersons, countKinds, type PersonalAnswer, type PersonalFinding, type PersonalRecord, type PersonalSaid } from '../contract/uploads/personal.ts';
import { QuestionError } from '../errors.ts';
import { writeWithout } from '../formats/personal/clean/copy.ts';
import { findPersonalData } from '../formats/personal/find.ts';
import { bytesSource } from '../formats/raw.ts';
import { findGdal } from '../outside/gdal.ts';
import { problemText } from '../words/problems.ts';
import type { StoredObject } from '../store/objects/objects.ts';
import type { JobFile } from './queue.ts';
import { hashSource, type IngestFile } from './source.ts';

/** Said with the upload, answered to the question, or what became of it in a job before. */
export type PersonalOption = PersonalSaid | PersonalAnswer | PersonalRecord;

export interface Settled {
  files: IngestFile[];
  /** null: nothing was found. */
  record: PersonalRecord | null;
}

export interface SettleDeps {
  encoding: string | undefined;
  /** Addresses that belong to groups of the country, which are nobody's. */
  mailboxes: readonly string[];
  /** Stores copies at once; where it is left out they are stored with the version. */
  store?: ((bytes: Uint8Array) => Promise<StoredObject>) | undefined;
  onProgress: (stage: string, done: number, total: number) => void;
  /** Copies took the place of files: those as they came are not kept from now on. */
  onStripped?: ((files: JobFile[], record: PersonalRecord) => void) | undefined;
}

/**
 * Files to go on with. Where they hold personal data and nothing was said, a person is asked.
 * @throws QuestionError `upload.personal` with the findings, InputError as `writeWithout`
 */
export async function settlePersonal(files: IngestFile[], said: PersonalOption | undefined, deps: SettleDeps): Promise<Settled> {
  if (typeof said === 'object' && (said.is === 'kept' || said.is === 'removed' || said.is === 'unsearched')) return { files, record: said };
  const options = { encoding: deps.encoding, outside: findGdal, mailboxes: deps.mailboxes };
  deps.onProgress('read', 0, 1);
  const answer = typeof said === 'string' ? said : said?.is;
  if (answer !== 'strip') {
    const findings = await findPersonalData(files, options);
    if (!asksOfPersons(findings)) return { files, record: notSearched(findings) };
    if (answer === undefined) throw ask(findings);
    return { files, record: { is: 'kept', what: countKinds(findings.filter(isTold)) } };
  }
  const parts = typeof said === 'object' && said.is === 'strip' ? said.parts : 'all';
  if (parts === 'all') {
    const findings = await findPersonalData(files, options);
    if (!asksOfPersons(findings)) return { files, record: notSearched(findings) };
    // What cannot be taken out is not kept without a word.
    if (findings.some(({ isPerson, removable }) => isPerson && !removable)) throw ask(findings);
  }
  deps.onProgress('clean', 0, 1);
  const { copies, removed } = await writeWithout(files, parts, options);
  const record: PersonalRecord = { is: 'removed', what: countKinds(removed) };
  const settled: IngestFile[] = [];
  for (const file of files) {
    const bytes = copies.get(file.name);
    if (!bytes) {
      settled.push(file);
      continue;
    }
    const source = { ...bytesSource(bytes), close() {} };
    const key = (await deps.store?.(bytes))?.key;
    settled.push({ name: file.name, source, sha256: await hashSource(source), ...(key === undefined ? {} : { key }) });
  }
  if (deps.store)
    deps.onStripped?.(
      settled.map(({ name, key, sha256, source }) => ({ name, key: key!, sha256, bytes: source.size })),
      record,
    );
  return { files: settled, record };
}

/** What is said with the version: of persons, and what nobody could look into. */
const isTold = ({ isPerson, kind }: PersonalFinding): boolean => isPerson || kind === 'unsearched';

/** Alone it asks nothing, since most archives hold such a file, and is said all the same. */
function notSearched(findings: readonly PersonalFinding[]): PersonalRecord | null {
  const what = countKinds(findings.filter(({ kind }) => kind === 'unsearched'));
  return what.length > 0 ? { is: 'unsearched', what } : null;
}

const ask = (findings: PersonalFinding[]) => new QuestionError('upload.personal', problemText('upload.personal'), { details: { findings } });
