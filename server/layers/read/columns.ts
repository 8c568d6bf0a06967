/** What the columns of a layer hold, with the evidence: where things are, what they are called, what the legend tells apart, what is added up. */
import type { RoleReason } from '../../contract/columns.ts';
import type { Gazetteer } from '../../contract/admin.ts';
import type { Clause } from '../../contract/clause.ts';
import type { LayerColumn, LayerColumnAnswer, LayerColumnRole } from '../../contract/overlays/layer.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { parseNumber } from '../../formats/tables/numbers.ts';
import { foldName } from '../../matching/fold.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { readCoordinate, readPoint } from './coordinates.ts';
import { HEADINGS, HXL } from './headings.ts';
import type { Part, PartColumn } from './parts.ts';
import { createStated } from './stated.ts';
import { textsOf } from './texts.ts';
import { looksLikeWkt } from './wkt.ts';

export type Role = LayerColumnRole['is'];

const SAMPLES = 5;
/** A class has at most as many values as a legend can show apart from “other”, and each of them more than once. */
const MOST_CLASSES = 12;

const HXL_SIZE = /^#(affected|population|inneed|beneficiary|reached|capacity)\b/;
const FAMILIES = /(household|menage|hogar|famil|agregado|اسر)/u;
const NAME = /(^|\s)(name|nom|nombre|nome|اسم|الاسم|site|facility|location name|village|localite|localidad|camp|school|hospital)(\s|$)/u;
const CLASS =
  /(^|\s)(type|class|classe|category|categorie|categoria|tipo|status|statut|estado|condition|function|functionality|surface|severity|access|fclass|highway|نوع|الحاله)(\s|$)/u;
const SIZE =
  /(^|\s)(individuals|individuos|individus|people|persons|personnes|personas|pessoas|population|poblacion|populacao|idps|pdi|returnees|refugees|refugies|beneficiaries|beds|capacity|capacite|capacidad|total|عدد الافراد|الافراد)(\s|$)/u;

interface Guess {
  is: Role;
  from: LayerColumn['from'];
  confidence: number;
  why: Clause[];
  /** Of units that are stated: of two columns that are filled alike the deeper says more, and codes of a level more than its names. */
  level?: number;
}

const samplesOf = (texts: readonly string[]) => [...new Set(texts)].slice(0, 3);
const toReason = (said: Clause, weight: number): RoleReason => ({ text: sayClause(said, 'en') ?? said.code, clause: said, weight });

export interface ColumnContext {
  levels: Gazetteer['levels'];
  said: readonly LayerColumnAnswer[];
  /** What was said of the version before. */
  remembered: readonly LayerColumnAnswer[];
}

/** Every column with a role; of each of `lat`, `lon`, `point`, `wkt`, `class`, `size` and `pcode` one column at most. */
export function readLayerColumns(part: Part, { levels, said, remembered }: ColumnContext): LayerColumn[] {
  const texts = part.columns.map(textsOf);
  const isTable = part.geometry === null;
  const stated = createStated(levels);
  const guesses = part.columns.map((column, i) => {
    const asked = findSaid(said, column, i);
    if (asked?.role) return { is: asked.role.is, from: 'asked' as const, confidence: 1, why: [clause('why.asked')] };
    const before = findSaid(remembered, column, i);
    if (before?.role) return { is: before.role.is, from: 'profile' as const, confidence: 0.98, why: [clause('why.profile', { file: part.file })] };
    return guess(column, texts[i]!, { isTable, stated });
  });
  keepOne(guesses, [...PLACES, 'pcode'], part);
  chooseAmong(guesses, part, texts);
  return part.columns.map((column, i) => toReading(column, i, part, guesses[i]!, texts[i]!));
}

