/** Places of rows → areas: each spelling once, placed on a unit with certainty, or kept by its own name with the reason. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type { AreaQuestion, AreaReason, StatedArea } from '../../contract/indicators/data.ts';
import { isCellError, type Cell } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { foldName, toNameKey } from '../../matching/fold.ts';
import { decisionKey, type PlaceMatch, type PlaceMatcher, type PlaceMatcherOptions, type StatedPlace } from '../../matching/places.ts';
import { likeness } from '../../matching/similarity.ts';

/** What people decided of an area: units with shares of it, or that it is none. */
export interface AreaDecision {
  id: string;
  shares: { pcode: Pcode; level: AdminLevel; share: number }[];
}

export interface PlaceCells {
  level: AdminLevel | null;
  code: Cell;
  name: Cell;
}

export interface Areas {
  list: StatedArea[];
  questions: AreaQuestion[];
  /** Mended codes by level, before and after. */
  repairs: Map<string, { level: AdminLevel; before: string; after: Pcode; how: string; rows: number }>;
  /** Areas whose code is right and whose name is no spelling of the unit. */
  differs: Set<number>;
  /** Index of the area of a row; counts the row. */
  of(cells: readonly PlaceCells[]): number;
}

/** Names that say themselves that they are no unit. */
const NO_UNIT: [AreaReason, RegExp][] = [
  ['livelihood-zone', /\b(livelihood zones?|lz ?\d+|zone de moyens d existence|zme|zona de medios de vida)\b/],
  [
    'part-of-unit',
    /\b(cluster|grappe|conglomerado)s? ?\d+|^arrondissement \d+$|\b(in ?accessible|accessible|hard to reach)\b|\b(parts? of|partie de|parte de)\b|\b(urban|rural) (part|area)s?\b/,
  ],
  ['site', /\b(idps?|pdi|refugees?|camps?|sites?|settlements?)\b/],
];
const CAUSES: Record<string, AreaReason> = {
  'code-unknown': 'code-unknown',
  'code-retired': 'code-unknown',
  'code-other-level': 'code-unknown',
  'code-name-conflict': 'code-name-conflict',
  'parent-conflict': 'parent-conflict',
  'name-ambiguous': 'name-ambiguous',
  'name-doubtful': 'name-doubtful',
  'name-unknown': 'name-unknown',
};

/** Whether a name says that it is no unit; null where it does not. */
export const saysNoUnit = (name: string): AreaReason | null => NO_UNIT.find(([, words]) => words.test(foldName(name)))?.[0] ?? null;

export interface AreaKnowledge {
  /** null where the country has no boundaries here. */
  places: PlaceMatcher | null;
  /** Of codes that are written otherwise; as the place matcher has it. */
  repair: PlaceMatcherOptions['repair'];
  levels: readonly AdminLevel[];
  decisions: ReadonlyMap<string, AreaDecision>;
}

/** Below this a name is no spelling of the unit its code stands for; as in matching/places.ts. */
const SAME_PLACE = 0.72;

