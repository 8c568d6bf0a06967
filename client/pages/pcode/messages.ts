/** What the page of P-codes and its worker say to each other. Types only. */
import type { PlaceColumn, SaidPlaceColumn, TableSummary } from '../../../server/contract/lookup/table.ts';
import type { RowNote } from '../../../server/lookup/table/rows.ts';
import type { RowMethod } from '../../../server/contract/lookup/table.ts';

export interface ToldRow {
  /** As in the file. */
  number: number;
  method: RowMethod;
  place: string | null;
  notes: RowNote[];
}

/** Boundaries once, then a file, then how its columns are to be read, then the texts of the notes to be written beside the rows. */
export type Ask =
  | { is: 'ground'; country: string; geometry: ArrayBuffer; diff: unknown }
  | { is: 'file'; name: string; bytes: ArrayBuffer }
  | { is: 'read'; sheet: string | null; said: SaidPlaceColumn[] }
  | { is: 'write'; notes: string[] };

export type Fault = 'read' | 'rows' | 'empty' | 'ground';
export type Told =
  | { is: 'ready'; levels: number[] }
  | { is: 'coded'; summary: TableSummary; columns: PlaceColumn[]; rows: ToldRow[] }
  | { is: 'written'; name: string; media: string; bytes: ArrayBuffer }
  | { is: 'fault'; fault: Fault };
