/** Series that were made, in a folder, for seven days: under the hash of what each was made from. The folder may be deleted at any time. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeriesForm } from '../../contract/maps/paper.ts';
import { newFileName } from '../../store/results.ts';

export interface KeptAbout {
  name: string;
  bytes: number;
  pages: number;
  missing: string[];
}

export const KEPT_DAYS = 7;
/** Of all together; the oldest go first. */
const MOST_BYTES = 1 << 30;

export function keepSeries(folder: string, { days = KEPT_DAYS, mostBytes = MOST_BYTES } = {}) {
  const pathOf = (hash: string, as: SeriesForm | 'json') => join(folder, `${hash}.${as}`);
  const put = (path: string, bytes: string | Uint8Array) => {
    const temporary = join(folder, newFileName());
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  };

  /** What is too old, or too much; and what was left behind half written. */
  function trim(now: Date): void {
    mkdirSync(folder, { recursive: true });
    const files = readdirSync(folder)
      .flatMap((name) => {
        const stat = statSync(join(folder, name), { throwIfNoEntry: false });
        return stat ? [{ name, size: stat.size, at: stat.mtimeMs }] : [];
      })
      .toSorted((a, b) => b.at - a.at);
    let bytes = 0;
    for (const { name, size, at } of files) {
      bytes += size;
      if (bytes > mostBytes || now.getTime() - at > days * 86_400_000) rmSync(join(folder, name), { force: true });
    }
  }

  return {
    trim,
    about(hash: string, as: SeriesForm): KeptAbout | null {
      try {
        if (Date.now() - statSync(pathOf(hash, as)).mtimeMs > days * 86_400_000) return null;
        return JSON.parse(readFileSync(pathOf(hash, 'json'), 'utf8')) as KeptAbout;
      } catch {
        return null;
      }
    },
    read(hash: string, as: SeriesForm): Uint8Array | null {
      try {
        return readFileSync(pathOf(hash, as));
      } catch {
        return null;
      }
    },
    write(hash: string, as: SeriesForm, bytes: Uint8Array, about: KeptAbout, now: Date): void {
      trim(now);
      put(pathOf(hash, 'json'), JSON.stringify(about));
      put(pathOf(hash, as), bytes);
    },
  };
}
export type KeptSeries = ReturnType<typeof keepSeries>;
