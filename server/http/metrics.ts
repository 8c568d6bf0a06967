/** Counters in the Prometheus text format. Few enough that a package would be larger than they are. */

export interface Metrics {
  /** Tiles by answer; the tile path adds to these fields itself, since a function call for each tile is felt. */
  readonly tiles: { ok: number; notModified: number; empty: number; redirected: number; notFound: number; failed: number; bytes: number };
  request(route: string, method: string, status: number, seconds: number): void;
  /** A value read when asked for. */
  gauge(name: string, help: string, read: () => number | Promise<number> | Promise<Record<string, number>>, label?: string): void;
  render(): Promise<string>;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const escape = (text: string) => text.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));

export function createMetrics(): Metrics {
  const tiles = { ok: 0, notModified: 0, empty: 0, redirected: 0, notFound: 0, failed: 0, bytes: 0 };
  const requests = new Map<string, number>();
  const durations = new Map<string, { buckets: number[]; sum: number; count: number }>();
  const gauges: { name: string; help: string; read: () => number | Promise<number> | Promise<Record<string, number>>; label: string }[] = [];
  return {
    tiles,
    request(route, method, status, seconds) {
      const key = `route="${escape(route)}",method="${method}",status="${status}"`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const name = `route="${escape(route)}"`;
      let duration = durations.get(name);
      if (!duration) durations.set(name, (duration = { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 }));
      duration.sum += seconds;
      duration.count++;
      BUCKETS.forEach((bound, i) => {
        if (seconds <= bound) duration.buckets[i]!++;
      });
    },
    gauge(name, help, read, label = 'state') {
      gauges.push({ name, help, read, label });
    },
    async render() {
      const lines = ['# HELP codmap_requests_total Requests by route and status.', '# TYPE codmap_requests_total counter'];
      for (const [key, value] of requests) lines.push(`codmap_requests_total{${key}} ${value}`);
      lines.push('# HELP codmap_request_seconds Time to answer.', '# TYPE codmap_request_seconds histogram');
      for (const [key, { buckets, sum, count }] of durations) {
        BUCKETS.forEach((bound, i) => lines.push(`codmap_request_seconds_bucket{${key},le="${bound}"} ${buckets[i]}`));
        lines.push(
          `codmap_request_seconds_bucket{${key},le="+Inf"} ${count}`,
          `codmap_request_seconds_sum{${key}} ${sum}`,
          `codmap_request_seconds_count{${key}} ${count}`,
        );
      }
      const { bytes, ...answers } = tiles;
      lines.push('# HELP codmap_tiles_total Tiles by answer.', '# TYPE codmap_tiles_total counter');
      for (const [answer, value] of Object.entries(answers)) lines.push(`codmap_tiles_total{answer="${answer}"} ${value}`);
      lines.push('# HELP codmap_tile_bytes_total Bytes of tiles sent.', '# TYPE codmap_tile_bytes_total counter', `codmap_tile_bytes_total ${bytes}`);
      for (const { name, help, read, label } of gauges) {
        const value = await read();
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`);
        if (typeof value === 'number') lines.push(`${name} ${value}`);
        else for (const [key, number] of Object.entries(value)) lines.push(`${name}{${label}="${escape(key)}"} ${number}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
