/** What the cells of a column say for or against a role. They win over any heading where they are clear: nobody is called 30, "Yes" or "1. Written policy". */
import type { AdminLevel } from '../../contract/ids.ts';
import type { Clause } from '../../contract/finding.ts';
import type { PresenceRole } from '../../contract/presence/presence.ts';
import { clause } from '../../words/clauses.ts';
import { codeShare, nameShare, share, type ColumnFacts, type Kind, type ValueContext } from './facts.ts';
import { org, place, simple } from './hints.ts';

export interface Weighed {
  weight: number;
  why: Clause;
}

/** What cells alone propose, whatever the heading says: P-codes, names of places, sectors, statuses, well-known organisations. */
export function proposeByValues(facts: ColumnFacts, context: ValueContext): PresenceRole[] {
  if (facts.filled === 0) return [];
  const roles: PresenceRole[] = [];
  for (const level of context.units.keys()) {
    if (level === 0) continue;
    if (codeShare(facts, level) >= 0.1 && share(facts, 'code') > share(facts, 'bareCode')) roles.push(place(level, 'code'));
    if (nameShare(facts, level) >= 0.5 && distinctNames(facts, level) >= 3) roles.push(place(level, 'name'));
  }
  if (share(facts, 'sector') >= 0.6 && facts.distinct >= 2 && facts.distinct <= 60) roles.push(simple('sector'));
  if (share(facts, 'status') >= 0.6 && facts.distinct >= 2 && facts.distinct <= 20) roles.push(simple('status'));
  if (share(facts, 'orgType') >= 0.6 && facts.distinct >= 2 && facts.distinct <= 30) roles.push(org('implementing', 'type'));
  if (share(facts, 'known') >= 0.15 && facts.distinct >= 3 && share(facts, 'sentence') < 0.2) {
    roles.push(org('implementing', 'name'));
    if (share(facts, 'acronym') >= 0.5) roles.push(org('implementing', 'acronym'));
  }
  return roles;
}

/** Names of the level that were met, as far as they were looked up. */
const distinctNames = (facts: ColumnFacts, level: AdminLevel) => facts.examples.get(`name ${level}`)?.length ?? 0;

/** The weights of a column's cells for a role; nothing for an empty column, about which nothing is known. */
export function weighValues(role: PresenceRole, facts: ColumnFacts, context: ValueContext): Weighed[] {
  // An empty column loses to any other; it keeps its role where nothing else has it, for the month in which it is filled.
  if (facts.filled === 0) return [{ weight: -1, why: clause('why.empty') }];
  if (role.is === 'org')
    return role.part === 'type' ? weighType(facts) : [...weighBody(facts, context), ...(role.part === 'acronym' ? weighAcronym(facts) : weighName(facts))];
  if (role.is === 'place') return role.part === 'code' ? weighCode(role.level, facts, context) : weighPlace(role.level, facts, context);
  switch (role.is) {
    case 'sector':
      return weighSector(facts);
    case 'subsector':
      return [...said(facts, 'sector', [[0.5, 1.5]], 'why.sectors'), ...against(facts, 'number', 0.5, -5, 'why.numbers')];
    case 'status':
      return weighStatus(facts);
    case 'start':
    case 'end':
      return weighDate(facts);
    case 'month':
      return [
        ...said(facts, 'month', [[0.5, 2]], 'why.months'),
        ...said(facts, 'date', [[0.5, 1.5]], 'why.dates'),
        ...(share(facts, 'month') + share(facts, 'date') + share(facts, 'year') < 0.3 ? [{ weight: -4, why: clause('why.no-months', sampled(facts)) }] : []),
      ];
    case 'period':
      return share(facts, 'date') + share(facts, 'month') + share(facts, 'year') >= 0.5 ? [] : [{ weight: -4, why: clause('why.no-dates', sampled(facts)) }];
    case 'year':
      return share(facts, 'year') >= 0.5 ? said(facts, 'year', [[0.5, 2]], 'why.years') : [{ weight: -5, why: clause('why.no-years', sampled(facts)) }];
    case 'quarter':
      return share(facts, 'quarter') >= 0.5 ? [] : [{ weight: -4, why: clause('why.no-dates', sampled(facts)) }];
    case 'people':
      return share(facts, 'number') >= 0.6
        ? said(facts, 'number', [[0.6, 1.5]], 'why.numbers')
        : [{ weight: -4, why: clause('why.no-numbers', sampled(facts)) }];
    case 'lat':
      return weighDegrees(facts, 'latitude');
    case 'lon':
      return weighDegrees(facts, 'longitude');
    case 'activity':
    case 'modality':
    case 'locality':
      return against(facts, 'number', 0.7, -4, 'why.numbers');
    default:
      return [];
  }
}

