/** The sample country: made in memory by `makeSample`, written as files by `writeSample`. Nothing in it is a real place or organisation. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Iso3 } from '../contract/ids.ts';
import { createCountry, type Country } from './country.ts';
import { LayerDraft, Picker, TableDraft, type Planted } from './draft.ts';
import { geojsonText, levelLayer, linesLayer, pointsLayer, VALID_ON, VERSION, type SampleLayer } from './geojson.ts';
import { COUNTRY } from './names.ts';
import { createPopulation, csvText, YEAR, type SampleTable } from './population.ts';
import { createPresence, type Presence, type PresenceTruth } from './presence.ts';
import type { Organisation } from './organisations.ts';
import { createRandom } from './random.ts';
import { spoilAttributes } from './spoilAttributes.ts';
import { spoilPopulation } from './spoilPopulation.ts';
import { spoilShapes } from './spoilShapes.ts';
import { xlsxBytes, type Sheet } from './xlsx.ts';

export type { Planted, PresenceTruth, SampleLayer, SampleTable };

export interface SampleOptions {
  /** Units on the deepest level, 20 to 100,000; 600 unless told. */
  units?: number;
  /** The same seed gives the same bytes. */
  seed?: number;
  /** Plant the defects that the manifest lists. */
  defects?: boolean;
  /** Deepest admin level, 1 to 4; 3 unless told. */
  levels?: number;
  /** Cells that the least country is made of; 40,000 unless told. Fewer make plainer borders, and a country that is read in a tenth of the time. */
  cells?: number;
  onProgress?: (stage: string) => void;
}

/** What is true of the sample: written as `manifest.json`. */
export interface SampleManifest {
  country: { iso2: string; iso3: string; name: string };
  seed: number;
  /** From level 0 down. */
  units: number[];
  /** Population of the country; the same on every level of the clean tables. */
  population: number;
  /** Holes of the country that are no fault: lakes, with a point in the border of each. */
  lakes: { at: [lon: number, lat: number]; areaSqKm: number }[];
  /** P-codes of units that lie inside one other unit. */
  enclaves: string[];
  defects: Planted[];
  presence: { file: string; sheet: string; headerRow: number; blankRows: number[]; totalRow: number; organisations: Organisation[]; rows: PresenceTruth[] };
}

export interface Sample {
  country: Country;
  /** adm0 … admN, lines, points, capitals. */
  layers: SampleLayer[];
  /** COD-PS, one table for each level. */
  population: SampleTable[];
  presence: Presence;
  manifest: SampleManifest;
}

/** Where the sample is filed in a catalogue. The code is one that ISO 3166-1 leaves to its users. */
export const SAMPLE_COUNTRY = COUNTRY.iso3 as Iso3;
export const DEFAULT_UNITS = 600;
export const DEFAULT_SEED = 21;

