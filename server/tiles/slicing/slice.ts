/** Cuts the layers of one zoom into the tiles of one block. */
import { Clipper, type Rect, toShape } from './clip.ts';
import { Records, TileEncoder, type EncodedLayer, type ValueTable } from '../encode.ts';
import { EXTENT, EXTENT_BITS } from '../grid.ts';
import { LineCutter } from './lines.ts';
import { mend } from './mend.ts';
import { isInside, Shape } from './shape.ts';
import { mayTouch, trim } from './trim.ts';
import { VertexStamps } from './vertexStamps.ts';
import type { ZoomArcs } from './snap.ts';

/** One layer of the archive. Boxes and points are in steps of the tile grid, y to the south. All arrays lie in shared memory. */
export interface TileLayer extends EncodedLayer {
  minZoom: number;
  maxZoom: number;
  /** First zoom of each row where rows of one layer differ (labels of several levels); empty where they do not. */
  rowMinZooms: Uint8Array;
  /** west, north, east, south of each row. */
  rowBoxes: Int32Array;
  /** Polygons and lines as signed arcs (a line is a polygon of one open ring); empty for points. */
  arcs: Uint32Array;
  rings: Uint32Array;
  polygons: Uint32Array;
  rows: Uint32Array;
  /** Of polygons: box of each ring; 1 where a ring has no neighbour (it may go when it is smaller than a pixel). */
  ringBoxes: Int32Array;
  lonely: Uint8Array;
  /** Largest shell of each row. */
  mainRings: Uint32Array;
  /** Is a row drawn however small it is? Admin units are: a choropleth may lose none. */
  keepsTiny: boolean;
}

export interface SliceOptions {
  maxZoom: number;
  /** What a tile holds beyond its sides, in tile units. */
  buffer: number;
  /** Least area of an island in squares of a tile unit, before the deepest zoom. */
  leastIsland: number;
  /** 2 where the country is laid out across the antimeridian, else 1: how many worlds side by side. */
  worlds: number;
}

/** A square of tiles that is cut in one go; blocks at zoom `blockZoom`. */
export interface Block {
  zoom: number;
  blockZoom: number;
  x: number;
  y: number;
}

/** Tiles a side of a block. 16: large enough that few shapes lie in two, small enough to share out among threads. */
export const BLOCK_BITS = 4;

export interface RawTile {
  x: number;
  y: number;
  bytes: Uint8Array;
}

/** At the deepest zoom islands of a square of one tile unit are drawn; smaller ones only where they are all that a unit has. */
const LEAST_ISLAND_DEEPEST = 1;

export class Slicer {
  readonly #layers: TileLayer[];
  readonly #options: SliceOptions;
  readonly #records = new Records();
  readonly #encoder: TileEncoder;
  readonly #clipper = new Clipper();
  readonly #lines: LineCutter;
  readonly #unit = new Shape(1 << 12);
  readonly #polygon = new Shape(1 << 12);
  readonly #square = new Shape(4);
  readonly #halves: Shape[] = [];
  readonly #seen = new VertexStamps();
  /** The block in hand: its first tile and how many it has. */
  #x0 = 0;
  #y0 = 0;
  #width = 0;
  #height = 0;
  #zoom = 0;
  #layer = 0;
  #row = 0;

  constructor(layers: TileLayer[], values: ValueTable, options: SliceOptions) {
    this.#layers = layers;
    this.#options = options;
    this.#encoder = new TileEncoder(layers, values);
    this.#lines = new LineCutter(options.buffer, (shape, ring, tx, ty) => this.#record(shape, ring, tx, ty));
  }

