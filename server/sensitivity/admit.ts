/** Whether the one who asks may receive a dataset, or the files it was made from: what every route asks (decision 0055). */
import type { Request } from 'express';
import { toIso3, type DatasetId } from '../contract/ids.ts';
import type { Audience, Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import { ADMITTED, type Admission, type Admit } from '../http/request.ts';
import { rowOf, type Holdings } from './holdings.ts';

export interface AdmitDeps {
  holdings: Pick<Holdings, 'read'>;
  /** null of strangers. */
  findRights: (request: Request) => Promise<{ receives(dataset: DatasetId, audience: Audience, named: readonly string[]): boolean } | null>;
}

const KEPT: Admission = { isAdmitted: true, kept: true };

/** Public data cost a look into memory; rights are asked of everything else, at each request, so that they end with the membership. */
export function createAdmit(deps: AdmitDeps): Admit {
  return async (request, dataset) => ask(deps, request as Request, dataset, (await deps.holdings.read()).of(dataset).holds);
}

/** The same of files as they were uploaded, of whoever may receive the dataset: a row of the table is about them. */
export function createAdmitSource(deps: AdmitDeps): Admit {
  return async (request, dataset) => {
    const row = rowOf((await deps.holdings.read()).tableOf(toIso3(dataset)), 'source-files');
    return row ? ask(deps, request as Request, dataset, row) : ADMITTED;
  };
}

async function ask({ findRights }: AdmitDeps, request: Request, dataset: DatasetId, holds: Sensitivity): Promise<Admission> {
  if (holds.audience === 'public') return ADMITTED;
  const rights = await findRights(request);
  if (rights?.receives(dataset, holds.audience, holds.named)) return KEPT;
  return { isAdmitted: false, hidden: holds.class === 'severe', audience: holds.audience };
}
