/**
 * What the cells of a column hold, counted: the evidence of values. Every cell of the sample counts, not every distinct text, so that a column
 * which mixes P-codes with many strange ones is still a column of P-codes.
 */
import type { AdminLevel } from '../../contract/ids.ts';
import type { RawColumn } from '../../formats/tables/rawTable.ts';
import { cellText, isCellError } from '../../formats/tables/rawTable.ts';
import { asciiDigits } from '../../matching/digits.ts';
import { readWordDate } from '../../matching/wordDates.ts';
import { foldName } from '../../matching/fold.ts';
import { isBlank } from '../normalize/spellings.ts';
import { statusOf } from '../normalize/status.ts';
import { foreignMonth } from '../../matching/calendars.ts';
import { isMonthNumber, monthOf } from '../../matching/months.ts';
import { readPeriod } from '../normalize/periods.ts';
import { withoutNumber } from '../../matching/organisations.ts';
import { hasOrganisationWord, isWellKnown } from '../../matching/words/bodies.ts';

/** What the country's boundaries and memory know about a text. */
export interface ValueContext {
  /** Level of a code that the boundaries know, after repair; undefined for anything else. */
  levelOfCode: (text: string) => AdminLevel | undefined;
  /** Levels at which a name occurs in the boundaries. */
  levelsOfName: (text: string) => AdminLevel[];
  /** Levels that the boundaries have, and how many units of each. */
  units: ReadonlyMap<AdminLevel, number>;
  /** Codes of the sectors that a text names, each of several for sure; empty where one of them is not certain. */
  sectorsOf: (text: string) => string[];
  isOrgType: (text: string) => boolean;
  /** Whether an organisation of this name or acronym was met in the country before. */
  isOrganisation: (text: string, folded: string) => boolean;
  /** Where the country lies; null where nobody knows. */
  box: readonly [west: number, south: number, east: number, north: number] | null;
}

export type Kind =
  | 'number'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'year'
  | 'month'
  | 'quarter'
  | 'yesNo'
  | 'mark'
  | 'numbered'
  | 'sentence'
  | 'address'
  | 'code'
  | 'bareCode'
  | 'codeLike'
  | 'name'
  | 'sector'
  | 'orgType'
  | 'status'
  | 'known'
  | 'orgWord'
  | 'acronym'
  | 'latitude'
  | 'longitude';

export interface ColumnFacts {
  /** Rows looked at, cells of them that hold something, different texts among these. */
  rows: number;
  filled: number;
  distinct: number;
  /** Share of the filled cells whose text occurs more than once. */
  repeated: number;
  /** First distinct texts. */
  samples: string[];
  /** Texts with the cells that hold them, most first; at most `EXAMINED`. */
  values: { text: string; cells: number }[];
  /** Cells of each kind, of `filled`; a cell may be of several. */
  cells: Record<Kind, number>;
  /** Cells that hold a code, or a name, of a level. */
  codes: Map<AdminLevel, number>;
  names: Map<AdminLevel, number>;
  /** A few texts of each kind, to show. */
  examples: Map<Kind | `code ${AdminLevel}` | `name ${AdminLevel}`, string[]>;
  meanLength: number;
}

/** Rows looked at: enough to judge a column, cheap for 275,845 rows. */
const ROWS = 20_000;
/** Different texts of a column that are looked up. */
const EXAMINED = 400;
const EXAMPLES = 3;
/** Longer texts are no names of places, sectors or types. */
const NAME_LENGTH = 120;

/** Rows looked at, evenly over the table. */
export function sampleRows(rows: number): Uint32Array {
  const count = Math.min(rows, ROWS);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
}

const NUMBER = /^[-+]?\d[\d.,'’\s\u00a0\u202f]*%?$/u;
const YES_NO = /^(yes|no|oui|non|s[ií]|sim|n[aã]o|true|false|vrai|faux|verdadero|falso|نعم|لا|да|нет|y|n|o)$/iu;
/** What a column of a choice holds where it is taken, and where it is not. */
export const TAKEN = /^(1|1\.0|yes|y|oui|s[ií]|sim|true|vrai|verdadero|x|✓|✔|نعم|да)$/iu;
export const NOT_TAKEN = /^(0|0\.0|no|n|non|n[aã]o|false|faux|falso|لا|нет)$/iu;
/** "1. Written policy": the answer to a question. */
const NUMBERED = /^\d{1,2}\s*[.)\-–:]\s*\p{L}/u;
const ADDRESS = /@\S+\.\S|https?:\/\/|www\.|^uuid:|^[0-9a-f]{8}-[0-9a-f]{4}-/iu;
const CODE_LIKE = /^(?=\S*\d)[\p{L}\d][\p{L}\d_\-./]{1,23}$/u;
/** Of our calendar, and of Solar and lunar Hijri and Buddhist ones. */
const YEAR = /^(1[345]|19|20|2[45])\d\d$/;
const QUARTER = /^(q|t|trim\w*\s*|quarter\s*|الربع\s*)?[1-4]$/iu;
/** From so many words on a text is a sentence, unless it names some body. */
const SENTENCE_WORDS = 8;