/** Makes the sample in memory: no disk, no clock, the same for the same options. RangeError where an option is out of range. */
export function makeSample({ units = DEFAULT_UNITS, seed = DEFAULT_SEED, levels = 3, cells, defects = false, onProgress }: SampleOptions = {}): Sample {
  if (!Number.isInteger(units) || units < 20 || units > 100_000) throw new RangeError('The number of units must be a whole number from 20 to 100,000.');
  if (!Number.isInteger(seed)) throw new RangeError('The seed must be a whole number.');
  if (!Number.isInteger(levels) || levels < 1 || levels > 4) throw new RangeError('The deepest level must be 1, 2, 3 or 4.');
  const country = createCountry({ units, seed, levels, ...(cells === undefined ? {} : { cells }) }, onProgress);
  let layers = [
    ...country.levels.map(({ level }) => levelLayer(country, level)),
    linesLayer(country),
    pointsLayer(country, 'points'),
    pointsLayer(country, 'capitals'),
  ];
  onProgress?.('population');
  let population = createPopulation(country, seed);
  const people = population[0]!.row(0)[population[0]!.columns.indexOf('T_TL')] as number;
  onProgress?.('presence');
  const presence = createPresence(country, seed);
  const planted: Planted[] = [];
  if (defects) {
    onProgress?.('defects');
    const drafts = layers.map((layer) => new LayerDraft(layer));
    const random = createRandom(seed, 500);
    const tools = { country, levels: drafts.slice(0, country.levels.length), picker: new Picker(country, random), random, planted };
    spoilShapes(tools);
    spoilAttributes(tools, drafts.at(-1)!);
    layers = drafts.map((draft) => draft.toLayer());
    const tables = population.map((table) => new TableDraft(table));
    planted.push(...spoilPopulation(country, tables, seed));
    population = tables.map((table) => table.toTable());
  }
  const { name, mainSheet: sheet, headerRow, blankRows, totalRow, organisations, truth } = presence;
  const manifest: SampleManifest = {
    country: { iso2: country.iso2, iso3: country.iso3, name: country.name[0] },
    seed,
    units: country.levels.map((level) => level.units.length),
    population: people,
    lakes: country.lakes,
    enclaves: country.levels.flatMap((level) => level.units.filter(({ enclave }) => enclave).map(({ pcode }) => pcode)),
    defects: planted,
    presence: { file: `${name}.xlsx`, sheet, headerRow, blankRows, totalRow, organisations, rows: truth },
  };
  return { country, layers, population, presence, manifest };
}

export interface SampleFiles {
  boundaries: string[];
  population: string[];
  workbook: string;
  presence: string;
  manifest: string;
}

/** Sheets longer than this stay CSV only: no spreadsheet program opens them with pleasure. */
const MAX_SHEET_ROWS = 20_000;

function populationSheets(population: SampleTable[], country: Country): Sheet[] {
  const metadata: [string, string | number][] = [
    ['Country', country.name[0]],
    ['ISO3', country.iso3],
    ['Reference year', YEAR],
    ['Source', 'Invented for demonstration; no real census'],
    ['Boundaries', `COD-AB ${VERSION}, valid on ${VALID_ON}`],
    ['Contributor', 'codmap sample'],
  ];
  return [
    { name: 'Metadata', rows: metadata, widths: [20, 50] },
    ...population
      .filter(({ count }) => count <= MAX_SHEET_ROWS)
      .map((table): Sheet => ({ name: table.name, rows: [table.columns, ...Array.from({ length: table.count }, (_, row) => table.row(row))], bold: [0] })),
  ];
}

/**
 * Writes the sample into `dir` (made where absent): boundaries as GeoJSON, population as CSV and XLSX, the 3W workbook, and
 * manifest.json with the truth. Gives the file names by what they hold; the workbook is the population tables
 * once more, so one of the two is enough for an ingest.
 */
export async function writeSample(dir: string, options: SampleOptions = {}, sample: Sample = makeSample(options)): Promise<SampleFiles> {
  await mkdir(dir, { recursive: true });
  const write = async (name: string, parts: Iterable<string>) => {
    options.onProgress?.(name);
    const file = await open(join(dir, name), 'w');
    try {
      for (const text of parts) await file.write(text);
    } finally {
      await file.close();
    }
    return name;
  };
  const boundaries: string[] = [];
  for (const layer of sample.layers) boundaries.push(await write(`${layer.name}.geojson`, geojsonText(layer)));
  const population: string[] = [];
  for (const table of sample.population) population.push(await write(`${table.name}.csv`, csvText(table)));
  const workbook = `${sample.country.iso3.toLowerCase()}_admpop_${YEAR}.xlsx`;
  options.onProgress?.(workbook);
  await writeFile(join(dir, workbook), xlsxBytes(populationSheets(sample.population, sample.country)));
  const presence = sample.manifest.presence.file;
  await writeFile(join(dir, presence), xlsxBytes(sample.presence.sheets));
  const manifest = await write('manifest.json', [`${JSON.stringify(sample.manifest, null, 1)}\n`]);
  return { boundaries, population, workbook, presence, manifest };
}
