/** New decisions over those that were there. */
import type { RepairDecisions, RepairPlan, UnitChange } from '../../contract/boundaries/repair.ts';
import type { DecisionsBody } from '../../contract/boundaries/repairRoutes.ts';
import { InputError } from '../../errors.ts';
import { acceptTexts, acceptUpTo } from '../repair/decide.ts';

type Verdicts<What extends keyof RepairDecisions> = Record<string, RepairDecisions[What][string] | null>;

export interface Merged {
  decisions: RepairDecisions;
  /** What is otherwise than before; null where there is no decision any more. */
  changed: { operations: Verdicts<'operations'>; units: Verdicts<'units'> };
  /** Whether the ground changes by it: then a proof made before does not hold. */
  isGround: boolean;
  /** For the audit. */
  told: string;
}

/** @throws InputError `repair.unknown` where an id is none of the plan or of the units that changed, `repair.not-turnable` */
export function mergeDecisions(
  plan: RepairPlan,
  before: RepairDecisions,
  body: DecisionsBody,
  units: readonly UnitChange[],
  who: { by: string; at: string },
): Merged {
  const turnable = new Map([
    ...[...plan.operations, ...plan.offers].map(({ id, turnable: can }) => [id, can] as const),
    ...[...plan.texts, ...plan.textOffers].map(({ id }) => [id, false] as const),
  ]);
  const operations = new Map(Object.entries(before.operations));
  for (const [id, given] of Object.entries(body.operations ?? {})) {
    if (!turnable.has(id)) throw unknown(id);
    if (given === null) operations.delete(id);
    else if (given.turned && !turnable.get(id)) throw notTurnable(id);
    else operations.set(id, { ...given, ...who });
  }
  const changes = new Map(units.map((unit) => [unit.id, unit]));
  const accepted = new Map(Object.entries(before.units));
  for (const [id, given] of Object.entries(body.units ?? {})) {
    if (given === null) accepted.delete(id);
    else if (!changes.has(id)) throw unknown(id);
    // What was seen is what is accepted: a greater change asks again.
    else accepted.set(id, { ...given, ...who, share: changes.get(id)!.share });
  }
  let decisions: RepairDecisions = { operations: Object.fromEntries(operations), units: Object.fromEntries(accepted) };
  const together = { ...who, ...(body.reason ? { reason: body.reason } : {}) };
  if (body.acceptUpToM !== undefined) decisions = acceptUpTo(plan, decisions, body.acceptUpToM, together);
  if (body.acceptTexts) decisions = acceptTexts(plan, decisions, body.acceptTexts, together);
  const changed = { operations: differing(before.operations, decisions.operations), units: differing(before.units, decisions.units) };
  return { decisions, changed, isGround: Object.keys(changed.operations).length > 0, told: tell(changed) };
}

function differing<T>(before: Record<string, T>, now: Record<string, T>): Record<string, T | null> {
  const ids = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries([...ids].flatMap((id) => (before[id] === now[id] ? [] : [[id, now[id] ?? null]])));
}

function tell({ operations, units }: Merged['changed']): string {
  const count = (what: Record<string, { verdict: string } | null>, verdict: string | undefined) =>
    Object.values(what).filter((each) => each?.verdict === verdict).length;
  const of = (name: string, what: Record<string, { verdict: string } | null>) => {
    const [accepted, refused, undone] = [count(what, 'accepted'), count(what, 'refused'), count(what, undefined)];
    return accepted + refused + undone === 0 ? [] : [`${name}: ${accepted} accepted, ${refused} refused, ${undone} taken back`];
  };
  return [...of('operations', operations), ...of('units', units)].join('; ');
}

const unknown = (id: string): InputError =>
  new InputError('repair.unknown', `The repair knows no operation or changed unit ${JSON.stringify(id.slice(0, 80))}. Reload it, and decide again.`);

const notTurnable = (id: string): InputError =>
  new InputError('repair.not-turnable', `Operation ${JSON.stringify(id.slice(0, 80))} has no other line that could rule. Accept or refuse it.`);