const sampled = ({ samples }: ColumnFacts) => ({ samples: samples.slice(0, 3).map(short) });
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** "1,400 of 1,500 cells …: A, B, C" */
function counted(facts: ColumnFacts, kind: Kind, cells = facts.cells[kind], shown: readonly string[] = facts.examples.get(kind) ?? []) {
  return { count: Math.round(cells), total: facts.filled, samples: shown.map(short) };
}

type CountedCode =
  | 'why.sectors'
  | 'why.numbers'
  | 'why.months'
  | 'why.dates'
  | 'why.years'
  | 'why.status'
  | 'why.types'
  | 'why.known'
  | 'why.bodies'
  | 'why.sentences'
  | 'why.answers'
  | 'why.places'
  | 'why.codes'
  | 'why.acronyms'
  | 'why.timestamps'
  | 'why.addresses';

/** The first step that the share reaches. */
function said(facts: ColumnFacts, kind: Kind, steps: [from: number, weight: number][], code: CountedCode): Weighed[] {
  const own = share(facts, kind);
  const step = steps.find(([from]) => own >= from);
  return step ? [{ weight: step[1], why: clause(code, counted(facts, kind)) }] : [];
}

const against = (facts: ColumnFacts, kind: Kind, from: number, weight: number, code: CountedCode): Weighed[] => said(facts, kind, [[from, weight]], code);

/** Against a role only by several different texts: one word of a short table may be of anything ("Other" is a sector, a type, and a body of that name). */
const againstSeveral: typeof against = (facts, kind, ...rest) => ((facts.examples.get(kind)?.length ?? 0) < 2 ? [] : against(facts, kind, ...rest));

/** Numbered texts are answers to a question, unless so many of them are known bodies. */
export const areAnswers = (facts: ColumnFacts, from: number): boolean => share(facts, 'numbered') >= from && share(facts, 'known') < 0.3;

/** Organisations, by name or acronym. */
function weighBody(facts: ColumnFacts, context: ValueContext): Weighed[] {
  const isPlace = [...context.units.keys()].some((level) => level > 0 && nameShare(facts, level) >= 0.5) && share(facts, 'known') < 0.05;
  return [
    ...against(facts, 'number', 0.4, -9, 'why.numbers'),
    ...against(facts, 'date', 0.3, -9, 'why.dates'),
    ...against(facts, 'yesNo', 0.25, -9, 'why.answers'),
    ...(share(facts, 'yesNo') < 0.25 && areAnswers(facts, 0.25) ? against(facts, 'numbered', 0.25, -8, 'why.answers') : []),
    ...against(facts, 'code', 0.3, -8, 'why.codes'),
    ...againstSeveral(facts, 'orgType', 0.6, -6, 'why.types'),
    ...againstSeveral(facts, 'status', 0.6, -6, 'why.status'),
    ...(share(facts, 'known') < 0.1 ? againstSeveral(facts, 'sector', 0.5, -6, 'why.sectors') : []),
    ...(isPlace ? againstSeveral(facts, 'name', 0.5, -5, 'why.places') : []),
    ...against(facts, 'sentence', 0.4, -6, 'why.sentences'),
    ...againstSeveral(facts, 'address', 0.3, -7, 'why.addresses'),
    ...said(
      facts,
      'known',
      [
        [0.2, 3],
        [0.05, 2.2],
        [0.01, 1],
      ],
      'why.known',
    ),
    ...(share(facts, 'known') < 0.2
      ? said(
          facts,
          'orgWord',
          [
            [0.3, 1.5],
            [0.1, 0.8],
          ],
          'why.bodies',
        )
      : []),
    ...(lacksBodies(facts) ? [{ weight: -1.2, why: clause('why.no-bodies', sampled(facts)) }] : []),
    ...(isUnrepeated(facts) ? [{ weight: -1.2, why: clause('why.unrepeated', { count: facts.distinct, total: facts.filled }) }] : []),
    // Two or three words for thousands of rows sort the rows; they do not name who works there.
    ...(facts.filled >= 200 && facts.distinct <= 3 && share(facts, 'known') < 0.2
      ? [{ weight: -3, why: clause('why.few', { count: facts.distinct, total: facts.filled, samples: facts.samples.slice(0, 3).map(short) }) }]
      : []),
  ];
}

