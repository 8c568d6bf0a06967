import { expect, test } from 'vitest';
import { loadConfig } from '../server/config.ts';

test('an override wins over the environment, one that says nothing leaves it', () => {
  const env = { CODMAP_DATA: '/tmp/from-environment' };
  expect(loadConfig(env, { CODMAP_DATA: undefined }).data).toBe('/tmp/from-environment');
  expect(loadConfig(env, { CODMAP_DATA: '/tmp/from-option' }).data).toBe('/tmp/from-option');
});
