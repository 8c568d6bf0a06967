/** What a column of a table of indicators holds: the roles of `columns` (contract/columns.ts) for this kind. */
import { z } from 'zod';
import { columnAnswer, type ColumnAnswer, type ColumnQuestion, type ColumnReading, type NumberStyle } from '../columns.ts';
import { adminLevel, type AdminLevel } from '../ids.ts';
import { MEASURE_TYPES, type MeasureType } from './indicators.ts';
import { LAYOUTS, OBSERVATION_TYPES, PHASES, POPULATION_STATUSES, type Layout, type ObservationType, type Phase, type PopulationStatus } from './terms.ts';

/** A column of values: whose, of what. `indicator` is the part of a code before the sector: `PEOPLE`, `SEVERITY`, `IPC`, `IDP`, or a code of the list. */
export interface ValueRole {
  is: 'value';
  indicator: string;
  sector: string | null;
  status: PopulationStatus;
  measure: MeasureType;
  type?: ObservationType | undefined;
  phase?: Phase | undefined;
  sex?: 'f' | 'm' | undefined;
  age?: string | undefined;
  group?: string | undefined;
}

export type IndicatorRole =
  | ValueRole
  /** `level` null: of areas, which may be units of any level, or none. */
  | { is: 'pcode' | 'name'; level: AdminLevel | null }
  /** Each row says it for its values. */
  | { is: 'country' | 'sector' | 'category' | 'sex' | 'ageRange' | 'groupName' | 'status' | 'indicator' | 'phase' | 'type' | 'analysis' }
  /** Of the type of observation whose columns they stand before, in a wide table. */
  | { is: 'start' | 'end' | 'date' | 'year'; type?: ObservationType | undefined }
  | { is: 'ignore' };

/** A column as it was read, with its evidence; of which table of the upload. */
export interface IndicatorColumn extends ColumnReading<IndicatorRole> {
  file: string;
  sheet: string;
}

/** How a table was understood, kept and found again by its headings, as in the 3W. */
export interface LayoutProfile {
  id: string;
  file: string;
  sheet: string;
  layout: Layout;
  /** How many rows of headings. */
  headingRows: number;
  /** Folded headings in the order of the file. */
  headings: string[];
  columns: { heading: string; column: number; role: IndicatorRole; numbers: NumberStyle | null; said?: true | undefined }[];
}

const kind = z.enum(OBSERVATION_TYPES).optional();
const role: z.ZodType<IndicatorRole> = z.union([
  z.object({
    is: z.literal('value'),
    indicator: z.string().min(1).max(40),
    sector: z.string().max(20).nullable(),
    status: z.enum(POPULATION_STATUSES),
    measure: z.enum(MEASURE_TYPES),
    type: kind,
    phase: z.enum(PHASES).optional(),
    sex: z.union([z.literal('f'), z.literal('m')]).optional(),
    age: z.string().max(40).optional(),
    group: z.string().max(80).optional(),
  }),
  z.object({ is: z.union([z.literal('pcode'), z.literal('name')]), level: adminLevel.nullable() }),
  z.object({ is: z.enum(['country', 'sector', 'category', 'sex', 'ageRange', 'groupName', 'status', 'indicator', 'phase', 'type', 'analysis']) }),
  z.object({ is: z.enum(['start', 'end', 'date', 'year']), type: kind }),
  z.object({ is: z.literal('ignore') }),
]);

export type IndicatorColumnAnswer = ColumnAnswer<IndicatorRole>;
export type IndicatorQuestion = ColumnQuestion<IndicatorRole>;
export const indicatorColumnAnswer = columnAnswer(role);

/** What a person may say of a file besides the file: its columns, its layout, what period it is of. */
export const indicatorAnswers = z.object({
  columns: z.array(indicatorColumnAnswer).max(20_000).optional(),
  layout: z.enum(LAYOUTS).optional(),
  period: z
    .object({ start: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'wrong.day'), end: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'wrong.day') })
    .refine(({ start, end }) => start <= end, 'wrong.order')
    .optional(),
  remember: z.boolean().optional(),
});
export type IndicatorAnswers = z.infer<typeof indicatorAnswers>;
