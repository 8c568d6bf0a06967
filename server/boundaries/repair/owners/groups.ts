/** Faces that are one operation: all places, connected by vertices, at which the same units disagree. */
import { createHash } from 'node:crypto';
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Arrangement } from '../ground/arrange.ts';
import { tailOf } from '../ground/faces.ts';
import { HOLE, neighboursOf } from '../ground/prepare.ts';
import type { Prepared } from '../ground/prepare.ts';
import { isNoise } from '../ground/shape.ts';
import type { Torn } from './torn.ts';

export interface Group {
  id: string;
  kind: 'border' | 'overlap' | 'gap' | 'slit' | 'snap' | 'clip' | 'extend';
  /** Rows concerned, by key. */
  rows: number[];
  /** Faces, by place. */
  faces: number[];
  /** Of a snap. */
  torn?: Torn;
}

export interface Groups {
  list: Group[];
  /** Group of each face; −1 where the face is no fault. */
  of: Int32Array;
}

/** A `snap` without faces for each pair of units with torn vertices that has none yet. */
export function addTorn(groups: Groups, torn: Torn[], keys: string[], level: number): void {
  const used = new Set(groups.list.map(({ id }) => id));
  const snaps = new Map(groups.list.filter(({ kind }) => kind === 'snap').map((group) => [group.rows.join(), group]));
  const made = torn.flatMap((one) => {
    const rows = [one.a, one.b].sort((p, q) => (keys[p]! < keys[q]! ? -1 : 1));
    const known = snaps.get(rows.join());
    if (known) {
      known.torn = one;
      return [];
    }
    return [{ id: '', kind: 'snap' as const, rows, faces: [], torn: one, text: rows.map((row) => keys[row]).join('|') }];
  });
  made.sort((p, q) => (p.text < q.text ? -1 : 1));
  for (const { text, ...group } of made) groups.list.push({ ...group, id: uniqueId(`${level} snap ${text} `, used) });
}

/** What is rounding only goes to one `snap` for each set of units. */
export function groupFaces(prepared: Prepared, keys: string[], level: number): Groups {
  const { arrangement, shapes, holes } = prepared;
  const { faces, covers } = arrangement;
  const sets = new Map<string, { rows: number[]; number: number }>();
  const setOf = new Int32Array(faces.count).fill(-1);
  const setList: { rows: number[]; kind: Group['kind'] }[] = [];
  for (let face = 1; face < faces.count; face++) {
    const isHole = holes[face] === HOLE.gap || holes[face] === HOLE.slit;
    const { rows } = covers[face]!;
    if (!isHole && rows.length < 2) continue;
    const around = isHole ? aroundOf(prepared, face, keys) : rows;
    const beyond = prepared.outside >= 0 && around.includes(prepared.outside);
    const kind = beyond ? (isHole ? 'extend' : 'clip') : holes[face] === HOLE.slit ? 'slit' : around.length === 2 ? 'border' : isHole ? 'gap' : 'overlap';
    const name = `${kind} ${around.join()}`;
    let set = sets.get(name);
    if (!set) {
      sets.set(name, (set = { rows: around, number: setList.length }));
      setList.push({ rows: around, kind });
    }
    setOf[face] = set.number;
  }
  const root = connect(arrangement, setOf);
  const members = new Map<number, number[]>();
  for (let face = 1; face < faces.count; face++) {
    if (setOf[face]! < 0) continue;
    const known = members.get(root(face));
    if (known) known.push(face);
    else members.set(root(face), [face]);
  }
  const byRounding = new Map<string, Group>();
  const list: Group[] = [];
  for (const own of members.values()) {
    const { rows, kind } = setList[setOf[own[0]!]!]!;
    const sorted = [...rows].sort((p, q) => (keys[p]! < keys[q]! ? -1 : 1));
    if (!own.every((face) => isNoise(shapes.measure(face)))) {
      list.push({ id: '', kind, rows: sorted, faces: own });
      continue;
    }
    const name = sorted.join();
    const known = byRounding.get(name);
    if (known) known.faces.push(...own);
    else {
      const group: Group = { id: '', kind: 'snap', rows: sorted, faces: own };
      byRounding.set(name, group);
      list.push(group);
    }
  }
  return number(list, prepared, keys, level);
}

