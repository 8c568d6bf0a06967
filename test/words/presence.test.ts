import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { DEFAULT_DEFINITION, STATUSES } from '../../server/contract/presence/presence.ts';
import { createOrgTypeTable, createSectorTable } from '../../server/matching/sectors.ts';
import { formatMessage } from '../../server/words/message.ts';
import { presenceMessages } from '../../server/words/findings/presence.ts';
import { describeDefinition } from '../../server/presence/definition.ts';
import { TABLES } from '../helpers/presence.ts';

const PARAMS = { level: 2, sheet: 'S', heading: 'H', file: 'f.xlsx', country: 'SLE', start: '2025-05-01', end: '2025-05-31' };

describe.each(Object.entries(presenceMessages))('%s', (code, { title, text }) => {
  test.each(['en', 'fr', 'es', 'ar'] as const)('%s', (lang) => {
    expect(title[lang].length).toBeGreaterThan(2);
    for (const count of [1, 2, 3, 11, 275_845]) {
      const sentence = formatMessage(text, lang, { ...PARAMS, count, rows: count });
      expect(sentence).not.toMatch(/[{}]|undefined/);
      expect(sentence.length).toBeGreaterThan(20);
    }
  });
  test('is used by a check', () => {
    const checks = ['checks', 'columnChecks'].map((name) => readFileSync(`server/presence/${name}.ts`, 'utf8')).join('\n');
    // Causes of doubtful places are one list.
    expect(checks.includes(`'${code}'`) || checks.includes(`  '${code.replace('presence.', '')}',\n`)).toBe(true);
  });
});

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
      'People reached, as reported, of implementing or programming partners; any status; sectors: Health, Gender-Based Violence; types: International NGO; one organisation chosen; from 2025-05-01 to 2025-05-31.',
    );
    expect(fr).toBe(
      'Personnes atteintes, telles que rapportées, des partenaires de mise en œuvre ou de programmation; tout statut; secteurs : Santé, Violences basées sur le genre; types : ONG internationale; une organisation choisie; du 2025-05-01 au 2025-05-31.',
    );
  });
});
