/** The metrics on a port of their own, which only programs of this machine reach. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { knownHosts } from './hosts.ts';
import type { Metrics } from './metrics.ts';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
const LOOPBACK = '127.0.0.1';

/** @throws where the port is taken. */
export async function serveMetricsApart(metrics: Metrics, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  // A page in a browser of this machine must not read them by a name that it made point here.
  const hosts = knownHosts({ publicUrl: null, host: LOOPBACK });
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics' && hosts.knows(request.headers.host);
    if (!isAsked) response.writeHead(404).end();
    else
      metrics.render().then(
        (text) => response.writeHead(200, { 'Content-Type': METRICS_TYPE, 'Cache-Control': 'no-store' }).end(text),
        () => response.writeHead(500).end(),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
