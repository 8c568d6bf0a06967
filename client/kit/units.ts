/** Units by their codes, as far as they are asked for: many at once, each once. */
import type { UnitAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { shownName } from '../i18n/names.ts';
import type { Api } from './api.ts';

/** Codes of one request: its address stays short. */
const BATCH = 150;
const LEAST_LETTERS = 2;
const MOST_NAMED = 5000;

export interface UnitsOf {
  api: Pick<Api, 'getUnits'>;
  /** Where they are looked up. */
  version: Pick<VersionAnswer, 'dataset' | 'version'>;
  signal: AbortSignal;
  changed: () => void;
}

export type Units = ReturnType<typeof createUnits>;

export function createUnits({ api, version: { dataset, version }, signal, changed }: UnitsOf) {
  /** By code; a code that two levels share has two units, one that nobody has none. */
  const known = new Map<string, UnitAnswer[]>();
  let waiting: Promise<void> | null = null;
  const wanted = new Set<string>();

  async function read(): Promise<void> {
    // What one drawing of a page asks for is asked together.
    await Promise.resolve();
    waiting = null;
    const codes = [...wanted];
    wanted.clear();
    for (const code of codes) known.set(code, []);
    for (let at = 0; at < codes.length; at += BATCH) {
      const pcodes = codes.slice(at, at + BATCH).join(',');
      const { units } = await api.getUnits(dataset, version, { pcodes, limit: 5 * BATCH }, signal);
      for (const unit of units) known.get(unit.pcode)?.push(unit);
    }
    changed();
  }

  /** The unit of a code, of the level that is meant where several have it. */
  function find(pcode: string, level: number | null): UnitAnswer | null {
    const units = known.get(pcode) ?? [];
    return units.find((unit) => unit.level === level) ?? (units.length === 1 ? units[0]! : null);
  }

  return {
    find,
    /** Names without a code beside them are names of nothing: none where it has no other name than its code. */
    nameOf(pcode: string, level: number | null, language: string): string {
      const unit = find(pcode, level);
      const { text } = unit ? shownName(unit, language) : { text: '' };
      return text === pcode ? '' : text;
    },
    /** Reads what is not known yet. What cannot be read has no name, and is not asked for again. */
    ask(pcodes: readonly string[]): Promise<void> {
      for (const code of pcodes) if (code && !code.includes(',') && !known.has(code)) wanted.add(code);
      if (wanted.size === 0) return waiting ?? Promise.resolve();
      return (waiting ??= read().catch(() => {}));
    },
    /** P-codes of the units that are called so, in any language; none where the text is too short to mean somebody, or nobody is. */
    async named(text: string): Promise<Set<string>> {
      const q = text.trim();
      if (q.length < LEAST_LETTERS) return new Set();
      const { units, similar } = await api.getUnits(dataset, version, { q, limit: MOST_NAMED }, signal);
      return new Set(similar ? [] : units.map(({ pcode }) => pcode).filter(Boolean));
    },
    /** Of those that are known. */
    boxesOf: (pcodes: readonly string[], level: number | null): UnitAnswer['bbox'][] =>
      pcodes.flatMap((pcode) => find(pcode, level) ?? []).map(({ bbox }) => bbox),
  };
}
