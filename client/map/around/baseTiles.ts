/** The door of MapLibre through which tiles of the base come: ranges of one archive, read by the `pmtiles` package. Loaded only where there is a base. */
import { addProtocol } from 'maplibre-gl';
import { FetchSource, PMTiles, Protocol } from 'pmtiles';
import { BASE_PROTOCOL } from '../layers/base.ts';

/** Once for each page: MapLibre keeps one list of protocols for all maps. */
export function openBaseTiles(href: string): void {
  const protocol = new Protocol();
  const source = new FetchSource(new URL(href, document.baseURI).href);
  protocol.add(new PMTiles({ getKey: () => href, getBytes: (...asked) => source.getBytes(...asked) }));
  addProtocol(BASE_PROTOCOL, (request, abort) => protocol.tile({ ...request, url: request.url.replace(`${BASE_PROTOCOL}://`, 'pmtiles://') }, abort));
}
