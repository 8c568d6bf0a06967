/** What the 3W page counts for the sample country is what the server answers, for every definition and level. No browser needed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPresence, matrixOf, organisationsIn } from '../../client/kinds/presence/count.ts';
import type { CountDefinition, PresenceColumns } from '../../server/contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import type { MatrixAnswer, OrganisationsAnswer, SummaryAnswer } from '../../server/contract/presence/api.ts';
import type { Product } from '../../scripts/browser.ts';
import { startProduct } from '../setup/product.ts';

const DEFINITIONS: [query: string, definition: Partial<CountDefinition>][] = [
  ['', {}],
  ['unit=activities&role=any', { unit: 'activities', role: 'any' }],
  ['unit=people&status=ongoing', { unit: 'people', statuses: ['ongoing'] }],
  ['sector=HEA,WSH', { sectors: ['HEA', 'WSH'] }],
  ['orgType=437&period=2025-04-01/2025-05-31', { orgTypes: ['437'], from: '2025-04-01', to: '2025-05-31' }],
];
let product: Product;
let columns: PresenceColumns;
const get = async <T>(path: string) => (await (await fetch(`${product.url}/api/v1/presence/3w-xnv/${path}`)).json()) as T;

beforeAll(async () => {
  product = await startProduct();
  columns = await get<PresenceColumns>('columns');
});
afterAll(() => product?.stop());

test.each(DEFINITIONS)('“%s”', async (query, patch) => {
  const definition = { ...DEFAULT_DEFINITION, ...patch };
  for (const level of [1, 2, 3] as const) {
    const answer = await get<SummaryAnswer>(`summary?level=${level}&${query}`);
    const own = countPresence(columns, definition, level);
    expect(own.totals.records).toBeGreaterThan(0);
    expect({ byPcode: own.byPcode, reported: own.reported, totals: own.totals }).toEqual({
      byPcode: answer.byPcode,
      reported: answer.reported,
      totals: answer.totals,
    });
    const { sectors, units, counts } = await get<MatrixAnswer>(`matrix?level=${level}&${query}`);
    const matrix = matrixOf(columns, definition, level);
    // The sample has no areas of responsibility, so its sectors are the clusters.
    expect(units.map(({ pcode }) => sectors.map((code) => matrix.cells.get(pcode)?.[matrix.clusters.indexOf(code)] ?? 0))).toEqual(counts);
  }
  const { organisations } = await get<OrganisationsAnswer>(`organisations?${query}`);
  const rows = organisationsIn(columns, definition, 1, null).map(({ org, records }) => [columns.organisations[org]!.id, records]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(organisations.map(({ id, records }) => [id, records])));
});
