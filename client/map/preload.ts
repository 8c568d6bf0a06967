/** Sends for the code of the live map before anything needs it. */
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

/**
 * A failure is not one yet: the stage asks again, and says so if it fails then.
 * @param first answers that the first picture waits for: browsers open few connections, so the worker queues behind them
 */
export function preloadMap(first: object): void {
  void import('./controller.ts').catch(() => undefined);
  // The worker is asked for by its address only once the map's code runs; by then it is in the browser's cache.
  void Promise.allSettled(Object.values(first)).then(() => fetch(workerUrl).catch(() => undefined));
}
