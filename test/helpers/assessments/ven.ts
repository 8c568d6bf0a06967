/** The real registry of an earthquake response, on the units of its country as the boundary file names them (../shared/data; tests skip without it). */
import { existsSync, readFileSync } from 'node:fs';
import type { AdminUnit } from '../../../server/contract/admin.ts';
import { bodyFinder, createPlaceGround } from '../../../server/assessments/import/ground.ts';
import { readJson } from '../../../server/assessments/import/json.ts';
import { readSheet, type ReadSheet } from '../../../server/assessments/import/read.ts';
import type { KnownPlace } from '../../../server/assessments/store.ts';
import { createOrganisationRegistry } from '../../../server/matching/organisations.ts';
import { createSectorTable } from '../../../server/matching/sectors.ts';
import { unit } from './records.ts';

const FILE = '../shared/data/workgroup/assessments/ven_earthquakes_2026_assessment_registry.json';
const UNITS = '../shared/data/ven/ab/ven_itos_adm1.topojson';
export const hasVen = existsSync(FILE) && existsSync(UNITS);
export const venFile = (): Uint8Array => readFileSync(FILE);

interface Topology {
  objects: Record<string, { geometries: { properties: Record<string, string> }[] }>;
}
export function venUnits(): AdminUnit[] {
  const { objects } = JSON.parse(readFileSync(UNITS, 'utf8')) as Topology;
  const units = Object.values(objects)[0]!.geometries.map(({ properties }) => unit(1, properties['admin1Pcode']!, 'VE', properties['admin1RefName']));
  return [unit(0, 'VE', null, 'Venezuela'), ...units];
}
export const sectorTable = () => createSectorTable(readFileSync('data/sectors.csv', 'utf8'));

export function readVen(known: readonly KnownPlace[] = []): ReadSheet {
  return readSheet(readJson('ven.json', venFile()), {
    sectors: sectorTable(),
    places: createPlaceGround('VEN' as never, 'v01' as never, venUnits(), known),
    findBody: bodyFinder(createOrganisationRegistry(), new Set()),
    said: [],
    lang: 'en',
  });
}
