/** Attribute repairs: what may be wrong in texts of the source, with evidence (decision 0024). Nothing is changed here. */
import { createHash } from 'node:crypto';
import type { RepairPlan, TextOperation } from '../../../contract/boundaries/repair.ts';
import { TEXT_RULES } from '../../../contract/boundaries/repair.ts';
import type { NormalizedBoundaries } from '../../normalize/model.ts';
import { signsOf, tidy, unify } from './characters.ts';
import { longPrefix, plainCode, respelled, widthOf, withZeros } from './codes.ts';
import type { TextColumn, TextDraft, TextLayer } from './columns.ts';
import { textLayers, textOf, valuesOf } from './columns.ts';
import { ValidDates, dateDrafts } from './dates.ts';
import { fromDos, hasLost, reread, restore } from './lost.ts';
import { misplaced, missingNames } from './parents.ts';
import { isAllCaps, titleCase } from './titleCase.ts';

/** @param validOn the date that the metadata of the version state, where nothing else does */
export function planTexts(boundaries: NormalizedBoundaries, validOn: string | null): Pick<RepairPlan, 'texts' | 'textOffers'> {
  const layers = textLayers(boundaries);
  const places = new NamePlaces(layers);
  const codes = codeUses(layers);
  const dates = new ValidDates(layers, boundaries.dateSource, validOn);
  const drafts = layers.flatMap((layer) => [
    ...layer.columns.flatMap((column) =>
      column.is === 'name' ? nameDrafts(column, places) : column.is === 'pcode' ? codeDrafts(column, layer, codes) : dateDrafts(column, dates),
    ),
    ...missingNames(layer, boundaries.levels, boundaries.country),
    ...misplaced(layer, boundaries.levels),
  ]);
  const prefix = prefixDraft(layers, boundaries);
  const operations = drafts.map((draft) => ({ draft, operation: toOperation(draft) }));
  const list = (offered: boolean) => sorted(operations.filter(({ draft }) => draft.offered === offered).map(({ operation }) => operation));
  return { texts: [...prefix, ...list(false)], textOffers: list(true) };
}

function nameDrafts(column: TextColumn, places: NamePlaces): TextDraft[] {
  const { rowsOf, lang } = column;
  const tidied = new Map(valuesOf(column).map((text) => [text, tidy(text)]));
  const signs = signsOf([...rowsOf].map(([text, rows]) => [tidied.get(text)!.text, rows.length]));
  const inCaps = isAllCaps(valuesOf(column));
  return [...rowsOf].flatMap(([before, rows]): TextDraft[] => {
    const draft = (after: string, rest: Pick<TextDraft, 'rule' | 'evidence' | 'bulk' | 'offered'>): TextDraft => ({ column, rows, before, after, ...rest });
    const { text, rule, marks } = tidied.get(before)!;
    const drafts: TextDraft[] = [];
    let now = text;
    // One proposal for a cell at most: the greater one holds the lesser.
    const again = reread(text) ?? fromDos(text, (known) => places.elsewhere(known, column) !== null);
    const lost = again ? null : restored(before, text, column, places);
    const unified = unify(text, signs);
    if (again && places.elsewhere(again.text, column)) {
      drafts.push(
        draft((now = again.text), {
          rule: 'mojibake',
          evidence: { code: 'also-in', params: { encoding: again.encoding, ...places.elsewhere(again.text, column)! } },
          bulk: false,
          offered: false,
        }),
      );
    } else if (lost)
      drafts.push(draft((now = lost.text), { rule: 'lost-letters', evidence: { code: 'same-code', params: lost.params }, bulk: false, offered: false }));
    else if (unified && unified.rule !== 'look-alike') {
      const { sign, count, of } = unified.majority;
      drafts.push(draft((now = unified.text), { rule: unified.rule, evidence: { code: 'majority', params: { sign, count, of } }, bulk: true, offered: false }));
    } else if (rule) drafts.push(draft(text, { rule, evidence: { code: 'marks', params: { marks } }, bulk: true, offered: false }));
    if (again && now !== again.text)
      drafts.push(draft(again.text, { rule: 'mojibake', evidence: { code: 'encoding', params: { encoding: again.encoding } }, bulk: false, offered: true }));
    if (unified?.rule === 'look-alike') {
      const { sign, count, of } = unified.majority;
      drafts.push(draft(unified.text, { rule: 'look-alike', evidence: { code: 'majority', params: { sign, count, of } }, bulk: false, offered: true }));
    }
    const titled = inCaps ? titleCase(now, lang) : now;
    if (titled !== now) drafts.push(draft(titled, { rule: 'title-case', evidence: { code: 'language', params: { lang } }, bulk: true, offered: true }));
    return drafts.filter(({ after }) => after !== '' && after !== before);
  });
}

