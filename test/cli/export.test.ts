/** `codmap export` of what is no boundaries, and the last line of `codmap check`. */
import { expect, test } from 'vitest';
import { exportVersion } from '../../server/cli/versions/export.ts';
import { formatReport, toColours } from '../../server/cli/report.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';
import type { DatasetId } from '../../server/contract/ids.ts';
import type { Store } from '../../server/app/main.ts';
import { ingestText, SMALL } from '../helpers/presence.ts';

const storeOf = (artifacts: { kind: string; file: string; level?: number }[], bytes: Uint8Array) =>
  ({
    datasets: { getVersion: async (dataset: DatasetId) => ({ dataset, version: 'v01', levels: [{ level: 1 }], artifacts }), readArtifact: async () => bytes },
  }) as unknown as Pick<Store, 'datasets'>;

test('a 3W as CSV is its records; other formats say which there is', async () => {
  const { data } = await ingestText('Organisation,Sector,Admin1,Admin1 Pcode\nUNICEF,WASH,North,EX01\nMSF,Health,South,EX02\n', SMALL);
  const store = storeOf([{ kind: 'presence', file: '3w-exl.json' }], Buffer.from(JSON.stringify(data)));
  const lines = Buffer.from(await exportVersion(store, '3w-exl' as DatasetId, 'current', { format: 'csv' }))
    .toString('utf8')
    .trim()
    .split('\r\n');
  expect([lines.length, lines[1]]).toEqual([3, expect.stringMatching(/UNICEF.*EX01/)]);
  await expect(exportVersion(store, '3w-exl' as DatasetId, 'current', { format: 'gpkg' })).rejects.toThrow('3w-exl v01 can only be exported as csv');
});

test('population says the formats it has, and its levels', async () => {
  const store = storeOf([{ kind: 'csv', file: 'exl_admpop_adm1.csv', level: 1 }], new Uint8Array());
  await expect(exportVersion(store, 'cod-ps-exl' as DatasetId, 'current', { format: 'gpkg' })).rejects.toThrow('is exported as csv, not as gpkg');
  await expect(exportVersion(store, 'cod-ps-exl' as DatasetId, 'current', { format: 'csv', level: 3 })).rejects.toThrow('Its levels are 1.');
});

test('checks that passed with warnings are not all well', () => {
  const result = (severity: string | null) => ({
    check: 'Q1',
    label: '',
    spec: '',
    status: 'passed',
    findings: severity ? [{ code: 'c', severity, level: null, message: 'm', params: {}, count: 3, accepted: 0, items: [] }] : [],
  });
  const report = (results: object[]) =>
    ({ dataset: null, sha256: '', levels: [], results, errors: 0, warnings: 3, infos: 0, accepted: 0, publishable: true }) as unknown as ValidationReport;
  expect(formatReport(report([result('warning'), result(null), result('info')]), toColours(false))).toContain(
    '3 of 3 checks passed, 1 of them with warnings to look at. 0 errors, 3 warnings',
  );
  expect(formatReport(report([result(null)]), toColours(false))).toContain('1 of 1 checks passed. ');
});
