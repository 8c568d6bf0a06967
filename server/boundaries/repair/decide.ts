/** Decisions of people: in bulk where that is allowed, and carried from one upload of a source to the next. */
import type { RepairDecisions, RepairOperation, RepairPlan, TextOperation, UnitChange } from '../../contract/boundaries/repair.ts';

/** Places of one fault in two uploads lie this near to each other, in degrees (about 200 m), or their boxes meet. */
const NEAR = 0.002;
/** And their widths differ by no more than this factor. */
const WIDTH_FACTOR = 2;

export const NO_DECISIONS: RepairDecisions = { operations: {}, units: {} };

interface Who {
  by: string;
  /** ISO date and time. */
  at: string;
  reason?: string;
}

/** Accepts what is proposed, undecided, may be accepted together and moves no line by more than `uptoM`. */
export function acceptUpTo({ operations }: RepairPlan, decisions: RepairDecisions, uptoM: number, who: Who): RepairDecisions {
  return accept(
    operations.filter(({ single, togetherM }) => single.length === 0 && togetherM <= uptoM),
    decisions,
    { ...who, uptoM },
  );
}

/** Accepts all texts of the rules named that may be accepted together. */
export function acceptTexts({ texts, textOffers }: RepairPlan, decisions: RepairDecisions, rules: TextOperation['rule'][], who: Who): RepairDecisions {
  return accept(
    [...texts, ...textOffers].filter(({ bulk, rule }) => bulk && rules.includes(rule)),
    decisions,
    who,
  );
}

/** Accepts the operations that nobody has decided about. */
export function accept(operations: { id: string }[], decisions: RepairDecisions, who: Who & { uptoM?: number }): RepairDecisions {
  const open = operations.filter(({ id }) => !decisions.operations[id]);
  return { ...decisions, operations: { ...decisions.operations, ...Object.fromEntries(open.map(({ id }) => [id, { verdict: 'accepted' as const, ...who }])) } };
}

/** Accepts units as they change now: a greater change is a new question. */
export function acceptUnits(units: UnitChange[], decisions: RepairDecisions, who: Who): RepairDecisions {
  return {
    ...decisions,
    units: { ...decisions.units, ...Object.fromEntries(units.map(({ id, share }) => [id, { verdict: 'accepted' as const, ...who, share }])) },
  };
}

/**
 * Decisions of an earlier plan for a plan of the next upload. The same fault has the same id; one that has moved a little is known by kind,
 * units, place and width, where only one fits. Units keep what was accepted of them (a greater change asks again). `unfit` are ids that fit
 * nothing any more.
 */
export function carryDecisions(before: RepairPlan, decisions: RepairDecisions, now: RepairPlan): { decisions: RepairDecisions; unfit: string[] } {
  const carried: RepairDecisions = { operations: {}, units: {} };
  const unfit: string[] = [];
  const present = new Set([...now.operations, ...now.offers, ...now.texts, ...now.textOffers].map(({ id }) => id));
  const earlier = new Map([...before.operations, ...before.offers].map((operation) => [operation.id, operation]));
  const candidates = Map.groupBy([...now.operations, ...now.offers], nameOf);
  const taken = new Set<string>();
  const pending: [string, RepairOperation][] = [];
  for (const [id, verdict] of Object.entries(decisions.operations)) {
    if (present.has(id)) {
      carried.operations[id] = verdict;
      taken.add(id);
    } else if (earlier.has(id)) pending.push([id, earlier.get(id)!]);
    else unfit.push(id);
  }
  for (const [id, operation] of pending) {
    const fits = (candidates.get(nameOf(operation)) ?? []).filter((other) => !taken.has(other.id) && isAlike(operation, other));
    if (fits.length === 1) {
      carried.operations[fits[0]!.id] = decisions.operations[id]!;
      taken.add(fits[0]!.id);
    } else unfit.push(id);
  }
  const units = new Set(now.levels.flatMap(({ level, units: own }) => own.map(({ key }) => `${level}:${key}`)));
  for (const [id, verdict] of Object.entries(decisions.units)) {
    if (units.has(id)) carried.units[id] = verdict;
    else unfit.push(id);
  }
  return { decisions: carried, unfit };
}

const nameOf = ({ level, kind, border }: RepairOperation) => `${level} ${kind} ${border}`;

function isAlike(p: RepairOperation, q: RepairOperation): boolean {
  const meets = p.bbox[0] <= q.bbox[2] && p.bbox[2] >= q.bbox[0] && p.bbox[1] <= q.bbox[3] && p.bbox[3] >= q.bbox[1];
  const near = Math.hypot(p.at[0] - q.at[0], p.at[1] - q.at[1]) <= NEAR;
  return (meets || near) && Math.max(p.widthM, q.widthM) <= WIDTH_FACTOR * Math.min(p.widthM, q.widthM) + 0.01;
}
