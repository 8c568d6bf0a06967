/** The proof of a repair shares nothing with the repair (decision 0024): a fault in code of both would hide in both. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'server/boundaries/proof';

test.each(readdirSync(FOLDER))('%s imports only the contract, its own folder and packages', (file) => {
  const source = readFileSync(join(FOLDER, file), 'utf8');
  const imports = [...source.matchAll(/^import (type )?[^;]*? from '(\.[^']+)'/gm)].map(([, type, path]) => ({ path: path!, isType: type !== undefined }));
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter(({ path, isType }) => !path.startsWith('./') && !(isType && path.startsWith('../../contract/')))).toEqual([]);
});
