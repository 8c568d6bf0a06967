/**
 * One row's place as written → the admin unit it surely means, or the question to ask a person. 3w.md §2.6.
 * It works from the country down; what is doubtful at one level leaves the row at the level above, where it is certain.
 */
import { NEAR } from '../contract/boundaries/heirs.ts';
import type { AdminUnit, Gazetteer } from '../contract/admin.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';
import type { PlaceDecision, PlacedBy } from '../contract/presence/presence.ts';
import type { Alias, NameIndex } from './names.ts';
import { createNameIndex } from './names.ts';
import { createUnitTree, type UnitTree } from './unitTree.ts';
import { foldName, toNameKey } from './fold.ts';
import { likeness } from './similarity.ts';
import { clean, partPlace } from './fusedPlace.ts';
import { passedOver } from './passedOver.ts';
import { isWholeCountry } from './wholeCountry.ts';

/** How a place was found; `human` is a remembered decision. */
export type PlaceMethod = PlacedBy | 'none';

/** The cells of one level as the provider wrote them; null or blank where empty. */
export interface StatedPlace {
  level: AdminLevel;
  code: string | null;
  name: string | null;
}

export type PlaceCause =
  | 'code-unknown' // no unit has this code, now or after repair: retired, newer, contested or of another geography
  | 'code-retired' // a unit of a version before that was split or merged
  | 'code-other-level' // a code of the right country in the column of another level
  | 'code-name-conflict' // the code is one unit, the name is another
  | 'parent-conflict' // the unit lies in another parent than the row says
  | 'point-elsewhere' // the coordinates of the row lie outside the unit of its code or name
  | 'name-ambiguous' // several units bear the name
  | 'name-doubtful' // near to one or more, not near enough
  | 'name-unknown'; // near to none

export interface PlaceCandidate {
  pcode: Pcode;
  level: AdminLevel;
  name: string;
  /** 0 … 1; 1 for a unit found by its code or exact name. */
  score: number;
  by: 'code' | 'name' | 'point';
}

export interface PlaceQuestion {
  cause: PlaceCause;
  level: AdminLevel;
  code: string | null;
  name: string | null;
  /** Certain unit above, inside which the question stands. */
  parent: Pcode | null;
  candidates: PlaceCandidate[];
  /** Where the cause is `point-elsewhere`: the unit in which the coordinates lie. */
  point?: Pcode | undefined;
}

export interface PlaceRepair {
  level: AdminLevel;
  before: string;
  after: Pcode;
  how: string;
}

export interface PlaceMatch {
  /** Deepest certain unit; adm0 when nothing else is certain. */
  unit: AdminUnit | null;
  /** Deepest level the row states anything for; null when it names no place. */
  stated: AdminLevel | null;
  /** How the deepest certain level was found. */
  method: PlaceMethod;
  score: number;
  question: PlaceQuestion | null;
  repairs: PlaceRepair[];
  /** The name beside a good code is no spelling of the unit, nor of any other: counted, not asked. */
  nameDiffers: boolean;
}

export interface PlaceMatcherOptions {
  aliases?: Alias[];
  /** Whether Latin names of the country are written by ear (matching/transliteration.ts). */
  transliterated?: boolean | undefined;
  decisions?: PlaceDecision[];
  /** Code repair (matching/pcodes.ts): the one existing code a wrong-format code stands for, and in words how. */
  repair: (code: string, level: AdminLevel) => { pcode: Pcode; how: string } | undefined;
  /** A unit that a version before had and this one has not, and where its area lies now (shares of it, largest first). */
  retired?: ((code: string, level: AdminLevel) => RetiredPlace | undefined) | undefined;
}

export interface RetiredPlace {
  names: string[];
  into: { pcode: Pcode; share: number }[];
  version: string;
}

export interface PlaceMatcher {
  match(stated: StatedPlace[]): PlaceMatch;
  names: NameIndex;
  tree: UnitTree;
  /** What people decided, by the key of the question: a unit, or null for "cannot be placed". */
  decided: ReadonlyMap<string, Pcode | null>;
}

