/** Notes taken while normalizing, as findings that a person can read and zoom to. */
import type { Clause, Finding, Severity } from '../../contract/finding.ts';
import { MAX_ITEMS } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { asClause, clause } from '../../words/clauses.ts';
import { makeFinding, type FindingCode } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import type { LevelAttributes } from './attributes.ts';
import type { ParentNotes } from './parents.ts';

/** A text as detail is shown as it came. */
export type ItemParts = { detail: string | Clause } & Partial<Omit<ItemDraft, 'clause'>>;

/** A finding of this family; items get their ids here. */
export function normalizeFinding(
  code: FindingCode,
  severity: Severity,
  level: AdminLevel | null,
  parts: ItemParts[],
  params: Record<string, string | number> = {},
  count = parts.length,
): Finding {
  const items = parts.slice(0, MAX_ITEMS).map(({ detail, ...part }, position): ItemDraft => {
    const key = part.pcodes?.[0] ?? part.rows?.[0] ?? position;
    return { id: `${code}:${level ?? ''}:${params.column ?? ''}:${key}`, pcodes: [], rows: [], ...part, clause: asClause(detail) };
  });
  return makeFinding(code, severity, level, items, params, count);
}

/** What reading the attributes of one level altered. `rowNumber` makes 1-based source rows of table rows. */
export function attributeFindings(level: AdminLevel, attributes: LevelAttributes, rowNumber: Uint32Array): Finding[] {
  const { notes, columns, pcodes, names } = attributes;
  const findings: Finding[] = [];
  const add = (...args: Parameters<typeof normalizeFinding>) => findings.push(normalizeFinding(...args));
  const at = (row: number, detail: string | Clause): ItemParts => ({ rows: [rowNumber[row]!], pcodes: pcodes[row] ? [pcodes[row]] : [], detail });

  const renamed = columns
    .filter(({ how }) => how === 'legacy')
    .map(({ source, standard }) => ({ detail: clause('becomes', { before: source, after: standard }) }));
  if (renamed.length > 0) add('normalize.columns-renamed', 'info', level, renamed);
  const inferred = columns
    .filter(({ how }) => how === 'structure')
    .map(({ source, standard }) => ({ detail: clause('becomes', { before: source, after: standard }) }));
  if (inferred.length > 0) add('normalize.columns-inferred', 'warning', level, inferred);
  if (notes.dropped.length > 0) {
    add(
      'normalize.columns-left-out',
      'info',
      level,
      notes.dropped.map((detail) => ({ detail })),
      { list: notes.dropped.join(', ') },
    );
  }
  const tidied = (lists: { heading: string; rows: number[] }[]) => lists.flatMap(({ heading, rows }) => rows.map((row) => at(row, heading)));
  if (notes.cleanedNames.length > 0) add('normalize.names-tidied', 'info', level, tidied(notes.cleanedNames));
  if (notes.cleanedCodes.length > 0) add('normalize.codes-tidied', 'info', level, tidied(notes.cleanedCodes));
  for (const { heading, rows, example } of notes.numericCodes) {
    add(
      'normalize.codes-from-numbers',
      'warning',
      level,
      rows.map((row) => at(row, heading)),
      { example, column: heading },
    );
  }
  for (const { heading, rows } of notes.emptyDates) add('normalize.dates-emptied', 'info', level, [{ detail: heading }], { column: heading }, rows.length);
  for (const { heading, rows, example } of notes.unreadableDates) {
    add(
      'normalize.dates-unreadable',
      'warning',
      level,
      rows.map((row) => at(row, heading)),
      { column: heading, example },
    );
  }
  if (notes.unreadableVersion !== null) {
    add('normalize.version-unreadable', 'info', level, [{ detail: notes.unreadableVersion }], { value: notes.unreadableVersion });
  }
  if (notes.namesFromReference !== null) {
    add('normalize.names-from-reference', 'warning', level, [{ detail: notes.namesFromReference }], { column: notes.namesFromReference });
  }
  for (const { heading, lang } of notes.guessedLanguages) {
    add('normalize.language-guessed', 'info', level, [{ detail: `${heading}: ${lang}` }], { column: heading, lang });
  }
  for (const { heading, suffix, lang } of notes.localLanguages) {
    add('normalize.language-local', 'info', level, [{ detail: heading }], { column: heading, suffix, lang });
  }
  if (names.some((list) => list.some(({ lang }) => lang === 'und'))) add('normalize.language-unknown', 'info', level, [{ detail: `adm${level}` }]);
  return findings;
}

/** Below this share of its area in one parent, a unit's parent is in doubt. */
const DOUBTFUL = 0.9;

export function parentFindings(note: ParentNotes, pcodes: (string | null)[], rowNumber: Uint32Array): Finding[] {
  const { level, ancestor } = note;
  const findings: Finding[] = [];
  const at = (row: number, detail: string | Clause): ItemParts => ({ rows: [rowNumber[row]!], pcodes: pcodes[row] ? [pcodes[row]] : [], detail });
  const label = (row: number) => pcodes[row] ?? clause('row', { row: rowNumber[row]! });
  const placed = note.byGeometry.map(({ row, pcode, share }) => ({
    share,
    item: {
      ...at(row, clause('reading.share-in', { unit: label(row), share: 100 * share, parent: pcode })),
      values: { parent: pcode, share: Number((100 * share).toFixed(1)) },
    },
  }));
  if (placed.length > 0)
    findings.push(
      normalizeFinding(
        'normalize.parents-from-geometry',
        'info',
        level,
        placed.map(({ item }) => item),
        { ancestor },
      ),
    );
  const doubtful = placed.filter(({ share }) => share < DOUBTFUL).map(({ item }) => item);
  if (doubtful.length > 0) findings.push(normalizeFinding('normalize.parent-doubtful', 'warning', level, doubtful, { ancestor }));
  if (note.corrected.length > 0) {
    const items = note.corrected.map(({ row, stated, pcode, share }) => ({
      ...at(row, clause('reading.states-unknown', { unit: label(row), stated, ancestor, share: 100 * share, parent: pcode })),
      values: { stated, parent: pcode, share: Number((100 * share).toFixed(1)) },
    }));
    findings.push(normalizeFinding('normalize.parent-code-unknown', 'warning', level, items, { ancestor }));
  }
  if (note.byName.length > 0) {
    findings.push(
      normalizeFinding(
        'normalize.parents-from-names',
        'info',
        level,
        note.byName.map((row) => at(row, label(row))),
        { ancestor },
      ),
    );
  }
  if (note.none.length > 0) {
    findings.push(
      normalizeFinding(
        'normalize.parent-unknown',
        'warning',
        level,
        note.none.map((row) => at(row, label(row))),
        { ancestor },
      ),
    );
  }
  return findings;
}
