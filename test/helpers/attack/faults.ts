/**
 * Faults at every write, as SQLite is tested (https://www.sqlite.org/testing.html#i_o_error_testing): the file system and the database fail
 * at the n-th write, for n = 1, 2, … until a run comes through. A test mocks `node:fs/promises` and `node:sqlite` with these.
 */
import type * as Files from 'node:fs/promises';
import type * as Sqlite from 'node:sqlite';

export type FaultCode = 'ENOSPC' | 'EIO';

/** Writes left before the fault; null: none. Once it has come, all later writes fail as well, as on a disk that stays full. */
const state: { left: number | null; code: FaultCode; writes: number; struck: number } = { left: null, code: 'ENOSPC', writes: 0, struck: 0 };

/** SQLite's codes: https://www.sqlite.org/rescode.html#full, #ioerr */
const ERRCODES = { ENOSPC: 13, EIO: 10 };

function write(what: 'file' | 'database'): void {
  state.writes++;
  if (state.left === null) return;
  if (state.left > 1) return void state.left--;
  state.left = 1;
  state.struck++;
  const { code } = state;
  const words = code === 'ENOSPC' ? 'no space left on device' : 'i/o error';
  if (what === 'file') throw Object.assign(new Error(`${code}: ${words}, write`), { code });
  throw Object.assign(new Error(code === 'ENOSPC' ? 'database or disk is full' : 'disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: ERRCODES[code] });
}

/** Runs `work` with the fault at write `n`. @returns what it threw, and whether the fault came at all. */
export async function failingAt(n: number, code: FaultCode, work: () => Promise<unknown>): Promise<{ error: unknown; struck: boolean }> {
  Object.assign(state, { left: n, code, struck: 0 });
  try {
    await work();
    return { error: undefined, struck: state.struck > 0 };
  } catch (error) {
    return { error, struck: state.struck > 0 };
  } finally {
    state.left = null;
  }
}

export function faultyFiles(real: typeof Files): typeof Files {
  const counted = <T extends (...args: never[]) => Promise<unknown>>(call: T): T =>
    (async (...args: Parameters<T>) => {
      write('file');
      return call(...args);
    }) as unknown as T;
  const open: typeof Files.open = async (path, flags, mode) => {
    const isWriting = typeof flags === 'string' && /[wa+]/.test(flags);
    if (isWriting) write('file');
    const handle = await real.open(path, flags, mode);
    for (const name of ['writeFile', 'sync'] as const) {
      const own = handle[name].bind(handle) as (...args: unknown[]) => Promise<void>;
      Object.defineProperty(handle, name, {
        value: async (...args: unknown[]) => {
          write('file');
          await own(...args);
        },
      });
    }
    return handle;
  };
  return {
    ...real,
    open,
    rename: counted(real.rename),
    link: counted(real.link),
    copyFile: counted(real.copyFile),
    mkdir: counted(real.mkdir as never),
  } as never;
}

const WRITING = /^\s*(insert|update|delete|begin|commit)/i;

export function faultyDatabase(real: typeof Sqlite): typeof Sqlite {
  class FaultyDatabase extends real.DatabaseSync {
    override prepare(sql: string): Sqlite.StatementSync {
      const statement = super.prepare(sql);
      if (!WRITING.test(sql)) return statement;
      for (const name of ['run', 'all'] as const) {
        const own = statement[name].bind(statement) as (...args: unknown[]) => unknown;
        Object.defineProperty(statement, name, { value: (...args: unknown[]) => (write('database'), own(...args)) });
      }
      return statement;
    }
  }
  return { ...real, DatabaseSync: FaultyDatabase };
}
