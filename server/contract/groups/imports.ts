/** A spreadsheet read into the structure: what its columns are taken for, what would change, what is in doubt, and what became of each row. */
import { z } from 'zod';
import { ORG_PARTS } from '../presence/columns.ts';
import { sheetAnswer, sheetBody, type SheetAnswer, type SheetChange, type SheetDoubt, type SheetSaid } from '../sheets.ts';
import { CAPACITIES, type Capacity } from './groups.ts';

/** What a column holds. An organisation without a capacity has that of the row, or is a member. */
export type StructureRole =
  | { is: 'group'; part: 'name' | 'acronym' | 'id' }
  | { is: 'organisation'; capacity: Capacity | null; part: 'name' | 'acronym' | 'type' }
  | {
      is: 'type' | 'sector' | 'parent' | 'reports-to' | 'hub' | 'area' | 'capacity' | 'person' | 'role' | 'job-title' | 'email' | 'start' | 'end' | 'ignore';
    };

const structureRole: z.ZodType<StructureRole> = z.union([
  z.object({ is: z.literal('group'), part: z.enum(['name', 'acronym', 'id']) }),
  z.object({ is: z.literal('organisation'), capacity: z.enum(CAPACITIES).nullable(), part: z.enum(ORG_PARTS) }),
  z.object({
    is: z.enum(['type', 'sector', 'parent', 'reports-to', 'hub', 'area', 'capacity', 'person', 'role', 'job-title', 'email', 'start', 'end', 'ignore']),
  }),
]);

/** What a row asks for. `field` changes say which and from what to what. */
export const PLANNED = [
  'group.create',
  'group.change',
  'organisation.create',
  'seat.add',
  'seat.change',
  'person.create',
  'appointment.create',
  'appointment.change',
] as const;
export type Planned = (typeof PLANNED)[number];
export type PlannedChange = SheetChange<Planned>;

export const DOUBTS = [
  'group',
  'parent',
  'hub',
  'type',
  'sector',
  'area',
  'organisation',
  'several',
  'capacity',
  'role',
  'person',
  'date',
  'conflict',
] as const;
export type Doubt = (typeof DOUBTS)[number];
export type ImportDoubt = SheetDoubt<Doubt>;

export type ImportAnswer = SheetAnswer<StructureRole, Planned, Doubt>;
export const importAnswer = sheetAnswer(structureRole, PLANNED, DOUBTS);
export const importBody = sheetBody(structureRole);
export type ImportSaid = SheetSaid<StructureRole>;