export function createAreas({ places, repair, levels, decisions }: AreaKnowledge): Areas {
  const list: StatedArea[] = [];
  const questions: AreaQuestion[] = [];
  const repairs: Areas['repairs'] = new Map();
  const differs = new Set<number>();
  const seen = new Map<string, { area: number; repairs: string[] }>();

  function open(
    area: number,
    { level, code, name, parent }: Pick<AreaQuestion, 'level' | 'code' | 'name' | 'parent'>,
    cause: string,
    candidates: AreaQuestion['candidates'],
  ): string {
    const id = decisionKey({ level, code, name, parent });
    questions.push({ id, area, cause, level, code, name, parent, rows: 0, candidates });
    return id;
  }

  function place(cells: readonly PlaceCells[]): { area: StatedArea; match: PlaceMatch | null } {
    const stated = toStated(cells, places, levels);
    const deepest = stated.at(-1);
    const area: StatedArea = {
      name: deepest?.name ?? deepest?.code ?? '',
      level: deepest?.level ?? null,
      stated: stated.map(({ level, code, name }) => ({ level, code: code || null, name: name || null })),
      pcode: null,
      unitLevel: null,
      method: 'none',
      score: 0,
      within: null,
      reason: null,
      shares: [],
      question: null,
      rows: 0,
    };
    if (!places) return { area: { ...area, reason: 'no-boundaries' }, match: null };
    const broken = cells.find(({ code }) => isBroken(code));
    if (broken) return { area: notStated(area, cells, broken), match: null };
    const { country } = places.tree;
    if (!deepest)
      return {
        area: country
          ? { ...area, pcode: country.pcode, unitLevel: 0, method: 'name', score: 1, name: country.names[0]?.name ?? '' }
          : { ...area, reason: 'not-stated' },
        match: null,
      };
    const no = deepest.name && !deepest.code ? saysNoUnit(deepest.name) : null;
    if (no && places.names.exact(deepest.level, deepest.name!).length !== 1) {
      const above = places.match(stated.slice(0, -1));
      const within = above.question ? null : (above.unit?.pcode ?? null);
      const id = open(list.length, { level: deepest.level, code: null, name: deepest.name, parent: within }, no, suggest(deepest.level, deepest.name!, within));
      return { area: decide({ ...area, reason: no, within, question: id }), match: null };
    }
    const match = places.match(stated);
    const byCode = match.question ? trustCode(stated) : null;
    if (!byCode) return { area: fromMatch(area, match), match };
    const repairs = byCode.how === null ? [] : [{ level: deepest.level, before: deepest.code!, after: byCode.unit.pcode, how: byCode.how }];
    return {
      area: { ...area, pcode: byCode.unit.pcode, unitLevel: byCode.unit.level, method: byCode.how === null ? 'code' : 'code-repaired', score: 1 },
      match: { ...match, question: null, repairs, nameDiffers: true },
    };
  }

  /**
   * A P-code is what such files are joined by: the deepest one holds where the name beside it, or what is said above it, agrees with its unit. Where both
   * are of another unit a person decides.
   */
  function trustCode(stated: readonly StatedPlace[]): { unit: AdminUnit; how: string | null } | null {
    const { tree } = places!;
    const deepest = stated.at(-1)!;
    if (!deepest.code) return null;
    const exact = tree.find(deepest.level, deepest.code);
    // Another style of prefix is that of the whole file; lost zeros are a guess, which needs its name.
    const found = exact ? undefined : repair(deepest.code, deepest.level);
    const mended = found?.how.includes('zeros') ? undefined : found;
    const unit = exact ?? (mended && tree.find(deepest.level, mended.pcode));
    if (!unit) return null;
    const isCalled = (own: AdminUnit, name: string) =>
      own.names.some((each) => foldName(each.name) === foldName(name) || likeness(toNameKey(each.name), toNameKey(name)).score >= SAME_PLACE);
    const agreesAbove = stated.slice(0, -1).every(({ level, code, name }) => {
      const above = tree.ancestorAt(unit, level);
      if (!above) return true;
      const own = code ? (tree.find(level, code) ?? tree.find(level, repair(code, level)?.pcode ?? '')) : undefined;
      return own ? own === above || (name !== null && isCalled(above, name)) : name === null || isCalled(above, name) || code !== null;
    });
    return agreesAbove || (deepest.name && isCalled(unit, deepest.name)) ? { unit, how: mended?.how ?? null } : null;
  }

  function suggest(level: AdminLevel, name: string, parent: Pcode | null): AreaQuestion['candidates'] {
    return places!.names
      .suggest(level, name, parent)
      .map(({ unit, rank }) => ({ pcode: unit.pcode, level: unit.level, name: unit.names[0]?.name ?? '', score: Math.min(1, rank) }));
  }

  /** `#N/A` where the code should be: the source itself could not place it, so its name alone does not. */
  function notStated(area: StatedArea, cells: readonly PlaceCells[], broken: PlaceCells): StatedArea {
    const level = broken.level ?? levels.at(-1) ?? 1;
    const above = places!.match(
      toStated(
        cells.filter((cell) => cell.level !== null && cell.level < level),
        places,
        levels,
      ),
    );
    const within = above.question ? null : (above.unit?.pcode ?? null);
    const name = cellText(broken.name) || null;
    const id = name === null ? null : open(list.length, { level, code: null, name, parent: within }, 'not-stated', suggest(level, name, within));
    return decide({ ...area, name: name ?? area.name, level, within, reason: 'not-stated', question: id });
  }

  /** What a person said of it before: units with shares, or none. */
  function decide(area: StatedArea): StatedArea {
    const decision = area.question === null ? undefined : decisions.get(area.question);
    if (!decision) return area;
    questions.pop();
    if (decision.shares.length === 0) return { ...area, question: null, reason: 'other' };
    const [only] = decision.shares;
    if (decision.shares.length === 1 && only!.share === 1)
      return { ...area, question: null, reason: null, pcode: only!.pcode, unitLevel: only!.level, method: 'human', score: 1 };
    return { ...area, question: null, shares: decision.shares };
  }

  function fromMatch(area: StatedArea, match: PlaceMatch): StatedArea {
    const { unit, stated, question, method, score } = match;
    const isPlaced = unit !== null && !question && stated !== null && unit.level >= stated && (unit.level > 0 || stated === 0);
    if (isPlaced) return { ...area, pcode: unit.pcode, unitLevel: unit.level, method: method === 'none' ? 'code' : method, score };
    const within = unit?.pcode ?? null;
    if (!question) return { ...area, within, reason: 'other' };
    const id = open(list.length, question, question.cause, question.candidates);
    return decide({ ...area, within, reason: CAUSES[question.cause] ?? 'name-unknown', question: id });
  }

  return {
    list,
    questions,
    repairs,
    differs,
    of(cells) {
      const key = cells.map(({ level, code, name }) => `${level ?? ''}\u0001${isBroken(code) ? '#' : cellText(code)}\u0001${cellText(name)}`).join('\u0002');
      let known = seen.get(key);
      if (!known) {
        const { area, match } = place(cells);
        list.push(area);
        known = { area: list.length - 1, repairs: [] };
        if (match?.nameDiffers) differs.add(known.area);
        for (const { level, before, after, how } of match?.repairs ?? []) {
          const id = `${level} ${before} ${after}`;
          if (!repairs.has(id)) repairs.set(id, { level, before, after, how, rows: 0 });
          known.repairs.push(id);
        }
        seen.set(key, known);
      }
      list[known.area]!.rows++;
      for (const id of known.repairs) repairs.get(id)!.rows++;
      return known.area;
    },
  };
}

