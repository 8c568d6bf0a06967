/** The invented country of ../shared/cases, with its shapes, and what tests ask of a table read in it. */
import { readFileSync } from 'node:fs';
import type { FeatureTable, Gazetteer } from '../../server/contract/admin.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { readUpload } from '../../server/formats/upload.ts';
import type { PresenceIngest, PresenceIngestOptions } from '../../server/presence/pipeline.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { presenceOptions } from './presence.ts';
import { uploadOf } from './tables/workbook.ts';

const CASES = 'test/fixtures/cases';

export async function readTogo(): Promise<{ levels: Gazetteer['levels']; shapes: FeatureTable[] }> {
  const files = ['tgo_adm1.geojson', 'tgo_adm2.geojson'].map((name) => uploadOf(name, readFileSync(`${CASES}/00-base/${name}`)));
  const { levels } = normalizeBoundaries((await readUpload(files)).layers, { country: 'TGO' as Iso3 });
  return { levels: levels.map(({ level, table }) => ({ level, units: table.units })), shapes: levels.map(({ table }) => table) };
}

type Togo = Awaited<ReturnType<typeof readTogo>>;

export function ingestTogo(
  { levels, shapes }: Togo,
  name: string,
  data: string | Uint8Array,
  more: Partial<PresenceIngestOptions> = {},
): Promise<PresenceIngest> {
  const options = presenceOptions('TGO', levels, more);
  const boundaries = options.boundaries && { ...options.boundaries, readShapes: () => Promise.resolve(shapes) };
  return runPresenceIngest([uploadOf(name, data)], { ...options, boundaries });
}

export const caseFile = (folder: string, name: string): Uint8Array => readFileSync(`${CASES}/${folder}/${name}`);
export const expectedOf = (folder: string) => JSON.parse(readFileSync(`${CASES}/${folder}/expected.json`, 'utf8')) as Record<string, never>;

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

/** Names of those who play a part, as the file spells them. */
export function bodiesOf({ data }: PresenceIngest, role: 'implementing' | 'programming' | 'funding'): string[] {
  return sorted(data.records[role].flatMap((set) => data.orgSets[set]!.map((org) => data.organisations[org]!.name)));
}

/** Sectors that rows have, by code; those of no list in the words of the file. */
export function sectorsOf({ data }: PresenceIngest): string[] {
  return sorted(data.records.sectors.flatMap((set) => data.sectorSets[set]!.map((sector) => data.sectors[sector]!.text ?? data.sectors[sector]!.code)));
}

/** Row of the file → its unit, where that is certain. */
export function unitsOf({ data }: PresenceIngest): Map<number, string> {
  return new Map(
    data.records.row.flatMap((row, i) => {
      const unit = data.units[data.records.unit[i]!];
      return unit && unit.level > 0 && data.records.question[i]! < 0 ? [[row, unit.pcode] as const] : [];
    }),
  );
}
