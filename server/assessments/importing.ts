/** Files read into records. All of a file or nothing; a row that is there already is said to be; what is in doubt is kept with its question. */
import { createHash } from 'node:crypto';
import type { ColumnRole, ImportLedger, ImportRow } from '../contract/assessments/imports.ts';
import type { ColumnAnswer } from '../contract/columns.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Iso3 } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { InputError } from '../errors.ts';
import { bytesSource } from '../formats/raw.ts';
import { readTables } from '../formats/tables/table.ts';
import type { Acting } from '../groups/deps.ts';
import { openRegistry } from '../groups/registry.ts';
import { foldName } from '../matching/fold.ts';
import { keepSheets, type KeptSheet } from '../sheets/sheet.ts';
import { problemText } from '../words/problems.ts';
import { sayClause } from '../words/words.ts';
import { findPairs } from './alike/pairs.ts';
import type { Answers } from './answers.ts';
import { landingOf, type Ground } from './coverage/ground.ts';
import { placingOf } from './coverage/cover.ts';
import type { AssessmentDeps } from './deps.ts';
import { bodyFinder, createPlaceGround } from './import/ground.ts';
import { rolesOfHeading } from './import/headings.ts';
import { isJson, readJson } from './import/json.ts';
import { nameKey, readSheet, type ReadSheet } from './import/read.ts';
import type { ReadRow } from './import/row.ts';
import type { StoredAssessment } from './model.ts';

export interface ImportAsked {
  file: { name: string; bytes: Uint8Array };
  said: readonly ColumnAnswer<ColumnRole>[];
  lang: Lang;
  /** Account that reads it. */
  account: string | null;
  /** Confirms what is read, but for tests. */
  confirm: boolean;
  /** Told only: nothing is kept. */
  preview?: boolean;
  /** Groups whose records they are to be. */
  groups: readonly string[];
}

/** Reads files into records; refusals are InputError `assessments.…` and those of the readers of tables. */
export function createImporting({ store, outside, sectors, newId, answers }: AssessmentDeps & { answers: Answers }) {
  return {
    list: (scope: Scope) => store.listImports(scope),

    /** @throws InputError `assessments.json`, `assessments.empty`, and those of the readers of tables */
    async read(acting: Acting, { file, said, lang, account, confirm, groups, preview = false }: ImportAsked): Promise<ImportLedger> {
      const sheet = await openSheet(file);
      const structure = await outside.readStructure(acting.scope);
      const registry = openRegistry(structure, await outside.readReports(acting.scope));
      const registered = new Set<string>(structure.organisations.map(({ id }) => id));
      const current = await outside.readUnits(acting.scope);
      const id = newId();
      const ground = await answers.openGround(acting.scope, []);
      return store.change(acting, async ({ records, places }, write) => {
        const read = readSheet(sheet, {
          sectors,
          places: createPlaceGround(acting.scope as string as Iso3, current?.version ?? null, current?.units ?? [], places),
          findBody: bodyFinder(registry, registered),
          said,
          lang,
        });
        if (!read.columns.some(({ role }) => role.is === 'title')) throw new InputError('assessments.empty', problemText('assessments.empty'));
        const known = new Map(records.map((record) => [nameKey(record), record.id]));
        const made: StoredAssessment[] = [];
        const ledger = read.rows.map((row): ImportRow => {
          const notes = row.notes.map((note) => sayClause(note, lang) ?? note.code);
          if (row.fields === null) return { row: row.row, outcome: 'dropped', id: null, placed: false, questions: 0, notes };
          const before = known.get(nameKey(row.fields));
          const placed = isPlaced(ground, row);
          if (before !== undefined) return { row: row.row, outcome: 'known', id: before, placed, questions: 0, notes };
          const record = toRecord(acting, row, { id: newId(), account, confirm, groups });
          made.push(record);
          return { row: row.row, outcome: row.isDraft ? 'draft' : 'entered', id: record.id, placed, questions: row.questions.length, notes };
        });
        for (const record of preview ? [] : made) {
          await write.insert(record);
          await write.record('assessment.imported', record.id, { import: id });
        }
        for (const { level, written, pcode } of preview ? [] : read.learned) await write.learnPlace({ level, name: foldName(written), pcode, by: 'codes' });
        const doubles = new Set(findPairs(ground, [...records, ...made]).flatMap(({ a, b }) => [a, b]));
        const told: ImportLedger = {
          id,
          file: file.name,
          at: acting.at,
          by: acting.actor,
          ...count(ledger, doubles),
          areas: read.areas,
          learned: read.learned,
          columns: shown(read),
          ledger,
        };
        if (!preview) await write.insertImport(told, createHash('sha256').update(file.bytes).digest('hex'));
        return told;
      });
    },
  };
}

async function openSheet({ name, bytes }: ImportAsked['file']): Promise<KeptSheet> {
  if (isJson(name, bytes)) return readJson(name, bytes);
  const sheets = keepSheets(await readTables({ name, source: bytesSource(bytes) }, { onUnknownEncoding: 'assume' }));
  const score = ({ headings }: KeptSheet) => headings.reduce((total, heading) => total + Math.max(0, ...rolesOfHeading(heading).map(({ fit }) => fit)), 0);
  return sheets.toSorted((a, b) => score(b) - score(a) || b.rows.length - a.rows.length)[0]!;
}

function toRecord(
  { scope, actor, at }: Acting,
  { fields, isDraft, questions }: ReadRow,
  given: { id: string; account: string | null; confirm: boolean; groups: readonly string[] },
): StoredAssessment {
  const { id, account, confirm, groups } = given;
  const state = isDraft ? 'draft' : confirm ? 'confirmed' : 'submitted';
  return { ...fields!, groups: [...groups], id, scope, state, entered: 'import', enteredBy: actor, account, questions, answers: {}, sequence: 0, createdAt: at, updatedAt: at }; // prettier-ignore
}

/** On the map at some level, or about all of it. */
function isPlaced(ground: Ground, { fields }: ReadRow): boolean {
  const placing = placingOf(ground, fields!);
  return placing === 'country' || (placing === 'units' && fields!.coverage.areas.some((area) => landingOf(ground, area) !== null));
}

function count(ledger: readonly ImportRow[], doubles: ReadonlySet<string>): Pick<ImportLedger, 'rows'> {
  const kept = ledger.filter(({ outcome }) => outcome !== 'dropped');
  const placed = kept.filter((row) => row.placed).length;
  const review = kept.filter(({ questions, id }) => questions > 0 || (id !== null && doubles.has(id))).length;
  return { rows: { read: ledger.length, dropped: ledger.length - kept.length, placed, notPlaced: kept.length - placed, needReview: review } };
}

/** Of columns that are about persons no cell is shown or kept. */
const shown = ({ columns }: ReadSheet): ImportLedger['columns'] =>
  columns.map(({ column, heading, role, confidence, from, filled, distinct }) => ({ column, heading, role, confidence, from, filled, distinct }));
