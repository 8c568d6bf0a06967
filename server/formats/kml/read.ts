/** KML and KMZ → a layer for each folder that holds placemarks. Coordinates are WGS 84 by definition (OGC 12-007r2). */
import type { Folder, Root } from '@tmcw/togeojson';
import { kmlWithFolders } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, Geometry, Position } from 'geojson';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { InputError } from '../../errors.ts';
import { ColumnsBuilder, GeometryWriter } from '../builder.ts';
import type { Limits } from '../limits.ts';
import type { Bundle, ReadContext, Reader, SourceLayer } from '../reader.ts';
import { readBalloon } from './balloon.ts';
import { asText, damaged, decoding, readAll } from '../reader.ts';
import { decodeAsked, findEncoding, findText, toText } from '../text/text.ts';

type Placemark = Feature<Geometry | null>;

export const kmlReader: Reader = {
  format: 'kml',
  accepts: (_bundle, head) => /<kml[\s>]/i.test(new TextDecoder().decode(head)),
  read: (bundle, context) => decoding(bundle.name, 'KML', () => readKml(bundle, context)),
};

function readKml(bundle: Bundle, context: ReadContext): SourceLayer[] {
  const { text, encoding } = toXmlText(bundle.name, readAll(bundle.files[0]!, context.limits.textBytes), context.encoding);
  // Entities can only be declared in a DOCTYPE; KML has no use for one.
  if (/<!DOCTYPE/i.test(text))
    throw new InputError(
      'read.doctype',
      `${bundle.name} contains a DOCTYPE, which no KML needs and which can be used for attacks. Export it again without one.`,
    );
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw damaged(bundle.name, 'KML', message.slice(0, 200));
    },
  });
  // Coordinates may be cut off inside an element that the parser closes by itself.
  const root = kmlWithFolders(parser.parseFromString(text, 'text/xml'));
  const layers = groupByFolder(root, bundle.stem);
  if (!layers.length) throw new InputError('read.empty', `${bundle.name} is a KML file without placemarks. Export it again with its boundary layers.`);
  return layers.map(({ name, placemarks }) => toLayer(bundle.name, name, placemarks, encoding, context.limits));
}

/** The text by its XML declaration, which counts only where the bytes are no UTF-8. */
function toXmlText(what: string, bytes: Uint8Array, asked: string | undefined): { text: string; encoding: SourceLayer['encoding'] } {
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
  if (declared !== undefined && findText(bytes, 'utf-8') === undefined && findEncoding(declared) !== undefined && findEncoding(declared) !== 'utf-8')
    return { text: decodeAsked(what, bytes, declared), encoding: { name: findEncoding(declared)!, from: 'format' } };
  return toText(what, bytes, asked);
}

function groupByFolder(root: Root, stem: string): { name: string; placemarks: Placemark[] }[] {
  const layers: { name: string; placemarks: Placemark[] }[] = [];
  const walk = (node: Root | Folder, name: string) => {
    const placemarks: Placemark[] = [];
    for (const child of node.children) if (child.type === 'Feature') placemarks.push(child);
    if (placemarks.length) layers.push({ name, placemarks });
    for (const child of node.children) if (child.type === 'folder') walk(child, asText(child.meta['name'], name));
  };
  walk(root, stem);
  return layers;
}

function toLayer(file: string, layer: string, placemarks: Placemark[], encoding: SourceLayer['encoding'], limits: Limits): SourceLayer {
  const geometry = new GeometryWriter(file, limits);
  const columns = new ColumnsBuilder(file, limits);
  const state = { hasZ: false };
  placemarks.forEach((placemark, row) => {
    const properties = placemark.properties ?? {};
    for (const [name, value] of Object.entries(properties)) columns.set(row, name, value);
    for (const [name, value] of readBalloon(properties['description'])) if (!Object.hasOwn(properties, name)) columns.set(row, name, value);
    geometry.endRow(addGeometry(placemark.geometry, geometry, state));
  });
  return {
    file,
    layer,
    format: 'kml',
    rows: placemarks.length,
    columns: columns.finish(placemarks.length),
    geometry: geometry.finish(),
    crs: 'implied',
    hasZ: state.hasZ,
    encoding,
    findings: geometry.findings(`${file}, layer ${layer}`),
  };
}

function addGeometry(shape: Geometry | null, into: GeometryWriter, state: { hasZ: boolean }): (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] {
  const positions = (list: Position[], close: boolean) => {
    for (const position of list) {
      if (position.length > 2) state.hasZ = true;
      into.vertex(position[0]!, position[1]!);
    }
    into.endRing(close);
    if (!close) into.endPolygon();
  };
  const polygon = (rings: Position[][]) => {
    for (const ring of rings) positions(ring, true);
    into.endPolygon();
  };
  switch (shape?.type) {
    case undefined:
      return GEOMETRY_KIND.none;
    case 'Point':
      positions([shape.coordinates], false);
      return GEOMETRY_KIND.point;
    case 'MultiPoint':
      for (const point of shape.coordinates) positions([point], false);
      return GEOMETRY_KIND.point;
    case 'LineString':
      positions(shape.coordinates, false);
      return GEOMETRY_KIND.line;
    case 'MultiLineString':
      for (const line of shape.coordinates) positions(line, false);
      return GEOMETRY_KIND.line;
    case 'Polygon':
      polygon(shape.coordinates);
      return GEOMETRY_KIND.polygon;
    case 'MultiPolygon':
      for (const part of shape.coordinates) polygon(part);
      return GEOMETRY_KIND.polygon;
    case 'GeometryCollection': {
      // KML writes a multi-polygon as a MultiGeometry. One kind in it is that kind; a mixture is none.
      const types = new Set(shape.geometries.map((part) => part.type.replace('Multi', '')));
      if (types.size !== 1) return types.size ? GEOMETRY_KIND.other : GEOMETRY_KIND.none;
      let kind: (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] = GEOMETRY_KIND.none;
      for (const part of shape.geometries) kind = addGeometry(part, into, state);
      return kind;
    }
    default:
      return GEOMETRY_KIND.other;
  }
}
