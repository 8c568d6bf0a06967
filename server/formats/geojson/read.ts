/**
 * GeoJSON (RFC 7946, and the 2008 form with `crs`), newline-delimited GeoJSON and GeoJSON text sequences (RFC 8142) → RawLayer.
 * Coordinates go from bytes straight into typed arrays; no feature is ever an object, so a country of two gigabytes needs one window.
 */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { InputError, TooLargeError } from '../../errors.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import { GeometryWriter, type GeometryKind } from '../builder.ts';
import { CutNotes, isAboutAll, toCrs } from './collection.ts';
import { PropertyColumns } from './columns.ts';
import { JsonReader } from './json.ts';
import { readPositions } from './positions.ts';
import type { RawLayer, UploadFile } from '../raw.ts';

export interface GeoJsonOptions {
  /** Bytes held at a time; small values are for tests. */
  windowBytes?: number;
  /** Stated limit of positions in one file. */
  maxVertices?: number;
  /** Bytes read so far, of all; called about once for each megabyte. */
  onProgress?: (done: number, total: number) => void;
}

/** 100 million positions are 1.6 GB of coordinates; the largest country known (IDN adm4) has 9 million. */
const MAX_VERTICES = 100_000_000;
/** Geometry collections within geometry collections. */
const MAX_COLLECTIONS = 16;

const GEOMETRY_TYPES: Record<string, { kind: GeometryKind; depth: number }> = {
  Point: { kind: GEOMETRY_KIND.point, depth: 1 },
  MultiPoint: { kind: GEOMETRY_KIND.point, depth: 2 },
  LineString: { kind: GEOMETRY_KIND.line, depth: 2 },
  MultiLineString: { kind: GEOMETRY_KIND.line, depth: 3 },
  Polygon: { kind: GEOMETRY_KIND.polygon, depth: 3 },
  MultiPolygon: { kind: GEOMETRY_KIND.polygon, depth: 4 },
};
/** What coordinates of a depth are where their type says nothing or something impossible. */
const KIND_OF_DEPTH: GeometryKind[] = [GEOMETRY_KIND.none, GEOMETRY_KIND.point, GEOMETRY_KIND.line, GEOMETRY_KIND.polygon, GEOMETRY_KIND.polygon];

/** Reads the whole file; throws InputError with the byte position where the bytes are not GeoJSON. */
export function readGeoJson(file: UploadFile, options: GeoJsonOptions = {}): RawLayer {
  return new GeoJsonParser(file, options).parse();
}

/** What the members of one object said, whatever their order. */
interface Members {
  type: string | null;
  hasFeatures: boolean;
  hasGeometry: boolean;
  hasProperties: boolean;
  coordinates: Coordinates | null;
  /** Kinds met in `geometries`. */
  collection: Set<GeometryKind> | null;
}

interface Coordinates {
  /** 1 position, 2 list of positions, 3 rings, 4 polygons, 0 none. */
  depth: number;
  firstPolygon: number;
}

class GeoJsonParser {
  readonly #file: UploadFile;
  readonly #reader: JsonReader;
  readonly #columns = new PropertyColumns();
  readonly #geometry: GeometryWriter;
  readonly #options: GeoJsonOptions;
  readonly #maxVertices: number;
  #row = 0;
  #kind: GeometryKind = GEOMETRY_KIND.none;
  #hasZ = false;
  #layer: string | null = null;
  #crs: string | null = null;
  readonly #cut = new CutNotes();
  #reported = 0;
  readonly #notes = { depth: [] as number[], 'ring-open': [] as number[], 'ring-empty': [] as number[] };

  constructor(file: UploadFile, options: GeoJsonOptions) {
    this.#file = file;
    this.#options = options;
    this.#reader = new JsonReader(file.source, file.name, 'geojson', options.windowBytes);
    this.#maxVertices = options.maxVertices ?? MAX_VERTICES;
    // Some 40 bytes a position in real files. A row is bounded by the bytes that tell it.
    this.#geometry = new GeometryWriter(file.name, { rows: Infinity, vertices: this.#maxVertices }, Math.max(256, Math.ceil(file.source.size / 36)));
  }

