/**
 * Columns of a table: what each is taken for, on what evidence, and what a person says of it. One shape for 3W, population and gazetteers;
 * only the roles differ (`PresenceRole` for 3W). The `columns` of `check --format json` is the template of `--columns FILE.json`
 * and of `PUT /datasets/{id}/versions/{version}/columns` (decision 0025).
 */
import { z } from 'zod';
import type { Clause } from './clause.ts';
import type { VersionTag } from './ids.ts';
import type { LayerSaid } from './overlays/said.ts';

/** How the cells of a column write numbers. */
export interface NumberStyle {
  thousands: ',' | '.' | ' ' | "'" | null;
  decimal: '.' | ',';
}

/** Why a column is taken, or not taken, for a role; with samples of what it rests on. */
export interface RoleReason {
  /** English as stored; other languages are made from the clause. */
  text: string;
  clause: Clause;
  /** What it adds to the role: above zero for it, below against it. About 1.5 in sum is what a role needs to be used. */
  weight: number;
}

export interface RoleChoice<Role> {
  role: Role;
  /** 0 … 1: how far this reading of the whole table stands out from the best one without it; 1 where a person said so. */
  confidence: number;
  /** Heaviest first. */
  reasons: RoleReason[];
}

export interface ColumnReading<Role> extends RoleChoice<Role> {
  /** 0-based position in the table. */
  column: number;
  heading: string;
  hxl: string | null;
  /** What weighs most; `asked`: a person said so; `profile`: the file before was read so. */
  from: 'hxl' | 'heading' | 'values' | 'profile' | 'asked';
  /** First distinct values, for a preview. */
  samples: string[];
  /** Cells that hold something, and how many different texts they hold. Of large tables counted in an even sample of rows. */
  filled: number;
  distinct: number;
  /** BCP 47 of names, where the heading says it or a person did. */
  language: string | null;
  /** What stands between several values of one cell; empty where nothing is split. */
  separators: string[];
  /** Said by a person; null: found from the cells. */
  numbers: NumberStyle | null;
  /** Other roles that the column might have, likeliest first. */
  alternatives: RoleChoice<Role>[];
}

/** What a person says of one column: only what is given is said. */
export interface ColumnAnswer<Role> {
  heading: string;
  /** 0-based; needed where several columns have the heading, or none. */
  column?: number | undefined;
  role?: Role | undefined;
  language?: string | null | undefined;
  separators?: string[] | undefined;
  numbers?: NumberStyle | null | undefined;
  /** Of one table only, where an upload of several is read as a whole (population); else of every table that has the heading. */
  file?: string | undefined;
  sheet?: string | undefined;
}

/** What must be answered before a draft can be published: a guess whose evidence is thin, beside what else it may be. */
export interface ColumnQuestion<Role> {
  /** The same for the same doubt in the same layout. */
  id: string;
  about: 'role' | 'numbers' | 'boundaries' | 'coordinates' | 'layer';
  text: string;
  clause: Clause;
  /** Rows whose reading hangs on the answer. */
  rows: number;
  /** The first is what was taken. `columns` is the answer as it is sent; of the codes of a file it is `codedBy`. */
  choices: QuestionChoice<Role>[];
}

export interface QuestionChoice<Role> {
  text: string;
  clause: Clause;
  confidence: number;
  columns: ColumnAnswer<Role>[];
  codedBy?: VersionTag;
  /** Of a layer: what is said with this choice, beside columns. */
  overlay?: LayerSaid;
  /** Of a layer: where the first of its rows lie by this choice, for a map. WGS 84. */
  points?: [lon: number, lat: number][];
}

const numberStyle = z.object({ thousands: z.enum([',', '.', ' ', "'"]).nullable(), decimal: z.enum(['.', ',']) });
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'wrong.language')
  .nullable();
/** What the template holds besides what can be said: taken back unread. */
const EVIDENCE = ['hxl', 'from', 'samples', 'filled', 'distinct', 'alternatives', 'confidence', 'reasons', 'marks'] as const;

/** Schema of one answer; what is neither an answer nor evidence of the template is a slip of the pen, and is refused by name. */
export function columnAnswer<Role>(role: z.ZodType<Role>) {
  const evidence = Object.fromEntries(EVIDENCE.map((key) => [key, z.unknown().optional()])) as Record<(typeof EVIDENCE)[number], z.ZodOptional<z.ZodUnknown>>;
  return z
    .strictObject({
      heading: z.string().max(2000),
      column: z.number().int().min(0).max(20_000).optional(),
      role: role.optional(),
      language: language.optional(),
      separators: z.array(z.string().min(1).max(10)).max(10).optional(),
      numbers: numberStyle.nullable().optional(),
      file: z.string().max(1000).optional(),
      sheet: z.string().max(1000).optional(),
      ...evidence,
    })
    .transform(({ heading, column, role: said, language: lang, separators, numbers, file, sheet }): ColumnAnswer<Role> => ({
      heading,
      ...(file === undefined ? {} : { file }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column }),
      ...(said === undefined ? {} : { role: said }),
      ...(lang === undefined ? {} : { language: lang }),
      ...(separators === undefined ? {} : { separators }),
      ...(numbers === undefined ? {} : { numbers }),
    }));
}