/** Cells → facts. `rows` are those of `sampleRows`. */
export function readFacts({ cells }: Pick<RawColumn, 'cells'>, rows: Uint32Array, context: ValueContext): ColumnFacts {
  const counts = new Map<string, number>();
  const kinds = emptyKinds();
  for (const row of rows) {
    const cell = cells[row] ?? null;
    if (cell === null || isCellError(cell)) continue;
    const text = cellText(cell);
    if (!isBlank(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const facts: ColumnFacts = {
    rows: rows.length,
    filled: 0,
    distinct: counts.size,
    repeated: 0,
    samples: [],
    values: [],
    cells: kinds,
    codes: new Map(),
    names: new Map(),
    examples: new Map(),
    meanLength: 0,
  };
  let length = 0;
  let repeated = 0;
  for (const [text, count] of counts) {
    facts.filled += count;
    length += text.length;
    if (count > 1) repeated += count;
    if (facts.samples.length < 6) facts.samples.push(text);
  }
  facts.repeated = facts.filled === 0 ? 0 : repeated / facts.filled;
  facts.meanLength = counts.size === 0 ? 0 : length / counts.size;
  for (const { text, cells: own, weight } of examine(counts, facts)) judge(text, own * weight, facts, context);
  return facts;
}

/** The most frequent texts each for itself, the rest by an even sample that stands for all of it. */
function examine(counts: Map<string, number>, facts: ColumnFacts): { text: string; cells: number; weight: number }[] {
  const sorted = [...counts].map(([text, cells]) => ({ text, cells })).sort((a, b) => b.cells - a.cells);
  facts.values = sorted.slice(0, EXAMINED);
  if (sorted.length <= EXAMINED) return sorted.map((each) => ({ ...each, weight: 1 }));
  const top = sorted.slice(0, EXAMINED / 2);
  const rest = sorted.slice(EXAMINED / 2);
  const some = Array.from({ length: EXAMINED / 2 }, (_, i) => rest[Math.floor((i * rest.length) / (EXAMINED / 2))]!);
  const sum = (list: { cells: number }[]) => list.reduce((all, { cells }) => all + cells, 0);
  const weight = sum(rest) / sum(some);
  return [...top.map((each) => ({ ...each, weight: 1 })), ...some.map((each) => ({ ...each, weight }))];
}

function emptyKinds(): Record<Kind, number> {
  return {
    number: 0,
    decimal: 0,
    date: 0,
    timestamp: 0,
    year: 0,
    month: 0,
    quarter: 0,
    yesNo: 0,
    mark: 0,
    numbered: 0,
    sentence: 0,
    address: 0,
    code: 0,
    bareCode: 0,
    codeLike: 0,
    name: 0,
    sector: 0,
    orgType: 0,
    status: 0,
    known: 0,
    orgWord: 0,
    acronym: 0,
    latitude: 0,
    longitude: 0,
  };
}

const DATE = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:$|[T\s])|^\d{1,2}([-/.])\d{1,2}\2\d{2}$/;
const TIME = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T\s]\d{1,2}:\d{2}/;
const MIDNIGHT = /[T\s]00:00(:00(\.0+)?)?(z|[+-]00:?00)?$/i;

function judge(text: string, cells: number, facts: ColumnFacts, context: ValueContext): void {
  const add = (kind: Kind) => {
    facts.cells[kind] += cells;
    show(facts, kind, text);
  };
  // ۱۴۰۳/۱۱/۱۰, ١٬٢٣٤
  const plain = asciiDigits(text).replaceAll('\u066c', '').replaceAll('\u066b', '.');
  if (DATE.test(plain) || readWordDate(plain) !== undefined) {
    add('date');
    if (TIME.test(plain) && !MIDNIGHT.test(plain)) add('timestamp');
    return;
  }
  const isNumber = NUMBER.test(plain);
  if (TAKEN.test(text) || NOT_TAKEN.test(text)) add('mark');
  if (YES_NO.test(text)) add('yesNo');
  if (isNumber) {
    add('number');
    judgeNumber(plain, cells, facts, context);
  }
  if (QUARTER.test(text)) add('quarter');
  if (isMonth(plain, isNumber)) add('month');
  const level = context.levelOfCode(text);
  if (level !== undefined) {
    add(/\p{L}/u.test(text) ? 'code' : 'bareCode');
    facts.codes.set(level, (facts.codes.get(level) ?? 0) + cells);
    show(facts, `code ${level}`, text);
  }
  if (CODE_LIKE.test(text)) add('codeLike');
  if (isNumber) return;
  if (ADDRESS.test(text)) add('address');
  if (NUMBERED.test(text)) add('numbered');
  const folded = foldName(text);
  const levels = text.length <= NAME_LENGTH ? context.levelsOfName(text) : [];
  if (levels.length > 0) add('name');
  for (const each of new Set(levels)) {
    facts.names.set(each, (facts.names.get(each) ?? 0) + cells);
    show(facts, `name ${each}`, text);
  }
  if (text.length <= NAME_LENGTH) {
    if (context.sectorsOf(text).length > 0) add('sector');
    if (context.isOrgType(text)) add('orgType');
    if (statusOf(text) !== 'unknown') add('status');
  }
  // "2. UNICEF": a body out of a numbered list.
  const body = withoutNumber(text);
  const bodyFolded = body === text ? folded : foldName(body);
  const isKnown = context.isOrganisation(body, bodyFolded) || isWellKnown(body, bodyFolded);
  if (isKnown) add('known');
  const isBody = hasOrganisationWord(folded);
  if (isBody) add('orgWord');
  if (isAcronymic(text)) add('acronym');
  const words = text.split(/\s+/u).length;
  if (!isKnown && words >= (isBody ? SENTENCE_WORDS * 2 : SENTENCE_WORDS)) add('sentence');
}

/** `March`, `01. Janvier`, `2022-03`, `T1 2022`, `3`. */
function isMonth(text: string, isNumber: boolean): boolean {
  if (isMonthNumber(text)) return true;
  if (/^(19|20)\d\d$/.test(text) || text.length > 24) return false;
  const words = text.split(/[\s.\-–/]+/u).filter((word) => !/^\d{1,2}$/.test(word));
  return readPeriod(text) !== undefined || (!isNumber && words.some((word) => (monthOf(word) ?? foreignMonth(word)) !== undefined));
}

function judgeNumber(text: string, cells: number, facts: ColumnFacts, { box }: ValueContext): void {
  if (YEAR.test(text)) facts.cells.year += cells;
  const value = Number(text.replace(/^([-+]?\d+),(\d+)$/, '$1.$2'));
  if (!Number.isFinite(value)) return;
  if (!Number.isInteger(value)) facts.cells.decimal += cells;
  const [west, south, east, north] = box ?? [-180, -90, 180, 90];
  if (value >= south - 1 && value <= north + 1) facts.cells.latitude += cells;
  // A box that crosses longitude 180 has its west above its east.
  if (west <= east ? value >= west - 1 && value <= east + 1 : value >= west - 1 || value <= east + 1) facts.cells.longitude += cells;
}

/** One short word without lower case, or almost: `ACF`, `MdM-BE`, `I1D`. */
function isAcronymic(text: string): boolean {
  if (text.length > 14 || /\s\S+\s/u.test(text)) return false;
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 2 && upper >= lower;
}

function show(facts: ColumnFacts, key: Kind | `code ${AdminLevel}` | `name ${AdminLevel}`, text: string): void {
  const list = facts.examples.get(key);
  if (!list) facts.examples.set(key, [text]);
  else if (list.length < EXAMPLES && !list.includes(text)) list.push(text);
}

/** Share of the filled cells. */
export const share = ({ cells, filled }: ColumnFacts, kind: Kind): number => (filled === 0 ? 0 : cells[kind] / filled);
export const codeShare = ({ codes, filled }: ColumnFacts, level: AdminLevel): number => (filled === 0 ? 0 : (codes.get(level) ?? 0) / filled);
export const nameShare = ({ names, filled }: ColumnFacts, level: AdminLevel): number => (filled === 0 ? 0 : (names.get(level) ?? 0) / filled);
