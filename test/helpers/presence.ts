/** 3W imports for tests: real boundaries as units, CSV texts and real files through the pipeline. */
import { existsSync, readFileSync } from 'node:fs';
import type { AdminUnit, Gazetteer } from '../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, Pcode, VersionTag } from '../../server/contract/ids.ts';
import type { PresenceIngest, PresenceIngestOptions } from '../../server/presence/pipeline.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { normalizeBoundaries } from '../../server/boundaries/normalize/boundaries.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { realUpload, uploadOf } from './tables/workbook.ts';
import { unitOf } from './population.ts';

export const hasData = existsSync('../shared/data/README.md');

export const TABLES = { sectors: readFileSync('data/sectors.csv', 'utf8'), orgTypes: readFileSync('data/org-types.csv', 'utf8') };

/** Units of real boundary files as an upload gives them; the country itself is added where no file holds it. */
export async function realLevels(country: string, paths: string[]): Promise<Gazetteer['levels']> {
  const { layers } = await readUpload(paths.map(realUpload));
  const { levels } = normalizeBoundaries(layers, { country: country as Iso3 });
  const known = levels.map(({ level, table }) => ({ level, units: table.units.filter(({ pcode }) => (pcode as string) !== '') }));
  if (known.some(({ level }) => level === 0)) return known;
  const top = known.find(({ level }) => level === 1)!.units;
  const root = unitOf(0, top[0]!.parentPcode ?? country.slice(0, 2), null, country);
  return [
    { level: 0, units: [root] },
    ...known.map(({ level, units }) => ({ level, units: level === 1 ? units.map((unit) => ({ ...unit, parentPcode: root.pcode })) : units })),
  ];
}

export function presenceOptions(country: string, levels: Gazetteer['levels'] | null, more: Partial<PresenceIngestOptions> = {}): PresenceIngestOptions {
  const boundaries = levels && { dataset: `cod-ab-${country.toLowerCase()}` as DatasetId, version: 'v01' as VersionTag, levels };
  return {
    country: country as Iso3,
    dataset: `3w-${country.toLowerCase()}` as DatasetId,
    sha256: '',
    today: '2026-11-22',
    boundaries,
    tables: TABLES,
    ...more,
  };
}

export function ingestText(text: string, levels: Gazetteer['levels'], more: Partial<PresenceIngestOptions> = {}, name = 'exl_3w.csv'): Promise<PresenceIngest> {
  return runPresenceIngest([uploadOf(name, text)], presenceOptions('EXL', levels, more));
}

export function named(level: AdminLevel, pcode: string, parent: string | null, ...names: string[]): AdminUnit {
  return { ...unitOf(level, pcode, parent), names: names.map((name) => ({ lang: 'und', name })), pcode: pcode as Pcode };
}

/** Two regions, four districts. */
export const SMALL: Gazetteer['levels'] = [
  { level: 0, units: [named(0, 'EX', null, 'Exland')] },
  { level: 1, units: [named(1, 'EX01', 'EX', 'North'), named(1, 'EX02', 'EX', 'South')] },
  {
    level: 2,
    units: [
      named(2, 'EX0101', 'EX01', 'Bo'),
      named(2, 'EX0102', 'EX01', 'Kailahun'),
      named(2, 'EX0201', 'EX02', 'Tonkolili'),
      named(2, 'EX0202', 'EX02', 'Moyamba'),
    ],
  },
];