/** No known body, nothing called as bodies are, hardly an acronym. It may be one all the same: a little against. */
function lacksBodies(facts: ColumnFacts): boolean {
  return facts.filled >= 3 && share(facts, 'known') < 0.01 && share(facts, 'orgWord') < 0.05 && share(facts, 'acronym') < 0.2;
}

/** Hardly a value comes twice and none is known: names of bodies repeat in a table of what they do. */
export function isUnrepeated(facts: ColumnFacts): boolean {
  return facts.filled >= 50 && Math.max(facts.repeated, share(facts, 'known')) < 0.02;
}

function weighAcronym(facts: ColumnFacts): Weighed[] {
  const own = share(facts, 'acronym');
  if (own >= 0.5) return said(facts, 'acronym', [[0.5, 1.2]], 'why.acronyms');
  return facts.meanLength > 16 ? [{ weight: -2.5, why: clause('why.long', sampled(facts)) }] : [];
}

function weighName(facts: ColumnFacts): Weighed[] {
  return share(facts, 'acronym') >= 0.7 ? [{ weight: -0.6, why: clause('why.acronyms', counted(facts, 'acronym')) }] : [];
}

function weighType(facts: ColumnFacts): Weighed[] {
  return [
    ...said(
      facts,
      'orgType',
      [
        [0.5, 3],
        [0.2, 1.5],
      ],
      'why.types',
    ),
    ...against(facts, 'number', 0.5, -6, 'why.numbers'),
    ...(facts.distinct > 40 ? [{ weight: -3, why: clause('why.many', { count: facts.distinct, total: facts.filled }) }] : []),
  ];
}

function weighCode(level: AdminLevel, facts: ColumnFacts, context: ValueContext): Weighed[] {
  const own = codeShare(facts, level);
  const best = Math.max(0, ...[...facts.codes].map(([, cells]) => cells / facts.filled));
  const shown = facts.examples.get(`code ${level}`) ?? [];
  const why = clause('why.codes-of', { ...counted(facts, 'code', facts.codes.get(level) ?? 0, shown), level });
  const bare = share(facts, 'bareCode') > share(facts, 'code') ? 0.5 : 1;
  const steps: [number, number][] = [
    [0.5, 8],
    [0.2, 6.5],
    [0.05, 5],
    [0.000_001, 3],
  ];
  const step = steps.find(([from]) => own >= from);
  return [
    ...(step ? [{ weight: step[1] * bare, why }] : []),
    // The level with most cells is that of the column; a few codes of another level are slips.
    ...(best > own * 1.5 ? [{ weight: -4, why: clause('why.other-level', { count: Math.round(best * facts.filled), total: facts.filled }) }] : []),
    ...(!step && context.units.has(level) && facts.filled >= 5 ? [{ weight: -1.2, why: clause('why.no-codes', { ...sampled(facts), level }) }] : []),
    ...(!step && share(facts, 'codeLike') + share(facts, 'number') < 0.5 ? [{ weight: -6, why: clause('why.not-codes', sampled(facts)) }] : []),
    // Serial numbers of rows are no codes of places.
    ...(!step && facts.filled >= 20 && facts.distinct === facts.filled
      ? [{ weight: -2, why: clause('why.unrepeated', { count: facts.distinct, total: facts.filled }) }]
      : []),
  ];
}

