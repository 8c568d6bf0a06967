/** The live map of an archive on the reader's machine. Its tiles come through MapLibre's door for protocols, by the `pmtiles` package. */
import { Map as MapLibre, addProtocol, removeProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Protocol } from 'pmtiles';
import { fitCamera } from '../camera.ts';
import { flat, keepNorth } from '../controller.ts';
import type { Archive } from './open.ts';
import { archiveStyle, type ArchiveLook } from './style.ts';

export { hasWebGl } from '../controller.ts';

const PROTOCOL = 'pmtiles';
const ROOM = { top: 16, right: 16, bottom: 16, left: 16 };

export interface ArchiveEvents {
  /** Everything in view is drawn, for the first time. */
  ready: () => void;
  /** A tile could not be read. */
  error: (error: Error) => void;
}

export type ArchiveMap = ReturnType<typeof mountArchive>;

/** Puts the map into `container`; `destroy` frees it and its tiles. */
export function mountArchive(container: HTMLElement, archive: Archive, first: ArchiveLook, label: string, events: ArchiveEvents) {
  const protocol = new Protocol();
  protocol.add(archive.tiles);
  addProtocol(PROTOCOL, protocol.tile);
  setWorkerUrl(workerUrl);
  const address = `${PROTOCOL}://${archive.tiles.source.getKey()}`;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const whole = () => {
    const { lon, lat, zoom } = fitCamera(archive.box, { width: container.clientWidth, height: container.clientHeight }, ROOM);
    return { center: [lon, lat] as [number, number], zoom: Math.max(zoom, Math.min(archive.minzoom, archive.maxzoom)) };
  };
  const map = new MapLibre({
    container,
    style: archiveStyle(archive, address, first),
    ...whole(),
    ...flat(calm),
    maxZoom: Math.min(22, archive.maxzoom + 4),
    locale: { 'Map.Title': label },
  });
  keepNorth(map);
  map.once('idle', events.ready);
  map.on('error', ({ error }) => events.error(new Error(error.message, { cause: error })));
  const observer = new ResizeObserver(() => map.resize());
  observer.observe(container);
  return {
    show: (look: ArchiveLook) => void map.setStyle(archiveStyle(archive, address, look), { diff: true }),
    zoomBy: (steps: number) => void map.easeTo({ zoom: map.getZoom() + steps, duration: calm ? 0 : 200 }),
    fit: () => void map.easeTo({ ...whole(), duration: calm ? 0 : 300 }),
    setLabel: (text: string) => map.getCanvas().setAttribute('aria-label', text),
    destroy() {
      observer.disconnect();
      map.remove();
      removeProtocol(PROTOCOL);
    },
  };
}
