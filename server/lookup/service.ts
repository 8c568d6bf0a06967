/** The lookup of units in stored versions: what it is asked in is read once and kept while there is room. */
import type { Changes } from '../boundaries/changesService.ts';
import { readGeometry, findGeometry } from '../catalogue/geometry.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminLevel, Pcode } from '../contract/ids.ts';
import { toIso3 } from '../contract/ids.ts';
import type { FormerUnit, LookupAnswer, LookupQuery } from '../contract/lookup/lookup.ts';
import { InputError, orNull } from '../errors.ts';
import { createKept } from '../kept.ts';
import type { FormerStep } from '../presence/carry/former.ts';
import { readSteps } from '../presence/coded/editions.ts';
import { problemText } from '../words/problems.ts';
import { findAtPoint, findByCode, findByName, suggestCodes } from './find.ts';
import { createGround, createOutlines, formerOf, type LookupGround, type LookupOutlines } from './ground.ts';

export interface LookupDeps {
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'getUnit' | 'listUnits' | 'readArtifact'>;
  changes: Pick<Changes, 'getChanges' | 'listNewest'>;
}

/** Units of gazetteers in memory, and bytes of outlines, in each thread that answers. */
const UNITS_KEPT = 120_000;
const OUTLINES_KEPT = 160 << 20;
/** More than any country has. */
const ALL_UNITS = 1_000_000;
/** Versions back that codes are looked for in. */
const EARLIER = 12;

export type Lookup = ReturnType<typeof createLookup>;
type GoOn = () => void;

/** @returns what answers about a version that the one who asks may see. @throws InputError `lookup.asked`, `lookup.no-outlines`, and what reading the version throws */
export function createLookup({ datasets, changes }: LookupDeps) {
  const grounds = createKept<LookupGround>(UNITS_KEPT, ({ levels }) => levels.reduce((sum, { units }) => sum + units.length, 0));
  const outlines = createKept<LookupOutlines & { bytes: number }>(OUTLINES_KEPT, ({ bytes }) => bytes);

  const ground = (version: DatasetVersion): Promise<LookupGround> =>
    grounds.get(`${version.dataset} ${version.version} ${findGeometry(version)?.sha256 ?? ''}`, async () => {
      const { units } = await datasets.listUnits(version.dataset, version.version, { limit: ALL_UNITS, offset: 0 });
      const byLevel = Map.groupBy(units, ({ level }) => level);
      const levels = [...byLevel].map(([level, own]) => ({ level, units: own })).toSorted((a, b) => a.level - b.level);
      return createGround(toIso3(version.dataset), levels, formerOf(await steps(version), levels));
    });

  /** From the versions that this one was compared with, one after another. */
  async function steps(version: DatasetVersion): Promise<FormerStep[]> {
    const earlier: DatasetVersion[] = [];
    let before = version.diff?.against;
    while (before !== undefined && earlier.length < EARLIER) {
      const found: DatasetVersion | null = await orNull(datasets.getVersion(version.dataset, before));
      if (!found || !isPublic(found)) break;
      earlier.push(found);
      before = found.diff?.against;
    }
    return readSteps({ version, earlier, gazetteer: [], readArtifact: datasets.readArtifact });
  }

  async function shapes(version: DatasetVersion): Promise<LookupOutlines> {
    const artifact = findGeometry(version);
    if (!artifact) throw new InputError('lookup.no-outlines', problemText('lookup.no-outlines'));
    return outlines.get(artifact.sha256, async () => {
      const tables = (await readGeometry(version, datasets.readArtifact))!;
      const bytes = tables.reduce((sum, { geometry }) => sum + 2 * geometry.coords.byteLength, 0);
      return { ...createOutlines(tables), bytes };
    });
  }

  /** What became, or what there was, of a code that other published versions have: the newest that has it. */
  async function former(version: DatasetVersion, code: string, level: AdminLevel | undefined, goOn: GoOn): Promise<FormerUnit[]> {
    for (const other of (await changes.listNewest(version.dataset)).filter((each) => isPublic(each) && each.version !== version.version).slice(0, EARLIER)) {
      const unit = await orNull(datasets.getUnit(other.dataset, other.version, code as Pcode, level));
      if (!unit) continue;
      const found = await orNull(changes.getChanges(other, version, goOn));
      const own = found?.levels.find((each) => each.level === unit.level)?.relations.filter(({ source }) => source?.pcode === code) ?? [];
      const into = own.flatMap(({ target, shareOfSource, people }) =>
        target
          ? [{ level: unit.level, pcode: target.pcode, name: target.name, shareOfArea: shareOfSource, shareOfPeople: people.shareOfSource?.value ?? null }]
          : [],
      );
      const name = unit.names[0]?.name ?? code;
      return [{ level: unit.level, pcode: code, name, version: other.version, into: into.toSorted((a, b) => (b.shareOfArea ?? 0) - (a.shareOfArea ?? 0)) }];
    }
    return [];
  }

  return {
    ground,
    steps,
    outlines: shapes,

    async answer(version: DatasetVersion, query: LookupQuery, goOn: GoOn): Promise<LookupAnswer> {
      const { country, code, name, within, level, lon, lat, limit } = query;
      const about = { country, dataset: version.dataset, version: version.version };
      const asked = [code, name, lon ?? lat].filter((each) => each !== undefined).length;
      if (asked !== 1 || (lon === undefined) !== (lat === undefined) || (within !== undefined && name === undefined))
        throw new InputError('lookup.asked', problemText('lookup.asked'));
      const own = await ground(version);
      if (code !== undefined) {
        const units = findByCode(own, code, level);
        const gone = units.length > 0 ? [] : await former(version, code, level, goOn);
        return { ...about, by: 'code', units, former: gone, candidates: units.length > 0 ? [] : suggestCodes(own, code, level) };
      }
      if (name !== undefined) return { ...about, by: 'name', candidates: findByName(own, name, { within, level, limit }) };
      return { ...about, by: 'point', units: findAtPoint(own, await shapes(version), lon!, lat!, level) };
    },
  };
}
