/** Routes of 3W: what may be asked, and what is answered. */
import { CALENDARS } from './dates.ts';
import { z } from 'zod';
import { asOfQuery, dataAsOfAnswer, type AsOfQuery } from '../datasets/asOf.ts';
import { PRESENCE, toDatasetKind, adminLevel, datasetId, pcode, versionTag } from '../ids.ts';
import { LANGS, PRINT_LANGS, type PrintLang } from '../languages.ts';
import type { ActivityStatus, CountDefinition, PeriodSpan } from './presence.ts';
import { ORG_ROLES } from './columns.ts';
import { CODED_HOW } from './coded.ts';
import { COUNT_UNITS, DEFAULT_DEFINITION, presenceAnswers, STATUSES } from './presence.ts';

export const presenceParams = z.object({ id: datasetId.refine((id) => toDatasetKind(id) === PRESENCE, 'wrong.presence') });

const list = z
  .string()
  .max(4000)
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  );
const statuses = list.pipe(z.array(z.enum([...STATUSES, 'all'])));

/** `2025`, `2025-05` or `2025-05-01/2025-07-31` as inclusive days. */
export function toSpan(text: string): PeriodSpan {
  const [from = '', to = from] = text.split('/');
  const last = (day: string) => {
    const [year, month] = day.split('-').map(Number) as [number, number?];
    return month ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : `${day}-12-31`;
  };
  return { start: from.length === 10 ? from : from.length === 7 ? `${from}-01` : `${from}-01-01`, end: to.length === 10 ? to : last(to) };
}
const DAY = String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`;
/** A month, a year, or two days. */
export const periodText = z.string().regex(new RegExp(`^${DAY}(/${DAY})?$`), 'wrong.period');

const versionRef = z.union([versionTag, z.literal('current')]);
/** A parameter misspelt is a filter left out: its answer would look like the one asked for, so it is refused by name. */
const queryOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? 'wrong.parameter' : undefined) });

/** What to count: every part has a default, and the answer repeats all of them. */
export const definitionQuery = queryOf({
  version: z.union([versionTag, z.literal('current')]).default('current'),
  unit: z
    .enum(['organisations', 'activities', 'people'])
    .default(DEFAULT_DEFINITION.unit)
    .describe('`people`: those reached, as reported. Where the file has no such numbers (`hasPeople` false), every count is null.'),
  role: z
    .enum(['implementing', 'programming', 'funding', 'any', 'either'])
    .default(DEFAULT_DEFINITION.role)
    .describe('`any`, or `either`: implementing or programming partners. `funding`: who pays, counted by itself only.'),
  /** With commas; `all` for every status. */
  status: statuses.optional(),
  sector: list.optional().describe('Sector codes with commas; a cluster includes its areas of responsibility. A code that does not exist is a problem (404).'),
  org: list.optional().describe('Organisation ids with commas. An id that the version does not have is a problem (404).'),
  orgType: list.optional().describe('Codes of organisation types with commas. A code that does not exist is a problem (404).'),
  period: periodText.optional(),
  ...asOfQuery.shape,
});
export const levelQuery = definitionQuery.extend({ level: z.coerce.number().pipe(adminLevel).default(1) });
const onto = versionRef
  .optional()
  .describe(
    'Count on this published version of the boundaries: rows go where the ground of their unit went; those of a unit that was split are certain above it and possible in each heir. Not for a sensitive 3W, which is counted on the boundaries that it was placed on.',
  );
export const summaryQuery = levelQuery.extend({ boundaries: onto });
/** Which version is asked, and on which boundaries; files of the rows as they were read know only their own. */
export type OntoQuery = Pick<z.output<typeof definitionQuery>, 'version'> & AsOfQuery & { boundaries?: z.output<typeof onto> };
export const unitFilterQuery = definitionQuery.extend({ pcode: pcode.optional() });
export const ontoFilterQuery = unitFilterQuery.extend({ boundaries: onto });
export const recordsQuery = unitFilterQuery.extend({
  limit: z.coerce.number().int().min(1).max(5000).default(500),
  offset: z.coerce.number().int().min(0).default(0),
});
export const presenceVersionQuery = queryOf({ version: definitionQuery.shape.version });
const presenceAsOfQuery = presenceVersionQuery.extend(asOfQuery.shape);
/** Names of clusters and headings, in one language. */
export const tableQuery = summaryQuery.extend({ lang: z.enum(LANGS).default('en') });
export const overviewQuery = presenceAsOfQuery;
export const columnsQuery = presenceAsOfQuery.extend({ boundaries: onto });

export function toDefinition(query: z.output<typeof definitionQuery>): CountDefinition {
  const span = query.period === undefined ? null : toSpan(query.period);
  const asked = query.status;
  const wanted = (asked?.includes('all') ? [...STATUSES] : asked) as ActivityStatus[] | undefined;
  return {
    unit: query.unit,
    role: query.role === 'either' ? 'any' : query.role,
    statuses: wanted ?? DEFAULT_DEFINITION.statuses,
    sectors: query.sector ?? [],
    orgTypes: query.orgType ?? [],
    orgs: query.org ?? [],
    from: span?.start ?? null,
    to: span?.end ?? null,
  };
}

const status = z.enum(STATUSES);
const boundariesRef = z.object({ dataset: z.string(), version: z.string() }).nullable();
export const definitionAnswer = z.object({
  unit: z.enum(COUNT_UNITS),
  role: z.enum([...ORG_ROLES, 'any']),
  statuses: z.array(status),
  sectors: z.array(z.string()),
  orgTypes: z.array(z.string()),
  orgs: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const people = z.number().nullable().describe('Sum over the records that state a number; null where none does, which is not zero.');
const told = z.number().nullable().describe('null of a sensitive 3W where it is not given: not known, never zero.');
const reason = z
  .literal('withheld')
  .optional()
  .describe('Of a sensitive 3W: there are some, and how many is withheld, because the number is small or would tell a small one.');
const unitCount = z.object({
  count: z
    .number()
    .nullable()
    .describe('What the definition counts; null where unit is people and no record states any, and where `reason` says that it is withheld.'),
  organisations: told,
  sectors: told,
  records: told,
  people,
  reason,
});
const about = {
  dataset: datasetId,
  version: versionTag,
  boundaries: boundariesRef,
  asOf: dataAsOfAnswer.optional().describe('Which version was taken, and of which boundaries, where a day was asked for.'),
};

export const summaryAnswer = z.object({
  ...about,
  level: adminLevel,
  definition: definitionAnswer,
  /** The definition in words, to print with every output. */
  definitionText: z.object(Object.fromEntries(PRINT_LANGS.map((lang) => [lang, z.string()])) as Record<PrintLang, z.ZodString>),
  byPcode: z.record(z.string(), unitCount),
  possible: z
    .record(z.string(), unitCount)
    .describe(
      'On other boundaries: what would be counted in a unit if all rows of split units that may lie in it did, with those that certainly do. Only units where there are such rows; `byPcode` is certain alone.',
    ),
  reported: z.array(z.string()),
  knownOnlyAbove: z.record(z.string(), told),
  notPlaced: z.record(z.string(), told),
  inDoubt: z
    .record(z.string(), told)
    .describe('Of `notPlaced`, the records that wait for a decision, by the units in which they may lie; an empty code: anywhere. A record counts in each.'),
  totals: unitCount.extend({
    units: z.number(),
    knownOnlyAbove: told,
    notPlaced: told,
    inDoubt: told.describe('Of `notPlaced`, the records that wait for a decision on their place.'),
    possible: told.describe('Of `inDoubt`, the records that lie in one of the units that theirs was split into.'),
    withoutPlace: told.describe('Of `notPlaced`, the records that name no place at all.'),
    undated: told,
  }),
  /** Sensitive datasets: units with organisations whose number is not given. */
  withheld: z.array(z.string()),
  carried: z
    .object({
      from: z.string(),
      to: z.string(),
      compared: z.boolean(),
      rows: z
        .object({ exact: z.number(), near: z.number(), possible: z.number(), notPlaced: z.number() })
        .nullable()
        .describe('All rows of the source: they add up. null of a sensitive 3W, of which only units that are the same ground are told.'),
      moved: z.number().nullable().describe('Of those exact and near, rows whose unit has another code now.'),
    })
    .optional()
    .describe('What became of rows on the way to other boundaries than those that they were placed on; absent where they are the same.'),
});
export type SummaryAnswer = z.infer<typeof summaryAnswer>;

export const policyAnswer = z.object({ deepestLevel: adminLevel, suppressBelow: z.number().int(), reason: z.string() });

const organisation = z.object({ id: z.string(), name: z.string(), acronym: z.string().nullable(), type: z.string().nullable() });
export const overviewAnswer = z.object({
  ...about,
  source: z.object({ file: z.string(), sheet: z.string(), headerRows: z.array(z.number()), hxl: z.boolean() }),
  sheets: z.array(z.object({ file: z.string(), sheet: z.string(), hidden: z.boolean(), rows: z.number(), usable: z.boolean() })),
  /** From the earliest to the latest day that a record states. */
  period: z.object({ start: z.string(), end: z.string() }).nullable(),
  proposedPeriod: z.object({ start: z.string(), end: z.string() }).nullable(),
  rows: z.unknown().describe('What became of the rows of the source. null of a sensitive 3W, as are all numbers here that are not in its tables.'),
  levels: z.array(z.object({ level: adminLevel, units: z.number() })),
  sectors: z.array(
    z.object({
      code: z.string(),
      parent: z.string().nullable(),
      text: z.string().optional().describe('The words of the source, for a sector (`own:…`) that no list of ours has.'),
      records: told,
      organisations: told,
      reason,
    }),
  ),
  orgTypes: z.array(z.object({ code: z.string(), organisations: z.number() })),
  statuses: z.array(z.object({ status, records: z.number() })),
  roles: z.array(z.enum(ORG_ROLES)),
  hasPeople: z.boolean().describe('Whether any record states how many people were reached; without, they cannot be counted.'),
  definition: definitionAnswer,
  policy: policyAnswer.nullable(),
  review: z.object({ groups: z.number(), rows: z.number(), sectors: z.number(), orgTypes: z.number(), merges: z.number() }).nullable(),
});

const sectorTexts = z.record(z.string(), z.string()).describe('The words of the source for sectors (`own:…`) that no list of ours has, by code.');
export const recordAnswer = z.object({
  row: z.number(),
  organisations: z.object({ implementing: z.array(z.string()), programming: z.array(z.string()), funding: z.array(z.string()) }),
  sectors: z.array(z.string()),
  status,
  start: z.string().nullable(),
  end: z.string().nullable(),
  activity: z.string().nullable(),
  people: z.number().nullable(),
  pcode: z.string().nullable(),
  level: z.number().nullable(),
  statedLevel: z.number().nullable(),
  stated: z.array(z.object({ level: adminLevel, code: z.string().nullable(), name: z.string().nullable() })),
  method: z.string(),
  score: z.number(),
  question: z.string().nullable(),
  point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
});
export const recordsAnswer = z.object({ ...about, sectorTexts, total: z.number(), records: z.array(recordAnswer), next: z.string().nullable() });
export const organisationsAnswer = z.object({
  ...about,
  sectorTexts,
  definition: definitionAnswer,
  organisations: z.array(organisation.extend({ records: z.number(), sectors: z.array(z.string()), units: z.number() })),
});
export const matrixAnswer = z.object({
  ...about,
  level: adminLevel,
  definition: definitionAnswer,
  sectors: z.array(z.string()),
  heads: z
    .array(z.object({ code: z.string(), parent: z.string().nullable() }))
    .describe('The same, with the cluster of each area of responsibility, after which it stands.'),
  sectorTexts,
  units: z.array(z.object({ pcode: z.string(), name: z.string() })),
  unitTotals: z.array(z.number().nullable()).describe('Over all sectors of the definition: distinct, so no sum of the row.'),
  sectorTotals: z.array(z.number().nullable()).describe('Over all records, placed at this level or not: distinct, so no sum of the column.'),
  total: z.number().nullable(),
  possible: z
    .array(z.number().nullable())
    .optional()
    .describe(
      'On other boundaries, in the order of `units`: what is possible at most over all sectors, where that is more than what is certain. All other numbers are certain.',
    ),
  counts: z
    .array(z.array(z.number().nullable()))
    .describe('One row for each unit: counts by sector in the order of `sectors`; null for the reason that `empty` names.'),
  empty: z.enum(['unstated', 'withheld']).describe('What a null says: no record states its people, or there are some and how many is withheld.'),
});
/** The PresenceColumns of contract/presence/presence.ts, for counting in the client. */
export const columnsAnswer = z.looseObject({
  ...about,
  units: z.array(z.unknown()),
  organisations: z.array(organisation),
  columns: z.record(z.string(), z.array(z.number().nullable())),
});

const subject = z.string().min(1).max(2000);
const codes = z.array(z.string().min(1).max(40)).max(10);
/** One answer of a person. `pcode` null: cannot be placed. `codes` empty: no sector of the list. `organisation` is an id, `name` what it is called from now on. */
export const decisionBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), group: subject, pcode: pcode.nullable() }),
  z.object({ kind: z.literal('sector'), spelling: subject, codes }),
  z.object({ kind: z.literal('org-type'), spelling: subject, codes: codes.max(1) }),
  z.object({ kind: z.literal('organisation'), spelling: subject, organisation: subject, name: subject.optional() }),
  z.object({ kind: z.literal('distinct'), organisations: z.tuple([subject, subject]) }),
]);
export type DecisionBody = z.output<typeof decisionBody>;
export const decisionsBody = z.object({ decisions: z.array(decisionBody).min(1).max(2000) });
export const undoBody = z.object({ ids: z.array(z.string().min(1).max(64)).min(1).max(2000) });
const decision = z.object({
  id: z.string(),
  kind: z.enum(['place', 'sector', 'org-type', 'organisation', 'profile']),
  subject: z.string(),
  answer: z.unknown(),
  by: z.string(),
  at: z.string(),
  undone: z.object({ by: z.string(), at: z.string() }).nullable(),
});
export const decisionsAnswer = z.object({ decisions: z.array(decision) });
export const undoAnswer = z.object({ undone: z.number().int() });
export const reviewAnswer = z.object({
  ...about,
  coded: z
    .looseObject({
      version: versionTag,
      how: z.enum(CODED_HOW),
      rows: z.number(),
      differing: z.number(),
      editions: z.array(z.looseObject({ version: versionTag })),
    })
    .nullable()
    .describe('By which version of the boundaries the codes of the file are meant, with the rows that each explains; null where there is one version only.'),
  groups: z.array(z.looseObject({ id: z.string(), cause: z.string(), rows: z.number() })),
  repairs: z.array(z.looseObject({ pattern: z.string(), rows: z.number() })),
  sectors: z.array(z.looseObject({ text: z.string(), rows: z.number() })),
  orgTypes: z.array(z.looseObject({ text: z.string(), rows: z.number() })),
  merges: z.array(z.looseObject({ a: z.looseObject({ id: z.string(), rows: z.number() }), b: z.looseObject({ id: z.string(), rows: z.number() }) })),
  schemes: z.array(z.looseObject({ heading: z.string(), rows: z.number() })),
  columns: z.array(z.looseObject({ heading: z.string() })),
  questions: z.array(z.looseObject({ id: z.string(), text: z.string() })),
  sheets: z.array(z.looseObject({ sheet: z.string() })),
  dates: z.array(z.looseObject({ heading: z.string(), calendar: z.enum(CALENDARS) })),
  /** Decisions made since this version was imported: an import with them would differ. */
  pending: z.number().int(),
});
export const applyAnswer = z.object({ job: z.string() });
export const applyBody = presenceAnswers;
export const profilesAnswer = z.object({ profiles: z.array(z.unknown()) });
export type OverviewAnswer = z.input<typeof overviewAnswer>;
export type RecordsAnswer = z.input<typeof recordsAnswer>;
export type OrganisationsAnswer = z.input<typeof organisationsAnswer>;
export type MatrixAnswer = z.input<typeof matrixAnswer>;
