/** Names of sectors and types of organisations that the page says are those of the tables that the server matches by. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

test.each(['en', 'fr', 'es', 'ar'])('%s', async (language) => {
  const names = (file: string, prefix: string) =>
    (parse(readFileSync(`data/${file}`), { columns: true, bom: true }) as Record<string, string>[]).map(
      (row) => [`${prefix}.${row['code']}`, row[`name_${language}`]] as const,
    );
  const messages = ((await import(`../../../../server/words/${language}/interface/codes.ts`)) as { default: Record<string, string> }).default;
  expect(messages).toEqual(Object.fromEntries([...names('sectors.csv', 'sector'), ...names('org-types.csv', 'org-type')]));
});