/** A code that the spreadsheet could not look up. */
export const isBroken = (code: Cell): boolean =>
  (code !== null && isCellError(code)) || (typeof code === 'string' && /^\s*#(N\/A|REF!|VALUE!|NAME\?)\s*$/i.test(code));

const MISSING = /^(-+|–|n\/?a|#n\/a|null|none|nan|…|\.{2,3})$/i;
const textOf = (cell: Cell): string => {
  const text = cellText(cell);
  return MISSING.test(text) ? '' : text;
};

/** Cells with their level; a place that does not say of which level it is one below what is said above it, or where the boundaries have its name. */
function toStated(cells: readonly PlaceCells[], places: PlaceMatcher | null, levels: readonly AdminLevel[]): StatedPlace[] {
  const stated: StatedPlace[] = [];
  for (const { level, code, name } of cells) {
    const own = { code: textOf(code) || null, name: textOf(name) || null };
    if (!own.code && !own.name) continue;
    if (level !== null) {
      const same = stated.find((each) => each.level === level);
      if (same) Object.assign(same, { code: same.code ?? own.code, name: same.name ?? own.name });
      else stated.push({ level, ...own });
      continue;
    }
    const above = Math.max(0, ...stated.map((each) => each.level));
    const below = levels.filter((each) => each > above);
    const found = below.find((each) => (own.code ? places?.tree.find(each, own.code) : places?.names.exact(each, own.name!).length === 1));
    stated.push({ level: found ?? below[0] ?? levels.at(-1) ?? 1, ...own });
  }
  return stated.toSorted((a, b) => a.level - b.level);
}

/** Distinct areas: by code where the file has codes, those without a readable one together; else by the names from the top. */
export function countAreas(areas: readonly StatedArea[]): { stated: number; placed: number; notPlaced: number } {
  const placed = new Set<string>();
  const all = new Set<string>();
  for (const { stated, pcode, reason, level, rows } of areas) {
    if (rows === 0 || level === null) continue;
    const own = stated.filter((each) => each.level === level).at(-1);
    const key =
      reason === 'not-stated'
        ? '#'
        : own?.code
          ? `${level} ${own.code}`
          : `${level} ${stated.map(({ name, code }) => code ?? foldName(name ?? '')).join('\u0001')}`;
    all.add(key);
    if (pcode !== null) placed.add(key);
  }
  return { stated: all.size, placed: placed.size, notPlaced: all.size - placed.size };
}
