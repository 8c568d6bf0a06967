/** What a series has sheets of: clusters by name, and spellings that nobody has matched to one together on the last sheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { MapFacts } from '../../../server/maps/facts.ts';
import { listParts, type PartsDeps } from '../../../server/maps/series/parts.ts';
import { createSectorTable } from '../../../server/matching/sectors.ts';
import { DEFAULT_DEFINITION } from '../../../server/contract/presence/presence.ts';

const SECTORS = [
  { code: 'WSH', parent: null },
  { code: 'HEA', parent: null },
  { code: 'PRO-GBV', parent: 'PRO' },
  { code: 'own:helth', parent: null, text: 'Helth' },
  { code: 'own:sheltr-nfi', parent: null, text: 'Sheltr/NFI' },
  // Somebody said that it is none of the known ones.
  { code: 'own:mine-dogs', parent: null, text: 'Mine dogs' },
];

function open({ sensitive = false, sectors = [] as string[] } = {}) {
  const counted: string[][] = [];
  const presence = {
    sectorTable: createSectorTable(readFileSync(join(import.meta.dirname, '../../../data/sectors.csv'), 'utf8')),
    getOverview: async () => ({ sectors: SECTORS, policy: sensitive ? {} : null }),
    open: async () => ({ data: { openSectors: [{ text: 'Helth' }, { text: 'Sheltr/NFI' }, { text: 'Not in this version' }] } }),
    listByArea: async () => [],
  } as unknown as PartsDeps['presence'];
  const data = { kind: 'presence', dataset: '3w-exl', version: 'v01', definition: { ...DEFAULT_DEFINITION, sectors }, split: 'none' };
  const whole = { spec: { data, classes: {} }, boundary: { version: 'v01' }, values: new Map(), ended: [], pinned: true } as unknown as MapFacts;
  const factsOf = async (spec: MapSpec) => {
    if (spec.data.kind === 'presence') counted.push(spec.data.definition.sectors);
    return { ...whole, spec, values: new Map() };
  };
  return { counted, list: (lang: 'en' | 'fr' | 'ru' = 'en') => listParts({ factsOf, presence }, whole, 'cluster', lang) };
}

test('clusters in the order of their names; what nobody has matched is counted once, and stands last', async () => {
  const { counted, list } = open();
  const found = await list();
  expect(found.map(({ name, unmatched }) => [name, unmatched])).toEqual([
    ['Health', undefined],
    ['Mine dogs', undefined],
    ['Protection', undefined],
    ['Water, Sanitation and Hygiene', undefined],
    ['Not matched to a cluster', ['Helth', 'Sheltr/NFI']],
  ]);
  await found.at(-1)!.facts();
  expect(counted).toEqual([['own:helth', 'own:sheltr-nfi']]);
  expect((await open().list('ru')).map(({ name }) => name)).toContain('Здравоохранение');
});

test('of a map that counts some clusters only these; of a sensitive source each spelling is asked by itself, and called what it is', async () => {
  expect((await open({ sectors: ['HEA'] }).list()).map(({ code }) => code)).toEqual(['HEA']);
  const found = await open({ sensitive: true }).list('fr');
  expect(found.slice(-2).map(({ code, name }) => [code, name])).toEqual([
    ['own:helth', 'Non rattaché à un cluster\u00a0: Helth'],
    ['own:sheltr-nfi', 'Non rattaché à un cluster\u00a0: Sheltr/NFI'],
  ]);
});
