/**
 * Versions of boundaries with changes that are known: units of a coverage are split, joined, renamed and given land, and each change is written down.
 * Rings are numbers of vertices, so that neighbours always share their borders exactly; `redraw.ts` draws the result again with noise.
 */
import type { AdminUnit, FeatureTable, Name } from '../../../server/contract/admin.ts';
import type { Relation } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel, Pcode } from '../../../server/contract/ids.ts';
import { equalAreaKm2, rowBbox } from '../../../server/geometry/ring.ts';
import { isInside } from './chord.ts';
import { toColumn, type Nested, type Position } from '../../geometry/shapes.ts';

export interface PlantedUnit {
  code: string;
  names: Name[];
  parent: string | null;
  /** Polygons of rings of vertices, not closed. */
  polygons: number[][][];
}

export interface Planted {
  relation: Relation;
  sources: string[];
  targets: string[];
  /** Share of the source's ground in the target. */
  shares: { source: string; target: string; share: number }[];
}

export class Planting {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly before: PlantedUnit[];
  after: PlantedUnit[];
  readonly truth: Planted[] = [];
  readonly level: AdminLevel;
  readonly #random: () => number;
  /** Units that may not change a second time. */
  readonly #used = new Set<PlantedUnit>();
  readonly #order: PlantedUnit[];
  #codes = 0;

