/** A sheet → records of assessments with what a person is asked about them, and what became of each row. Nothing is dropped without a word. Pure. */
import type { AssessmentFields, Question } from '../../contract/assessments/assessments.ts';
import type { AssessmentColumn, ColumnRole, ImportLedger } from '../../contract/assessments/imports.ts';
import type { ColumnAnswer } from '../../contract/columns.ts';
import type { Lang } from '../../contract/languages.ts';
import { foldName } from '../../matching/fold.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { KeptSheet } from '../../sheets/sheet.ts';
import { clause } from '../../words/clauses.ts';
import { areaKey } from '../coverage/ground.ts';
import { readColumns } from './columns.ts';
import { readDays } from './days.ts';
import { toFields, type FieldDeps } from './fields.ts';
import { askSpellings } from './leads.ts';
import { linesOf, looksLikeCode, partsOf } from './parts.ts';
import { createPlaces, type PlaceGround, type Stated } from './places.ts';
import { createRow, type ReadRow } from './row.ts';
import { isTest } from './values.ts';

export interface ReadDeps extends Pick<FieldDeps, 'findBody'> {
  sectors: CodeTable;
  places: PlaceGround;
  /** What a person says of the columns. */
  said: readonly ColumnAnswer<ColumnRole>[];
  lang: Lang;
}

export interface ReadSheet {
  columns: AssessmentColumn[];
  rows: ReadRow[];
  areas: ImportLedger['areas'];
  learned: ImportLedger['learned'];
}

/** What reads as a place in a column of places. */
const statedOf = (sheet: KeptSheet, columns: readonly AssessmentColumn[], row: ReturnType<typeof createRow>): Stated[] => {
  const own = columns.filter(({ role }) => role.is === 'place');
  return own.flatMap(({ column, heading, role }) => {
    const text = row.at(column);
    if (text === '') return [];
    const lines = linesOf(text);
    const group = heading.includes('/') ? heading.slice(0, heading.lastIndexOf('/')) : null;
    // Columns of one list of records, and single codes and names of one row, stand side by side.
    const aligned = own.filter((other) => {
      if (other.column === column) return false;
      const isList = group !== null && other.heading.startsWith(`${group}/`) && linesOf(row.at(other.column)).length === lines.length;
      return isList || (other.role.level === role.level && partsOf(text).length === 1 && partsOf(row.at(other.column)).length === 1);
    });
    const parts = aligned.length > 0 ? lines : partsOf(text);
    return parts.flatMap(
      (part, i): Stated[] =>
      part === '' ? [] : [{ level: role.level, text: part, beside: aligned.map((other) => (parts.length === 1 ? row.at(other.column) : (linesOf(row.at(other.column))[i] ?? ''))) }], // prettier-ignore
    );
  });
};

/** Every row with what it became; rows that the reader of tables left aside are among them, with why. */
export function readSheet(sheet: KeptSheet, { sectors, places: ground, said, findBody, lang }: ReadDeps): ReadSheet {
  const { matcher, levels } = ground;
  const levelsOf = (text: string) => {
    const coded = looksLikeCode(text) ? matcher.tree.withCode(text.toUpperCase()).map(({ level }) => level) : [];
    return coded.length > 0 ? coded : levels.filter((level) => level > 0 && matcher.names.exact(level, text).length > 0);
  };
  const columns = readColumns(sheet, said, { levelsOf, isSector: (text) => sectors.sure(text) !== undefined, lang });
  const rows = sheet.rows.map(({ row, cells }) => createRow(row, cells, columns));
  const stated = rows.map((row) => statedOf(sheet, columns, row));
  const places = createPlaces(ground, stated);
  const days = readDays(sheet, columns);
  const found = new Map<string, boolean>();
  const read = rows.map((row, i): ReadRow => {
    if (row.text('title') === '') return { row: row.row, fields: null, isDraft: false, questions: [], notes: [clause('assessments.left.untitled')] };
    for (const { heading } of columns.filter((column) => column.role.is === 'person' && row.at(column.column) !== ''))
      row.note('assessments.note.personal', { heading });
    const placed = places.placeRow(stated[i]!);
    for (const area of placed.stated) found.set(areaKey(area), area.pcode !== null && area.unitLevel === area.level);
    const { fields, questions } = toFields(row, placed.areas, days(row.row, sheet.rows[i]!.cells), { sectors, findBody, learned: places.learned() });
    const isDraft = isTest(row.text('title'));
    const test = clause('assessments.test', { written: row.text('title') });
    const choices = [
      { answer: 'real', clause: clause('assessments.choice.real') },
      { answer: 'delete', clause: clause('assessments.choice.delete') },
    ];
    const asked: Question[] = isDraft ? [{ id: 'test', about: 'test', written: row.text('title'), clause: test, choices }] : [];
    return { row: row.row, fields, isDraft, questions: [...asked, ...placed.questions, ...questions], notes: row.notes() };
  });
  const dropped = sheet.aside.map(({ row, reason }): ReadRow => ({ row, fields: null, isDraft: false, questions: [], notes: [clause(ASIDE[reason])] }));
  const placed = [...found.values()].filter(Boolean).length;
  return {
    columns,
    rows: askSpellings([...read, ...dropped].toSorted((a, b) => a.row - b.row)),
    areas: { stated: found.size, placed, notPlaced: found.size - placed },
    learned: places.learned(),
  };
}

const ASIDE = { total: 'import.left.total', instruction: 'import.left.instruction', repeatedHeader: 'import.left.repeated' } as const;

/** The same for the same assessment of two files. */
export const nameKey = (fields: Pick<AssessmentFields, 'title' | 'leads' | 'collectionStart' | 'plannedStart' | 'coverage'>): string =>
  JSON.stringify([
    Object.values(fields.title).map(foldName),
    fields.leads.map(({ name }) => foldName(name)),
    fields.collectionStart ?? fields.plannedStart,
    fields.coverage.areas.map((area) => areaKey(area)).toSorted(),
  ]);
