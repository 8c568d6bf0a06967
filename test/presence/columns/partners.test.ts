/** "Organisation" beside "Partner" with acronyms in one of them: two bodies of a row, and which one implements is asked, never taken as acronym and name of one. */
import { describe, expect, test } from 'vitest';
import { SMALL, ingestText } from '../../helpers/presence.ts';

const ROWS = [
  ['UNICEF', 'Red Cross', 'Health', 'Bo'],
  ['WFP', 'Caritas', 'Nutrition', 'Tonkolili'],
  ['UNHCR', 'Islamic Relief', 'Protection', 'Kailahun'],
  ['FAO', 'World Vision', 'Nutrition', 'Bo'],
  ['IOM', 'Mercy Corps', 'Protection', 'Kailahun'],
];

describe.each([
  [['Organization', 'Partner', 'Cluster', 'District']],
  [['Organisation', 'Partenaire', 'Secteur', 'District']],
  [['Организация', 'Партнёр', 'Кластер', 'Район']],
  [['Organización', 'Socio', 'Sector', 'Distrito']],
])('%s', (headings) => {
  test.each([1, 3, 5])('%i rows, the partner of the rest not named', async (named) => {
    const text = [headings, ...ROWS.map((row, i) => (i < named ? row : row.with(1, '')))].map((row) => row.join(';')).join('\n');
    const { guesses, data, report } = await ingestText(text, SMALL);
    expect(guesses.filter(({ role }) => role.is === 'org' && role.part === 'acronym')).toEqual([]);
    expect(data.organisations.every(({ acronym }) => acronym === null)).toBe(true);
    expect(data.organisations.map(({ name }) => name)).toEqual(expect.arrayContaining(ROWS.map(([org]) => org)));
    expect(report.questions?.length).toBeGreaterThan(0);
  });
});

test('an acronym that the letters show needs no heading', async () => {
  const rows = [
    ['NRC', 'Norwegian Refugee Council'],
    ['IRC', 'International Rescue Committee'],
    ['DRC', 'Danish Refugee Council'],
    ['ACF', 'Action contre la Faim'],
    ['MSF', 'Médecins sans frontières'],
  ];
  const text = `Actor;Description of the actor;Cluster;District\n${rows.map((row) => [...row, 'Health', 'Bo'].join(';')).join('\n')}`;
  const { data } = await ingestText(text, SMALL);
  expect(data.organisations.map(({ name, acronym }) => [acronym, name])).toEqual(rows);
});
