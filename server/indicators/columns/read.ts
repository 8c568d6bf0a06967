/** The columns of one table: what each is taken for, on what evidence, and what must be asked. Pure. */
import type { Clause } from '../../contract/clause.ts';
import type { ColumnQuestion, NumberStyle, RoleChoice, RoleReason } from '../../contract/columns.ts';
import type { IndicatorColumn, IndicatorColumnAnswer, IndicatorRole, LayoutProfile, ValueRole } from '../../contract/indicators/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { foldName } from '../../matching/fold.ts';
import { askNumbers, askRole } from './ask.ts';
import { readFacts, readStyle, type Facts, type Known, type StyleDoubt } from './facts.ts';
import { readHeads, type Head } from './heads.ts';
import { keyCandidates, why, type Candidate } from './keys.ts';
import { readPlainValue, readValue, tellApart } from './values.ts';

export interface ReadTable {
  table: RawTable;
  heads: Head[];
  headingRows: number;
  columns: IndicatorColumn[];
  questions: ColumnQuestion<IndicatorRole>[];
  /** By column; of columns of values. */
  styles: Map<number, NumberStyle>;
  mixed: { column: number; doubt: StyleDoubt }[];
  /** Columns whose tag says another thing than their heading. */
  differs: number[];
  /** Columns of numbers that no heading explains. */
  unread: number[];
  profile: LayoutProfile | null;
}

/** Below this a role is not used. */
const ENOUGH = 1.5;
/** Below this a role that is used is asked about. */
const CERTAIN = 0.7;
/** Share of headings that make a table the successor of a profile. */
const SAME = 0.7;

export interface ColumnsSaid {
  asked: readonly IndicatorColumnAnswer[];
  profiles: readonly LayoutProfile[];
}

export function readTable(table: RawTable, said: ColumnsSaid, known: Known): ReadTable {
  const { heads, rows: headingRows } = readHeads(table);
  const profile = findProfile(heads, table, said.profiles);
  const titles = [table.sheet, ...table.preamble.slice(0, 3)];
  const facts = table.columns.map((column) => readFacts(column, known));
  const differs: number[] = [];
  const allKeys = table.columns.map(({ hxl }, column) => keyCandidates(heads[column]!, hxl, facts[column]!));
  const rowsSay = new Set(allKeys.flatMap((own) => own.flatMap(({ role, reasons }) => (weigh(reasons) >= ENOUGH ? [role.is] : []))));
  const choices = table.columns.map((_, column) => {
    const { head, own } = { head: heads[column]!, own: facts[column]! };
    const { hxl } = table.columns[column]!;
    const keys = allKeys[column]!;
    const isKey = keys.some(({ role, reasons }) => role.is !== 'ignore' && weigh(reasons) >= ENOUGH) || keys.some(({ role }) => role.is === 'ignore');
    const value = isKey ? null : (readPlainValue(head, own, rowsSay) ?? readValue(head, hxl, own, titles, known));
    if (value?.differs) differs.push(column);
    const before = profile?.columns.find((each) => each.column === column && each.heading === foldName(head.text));
    const remembered = before
      ? [{ role: before.role, reasons: [why(before.said ? 'why.profile-said' : 'why.profile', before.said ? 4 : 2, { file: profile!.file })] }]
      : [];
    return merge([...(value ? [value.candidate] : []), ...keys, ...remembered]);
  });
  const taken = settle(table, choices, heads, said.asked);
  const styles = new Map<number, NumberStyle>();
  const mixed: ReadTable['mixed'] = [];
  const questions: ReadTable['questions'] = [];
  const columns = table.columns.map(({ name, hxl }, column): IndicatorColumn => {
    const { choice, others, from } = taken[column]!;
    const own = facts[column]!;
    const answer = answerOf(said.asked, table, heads[column]!, column);
    const numbers = answer?.numbers ?? profile?.columns.find((each) => each.column === column)?.numbers ?? null;
    const read: IndicatorColumn = {
      ...choice,
      column,
      heading: heads[column]!.text || name,
      hxl,
      from,
      samples: own.samples,
      filled: table.columns[column]!.cells.filter((cell) => cell !== null).length,
      distinct: own.distinct,
      language: null,
      separators: [],
      numbers,
      alternatives: others,
      file: table.file,
      sheet: table.sheet,
    };
    if (choice.role.is === 'value') {
      const found = readStyle(table.columns[column]!.cells);
      styles.set(column, numbers ?? found.style);
      if (found.doubt && numbers === null) {
        mixed.push({ column, doubt: found.doubt });
        questions.push(askNumbers(table, read, found.doubt));
      }
    }
    if (isAsked(choice, from)) questions.push(askRole(table, read));
    return read;
  });
  const unread = columns.flatMap(({ role, column }) => (role.is === 'ignore' && facts[column]!.numbers > 0.8 && facts[column]!.filled > 2 ? [column] : []));
  return { table, heads, headingRows, columns, questions, styles, mixed, differs, unread, profile };
}

const isAsked = ({ role, confidence }: RoleChoice<IndicatorRole>, from: IndicatorColumn['from']): boolean =>
  from !== 'asked' && (role.is === 'value' || role.is === 'pcode' || role.is === 'name') && confidence < CERTAIN;

const weigh = (reasons: readonly RoleReason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);

