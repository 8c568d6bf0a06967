import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createOrgTypeTable, createSectorTable } from '../../server/matching/sectors.ts';

const csv = readFileSync('data/sectors.csv', 'utf8');
const sectors = createSectorTable(csv);
const types = createOrgTypeTable(readFileSync('data/org-types.csv', 'utf8'));
const code = (text: string) => {
  const match = sectors.match(text);
  return match.kind === 'certain' ? match.code : match.kind;
};

describe('sectors', () => {
  test.each([
    ['WASH', 'WSH'],
    ['Eau, Hygiène et Assainissement', 'WSH'],
    ['Agua, Saneamiento e Higiene', 'WSH'],
    ['المياه والصرف الصحي', 'WSH'],
    ['Sécurité Alimentaire', 'FSC'],
    ['Health Cluster', 'HEA'],
    ['Operatioanl presence Health', 'HEA'],
    ['Abris et Non vivres', 'SHL'],
    ['Shelter/NFI', 'SHL'],
    ['Cash multi-sectoriel', 'MPC'],
    ['Protection', 'PRO'],
    ['Protection: GBV', 'PRO-GBV'],
    ['Protection (Child Protection)', 'PRO-CPN'],
    ['Refugee response', 'REF'],
    ['Coordination', 'CSS'],
    ['RRM', 'RRM'],
    ['SA', 'ambiguous'],
    ['MA', 'ambiguous'],
    ['Agriculture', 'ambiguous'],
    ['Health: Education', 'unknown'],
    ['Basket weaving', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (text, expected) => expect(code(text)).toBe(expected));

  test('a decision of the country wins', () => {
    const decided = createSectorTable(csv, new Map([['agriculture', 'AGR']]));
    expect(decided.match('Agriculture')).toEqual({ kind: 'certain', code: 'AGR' });
  });

  test('every parent and every code of the table exists, and no spelling means two codes by accident', () => {
    for (const entry of sectors.entries) if (entry.parent) expect(sectors.get(entry.parent)).toBeDefined();
    for (const entry of [...sectors.entries, ...types.entries]) {
      const table = types.get(entry.code) ? types : sectors;
      for (const name of Object.values(entry.names)) expect(['certain', 'ambiguous'], `${entry.code} ${name}`).toContain(table.match(name).kind);
    }
  });
});

describe('organisation types', () => {
  test.each([
    ['INGO', '437'],
    ['ONG Internationale', '437'],
    ['National NGO', '441'],
    ['Local NGO', '504'],
    ['Agence du Système des Nations Unies', '447'],
    ['Red Cross', '445'],
    ['Sociedad civil', '501'],
    ['GOV', '435'],
  ])('%s → %s', (text, expected) => expect(types.match(text)).toEqual({ kind: 'certain', code: expected }));
});