function guess(column: PartColumn, texts: readonly string[], { isTable, stated }: { isTable: boolean; stated: ReturnType<typeof createStated> }): Guess {
  if (texts.length === 0) return { is: 'ignore', from: 'values', confidence: 0.9, why: [clause('why.empty')] };
  const heading = foldName(column.name);
  const tag = column.hxl?.trim();
  const tagged = tag ? HXL.find(([, pattern]) => pattern.test(tag))?.[0] : undefined;
  const worded = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0];
  for (const [is, from, why] of [
    [tagged, 'hxl', clause('why.tag', { tag: tag ?? '' })],
    [worded, 'heading', clause('why.heading', { word: column.name })],
  ] as const) {
    if (!is || (!isTable && isPlace(is)) || !fits(is, texts)) continue;
    return { is, from, confidence: 0.97, why: [why], ...(is === 'pcode' ? { level: stated(column.name, texts)?.level ?? 0 } : {}) };
  }
  if (isTable && texts.filter(looksLikeWkt).length > 0.8 * texts.length)
    return { is: 'wkt', from: 'values', confidence: 0.97, why: [clause('why.wkt', { samples: samplesOf(texts.map((text) => text.slice(0, 40))) })] };
  const unit = stated(column.name, texts);
  if (unit) {
    const { by, level, found } = unit;
    const counted = { count: found.length, total: texts.length, samples: samplesOf(found) };
    const why = by === 'code' ? clause('why.codes', counted) : clause('why.names-of', { ...counted, level });
    return { is: 'pcode', from: 'values', confidence: by === 'code' ? 0.95 : 0.9, why: [why], level: by === 'code' ? level : level - 0.5 };
  }
  return { is: 'keep', from: 'values', confidence: 0.9, why: [] };
}

const isPlace = (is: Role) => (PLACES as readonly Role[]).includes(is);

/** What the heading says the cells must be able to hold. */
function fits(is: Role, texts: readonly string[]): boolean {
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  if (is === 'lat' || is === 'lon') return share((text) => readCoordinate(text).is === 'number') >= 0.5;
  if (is === 'point') return share((text) => readPoint(text) !== null) >= 0.5;
  if (is === 'wkt') return share(looksLikeWkt) >= 0.5;
  if (is === 'size') return isNumeric(texts);
  return true;
}

const PLAIN_STYLE = { thousands: null, decimal: '.' } as const;
const isNumeric = (texts: readonly string[]) => texts.filter((text) => parseNumber(text, PLAIN_STYLE).is === 'number').length >= 0.9 * texts.length;

/** Of several columns with one role the one that is filled most; the others are kept. */
function keepOne(guesses: Guess[], roles: readonly Role[], part: Part): void {
  const rank = (i: number) =>
    [guesses[i]!.from === 'asked' ? 2 : guesses[i]!.from === 'profile' ? 1 : 0, filled(part.columns[i]!), guesses[i]!.level ?? 0] as const;
  for (const is of roles) {
    const own = guesses.flatMap((each, i) => (each.is === is ? [i] : []));
    const [best] = own.toSorted((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1] || rank(b)[2] - rank(a)[2] || a - b);
    for (const i of own) if (i !== best) guesses[i] = { ...guesses[i]!, is: 'keep', confidence: 0.6 };
  }
}

const filled = ({ cells }: PartColumn) => cells.reduce<number>((count, cell) => count + Number(cellText(cell) !== ''), 0);

