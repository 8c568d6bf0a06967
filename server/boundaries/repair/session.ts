/** One level planned, and carried out for whatever people decide. Holds the ground, so that a screen can ask again and again. */
import { createHash } from 'node:crypto';
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { RepairDecisions, RepairLevel, RepairNote, RepairOperation, RepairOptions, RepairUnit, UnitChange } from '../../contract/boundaries/repair.ts';
import { UNIT_SHARE } from '../../contract/boundaries/repair.ts';
import { InputError } from '../../errors.ts';
import type { Slit } from '../../geometry/overlay/slits.ts';
import { buildEdges } from '../../geometry/overlay/edges.ts';
import { equalAreaKm2 } from '../../geometry/ring.ts';
import type { Cells } from './owners/cells.ts';
import { takeRows } from '../normalize/geometry.ts';
import { neighboursOf } from './ground/prepare.ts';
import { withOutside } from './ground/outside.ts';
import { isSameRow } from './layers.ts';
import { LevelRepair } from './level.ts';
import type { Choices } from './level.ts';
import { describeGroups, findOffers, worstFirst } from './operations.ts';
import type { OutlineFault } from './outlineOperations.ts';
import { outlineOperations, partOffers } from './outlineOperations.ts';
import type { OutlineOperation, PartOffer } from './outlineOperations.ts';
import type { OutRow } from './outlines/rewrite.ts';
import { dropPolygons, writeGeometry } from './outlines/rewrite.ts';
import type { Choice } from './owners/resolve.ts';
import type { Rulers } from './owners/rulers.ts';
import { keysOf, rankRows } from './owners/rulers.ts';
import { coveredTwice, widthClasses } from './widths.ts';

/** Where so much of the ground is covered twice the layer is not a drawing of borders any more (decision 0024). */
const TWICE_SHARE = 0.2;
/** Crossings of lines are rounded to the grid, in metres. */
const ROUNDING_M = 0.002;
/** A change accepted once covers one that differs by rounding. */
const SAME_SHARE = 1.05;

export interface LevelInput {
  table: FeatureTable;
  /** Codes of the units above a row, nearest first. */
  ancestors: (row: number) => string[];
  /** Rows whose outline is not valid, with the place. */
  faults: OutlineFault[];
  /** Of the country, in polygons, for edge match. */
  outline?: GeometryColumn | undefined;
}

/** What one run of a level gives. */
export interface LevelResult {
  geometry: GeometryColumn;
  applied: RepairOperation[];
  refused: string[];
  waiting: string[];
  units: UnitChange[];
}

export interface LevelPlan extends RepairLevel {
  operations: RepairOperation[];
  offers: RepairOperation[];
  notes: RepairNote[];
}

export class LevelSession {
  readonly plan: LevelPlan;
  readonly keys: string[];
  readonly repair: LevelRepair | null;
  readonly table: FeatureTable;
  readonly parts: PartOffer[];
  /** Whether the level could be judged; its notes say why not. */
  readonly isReadable: boolean = false;
  /** Who owns what where everything proposed is accepted; null where there is nothing to repair. */
  readonly proposed: Cells | null = null;
  readonly #rulers: Rulers;
  readonly #outlines: OutlineOperation[];
  /** Of each group as proposed, and the groups described so. */
  readonly #choices: Choice[] = [];
  readonly #described: RepairOperation[] = [];