/** Rows around a hole. A piece of a slit at a bend may see one side only, or none, and belongs with the piece across a chord. */
function aroundOf({ arrangement, holes }: Prepared, face: number, keys: string[]): number[] {
  const rows = neighboursOf(arrangement, face);
  if (holes[face] !== HOLE.slit || rows.length > 1) return rows;
  const { faces } = arrangement;
  const name = (pair: number[]) =>
    pair
      .map((row) => keys[row]!)
      .sort()
      .join('|');
  let best = rows;
  for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
    const over = faces.of[faces.halves[i]! ^ 1]!;
    if (holes[over] !== HOLE.slit) continue;
    const more = neighboursOf(arrangement, over);
    if (more.length <= 2 && (more.length > best.length || (more.length === best.length && name(more) < name(best)))) best = more;
  }
  return best;
}

/** Faces of one set that share a vertex are one. @returns the representative of a face. */
function connect({ faces, lines, vertices: { count: vertexCount } }: Arrangement, setOf: Int32Array): (face: number) => number {
  const up = Int32Array.from({ length: faces.count }, (_, face) => face);
  const root = (face: number) => {
    let at = face;
    while (up[at] !== at) at = up[at] = up[up[at]!]!;
    return at;
  };
  /** Faces met at each vertex, one of each set: first of a chain, then the next; 0 ends. */
  const first = new Int32Array(vertexCount);
  const next: number[] = [0];
  const met: number[] = [0];
  for (let half = 0; half < 2 * lines.count; half++) {
    const face = faces.of[half]!;
    if (setOf[face]! < 0) continue;
    const vertex = tailOf(lines, half);
    let at = first[vertex]!;
    while (at > 0 && setOf[met[at]!] !== setOf[face]) at = next[at]!;
    if (at > 0) up[root(face)] = root(met[at]!);
    else {
      next.push(first[vertex]!);
      met.push(face);
      first[vertex] = met.length - 1;
    }
  }
  return root;
}

/** Gives ids by units and place, and an order that the order of rows has no part in. */
function number(list: Group[], { arrangement, shapes }: Prepared, keys: string[], level: number): Groups {
  const { x, y } = arrangement.vertices;
  const used = new Set<string>();
  const placed = list.map((group) => {
    const starts = group.faces.map((face) => ({ face, vertex: shapes.walks(face)[0]![0]! }));
    starts.sort((p, q) => x[p.vertex]! - x[q.vertex]! || y[p.vertex]! - y[q.vertex]! || shapes.measure(p.face).areaM2 - shapes.measure(q.face).areaM2);
    group.faces = starts.map(({ face }) => face);
    return { group, at: starts[0]!.vertex, text: group.rows.map((row) => keys[row]).join('|') };
  });
  placed.sort(
    (p, q) => x[p.at]! - x[q.at]! || y[p.at]! - y[q.at]! || (p.text < q.text ? -1 : p.text > q.text ? 1 : 0) || (p.group.kind < q.group.kind ? -1 : 1),
  );
  const of = new Int32Array(arrangement.faces.count).fill(-1);
  placed.forEach(({ group, at, text }, index) => {
    const place = group.kind === 'snap' ? '' : `${(x[at]! / GRID).toFixed(5)} ${(y[at]! / GRID).toFixed(5)}`;
    group.id = uniqueId(`${level} ${group.kind} ${text} ${place}`, used);
    for (const face of group.faces) of[face] = index;
  });
  return { list: placed.map(({ group }) => group), of };
}

/** Twelve hexadecimal digits of what an operation is about. */
export function uniqueId(text: string, used: Set<string>): string {
  for (let n = 1; ; n++) {
    const id = createHash('sha256')
      .update(n === 1 ? text : `${text} ${n}`)
      .digest('hex')
      .slice(0, 12);
    if (!used.has(id)) {
      used.add(id);
      return id;
    }
  }
}
