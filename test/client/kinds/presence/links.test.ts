/** Addresses that the 3W page gives ask for the very definition that it counts by. */
import { expect, test } from 'vitest';
import { definitionQuery, presenceHref } from '../../../../client/kinds/presence/links.ts';
import { DEFINITION } from '../../../../client/kinds/presence/state.ts';
import type { CountDefinition } from '../../../../server/contract/presence/presence.ts';
import { definitionQuery as asked, toDefinition } from '../../../../server/contract/presence/api.ts';

const DEFINITIONS: Partial<CountDefinition>[] = [
  {},
  { unit: 'people', role: 'any', statuses: ['planned', 'ongoing', 'completed', 'suspended', 'unknown'] },
  { sectors: ['HEA', 'WSH'], orgTypes: ['437'], orgs: ['relief one', 'a&b +c'] },
  { from: '2025-04-01', to: '2025-05-31' },
];

test.each(DEFINITIONS)('%j', (patch) => {
  const definition = { ...DEFINITION, ...patch };
  const query = new URLSearchParams(definitionQuery(definition));
  expect(toDefinition(asked.parse(Object.fromEntries(new URLSearchParams(query.toString()))))).toEqual(definition);
});

test('an open end is a day that no record is beyond; every row of the source is asked without a definition', () => {
  expect(toDefinition(asked.parse(definitionQuery({ ...DEFINITION, from: '2025-04-01' })))).toMatchObject({ from: '2025-04-01', to: '9999-12-31' });
  expect(definitionQuery({ ...DEFINITION, to: '2025-04-30' })).toEqual({ period: '0001-01-01/2025-04-30' });
  const health = { ...DEFINITION, sectors: ['HEA'] };
  expect(presenceHref('3w-sle', 'hapi.csv', health, { version: 'v01' })).toBe('/api/v1/presence/3w-sle/hapi.csv?sector=HEA&version=v01');
  expect(presenceHref('3w-sle', 'records.csv', health, {})).toBe('/api/v1/presence/3w-sle/records.csv');
});