  constructor({ table: own, ancestors, faults, outline }: LevelInput, options: RepairOptions) {
    this.table = own;
    this.keys = keysOf(own);
    const outside = outline ? own.units.length : -1;
    const table = outline ? withOutside(own, outline) : own;
    const keys = outline ? [...this.keys, ''] : this.keys;
    this.#rulers = rankRows(table, keys, options.authority, (row) => (row === outside ? [] : ancestors(row)), outside);
    const { level } = table;
    const base = { level, source: hashOf(own, this.keys), units: this.#units() };
    const nothing = (...notes: RepairNote[]): LevelPlan => ({ ...base, operations: [], offers: [], widths: [], notes });
    this.repair = null;
    this.#outlines = [];
    this.parts = [];
    const lost = rowsWithoutNumbers(own.geometry);
    if (lost.length > 0) {
      this.plan = nothing({ code: 'no-numbers', level, units: lost.slice(0, 20).map((row) => this.keys[row]!), params: { count: lost.length } });
      return;
    }
    const edges = buildEdges(table);
    let wedges: Slit[];
    try {
      ({ repair: this.repair, wedges } = LevelRepair.create(
        table,
        edges,
        keys,
        this.#rulers,
        faults.map(({ row }) => row),
        options,
      ));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.plan = nothing({ code: 'tangle', level, units: faults.slice(0, 20).map(({ row }) => this.keys[row]!), params: { count: faults.length } });
      return;
    }
    if (this.repair) {
      const twice = coveredTwice(this.repair);
      if (twice.share > TWICE_SHARE) {
        this.repair = null;
        this.plan = nothing({
          code: 'covered-twice',
          level,
          units: [],
          params: { percent: Math.round(100 * twice.share), km2: Math.round(twice.areaM2 / 1e6) },
        });
        return;
      }
    }
    this.parts = partOffers(own, edges, this.keys);
    this.#outlines = this.repair ? outlineOperations(this.repair, faults, this.keys) : [];
    const offered = this.repair ? findOffers(this.repair) : [];
    this.#choices = offered.map((isOffered) => ({ accepted: !isOffered, turned: false }));
    if (this.repair) {
      this.proposed = this.repair.resolver.resolve(this.#choices);
      this.#described = describeGroups(this.repair, this.proposed, this.#choices, this.#allKeys);
    }
    this.isReadable = true;
    const proposed = this.#propose(offered);
    this.plan = { ...base, ...proposed, notes: [...proposed.notes, ...this.#leftSlits(wedges)] };
  }

  /** Groups, outlines and parts as operations, with everything recommended carried out. */
  #propose(isOffered: boolean[]): Omit<LevelPlan, 'level' | 'source' | 'units'> {
    const parts = this.parts.map(({ operation }) => operation);
    if (!this.repair) return { operations: [], offers: worstFirst(parts), widths: [], notes: [] };
    const described = this.#described;
    const offers = described.filter((_, index) => isOffered[index]);
    const operations = [...described.filter((_, index) => !isOffered[index]), ...this.#outlines.map(({ operation }) => operation)];
    const notes = offers
      .filter(({ single }) => single.includes('duplicate') || single.includes('missing-unit'))
      .map(({ single, units, at, filledM2, cutM2, widthM }): RepairNote => {
        const code = single.includes('duplicate') ? 'duplicate' : 'missing-unit';
        return { code, level: this.table.level, units, at, params: { widthM: Math.round(widthM), km2: Math.max(filledM2, cutM2) / 1e6 } };
      });
    return {
      operations: worstFirst(operations),
      offers: worstFirst([...offers, ...parts]),
      widths: widthClasses(this.repair),
      notes: [...notes, ...this.#islands()],
    };
  }

  /** Carries out what is accepted. Operations without a decision are left as drawn, and so are those that would move a line further than they were accepted for. */
  apply(decisions: RepairDecisions): LevelResult {
    const tooFar = new Set<string>();
    for (;;) {
      const result = this.#applyBut(decisions, tooFar);
      const further = result.applied.filter(({ id, togetherM }) => togetherM > (decisions.operations[id]!.uptoM ?? Infinity) + ROUNDING_M);
      if (further.length === 0) return result;
      for (const { id } of further) tooFar.add(id);
    }
  }

  #applyBut(decisions: RepairDecisions, tooFar: ReadonlySet<string>): LevelResult {
    const isAccepted = (id: string) => decisions.operations[id]?.verdict === 'accepted' && !tooFar.has(id);
    const choices: Choices = {
      groups: (this.repair?.groups.list ?? []).map(({ id }) => ({
        accepted: isAccepted(id),
        turned: isAccepted(id) && decisions.operations[id]!.turned === true,
      })),
      outlines: new Set(this.#outlines.filter(({ operation }) => isAccepted(operation.id)).map(({ row }) => row)),
      dropped: new Set(this.parts.filter(({ operation }) => isAccepted(operation.id)).map(({ polygon }) => polygon)),
    };
    // What is proposed is what most people accept: it is known already.
    const asProposed = this.#choices.every(({ accepted, turned }, i) => accepted === choices.groups[i]!.accepted && turned === choices.groups[i]!.turned);
    const cells = asProposed ? this.proposed : (this.repair?.resolver.resolve(choices.groups) ?? null);
    const geometry = cells ? this.#rewrite(cells, choices) : this.#withoutParts(choices.dropped);
    const all = asProposed ? this.#described : describeGroups(this.repair!, cells!, choices.groups, this.#allKeys);
    const described = all.filter(({ id }) => isAccepted(id));
    const others = [...this.#outlines, ...this.parts].map(({ operation }) => operation).filter(({ id }) => isAccepted(id));
    const ids = [...this.plan.operations, ...this.plan.offers].map(({ id }) => id);
    return {
      geometry,
      applied: worstFirst([...described, ...others]),
      refused: ids.filter((id) => decisions.operations[id]?.verdict === 'refused'),
      waiting: this.plan.operations.map(({ id }) => id).filter((id) => !decisions.operations[id] || tooFar.has(id)),
      units: geometry === this.table.geometry ? [] : this.#changes(geometry, cells, choices, decisions),
    };
  }

  /** The rows of the level; the outside is none of them. */
  #rewrite(cells: Cells, choices: Choices): GeometryColumn {
    const { geometry } = this.repair!.rewrite(cells, choices);
    if (geometry === this.repair!.table.geometry) return this.table.geometry;
    const count = this.table.units.length;
    return geometry.kinds.length === count
      ? geometry
      : takeRows(
          geometry,
          Uint32Array.from({ length: count }, (_, row) => row),
        );
  }

  get #allKeys(): string[] {
    return this.#rulers.outside >= 0 ? [...this.keys, ''] : this.keys;
  }

  #withoutParts(dropped: Set<number>): GeometryColumn {
    const changed = new Map<number, OutRow>();
    dropPolygons(this.table.geometry, changed, dropped);
    return writeGeometry(this.table.geometry, changed, () => [NaN, NaN]);
  }

  /** Two sides that run close up to where they meet may be coasts at a sharp angle: said, and left as drawn. */
  #leftSlits(wedges: Slit[]): RepairNote[] {
    return wedges.map(({ a, b, widthM, lengthM, at }) => ({
      code: 'slit-left',
      level: this.table.level,
      units: [this.keys[a]!, this.keys[b]!].sort(),
      at,
      params: { widthM: Math.round(10 * widthM) / 10, lengthM: Math.round(lengthM) },
    }));
  }

  /** Islands of the given outline on which there is no unit: listed, never given to anybody. */
  #islands(): RepairNote[] {
    const { outside } = this.#rulers;
    if (outside < 0 || !this.repair) return [];
    const { arrangement, shapes } = this.repair.prepared;
    const { covers, faces } = arrangement;
    return covers.flatMap(({ rows, others }, face): RepairNote[] => {
      if (
        face === 0 ||
        rows.length > 0 ||
        others > 0 ||
        neighboursOf(arrangement, face).join() !== String(outside) ||
        faces.starts[face] === faces.starts[face + 1]
      )
        return [];
      const { areaM2, widthM, at } = shapes.measure(face);
      return [{ code: 'outline-island', level: this.table.level, units: [], at, params: { widthM: Math.round(widthM), km2: areaM2 / 1e6 } }];
    });
  }

  #units(): RepairUnit[] {
    const { units, geometry, source } = this.table;
    return units.map((unit, row) => ({
      key: this.keys[row]!,
      pcode: unit.pcode,
      name: unit.names[0]?.name ?? '',
      row: source.rowNumber[row]!,
      areaM2: this.#rulers.areaM2[row]!,
      parts: geometry.rows[row + 1]! - geometry.rows[row]!,
    }));
  }

