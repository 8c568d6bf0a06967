/** All that the 3W page shows for one definition at one level, counted once. What only an open view needs is counted when it asks. Pure. */
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';
import type { MatrixAnswer } from '../../../server/contract/presence/api.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import type { CountDefinition, PresenceColumns, PresenceCount } from '../../../server/contract/presence/presence.ts';
import type { ToldCount } from '../../../server/contract/presence/told.ts';
import { toLegend, type Breaks, type Legend } from '../../map/legend.ts';
import { PATTERNS, type PatternLook } from '../../../server/contract/maps/looks.ts';
import { heldAt, type ClassChoice, type Classing } from '../../map/classing.ts';
import type { MapSpec, PresenceMapData } from '../../../server/contract/maps/map.ts';
import { cellNumbers, classesOf, heldClasses, numbersIn, numbersOf, wholeCount, type Classes } from './measure/classes.ts';
import {
  changeOf,
  countPresence,
  listsOf,
  looksOf,
  matrixOf,
  matrixOfAnswer,
  organisationsIn,
  possibleOf,
  ratioOf,
  recount,
  rowsInDoubt,
  type Change,
  type Look,
  type Matrix,
  type OrganisationRow,
  type UnitLook,
} from './count.ts';
import { eachOf, NOBODY, type Each } from './each.ts';
import type { Against, Changed, Paint, Split } from './state.ts';

export interface TallyInput {
  /** null where the dataset is sensitive: then `given` is what the server counted. */
  columns: PresenceColumns | null;
  /** Counted for the same but for the unit of counting, which changes no count. */
  counted?: PresenceCount | null;
  given?: ToldCount | null;
  /** The same for all clusters: classes come from it. */
  givenWhole?: ToldCount | null;
  /** All areas by all sectors, as the server tells it; null while nothing needs it. */
  givenMatrix?: MatrixAnswer | null;
  definition: CountDefinition;
  paint: Paint;
  /** What a change is of. */
  changed?: Changed;
  classing: ClassChoice;
  /** Classes of a saved map, and how it is split: they are of the map, or of its small maps and table. */
  held?: HeldFor | null;
  /** The other side of a change, with its columns on the boundaries of these. */
  against?: (Against & { columns: PresenceColumns }) | null;
  level: AdminLevel;
  units: ReadonlyMap<string, UnitAnswer>;
  /** Units of the levels above, highest first. */
  ancestors: readonly ReadonlyMap<string, UnitAnswer>[];
  people: ReadonlyMap<string, number>;
  dark: boolean;
}

export interface HeldFor {
  of: PresenceMapData['split'];
  classes: MapSpec['classes'];
}

/** @param split the wide view that a saved map is of */
export function heldFor(chosen: Pick<Classing, 'held'>, split: PresenceMapData['split'], level: number): HeldFor | null {
  const classes = heldAt(chosen, level);
  return classes ? { of: split, classes } : null;
}

export interface Row {
  pcode: string;
  unit: UnitAnswer;
  /** The number, or why there is none. */
  look: UnitLook;
  /** At most, where more is possible than is certain. */
  possible: number | null;
  /** These three are null where the number is not given. */
  organisations: number | null;
  clusters: number | null;
  records: number | null;
  people: number | null;
  /** People for each organisation; null without either. */
  ratio: number | null;
  change: Change | null;
}

export interface Tally {
  level: AdminLevel;
  definition: CountDefinition;
  paint: Paint;
  changed: Changed;
  /** People are set against organisations: without a population nothing can be painted. */
  needsPeople: boolean;
  count: ToldCount;
  /** The same, where the page counted it. */
  counted: PresenceCount | null;
  /** Number or kind of emptiness of every unit of the boundaries. */
  looks: ReadonlyMap<string, UnitLook>;
  painting: {
    values: ReadonlyMap<string, number | string>;
    possible: ReadonlyMap<string, number>;
    at: number;
    breaks: Breaks;
    colors: string[];
    looks: readonly PatternLook[];
  };
  legend: Legend;
  /** What is counted at most, of units in which rows of a split unit may lie. */
  possible: ReadonlyMap<string, number>;
  /** Units by kind of emptiness; `possible`: all of which more is possible than is certain. */
  empty: Record<Look, number>;
  method: ClassChoice['method'];
  /** The other side of a change; null where there is none. */
  before: Against | null;
  /** Classes of small maps and tables. */
  cellClasses(split?: Split): Classes;
  /** Rows that wait for a decision and may lie in the unit; null where that is not told. */
  inDoubt(pcode: string): number | null;
  rows(): Row[];
  /** With areas of responsibility; null while it is on its way. */
  matrix(): Matrix | null;
  /** The matrix of all clusters, whatever clusters the definition asks for: small multiples stand side by side. */
  clusters(): Matrix | null;
  /** One small map for each organisation. */
  each(): Each;
  organisations(within: { level: number; pcode: string } | null): OrganisationRow[];
  /** Indices of organisations by P-code, at the level. */
  lists(): ReadonlyMap<string, number[]>;
}

