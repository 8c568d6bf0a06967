/** Logs: pino JSON, data first, then `Noun:Verb`. A request's lines carry its id through AsyncLocalStorage. */
import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';

export interface Log {
  debug(data: object, event: string): void;
  info(data: object, event: string): void;
  warn(data: object, event: string): void;
  error(data: object, event: string): void;
  /** Runs `work` so that every line written inside it carries `bindings`. */
  within<T>(bindings: Record<string, unknown>, work: () => T): T;
}

/** Never written, whatever is logged. */
const REDACT = [
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  'req.headers',
  'headers',
  'password',
  'token',
  'secret',
  'apiKey',
  '*.apiKey',
];

/** @param stream where lines go; stdout by default. */
export function createLog(level: string, stream?: { write(line: string): void }): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACT, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
  };
  const root = stream ? pino(options, stream) : pino(options);
  const storage = new AsyncLocalStorage<{ bindings: Record<string, unknown>; logger: pino.Logger }>();
  const current = () => storage.getStore()?.logger ?? root;
  return {
    debug: (data, event) => current().debug(data, event),
    info: (data, event) => current().info(data, event),
    warn: (data, event) => current().warn(data, event),
    error: (data, event) => current().error(data, event),
    within: (added, work) => {
      // A child of a child would write a name twice that both bind.
      const bindings = { ...storage.getStore()?.bindings, ...added };
      return storage.run({ bindings, logger: root.child(bindings) }, work);
    },
  };
}
