/** What a check is: one exported function, registered in the list of its subject, citing its rule. */
import type { Clause, Finding } from '../contract/finding.ts';

/** What several checks need and only one should compute; it lives as long as one run of the checks. */
export type Shared = <T>(key: string, make: () => T) => T;

/** A check returns its findings, or the reason why it cannot be made ("no lines in the upload"). */
export type CheckOutcome = Finding[] | { skipped: Clause };

export interface Check<Context> {
  /** Catalogue id: `T1`; its name is the text `check.T1` of server/words/. */
  id: string;
  /** The rule: section of the COD-AB specification or other source. */
  spec: string;
  run: (context: Context, shared: Shared) => CheckOutcome | Promise<CheckOutcome>;
}

/** Id of an item: the same for the same fault in the same data. `at` is cut to 1e-5 degrees, about a metre. */
export function itemId(code: string, level: number | null, pcodes: string[], at?: [number, number], rows: number[] = []): string {
  const who = pcodes.length > 0 ? [...pcodes].sort().join('+') : rows.map((row) => `#${row}`).join('+');
  const place = at ? `@${at[0].toFixed(5)},${at[1].toFixed(5)}` : '';
  return `${code}/${level ?? '-'}/${who}${place}`;
}
