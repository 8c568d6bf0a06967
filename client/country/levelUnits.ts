/** All units of a level, page by page. */
import type { Api } from '../kit/api.ts';
import type { UnitAnswer } from '../../server/contract/datasets/api.ts';

const PAGE = 5000;

export async function fetchLevelUnits(api: Api, dataset: string, version: string, level: number, signal?: AbortSignal): Promise<UnitAnswer[]> {
  const all: UnitAnswer[] = [];
  for (;;) {
    const { units, total } = await api.getUnits(dataset, version, { level, limit: PAGE, offset: all.length }, signal);
    all.push(...units);
    if (units.length === 0 || all.length >= total) return all;
  }
}
