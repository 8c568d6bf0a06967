/** What a column of a population table holds: the roles of `columns` (contract/columns.ts) for COD-PS. */
import { z } from 'zod';
import type { ColumnAnswer, ColumnQuestion, ColumnReading } from '../columns.ts';
import { columnAnswer } from '../columns.ts';
import type { AdminLevel } from '../ids.ts';
import { adminLevel } from '../ids.ts';
import { SEXES } from './population.ts';

export type PopulationColumnRole =
  /** A sex and an age group (`ageFrom` null: all ages; `ageTo` null beside it: open), or another group by its name; of the year, where columns are of several. */
  | { is: 'group'; sex: 'f' | 'm' | 't'; ageFrom: number | null; ageTo: number | null; other?: string | null | undefined; year?: number | null | undefined }
  /** `level` null: told row by row or by the codes themselves. */
  | { is: 'pcode' | 'name'; level: AdminLevel | null }
  | { is: 'level' | 'country' | 'year' | 'source' | 'sex' | 'ageRange' | 'ageMin' | 'ageMax' | 'groupName' }
  | { is: 'ignore' };

/** A column as it was read, with its evidence; of which table of the upload. */
export interface PopulationColumn extends ColumnReading<PopulationColumnRole> {
  file: string;
  sheet: string;
}

const age = z.number().int().min(0).max(130).nullable();
const role: z.ZodType<PopulationColumnRole> = z.union([
  z
    .object({
      is: z.literal('group'),
      sex: z.enum(SEXES),
      ageFrom: age,
      ageTo: age,
      other: z.string().min(1).max(100).nullable().optional(),
      year: z.number().int().min(1900).max(2150).nullable().optional(),
    })
    .refine(({ ageFrom, ageTo }) => ageTo === null || (ageFrom !== null && ageFrom <= ageTo), 'wrong.ages'),
  z.object({ is: z.enum(['pcode', 'name']), level: adminLevel.nullable() }),
  z.object({ is: z.enum(['level', 'country', 'year', 'source', 'sex', 'ageRange', 'ageMin', 'ageMax', 'groupName']) }),
  z.object({ is: z.literal('ignore') }),
]);

export type PopulationColumnAnswer = ColumnAnswer<PopulationColumnRole>;
export type PopulationQuestion = ColumnQuestion<PopulationColumnRole>;

export const populationColumnAnswer = columnAnswer(role);

/** What a person may say about a population file besides the file. `remember` false: of the next file nothing of it is used. */
export const populationAnswers = z.object({ columns: z.array(populationColumnAnswer).max(20_000).optional(), remember: z.boolean().optional() });
export type PopulationAnswers = z.infer<typeof populationAnswers>;
