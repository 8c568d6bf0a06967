/** What lies around the country of a version: as it was cut when the version was made, else cut from the coarse ground now. */
import { createHash } from 'node:crypto';
import type { Ground } from '../contract/maps/ground.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { toIso3 } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { openAtlas, worldText } from '../ground/atlas.ts';
import { cutFor } from '../ground/surroundings.ts';
import { createKept } from '../kept.ts';
import { regionOf } from '../matching/countries.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { Results } from '../store/results.ts';

export interface FindGroundDeps {
  datasets: Pick<Datasets, 'readArtifact'>;
  results: Results;
}

export interface FindGround {
  /** @throws NotFoundError `ground.none` of a version without any place */
  text(version: DatasetVersion): Promise<string>;
  /** The same, read; null where there is none. */
  read(version: DatasetVersion): Promise<Ground | null>;
}

const KEPT = 16;

export function createFindGround({ datasets, results }: FindGroundDeps): FindGround {
  const atlas = openAtlas();
  const grounds = createKept<Ground>(KEPT);
  const keyOf = ({ dataset, version, bbox }: DatasetVersion) => ['ground', dataset, version, bbox];

  async function text(version: DatasetVersion): Promise<string> {
    const cut = version.artifacts.find(({ kind }) => kind === 'ground');
    if (cut) return new TextDecoder().decode(await datasets.readArtifact(cut));
    const { bbox, dataset } = version;
    if (!bbox) throw new NotFoundError('ground.none', `${dataset} ${version.version} has no place on a map.`);
    return results.get(keyOf(version), true, () => JSON.stringify(cutFor(atlas, '50m', { country: toIso3(dataset), box: bbox, regionOf })));
  }

  return {
    text,
    async read(version) {
      const cut = version.artifacts.find(({ kind }) => kind === 'ground');
      if (!cut && !version.bbox) return null;
      return grounds.get(cut?.sha256 ?? JSON.stringify(keyOf(version)), async () => JSON.parse(await text(version)) as Ground);
    },
  };
}

/** The ground of the Earth as it is sent, and what its address changes with; read when it is asked for first. */
export function createWorldGround(): () => { text: string; stamp: string } {
  let world: { text: string; stamp: string } | undefined;
  return () => {
    if (!world) {
      const text = worldText();
      world = { text, stamp: createHash('sha256').update(text).digest('base64url').slice(0, 16) };
    }
    return world;
  };
}
