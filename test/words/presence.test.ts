import { describe, expect, test } from 'vitest';
import { DEFAULT_DEFINITION, STATUSES } from '../../server/contract/presence/presence.ts';
import { createOrgTypeTable, createSectorTable } from '../../server/matching/sectors.ts';
import { describeDefinition } from '../../server/presence/definition.ts';
import { TABLES } from '../helpers/presence.ts';

describe('the definition in words', () => {
  const sectors = createSectorTable(TABLES.sectors);
  const types = createOrgTypeTable(TABLES.orgTypes);
  test('says everything that was chosen', () => {
    const { en, fr } = describeDefinition(
      {
        ...DEFAULT_DEFINITION,
        unit: 'people',
        role: 'any',
        statuses: [...STATUSES],
        sectors: ['HEA', 'PRO-GBV'],
        orgTypes: ['437'],
        orgs: ['a'],
        from: '2025-05-01',
        to: '2025-05-31',
      },
      sectors,
      types,
    );
    expect(en).toBe(
      'People reached, as reported, of implementing or programming partners; all statuses; clusters: Health, Gender-Based Violence; types: International NGO; one selected organisation; from 2025-05-01 to 2025-05-31.',
    );
    expect(fr).toBe(
      'Personnes atteintes, telles que rapportées, des partenaires de mise en œuvre ou de programmation ; tous les statuts ; clusters : Santé, Violences basées sur le genre ; types : ONG internationale ; une organisation choisie ; du 2025-05-01 au 2025-05-31.',
    );
  });
});
