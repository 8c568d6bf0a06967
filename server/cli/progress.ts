/** Progress on a terminal: one line that rewrites itself. Nothing at all where stderr is no terminal. */

export interface Progress {
  at(stage: string, done: number, total: number): void;
  end(): void;
}

const EVERY_MS = 100;

export function createProgress(stream: { isTTY?: boolean; write(text: string): unknown }, now: () => number = () => performance.now()): Progress {
  if (!stream.isTTY) return { at() {}, end() {} };
  let last = -Infinity;
  let stage = '';
  let drawn = false;
  return {
    at(next, done, total) {
      if (next === stage && now() - last < EVERY_MS) return;
      last = now();
      stage = next;
      drawn = true;
      const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
      stream.write(`\r\u001b[2K${next}${share}`);
    },
    end() {
      if (drawn) stream.write('\r\u001b[2K');
    },
  };
}