  #changes(after: GeometryColumn, cells: Cells | null, { dropped }: Choices, decisions: RepairDecisions): UnitChange[] {
    const { geometry: before, units } = this.table;
    const lost = cells ? lostParts(this.repair!, cells) : new Map<number, number>();
    for (const polygon of dropped) {
      const row = rowOfPolygon(before, polygon);
      lost.set(row, (lost.get(row) ?? 0) + 1);
    }
    const changes = units.flatMap((unit, row): UnitChange[] => {
      if (isSameRow(before, row, after, row)) return [];
      const beforeM2 = this.#rulers.areaM2[row]!;
      const afterM2 = equalAreaKm2(after, row) * 1e6;
      const share = beforeM2 > 0 ? Math.abs(afterM2 - beforeM2) / beforeM2 : afterM2 > 0 ? 1 : 0;
      const partsLost = lost.get(row) ?? 0;
      const vanishes = after.rows[row] === after.rows[row + 1];
      const asks = share > UNIT_SHARE || partsLost > 0 || vanishes;
      const id = `${this.table.level}:${this.keys[row]!}`;
      const decided = decisions.units[id];
      const accepted = decided?.verdict === 'accepted' && share <= (decided.share ?? Infinity) * SAME_SHARE + 1e-6;
      return [
        {
          id,
          level: this.table.level,
          key: this.keys[row]!,
          pcode: unit.pcode,
          name: unit.names[0]?.name ?? '',
          beforeM2,
          afterM2,
          share,
          partsBefore: before.rows[row + 1]! - before.rows[row]!,
          partsAfter: after.rows[row + 1]! - after.rows[row]!,
          partsLost,
          vanishes,
          asks,
          accepted,
        },
      ];
    });
    return changes.sort((p, q) => q.share - p.share || (p.key < q.key ? -1 : 1));
  }
}

