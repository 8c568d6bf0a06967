/** Sends for the code of the live map before anything needs it. A failure is not one yet: the stage asks again, and says so if it fails then. */
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

/** With the first data: the line is idle then. */
export function preloadMap(): void {
  void import('./controller.ts').catch(() => undefined);
}

/** After the first tiles: on a slow line the picture comes before the worker, which the map's code would ask for only once it runs. */
export function preloadWorker(): void {
  void fetch(workerUrl).catch(() => undefined);
}