  parse(): RawLayer {
    const reader = this.#reader;
    let objects = 0;
    for (;;) {
      const byte = reader.peek();
      if (byte === -1) break;
      // RFC 8142 puts a record separator before each text.
      if (byte === 0x1e) {
        reader.position++;
        continue;
      }
      if (byte !== 123) reader.fail('a GeoJSON object was expected');
      this.#topLevel();
      objects++;
    }
    if (objects === 0) throw new InputError('geojson.empty', `${this.#file.name} is empty. Export it again.`);
    const { name } = this.#file;
    return {
      file: name,
      layer: this.#layer ?? stem(name),
      format: 'geojson',
      rows: this.#row,
      columns: this.#columns.finish(this.#row),
      geometry: this.#geometry.finish(),
      crs: this.#crs,
      hasZ: this.#hasZ,
      encoding: { name: 'utf-8', from: 'format' },
      findings: this.#findings(),
    };
  }

  /** FeatureCollection, Feature or geometry that stands alone. */
  #topLevel(): void {
    const members = this.#object(0, true);
    const { type } = members;
    if (type === 'FeatureCollection' || (members.hasFeatures && type !== 'Feature')) return;
    if (type === 'Feature' || members.hasGeometry || members.hasProperties) this.#endRow();
    else if (type !== null && (type in GEOMETRY_TYPES || type === 'GeometryCollection')) {
      this.#kind = this.#endGeometry(members);
      this.#endRow();
    } else {
      const what =
        type === 'Topology'
          ? 'it is TopoJSON; give it the ending .topojson'
          : 'its outermost object is not a FeatureCollection, Feature or geometry; export the layer as GeoJSON';
      throw new InputError('geojson.not-features', `${this.#file.name} is JSON but has no features: ${what}.`);
    }
  }

  #feature(): void {
    this.#object(0, false);
    this.#endRow();
  }

  #endRow(): void {
    this.#geometry.endRow(this.#kind);
    this.#kind = GEOMETRY_KIND.none;
    this.#row++;
    const done = this.#reader.bytePosition;
    if (this.#options.onProgress && done - this.#reported >= 1 << 20) {
      this.#reported = done;
      this.#options.onProgress(done, this.#reader.size);
    }
  }

  /** One object with all its members. Features, attributes and coordinates are stored as they are met; the rest comes back. */
  #object(collections: number, top: boolean): Members {
    const reader = this.#reader;
    const members: Members = { type: null, hasFeatures: false, hasGeometry: false, hasProperties: false, coordinates: null, collection: null };
    reader.expect(123, 'an object');
    if (reader.peek() === 125) {
      reader.position++;
      return members;
    }
    do {
      const key = reader.string('a member name');
      reader.expect(58, 'a colon');
      this.#member(key, members, collections, top);
    } while (reader.more(125, 'an object'));
    return members;
  }

  #member(key: string, members: Members, collections: number, top: boolean): void {
    const reader = this.#reader;
    if (key === 'type' && reader.peek() === 34) members.type = reader.string('a type');
    else if (key === 'features' && top && reader.peek() === 91) {
      members.hasFeatures = true;
      this.#list('the features', () => this.#feature());
    } else if (key === 'geometry') {
      members.hasGeometry = true;
      this.#geometry.dropRow();
      this.#kind = this.#readGeometry(0);
    } else if (key === 'properties' && top && (members.hasFeatures || members.type === 'FeatureCollection')) this.#cut.readAll(reader.value());
    else if (key === 'properties') {
      members.hasProperties = true;
      this.#columns.read(reader, this.#row);
    } else if (key === 'coordinates') members.coordinates = this.#coordinates();
    else if (key === 'geometries' && reader.peek() === 91) {
      if (collections >= MAX_COLLECTIONS) reader.fail(`more than ${MAX_COLLECTIONS} geometry collections are nested in each other`);
      const kinds = new Set<GeometryKind>();
      members.collection = kinds;
      this.#list('the geometries', () => kinds.add(this.#readGeometry(collections + 1)));
    } else if (key === 'id' && collections === 0 && reader.peek() !== 123 && reader.peek() !== 91) {
      // Kept like an attribute, because some exports have the P-code nowhere else. An attribute of that name goes first.
      this.#columns.setIfAbsent('id', this.#row, reader.value());
    } else if (key === 'name' && top && reader.peek() === 34) this.#layer = reader.string('a name');
    else if (key === 'crs' && top) this.#crs = toCrs(reader.value());
    else if (top && isAboutAll(key)) this.#cut.read(key, reader.value());
    else reader.skip();
  }

  #list(what: string, element: () => void): void {
    const reader = this.#reader;
    reader.expect(91, what);
    if (reader.peek() === 93) {
      reader.position++;
      return;
    }
    do element();
    while (reader.more(93, what));
  }

  /** Reads one geometry object or null into the present row; answers its kind. */
  #readGeometry(collections: number): GeometryKind {
    if (this.#reader.peek() !== 123) {
      this.#reader.skip();
      return GEOMETRY_KIND.none;
    }
    return this.#endGeometry(this.#object(collections, false));
  }

  /** Decides what the coordinates are, once the type is known, and gives them the nesting of their kind. */
  #endGeometry({ type, coordinates, collection }: Members): GeometryKind {
    if (collection) {
      collection.delete(GEOMETRY_KIND.none);
      const [kind, ...others] = collection;
      if (kind === undefined) return GEOMETRY_KIND.none;
      if (others.length === 0) return kind;
      this.#geometry.dropRow();
      return GEOMETRY_KIND.other;
    }
    if (!coordinates || coordinates.depth === 0) return GEOMETRY_KIND.none;
    const { depth, firstPolygon } = coordinates;
    const declared = type === null ? undefined : GEOMETRY_TYPES[type];
    if (!declared || declared.depth !== depth) this.#notes.depth.push(this.#row + 1);
    const kind = declared && declared.depth === depth ? declared.kind : KIND_OF_DEPTH[depth]!;
    if (kind === GEOMETRY_KIND.polygon) this.#closeRings(firstPolygon);
    else if (kind === GEOMETRY_KIND.line && depth === 3) this.#separate(firstPolygon, false);
    else if (kind === GEOMETRY_KIND.point && depth === 2) this.#separate(firstPolygon, true);
    return kind;
  }

  /** `coordinates` of any depth, stored as polygons of rings. */
  #coordinates(): Coordinates {
    const geometry = this.#geometry;
    const firstPolygon = geometry.polygons.length - 1;
    if (this.#reader.peek() !== 91) {
      this.#reader.skip();
      return { depth: 0, firstPolygon };
    }
    const depth = this.#nested(1, false);
    if (depth === 1) geometry.endRing(false);
    if (depth === 1 || depth === 2) geometry.endPolygon();
    if (geometry.vertices > this.#maxVertices)
      throw new TooLargeError(
        'geojson.too-large',
        `${this.#file.name} has more than ${this.#maxVertices} positions, the limit for one file. Split it by admin level or by region.`,
      );
    return { depth, firstPolygon };
  }

  /** One bracketed value, whose `[` may have been taken already. Answers its depth: 1 a position, 2 positions, 3 rings, 4 polygons, 0 empty. */
  #nested(level: number, opened: boolean): number {
    const reader = this.#reader;
    const geometry = this.#geometry;
    if (!opened) reader.expect(91, 'a list of coordinates');
    const first = reader.peek();
    if (first === 93) {
      reader.position++;
      if (level > 1) this.#notes['ring-empty'].push(this.#row + 1);
      return 0;
    }
    if (first !== 91) {
      if (readPositions(reader, geometry, false)) this.#hasZ = true;
      return 1;
    }
    if (level > 3) reader.fail('coordinates are nested more than four deep');
    reader.position++;
    const second = reader.peek();
    if (second !== 91 && second !== 93) {
      if (readPositions(reader, geometry, true)) this.#hasZ = true;
      geometry.endRing(false);
      return 2;
    }
    let depth = 0;
    let childOpened = true;
    do {
      const child = this.#nested(level + 1, childOpened);
      childOpened = false;
      if (child === 0) continue;
      if (child === 1 || (depth !== 0 && depth !== child)) reader.fail('coordinates of the same depth as before');
      depth = child;
    } while (reader.more(93, 'the coordinates'));
    if (depth === 2) geometry.endPolygon();
    return depth === 0 ? 0 : depth + 1;
  }

  /** RFC 7946 §3.1.6: the first and last positions of a ring are the same. Where they are not, the first is repeated. */
  #closeRings(firstPolygon: number): void {
    const geometry = this.#geometry;
    const { rings, polygons } = geometry;
    const firstRing = polygons.array[firstPolygon]!;
    const open: number[] = [];
    for (let ring = firstRing; ring < rings.length - 1; ring++) {
      const first = 2 * rings.array[ring]!;
      const last = 2 * rings.array[ring + 1]! - 2;
      if (geometry.coords[first] !== geometry.coords[last] || geometry.coords[first + 1] !== geometry.coords[last + 1]) open.push(ring);
    }
    if (open.length === 0) return;
    for (let i = open.length; i > 0; i--) this.#notes['ring-open'].push(this.#row + 1);
    while (2 * (geometry.vertices + open.length) > geometry.coords.length) geometry.grow();
    // From the back, so that nothing is overwritten before it has moved; `shift` rings before this one are open too.
    let shift = open.length;
    const { coords } = geometry;
    for (let ring = rings.length - 2; ring >= firstRing && shift > 0; ring--) {
      const start = rings.array[ring]!;
      const end = rings.array[ring + 1]!;
      rings.array[ring + 1] = end + shift;
      const isOpen = open[shift - 1] === ring;
      if (isOpen) {
        coords[2 * (end + shift - 1)] = coords[2 * start]!;
        coords[2 * (end + shift - 1) + 1] = coords[2 * start + 1]!;
        shift--;
      }
      coords.copyWithin(2 * (start + shift), 2 * start, 2 * end);
    }
    geometry.vertices += open.length;
  }

  /** Gives each line of a multi-line, or each vertex of a multi-point, its own polygon, as GeometryColumn wants it. */
  #separate(firstPolygon: number, eachVertex: boolean): void {
    const { rings, polygons, vertices } = this.#geometry;
    const firstRing = polygons.array[firstPolygon]!;
    if (eachVertex) {
      const start = rings.array[firstRing]!;
      rings.length = firstRing + 1;
      for (let vertex = start + 1; vertex <= vertices; vertex++) rings.push(vertex);
    }
    polygons.length = firstPolygon + 1;
    for (let ring = firstRing + 1; ring < rings.length; ring++) polygons.push(ring);
  }

  #findings() {
    const notes = this.#noteFindings();
    const cut = this.#cut.finding(this.#file.name, this.#row);
    return cut ? [cut, ...notes] : notes;
  }

  #noteFindings() {
    return (Object.entries(this.#notes) as ['depth' | 'ring-open' | 'ring-empty', number[]][])
      .filter(([, rows]) => rows.length > 0)
      .map(([note, rows]) => {
        const code = `geojson.${note}` as const;
        const item = (row: number): ItemDraft => ({ id: `${code}:${row}`, pcodes: [], rows: [row], clause: clause('reading.feature', { row }) });
        return makeFinding(code, note === 'depth' ? 'warning' : 'info', null, [...new Set(rows)].map(item), {}, rows.length);
      });
  }
}

function stem(name: string): string {
  return name
    .replace(/^.*[/\\]/, '')
    .replace(/(\.gz)?$/i, '')
    .replace(/\.[^.]*$/, '');
}