  constructor(rows: Nested, units: Omit<PlantedUnit, 'polygons'>[], random: () => number, level: AdminLevel = 2) {
    const ids = new Map<string, number>();
    const idOf = ([lon, lat]: Position) => {
      const key = `${Math.round(lon * 1e7)} ${Math.round(lat * 1e7)}`;
      let id = ids.get(key);
      if (id === undefined) {
        ids.set(key, (id = this.x.length));
        this.x.push(Math.round(lon * 1e7) / 1e7);
        this.y.push(Math.round(lat * 1e7) / 1e7);
      }
      return id;
    };
    this.level = level;
    this.#random = random;
    this.before = units.map((unit, row) => ({ ...unit, polygons: rows[row]!.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map(idOf))) }));
    this.after = this.before.map((unit) => ({ ...unit }));
    this.#order = this.after.toSorted(() => random() - 0.5);
  }

  /** Each unit into two with new codes. */
  split(count: number): void {
    this.#times(count, (unit) => {
      const cut = this.#cut(unit, 0.3, 0.7);
      if (!cut) return false;
      const heirs = cut.map((polygons, i): PlantedUnit => ({ ...unit, code: this.#newCode(), names: [named(`Heir ${i} of ${unit.code}`)], polygons }));
      this.#replace([unit], heirs);
      this.#note('split', [unit], heirs);
      return true;
    });
  }

  /** Part of each unit becomes a new one; the rest keeps its code. */
  splitOff(count: number, share = 0.4): void {
    this.#times(count, (unit) => {
      const cut = this.#cut(unit, share - 0.08, share + 0.08);
      if (!cut) return false;
      const heirs = [
        { ...unit, polygons: cut[1] },
        { ...unit, code: this.#newCode(), names: [named(`Off ${unit.code}`)], polygons: cut[0] },
      ];
      this.#replace([unit], heirs);
      this.#note('split-off', [unit], heirs);
      return true;
    });
  }

  /** Pairs of neighbours become one: with a new code, or the first takes the second in. */
  merge(count: number, relation: 'merged' | 'absorbed' = 'merged'): void {
    this.#times(count, (unit) => {
      const other = this.#neighbour(unit);
      if (!other) return false;
      const heir: PlantedUnit = {
        ...unit,
        ...(relation === 'merged' ? { code: this.#newCode(), names: [named(`Union of ${unit.code}`)] } : {}),
        polygons: this.#dissolve([unit, other]),
      };
      this.#replace([unit, other], [heir]);
      this.truth.push({
        relation,
        sources: [unit.code, other.code],
        targets: [heir.code],
        shares: [unit, other].map(({ code }) => ({ source: code, target: heir.code, share: 1 })),
      });
      return true;
    });
  }

  /** What one unit had taken in is a unit again, as before: the old version has the union. */
  demerge(count: number): void {
    this.#times(count, (unit) => {
      const other = this.#neighbour(unit);
      if (!other) return false;
      const at = this.before.findIndex(({ code }) => code === unit.code);
      const was = { ...unit, polygons: this.#dissolve([unit, other]) };
      this.before[at] = was;
      this.before.splice(
        this.before.findIndex(({ code }) => code === other.code),
        1,
      );
      this.#used.add(unit).add(other);
      this.#note('split-off', [was], [unit, other]);
      return true;
    });
  }

  /** A strip of this share of a unit goes to a neighbour; both go on. */
  transfer(count: number, share = 0.03): void {
    this.#times(count, (unit) => {
      for (const other of this.#neighbours(unit)) {
        const cut = this.#cutAlong(unit, other, share);
        if (!cut) continue;
        const [given, kept] = cut;
        const from = { ...unit, polygons: kept };
        const to = { ...other, polygons: this.#dissolve([other, { ...unit, polygons: given }]) };
        if (to.polygons.length !== other.polygons.length) continue;
        this.#replace([unit, other], [from, to]);
        const moved = this.areaOf({ polygons: given }) / this.areaOf(unit);
        this.truth.push({
          relation: 'transferred',
          sources: [unit.code],
          targets: [other.code],
          shares: [{ source: unit.code, target: other.code, share: moved }],
        });
        return true;
      }
      return false;
    });
  }

  /** Three units become two: the middle one is cut, each half joins a neighbour. */
  redistrict(count: number): void {
    this.#times(count, (unit) => {
      const cut = this.#cut(unit, 0.4, 0.6);
      if (!cut) return false;
      const [one, two] = cut.map((polygons) => ({ ...unit, polygons })) as [PlantedUnit, PlantedUnit];
      const first = this.#neighbours(one).find((each) => each !== unit);
      const second = this.#neighbours(two).find((each) => each !== unit && each !== first);
      if (!first || !second) return false;
      const heirs = [[first, one] as const, [second, two] as const].map((parts, i): PlantedUnit => ({
        ...unit,
        code: this.#newCode(),
        names: [named(`New ${i} ${unit.code}`)],
        polygons: this.#dissolve([...parts]),
      }));
      this.#replace([unit, first, second], heirs);
      const part = this.areaOf(one) / this.areaOf(unit);
      this.truth.push({
        relation: 'redistricted',
        sources: [unit.code, first.code, second.code],
        targets: heirs.map(({ code }) => code),
        shares: [
          { source: unit.code, target: heirs[0]!.code, share: part },
          { source: unit.code, target: heirs[1]!.code, share: 1 - part },
          { source: first.code, target: heirs[0]!.code, share: 1 },
          { source: second.code, target: heirs[1]!.code, share: 1 },
        ],
      });
      return true;
    });
  }

  rename(count: number, lang?: string): void {
    this.#change(count, 'renamed', (unit) => ({
      names: unit.names.map((name, i) =>
        name.lang === (lang ?? unit.names[0]!.lang) && (lang !== undefined || i === 0) ? { ...name, name: `${name.name} (new)` } : name,
      ),
    }));
  }

  recode(count: number): void {
    this.#change(count, 'recoded', () => ({ code: this.#newCode() }));
  }

  reparent(count: number): void {
    const parents = [...new Set(this.before.map(({ parent }) => parent))];
    this.#change(count, 'reparented', ({ parent }) => ({ parent: parents.find((each) => each !== parent)! }));
  }

  /** All codes by one rule; written down for no unit, as it is one change of the level. */
  scheme(rule: (code: string) => string): void {
    const next = new Map(this.after.map((unit) => [unit.code, rule(unit.code)]));
    this.after = this.after.map((unit) => ({ ...unit, code: next.get(unit.code)! }));
    for (const planted of this.truth) {
      planted.targets = planted.targets.map((code) => next.get(code) ?? code);
      for (const share of planted.shares) share.target = next.get(share.target) ?? share.target;
    }
  }

  areaOf({ polygons }: Pick<PlantedUnit, 'polygons'>): number {
    return polygons.flat().reduce((sum, ring) => sum + this.#ringArea(ring), 0);
  }

  /** The version as a table; `place` draws a vertex elsewhere. */
  table(units: PlantedUnit[], place: (vertex: number) => Position = (vertex) => [this.x[vertex]!, this.y[vertex]!]): FeatureTable {
    const geometry = toColumn(units.map(({ polygons }) => polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(place)))));
    return {
      level: this.level,
      units: units.map(({ code, names, parent }, row): AdminUnit => ({
        level: this.level,
        pcode: code as Pcode,
        parentPcode: parent as Pcode | null,
        names,
        validOn: null,
        validTo: null,
        areaSqKm: equalAreaKm2(geometry, row),
        center: [0, 0],
        bbox: rowBbox(geometry, row) ?? [0, 0, 0, 0],
      })),
      geometry,
      extra: [],
      source: { file: '', layer: '', rowNumber: Uint32Array.from(units, (_, row) => row + 1) },
    };
  }

  #times(count: number, plant: (unit: PlantedUnit) => boolean): void {
    let left = count;
    for (const unit of this.#order) {
      if (left === 0) return;
      if (!this.#used.has(unit) && plant(unit)) left--;
    }
    if (left > 0) throw new Error(`no place for ${left} more changes`);
  }

  #change(count: number, relation: Relation, change: (unit: PlantedUnit) => Partial<PlantedUnit>): void {
    this.#times(count, (unit) => {
      const next = { ...unit, ...change(unit) };
      this.#replace([unit], [next]);
      this.#note(relation, [unit], [next]);
      return true;
    });
  }

  #note(relation: Relation, sources: PlantedUnit[], targets: PlantedUnit[]): void {
    const all = this.areaOf(sources[0]!);
    this.truth.push({
      relation,
      sources: sources.map(({ code }) => code),
      targets: targets.map(({ code }) => code),
      shares: targets.map((target) => ({ source: sources[0]!.code, target: target.code, share: this.areaOf(target) / all })),
    });
  }

  #replace(gone: PlantedUnit[], made: PlantedUnit[]): void {
    const at = this.after.indexOf(gone[0]!);
    this.after.splice(at, 1, ...made);
    for (const unit of gone.slice(1)) this.after.splice(this.after.indexOf(unit), 1);
    for (const unit of [...gone, ...made]) this.#used.add(unit);
  }

  #newCode(): string {
    return `${this.before[0]!.code.slice(0, 2)}9${String(++this.#codes).padStart(this.before[0]!.code.length - 3, '0')}`;
  }

  /** Units not used yet that share a border with the unit, the longest first. */
  #neighbours(unit: PlantedUnit): PlantedUnit[] {
    const own = new Set(unit.polygons.flat().flatMap((ring) => ring.map((vertex, i) => edgeKey(vertex, ring[(i + 1) % ring.length]!))));
    const shared = this.#near(unit).map((other) => ({
      other,
      edges: other.polygons.flat().reduce((sum, ring) => sum + ring.filter((vertex, i) => own.has(edgeKey(ring[(i + 1) % ring.length]!, vertex))).length, 0),
    }));
    return shared.filter(({ edges }) => edges > 0).toSorted((a, b) => b.edges - a.edges).map(({ other }) => other); // prettier-ignore
  }

  #neighbour(unit: PlantedUnit): PlantedUnit | undefined {
    return this.#neighbours(unit)[0];
  }

  #byVertex: Map<number, PlantedUnit[]> | null = null;

  #near(unit: PlantedUnit): PlantedUnit[] {
    if (!this.#byVertex) {
      this.#byVertex = new Map();
      for (const each of this.#order)
        for (const vertex of new Set(each.polygons.flat(2))) this.#byVertex.set(vertex, [...(this.#byVertex.get(vertex) ?? []), each]);
    }
    const near = new Set(unit.polygons.flat(2).flatMap((vertex) => this.#byVertex!.get(vertex) ?? []));
    return [...near].filter((other) => other !== unit && other.code !== unit.code && !this.#used.has(other));
  }

  #ringArea(ring: number[]): number {
    // Equal areas on a sphere: shares and turns are all that counts.
    const height = (vertex: number) => Math.sin((this.y[vertex]! * Math.PI) / 180);
    const [ox, oy] = [this.x[ring[0]!]!, height(ring[0]!)];
    let sum = 0;
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      sum += (this.x[a]! - ox) * (height(b) - oy) - (this.x[b]! - ox) * (height(a) - oy);
    });
    return sum / 2;
  }

  /** Two parts of a unit along a chord between two of its vertices; the first has a share between the bounds. */
  #cut(unit: PlantedUnit, least: number, most: number): [number[][][], number[][][]] | null {
    const ring = simpleRing(unit);
    if (!ring) return null;
    const start = Math.floor(this.#random() * ring.length);
    for (let step = 0; step < ring.length; step += Math.max(1, Math.floor(ring.length / 20))) {
      const cut = this.#chord(ring, (start + step) % ring.length, ring.length - 2, least, most);
      if (cut) return cut;
    }
    return null;
  }

  /** The same where the outline of the first part is a border with one neighbour. */
  #cutAlong(unit: PlantedUnit, other: PlantedUnit, share: number): [number[][][], number[][][]] | null {
    const ring = simpleRing(unit);
    if (!ring) return null;
    const theirs = new Set(other.polygons.flat().flatMap((each) => each.map((vertex, i) => edgeKey(each[(i + 1) % each.length]!, vertex))));
    const isShared = (i: number) => theirs.has(edgeKey(ring[i % ring.length]!, ring[(i + 1) % ring.length]!));
    for (let i = 0; i < ring.length; i++) {
      let reach = 0;
      while (reach < ring.length - 2 && isShared(i + reach)) reach++;
      // The ends stay where three units meet, or the border would open there.
      const cut = reach >= 4 ? this.#chord(ring, (i + 1) % ring.length, reach - 2, 0.8 * share, 1.6 * share) : null;
      if (cut) return cut;
    }
    return null;
  }

  #chord(ring: number[], from: number, reach: number, least: number, most: number): [number[][][], number[][][]] | null {
    const turned = [...ring.slice(from), ...ring.slice(0, from)];
    const all = this.#ringArea(turned);
    for (let to = 2; to <= reach; to++) {
      const part = turned.slice(0, to + 1);
      const share = this.#ringArea(part) / all;
      if (share < least || share > most || !isInside(this, turned, to)) continue;
      return [[[part]], [[[turned[0]!, ...turned.slice(to)]]]];
    }
    return null;
  }

  /** The union of units that share borders: edges that run both ways go. */
  #dissolve(units: Pick<PlantedUnit, 'polygons'>[]): number[][][] {
    const edges = new Map<string, [number, number]>();
    for (const ring of units.flatMap(({ polygons }) => polygons.flat())) {
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length]!;
        if (!edges.delete(edgeKey(b, a))) edges.set(edgeKey(a, b), [a, b]);
      });
    }
    const next = new Map<number, number[]>();
    for (const [a, b] of edges.values()) next.set(a, [...(next.get(a) ?? []), b]);
    const rings: number[][] = [];
    for (const [start, ends] of next) {
      while (ends.length > 0) {
        const ring = [start];
        for (let at = ends.pop()!; at !== start; at = next.get(at)!.pop()!) ring.push(at);
        rings.push(ring);
      }
    }
    const shells = rings.filter((ring) => this.#ringArea(ring) > 0);
    const polygons = shells.map((ring) => [ring]);
    // Holes of unions of neighbours lie in the largest part.
    const largest = polygons.toSorted((a, b) => this.#ringArea(b[0]!) - this.#ringArea(a[0]!))[0]!;
    largest.push(...rings.filter((ring) => this.#ringArea(ring) < 0));
    return polygons;
  }
}

const named = (name: string): Name => ({ lang: 'en', name });
const edgeKey = (a: number, b: number) => `${a} ${b}`;

/** Of a unit in one part without holes, and not a handful of vertices. */
function simpleRing({ polygons }: PlantedUnit): number[] | null {
  const ring = polygons.length === 1 && polygons[0]!.length === 1 ? polygons[0]![0]! : null;
  return ring && ring.length >= 16 ? ring : null;
}
