/** The versions that a 3W may be coded by, with what became of their units since. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { VersionChanges } from '../../contract/boundaries/changes.ts';
import { chainFates, fatesOfChanges, fatesOfDiff, type Fates } from '../../contract/boundaries/heirs.ts';
import type { VersionTag } from '../../contract/ids.ts';
import { isPublic, type DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { Previous } from '../../kinds/kind.ts';
import { findFormer, type FormerStep } from '../carry/former.ts';
import type { Edition } from './estimate.ts';
import type { Ground } from './ground.ts';

/** From each version to the one after it, the step to the newest first. */
export async function readSteps({ version, earlier = [], readArtifact }: Previous): Promise<FormerStep[]> {
  const steps = [version, ...earlier].flatMap(({ diff, artifacts }) => (diff ? [{ diff, stored: artifacts.find(({ kind }) => kind === 'changes') }] : []));
  return Promise.all(
    steps.map(async ({ diff, stored }): Promise<FormerStep> => {
      const changes = stored && (JSON.parse(Buffer.from(await readArtifact(stored)).toString('utf8')) as VersionChanges);
      return { version: diff.against, diff, changes: changes?.from === diff.against ? changes : null };
    }),
  );
}

/** Shapes of a version; undefined where it has none. */
export type ReadShapes = (previous: Previous) => Promise<FeatureTable[] | undefined>;

/** The boundaries of a version as rows are placed on them, with what became of codes of all versions before. */
export function toGround(previous: Previous, steps: readonly FormerStep[], readShapes: ReadShapes): Ground {
  const { version, gazetteer } = previous;
  const codes = new Set(gazetteer.flatMap(({ level, units }) => units.map(({ pcode }) => `${level} ${pcode}`)));
  return {
    dataset: version.dataset,
    version: version.version,
    levels: gazetteer,
    readShapes: () => readShapes(previous),
    before: version.diff && { version: version.diff.against, ...findFormer(steps, (level, pcode) => codes.has(`${level} ${pcode}`)) },
  };
}

export interface Editions {
  editions: readonly Edition[];
  fatesBetween: (older: VersionTag, newer: VersionTag) => Fates;
  load: (version: VersionTag) => Promise<Ground>;
}

/** null where there is one only. By withdrawn versions nobody should code: units are followed through them all the same. */
export async function findEditions(previous: Previous, steps: readonly FormerStep[], readShapes: ReadShapes): Promise<Editions | null> {
  const { version: current, earlier = [], gazetteer, opening } = previous;
  const listed = earlier.filter((version) => isPublic(version) && version.status !== 'withdrawn');
  if (!opening || listed.length === 0) return null;
  const order = [current.version, ...steps.map(({ version }) => version)] as VersionTag[];
  const toEdition = ({ version, metadata }: DatasetVersion, codes: Map<number, Iterable<string>>): Edition => ({
    version,
    validOn: metadata.dateValidOn,
    codes: new Map([...codes].map(([level, own]) => [level, new Set([...own].map((code) => code.toUpperCase()))])),
  });
  const own = toEdition(current, new Map(gazetteer.map(({ level, units }) => [level, units.map(({ pcode }) => pcode)])));
  return {
    editions: [own, ...(await Promise.all(listed.map(async (version) => toEdition(version, await opening.listCodes(version.version)))))],
    fatesBetween(older, newer) {
      const between = steps.slice(order.indexOf(newer), order.indexOf(older));
      return chainFates(between.toReversed().map((step) => (step.changes ? fatesOfChanges(step.changes) : fatesOfDiff({ diff: step.diff, back: false }))));
    },
    load: async (version) => toGround(await opening.open(version), steps.slice(order.indexOf(version)), readShapes),
  };
}
