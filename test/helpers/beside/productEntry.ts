/** The product in a process of its own, as scripts/start.ts serves it, for one store after the other: most of what a start takes is done once. */
import { loadConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startServer, type RunningServer } from '../../../server/app/main.ts';
import { KEPT } from './beside.ts';

export type Asked = { start: string } | { stop: true };
export type Said = { started: { url: string; firstLink: string } } | { stopped: true };

/** What strangers may have computed is counted by the clock: on a machine that others use they would use it up by waiting. */
const ALWAYS = { CODMAP_PORT: '0', CODMAP_LOG_LEVEL: 'warn', CODMAP_ANSWER_SECONDS: '100000' };
const say = (said: Said) => process.send!(said);
let server: RunningServer | undefined;

process.once('disconnect', () => process.exit());
process.on('message', async (asked: Asked) => {
  if ('start' in asked) {
    const config = loadConfig({ ...process.env, ...ALWAYS, CODMAP_DATA: asked.start });
    server = await startServer(config, createLog(config.logLevel), {}, undefined, KEPT);
    say({ started: { url: server.url, firstLink: server.firstLink ?? '' } });
  } else {
    await server?.close();
    server = undefined;
    say({ stopped: true });
  }
});
