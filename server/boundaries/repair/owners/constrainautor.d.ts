/** What is used of the package; its own types are sources that our compiler settings refuse. */
import type Delaunator from 'delaunator';

export default class Constrainautor {
  /** Changes the triangulation so that it has the given edges. @throws where an edge runs through a point. */
  constructor(triangulation: Delaunator<ArrayLike<number>>, edges?: readonly (readonly [number, number])[]);
  isConstrained(edge: number): boolean;
  delaunify(deep?: boolean): this;
}