function weighPlace(level: AdminLevel, facts: ColumnFacts, context: ValueContext): Weighed[] {
  const own = nameShare(facts, level);
  const best = Math.max(0, ...[...facts.names].map(([, cells]) => cells / facts.filled));
  const why = clause('why.names-of', { ...counted(facts, 'name', facts.names.get(level) ?? 0, facts.examples.get(`name ${level}`) ?? []), level });
  const steps: [number, number][] = [
    [0.6, 5],
    [0.3, 4],
    [0.1, 2.5],
    [0.02, 1],
  ];
  const step = steps.find(([from]) => own >= from);
  const units = context.units.get(level);
  return [
    ...(step ? [{ weight: step[1], why }] : []),
    ...(best > own * 1.25 + 0.05
      ? [{ weight: -2.5 * Math.min(1, (best - own) * 2), why: clause('why.other-level', { count: Math.round(best * facts.filled), total: facts.filled }) }]
      : []),
    ...against(facts, 'number', 0.5, -7, 'why.numbers'),
    ...against(facts, 'code', 0.3, -6, 'why.codes'),
    ...against(facts, 'yesNo', 0.5, -7, 'why.answers'),
    ...againstSeveral(facts, 'status', 0.6, -4, 'why.status'),
    ...(own < 0.3 ? against(facts, 'known', 0.2, -3, 'why.known') : []),
    ...(!step && units !== undefined && facts.filled >= 20 ? [{ weight: -1.5, why: clause('why.no-names', { ...sampled(facts), level }) }] : []),
    // More spellings than units by far: villages under the heading of districts.
    ...(units !== undefined && facts.distinct > units * 3 + 20
      ? [{ weight: -3, why: clause('why.many', { count: facts.distinct, total: facts.filled }) }]
      : []),
  ];
}

function weighSector(facts: ColumnFacts): Weighed[] {
  return [
    ...said(
      facts,
      'sector',
      [
        [0.8, 4],
        [0.5, 3],
        [0.2, 2],
        [0.02, 0.8],
      ],
      'why.sectors',
    ),
    ...against(facts, 'number', 0.4, -8, 'why.numbers'),
    ...against(facts, 'yesNo', 0.5, -7, 'why.answers'),
    ...against(facts, 'sentence', 0.4, -4, 'why.sentences'),
    ...against(facts, 'date', 0.3, -8, 'why.dates'),
    ...(share(facts, 'sector') < 0.2 ? againstSeveral(facts, 'name', 0.5, -4, 'why.places') : []),
    ...(share(facts, 'sector') < 0.02 && facts.distinct > 60 ? [{ weight: -3, why: clause('why.many', { count: facts.distinct, total: facts.filled }) }] : []),
  ];
}

function weighStatus(facts: ColumnFacts): Weighed[] {
  return [
    ...said(
      facts,
      'status',
      [
        [0.6, 3],
        [0.3, 1.5],
      ],
      'why.status',
    ),
    ...against(facts, 'yesNo', 0.5, -5, 'why.answers'),
    ...against(facts, 'number', 0.5, -5, 'why.numbers'),
    ...(share(facts, 'status') < 0.1 ? [{ weight: -2.5, why: clause('why.no-status', sampled(facts)) }] : []),
  ];
}

function weighDate(facts: ColumnFacts): Weighed[] {
  const isDate = share(facts, 'date') >= 0.4;
  return [
    ...(isDate ? [{ weight: 1.5, why: clause('why.dates', counted(facts, 'date')) }] : []),
    // A spreadsheet serial is a date without its format; a time of the day is when a form was filled in, not when people were helped.
    ...(!isDate && share(facts, 'number') < 0.5 ? [{ weight: -3.5, why: clause('why.no-dates', sampled(facts)) }] : []),
    ...against(facts, 'timestamp', 0.5, -3, 'why.timestamps'),
  ];
}

function weighDegrees(facts: ColumnFacts, kind: 'latitude' | 'longitude'): Weighed[] {
  const inside = share(facts, kind);
  if (inside >= 0.5 && share(facts, 'decimal') >= 0.3) return [{ weight: 3, why: clause('why.degrees', sampled(facts)) }];
  return [{ weight: -6, why: clause('why.no-degrees', sampled(facts)) }];
}
