/** Routes of the agreed list of indicators of a country. Who may propose and who may agree is decided by the handler. */
import { z } from 'zod';
import { day, groupId, line } from '../groups/groups.ts';
import { iso3 } from '../ids.ts';
import { defineRoutes } from '../route.ts';
import { indicatorBody, indicatorCode, indicatorList, listChange, listTag } from './indicators.ts';

const E = '/api/v1/countries/BFA/indicators';
/** The handler asks whether a group of the one who asks, or the one that keeps the data of the country, may record. */
const RECORD = { permission: 'group.record' } as const;

export const listParams = z.object({ scope: iso3 });
const versionParams = z.object({ scope: iso3, tag: listTag });
const codeParams = z.object({ scope: iso3, code: indicatorCode });

const numbered = indicatorList.extend({ revision: z.number().int().describe('Counts changes of the draft: what is agreed on is what was looked at.') });

export const listAnswer = z.object({
  scope: iso3,
  current: numbered.nullable(),
  draft: numbered.nullable().describe('The next version; for members only.'),
  may: z.object({
    propose: z.boolean(),
    agree: z.boolean().describe('Keeps the data of the country.'),
    groups: z.array(groupId).describe('Groups that one records for.'),
  }),
});
export type ListAnswer = z.infer<typeof listAnswer>;

export const historyAnswer = z.object({
  versions: z.array(numbered.omit({ indicators: true }).extend({ count: z.number().int(), changes: z.array(listChange) })),
});
export type HistoryAnswer = z.infer<typeof historyAnswer>;

export const retireBody = z.object({ on: day, reason: z.string().trim().min(1).max(500), replacedBy: indicatorCode.nullable().default(null) });
export const agreeBody = z.object({
  revision: z.number().int(),
  group: groupId.nullable().default(null),
  on: day,
  decision: line(120).nullable().default(null).describe('Of a meeting: its number or name.'),
});

export const indicatorListRoutes = defineRoutes({
  getIndicatorList: {
    summary: 'The agreed list of indicators of a country: definitions, who agreed on them and when; for members its draft too',
    tag: 'indicators',
    params: listParams,
    answer: { status: 200, schema: listAnswer },
    cache: 'minute',
    example: E,
  },
  getIndicatorListHistory: {
    summary: 'All agreed versions of the list, newest first, each with what it changed; for members the draft too',
    tag: 'indicators',
    params: listParams,
    answer: { status: 200, schema: historyAnswer },
    cache: 'minute',
    example: `${E}/history`,
  },
  getIndicatorListVersion: {
    summary: 'An agreed version of the list; it never changes',
    tag: 'indicators',
    params: versionParams,
    answer: { status: 200, schema: numbered },
    cache: 'minute',
    example: `${E}/versions/v1`,
  },
  exportIndicatorList: {
    summary: 'The list that holds as CSV, in the columns of the registry of indicators',
    tag: 'indicators',
    params: listParams,
    answer: { status: 200, media: 'text/csv' },
    cache: 'minute',
    example: `${E}/list.csv`,
  },
  proposeIndicator: {
    summary: 'Proposes an indicator. A code that was ever used stays with its indicator',
    tag: 'indicators',
    params: listParams,
    body: indicatorBody,
    answer: { status: 201, schema: listAnswer },
    ...RECORD,
    example: E,
  },
  changeIndicator: {
    summary: 'Changes an indicator in the draft. What an agreed one measures does not change',
    tag: 'indicators',
    params: codeParams,
    body: indicatorBody,
    answer: { status: 200, schema: listAnswer },
    ...RECORD,
    example: `${E}/entries/CODE`,
  },
  retireIndicator: {
    summary: 'Retires an indicator in the draft; one that was only proposed is taken out',
    tag: 'indicators',
    params: codeParams,
    body: retireBody,
    answer: { status: 200, schema: listAnswer },
    ...RECORD,
    example: `${E}/entries/CODE/retire`,
  },
  agreeIndicators: {
    summary: 'The draft becomes the list that holds, with who agreed on it, when, and the decision',
    tag: 'indicators',
    params: listParams,
    body: agreeBody,
    answer: { status: 200, schema: listAnswer },
    ...RECORD,
    example: `${E}/agree`,
  },
  dropIndicatorDraft: {
    summary: 'Drops the draft of the list; what holds stays',
    tag: 'indicators',
    params: listParams,
    answer: { status: 200, schema: listAnswer },
    ...RECORD,
    example: `${E}/draft`,
  },
});