/** Below this a name is not a spelling of the unit its code stands for. */
const SAME_PLACE = 0.72;

export function createPlaceMatcher(gazetteer: Gazetteer, options: PlaceMatcherOptions): PlaceMatcher {
  const names = createNameIndex(gazetteer, options.aliases, options.transliterated);
  const tree = createUnitTree(gazetteer);
  const { country, ancestorAt, inside, shared } = tree;
  const decisions = new Map((options.decisions ?? []).map((decision) => [decisionKey(decision), decision.pcode]));
  const own = new Map<AdminUnit, string[]>();
  const seen = new Map<string, PlaceMatch>();

  const spellings = (unit: AdminUnit) => {
    let list = own.get(unit);
    if (!list) own.set(unit, (list = unit.names.map(({ name }) => foldName(name))));
    return list;
  };
  const nearAt = (level: AdminLevel, name: string | null, parent: AdminUnit | null) =>
    [...variants(name), ...withoutNote(name)]
      .flatMap((each) => names.suggest(level, each, parent?.pcode ?? null))
      .toSorted((a, b) => b.rank - a.rank)
      .map((each) => toCandidate(each.unit, 'name', Math.min(1, each.rank)));
  /** What the boundaries have at another level: "8e Arrondissement" is a unit of level 2 for one and of level 3 for another. Offered, never taken. */
  const oneDeeper = (level: AdminLevel, name: string | null, parent: AdminUnit | null) =>
    level < 4 ? nearAt((level + 1) as AdminLevel, name, parent).filter(({ score }) => score === 1) : [];
  const near = (level: AdminLevel, name: string | null, parent: AdminUnit | null) => {
    const found = nearAt(level, name, parent);
    return found.length > 0 ? found : oneDeeper(level, name, parent);
  };
  const exactly = (level: AdminLevel, name: string, parent?: Pcode | null) => [...new Set(variants(name).flatMap((each) => names.exact(level, each, parent)))];
  const accept = (level: AdminLevel, name: string, parent: Pcode) => {
    const found = variants(name).flatMap((each) => names.accept(level, each, parent) ?? []);
    if (found.length === 0) return names.heard(level, variants(name), parent);
    return found.every(({ unit }) => unit === found[0]!.unit) ? found[0] : undefined;
  };
  const isSpelling = (unit: AdminUnit, name: string) => variants(name).some((each) => spellings(unit).includes(foldName(each)));

  /**
   * What became of a unit of a version before (§2.6, 7; decision 0062). Merged into one, and the name beside the code is its own or its successor's: that one.
   * Split, or with a name of something else: a question, and the row stays in the unit that holds all successors.
   */
  function follow(gone: RetiredPlace, { level, code, name }: StatedPlace, above: AdminUnit | null, ask: Ask): Step {
    const heirs = gone.into.flatMap(({ pcode, share }) => {
      const unit = tree.find(level, pcode);
      return unit ? [{ unit, share }] : [];
    });
    const [first] = heirs;
    if (!first) return ask('code-unknown', near(level, name, above));
    const candidates = heirs.map(({ unit, share }) => toCandidate(unit, 'code', share));
    const keys = variants(name).map(toNameKey);
    const isCalled = (names: string[]) => keys.some((key) => names.some((each) => likeness(key, toNameKey(each)).score >= SAME_PLACE));
    const agrees = !name || isCalled(gone.names) || isCalled(first.unit.names.map((each) => each.name));
    if (first.share >= NEAR && agrees && inside(first.unit, above))
      return { unit: first.unit, method: 'code-repaired', score: 1, repair: { level, before: code!, after: first.unit.pcode, how: 'merged' } };
    const units = heirs.map(({ unit }) => unit);
    const common = shared(first.unit, units);
    // A single heir is held by its parent: which unit the row means is the question.
    const holds = common?.level === level ? (ancestorAt(common, (level - 1) as AdminLevel) ?? null) : common;
    return { ...ask('code-retired', candidates), retreat: holds && inside(holds, above) ? holds : shared(above, units) };
  }

  /**
   * A code of another level that contradicts nothing: the code of a unit that holds the row anyway, or of one inside the unit that the name is.
   * ET0107 Mekelle in the column of districts says the zone once more, and the name is one district of it.
   */
  function besideCode(elsewhere: AdminUnit, level: AdminLevel, name: string, above: AdminUnit | null): AdminUnit | undefined {
    const same = exactly(level, name, above?.pcode);
    if (same.length !== 1) return undefined;
    const [unit] = same as [AdminUnit];
    const isParents = above !== null && above.level === level - 1 && elsewhere.level < level && inside(above, elsewhere);
    return isParents || (elsewhere.level > level && inside(elsewhere, unit)) ? unit : undefined;
  }

  function deeper(level: AdminLevel, code: string | null, name: string, above: AdminUnit | null): Step | undefined {
    const unit = passedOver({ names, tree }, level, name, above);
    return unit && { unit, method: 'name', score: 1, repair: { level, before: code ?? name, after: unit.pcode, how: 'deeper' } };
  }

  /** Everything known about one level, given the certain unit above. @param isLast the row states nothing below it */
  function place({ level, code, name }: StatedPlace, above: AdminUnit | null, isLast: boolean): Step {
    const parent = above?.pcode ?? null;
    const ask: Ask = (cause, candidates) => ({
      question: { cause, level, code, name, parent, candidates: unique(candidates).slice(0, 3) },
    });

    const decided = decisions.get(decisionKey({ level, code, name, parent }));
    const human = decided ? tree.withCode(decided)[0] : undefined;
    if (human) return { unit: human, method: 'human', score: 1 };
    // A unit of another version of the boundaries says nothing on these: it is asked again, or told where data are carried there.
    if (decided === null) return { closed: true };

    // "Cobertura nacional" is no unit of the first level: the row says the country.
    if (country && above === country && name && isWholeCountry(name) && !(code && tree.withCode(code).length > 0))
      return { unit: country, method: 'name', score: 1, whole: true };
    if (code) {
      const exact = tree.find(level, code);
      // A code that another level has is no misspelt code of this one: GT14 is not GT0104.
      const repaired = exact || tree.withCode(code).length > 0 ? undefined : options.repair(code, level);
      const unit = exact ?? (repaired && tree.find(level, repaired.pcode));
      const gone = unit || tree.withCode(code).length > 0 ? undefined : options.retired?.(code, level);
      if (gone) return follow(gone, { level, code, name }, above, ask);
      if (!unit) {
        const elsewhere = tree.withCode(code)[0];
        const meant = elsewhere && name ? besideCode(elsewhere, level, name, above) : undefined;
        const below = !elsewhere && name && isLast ? deeper(level, code, name, above) : undefined;
        if (below) return below;
        if (meant) return { unit: meant, method: 'name', score: 1, repair: { level, before: code, after: meant.pcode, how: 'level' } };
        return elsewhere
          ? ask('code-other-level', [toCandidate(elsewhere, 'code'), ...near(level, name, above)])
          : ask('code-unknown', near(level, name, above));
      }
      if (!inside(unit, above)) return { ...ask('parent-conflict', [toCandidate(unit, 'code'), ...near(level, name, above)]), retreat: shared(above, [unit]) };
      const repair = repaired ? { level, before: code, after: unit.pcode, how: repaired.how } : undefined;
      const found: Step = { unit, method: repair ? 'code-repaired' : 'code', score: 1, repair };
      if (!name || isSpelling(unit, name)) return found;
      const same = exactly(level, name);
      if (same.includes(unit)) return found;
      const keys = variants(name).map(toNameKey);
      const alike = Math.max(0, ...unit.names.flatMap((each) => keys.map((key) => likeness(key, toNameKey(each.name)).score)));
      // The name of another unit beats any likeness: "Adola town" beside the code of "Adola" is a question.
      if (same.length > 0) return ask('code-name-conflict', [toCandidate(unit, 'code', alike), ...same.map((each) => toCandidate(each, 'name'))]);
      if (alike >= SAME_PLACE) return found;
      const other = unit.parentPcode ? accept(level, name, unit.parentPcode) : undefined;
      if (other && other.unit !== unit) return ask('code-name-conflict', [toCandidate(unit, 'code', alike), toCandidate(other.unit, 'name', other.score)]);
      // A repaired code needs its name to agree: two doubts do not make a certainty.
      if (repair) return { ...ask('code-name-conflict', [toCandidate(unit, 'code', alike), ...near(level, name, above)]), likely: { unit, repair } };
      return { ...found, nameDiffers: true };
    }

    if (!name) return {};
    const same = exactly(level, name, parent);
    if (same.length === 1) {
      const [unit] = same as [AdminUnit];
      const method = !isSpelling(unit, name) ? 'alias' : above && above.level === level - 1 ? 'name' : 'name-unique';
      return { unit, method, score: 1 };
    }
    if (same.length > 1)
      return ask(
        'name-ambiguous',
        same.map((unit) => toCandidate(unit, 'name')),
      );
    const outside = exactly(level, name);
    if (outside.length > 0 && above && above.level > 0)
      return { ...ask('parent-conflict', [...outside.map((unit) => toCandidate(unit, 'name')), ...near(level, name, above)]), retreat: shared(above, outside) };
    // The fuzzy step needs the parent itself, not some unit further up, except for adm1, whose parent is the country.
    const accepted = above && above.level === level - 1 ? accept(level, name, above.pcode) : undefined;
    if (accepted) return { unit: accepted.unit, method: 'fuzzy', score: accepted.score };
    const below = isLast ? deeper(level, null, name, above) : undefined;
    if (below) return below;
    const candidates = near(level, name, above);
    return ask(candidates.length > 0 ? 'name-doubtful' : 'name-unknown', candidates);
  }

  /** Does the level above, which could not be found by itself, agree with the parents of a unit found by its code below it? */
  function agrees(pending: PlaceQuestion, unit: AdminUnit): boolean {
    const ancestor = ancestorAt(unit, pending.level);
    if (!ancestor) return false;
    if (pending.candidates.some(({ level, pcode }) => level === ancestor.level && pcode === ancestor.pcode)) return true;
    if (!pending.name) return false;
    const keys = variants(pending.name).map(toNameKey);
    return ancestor.names.some(({ name }) => keys.some((key) => likeness(key, toNameKey(name)).score >= SAME_PLACE));
  }

  function match(stated: StatedPlace[]): PlaceMatch {
    const result: PlaceMatch = { unit: country, stated: null, method: 'none', score: 0, question: null, repairs: [], nameDiffers: false };
    let likely: Step['likely'];
    const last = stated.findLast(({ code, name }) => code || name);
    for (const cell of stated) {
      if (!cell.code && !cell.name) continue;
      result.stated = cell.level;
      const pending = result.question;
      const under = pending && likely && cell.code && cell.name ? place(cell, likely.unit, cell === last) : undefined;
      if (under?.unit && !under.nameDiffers) {
        // "CMR004 Far North" above "CMR004006 Mayo-Tsanaga": code and name of the child agree with the code of its parent, whose name is in another language.
        Object.assign(result, { unit: under.unit, method: under.method!, score: under.score!, question: null, nameDiffers: true });
        result.repairs.push(likely!.repair, ...(under.repair ? [under.repair] : []));
        likely = undefined;
        continue;
      }
      if (pending) {
        // Names are never looked up below an open question. A good code may settle it, if what the row says above agrees with it.
        const unit = cell.code ? tree.find(cell.level, cell.code) : undefined;
        if (!unit) continue;
        if (!['name-doubtful', 'name-unknown', 'name-ambiguous', 'code-unknown', 'code-retired'].includes(pending.cause) || !inside(unit, result.unit))
          continue;
        if (!agrees(pending, unit)) {
          if (pending.cause !== 'code-unknown') pending.candidates = unique([...pending.candidates, toCandidate(unit, 'code')]).slice(0, 3);
          continue;
        }
        result.question = null;
        const ancestor = ancestorAt(unit, pending.level)!;
        if (pending.code) result.repairs.push({ level: pending.level, before: pending.code, after: ancestor.pcode, how: 'child' });
        else result.nameDiffers = true;
        result.unit = ancestor;
      }
      const step = place(cell, result.unit, cell === last);
      if (step.repair) result.repairs.push(step.repair);
      result.nameDiffers ||= step.nameDiffers ?? false;
      if (step.unit) {
        result.unit = step.unit;
        result.method = step.method!;
        result.score = step.score!;
        if (step.whole) {
          result.stated = 0;
          break;
        }
      } else if (step.question) {
        result.question = step.question;
        likely = step.likely;
        if (step.retreat === undefined) continue;
        // What a code says that is no more can be more than what stood above it.
        const isDeeper = (step.retreat?.level ?? 0) > (result.unit?.level ?? 0);
        result.unit = step.retreat;
        if (step.retreat === country) Object.assign(result, { method: 'none', score: 0 });
        else if (isDeeper) Object.assign(result, { method: 'code-repaired', score: 1 });
      } else if (step.closed) break;
    }
    return result;
  }

  return {
    names,
    tree,
    decided: decisions,
    match(stated) {
      const own = stated.map(clean).map((cell) => partPlace(cell, (code) => tree.find(cell.level, code) !== undefined));
      const cells = own.toSorted((a, b) => a.level - b.level);
      const key = JSON.stringify(cells.map(({ level, code, name }) => [level, code, name]));
      let known = seen.get(key);
      if (!known) seen.set(key, (known = match(cells)));
      return known;
    },
  };
}

