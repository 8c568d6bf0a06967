/** The sample country: made in memory by `makeSample`, written as files by `writeSample`. Nothing in it is a real place or organisation. */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createCountry, type Country } from './sample/country.ts';
import { geojsonText, levelLayer, linesLayer, pointsLayer, type SampleLayer } from './sample/geojson.ts';

export interface SampleOptions {
  /** Units on the deepest level, 20 to 100,000; 600 unless told. */
  units?: number;
  /** The same seed gives the same bytes. */
  seed?: number;
  /** Plant the defects that the manifest lists. */
  defects?: boolean;
  /** Deepest admin level, 1 to 4; 3 unless told. */
  levels?: number;
  onProgress?: (stage: string) => void;
}

export interface Sample {
  country: Country;
  /** adm0 … admN, lines, points, capitals. */
  layers: SampleLayer[];
}

export const DEFAULT_UNITS = 600;
export const DEFAULT_SEED = 21;

/** Makes the sample in memory: no disk, no clock. */
export function makeSample({ units = DEFAULT_UNITS, seed = DEFAULT_SEED, levels = 3, onProgress }: SampleOptions = {}): Sample {
  const country = createCountry({ units, seed, levels }, onProgress);
  return {
    country,
    layers: [
      ...country.levels.map(({ level }) => levelLayer(country, level)),
      linesLayer(country),
      pointsLayer(country, 'points'),
      pointsLayer(country, 'capitals'),
    ],
  };
}

/** Writes the sample's files into `dir` (made where absent) and gives their names. */
export async function writeSample(dir: string, options: SampleOptions = {}): Promise<string[]> {
  const sample = makeSample(options);
  await mkdir(dir, { recursive: true });
  const names: string[] = [];
  for (const layer of sample.layers) {
    options.onProgress?.(layer.name);
    names.push(`${layer.name}.geojson`);
    const file = await open(join(dir, names.at(-1)!), 'w');
    try {
      for (const text of geojsonText(layer)) await file.write(text);
    } finally {
      await file.close();
    }
  }
  return names;
}
