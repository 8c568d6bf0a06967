/** Makes data/basemap: the ground of maps, from packages (data/basemap/README.md). Run by hand when one of them has a new edition: `node scripts/basemap.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import countries from '../data/countries.json' with { type: 'json' };
import { buildNear, buildPlaces, buildWorld } from './basemap/build.ts';

const FOLDER = fileURLToPath(new URL('../data/basemap/', import.meta.url));
const iso3s = new Map(countries.map(({ m49, iso3 }) => [m49, iso3]));

/** What each file holds; data/basemap is compared with it by a test. */
export const files: Record<string, () => string> = {
  'world.topojson': () => `${JSON.stringify(buildWorld())}\n`,
  'near.topojson': () => `${JSON.stringify(buildNear((m49) => (m49 === '158' ? 'TWN' : iso3s.get(m49))))}\n`,
  'places.json': () => `{\n${Object.entries(buildPlaces()).map(([country, places]) => `${JSON.stringify(country)}: ${JSON.stringify(places)}`).join(',\n')}\n}\n`, // prettier-ignore
};

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, make] of Object.entries(files)) writeFileSync(`${FOLDER}${name}`, make());
}
