/** Keeps account of how rows were placed: counts by method, questions grouped by cause, repairs grouped by pattern. */
import type { PresenceMemory, PresenceRows, RepairGroup, ReviewGroup } from '../../contract/presence/presence.ts';
import type { PlaceMatch, PlaceQuestion, PlaceRepair } from '../../matching/places.ts';
import { decisionKey } from '../../matching/places.ts';

export interface PlaceLedger {
  /** Files one row. The key of its open question, or null. */
  add(match: PlaceMatch, rowNumber: number): string | null;
  counts(): Pick<PresenceRows, 'placed' | 'notPlaced' | 'needReview' | 'nameDiffers'>;
  groups(): ReviewGroup[];
  repairs(): RepairGroup[];
}

/** Rows and codes listed with a group; the counts are of all. */
const SHOWN = 10;
/** A candidate stands out from here on, if the next is this far behind. */
const PROPOSE = { score: 0.8, margin: 0.08 };

export function createPlaceLedger(decisions: PresenceMemory['places']): PlaceLedger {
  const counts = { placed: {} as Record<string, number>, notPlaced: 0, needReview: 0, nameDiffers: 0 };
  const groups = new Map<string, ReviewGroup>();
  const repairs = new Map<string, PlaceRepair & { rows: number }>();
  const decided = new Map(decisions.map((each) => [decisionKey(each), { pcode: each.pcode, by: each.by, at: each.at }]));
  const keys = new Map<PlaceQuestion, string>();

  return {
    add(match, rowNumber) {
      for (const repair of match.repairs) {
        const key = `${repair.level}\u0001${repair.before}\u0001${repair.after}`;
        const known = repairs.get(key);
        if (known) known.rows++;
        else repairs.set(key, { ...repair, rows: 1 });
      }
      if (match.nameDiffers) counts.nameDiffers++;
      if (match.unit !== null && match.stated !== null && match.unit.level >= match.stated)
        counts.placed[match.method] = (counts.placed[match.method] ?? 0) + 1;
      else counts.notPlaced++;
      const { question } = match;
      if (!question) return null;
      counts.needReview++;
      let id = keys.get(question);
      if (id === undefined) keys.set(question, (id = decisionKey(question)));
      const group = groups.get(id);
      if (group) {
        group.rows++;
        if (group.sampleRows.length < SHOWN) group.sampleRows.push(rowNumber);
      } else
        groups.set(id, {
          id,
          ...question,
          rows: 1,
          sampleRows: [rowNumber],
          proposal: proposalOf(question),
          swappedWith: null,
          decision: decided.get(id) ?? null,
        });
      return id;
    },
    counts: () => counts,
    groups() {
      const list = [...groups.values()].sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1));
      markSwaps(list);
      return list;
    },
    repairs: () => groupRepairs([...repairs.values()]),
  };
}

/** Where code and name, or parent and child, say different places, only a person knows which is right. */
function proposalOf({ cause, candidates }: PlaceQuestion): ReviewGroup['proposal'] {
  if (cause !== 'name-doubtful' && cause !== 'code-unknown' && cause !== 'code-other-level') return null;
  const [best, second] = candidates.filter(({ by }) => by === 'name' || cause === 'code-other-level');
  if (!best || best.by === 'code') return null;
  return best.score >= PROPOSE.score && best.score - (second?.score ?? 0) >= PROPOSE.margin ? best.pcode : null;
}

/** Swapped codes: A's code with B's name, and B's code with A's name (3w.md §2.6, point 4). */
function markSwaps(groups: ReviewGroup[]): void {
  const conflicts = new Map<string, ReviewGroup>();
  for (const group of groups) {
    if (group.cause !== 'code-name-conflict') continue;
    const code = group.candidates.find(({ by }) => by === 'code');
    const name = group.candidates.find(({ by }) => by === 'name');
    if (!code || !name) continue;
    conflicts.set(`${code.pcode} ${name.pcode}`, group);
    const other = conflicts.get(`${name.pcode} ${code.pcode}`);
    if (other && other !== group) {
      other.swappedWith = group.id;
      group.swappedWith = other.id;
    }
  }
}

function groupRepairs(repairs: (PlaceRepair & { rows: number })[]): RepairGroup[] {
  const groups = new Map<string, RepairGroup>();
  for (const { level, before, after, how, rows } of repairs) {
    const pattern = patternOf(before, after, how);
    const key = `${level}\u0001${how}\u0001${pattern}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { level, how, pattern, rows: 0, codes: [], distinct: 0 }));
    group.rows += rows;
    group.distinct++;
    group.codes.push({ before, after, rows });
  }
  for (const group of groups.values()) group.codes = group.codes.sort((a, b) => b.rows - a.rows).slice(0, SHOWN);
  return [...groups.values()].sort((a, b) => b.rows - a.rows || a.level - b.level);
}

/** Where one unit stands for another, the two are the pattern. */
const BY_UNIT = new Set(['child', 'merged', 'recoded', 'level', 'deeper']);

/** Repairs of one form: `MLI05` → `ML05` is one of many alike, `MLIxx → MLxx`. In no language, so that it reads in all. */
function patternOf(before: string, after: string, how: string): string {
  // One code beside many places.
  if (how === 'wanders') return `${before.trim()} → …`;
  const mask = (code: string) => (BY_UNIT.has(how) ? code.trim() : code.trim().replace(/\d/g, 'x'));
  return `${mask(before)} → ${mask(after)}`;
}
