/** TopoJSON (specification 1.0) into flat arrays: arcs are decoded once, rings are put together from them without objects in between. */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { InputError } from '../../errors.ts';
import { ColumnsBuilder, GeometryWriter } from '../builder.ts';
import type { Limits } from '../limits.ts';
import { assertCount } from '../limits.ts';
import type { Bundle, ReadContext, Reader, SourceLayer } from '../reader.ts';
import { damaged, readAll } from '../reader.ts';
import { toText } from '../text/text.ts';

/** All arcs as x, y pairs; arc a owns vertices `starts[a] … starts[a+1]`. */
interface Arcs {
  pairs: Float64Array;
  starts: Uint32Array;
}

interface TopoGeometry {
  type?: unknown;
  id?: unknown;
  properties?: unknown;
  arcs?: unknown;
  coordinates?: unknown;
  geometries?: unknown;
}

interface State {
  what: string;
  arcs: Arcs;
  transform: { scale: number[]; translate: number[] } | null;
  hasZ: boolean;
}

export const topojsonReader: Reader = {
  format: 'topojson',
  accepts: (bundle, head) => {
    const start = new TextDecoder().decode(head);
    // "type" may stand behind megabytes of arcs; then the name is all there is to go by.
    return looksLikeTopoJson(start) || (/\.topojson$/i.test(bundle.name) && /^\s*\{/.test(start));
  },
  read: readTopoJson,
};

/** True where the start of a JSON text says Topology; the property may come first or after the arcs, so names of members count as well. */
export function looksLikeTopoJson(start: string): boolean {
  return /^\s*\{/.test(start.replace(/^\uFEFF/, '')) && (/"type"\s*:\s*"Topology"/.test(start) || /^\s*\{\s*"(arcs|objects|transform)"\s*:/.test(start));
}

function readTopoJson(bundle: Bundle, context: ReadContext): SourceLayer[] {
  const file = bundle.files[0]!;
  const { text, encoding } = toText(bundle.name, readAll(file, context.limits.textBytes), context.encoding);
  const topology = parse(bundle.name, text);
  const state: State = {
    what: bundle.name,
    arcs: { pairs: new Float64Array(0), starts: new Uint32Array(1) },
    transform: toTransform(bundle.name, topology.transform),
    hasZ: false,
  };
  state.arcs = decodeArcs(state, topology.arcs, context.limits);
  const objects = Object.entries((topology.objects ?? {}) as Record<string, TopoGeometry>).filter(([, object]) => isRecord(object));
  if (!objects.length) throw new InputError('read.empty', `${bundle.name} is a TopoJSON file without objects. Export it again with its layers.`);
  return objects.map(([layer, object]) => {
    state.hasZ = false;
    const geometry = new GeometryWriter(bundle.name, context.limits);
    const columns = new ColumnsBuilder(bundle.name, context.limits);
    // An object that is no collection is a layer of one row.
    const rows = object.type === 'GeometryCollection' ? (Array.isArray(object.geometries) ? (object.geometries as TopoGeometry[]) : []) : [object];
    const withIds = rows.some((row) => isRecord(row) && (typeof row.id === 'string' || typeof row.id === 'number'));
    rows.forEach((row, index) => {
      const shape = isRecord(row) ? row : {};
      if (withIds) columns.set(index, 'id', shape.id ?? null);
      if (isRecord(shape.properties)) for (const [name, value] of Object.entries(shape.properties)) columns.set(index, name, value);
      geometry.endRow(addGeometry(state, geometry, shape));
    });
    return {
      file: bundle.name,
      layer,
      format: 'topojson',
      rows: rows.length,
      columns: columns.finish(rows.length),
      geometry: geometry.finish(),
      crs: 'implied',
      hasZ: state.hasZ,
      encoding,
      findings: geometry.findings(`${bundle.name}, layer ${layer}`),
    };
  });
}

function parse(what: string, text: string): Record<string, unknown> {
  let topology: unknown;
  try {
    topology = JSON.parse(text);
  } catch (error) {
    throw damaged(what, 'TopoJSON', error instanceof Error ? error.message.slice(0, 200) : 'no JSON', error);
  }
  if (!isRecord(topology) || topology.type !== 'Topology') throw damaged(what, 'TopoJSON', 'its "type" is not "Topology"');
  return topology;
}

function toTransform(what: string, transform: unknown): State['transform'] {
  if (transform === undefined || transform === null) return null;
  const { scale, translate } = transform as { scale?: unknown; translate?: unknown };
  const numbers = (list: unknown): list is number[] => Array.isArray(list) && list.length >= 2 && list.every((value) => typeof value === 'number');
  if (!numbers(scale) || !numbers(translate)) throw damaged(what, 'TopoJSON', 'its transform has no scale and translate of two numbers');
  return { scale, translate };
}

function decodeArcs(state: State, list: unknown, limits: Limits): Arcs {
  if (!Array.isArray(list)) throw damaged(state.what, 'TopoJSON', 'it has no arcs');
  const starts = new Uint32Array(list.length + 1);
  for (let a = 0; a < list.length; a++) {
    if (!Array.isArray(list[a])) throw damaged(state.what, 'TopoJSON', `arc ${a} is not a list`);
    starts[a + 1] = starts[a]! + (list[a] as unknown[]).length;
  }
  assertCount(state.what, 'vertices', starts[list.length]!, limits);
  const pairs = new Float64Array(2 * starts[list.length]!);
  const { transform } = state;
  let at = 0;
  for (const arc of list as number[][][]) {
    let x = 0;
    let y = 0;
    for (const position of arc) {
      // Quantised positions are differences to the one before (TopoJSON 1.0 §2.1.4).
      if (transform) {
        pairs[at++] = (x += Number(position[0])) * transform.scale[0]! + transform.translate[0]!;
        pairs[at++] = (y += Number(position[1])) * transform.scale[1]! + transform.translate[1]!;
      } else {
        pairs[at++] = Number(position[0]);
        pairs[at++] = Number(position[1]);
      }
    }
  }
  return { pairs, starts };
}

function addGeometry(state: State, into: GeometryWriter, geometry: TopoGeometry): (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] {
  switch (geometry.type) {
    case 'Polygon':
      addPolygon(state, into, geometry.arcs);
      return GEOMETRY_KIND.polygon;
    case 'MultiPolygon':
      for (const polygon of toList(geometry.arcs)) addPolygon(state, into, polygon);
      return GEOMETRY_KIND.polygon;
    case 'LineString':
      addLine(state, into, geometry.arcs, false);
      into.endPolygon();
      return GEOMETRY_KIND.line;
    case 'MultiLineString':
      for (const line of toList(geometry.arcs)) {
        addLine(state, into, line, false);
        into.endPolygon();
      }
      return GEOMETRY_KIND.line;
    case 'Point':
      addPoint(state, into, geometry.coordinates);
      return GEOMETRY_KIND.point;
    case 'MultiPoint':
      for (const point of toList(geometry.coordinates)) addPoint(state, into, point);
      return GEOMETRY_KIND.point;
    case null:
    case undefined:
      return GEOMETRY_KIND.none;
    default:
      return GEOMETRY_KIND.other;
  }
}

function addPolygon(state: State, into: GeometryWriter, rings: unknown): void {
  for (const ring of toList(rings)) addLine(state, into, ring, true);
  into.endPolygon();
}

/** Joins arcs end to end; each arc after the first gives up its first vertex, which is the last of the one before. */
function addLine(state: State, into: GeometryWriter, list: unknown, close: boolean): void {
  const { pairs, starts } = state.arcs;
  let first = true;
  for (const index of toList(list)) {
    const reversed = (index as number) < 0;
    const arc = reversed ? ~(index as number) : (index as number);
    if (!Number.isInteger(index) || arc >= starts.length - 1)
      throw damaged(state.what, 'TopoJSON', `it refers to arc ${String(index)} and has only ${starts.length - 1}`);
    const from = starts[arc]!;
    const to = starts[arc + 1]!;
    if (from === to) continue;
    if (reversed) into.copy(pairs, first ? to : to - 1, from);
    else into.copy(pairs, first ? from : from + 1, to);
    first = false;
  }
  into.endRing(close);
}

function addPoint(state: State, into: GeometryWriter, position: unknown): void {
  const [x, y, z] = toList(position).map(Number);
  if (x === undefined || y === undefined) return;
  if (z !== undefined) state.hasZ = true;
  const { transform } = state;
  if (transform) into.vertex(x * transform.scale[0]! + transform.translate[0]!, y * transform.scale[1]! + transform.translate[1]!);
  else into.vertex(x, y);
  into.endRing(false);
  into.endPolygon();
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