/** Names, the class and the size are chosen among what is left: by heading, and by what such columns look like. */
function chooseAmong(guesses: Guess[], part: Part, texts: readonly string[][]): void {
  const isFree = (i: number) => guesses[i]!.is === 'keep' && guesses[i]!.from !== 'asked' && guesses[i]!.from !== 'profile';
  const heading = (i: number) => foldName(part.columns[i]!.name);
  const indices = [...part.columns.keys()];
  const distinct = (i: number) => new Set(texts[i]!).size;
  if (!guesses.some(({ is }) => is === 'name')) {
    const named = indices.filter((i) => isFree(i) && NAME.test(heading(i)) && !isNumeric(texts[i]!) && distinct(i) > 0.5 * texts[i]!.length);
    for (const i of named.slice(0, 4))
      guesses[i] = { is: 'name', from: 'heading', confidence: 0.9, why: [clause('why.heading', { word: part.columns[i]!.name })] };
  }
  pickOne(guesses, 'class', () =>
    indices
      .filter(
        (i) =>
          isFree(i) &&
          CLASS.test(heading(i)) &&
          distinct(i) >= 2 &&
          distinct(i) <= MOST_CLASSES &&
          distinct(i) < 0.5 * texts[i]!.length &&
          !isNumeric(texts[i]!),
      )
      .toSorted((a, b) => distinct(a) - distinct(b))
      .map((i) => ({
        i,
        why: [
          clause('why.heading', { word: part.columns[i]!.name }),
          clause('why.few', { count: distinct(i), total: texts[i]!.length, samples: samplesOf(texts[i]!) }),
        ],
      })),
  );
  pickOne(guesses, 'size', () =>
    indices
      .filter((i) => isFree(i) && weightOfSize(part.columns[i]!) > 0 && isNumeric(texts[i]!))
      .toSorted((a, b) => weightOfSize(part.columns[b]!) - weightOfSize(part.columns[a]!) || heading(a).length - heading(b).length || a - b)
      .map((i) => ({
        i,
        why: [
          clause('why.heading', { word: part.columns[i]!.name }),
          clause('why.numbers', { count: texts[i]!.length, total: texts[i]!.length, samples: samplesOf(texts[i]!) }),
        ],
      })),
  );
}

/** How much a column sounds like people: families are fewer. */
function weightOfSize({ name, hxl }: PartColumn): number {
  const heading = foldName(name);
  return (SIZE.test(heading) ? 2 : 0) + (hxl && HXL_SIZE.test(hxl.trim()) ? 1 : 0) - (FAMILIES.test(heading) ? 3 : 0);
}

function pickOne(guesses: Guess[], is: Role, candidates: () => { i: number; why: Clause[] }[]): void {
  const own = guesses.flatMap((each, i) => (each.is === is ? [i] : []));
  if (own.length > 1) for (const i of own.slice(1)) guesses[i] = { ...guesses[i]!, is: 'keep' };
  if (own.length > 0) return;
  const [best] = candidates();
  if (best) guesses[best.i] = { is, from: 'heading', confidence: 0.85, why: best.why };
}

function toReading(column: PartColumn, i: number, { file, sheet }: Part, own: Guess, texts: readonly string[]): LayerColumn {
  return {
    file,
    sheet,
    column: i,
    heading: column.name,
    hxl: column.hxl,
    from: own.from,
    samples: [...new Set(texts)].slice(0, SAMPLES),
    filled: filled(column),
    distinct: new Set(texts).size,
    language: own.is === 'name' ? languageOf(column.name, texts) : null,
    separators: [],
    numbers: null,
    role: { is: own.is },
    confidence: own.confidence,
    reasons: own.why.map((each) => toReason(each, 1)),
    alternatives: [],
  };
}

const IN_LANGUAGE: readonly [string, RegExp][] = [
  ['en', /(^| )(en|eng|english|anglais)( |$)/],
  ['fr', /(^| )(fr|fra|french|francais)( |$)/],
  ['es', /(^| )(es|esp|spanish|espanol)( |$)/],
  ['pt', /(^| )(pt|por|portuguese|portugues)( |$)/],
  ['ar', /(^| )(ar|ara|arabic|arabe)( |$)/],
];

function languageOf(name: string, texts: readonly string[]): string | null {
  const heading = foldName(name);
  const said = IN_LANGUAGE.find(([, pattern]) => pattern.test(heading))?.[0];
  return said ?? (texts.filter((text) => /\p{Script=Arabic}/u.test(text)).length > 0.5 * texts.length ? 'ar' : null);
}

function findSaid(answers: readonly LayerColumnAnswer[], { name }: PartColumn, column: number): LayerColumnAnswer | undefined {
  return answers.findLast((each) => foldName(each.heading) === foldName(name) && (each.column === undefined || each.column === column));
}

/** Roles that say where a row is. */
export const PLACES = ['lon', 'lat', 'point', 'wkt'] as const;

export const columnOf = (columns: readonly LayerColumn[], is: Role): number => columns.findIndex(({ role }) => role.is === is);
