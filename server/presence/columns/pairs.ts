/** What two columns say of each other: acronym and name of one body, code and name of one place, a child inside its parent. */
import type { Clause } from '../../contract/finding.ts';
import type { PresenceRole } from '../../contract/presence/presence.ts';
import { isNobody } from '../../matching/organisations.ts';
import { foldName } from '../../matching/fold.ts';
import { clause } from '../../words/clauses.ts';
import { ACRONYM } from './words.ts';
import { isBlank } from '../normalize/spellings.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';

export interface PairFacts {
  /** Rows in which both hold something, and different texts of each. */
  rows: number;
  ofA: number;
  ofB: number;
  /** Share of rows that follow the rule "this text of A has this text of B": 1 where A determines B. */
  aToB: number;
  bToA: number;
  /** Share of different pairs in which A is spelt by the initials or letters of B, and the other way round. */
  aShortOfB: number;
  bShortOfA: number;
  /** A text of A beside several of B, and the reverse: for the reasons. */
  sampleA: { text: string; beside: string[] } | null;
  sampleB: { text: string; beside: string[] } | null;
  /** A pair that agrees. */
  agreeing: [a: string, b: string] | null;
}

export interface WeighedPair {
  weight: number;
  why: Clause;
  /** Which of the two the reason speaks of; it names the heading of the other. */
  of: 'a' | 'b';
}
type Weighed = Omit<WeighedPair, 'of'>;

const ROWS = 3000;

