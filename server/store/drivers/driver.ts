/** What the catalogue needs of a database. Queries are kysely's and said once; what databases do differently is in here and in `dialect.ts`. */
import type { Database } from '../schema.ts';

export interface DatabaseDriver {
  /** Where it is, for the sentences that people read; never with a password. */
  readonly where: string;
  /** Whether there is one already. Opening makes it. */
  exists(): boolean;
  /** Of transactions that are under way at the same time each sees the rows that others have committed; foreign keys hold. */
  open(): Database;
  /** What it finds wrong with itself; `deep` compares indexes and references too. */
  check(deep: boolean): Promise<string[]>;
  /** Its contents at one moment as one SQLite file, while others read and write. `to` must not exist; only its owner may read it. */
  snapshot(to: string): Promise<void>;
  /** Puts the contents of such a file in the place of its own, in one step, also for those who have it open. */
  replaceWith(file: string): Promise<void>;
  /** Keeps what is there under another name. @returns that name; null where there is nothing. */
  setAside(at: Date): Promise<string | null>;
  /** Bytes that it can still take; null where nobody can say. */
  freeBytes(): Promise<number | null>;
}