type Ask = (cause: PlaceCause, candidates: PlaceCandidate[]) => Step;

interface Step {
  unit?: AdminUnit | undefined;
  method?: PlaceMethod;
  score?: number;
  question?: PlaceQuestion;
  /** The row contradicts itself: only this much is certain. */
  retreat?: AdminUnit | null;
  repair?: PlaceRepair | undefined;
  /** What a repaired code stands for whose name is no spelling of any unit: good if what the row says below it agrees. */
  likely?: { unit: AdminUnit; repair: PlaceRepair };
  nameDiffers?: boolean;
  /** A person said that it cannot be placed. */
  closed?: boolean;
  /** The row says that it is about the whole country. */
  whole?: boolean;
}

/** "Taizz / تعز": one place in two scripts. A slash inside one script may join two places, so it is left alone. */
export function variants(name: string | null): string[] {
  if (!name) return [];
  const parts = name.split(/\s*[/|]\s*|\s+-\s+/u).filter(Boolean);
  const scripts = new Set(parts.map((part) => (/\p{Script=Latin}/u.test(part) ? 'latin' : 'other')));
  return parts.length === 2 && scripts.size === 2 ? parts : [name];
}

/** "Moyamba (chef-lieu)": the bracket may be a note or tell two places apart, so without it the name is only good for suggestions. */
function withoutNote(name: string | null): string[] {
  const bare = name?.replace(/\s*[([][^)\]]*[)\]]\s*/gu, ' ').trim();
  return bare && bare !== name ? [bare] : [];
}

/** One question, one decision: the same spelling of code and name under the same certain parent, with coordinates in the same unit where these matter. */
export function decisionKey({ level, code, name, parent, point }: Omit<PlaceDecision, 'pcode'>): string {
  return JSON.stringify([level, code?.toUpperCase() ?? null, name ? foldName(name) : null, parent, ...(point ? [point] : [])]);
}

export function toCandidate(unit: AdminUnit, by: PlaceCandidate['by'], score = 1): PlaceCandidate {
  return { pcode: unit.pcode, level: unit.level, name: unit.names[0]?.name ?? '', score, by };
}

export function unique(candidates: PlaceCandidate[]): PlaceCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ level, pcode }) => !seen.has(`${level} ${pcode}`) && seen.add(`${level} ${pcode}`));
}
