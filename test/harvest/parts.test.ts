/** Fingerprints, secrets and times: small parts, each by itself. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { InputError, UnavailableError } from '../../server/errors.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { writeWorkbook } from '../../server/formats/tables/workbook.ts';
import { lookInto } from '../../server/harvest/lookFiles.ts';
import { sealSecret, toHeaders, unsealSecret } from '../../server/harvest/secret.ts';
import { nextAfterFault, nextRegular } from '../../server/harvest/when.ts';
import { repacked } from '../helpers/harvest/workbooks.ts';

const file = (name: string, bytes: Uint8Array | string) => ({ name, source: bytesSource(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes) });
const look = async (...files: ReturnType<typeof file>[]) => lookInto(files);

describe('what came', () => {
  const text = (name: string, ...values: string[]) => ({ name, type: 'text' as const, values });
  const sheet = (value: string) => writeWorkbook([{ name: 'Data', rows: 2, columns: [text('Org', 'UNICEF', value), text('Adm2', 'SL01', 'SL02')] }]);

  test('of a workbook the sheets decide, not how they were packed', async () => {
    const first = await look(file('a.xlsx', sheet('WFP')));
    expect(first.parts).toEqual([{ name: 'Data', rows: 2, columns: ['Org', 'Adm2'] }]);
    const again = repacked(sheet('WFP'));
    expect(Buffer.from(again).equals(Buffer.from(sheet('WFP')))).toBe(false);
    expect((await look(file('b.xlsx', again))).fingerprint).toBe(first.fingerprint);
    expect((await look(file('a.xlsx', sheet('FAO')))).fingerprint).not.toBe(first.fingerprint);
  });

  test('of an archive its files, of anything else the bytes', async () => {
    const feature = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'SL01' }, geometry: { type: 'Point', coordinates: [1, 2] } }] }); // prettier-ignore
    const packed = (level: 0 | 9, at: string) =>
      zipSync({ 'a.geojson': new TextEncoder().encode(feature), 'b.txt': new TextEncoder().encode('x') }, { level, mtime: at });
    const first = await look(file('x.zip', packed(9, '2026-01-01')));
    expect(first.parts).toEqual([{ name: 'a', rows: 1, columns: ['code'] }]);
    expect((await look(file('x.zip', packed(0, '2026-06-01')))).fingerprint).toBe(first.fingerprint);
    const csv = await look(file('x.csv', 'a,b\r\n1,2\r\n'));
    expect(csv.parts).toEqual([{ name: 'x', rows: 1, columns: ['a', 'b'] }]);
    expect((await look(file('x.csv', 'a,b\n1,2\n'))).fingerprint).not.toBe(csv.fingerprint);
    // What nothing can be made of has a fingerprint all the same; the ingest says what is wrong with it.
    expect((await look(file('x.geojson', 'nonsense'))).parts).toEqual([]);
  });
});

test('a secret is read with the secret of the server, of its own source, and no other way', () => {
  const sealed = sealSecret('marker', 'source-1', 'server');
  expect(sealed).not.toContain('marker');
  expect(sealSecret('marker', 'source-1', 'server')).not.toBe(sealed);
  expect([unsealSecret(sealed, 'source-1', 'server'), unsealSecret(sealed, 'source-2', 'server'), unsealSecret(sealed, 'source-1', 'other')]).toEqual(['marker', null, null]); // prettier-ignore
  expect(unsealSecret(`${sealed.slice(0, -2)}AA`, 'source-1', 'server')).toBeNull();
  expect([toHeaders('token', 'x'), toHeaders('bearer', 'x'), toHeaders('key', 'x'), toHeaders('basic', 'é:x'), toHeaders('none', 'x')]).toEqual([
    { authorization: 'Token x' },
    { authorization: 'Bearer x' },
    { authorization: 'x' },
    { authorization: `Basic ${Buffer.from('é:x').toString('base64')}` },
    {},
  ]);
  expect(toHeaders('key', 'x\r\nhost: evil')).toEqual({ authorization: 'xhost: evil' });
});

test('the next fetch: by the interval; after a fault that may pass sooner, and later each time; never before a host allows', () => {
  const now = new Date('2026-12-01T00:00:00Z');
  const passing = new UnavailableError('harvest.status', '');
  const minutes = (text: string | null) => text && (Date.parse(text) - now.getTime()) / 60_000;
  expect([1, 2, 3, 4, 9].map((failures) => minutes(nextAfterFault({ every: 1440 }, passing, failures, now)))).toEqual([15, 30, 60, 120, 1440]);
  expect([1, 3].map((failures) => minutes(nextAfterFault({ every: 60 }, passing, failures, now)))).toEqual([15, 60]);
  expect(minutes(nextAfterFault({ every: 1440 }, new InputError('harvest.gone', ''), 1, now))).toBe(1440);
  expect([1, 7, 8].map((failures) => minutes(nextAfterFault({ every: null }, passing, failures, now)))).toEqual([15, 960, null]);
  const asked = new UnavailableError('outside.wait', '', { details: { until: '2026-12-01T05:00:00.000Z' } });
  expect(minutes(nextAfterFault({ every: 1440 }, asked, 1, now))).toBe(300);
  expect([minutes(nextRegular({ every: 60 }, now)), nextRegular({ every: null }, now)]).toEqual([60, null]);
});
