/** `codmap changes`: what became of each unit, between two stored versions or two sets of files. */
import { createActStore } from '../../boundaries/actStore.ts';
import { withActs } from '../../boundaries/crosswalk/acts.ts';
import { createFindStep } from '../../boundaries/changesStore.ts';
import { createChanges } from '../../boundaries/changesService.ts';
import { compareVersions, movedPieces } from '../../boundaries/change/compare.ts';
import { weighPeople } from '../../boundaries/crosswalk/people.ts';
import { firstVersions } from '../../boundaries/crosswalk/linkage.ts';
import { unitKey } from '../../boundaries/crosswalk/chain.ts';
import { writePiecesGeojson } from '../../boundaries/crosswalk/pieces.ts';
import { ofLevel } from '../../boundaries/crosswalk/select.ts';
import { writeChanges } from '../../boundaries/crosswalk/write.ts';
import { judgeBoundaries } from '../../boundaries/pipeline.ts';
import type { FeatureTable } from '../../contract/admin.ts';
import type { ChangeFormat, ChangesAnswer } from '../../contract/boundaries/crosswalk.ts';
import { isBoundaries, toBoundariesId, toIso3, versionTag, type AdminLevel, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import type { Lang } from '../../contract/languages.ts';
import { InputError } from '../../errors.ts';
import type { IngestFile } from '../../jobs/source.ts';
import { findGdal } from '../../outside/gdal.ts';
import { createPopulation } from '../../population/service.ts';
import { createResults } from '../../store/results.ts';
import { problemText } from '../../words/problems.ts';
import type { Disclaim } from '../../disclaimers/notes.ts';
import type { Store } from '../../app/store.ts';

export interface ChangesOptions {
  format: ChangeFormat;
  level?: number;
  lang: Lang;
  /** Said on pages. */
  disclaim: Disclaim;
}

/** Nobody else waits for the answer. */
const GO_ON = () => {};

export async function changesOfVersions(
  { datasets, db }: Pick<Store, 'datasets' | 'db'>,
  dataset: DatasetId,
  refs: [VersionTag | 'current', VersionTag | 'current'],
  { format, level, lang, disclaim }: ChangesOptions,
): Promise<string> {
  if (!isBoundaries(dataset)) throw new InputError('changes.not-boundaries', problemText('changes.not-boundaries'));
  const [from, to] = [await datasets.getVersion(dataset, refs[0]), await datasets.getVersion(dataset, refs[1])];
  if (from.version === to.version) throw new InputError('changes.same-version', problemText('changes.same-version'));
  const results = createResults();
  const changes = createChanges({ datasets, population: createPopulation(datasets), findStep: createFindStep({ datasets, results }), results });
  if (format === 'geojson') return changes.getPieces(from, to, level as AdminLevel | undefined);
  const acts = await createActStore(db).listActs({ dataset, from: from.version, to: to.version });
  const answer = ofLevel(withActs(await changes.getChanges(from, to, GO_ON), acts), level);
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  return writeChanges(format, answer, {
    lang,
    title: to.metadata.title || dataset,
    disclaimer: disclaim(lang),
    country: toIso3(dataset),
    decided: { by: to.publishedBy ?? '', at: to.publishedAt ?? '' },
    firstOf: (which) => changes.getFirstVersions(which === 'source' ? from : to, GO_ON),
  });
}

/** Files of a dataset as they would be published; nothing is stored. */
async function readLevels(files: IngestFile[], today: string): Promise<{ tables: FeatureTable[]; stated: string | null; country: Iso3 }> {
  const outside = await findGdal();
  const { published, boundaries } = await judgeBoundaries(files, { country: null, dataset: null, sha256: '', today }, outside ? { outside } : {});
  return { tables: published, stated: boundaries.statedVersion, country: boundaries.country };
}

/** Versions that the files state, where they do and differ; else they are numbered. No population is known of files, so people are by area. */
export async function changesOfFiles(
  old: IngestFile[],
  now: IngestFile[],
  { format, level, lang, disclaim }: ChangesOptions,
  onNotice: (text: string) => void,
): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const [before, after] = [await readLevels(old, today), await readLevels(now, today)];
  const stated = [before.stated, after.stated].map((tag) => versionTag.safeParse(tag).data);
  const [from, to] = stated[0] && stated[1] && stated[0] !== stated[1] ? [stated[0], stated[1]] : (['v01', 'v02'] as [VersionTag, VersionTag]);
  onNotice(`The first is called ${from}, the second ${to}.`);
  if (format === 'geojson') return writePiecesGeojson(movedPieces(before.tables, after.tables, level), { from, to });
  const changes = compareVersions(before.tables, after.tables, { from, to });
  const { country } = after;
  const end = (version: VersionTag) => ({ version, status: 'draft' as const, publishedAt: null, validFrom: null, validTo: null });
  const answer: ChangesAnswer = {
    dataset: toBoundariesId(country),
    from: end(from),
    to: end(to),
    method: 'overlay',
    via: [],
    bump: changes.bump,
    levels: weighPeople(changes, null),
  };
  const asked = ofLevel(answer, level);
  if (format === 'json') return `${JSON.stringify(asked, null, 2)}\n`;
  return writeChanges(format, asked, {
    lang,
    title: country,
    disclaimer: disclaim(lang),
    country,
    decided: { by: '', at: '' },
    firstOf: (which) => Promise.resolve((own, unit) => (which === 'source' ? from : (firstVersions([changes], own).get(unitKey(unit)) ?? to))),
  });
}
