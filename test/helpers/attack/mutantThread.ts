/** The thread that judges mutants (mutants.ts): everything that an upload meets, and nothing but the product. */
import { parentPort } from 'node:worker_threads';
import { createKinds, detectKind } from '../../../server/app/kinds.ts';
import { toDatasetId, type Iso3 } from '../../../server/contract/ids.ts';
import { CodmapError } from '../../../server/errors.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import type { Mutant, Outcome } from './mutants.ts';

const COUNTRY = 'XAD' as Iso3;
const kinds = createKinds(undefined);

parentPort!.on('message', (mutant: Mutant) => void judge(mutant).then((outcome) => parentPort!.postMessage(outcome)));

async function judge({ id, name, kind, bytes, whole }: Mutant): Promise<Outcome> {
  const start = performance.now();
  const ended = (end: string, fault = false): Outcome => ({ id, end, fault, ms: performance.now() - start });
  const files = [{ name, source: bytesSource(bytes) }];
  try {
    await detectKind(files);
    const own = kinds[kind];
    const input = {
      files,
      sha256: '',
      dataset: toDatasetId(kind, COUNTRY),
      country: COUNTRY,
      options: {},
      today: '2026-01-01',
      previous: null,
      boundaries: null,
      onProgress: () => {},
    };
    if (whole) await own.pipeline(input);
    else await own.checker(input);
    return ended('report');
  } catch (error) {
    if (error instanceof CodmapError) return ended(error.code, error.message.length < 20);
    return ended(error instanceof Error ? (error.stack ?? error.message) : String(error), true);
  }
}