  /** The tiles of a block that hold anything, not compressed. */
  cut(block: Block, arcs: ZoomArcs): RawTile[] {
    const span = 2 ** (block.zoom - block.blockZoom);
    this.#zoom = block.zoom;
    this.#x0 = block.x * span;
    this.#y0 = block.y * span;
    // A block that is the whole world holds the second world too, so that no tile is made twice.
    this.#width = block.blockZoom === 0 ? span * this.#options.worlds : span;
    this.#height = span;
    this.#records.clear();
    const reach = this.#reach();
    this.#layers.forEach((layer, index) => {
      if (block.zoom < layer.minZoom || block.zoom > layer.maxZoom) return;
      this.#layer = index;
      const { rowBoxes } = layer;
      for (let row = 0; row < layer.tagOffsets.length - 1; row++) {
        if (layer.rowMinZooms.length > 0 && layer.rowMinZooms[row]! > block.zoom) continue;
        if (rowBoxes[4 * row]! > reach.maxX || rowBoxes[4 * row + 2]! < reach.minX) continue;
        if (rowBoxes[4 * row + 1]! > reach.maxY || rowBoxes[4 * row + 3]! < reach.minY) continue;
        this.#row = row;
        if (layer.geometry === 'polygon') this.#cutUnit(layer, arcs, reach);
        else if (layer.geometry === 'line') this.#cutLines(layer, arcs);
        else this.#placePoint(layer);
      }
    });
    return this.#assemble();
  }

  /** The block with its buffer and a pixel for rounding, in steps of the grid. */
  #reach(): Rect {
    const step = 2 ** (this.#options.maxZoom - this.#zoom);
    const margin = this.#options.buffer + 2;
    return {
      minX: (this.#x0 * EXTENT - margin) * step,
      minY: (this.#y0 * EXTENT - margin) * step,
      maxX: ((this.#x0 + this.#width) * EXTENT + margin) * step,
      maxY: ((this.#y0 + this.#height) * EXTENT + margin) * step,
    };
  }

  #cutUnit(layer: TileLayer, arcs: ZoomArcs, reach: Rect): void {
    const { polygons, rows, rowBoxes, ringBoxes, lonely, mainRings } = layer;
    const row = this.#row;
    const main = mainRings[row]!;
    const pixel = 2 ** (this.#options.maxZoom - this.#zoom);
    const leastIsland = this.#leastIsland();
    const minArea = leastIsland * pixel * pixel;
    // Units that reach far beyond the block are put together only around it.
    const isLarge =
      rowBoxes[4 * row + 2]! - rowBoxes[4 * row]! > (reach.maxX - reach.minX) / 2 ||
      rowBoxes[4 * row + 3]! - rowBoxes[4 * row + 1]! > (reach.maxY - reach.minY) / 2;
    if (!layer.keepsTiny && (ringBoxes[4 * main + 2]! - ringBoxes[4 * main]!) * (ringBoxes[4 * main + 3]! - ringBoxes[4 * main + 1]!) < minArea) return;
    const unit = this.#unit;
    unit.clear();
    /** Index of each shell among the rings of `unit`, and which ring of the layer it is. */
    const shells: number[] = [];
    const sources: number[] = [];
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
      const shell = polygons[polygon]!;
      for (let ring = shell; ring < polygons[polygon + 1]!; ring++) {
        const box = 4 * ring;
        const [west, north, east, south] = [ringBoxes[box]!, ringBoxes[box + 1]!, ringBoxes[box + 2]!, ringBoxes[box + 3]!];
        const isTiny = lonely[ring] === 1 && ring !== main && (east - west) * (south - north) < minArea;
        const isAway = isLarge && (west > reach.maxX || east < reach.minX || north > reach.maxY || south < reach.minY);
        if (isTiny || isAway) {
          if (ring === shell) break;
          continue;
        }
        this.#assembleRing(layer, arcs, ring);
        if (unit.length - unit.openStart < 3) {
          unit.dropOpen();
          if (ring === shell) break;
          continue;
        }
        unit.endRing();
        if (ring === shell) {
          shells.push(unit.ends.length - 1);
          sources.push(ring);
        }
      }
    }
    if (unit.ends.length > 0 && !this.#seen.hasRepeats(unit) && isUpright(unit, shells)) {
      for (let i = 0; i < shells.length; i++) {
        if ((layer.keepsTiny ? lonely[sources[i]!] === 1 && sources[i] !== main : true) && unit.area2(shells[i]!) < 2 * leastIsland) continue;
        this.#polygon.clear();
        for (let ring = shells[i]!; ring < (shells[i + 1] ?? unit.ends.length); ring++) this.#polygon.copyRing(unit, ring);
        this.#tile(this.#polygon);
      }
      return;
    }
    const mended = unit.ends.length > 0 ? mend(unit) : [];
    if (mended.length === 0 && !isLarge && layer.keepsTiny) this.#tile(this.#least(layer));
    if (mended.length === 0) return;
    // All parts at once: they may touch, and rounding where a tile's side cuts them could lay one upon the other.
    const parts = toShape(mended.flat());
    parts.isMany = mended.length > 1;
    this.#tile(parts);
  }

  /** A unit too small for this zoom: the square of one tile unit where it lies. No unit is ever lost. */
  #least({ rowBoxes }: TileLayer): Shape {
    const shift = this.#options.maxZoom - this.#zoom;
    const row = this.#row;
    const x = Math.floor((rowBoxes[4 * row]! + rowBoxes[4 * row + 2]!) / 2 / 2 ** shift);
    const y = Math.floor((rowBoxes[4 * row + 1]! + rowBoxes[4 * row + 3]!) / 2 / 2 ** shift);
    const square = this.#polygon;
    square.clear();
    square.add(x, y);
    square.add(x + 1, y);
    square.add(x + 1, y + 1);
    square.add(x, y + 1);
    square.endRing();
    return square;
  }

  /** The vertices of one ring, as its arcs have them at this zoom. Arcs keep their unit on the left with y to the north, so it is on the right here: backwards. */
  #assembleRing(layer: TileLayer, { x, y, offsets }: ZoomArcs, ring: number): void {
    const unit = this.#unit;
    const start = unit.openStart;
    for (let i = layer.rings[ring + 1]! - 1; i >= layer.rings[ring]!; i--) {
      const arc = layer.arcs[i]! >>> 1;
      const first = offsets[arc]!;
      const last = offsets[arc + 1]! - 1;
      unit.reserve(last - first + 1);
      // The last vertex of each arc is the first of the next one.
      const { x: outX, y: outY } = unit;
      let length = unit.length;
      if (layer.arcs[i]! & 1) {
        for (let v = first; v < last; v++) {
          outX[length] = x[v]!;
          outY[length++] = y[v]!;
        }
      } else {
        for (let v = last; v > first; v--) {
          outX[length] = x[v]!;
          outY[length++] = y[v]!;
        }
      }
      unit.length = length;
    }
    if (unit.length - start === 1) unit.length = start;
  }

  #leastIsland(): number {
    return this.#zoom === this.#options.maxZoom ? LEAST_ISLAND_DEEPEST : this.#options.leastIsland;
  }

  #cutLines(layer: TileLayer, arcs: ZoomArcs): void {
    const pixel = 2 ** (this.#options.maxZoom - this.#zoom);
    const minArea = this.#leastIsland() * pixel * pixel;
    for (let polygon = layer.rows[this.#row]!; polygon < layer.rows[this.#row + 1]!; polygon++) {
      const ring = layer.polygons[polygon]!;
      const [west, north, east, south] = layer.ringBoxes.subarray(4 * ring, 4 * ring + 4) as unknown as [number, number, number, number];
      // The shore of an island that is left out.
      if ((east - west) * (south - north) < minArea && isClosed(arcs, layer.arcs, layer.rings[ring]!, layer.rings[ring + 1]!)) continue;
      this.#lines.start();
      for (let i = layer.rings[ring]!; i < layer.rings[ring + 1]!; i++) this.#lines.addArc(arcs, layer.arcs[i]!);
      this.#lines.cut(this.#x0, this.#y0, this.#x0 + this.#width - 1, this.#y0 + this.#height - 1);
    }
  }

  #placePoint({ rowBoxes }: TileLayer): void {
    const shift = this.#options.maxZoom - this.#zoom;
    const point = this.#polygon;
    point.clear();
    point.add(rowBoxes[4 * this.#row]! >> shift, rowBoxes[4 * this.#row + 1]! >> shift);
    point.endRing();
    const tx = point.x[0]! >> EXTENT_BITS;
    const ty = point.y[0]! >> EXTENT_BITS;
    if (tx >= this.#x0 && tx < this.#x0 + this.#width && ty >= this.#y0 && ty < this.#y0 + this.#height) this.#record(point, 0, tx, ty);
  }

  /** Gives a valid polygon to all tiles of the block that it touches. */
  #tile(polygon: Shape): void {
    this.#recurse(polygon, this.#x0, this.#y0, this.#x0 + this.#width - 1, this.#y0 + this.#height - 1, 0);
  }

  #recurse(polygon: Shape, tx0: number, ty0: number, tx1: number, ty1: number, depth: number): void {
    const { buffer } = this.#options;
    const { x, y } = polygon;
    const length = polygon.isMany ? polygon.length : polygon.ends[0]!;
    let minX = x[0]!;
    let maxX = minX;
    let minY = y[0]!;
    let maxY = minY;
    for (let i = 1; i < length; i++) {
      const a = x[i]!;
      const b = y[i]!;
      if (a < minX) minX = a;
      else if (a > maxX) maxX = a;
      if (b < minY) minY = b;
      else if (b > maxY) maxY = b;
    }
    tx0 = Math.max(tx0, Math.ceil((minX - buffer + 1) / EXTENT) - 1);
    ty0 = Math.max(ty0, Math.ceil((minY - buffer + 1) / EXTENT) - 1);
    tx1 = Math.min(tx1, Math.floor((maxX + buffer - 1) / EXTENT));
    ty1 = Math.min(ty1, Math.floor((maxY + buffer - 1) / EXTENT));
    if (tx0 > tx1 || ty0 > ty1) return;
    if ((tx1 - tx0 + 1) * (ty1 - ty0 + 1) <= 4) {
      for (let ty = ty0; ty <= ty1; ty++) for (let tx = tx0; tx <= tx1; tx++) this.#clipToTile(polygon, tx, ty);
      return;
    }
    if (polygon.length < 128 && this.#fill(polygon, tx0, ty0, tx1, ty1)) return;
    const half = (this.#halves[depth] ??= new Shape());
    if (tx1 - tx0 >= ty1 - ty0) {
      const middle = (tx0 + tx1) >> 1;
      trim(polygon, true, 1, (middle + 1) * EXTENT + buffer, half);
      if (half.ends.length > 0) this.#recurse(half, tx0, ty0, middle, ty1, depth + 1);
      trim(polygon, true, -1, (middle + 1) * EXTENT - buffer, half);
      if (half.ends.length > 0) this.#recurse(half, middle + 1, ty0, tx1, ty1, depth + 1);
    } else {
      const middle = (ty0 + ty1) >> 1;
      trim(polygon, false, 1, (middle + 1) * EXTENT + buffer, half);
      if (half.ends.length > 0) this.#recurse(half, tx0, ty0, tx1, middle, depth + 1);
      trim(polygon, false, -1, (middle + 1) * EXTENT - buffer, half);
      if (half.ends.length > 0) this.#recurse(half, tx0, middle + 1, tx1, ty1, depth + 1);
    }
  }

  /** Where no edge comes near the tiles they are all full or all empty. True where that settled it. */
  #fill(polygon: Shape, tx0: number, ty0: number, tx1: number, ty1: number): boolean {
    const { buffer } = this.#options;
    const rect = { minX: tx0 * EXTENT - buffer, minY: ty0 * EXTENT - buffer, maxX: (tx1 + 1) * EXTENT + buffer, maxY: (ty1 + 1) * EXTENT + buffer };
    let inside = false;
    for (let ring = 0; ring < polygon.ends.length; ring++) {
      const start = polygon.ringStart(ring);
      const end = polygon.ends[ring]!;
      for (let i = start, j = end - 1; i < end; j = i++) if (mayTouch(polygon.x[j]!, polygon.y[j]!, polygon.x[i]!, polygon.y[i]!, rect)) return false;
      if (isInside(polygon.x, polygon.y, start, end, rect.minX + 0.5, rect.minY + 0.5)) inside = !inside;
    }
    if (inside) for (let ty = ty0; ty <= ty1; ty++) for (let tx = tx0; tx <= tx1; tx++) this.#recordFull(tx, ty);
    return true;
  }

  #recordFull(tx: number, ty: number): void {
    const { buffer } = this.#options;
    const [west, north, east, south] = [tx * EXTENT - buffer, ty * EXTENT - buffer, (tx + 1) * EXTENT + buffer, (ty + 1) * EXTENT + buffer];
    const square = this.#square;
    square.clear();
    square.add(west, north);
    square.add(east, north);
    square.add(east, south);
    square.add(west, south);
    square.endRing();
    this.#record(square, 0, tx, ty);
  }

  #clipToTile(polygon: Shape, tx: number, ty: number): void {
    const { buffer } = this.#options;
    const rect = { minX: tx * EXTENT - buffer, minY: ty * EXTENT - buffer, maxX: (tx + 1) * EXTENT + buffer, maxY: (ty + 1) * EXTENT + buffer };
    this.#clipper.clip(polygon, rect, (part) => {
      for (let ring = 0; ring < part.ends.length; ring++) this.#record(part, ring, tx, ty);
    });
  }

  #record(shape: Shape, ring: number, tx: number, ty: number): void {
    const wrapped = this.#options.worlds > 1 ? tx & (2 ** this.#zoom - 1) : tx;
    // Where the block is the whole world, tiles of the second world are those of the first.
    const column = this.#height === 2 ** this.#zoom ? wrapped : tx - this.#x0;
    const tile = (ty - this.#y0) * this.#height + column;
    this.#records.add(tile, this.#layer, this.#row, shape.x, shape.y, shape.ringStart(ring), shape.ends[ring]!, tx * EXTENT, ty * EXTENT);
  }

  #assemble(): RawTile[] {
    const { tile, count } = this.#records;
    const side = this.#height;
    const offsets = new Int32Array(side * side + 1);
    for (let i = 0; i < count; i++) offsets[tile[i]! + 1]!++;
    for (let i = 0; i < side * side; i++) offsets[i + 1]! += offsets[i]!;
    const order = new Int32Array(count);
    const next = offsets.slice();
    for (let i = 0; i < count; i++) order[next[tile[i]!]!++] = i;
    const tiles: RawTile[] = [];
    for (let i = 0; i < side * side; i++) {
      if (offsets[i] === offsets[i + 1]) continue;
      const bytes = this.#encoder.encode(this.#records, order, offsets[i]!, offsets[i + 1]!);
      tiles.push({ x: (this.#x0 + (i % side)) & (2 ** this.#zoom - 1), y: this.#y0 + Math.floor(i / side), bytes });
    }
    return tiles;
  }
}

/** Is this line one arc that ends where it began? */
function isClosed({ x, y, offsets }: ZoomArcs, arcs: Uint32Array, first: number, end: number): boolean {
  const from = offsets[arcs[first]! >>> 1]!;
  const to = offsets[(arcs[first]! >>> 1) + 1]! - 1;
  return end - first === 1 && x[from] === x[to] && y[from] === y[to];
}

/** Shells turn one way and holes the other, as they did before snapping. */
function isUpright(unit: Shape, shells: number[]): boolean {
  let next = 0;
  for (let ring = 0; ring < unit.ends.length; ring++) {
    const isShell = shells[next] === ring;
    if (isShell) next++;
    if (unit.area2(ring) > 0 !== isShell) return false;
  }
  return true;
}