export function createTally(input: TallyInput): Tally {
  const { columns, counted, given, givenWhole, givenMatrix = null, definition, paint, changed = 'count', classing, held = null, against = null } = input;
  const { level, units, ancestors, people, dark } = input;
  const own = given ? null : counted ? recount(counted, definition) : countPresence(columns!, definition, level);
  const count = given ?? own!;
  const once = <T>(make: () => T) => {
    let made: { value: T } | null = null;
    return () => (made ??= { value: make() }).value;
  };
  const parents = parentsOf(units, ancestors);
  const looks = looksOf(count, parents, { is: 'count' });
  const before: Against | null = against && { version: against.version, from: against.from, to: against.to };
  const countBefore = once(() => against && countPresence(against.columns, { ...definition, from: against.from, to: against.to }, level));
  const perEach = changed === 'ratio' ? people : null;
  const toChanges = once(() => {
    const earlier = countBefore();
    return earlier ? changeOf(count, earlier, perEach) : new Map<string, Change | null>();
  });
  // A difference of which one side is only in doubt is no number, in the table as on the map.
  const changeLooks = once(() => looksOf(count, parents, { is: 'change', before: countBefore(), people: perEach }));
  const ratio = (pcode: string) => ratioOf(count.byPcode[pcode]?.organisations ?? 0, people.get(pcode));
  const values = paint === 'count' ? looks : paint === 'ratio' ? looksOf(count, parents, { is: 'ratio', people }) : changeLooks();
  const period = paint === 'change' ? definition : null;
  const whole = columns ? wholeCount(columns, definition, level, period) : (givenWhole ?? count);
  const wholeBefore = period && against ? { count: wholeCount(against.columns, definition, level, against), people: perEach } : null;
  const { breaks, colors } =
    held?.of === 'none' ? heldClasses(paint, held.classes, values, dark) : classesOf(paint, numbersOf(paint, whole, people, wholeBefore), classing, dark);
  const most = (part: 'count' | 'organisations') =>
    new Map(
      [...units.keys()].flatMap((pcode): [string, number][] => (possibleOf(count, pcode, part) === null ? [] : [[pcode, possibleOf(count, pcode, part)!]])),
    );
  const possible = most('count');
  // Of a difference both sides may be more.
  const hatched = paint === 'change' ? new Map<string, number>() : paint === 'ratio' ? most('organisations') : possible;
  const kinds = { zero: 0, 'not-reported': 0, above: 0, possible: 0, 'not-placed': 0, 'no-data': 0, withheld: 0 };
  for (const value of values.values()) if (typeof value === 'string') kinds[value]++;
  kinds.possible = hatched.size;
  const classed = (splits: readonly Split[], numbers: () => readonly number[]) =>
    once(() => {
      const own = numbers();
      if (held === null || !splits.some((split) => held.of === split)) return classesOf('count', own, classing, dark);
      return heldClasses('count', held.classes, new Map(own.map((value, i) => [String(i), value])), dark);
    });
  const cellClasses = classed(['clusters', 'matrix'], () =>
    columns ? cellNumbers(columns, definition, level) : givenMatrix ? numbersIn(matrixOfAnswer(givenMatrix, [])) : numbersOf('count', whole, people, null),
  );
  // A sensitive dataset names no organisation.
  const each = once(() => (columns ? eachOf(columns, definition, level) : NOBODY));
  const eachClasses = classed(['organisations'], () => numbersIn(each().matrix));
  return {
    level,
    definition,
    paint,
    changed,
    needsPeople: paint === 'ratio' || (paint === 'change' && changed === 'ratio'),
    count,
    counted: own,
    looks,
    possible,
    painting: { values, possible: hatched, at: level, breaks, colors, looks: PATTERNS },
    legend: toLegend(
      [...values.values()].map((value) => (typeof value === 'number' ? value : null)),
      breaks,
      colors,
    ),
    empty: kinds,
    method: classing.method,
    inDoubt: (pcode) => rowsInDoubt(count, pcode, (parents.get(pcode) ?? []).slice(0, -1)),
    before,
    cellClasses: (split = 'clusters') => (split === 'organisations' ? eachClasses() : cellClasses()),
    each,
    rows: once(() =>
      [...units].map(([pcode, unit]): Row => {
        const own = count.byPcode[pcode];
        // Of a sensitive dataset nothing is given but the number of organisations.
        const none = given ? null : 0;
        return {
          pcode,
          unit,
          look: looks.get(pcode)!,
          possible: possible.get(pcode) ?? null,
          organisations: own ? own.organisations : 0,
          clusters: own?.sectors ?? none,
          records: own?.records ?? none,
          people: people.get(pcode) ?? null,
          ratio: ratio(pcode),
          change: typeof changeLooks().get(pcode) === 'number' ? (toChanges().get(pcode) ?? null) : null,
        };
      }),
    ),
    matrix: once(() => (columns ? matrixOf(columns, definition, level, true) : givenMatrix && matrixOfAnswer(givenMatrix, definition.sectors, true))),
    clusters: once(() => (columns ? matrixOf(columns, { ...definition, sectors: [] }, level) : givenMatrix && matrixOfAnswer(givenMatrix, []))),
    // A sensitive dataset names no organisation.
    lists: once(() => (columns ? listsOf(columns, definition, level) : new Map<string, number[]>())),
    organisations: (within) => (columns ? organisationsIn(columns, definition, level, within) : []),
  };
}

/** Codes above each unit, nearest first, the country last. */
function parentsOf(units: ReadonlyMap<string, UnitAnswer>, ancestors: readonly ReadonlyMap<string, UnitAnswer>[]): Map<string, string[]> {
  const levels = ancestors.toReversed();
  return new Map(
    [...units].map(([pcode, unit]) => {
      const above: string[] = [];
      let parent = unit.parentPcode;
      for (const level of levels) {
        if (parent === null) break;
        above.push(parent);
        parent = level.get(parent)?.parentPcode ?? null;
      }
      if (parent !== null) above.push(parent);
      return [pcode, above];
    }),
  );
}
