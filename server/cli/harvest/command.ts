/** `codmap harvest`: one source now, for a clock of one's own. */
import { problemOf } from '../../harvest/told.ts';
import type { Tools } from '../upkeep.ts';
import type { HarvestOutside } from './run.ts';

/** Exit codes: 0 fetched, whether it changed or not; 1 it waits for a person, or could not become a version; 2 no such source, or off; 3 the other side. */
const OTHER_SIDE = 3;

/** @param exit sets the exit code */
export function addHarvestCommand(
  { program, command, config, withStore, withProgress, note, print, printJson, fail }: Tools,
  exit: (code: number) => void,
  outside: HarvestOutside = {},
): void {
  command('harvest')
    .description('fetch a source now: what changed becomes a draft, or is published or only told, as the source says')
    .argument('<source>', 'its id, or its name')
    .option('--json', 'one JSON document on stdout', false)
    .action(async (named: string, { json }: { json: boolean }) => {
      const { harvestSource } = await import('./run.ts');
      const { source, fetch } = await withStore((store) =>
        withProgress((at) => harvestSource(store, named, { ...outside, program, config: config(), onStage: (stage) => at(stage, 0, 0) })),
      );
      const { state, version, status, bytes, code, detail, job } = fetch;
      const problem = code === null ? null : problemOf(code, detail.problem ?? {});
      if (json) printJson({ source: source.id, name: source.name, dataset: source.dataset, state, version, status, bytes, sha256: fetch.sha256, job, problem });
      else print(`${source.name}: ${state}${version === null ? '' : ` ${source.dataset} ${version}`}`);
      if (problem) note(`${problem.texts['en']} [${problem.code}]`);
      if (state === 'asks' || (state === 'failed' && job !== null)) fail();
      else if (state === 'failed') exit(OTHER_SIDE);
    });
}