function restored(before: string, text: string, column: TextColumn, places: NamePlaces): { text: string; params: Record<string, string> } | null {
  if (!hasLost(text)) return null;
  const found = restore(text, places.ofSameUnit(before, column));
  return found === null ? null : { text: found, params: places.elsewhere(found, column) ?? {} };
}

function codeDrafts(column: TextColumn, layer: TextLayer, codes: CodeUses): TextDraft[] {
  const width = widthOf(valuesOf(column).map((code) => tidy(code).text));
  const above = layer.columns.find(({ is, of }) => is === 'pcode' && of === column.of - 1);
  const aboveWidth = above ? widthOf(valuesOf(above)) : null;
  const aboveValues = above && layer.raw.columns.find(({ name }) => name === above.heading)!.values;
  return [...column.rowsOf].flatMap(([before, rows]): TextDraft[] => {
    const { text, rule, marks } = tidy(before);
    const isUsed = (code: string) => codes.isUsedElsewhere(code, column);
    const spelled = respelled(text, isUsed);
    const base = { column, rows, before, offered: false };
    if (spelled) return [{ ...base, after: spelled, rule: 'code-spelling', evidence: { code: 'also-in', params: codes.place(spelled, column) }, bulk: true }];
    if (width !== null && rows.length > 0) {
      const parent = aboveValues ? textOf(aboveValues[rows[0]!]) : null;
      const parents = parent === null ? [] : [parent, aboveWidth === null ? parent : parent.padStart(aboveWidth, '0')];
      const full = withZeros(text, width, parents, isUsed);
      if (full && !column.rowsOf.has(full))
        return [{ ...base, after: full, rule: 'code-zeros', evidence: { code: 'width', params: { width, pcode: parent ?? '' } }, bulk: true }];
    }
    return rule && text !== '' ? [{ ...base, after: text, rule, evidence: { code: 'marks', params: { marks } }, bulk: true }] : [];
  });
}

/** One decision for the dataset: half of it changed would join nothing. `column` is `*`, `before` and `after` are the beginnings. */
function prefixDraft(layers: TextLayer[], { country, levels }: NormalizedBoundaries): TextOperation[] {
  const columns = layers.flatMap(({ columns: own }) => own.filter(({ is }) => is === 'pcode'));
  const iso2 = longPrefix(columns.flatMap(valuesOf), country);
  if (!iso2) return [];
  const level = levels.at(-1)!.level;
  const count = columns.reduce((sum, { rowsOf }) => sum + [...rowsOf.values()].reduce((rows, own) => rows + own.length, 0), 0);
  return [
    {
      id: idOf(level, '*', 'code-prefix', country, iso2),
      level,
      column: '*',
      rows: [],
      units: [],
      before: country,
      after: iso2,
      rule: 'code-prefix',
      evidence: { code: 'all-codes', params: { count } },
      bulk: false,
    },
  ];
}

/** Where names occur, and which names a unit has in other columns and layers. */
class NamePlaces {
  readonly #columns = new Map<string, TextColumn[]>();
  readonly #namesOf = new Map<string, Map<string, TextColumn>>();

  constructor(layers: TextLayer[]) {
    for (const layer of layers) {
      for (const column of layer.columns) {
        if (column.is !== 'name') continue;
        for (const text of valuesOf(column)) {
          const clean = tidy(text).text;
          const known = this.#columns.get(clean);
          if (known) known.push(column);
          else this.#columns.set(clean, [column]);
        }
        this.#collect(layer, column);
      }
    }
  }

