/** A thread that asks for one address again and again, each time when the last answer has come, whatever else the process does; then tells how long each took. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

export interface WatcherData {
  addresses: string[];
}

const PAUSE_MS = 5;
const { addresses } = workerData as WatcherData;
const agent = new Agent({ keepAlive: true });
const stopping = new AbortController();

function once(url: string): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - begun) : reject(new Error(`${url}: ${response.statusCode}`))));
    })
      .on('error', reject)
      .end();
  });
}

async function watch(url: string): Promise<number[]> {
  await once(url);
  parentPort!.postMessage('ready');
  const times: number[] = [];
  while (!stopping.signal.aborted) {
    times.push(await once(url));
    await sleep(PAUSE_MS);
  }
  return times;
}

parentPort!.on('message', () => stopping.abort());
const times = await Promise.all(addresses.map(watch));
agent.destroy();
parentPort!.postMessage(times);
parentPort!.close();
