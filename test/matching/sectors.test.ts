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
    // Its own code inside food security: nothing is lost, whichever cluster the country counts it in.
    ['Agriculture', 'AGR'],
    // Signs, joining words, order and plurals.
    ['Abris / NFI', 'SHL'],
    ['Abris/AnA', 'SHL'],
    ['Abris et ANA', 'SHL'],
    ['ES/NFIs', 'SHL'],
    ['Shelter and NFIs', 'SHL'],
    ['Shelter & Non Food Items', 'SHL'],
    ['NFI & Shelter', 'SHL'],
    ['Abrigo/ Artigos não alimentares', 'SHL'],
    ['Explosive Hazard', 'PRO-MIN'],
    ['Explosive Hazards', 'PRO-MIN'],
    ["Protection: Protection de l'enfant", 'PRO-CPN'],
    ['Protection: Logement, terre et propriété', 'PRO-HLP'],
    ['Protection: Lutte anti-mines', 'PRO-MIN'],
    ['Protection-GBV', 'PRO-GBV'],
    ['Protection-CP', 'PRO-CPN'],
    ['Protección para la niñez', 'PRO-CPN'],
    ['Early Recovery & Livelihoods', 'ERY'],
    ['Camp coordination / camp management', 'CCM'],
    ['Gestion des Sites d’Accueil Temporaires', 'CCM'],
    ['Água, Saneamento e Higiene', 'WSH'],
    ['1. Eau', 'WSH'],
    ['TMUM/MPCA', 'MPC'],
    // Two clusters in one cell, and what is none of the list.
    ['Shelter & Site Coordination', 'unknown'],
    ['Health / Nutrition', 'unknown'],
    ['Réponse aux Rapatriés', 'unknown'],
    ['Choléra', 'unknown'],
    ['Zzyzx Cluster', 'unknown'],
    // One slip, and one part that nobody knows: shown, not taken.
    ['Multi-setoriel', 'ambiguous'],
    ['Violencia basada en género - PEAS', 'ambiguous'],
    ['Provide teaching materials, hygiene materials, recreation kits, etc.', 'unknown'],
    ['Health: Education', 'unknown'],
    ['Basket weaving', 'unknown'],
    ['', 'unknown'],
  ])('%s → %s', (text, expected) => expect(code(text)).toBe(expected));

  test('a decision of the country wins', () => {
    const decided = createSectorTable(csv, new Map([['agriculture', 'FSC']]));
    expect(decided.match('Agriculture')).toEqual({ kind: 'certain', code: 'FSC' });
  });

  test('no two bags of words of the table mean two codes without being told apart by their exact spelling', () => {
    for (const { code, names } of sectors.entries)
      for (const name of Object.values(names)) expect([name, sectors.match(name)]).toEqual([name, { kind: 'certain', code }]);
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
