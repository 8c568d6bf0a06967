/** What administrators should know about how this server runs: said in the log when it is first seen, and on their pages until the next start. */
import type { Notice } from '../contract/people/people.ts';
import type { Log } from '../log.ts';

export interface Notices {
  /** Says it once for each code. */
  raise(code: Notice['code'], event: string, details: Record<string, string>): void;
  list(): Notice[];
}

/** What administrators should know of this server, each code once, with the moment of its first time; forgotten when the process ends. */
export function createNotices({ log, now }: { log: Pick<Log, 'warn'>; now: () => Date }): Notices {
  const raised = new Map<Notice['code'], Notice>();
  return {
    raise(code, event, details) {
      if (raised.has(code)) return;
      raised.set(code, { code, since: now().toISOString(), details });
      log.warn(details, event);
    },
    list: () => [...raised.values()],
  };
}
