/** What the server counts of itself, in the Prometheus text format. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Tiles by answer; the tile path adds to these fields itself, since a function call for each tile is felt. */
  readonly tiles: { ok: number; notModified: number; empty: number; redirected: number; notFound: number; failed: number; bytes: number };
  request(route: string, method: string, status: number, seconds: number): void;
  /** A value read when asked for. */
  gauge(name: string, help: string, read: () => number | Promise<number> | Promise<Record<string, number>>, label?: string): void;
  /** Memory, CPU time, garbage collections and the lag of the event loop of this process, under the names that dashboards know. */
  measureProcess(): void;
  /** @throws what a gauge throws. */
  render(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The counters of one server and of its process, in the text format of Prometheus. Times are in seconds, sizes in bytes. */
export function createMetrics(): Metrics {
  // One registry for each server, since tests have several in one process.
  const register = new Registry();
  const registers = [register];
  const tiles = { ok: 0, notModified: 0, empty: 0, redirected: 0, notFound: 0, failed: 0, bytes: 0 };
  const requests = new Counter({
    name: 'codmap_requests_total',
    help: 'Requests by route and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const times = new Histogram({ name: 'codmap_request_seconds', help: 'Time to answer.', labelNames: ['route'], buckets: SECONDS, registers });
  const ofTiles = new Counter({
    name: 'codmap_tiles_total',
    help: 'Tiles by answer.',
    labelNames: ['answer'],
    registers: [],
    collect() {
      const { bytes: _, ...answers } = tiles;
      this.reset();
      for (const [answer, count] of Object.entries(answers)) this.inc({ answer }, count);
    },
  });
  const ofBytes = new Counter({
    name: 'codmap_tile_bytes_total',
    help: 'Bytes of tiles sent.',
    registers: [],
    collect() {
      this.reset();
      this.inc(tiles.bytes);
    },
  });
  register.registerMetric(ofTiles);
  register.registerMetric(ofBytes);
  return {
    tiles,
    request(route, method, status, seconds) {
      requests.inc({ route, method, status });
      times.observe({ route }, seconds);
    },
    gauge(name, help, read, label = 'state') {
      const gauge = new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [],
        async collect() {
          const value = await read();
          if (typeof value === 'number') this.set(value);
          else for (const [key, count] of Object.entries(value)) this.set({ [label]: key }, count);
        },
      });
      register.registerMetric(gauge);
    },
    measureProcess: () => collectDefaultMetrics({ register }),
    render: () => register.metrics(),
  };
}