/** Drawn parts of each row of which nothing is left. */
function lostParts({ resolver, prepared }: LevelRepair, cells: Cells): Map<number, number> {
  const { covers, faces } = prepared.arrangement;
  const { starts, root } = resolver.drawn;
  const rowOf = new Map<number, number>();
  const alive = new Set<number>();
  for (let face = 1; face < faces.count; face++) {
    covers[face]!.rows.forEach((row, i) => {
      const part = root[starts[face]! + i]!;
      rowOf.set(part, row);
      if (cells.rows[face]!.includes(row)) alive.add(part);
    });
  }
  const lost = new Map<number, number>();
  for (const [part, row] of rowOf) if (!alive.has(part)) lost.set(row, (lost.get(row) ?? 0) + 1);
  return lost;
}

function rowOfPolygon({ rows }: GeometryColumn, polygon: number): number {
  let row = 0;
  while (rows[row + 1]! <= polygon) row++;
  return row;
}

function rowsWithoutNumbers({ kinds, coords, rings, polygons, rows }: GeometryColumn): number[] {
  return [...kinds.keys()].filter((row) => {
    for (let i = 2 * rings[polygons[rows[row]!]!]!; i < 2 * rings[polygons[rows[row + 1]!]!]!; i++) if (!Number.isFinite(coords[i])) return true;
    return false;
  });
}

/** Of keys and outlines, whatever the order of rows. */
function hashOf({ geometry }: FeatureTable, keys: string[]): string {
  const { coords, rings, polygons, rows } = geometry;
  const hash = createHash('sha256');
  for (const row of [...keys.keys()].sort((p, q) => (keys[p]! < keys[q]! ? -1 : 1))) {
    const [first, last] = [rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!];
    const part = coords.subarray(2 * first, 2 * last);
    hash.update(`${keys[row]} ${rows[row + 1]! - rows[row]!} `).update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  return hash.digest('hex');
}
