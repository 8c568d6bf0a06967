/** All lines in play cut into faces, each with what covers it. */
import type { GeometryColumn } from '../../../contract/admin.ts';
import type { EdgeSet, VertexTable } from '../../../geometry/overlay/edges.ts';
import type { Faces } from './faces.ts';
import { traceFaces } from './faces.ts';
import type { Ground } from './grid.ts';
import { collectGround, reweld } from './grid.ts';
import type { Cover, Uses } from './labels.ts';
import { LineFinder, collectUses, labelFaces } from './labels.ts';
import type { Lines } from './lineSet.ts';
import { Noder } from './node.ts';

export interface Arrangement {
  vertices: VertexTable;
  ground: Ground;
  noder: Noder;
  lines: Lines;
  finder: LineFinder;
  uses: Uses;
  faces: Faces;
  /** Of each face; that of face 0 (the endless one) is empty. */
  covers: Cover[];
}

/** @throws InputError `repair.tangle` */
export function arrange(geometry: GeometryColumn, edges: EdgeSet, inPlay: Uint8Array): Arrangement {
  const ground = collectGround(geometry, edges, inPlay);
  const { rings, others, vertices } = ground;
  const noder = new Noder(vertices, ground.drawn, rings.ids.length + others.rows.length);
  for (let k = 0; k < rings.count; k++) {
    const start = rings.starts[k]!;
    const end = rings.starts[k + 1]!;
    for (let i = start; i < end; i++) noder.add(rings.ids[i]!, rings.ids[i + 1 === end ? start : i + 1]!);
  }
  for (let i = 0; i < others.ends.length; i += 2) noder.add(others.ends[i]!, others.ends[i + 1]!);
  return settle(geometry, ground, noder);
}

/** Nodes what was added to the noder and finds faces and covers anew. */
export function settle(geometry: GeometryColumn, ground: Ground, noder: Noder): Arrangement {
  const { vertices } = ground;
  const { lines, welded } = noder.settle();
  reweld(ground, welded);
  const finder = new LineFinder(lines, vertices.count);
  const uses = collectUses(ground, noder, lines);
  const faces = traceFaces(vertices, lines, vertices.count);
  const covers = labelFaces(faces, uses, geometry, ground).of;
  return { vertices, ground, noder, lines, finder, uses, faces, covers };
}