  /** Names by level and code: as the unit's own layer and as rows below it say them. */
  #collect(layer: TextLayer, column: TextColumn): void {
    const { uploaded } = layer;
    const values = layer.raw.columns.find(({ name }) => name === column.heading)!.values;
    uploaded.table.source.rowNumber.forEach((number, row) => {
      const text = textOf(values[number - 1]);
      const code = codeAt(layer, column, row);
      if (text === null || !code) return;
      const key = `${column.of} ${code}`;
      const known = this.#namesOf.get(key) ?? this.#namesOf.set(key, new Map()).get(key)!;
      known.set(tidy(text).text, column);
    });
  }

  /** A layer and a column, other than this one, that have the very text. */
  elsewhere(text: string, column: TextColumn): { layer: string; column: string } | null {
    const other = this.#columns.get(text)?.find((one) => one !== column);
    return other ? { layer: other.layer.raw.layer, column: other.heading } : null;
  }

  /** Other names of the units that have this text in this column. */
  ofSameUnit(before: string, column: TextColumn): Set<string> {
    const found = new Set<string>();
    const { layer } = column;
    for (const rawRow of column.rowsOf.get(before) ?? []) {
      const row = layer.uploaded.table.source.rowNumber.indexOf(rawRow + 1);
      const code = row < 0 ? null : codeAt(layer, column, row);
      for (const [name, from] of this.#namesOf.get(`${column.of} ${code}`) ?? []) if (from !== column) found.add(name);
    }
    return found;
  }
}

function codeAt({ uploaded, level }: TextLayer, { of }: TextColumn, row: number): string | null {
  return of === level ? uploaded.table.units[row]!.pcode || null : (uploaded.lineage[of]?.[row] ?? null);
}

interface CodeUses {
  isUsedElsewhere(code: string, column: TextColumn): boolean;
  place(code: string, column: TextColumn): Record<string, string>;
}

function codeUses(layers: TextLayer[]): CodeUses {
  const uses = new Map<string, TextColumn[]>();
  for (const column of layers.flatMap(({ columns }) => columns)) {
    if (column.is !== 'pcode') continue;
    for (const code of valuesOf(column)) {
      const known = uses.get(code);
      if (known) known.push(column);
      else uses.set(code, [column]);
    }
  }
  // The same level, or the code is another unit's.
  const find = (code: string, column: TextColumn) => uses.get(code)?.find((other) => other !== column && other.of === column.of && plainCode(code) === code);
  return {
    isUsedElsewhere: (code, column) => find(code, column) !== undefined,
    place: (code, column): Record<string, string> => {
      const other = find(code, column);
      return other ? { layer: other.layer.raw.layer, column: other.heading } : {};
    },
  };
}

function toOperation({ column: { layer, heading }, rows, before, after, rule, evidence, bulk }: TextDraft): TextOperation {
  const units = [...new Set(rows.flatMap((row) => layer.keyOf.get(row) ?? []))].sort();
  return {
    id: idOf(layer.level, heading, rule, before, after),
    level: layer.level,
    column: heading,
    rows: rows.map((row) => row + 1),
    units,
    before,
    after,
    rule,
    evidence,
    bulk,
  };
}

function idOf(...parts: (string | number | null)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['text', ...parts]))
    .digest('hex')
    .slice(0, 12);
}

/** By rule, then level, column and text, so that the order of rows has no part in it. */
function sorted(operations: TextOperation[]): TextOperation[] {
  const key = ({ rule, level, column, before, after }: TextOperation) =>
    [String(TEXT_RULES.indexOf(rule)).padStart(2, '0'), level, column, before ?? '', after ?? ''].join('\n');
  return operations
    .map((operation) => ({ operation, key: key(operation) }))
    .sort((p, q) => (p.key < q.key ? -1 : p.key > q.key ? 1 : 0))
    .map(({ operation }) => operation);
}
