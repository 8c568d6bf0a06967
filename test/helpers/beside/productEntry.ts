/** The product in a process of its own, as scripts/start.ts serves it, for one store after the other: most of what a start takes is done once. */
import { loadConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startServer, type RunningServer } from '../../../server/app/main.ts';
import { KEPT } from './beside.ts';

export type Asked = { start: string } | { stop: true };
export type Said = { started: { url: string; firstLink: string } } | { stopped: true };

const say = (said: Said) => process.send!(said);
let server: RunningServer | undefined;

process.once('disconnect', () => process.exit());
process.on('message', async (asked: Asked) => {
  if ('start' in asked) {
    const config = loadConfig({ ...process.env, CODMAP_DATA: asked.start, CODMAP_PORT: '0', CODMAP_LOG_LEVEL: 'warn' });
    server = await startServer(config, createLog(config.logLevel), {}, undefined, KEPT);
    say({ started: { url: server.url, firstLink: server.firstLink ?? '' } });
  } else {
    await server?.close();
    server = undefined;
    say({ stopped: true });
  }
});
