/** What a plan is written into: changes, doubts with the answers that were given, and what became of each row. */
import type { Clause } from '../contract/clause.ts';
import type { Lang } from '../contract/languages.ts';
import type { LedgerRow, SheetChange, SheetDoubt } from '../contract/sheets.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import type { KeptSheet } from './sheet.ts';

const ASIDE = { total: 'import.left.total', instruction: 'import.left.instruction', repeatedHeader: 'import.left.repeated' } as const;

/** Of every doubt: the rows are left out. */
const LEAVE = 'leave';

export interface Choice {
  answer: string;
  clause: Clause;
}
export interface Intent<Does extends string, Data = unknown> {
  id: string;
  does: Does;
  rows: number[];
  group: string | null;
  organisation: string | null;
  person: string | null;
  clause: Clause;
  /** Ids of changes that it stands on. */
  needs: string[];
  data: Data;
}
interface OpenDoubt<About extends string> {
  id: string;
  about: About;
  rows: number[];
  written: string;
  clause: Clause;
  choices: Choice[];
}

export type Book<Does extends string, About extends string> = ReturnType<typeof createBook<Does, About>>;

/** @param answers by doubt; `left`: ids of changes that a person left out */
export function createBook<Does extends string, About extends string>(answers: Readonly<Record<string, string>>, left: ReadonlySet<string>) {
  const intents = new Map<string, Intent<Does>>();
  const doubts = new Map<string, OpenDoubt<About>>();
  const rows = new Map<number, { changes: Set<string>; doubts: Set<string>; leave: Clause | null; holds: boolean; notes: Clause[] }>();
  const lineOf = (row: number) => {
    let line = rows.get(row);
    if (!line) rows.set(row, (line = { changes: new Set(), doubts: new Set(), leave: null, holds: false, notes: [] }));
    return line;
  };
  const add = (list: number[], row: number) => {
    if (!list.includes(row)) list.push(row);
  };

  return {
    intents,
    /** Says which rows there are; those that the reader left aside, with why. */
    open({ rows: read, aside }: Pick<KeptSheet, 'rows' | 'aside'>): void {
      for (const { row } of read) lineOf(row);
      for (const { row, reason } of aside) lineOf(row).leave = clause(ASIDE[reason]);
    },
    /** The row says something that is so, or is to be so. */
    holds: (row: number): void => void (lineOf(row).holds = true),
    leave: (row: number, why: ClauseCode, params: Clause['params'] = {}): void => void (lineOf(row).leave = clause(why, params)),
    /** What is told of the row besides what becomes of it: something in it is not taken. */
    note(row: number, code: ClauseCode, params: Clause['params'] = {}): void {
      const { notes } = lineOf(row);
      const own = clause(code, params);
      if (!notes.some((each) => JSON.stringify(each) === JSON.stringify(own))) notes.push(own);
    },

    /** A change, once however many rows ask for it. */
    plan(row: number, intent: Omit<Intent<Does>, 'rows'>): void {
      const line = lineOf(row);
      line.holds = true;
      line.changes.add(intent.id);
      const known = intents.get(intent.id);
      if (known) add(known.rows, row);
      else intents.set(intent.id, { ...intent, rows: [row] });
    },

    /** What was answered, if it is still among the choices; null while the question is open, and where the row is left out. */
    ask(row: number, about: About, key: string, written: string, own: Clause, choices: Choice[]): string | null {
      const id = `${about}:${key}`;
      const all = [...choices, { answer: LEAVE, clause: clause('import.choice.leave') }];
      const known = doubts.get(id);
      if (known) add(known.rows, row);
      else doubts.set(id, { id, about, rows: [row], written, clause: own, choices: all });
      const line = lineOf(row);
      line.doubts.add(id);
      const answer = answers[id];
      if (answer === undefined || !all.some((choice) => choice.answer === answer)) return null;
      if (answer === LEAVE) line.leave = clause('import.left.answered');
      return answer === LEAVE ? null : answer;
    },

    isLeft: (row: number): boolean => lineOf(row).leave !== null,

    /** Everything in words; rows in the order of the sheet. */
    close(lang: Lang): { changes: SheetChange<Does>[]; doubts: SheetDoubt<About>[]; ledger: LedgerRow[]; taken: ReadonlySet<string> } {
      const say = (own: Clause) => sayClause(own, lang) ?? own.code;
      const isOpen = (id: string) => {
        const answer = answers[id];
        return answer === undefined || !doubts.get(id)!.choices.some((choice) => choice.answer === answer);
      };
      const out = new Set([...rows].flatMap(([row, { leave, doubts: own }]) => (leave !== null || [...own].some(isOpen) ? [row] : [])));
      const taken = new Set<string>();
      // In the order in which they were planned, so that what a change stands on comes before it. A row in doubt is taken once it is answered.
      for (const intent of intents.values())
        if (!left.has(intent.id) && intent.rows.some((row) => !out.has(row)) && intent.needs.every((id) => taken.has(id))) taken.add(intent.id);
      return {
        taken,
        changes: [...intents.values()].map(({ id, does, rows: own, group, organisation, person, clause: text }) => ({
          id,
          does,
          rows: own.toSorted((a, b) => a - b),
          group,
          organisation,
          person,
          text: say(text),
          taken: taken.has(id),
        })),
        doubts: [...doubts.values()].map(({ id, about, rows: own, written, clause: text, choices }) => ({
          id,
          about,
          rows: own.toSorted((a, b) => a - b),
          written,
          text: say(text),
          choices: choices.map((choice) => ({ answer: choice.answer, text: say(choice.clause) })),
          answer: isOpen(id) ? null : answers[id]!,
        })),
        ledger: [...rows]
          .toSorted(([a], [b]) => a - b)
          .map(([row, { changes, doubts: own, leave, holds, notes }]): LedgerRow => {
            const open = [...own].filter(isOpen);
            const made = [...changes].filter((id) => taken.has(id));
            const tell = (outcome: LedgerRow['outcome'], main: Clause): LedgerRow => ({
              row,
              changes: [...changes],
              doubts: [...own],
              outcome,
              text: say(main),
              notes: notes.map(say),
            });
            if (leave !== null) return tell('left', leave);
            if (open.length > 0) return tell('doubt', clause('import.row.doubt', { count: open.length }));
            if (made.length > 0) return tell('planned', clause('import.row.planned', { count: made.length }));
            if (changes.size > 0) return tell('left', clause('import.left.unticked'));
            return holds ? tell('unchanged', clause('import.row.unchanged')) : tell('left', clause('import.left.nothing'));
          }),
      };
    },
  };
}
