/** Pages of this server that news lead to. Pure. */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import { PAGES } from '../contract/paths.ts';

export const pageOf = (page: string, scope: Scope): string => page.replace(':iso3', scope.toLowerCase());
export const datasetPage = (scope: Scope, dataset: DatasetId): string => pageOf(PAGES.dataset, scope).replace(':dataset', dataset);
