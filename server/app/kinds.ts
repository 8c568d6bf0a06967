/** The list of subjects, and how the kind of an upload is told from its files. */
import type { DatasetKind } from '../contract/ids.ts';
import { detectTableKind } from '../kinds/detectTable.ts';
import type { UploadFile } from '../formats/raw.ts';
import { isTables } from '../formats/tables/archive.ts';
import type { Kinds } from '../kinds/kind.ts';
import { populationTables } from '../population/detect.ts';
import { presenceTables } from '../presence/detect.ts';
import { createPresenceStore } from '../presence/store.ts';
import type { Database } from '../store/schema.ts';
import { boundaryKind } from '../boundaries/kind.ts';
import { populationKind } from '../population/kind.ts';
import { presenceKind } from '../presence/kind.ts';

/** Kinds that come as tables; the first is taken where two fit alike. */
export const TABLE_KINDS = [populationTables, presenceTables];

/** `db` holds what people decided before; undefined where there is no store yet. */
export function createKinds(db: Database | undefined): Kinds {
  return { 'cod-ab': boundaryKind(TABLE_KINDS), 'cod-ps': populationKind, '3w': presenceKind(db && createPresenceStore(db)) };
}

/** Tables are population or 3W, by their columns; everything else is boundaries, and a table beside boundary files is their gazetteer. */
export async function detectKind(files: UploadFile[]): Promise<DatasetKind> {
  for (const file of files) if (!(await isTables(file))) return 'cod-ab';
  return (await detectTableKind(files, TABLE_KINDS)) ?? 'cod-ps';
}
