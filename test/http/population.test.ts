import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetails } from '../../server/contract/datasets/api.ts';
import { populationAnswer } from '../../server/contract/population/population.ts';
import { runPopulationIngest } from '../../server/population/pipeline.ts';
import { putArtifact, recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { optionsOf, unitOf } from '../helpers/population.ts';
import { fakeSummary } from '../helpers/units.ts';
import { uploadOf } from '../helpers/tables/workbook.ts';

const BASE = '/api/v1/datasets/cod-ps-sle/versions';
let server: TestServer;
const get = async (path: string) => {
  const response = await fetch(server.url + path);
  return { status: response.status, cache: response.headers.get('cache-control'), body: (await response.json()) as unknown };
};

beforeAll(async () => {
  server = await startTestServer();
  const { artifacts, levels } = await runPopulationIngest(
    [
      uploadOf('sle_admpop_adm1_2022.csv', 'ADM1_EN,ADM1_PCODE,F_TL,M_TL,T_TL,F_00_04,F_05Plus\nNorth,SL01,6,4,10,1,5\nSouth,SL02,2,1,3,,\n'),
      uploadOf('sle_admpop_adm2_2022.csv', 'ADM1_PCODE,ADM2_EN,ADM2_PCODE,T_TL,T_adulte\nSL01,Bo,SL0101,10,4\nSL02,Iro,SL0201,3,2\n'),
    ],
    optionsOf('SLE', [{ level: 1, units: [unitOf(1, 'SL01', 'SL'), unitOf(1, 'SL02', 'SL')] }]),
  );
  const stored = [];
  for (const { kind, level, file, mediaType, bytes } of artifacts)
    stored.push({ ...(await putArtifact(server.store, kind, file, mediaType, bytes)), ...(level === undefined ? {} : { level }) });
  for (let i = 0; i < 2; i++) await server.store.datasets.recordVersion({ ...fakeSummary(stored), kind: 'cod-ps', levels }, { by: 'tester' });
  await server.store.datasets.publishVersion('cod-ps-sle' as never, 'v01' as never, { by: 'tester', reason: 'test' });
  await recordSample(server.store);
  await server.store.datasets.publishVersion('cod-ab-sle' as never, 'v01' as never, { by: 'tester', reason: 'test' });
});
afterAll(() => server.close());

describe('population', () => {
  test('all levels, with the boundaries they were joined to', async () => {
    const { status, cache, body } = await get(`${BASE}/v01/population`);
    expect([status, cache]).toEqual([200, 'public, max-age=31536000, immutable']);
    const answer = populationAnswer.parse(body);
    expect(answer.levels.map(({ level, total, pcodes }) => [level, total, pcodes])).toEqual([
      [1, 13, ['SL01', 'SL02']],
      [2, 13, ['SL0101', 'SL0201']],
    ]);
    expect(answer.levels[0]!.boundaries).toEqual({ dataset: 'cod-ab-sle', version: 'v01' });
    // Not known is null, never 0.
    expect(answer.levels[0]!.values[3]).toEqual([1, null]);
  });

  test.each([
    ['level=1&sex=f&age=0-4', ['F_00_04'], [['SL01', 'SL02']]],
    ['level=1&sex=f&age=5%2B', ['F_05Plus'], [['SL01', 'SL02']]],
    ['level=1&age=all', ['F_TL', 'M_TL', 'T_TL'], [['SL01', 'SL02']]],
    ['level=2&age=adulte', ['T_adulte'], [['SL0101', 'SL0201']]],
    ['level=2&age=all', ['T_TL'], [['SL0101', 'SL0201']]],
    ['pcode=SL02,SL0201&sex=t', ['T_TL'], [['SL02'], ['SL0201']]],
  ])('%s', async (query, keys, pcodes) => {
    const { body } = await get(`${BASE}/current/population?${query}`);
    const { levels } = populationAnswer.parse(body);
    expect(levels[0]!.groups.map(({ key }) => key)).toEqual(keys);
    expect(levels.map((level) => level.pcodes)).toEqual(pcodes);
    for (const level of levels) for (const values of level.values) expect(values).toHaveLength(level.pcodes.length);
  });

  test.each([
    [`${BASE}/v01/population?level=4`, 404, 'population.level-unknown'],
    [`${BASE}/v01/population?pcode=NOPE`, 404, 'unit.unknown'],
    [`${BASE}/v01/population?age=7-8`, 404, 'population.group-unknown'],
    [`${BASE}/v01/population?age=old`, 404, 'population.group-unknown'],
    [`${BASE}/v01/population?age=`, 400, ''],
    [`${BASE}/v02/population`, 404, 'version.unknown'],
    ['/api/v1/datasets/cod-ab-sle/versions/v01/population', 404, 'population.none'],
  ])('%s is a problem', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(problemDetails.parse(answer.body).type).toContain(code);
  });
});
