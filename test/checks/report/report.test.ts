import { describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { wellFormed } from './wellFormed.ts';
import type { CheckResult, Finding, ValidationReport } from '../../../server/contract/finding.ts';
import { populationChecks } from '../../../server/population/checks/population.ts';
import { presenceChecks } from '../../../server/presence/checks.ts';
import { CHECKS } from '../../../server/boundaries/checks/all.ts';
import { checkLabel } from '../../../server/words/checks.ts';
import type { Lang } from '../../../server/contract/languages.ts';
import { fillChecklist } from '../../../server/checks/report/checklist.ts';
import { writeChecklistHtml, writeChecklistXlsx } from '../../../server/checks/report/checklistFiles.ts';
import { writeCsvReport } from '../../../server/checks/report/csv.ts';
import { writeGeoJsonReport } from '../../../server/checks/report/geojson.ts';
import { writeHtmlReport } from '../../../server/checks/report/html.ts';

const LANGS: Lang[] = ['en', 'fr', 'es', 'ar'];

const gap: Finding = {
  code: 'pcode.missing',
  severity: 'error',
  level: 2,
  message: 'x',
  params: { count: 1234, level: 2 },
  count: 1234,
  accepted: 1,
  items: [
    {
      id: 'a',
      pcodes: ['=HYPERLINK("evil")'],
      rows: [7],
      detail: '<script>alert(1)</script>',
      at: [1, 2],
      areaM2: 5,
      overlay: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      accepted: { reason: 'a lake & so', by: 'Amina', at: '2026-01-02T00:00:00Z' },
    },
  ],
};
const result = (check: string, status: CheckResult['status'], findings: Finding[] = [], reason?: string): CheckResult => ({
  check,
  label: check,
  spec: 's',
  status,
  findings,
  ms: 0,
  ...(reason ? { reason } : {}),
});
const report: ValidationReport = {
  dataset: null,
  sha256: 'abc',
  levels: [{ level: 2, units: 12_345 }],
  results: [result('P1', 'failed', [gap]), result('P4', 'passed'), result('G7', 'skipped', [], 'no reference')],
  errors: 1233,
  warnings: 0,
  infos: 0,
  accepted: 1,
  publishable: false,
};

test('every check has a name in every language', () => {
  for (const { id } of [...CHECKS, ...populationChecks, ...presenceChecks])
    for (const lang of LANGS) expect(checkLabel({ check: id, label: '?' }, lang), `${id} ${lang}`).not.toBe('?');
});

describe('csv', () => {
  const rows = parse<Record<string, string>>(writeCsvReport(report, 'fr'), { columns: true, bom: true });
  test('one line for each item, and one for those not listed', () => expect(rows.map((row) => row.detail)).toEqual(['<script>alert(1)</script>', '… + 1233']));
  test('a formula is defused, the text is in the language asked for', () => {
    expect(rows[0]!.pcodes).toBe('\'=HYPERLINK("evil")');
    expect(rows[0]!.message).toContain('sans P-code');
  });
});

test('geojson: located items only', () => {
  const { features } = JSON.parse(writeGeoJsonReport(report, 'en'));
  expect(features).toHaveLength(1);
  expect(features[0]).toMatchObject({ id: 'a', geometry: { type: 'Polygon' }, properties: { check: 'P1', severity: 'error', accepted: 'a lake & so' } });
});

describe('html', () => {
  test.each(LANGS)('%s: self-contained, escaped, well-formed', (lang) => {
    const html = writeHtmlReport(report, lang, { title: 'A <b> & C', tables: [], published: null, disclaimer: 'No <opinion>.' });
    expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).not.toMatch(/<script|<b> &|https?:\/\/|src=|@import|url\(/);
    expect(html).toContain('&#60;script&#62;');
    expect(html).toContain('<svg ');
    wellFormed.check(html);
  });
});

test.each([
  ['errors, which a reason publishes', {}, null, 'Can be published with a reason only'],
  [
    'an open question, which none does',
    { questions: [{ id: 'q', about: 'role', text: 'Which?', clause: { code: 'verbatim', params: { text: 'Which?' } }, rows: 1, choices: [] }] as never },
    null,
    'Cannot be published yet',
  ],
  ['nothing', { errors: 0, publishable: true }, null, 'Can be published'],
  ['what was published with a reason', {}, { reason: 'agreed' }, 'Published: <bdi>agreed</bdi>'],
])('the verdict of the report: %s', (_, over, published, expected) => {
  const html = writeHtmlReport({ ...report, ...over }, 'en', { title: 'A', tables: [], published, disclaimer: '' });
  expect(/<p class="verdict \w+">(.*?)<\/p>/.exec(html)![1]).toBe(expected);
});

describe('checklist', () => {
  const checklist = fillChecklist(report, 'en', { country: 'SLE', date: '2026-11-22' });
  const point = (check: string) => checklist.sections.flatMap(({ points }) => points).find(({ checks }) => checks.includes(check))!;
  test('marks: open error, left out, judged by hand', () => {
    expect(point('P1').mark).toBe('✘');
    expect(point('G7').mark).toBe('–');
    expect(
      checklist.sections
        .flatMap(({ points }) => points)
        .filter(({ checks }) => checks.length === 0)
        .map(({ mark }) => mark),
    ).toEqual(['–', '–', '–']);
  });
  test('the worst group decides', () => {
    expect(checklist).toMatchObject({ workOrder: 'sle_202611', result: 'needsImprovement' });
    const clean = { ...report, results: [result('P1', 'passed')] };
    expect(fillChecklist(clean, 'en', { country: 'SLE', date: '2026-11-22' }).result).toBe('fullyUsable');
  });
  test('an accepted exception does not spoil a mark', () => {
    const accepted = { ...report, results: [result('P1', 'passed', [{ ...gap, count: 1, accepted: 1 }])] };
    expect(fillChecklist(accepted, 'en', { country: 'SLE', date: '2026-11-22' }).sections.find(({ number }) => number === 6)!.mark).toBe('✔');
  });
  test('every check that the checklist names exists', () => {
    const known = new Set(CHECKS.map(({ id }) => id).concat('R2'));
    for (const { checks } of checklist.sections.flatMap(({ points }) => points)) for (const id of checks) expect(known, id).toContain(id);
  });
  test.each(LANGS)('%s: page and sheet are written', async (lang) => {
    const filled = fillChecklist(report, lang, { country: 'SLE', date: '2026-11-22' });
    wellFormed.check(writeChecklistHtml(filled, lang, 'T'));
    expect(
      Buffer.from(await writeChecklistXlsx(filled, lang, '=1+1'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
