/** Fetches what lies around a country once its own map stands, and what lies beyond that once somebody looks there. */
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import { groundSources, type BaseMap, type Ground, type GroundAnswer } from '../../../server/contract/maps/ground.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import { TILE, toLatitude, type Camera, type Size } from '../camera.ts';
import { hasPlaces } from '../layers/base.ts';
import type { ShownGround } from '../layers/ground.ts';
import { mercatorY } from '../levels.ts';

export interface Around {
  ground: ShownGround;
  base: BaseMap | null;
  /** Whom to credit, each once. */
  credits: string[];
}

export interface AroundOptions {
  /** @throws where there is no answer */
  getJson: (path: string) => Promise<unknown>;
  locale: string;
  /** Whenever there is more to show. */
  changed: (around: Around) => void;
}

/** Address of the ground of the version whose tiles these are; null of tiles of something else. */
export function groundAddress({ tiles: [template = ''] }: Pick<TileJson, 'tiles'>): string | null {
  const [, id, version] = /\/tiles\/([^/]+)\/([^/]+)\/\{z\}/.exec(template) ?? [];
  return id && version ? toAddress('getGround', { id, version }) : null;
}

/** A map without ground is a map: what fails here is left out, and asked for again with the next page. */
export function createAround({ getJson, locale, changed }: AroundOptions) {
  let answer: GroundAnswer | null = null;
  let world: Ground | null = null;
  let asked = false;
  const tell = () => answer && changed(toAround(answer, world, locale));
  return {
    async load(given: GroundAnswer | string): Promise<void> {
      answer = typeof given === 'string' ? await getJson(given).then((it) => it as GroundAnswer, () => null) : given; // prettier-ignore
      tell();
    },
    /** After each movement. */
    look(camera: Camera, size: Size): void {
      if (asked || !answer || isInside(camera, size, answer.ground.box)) return;
      asked = true;
      getJson(answer.world).then(
        (it) => {
          world = it as Ground;
          tell();
        },
        () => (asked = false),
      );
    },
  };
}

function toAround({ ground: near, base }: GroundAnswer, world: Ground | null, locale: string): Around {
  const own = groundSources({ places: hasPlaces(base) ? [] : near.places });
  return { ground: { near, world, locale }, base, credits: [...new Set([...own, ...(base?.attribution ? [base.attribution] : [])])] };
}

/** Whether all that is in view lies in the box. */
export function isInside({ lon, lat, zoom }: Camera, { width, height }: Size, [west, south, east, north]: Ground['box']): boolean {
  const world = TILE * 2 ** zoom;
  const half = ((width / world) * 360) / 2;
  const by = 360 * Math.round(((west + east) / 2 - lon) / 360);
  const y = mercatorY(lat);
  const [top, bottom] = [toLatitude(y - height / 2 / world), toLatitude(y + height / 2 / world)];
  return lon + by - half >= west && lon + by + half <= east && Math.max(-85, bottom) >= south && Math.min(85, top) <= north;
}