/** Evidence for the same role adds up. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const { role, reasons } of candidates) {
    const key = JSON.stringify(role);
    const own = merged.get(key);
    merged.set(key, { role, reasons: [...(own?.reasons ?? []), ...reasons] });
  }
  return [...merged.values()].toSorted((a, b) => weigh(b.reasons) - weigh(a.reasons));
}

interface Taken {
  choice: RoleChoice<IndicatorRole>;
  others: RoleChoice<IndicatorRole>[];
  from: IndicatorColumn['from'];
}

/** One role for each column; a unit has one code and one name of each level, and values are told apart. */
function settle(table: RawTable, choices: readonly Candidate[][], heads: readonly Head[], asked: readonly IndicatorColumnAnswer[]): Taken[] {
  const first = choices.map((own, column): Taken => {
    const answer = answerOf(asked, table, heads[column]!, column);
    const known = own.map(({ role, reasons }) => ({ role, confidence: 0, reasons: reasons.toSorted((a, b) => b.weight - a.weight) }));
    if (answer?.role) return { choice: { role: answer.role, confidence: 1, reasons: [why('why.asked', 10)] }, others: known, from: 'asked' };
    const [best, second] = known;
    const weight = best ? weigh(best.reasons) : 0;
    if (!best || weight < ENOUGH) return { choice: { role: { is: 'ignore' }, confidence: best ? 0.5 : 1, reasons: [] }, others: known, from: 'heading' };
    const rival = second && second.role.is !== best.role.is ? weigh(second.reasons) : 0;
    const confidence = Math.min(0.99, (weight / (weight + rival * 0.8)) * Math.min(1, 0.45 + weight * 0.3));
    const [reason] = best.reasons;
    const from = fromOf(reason!.clause);
    return { choice: { ...best, confidence }, others: known.slice(1).map((each) => ({ ...each, confidence: Math.max(0, 1 - confidence) })), from };
  });
  unsettleRivals(first);
  settlePhases(first);
  const values = first.flatMap(({ choice }, column) => (choice.role.is === 'value' ? [{ column, role: choice.role, head: heads[column]! }] : []));
  const apart = tellApart(values);
  values.forEach(({ column }, i) => (first[column] = { ...first[column]!, choice: { ...first[column]!.choice, role: apart[i] as ValueRole } }));
  return first;
}

/** Beside people by phase the population is that of the analysis: phase "all". */
function settlePhases(taken: Taken[]): void {
  const roles = taken.flatMap(({ choice }) => (choice.role.is === 'value' ? [choice.role] : []));
  const counted = roles.filter(({ indicator }) => indicator === 'IPC');
  if (!counted.some(({ phase }) => phase !== undefined && phase !== 'all') || counted.some(({ phase }) => phase === 'all')) return;
  const column = taken.findIndex(({ choice, from }) => choice.role.is === 'value' && choice.role.indicator === 'POPULATION' && from !== 'asked');
  if (column < 0) return;
  const { choice } = taken[column]!;
  taken[column] = { ...taken[column]!, choice: { ...choice, role: { ...(choice.role as ValueRole), indicator: 'IPC', phase: 'all' } } };
}

/** Of two columns of codes of one level the likelier one stays. Country and sector may have a code and a name each. */
function unsettleRivals(taken: Taken[]): void {
  const seen = new Map<string, number>();
  for (const [column, { choice, from }] of taken.entries()) {
    const { role } = choice;
    if (role.is !== 'pcode' && role.is !== 'name') continue;
    const key = JSON.stringify(role);
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, column);
      continue;
    }
    const isBetter = from === 'asked' || choice.confidence > taken[other]!.choice.confidence;
    const loser = isBetter ? other : column;
    if (isBetter) seen.set(key, column);
    taken[loser] = {
      ...taken[loser]!,
      choice: { role: { is: 'ignore' }, confidence: 0.6, reasons: [] },
      others: [taken[loser]!.choice, ...taken[loser]!.others],
    };
  }
}

const fromOf = ({ code }: Clause): IndicatorColumn['from'] =>
  code === 'why.tag' ? 'hxl' : code === 'why.profile' || code === 'why.profile-said' ? 'profile' : code === 'why.heading' ? 'heading' : 'values';

/** Said of this column: by its heading as shown or as the table has it, and its position where that is given. */
function answerOf(asked: readonly IndicatorColumnAnswer[], table: RawTable, head: Head, column: number): IndicatorColumnAnswer | undefined {
  const own = [head.text, head.name, table.columns[column]!.name].map(foldName);
  return asked.findLast(
    (answer) =>
      (answer.sheet === undefined || answer.sheet === table.sheet) &&
      (answer.column === undefined
        ? own.includes(foldName(answer.heading))
        : answer.column === column && (answer.heading === '' || own.includes(foldName(answer.heading)))),
  );
}

function findProfile(heads: readonly Head[], table: RawTable, profiles: readonly LayoutProfile[]): LayoutProfile | null {
  const own = new Set(heads.map(({ text }) => foldName(text)).filter(Boolean));
  let best: { profile: LayoutProfile; share: number } | null = null;
  for (const profile of profiles) {
    const theirs = new Set(profile.headings.filter(Boolean));
    const common = [...theirs].filter((each) => own.has(each)).length;
    const share = common / Math.max(1, own.size, theirs.size) + (profile.sheet === table.sheet ? 0.01 : 0);
    if (share >= SAME && (!best || share > best.share)) best = { profile, share };
  }
  return best?.profile ?? null;
}

export type { Facts, Known };
