/** The list of subjects, and how the kind of an upload is told from its files. */
import { BOUNDARIES, INDICATORS, LAYER, POPULATION, PRESENCE, type DatasetKind } from '../contract/ids.ts';
import { detectTableKind } from '../kinds/detectTable.ts';
import type { UploadFile } from '../formats/raw.ts';
import { isTables } from '../formats/tables/archive.ts';
import type { Kinds } from '../kinds/kind.ts';
import { populationTables } from '../population/detect.ts';
import { presenceTables } from '../presence/detect.ts';
import { createPresenceStore } from '../presence/store.ts';
import type { Database } from '../store/schema.ts';
import { createLayoutStore } from '../boundaries/layoutStore.ts';
import { boundaryKind } from '../boundaries/kind.ts';
import { knowledgeOf } from '../indicators/agreedService.ts';
import { createAgreedStore } from '../indicators/agreedStore.ts';
import { indicatorTables } from '../indicators/detect.ts';
import { indicatorKind } from '../indicators/kind.ts';
import { looksLikeLayer } from '../layers/detect.ts';
import { layerKind } from '../layers/kind.ts';
import { populationKind } from '../population/kind.ts';
import { presenceKind } from '../presence/kind.ts';

/** Kinds that come as tables; the first is taken where two fit alike. */
export const TABLE_KINDS = [populationTables, presenceTables, indicatorTables];

/** `db` holds what people decided before; undefined where there is no store yet. */
export function createKinds(db: Database | undefined): Kinds {
  return {
    [BOUNDARIES]: boundaryKind(TABLE_KINDS, db && createLayoutStore(db)),
    [POPULATION]: populationKind,
    [PRESENCE]: presenceKind(db && createPresenceStore(db)),
    [LAYER]: layerKind,
    [INDICATORS]: indicatorKind(db && knowledgeOf(createAgreedStore(db))),
  };
}

/** Tables are population, 3W or indicators, by their columns, and where they are none of these but have coordinates, layers; everything else is boundaries, and a table beside boundary files is their gazetteer. */
export async function detectKind(files: UploadFile[]): Promise<DatasetKind> {
  for (const file of files) if (!(await isTables(file))) return BOUNDARIES;
  return (await detectTableKind(files, TABLE_KINDS)) ?? ((await looksLikeLayer(files)) ? LAYER : POPULATION);
}

const plain = createKinds(undefined);
/** Whether a dataset of this kind may be closed to strangers one day. */
export const mayClose = (kind: DatasetKind): boolean => plain[kind].mayClose;
