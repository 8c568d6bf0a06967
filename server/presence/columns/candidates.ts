/** Which roles each column may have, and what speaks for and against each: heading, tag, the file before, and cells. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { PresenceRole } from '../../contract/presence/presence.ts';
import { clause } from '../../words/clauses.ts';
import { foldName } from '../../matching/fold.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import type { ColumnFacts, ValueContext } from './facts.ts';
import { headingHints, languageOf } from './heading.ts';
import { roleKey, type Hint, type RoleKey } from './hints.ts';
import { tagHints } from './tags.ts';
import { proposeByValues, weighValues, type Weighed } from './values.ts';

export type Source = 'heading' | 'hxl' | 'profile' | 'values';

export interface Candidate {
  role: PresenceRole;
  key: RoleKey;
  language: string | null;
  /** Sum of all that speaks for it, less what a role costs. */
  score: number;
  by: Record<Source, number>;
  reasons: Weighed[];
}

/** A role is used only where more than this speaks for it. */
const COST = 1.5;
/** Of two that say the same the second adds less: headings and tags are written by one hand. */
const SECOND = 0.35;
/** What an acronym costs that no heading or tag calls one. */
const ALONE = 2.5;
/** Of two that are alike the fuller column is the one. */
const FULL = 0.8;
/** What the file before was read as holds unless the cells say otherwise; what a person said of it, even then: the cells are then told as wrong for it. */
const REMEMBERED = 7;
const SAID_BEFORE = 25;
/** Candidates below this cannot win by what other columns say. */
const HOPELESS = -3;

/** Headings of an export of Kobo or ODK, in which `start` and `end` are when somebody filled in the form. */
const FORM_COLUMNS =
  /^(_id|_uuid|_submission_time|_index|__version__|_version_|_validation_status|_submitted_by|instanceid|meta\/instanceid|formhub\/uuid|submissiondate|deviceid|simserial|key)$/i;
const FORM_DATES = /^(start|end|today|starttime|endtime|start_time|end_time|deviceid)$/i;

export function isForm({ columns }: Pick<RawTable, 'columns'>): boolean {
  return columns.filter(({ name }) => FORM_COLUMNS.test(name.trim())).length >= 2;
}

/** The file before: roles of its columns, those of them that a person said, and its name. */
export interface Before {
  remembered: ReadonlyMap<number, PresenceRole>;
  saidBefore: ReadonlySet<number>;
  file: string;
}

export function findCandidates(
  table: Pick<RawTable, 'columns'>,
  facts: readonly ColumnFacts[],
  context: ValueContext,
  { remembered, saidBefore, file }: Before,
): Candidate[][] {
  const levels = [...context.units.keys()].filter((level) => level > 0) as AdminLevel[];
  const fromForm = isForm(table);
  return table.columns.map(({ name, hxl }, column) => {
    const own = facts[column]!;
    const hints = new Map<Source, Hint[]>([
      ['heading', headingHints(name, levels)],
      ['hxl', tagHints(hxl)],
    ]);
    const before = remembered.get(column);
    // Only a person says that a column is not used.
    if (before?.is === 'ignore') return [];
    if (before) {
      const isSaid = saidBefore.has(column);
      hints.set('profile', [{ role: before, weight: isSaid ? SAID_BEFORE : REMEMBERED, why: clause(isSaid ? 'why.profile-said' : 'why.profile', { file }) }]);
    }
    const roles = new Map<RoleKey, PresenceRole>();
    for (const list of hints.values()) for (const { role, weight } of list) if (weight > 0) roles.set(roleKey(role), role);
    for (const role of proposeByValues(own, context)) if (!roles.has(roleKey(role))) roles.set(roleKey(role), role);
    const language = languageOf(name, hxl);
    const filledIn: Weighed[] = fromForm && FORM_DATES.test(foldHeading(name)) ? [{ weight: -8, why: clause('why.form', { word: name }) }] : [];
    return [...roles]
      .map(([key, role]) =>
        toCandidate(key, role, language, own.rows === 0 ? 0 : own.filled / own.rows, hints, [
          ...weighValues(role, own, context),
          ...(role.is === 'start' || role.is === 'end' || role.is === 'period' || role.is === 'month' ? filledIn : []),
        ]),
      )
      .filter(({ score }) => score > HOPELESS)
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, 6);
  });
}

const foldHeading = (name: string) => foldName(name).replaceAll(' ', '_');

function toCandidate(key: RoleKey, role: PresenceRole, language: string | null, filled: number, hints: Map<Source, Hint[]>, values: Weighed[]): Candidate {
  const by: Candidate['by'] = { heading: 0, hxl: 0, profile: 0, values: 0 };
  const reasons: Weighed[] = [];
  for (const [source, list] of hints) {
    const own = list.filter((hint) => roleKey(hint.role) === key);
    // One heading may say a role by two words; the plainer one counts.
    const best = own.reduce<Hint | undefined>((top, hint) => (!top || Math.abs(hint.weight) > Math.abs(top.weight) ? hint : top), undefined);
    if (!best) continue;
    by[source] = best.weight;
    reasons.push({ weight: best.weight, why: best.why });
  }
  by.values = values.reduce((sum, { weight }) => sum + weight, 0);
  const { heading, hxl, profile } = by;
  const stated = heading > 0 && hxl > 0 ? Math.max(heading, hxl) + SECOND * Math.min(heading, hxl) : heading + hxl;
  // Names come in several languages side by side; codes, dates and numbers have none.
  const isWorded = role.is === 'org' || role.is === 'sector' || (role.is === 'place' && role.part === 'name');
  // Short words are acronyms of a name beside them, which the pair says, or of nothing.
  const alone = role.is === 'org' && role.part === 'acronym' && stated <= 0 && profile === 0 ? ALONE : 0;
  return {
    role,
    key,
    language: isWorded ? language : null,
    score: stated + profile + by.values + FULL * filled - COST - alone,
    by,
    reasons: [...reasons, ...values],
  };
}

/** What weighs most in the choice of a role. */
export function mainSource({ by }: Pick<Candidate, 'by'>): Source {
  if (by.profile > 0) return 'profile';
  const [[source]] = (Object.entries(by) as [Source, number][]).sort((a, b) => b[1] - a[1]) as [[Source, number]];
  return source;
}
