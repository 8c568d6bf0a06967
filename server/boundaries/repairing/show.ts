/** A repair in progress as the interface shows it: figures, pages of operations, what is missing. */
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { RepairDecisions, RepairOperation, RepairOutcome, RepairPlan, TextOperation, UnitChange } from '../../contract/boundaries/repair.ts';
import { LISTED_UNITS, type ListedOperation, type ListedText, type PlanHead, type RepairState } from '../../contract/boundaries/repairRoutes.ts';
import type { Lang } from '../../contract/languages.ts';
import { foldName } from '../../matching/fold.ts';
import { evidenceText, namesOf, noteText, operationText, reasonTexts, textRuleText, textText, unitText, type NameOf } from './say.ts';

/** Distances for which it is told how many operations may be accepted together, in metres. */
const BULK_M = [1, 10, 50, 100, 500, 1000, 10_000];
/** A change accepted once covers one that differs by rounding, as in the repair itself. */
const SAME_SHARE = 1.05;

export function planHeadOf(plan: RepairPlan, sha256: string, decisions: RepairDecisions, lang: Lang): PlanHead {
  const { options, levels, operations, offers, texts, textOffers, notes } = plan;
  const nameOf = namesOf(plan);
  const open = operations.filter(({ id, single }) => single.length === 0 && !decisions.operations[id]);
  return {
    sha256,
    options,
    levels: levels.map((level) => ({ ...level, units: level.units.length })),
    notes: notes.map((note) => ({ ...note, text: noteText(note, nameOf, lang) })),
    counts: { operations: operations.length, offers: offers.length, texts: texts.length, textOffers: textOffers.length },
    borders: new Set(operations.map(({ level, border }) => `${level} ${border}`)).size,
    bulk: BULK_M.map((uptoM) => ({ uptoM, operations: open.filter(({ togetherM }) => togetherM <= uptoM).length })),
  };
}

/** What is decided of a plan, in figures. */
export function decidedOf({ operations, offers, texts, textOffers }: RepairPlan, decisions: RepairDecisions): RepairState['decided'] {
  const count = (list: readonly { id: string }[]) => {
    const of = (verdict: string) => list.filter(({ id }) => decisions.operations[id]?.verdict === verdict).length;
    const [accepted, refused] = [of('accepted'), of('refused')];
    return { accepted, refused, waiting: list.length - accepted - refused };
  };
  return {
    operations: count(operations),
    texts: count(texts),
    offered: count([...offers, ...textOffers]).accepted,
    units: Object.values(decisions.units).filter(({ verdict }) => verdict === 'accepted').length,
  };
}

/** Units as people see them now: accepted ones may have been accepted since the outcome was computed, or not be any more. */
export function unitsNow({ units }: Pick<RepairOutcome, 'units'>, decisions: RepairDecisions): UnitChange[] {
  return units.map((unit) => {
    const decided = decisions.units[unit.id];
    return { ...unit, accepted: decided?.verdict === 'accepted' && unit.share <= (decided.share ?? Infinity) * SAME_SHARE + 1e-6 };
  });
}

/** Units that ask first; then the greatest change. */
export function outcomeOf(outcome: RepairOutcome, decisions: RepairDecisions, isCurrent: boolean, lang: Lang): NonNullable<RepairState['outcome']> {
  const units = unitsNow(outcome, decisions);
  const asking = units.filter(({ asks }) => asks);
  return {
    isCurrent,
    applied: outcome.applied.length,
    waiting: outcome.waiting.length,
    unfit: outcome.unfit.length,
    changed: units.length,
    asking: asking.length,
    unaccepted: asking.filter(({ accepted }) => !accepted).length,
    units: [...asking, ...units.filter(({ asks }) => !asks)].slice(0, LISTED_UNITS).map((unit) => ({ ...unit, text: unitText(unit, lang) })),
  };
}

/** Whether the proof holds now: a unit that vanishes may have been accepted since. */
export function isProved({ checks, levels }: RepairProof, decisions: RepairDecisions): boolean {
  return checks.every(({ code, level, status }) => {
    if (status !== 'failed') return true;
    const lost = levels.find((each) => each.level === level)?.whole.unitsLost ?? [];
    return code === 'units' && lost.every((key) => decisions.units[`${level}:${key}`]?.verdict === 'accepted');
  });
}

