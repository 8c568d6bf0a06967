/** What the server tells of a sensitive dataset, of which the page has no columns to count in: each question is asked once. */
import type { VersionTag } from '../../../server/contract/ids.ts';
import type { MatrixAnswer, SummaryAnswer } from '../../../server/contract/presence/api.ts';
import type { CountDefinition } from '../../../server/contract/presence/presence.ts';
import type { App } from '../../kit/view.ts';
import { definitionQuery } from './links.ts';
import { DEFINITION } from './state.ts';

interface Asking {
  api: Pick<App['api'], 'call'>;
  dataset: string;
  version: VersionTag;
  /** Of the boundaries on the map: what the 3W was placed on may be others. */
  boundaries?: VersionTag | undefined;
  signal: AbortSignal;
  /** An answer has come. */
  changed: () => void;
  failed: (error: unknown) => void;
}

export type Told = ReturnType<typeof createTold>;

export function createTold({ api, dataset, version, boundaries, signal, changed, failed }: Asking) {
  const params = { id: dataset };
  const counts = new Map<string, SummaryAnswer>();
  const matrices = new Map<number, MatrixAnswer>();
  const asked = new Set<string>();
  const questionOf = (level: number, definition: CountDefinition) => ({
    ...definitionQuery(definition),
    level,
    version,
    ...(boundaries ? { boundaries } : {}),
  });

  async function once(question: string, ask: () => Promise<void>): Promise<void> {
    if (asked.has(question)) return;
    asked.add(question);
    try {
      await ask();
      changed();
    } catch (error) {
      failed(error);
    }
  }

  return {
    /** null while it is on its way. */
    count: (level: number, definition: CountDefinition): SummaryAnswer | null => counts.get(JSON.stringify(questionOf(level, definition))) ?? null,
    /** Of all sectors; null while it is on its way. */
    matrix: (level: number): MatrixAnswer | null => matrices.get(level) ?? null,
    loadCount(level: number, definition: CountDefinition): Promise<void> {
      const query = questionOf(level, definition);
      const question = JSON.stringify(query);
      return once(question, async () => void counts.set(question, await api.call('getPresenceSummary', { params, query, signal })));
    },
    loadMatrix: (level: number): Promise<void> =>
      once(
        `matrix ${level}`,
        async () => void matrices.set(level, await api.call('getPresenceMatrix', { params, query: questionOf(level, DEFINITION), signal })),
      ),
  };
}