/** Reads pairs of columns once each, over an even sample of rows. */
export function createPairs({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>): (a: number, b: number) => PairFacts {
  const count = Math.min(rows, ROWS);
  const at = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
  const texts = new Map<number, string[]>();
  const known = new Map<string, PairFacts>();
  const textsOf = (column: number) => {
    let list = texts.get(column);
    if (!list) texts.set(column, (list = Array.from(at, (row) => tidy(cellText(columns[column]!.cells[row] ?? null)))));
    return list;
  };
  return (a, b) => {
    const key = `${a} ${b}`;
    let facts = known.get(key);
    if (!facts) known.set(key, (facts = readPair(textsOf(a), textsOf(b))));
    return facts;
  };
}

const tidy = (text: string) => (isBlank(text) || isNobody(text) ? '' : text);

function readPair(a: string[], b: string[]): PairFacts {
  const forward = new Map<string, Map<string, number>>();
  const backward = new Map<string, Map<string, number>>();
  let rows = 0;
  const add = (map: typeof forward, from: string, to: string) => {
    const own = map.get(from);
    if (own) own.set(to, (own.get(to) ?? 0) + 1);
    else map.set(from, new Map([[to, 1]]));
  };
  for (let i = 0; i < a.length; i++) {
    if (!a[i] || !b[i]) continue;
    rows++;
    add(forward, a[i]!, b[i]!);
    add(backward, b[i]!, a[i]!);
  }
  const pairs = [...forward].flatMap(([from, own]) => [...own.keys()].map((to): [string, string] => [from, to]));
  const agree = (short: (pair: [string, string]) => boolean) => (pairs.length === 0 ? 0 : pairs.filter(short).length / pairs.length);
  const aShort = ([x, y]: [string, string]) => isShortOf(x, y);
  const bShort = ([x, y]: [string, string]) => isShortOf(y, x);
  return {
    rows,
    ofA: forward.size,
    ofB: backward.size,
    aToB: follows(forward, rows),
    bToA: follows(backward, rows),
    aShortOfB: agree(aShort),
    bShortOfA: agree(bShort),
    sampleA: several(forward),
    sampleB: several(backward),
    agreeing: pairs.find((pair) => aShort(pair) || bShort(pair)) ?? pairs[0] ?? null,
  };
}

function follows(map: Map<string, Map<string, number>>, rows: number): number {
  let most = 0;
  for (const own of map.values()) most += Math.max(...own.values());
  return rows === 0 ? 0 : most / rows;
}

function several(map: Map<string, Map<string, number>>): { text: string; beside: string[] } | null {
  let best: [string, Map<string, number>] | undefined;
  for (const entry of map) if (entry[1].size > 1 && (!best || entry[1].size > best[1].size)) best = entry;
  return best ? { text: best[0], beside: [...best[1].keys()].slice(0, 3) } : null;
}

/** "WFP" of "World Food Programme", "ACTED" of "Agence d'aide à la coopération technique …": letters in order, from the first on; shorter by far. */
export function isShortOf(short: string, long: string): boolean {
  if (short.length > 14 || short.length < 2 || long.length <= short.length + 2) return false;
  const name = foldName(long);
  const letters = foldName(short).replaceAll(' ', '');
  if (letters.length < 2 || name.replaceAll(' ', '') === letters) return false;
  const initials = name
    .split(' ')
    .map((word) => word[0])
    .join('');
  if (initials.includes(letters) || (letters.length > 2 && initials.includes(letters.slice(0, 3)))) return true;
  if (name[0] !== letters[0] || !name.includes(' ')) return false;
  let at = 0;
  for (const letter of name) if (letter === letters[at]) at++;
  return at === letters.length && letters.length * 2 < name.length;
}

/** The joint score of two columns with two roles; nothing where they have nothing to do with each other. */
export function weighPair(roleA: PresenceRole, roleB: PresenceRole, facts: () => PairFacts, headings: readonly [a: string, b: string]): WeighedPair | null {
  const of = (side: 'a' | 'b', weighed: Weighed | null): WeighedPair | null => weighed && { ...weighed, of: side };
  if (roleA.is === 'org' && roleB.is === 'org' && roleA.role === roleB.role) {
    if (roleA.part === 'name' && roleB.part === 'acronym') return of('b', weighAcronym(facts(), false, headings[0], headings[1]));
    if (roleA.part === 'acronym' && roleB.part === 'name') return of('a', weighAcronym(facts(), true, headings[1], headings[0]));
    if (roleA.part === 'type') return of('a', weighType(facts().bToA, facts(), headings[1]));
    if (roleB.part === 'type') return of('b', weighType(facts().aToB, facts(), headings[0]));
    return null;
  }
  if (roleA.is === 'org' && roleB.is === 'org') {
    if (isPair(roleA, roleB)) return of('b', weighLead(facts(), false, headings[0]));
    return isPair(roleB, roleA) ? of('a', weighLead(facts(), true, headings[1])) : null;
  }
  if (roleA.is === 'place' && roleB.is === 'place' && roleA.level > 0 && roleB.level > 0) {
    if (roleA.level === roleB.level && roleA.part !== roleB.part) return of('b', weighCodeAndName(facts(), headings[0]));
    if (roleA.level + 1 === roleB.level) return of('b', weighNesting(facts().bToA, facts().ofA, headings[0]));
    if (roleB.level + 1 === roleA.level) return of('a', weighNesting(facts().aToB, facts().ofB, headings[1]));
  }
  return null;
}

type Org = Extract<PresenceRole, { is: 'org' }>;
/** Whoever works there beside whoever leads, both by what they are called. */
const isPair = (works: Org, leads: Org) => works.role === 'implementing' && leads.role === 'programming' && works.part !== 'type' && leads.part !== 'type';

/** A lead has several who work for it, hardly the other way round. */
const FEWER = 1.5;

/** Only against: that a column is coarser than the organisations makes it no lead. @param isA the lead is the first of the two */
function weighLead({ rows, ofA, ofB, sampleA, sampleB }: PairFacts, isA: boolean, worker: string): Weighed | null {
  const [leads, workers] = isA ? [ofA, ofB] : [ofB, ofA];
  const sample = isA ? sampleB : sampleA;
  if (rows < ENOUGH || workers * FEWER > leads || !sample) return null;
  return { weight: -2, why: clause('why.led-by-several', { text: sample.text, names: sample.beside, heading: worker }) };
}

/** Fewer pairs say nothing. */
const ENOUGH = 4;

/** Rows from which on chance no longer pairs names one to one. */
const LONG = 50;

/** @param own heading of the column that may hold acronyms; @param name of the other */
function weighAcronym(facts: PairFacts, isA: boolean, name: string, own: string): Weighed | null {
  const letters = isA ? facts.aShortOfB : facts.bShortOfA;
  const toName = isA ? facts.aToB : facts.bToA;
  // A lead, or a partner, stands beside several and is none of their acronyms.
  const sample = isA ? facts.sampleA : facts.sampleB;
  if (facts.rows >= ENOUGH && letters < 0.1 && toName < 0.9 && sample)
    return { weight: -9, why: clause('why.beside-several', { text: sample.text, names: sample.beside, heading: name }) };
  // PAM beside Caritas is another organisation and no acronym of it: where no heading says acronym, letters must.
  // In a long table where each stands beside one only it may be its other name all the same: that is asked.
  const isOneToOne = facts.rows >= LONG && (isA ? facts.aToB : facts.bToA) >= 0.9 && Math.min(facts.ofA, facts.ofB) > 2;
  if (!isOneToOne && letters < 0.1 && !ACRONYM.test(foldName(own))) return { weight: -3, why: clause('why.goes-not-with', { heading: name }) };
  if (facts.rows < ENOUGH) return null;
  const toShort = isA ? facts.bToA : facts.aToB;
  const [a = '', b = ''] = facts.agreeing ?? [];
  const pair = { heading: name, short: isA ? a : b, name: isA ? b : a };
  const distinct = Math.min(facts.ofA, facts.ofB);
  if (letters >= 0.3) return { weight: toName >= 0.7 ? 3 : 1.5, why: clause('why.acronym-of', pair) };
  if (letters >= 0.1) return { weight: toName >= 0.85 ? 2 : 0.5, why: clause('why.acronym-of', pair) };
  if (distinct <= 2) return null;
  if (toName >= 0.95 && toShort >= 0.9) return { weight: 0.8, why: clause('why.goes-with', { heading: name }) };
  return toName < 0.7 ? { weight: -2.5, why: clause('why.goes-not-with', { heading: name }) } : null;
}

function weighType(follows: number, facts: PairFacts, body: string): Weighed | null {
  if (facts.rows < ENOUGH || Math.min(facts.ofA, facts.ofB) < 2) return null;
  if (follows >= 0.9) return { weight: 0.6, why: clause('why.goes-with', { heading: body }) };
  return follows < 0.6 ? { weight: -1, why: clause('why.goes-not-with', { heading: body }) } : null;
}

function weighCodeAndName(facts: PairFacts, other: string): Weighed | null {
  if (facts.rows < ENOUGH || Math.min(facts.ofA, facts.ofB) < 2) return null;
  const both = Math.min(facts.aToB, facts.bToA);
  if (both >= 0.85) return { weight: 1.5, why: clause('why.goes-with', { heading: other }) };
  return both < 0.5 ? { weight: -2, why: clause('why.goes-not-with', { heading: other }) } : null;
}

function weighNesting(follows: number, parents: number, parent: string): Weighed | null {
  if (parents < 2) return null;
  if (follows >= 0.9) return { weight: 0.5, why: clause('why.inside', { heading: parent }) };
  return follows < 0.5 ? { weight: -1, why: clause('why.not-inside', { heading: parent }) } : null;
}
