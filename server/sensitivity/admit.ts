/** Whether the one who asks may receive a dataset: the one function that every route asks (decision 0055). */
import type { Request } from 'express';
import type { DatasetId } from '../contract/ids.ts';
import type { Audience } from '../contract/sensitivity/sensitivity.ts';
import { ADMITTED, type Admission, type Admit } from '../http/request.ts';
import type { Holdings } from './holdings.ts';

export interface AdmitDeps {
  holdings: Pick<Holdings, 'read'>;
  /** null of strangers. */
  findRights: (request: Request) => Promise<{ receives(dataset: DatasetId, audience: Audience, named: readonly string[]): boolean } | null>;
}

const KEPT: Admission = { isAdmitted: true, kept: true };

/** Public data cost a look into memory; rights are asked of everything else, at each request, so that they end with the membership. */
export function createAdmit({ holdings, findRights }: AdmitDeps): Admit {
  return async (request, dataset) => {
    const { holds } = (await holdings.read()).of(dataset);
    if (holds.audience === 'public') return ADMITTED;
    const rights = await findRights(request as Request);
    if (rights?.receives(dataset, holds.audience, holds.named)) return KEPT;
    return { isAdmitted: false, hidden: holds.class === 'severe', audience: holds.audience };
  };
}
