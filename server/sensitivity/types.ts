/** Which row of the table a dataset falls under, by what is in it. */
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { LAYER, PRESENCE, toDatasetKind, type DatasetId } from '../contract/ids.ts';
import type { DataType } from '../contract/sensitivity/sensitivity.ts';
import { orNull } from '../errors.ts';
import type { SensitivityDeps } from './deps.ts';
import { typeOfKind } from './holdings.ts';

/**
 * Of all versions that are public, old ones too, since all are given to whoever may receive the dataset; and of one that is about to be.
 * @param also a draft
 */
export async function findType(
  { listVersions, hasCoordinates, isOfFacilities }: Pick<SensitivityDeps, 'listVersions' | 'hasCoordinates' | 'isOfFacilities'>,
  dataset: DatasetId,
  also?: DatasetVersion,
): Promise<DataType> {
  const kind = toDatasetKind(dataset);
  if (kind !== PRESENCE && kind !== LAYER) return typeOfKind(dataset);
  const versions = [...(also ? [also] : []), ...((await listVersions(dataset)) ?? []).filter(isPublic)];
  // A layer of where people are treated, taught or sheltered is one of facilities.
  if (kind === LAYER) return (await Promise.all(versions.map((version) => orNull(isOfFacilities(version))))).includes(true) ? 'facilities' : 'layers';
  for (const version of versions) if (await saysWhere(hasCoordinates, version)) return 'presence-points';
  return 'presence';
}

/** A version without its file of records says nothing of places. */
const saysWhere = async (hasCoordinates: SensitivityDeps['hasCoordinates'], version: DatasetVersion): Promise<boolean> =>
  (await orNull(hasCoordinates(version))) ?? false;
