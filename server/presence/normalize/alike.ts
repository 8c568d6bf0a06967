/** What rows call their places where that is no spelling of the boundaries: which spelling was taken for which unit, so that a person can see it. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { PresenceData, PresenceRecord } from '../../contract/presence/presence.ts';

export interface AlikeName {
  level: AdminLevel;
  pcode: string;
  /** As the rows write it, and as the boundaries do. */
  written: string;
  name: string;
  rows: number;
  /** Row numbers of the first few. */
  samples: number[];
}

const SAMPLES = 10;

/** Most rows first. */
export function listAlikeNames(records: readonly PresenceRecord[], units: PresenceData['units']): AlikeName[] {
  const found = new Map<string, AlikeName>();
  for (const { method, level, pcode, stated, row } of records) {
    if (method !== 'fuzzy' && method !== 'alias') continue;
    const written = stated.find((cell) => cell.level === level)?.name;
    if (!written) continue;
    const key = `${level} ${pcode} ${written}`;
    let entry = found.get(key);
    if (!entry) {
      const name = units.find((unit) => unit.level === level && unit.pcode === pcode)?.name ?? '';
      found.set(key, (entry = { level, pcode, written, name, rows: 0, samples: [] }));
    }
    entry.rows++;
    if (entry.samples.length < SAMPLES) entry.samples.push(row);
  }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows || (a.written < b.written ? -1 : 1));
}
