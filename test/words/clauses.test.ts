/** Details of items and reasons of skipped checks: the catalogue is whole, is used, and words every check of the defective sample. */
import { describe, expect, test } from 'vitest';
import { judgeSample } from '../../scripts/bench/checks.ts';
import { csvText } from '../../server/sample/population.ts';
import { xlsxBytes } from '../../server/sample/xlsx.ts';
import { makeSample, SAMPLE_COUNTRY } from '../../server/sample/write.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { clause, itemDetail } from '../../server/words/clauses.ts';
import { sayClause } from '../../server/words/words.ts';
import { checkPopulation } from '../../server/population/pipeline.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import { localizeReport } from '../../server/checks/report/localize.ts';
import { optionsOf, unitOf } from '../helpers/population.ts';
import { presenceOptions } from '../helpers/presence.ts';
import { LANGS, expectWorded } from '../helpers/worded.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

describe('in words', () => {
  test('numbers as the language writes them, areas and lengths in the unit that suits them', () => {
    const overlap = clause('topology.overlaps', { a: 'XN01', b: clause('record', { row: 1234 }), area: 1_234_567, width: 0.05 });
    expect(sayClause(overlap, 'en')).toBe('XN01 and record 1234 overlap by 1.23 km², up to 5 cm wide');
    expect(sayClause(overlap, 'fr')).toBe('XN01 et enregistrement 1234 se chevauchent sur 1,23 km², jusqu’à 5 cm de large');
    expect(sayClause(overlap, 'ar')).toBe('تتداخل \u2068XN01\u2069 والسجل 1234 في 1.23 كم²، بعرض يصل إلى 5 سم');
  });
  test('an Arabic detail that begins with a code is still read from the right', () => {
    expect(sayClause(clause('geometry.none', { unit: 'XN01' }), 'ar')).toBe('\u200f\u2068XN01\u2069 بلا شكل هندسي');
    expect(sayClause(clause('verbatim', { text: 'XN01' }), 'ar')).toBe('XN01');
  });
  test('a list is joined as the language joins it', () => {
    const same = clause('geometry.same', { units: ['A', 'B', 'C'] });
    expect(LANGS.map((lang) => sayClause(same, lang)!.replace(/[\u200f\u2068\u2069]/g, ''))).toEqual([
      'A, B and C have the same geometry',
      'A, B et C ont la même géométrie',
      'A, B y C tienen la misma geometría',
      'A وB وC: الشكل الهندسي نفسه',
      'A, B e C têm a mesma geometria',
    ]);
  });
  test.each([
    [1, 'في \u2068A\u2069 رأس مكرر واحد'],
    [2, 'في \u2068A\u2069 رأسان مكرران'],
    [3, 'في \u2068A\u2069 3 رؤوس مكررة'],
    [11, 'في \u2068A\u2069 11 رأسًا مكررًا'],
    [100, 'في \u2068A\u2069 100 رأس مكرر'],
  ])('Arabic counts %s', (count, text) => expect(sayClause(clause('geometry.repeats', { unit: 'A', count }), 'ar')).toBe(text));
  test('what is stored without data, or with a clause of a newer version, keeps its text', () => {
    expect(itemDetail({ detail: 'an old text' }, 'fr')).toBe('an old text');
    expect(itemDetail({ detail: 'a newer text', clause: { code: 'not.yet', params: {} } }, 'fr')).toBe('a newer text');
  });
});

describe('every check of the sample with defects', () => {
  const sample = makeSample({ units: 200, seed: 2, cells: 12_000, defects: true });
  const levels = sample.country.levels.map(({ level, units }) => ({
    level: level as AdminLevel,
    units: units.map(({ pcode, parent }) => unitOf(level as AdminLevel, pcode, sample.country.levels[level - 1]?.units[parent]?.pcode ?? null)),
  }));

  test('boundaries', async () => expectWorded((await judgeSample(sample)).results));
  test('population', async () => {
    const files = sample.population.map((table) => uploadOf(`${table.name}.csv`, [...csvText(table)].join('')));
    expectWorded((await checkPopulation(files, optionsOf(SAMPLE_COUNTRY, levels))).report.results);
    expectWorded((await checkPopulation(files, optionsOf(SAMPLE_COUNTRY, null))).report.results);
  });
  test('3W', async () => {
    const file = uploadOf(sample.manifest.presence.file, xlsxBytes(sample.presence.sheets));
    expectWorded((await runPresenceIngest([file], presenceOptions(SAMPLE_COUNTRY, levels))).report.results);
    expectWorded((await runPresenceIngest([file], presenceOptions(SAMPLE_COUNTRY, []))).report.results);
  });
  test('the whole report in a language, and one stored before clauses were', async () => {
    const { results } = await judgeSample(sample);
    const report = { results } as ValidationReport;
    const [english, french] = [localizeReport(report, 'en'), localizeReport(report, 'fr')];
    expect(english.results.map(({ reason }) => reason)).toEqual(results.map(({ reason }) => reason));
    const skipped = french.results.find(({ check }) => check === 'T5')!;
    expect(skipped.reason).toMatch(/^Ce contrôle ne se fait qu’après une réparation/);
    expect(skipped.reasonClause).toEqual({ code: 'skipped.no-repair', params: {} });
    const old = JSON.parse(
      JSON.stringify(report, (key, value: unknown) => (key === 'clause' || key === 'reasonClause' ? undefined : value)),
    ) as ValidationReport;
    expect(localizeReport(old, 'fr').results.flatMap(({ findings }) => findings.flatMap(({ items }) => items.map(({ detail }) => detail)))).toEqual(
      results.flatMap(({ findings }) => findings.flatMap(({ items }) => items.map(({ detail }) => detail))),
    );
  });
});
