/** The entry form as XLSForm: judged by the checker of the house, and what it asks is what is read here again. */
import { describe, expect, test } from 'vitest';
import { createGround } from '../../server/assessments/coverage/ground.ts';
import { writeForm } from '../../server/assessments/files/form.ts';
import { rolesOfHeading } from '../../server/assessments/import/headings.ts';
import type { VersionTag } from '../../server/contract/ids.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { faultsOf, readForm } from '../helpers/forms/xlsform.ts';
import { unit } from '../helpers/assessments/records.ts';
import { sectorTable } from '../helpers/assessments/ven.ts';

/** Two districts of one name, as countries have them. */
const UNITS = [unit(0, 'SL', null), unit(1, 'SL01', 'SL', 'North'), unit(1, 'SL02', 'SL', 'South'), unit(2, 'SL0101', 'SL01', 'Central'), unit(2, 'SL0201', 'SL02', 'Central')]; // prettier-ignore
const form = async (level: 1 | 2, lang: (typeof LANGS)[number] = 'en') =>
  readForm(await writeForm({ scope: 'SLE', ground: createGround('v01' as VersionTag, UNITS), sectors: sectorTable(), level, lang, version: '20270201' }));

describe('the entry form', () => {
  test.each(LANGS)('has no fault that a converter would stop at (%s first)', async (lang) => {
    expect(faultsOf(await form(2, lang))).toEqual([]);
  });

  test('asks for districts of the chosen regions, and tells two of one name apart by their codes', async () => {
    const { survey, choices } = await form(2);
    expect(survey.find(({ name }) => name === 'admin2')).toMatchObject({ type: 'select_multiple adm2', choice_filter: 'selected(${admin1}, above)' });
    const districts = choices.filter((each) => each['list_name'] === 'adm2');
    expect(districts.map((each) => [each['name'], each['above'], each['label::English (en)']])).toEqual([
      ['SL0101', 'SL01', 'Central (SL0101)'],
      ['SL0201', 'SL02', 'Central (SL0201)'],
    ]);
    expect((await form(1)).survey.some(({ name }) => name === 'admin2')).toBe(false);
  });

  test('has names that are read again as what they ask', async () => {
    const { survey } = await form(2);
    const read = Object.fromEntries(survey.map(({ name = '' }) => [name, rolesOfHeading(name).toSorted((a, b) => b.fit - a.fit)[0]?.role.is]));
    expect(read).toMatchObject({ title: 'title', lead_organisation: 'lead', sectors: 'sectors', assessment_status: 'status', collection_start: 'start', collection_end: 'end', admin1: 'place', admin2: 'place', notes: 'notes' }); // prettier-ignore
  });
});