export interface PageAsked {
  offset: number;
  limit: number;
  state: 'all' | 'waiting' | 'accepted' | 'refused';
  what: 'proposed' | 'offers' | 'all';
  at?: string | undefined;
}

interface Listed<T> {
  total: number;
  offset: number;
  items: { one: T; isOffer: boolean }[];
}

function pageOf<T extends { id: string }>(
  proposed: readonly T[],
  offers: readonly T[],
  decisions: RepairDecisions,
  { offset: asked, limit, state, what, at }: PageAsked,
  isMeant: (one: T) => boolean,
): Listed<T> {
  const stateOf = (id: string) => decisions.operations[id]?.verdict ?? 'waiting';
  const all = [
    ...(what === 'offers' ? [] : proposed.map((one) => ({ one, isOffer: false }))),
    ...(what === 'proposed' ? [] : offers.map((one) => ({ one, isOffer: true }))),
  ].filter(({ one }) => (state === 'all' || stateOf(one.id) === state) && isMeant(one));
  const position = at === undefined ? -1 : all.findIndex(({ one }) => one.id === at);
  const offset = position < 0 ? asked : position - (position % limit);
  return { total: all.length, offset, items: all.slice(offset, offset + limit) };
}

export interface OperationsAsked extends PageAsked {
  unit?: string | undefined;
  q?: string | undefined;
}

/** Worst first; those of one border stand together, as the plan has them. */
export function listOperations(
  plan: RepairPlan,
  decisions: RepairDecisions,
  asked: OperationsAsked,
  lang: Lang,
): { total: number; offset: number; operations: ListedOperation[] } {
  const nameOf = namesOf(plan);
  const { unit, q } = asked;
  const words = foldName(q ?? '');
  const isMeant = ({ level, units }: RepairOperation) =>
    (unit === undefined || units.includes(unit)) && (words === '' || units.some((key) => foldName(`${nameOf(level, key)} ${key}`).includes(words)));
  const { total, offset, items } = pageOf(plan.operations, plan.offers, decisions, asked, isMeant);
  return { total, offset, operations: items.map(({ one, isOffer }) => listedOperationOf(one, isOffer, decisions, nameOf, lang)) };
}

function listedOperationOf(operation: RepairOperation, isOffer: boolean, decisions: RepairDecisions, nameOf: NameOf, lang: Lang): ListedOperation {
  const decision = decisions.operations[operation.id] ?? null;
  // What is shown is what would be done: the other line where a person turned it.
  const ruler = decision?.turned && operation.units.length === 2 ? operation.units.find((key) => key !== operation.ruler)! : operation.ruler;
  return {
    ...operation,
    text: operationText({ ...operation, ruler }, nameOf, lang),
    reasons: reasonTexts(operation, lang),
    names: Object.fromEntries(operation.units.map((key) => [key, nameOf(operation.level, key)])),
    isOffer,
    decision,
  };
}

export interface TextsAsked extends PageAsked {
  rule?: TextOperation['rule'] | undefined;
}

export function listTexts(
  { texts, textOffers }: RepairPlan,
  decisions: RepairDecisions,
  asked: TextsAsked,
  lang: Lang,
): { total: number; offset: number; rules: { rule: TextOperation['rule']; text: string; count: number; bulk: number }[]; texts: ListedText[] } {
  const { total, offset, items } = pageOf(texts, textOffers, decisions, asked, ({ rule }) => asked.rule === undefined || rule === asked.rule);
  const rules = [...Map.groupBy([...texts, ...textOffers], ({ rule }) => rule)].map(([rule, own]) => ({
    rule,
    text: textRuleText(rule, lang),
    count: own.length,
    bulk: own.filter(({ bulk, id }) => bulk && !decisions.operations[id]).length,
  }));
  return {
    total,
    offset,
    rules,
    texts: items.map(({ one, isOffer }) => ({
      ...one,
      text: textText(one, lang),
      why: evidenceText(one, lang),
      isOffer,
      decision: decisions.operations[one.id] ?? null,
    })),
  };
}
