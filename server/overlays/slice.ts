/** Places above the boundaries as vector tiles: what a browser need not hold whole. geojson-vt slices, vt-pbf encodes; made when a tile is asked for. */
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeoJSONVT from 'geojson-vt';
import type { Geometry } from 'geojson';

/** A place with what a click or a filter needs to know of it. */
export interface Place {
  geometry: Geometry;
  properties: Record<string, string | number>;
}

export interface Overlay {
  /** Numbers that it holds in memory, about: two for each vertex. */
  size: number;
  /** The tile with one layer, or null where nothing lies. @throws RangeError outside the zooms, or where no such tile is */
  tile(z: number, x: number, y: number): Uint8Array<ArrayBuffer> | null;
}

/** Here one step of a tile is 4 cm at the equator, less than any sliver is drawn wide. */
export const OVERLAY_ZOOM = 18;
const EXTENT = 4096;
/** Tiles that are kept sliced, so that those below are cut from them; a reader sees some hundred, and who asks for all must not fill the memory. */
const KEPT_TILES = 2000;

/** Slices places into a layer of this name. */
export const sliceOverlay = (layer: string, places: readonly Place[]): Overlay => sliceOverlays({ [layer]: places });

/** The same with several layers in each tile, by their names. */
export function sliceOverlays(layers: Readonly<Record<string, readonly Place[]>>): Overlay {
  const all = Object.entries(layers).map(([name, places]) => ({ name, ...openLayer(places) }));
  return {
    size: all.reduce((sum, { size }) => sum + size, 0),
    tile(z, x, y) {
      if (!(z >= 0 && z <= OVERLAY_ZOOM)) throw new RangeError(`zoom levels are 0 to ${OVERLAY_ZOOM}`);
      const side = 2 ** z;
      if (!(x >= 0 && y >= 0 && x < side && y < side)) throw new RangeError('no such tile at this zoom');
      const tiles = all.flatMap((layer) => {
        const own = layer.tile(z, x, y);
        return own && own.features.length > 0 ? [[layer.name, own] as const] : [];
      });
      if (tiles.length === 0) return null;
      return new Uint8Array(fromGeojsonVt(Object.fromEntries(tiles) as never, { version: 2, extent: EXTENT }));
    },
  };
}

function openLayer(places: readonly Place[]) {
  const features = places.map(({ geometry, properties }) => ({ type: 'Feature' as const, geometry, properties }));
  const open = () =>
    new GeoJSONVT(
      { type: 'FeatureCollection', features },
      // Points are never thinned out. The tolerance is one step of the tile, the buffer as wide as a dot.
      { maxZoom: OVERLAY_ZOOM, indexMaxZoom: 4, indexMaxPoints: 20_000, tolerance: 1, extent: EXTENT, buffer: 128 },
    );
  let index = open();
  return {
    size: features.reduce((sum, { geometry }) => sum + numbersOf(geometry), 0),
    tile(z: number, x: number, y: number) {
      if (index.tileCoords.length > KEPT_TILES) index = open();
      return index.getTile(z, x, y);
    },
  };
}

function numbersOf(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.reduce((sum, each) => sum + numbersOf(each), 0);
  return (geometry.coordinates as unknown[]).flat(Infinity).length;
}
