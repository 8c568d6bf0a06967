/** The agreed list: codes are stable and never used again, what is agreed keeps what it measures, the registry's columns go in and come out. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Iso3 } from '../../server/contract/ids.ts';
import { indicatorBody, type IndicatorBody } from '../../server/contract/indicators/indicators.ts';
import { writeCsv } from '../../server/formats/tables/write.ts';
import { listColumns } from '../../server/indicators/agreedFile.ts';
import { createAgreedIndicators, knowledgeOf, type AgreedIndicators } from '../../server/indicators/agreedService.ts';
import { createAgreedStore, type AgreedStore } from '../../server/indicators/agreedStore.ts';
import { databaseAt } from '../../server/store/place.ts';
import { migrate } from '../../server/store/schema.ts';
import { ingestText, SECTORS } from '../helpers/indicators/ingest.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

const EXL = 'EXL' as Iso3;
const body = (code: string, more: Partial<IndicatorBody> = {}): IndicatorBody =>
  indicatorBody.parse({ code, title: { en: code }, kind: 'needs', measure: 'people', additive: { units: true, time: 'stock' }, ...more });
let store: AgreedStore;
let list: AgreedIndicators;
let id = 0;

beforeAll(async () => {
  const db = databaseAt({ driver: 'sqlite', path: ':memory:' }).open();
  await migrate(db);
  store = createAgreedStore(db);
  list = createAgreedIndicators({ store, sectors: SECTORS, now: () => new Date('2026-11-30T10:00:00Z'), newId: () => `id-${++id}` });
});

describe('the agreed list', () => {
  test('is proposed, agreed as a whole, changed in what it says and not in what it measures', async () => {
    await list.propose(EXL, [body('PEOPLE-HEA', { sector: 'HEA' }), body('HA.1.a')], 'imo');
    const { draft } = await list.read(EXL);
    expect(draft).toMatchObject({ version: 'v1', state: 'draft', revision: 1 });
    await expect(list.agree(EXL, { revision: 7, group: 'isc', on: '2026-11-30', decision: null })).rejects.toMatchObject({ code: 'indicators.changed' });
    const agreed = await list.agree(EXL, { revision: 1, group: 'isc', on: '2026-11-30', decision: 'Meeting 4' });
    expect(agreed).toMatchObject({ version: 'v1', state: 'current', agreedBy: 'isc', decision: 'Meeting 4' });
    expect(agreed.indicators.map(({ code, state }) => [code, state])).toEqual([['PEOPLE-HEA', 'agreed'], ['HA.1.a', 'agreed']]); // prettier-ignore
    await expect(list.propose(EXL, [body('ha.1.A')], 'imo')).rejects.toMatchObject({ code: 'indicators.code-taken' });
    await expect(list.change(EXL, 'HA.1.a', body('HA.1.a', { measure: 'share' }), 'imo')).rejects.toMatchObject({ code: 'indicators.measure' });
    await list.change(EXL, 'HA.1.a', body('HA.1.a', { title: { en: 'Consultations', fr: 'Consultations' } }), 'imo');
    await list.retire(EXL, 'PEOPLE-HEA', { on: '2026-12-01', reason: 'Replaced', replacedBy: null }, 'imo');
    expect((await list.read(EXL)).current!.indicators.every(({ state }) => state === 'agreed')).toBe(true);
    const next = await list.agree(EXL, { revision: 2, group: 'isc', on: '2026-12-01', decision: null });
    expect(next).toMatchObject({ version: 'v2', state: 'current' });
    expect((await list.listHistory(EXL)).map(({ version, changes }) => [version.version, version.state, changes])).toEqual([
      ['v2', 'current', [{ code: 'PEOPLE-HEA', is: 'retired', fields: [] }, { code: 'HA.1.a', is: 'changed', fields: ['title'] }]],
      ['v1', 'superseded', [{ code: 'PEOPLE-HEA', is: 'agreed', fields: [] }, { code: 'HA.1.a', is: 'agreed', fields: [] }]],
    ]); // prettier-ignore
    // A retired code is never free again.
    await expect(list.propose(EXL, [body('PEOPLE-HEA')], 'imo')).rejects.toMatchObject({ code: 'indicators.code-taken' });
    await expect(list.change(EXL, 'NO-1', body('NO-1'), 'imo')).rejects.toMatchObject({ code: 'indicators.code-unknown' });
  });

  test('values are linked to its codes; others are proposed and never invented in silence', async () => {
    const knowledge = await knowledgeOf(store).readList(EXL);
    expect(knowledge.version).toBe('v2');
    const { data, report } = await ingestText('admin2Pcode,Health: in need,Education: in need\nEX0101,5,4\n', {
      listed: knowledge.indicators,
      list: knowledge.version,
    });
    expect(data.indicators.map(({ code, state }) => [code, state])).toEqual([['PEOPLE-HEA', 'retired'], ['PEOPLE-EDU', 'proposed']]); // prettier-ignore
    const codes = report.results.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toEqual(expect.arrayContaining(['indicators.not-listed', 'indicators.retired']));
  });

  test('is read from the columns of the registry of indicators, and written with them', async () => {
    const csv = [
      'Global Clusters,Code,Sub-domain,Title,Description,Unit of Measurement,Unit Description,Denominator,Numerator,Disaggregation,Key indicator,Types,Response Monitoring,Standards,Threshold',
      'Camp Coordination / Management,CM-02,Site,Number of displaced people in sites,Text,Individual,,,,"Sex, age",Yes,Baseline,,Sphere,',
      'Health,HA.1.a,,Known already,,Facility,,,,,,,,,',
      'Water Sanitation Hygiene,W1-1,,Proportion of people with safe water,,Individual,,All people,With water,Sex,No,Needs,,,80 %',
      ',,,No code,,,,,,,,,,,',
    ].join('\n');
    const { proposed, known, rows } = await list.importFile(EXL, uploadOf('ir.csv', csv), 'imo');
    expect([proposed, known, rows.map(({ fault }) => fault)]).toEqual([['CM-02', 'W1-1'], ['HA.1.a'], [null, null, null, 'code']]);
    const { draft } = await list.read(EXL);
    expect(draft!.indicators.find(({ code }) => code === 'CM-02')).toMatchObject({
      sector: 'CCM',
      measure: 'people',
      key: true,
      disaggregations: ['sex', 'age'],
      standard: 'Sphere',
      state: 'proposed',
      additive: { units: true },
    });
    expect(draft!.indicators.find(({ code }) => code === 'W1-1')).toMatchObject({
      sector: 'WSH',
      measure: 'share',
      denominator: 'All people',
      notes: 'Types: Needs\nThreshold: 80 %',
      additive: { units: false },
    });
    const again = await list.importFile(EXL, uploadOf('own.csv', Buffer.from(writeCsv(listColumns(draft!.indicators))).toString('utf8')), 'imo');
    expect([again.proposed, again.known]).toEqual([[], ['PEOPLE-HEA', 'HA.1.a', 'CM-02', 'W1-1']]);
    expect(await list.dropDraft(EXL)).toBe(true);
    await expect(list.importFile(EXL, uploadOf('x.csv', 'a,b\n1,2\n'), 'imo')).rejects.toMatchObject({ code: 'indicators.list-file' });
  });

  test('an area is mapped by a person with shares of at most the whole, remembered, and undone', async () => {
    const shares = [{ pcode: 'EX0101' as never, level: 2 as const, share: 0.6 }, { pcode: 'EX0102' as never, level: 2 as const, share: 0.5 }]; // prettier-ignore
    await expect(list.decideArea(EXL, { id: 'x', shares }, 'imo')).rejects.toMatchObject({ code: 'indicators.shares' });
    const made = await list.decideArea(EXL, { id: 'x', shares: shares.slice(0, 1) }, 'imo');
    const knowledge = knowledgeOf(store);
    expect((await knowledge.readDecisions(EXL)).decisions.get('x')).toEqual({ id: 'x', shares: shares.slice(0, 1) });
    expect(await list.undoArea(EXL, made, 'imo')).toBe(true);
    expect(await knowledge.readDecisions(EXL)).toMatchObject({ decisions: new Map(), last: '2026-11-30T10:00:00.000Z' });
  });
});
