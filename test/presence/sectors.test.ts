/** Sectors that no list knows keep their words, are listed with their rows, decided once and remembered; nobody is nobody. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createSectorTable } from '../../server/matching/sectors.ts';
import { writeHapiCsv, writeRecordsCsv } from '../../server/presence/files.ts';
import { compactPresence } from '../../server/presence/normalize/data.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { withOwnSectors } from '../../server/matching/sectors.ts';
import { TABLES } from '../helpers/presence.ts';
import { bodiesOf, ingestTogo, readTogo, sectorsOf, unitsOf } from '../helpers/togo.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});
const table = (sectors: string[]) =>
  ['Organisation,Cluster,District Pcode', ...sectors.map((sector, i) => `Org ${i % 3},"${sector}",TG010${1 + (i % 2)}`)].join('\n') + '\n';

describe('spellings', () => {
  test.each([
    ['SHL', ['Abris / NFI', 'Abris/AnA', 'ES/NFIs', 'Shelter and NFIs', 'Shelter & Non Food Items', 'Abris et ANA', 'Shelter/NFI', 'ABRIS-AME', 'Alojamiento / NFI', 'Shelter & NFI Cluster']], // prettier-ignore
    ['PRO-MIN', ['Explosive Hazard', 'Explosive Hazards', 'Mine action', 'Lutte anti-mines', 'Acción contra minas']],
    ['PRO-CPN', ["Protection: Protection de l'enfant", 'Child protection', 'Protección de la niñez', 'حماية الطفل', 'Protection (Child Protection)']],
    ['ERY', ['Early Recovery & Livelihoods', 'Early Recovery and Livelihoods', 'Relèvement précoce', 'Recuperación temprana']],
    ['CCM', ['Camp coordination / camp management', 'CCCM', 'Gestion des camps', 'Coordination et gestion des camps']],
    ['WSH', ['WASH', 'EHA', 'Eau, Hygiène et Assainissement', 'Water Sanitation & Hygiene', 'Agua, saneamiento e higiene', 'Água, saneamento e higiene', 'المياه والصرف الصحي']], // prettier-ignore
  ])('%s', (code, spellings) => {
    const sectors = createSectorTable(TABLES.sectors);
    expect(spellings.filter((text) => sectors.sure(text) !== code)).toEqual([]);
  });

  test('what nobody knows is kept, listed with its rows, and in no file by a code of ours', async () => {
    const result = await ingestTogo(togo, 'tgo_3w.csv', table(['Health', 'Zzyzx Cluster', 'zzyzx cluster', 'Health', 'Grappe Inconnue']));
    expect(sectorsOf(result)).toEqual(['Grappe Inconnue', 'HEA', 'Zzyzx Cluster']);
    expect(result.data.openSectors.map(({ text, rows }) => [text, rows])).toEqual([['Zzyzx Cluster', 2], ['Grappe Inconnue', 1]]); // prettier-ignore
    const records = new TextDecoder().decode(writeRecordsCsv(result.data, null));
    expect(records).toContain('Zzyzx Cluster');
    const columns = compactPresence(result.data, '3w-tgo', 'v01');
    const sectors = withOwnSectors(createSectorTable(TABLES.sectors), columns.sectors);
    const hapi = new TextDecoder().decode(writeHapiCsv(columns, { country: 'TGO', definition: DEFAULT_DEFINITION, sectors, hxl: false, under: null }));
    expect(hapi).toContain('Zzyzx Cluster');
    expect(records + hapi).not.toContain('own:');
  });

  test('decided once, it is that sector in every file after', async () => {
    const decided = { spelling: 'Zzyzx Cluster', codes: ['EDU'], by: 'ann', at: '2025-01-01' };
    const memory = { places: [], sectors: [decided], orgTypes: [], organisations: [], profiles: [] };
    const result = await ingestTogo(togo, 'tgo_3w.csv', table(['Health', 'ZZYZX cluster', 'Zzyzx Cluster']), { memory: memory as never });
    expect([sectorsOf(result), result.data.openSectors]).toEqual([['EDU', 'HEA'], []]);
  });
});

describe('nobody', () => {
  test.each([
    'No partner',
    'N/A',
    'aucun',
    'Aucune',
    'Néant',
    'none',
    'Sin socio',
    'Ninguno',
    'No aplica',
    'nenhum',
    'Sem parceiro',
    'لا يوجد',
    'لا يوجد شريك',
    '-',
    'Pas de partenaire',
  ])('%s', async (nobody) => {
    const rows = ['Org A,UNHCR', 'Org B,WFP', `Org C,${nobody}`, `Org A,${nobody}`, 'Org B,UNHCR', `Org C,${nobody}`];
    const text = `Implementing partner,Programme partner,Cluster,District Pcode\n${rows.map((row, i) => `${row},Health,TG010${1 + (i % 2)}`).join('\n')}\n`;
    const result = await ingestTogo(togo, 'tgo_3w.csv', text);
    expect([bodiesOf(result, 'implementing'), bodiesOf(result, 'programming')]).toEqual([['Org A', 'Org B', 'Org C'], ['UNHCR', 'WFP']]); // prettier-ignore
  });
});

test('soft hyphens, direction marks and blanks in codes and names change nothing', async () => {
  const rows = ['\u200eTG0101', 'TG\u00ad0102', '\u202bTG0201\u202c', ' TG0202\u00a0', '\u2066TG0101\u2069', 'TG\u200b0102'];
  const text = `Organisation,Cluster,District Pcode\n${rows.map((code, i) => `Org\u00ad ${i % 2},\u200fHealth,${code}`).join('\n')}\n`;
  const result = await ingestTogo(togo, 'tgo_3w.csv', text);
  expect([...unitsOf(result).values()]).toEqual(['TG0101', 'TG0102', 'TG0201', 'TG0202', 'TG0101', 'TG0102']);
  expect([bodiesOf(result, 'implementing'), sectorsOf(result)]).toEqual([['Org 0', 'Org 1'], ['HEA']]);
});
