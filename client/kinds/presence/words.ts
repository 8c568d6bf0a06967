/** What the 3W page says in sentences: the definition, the summary, numbers with their unit. */
import type { UnitAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { CountDefinition, OrganisationEntry, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import type { OverviewAnswer } from '../../../server/contract/presence/api.ts';
import type { CountryKey } from '../../country/model.ts';
import type { Translate } from '../../i18n/translate.ts';
import type codeMessages from '../../../server/words/en/interface/codes.ts';
import type presenceMessages from '../../../server/words/en/interface/presence.ts';
import type { Look } from './count.ts';
import type { PresenceFacts } from './facts.ts';
import type { Against, Paint } from './state.ts';
import type { Tally } from './tally.ts';
import type { App } from '../../kit/view.ts';
import { shownName } from '../../i18n/names.ts';

export type PresenceKey = keyof typeof presenceMessages | keyof typeof codeMessages;

/** Who can say a word of 3W. */
export interface Speaker {
  readonly say: Translate<PresenceKey>;
}

/** What the sentences are about: of the page's model the part that can be put into words. */
export interface Spoken extends Speaker {
  readonly app: Pick<App, 'format'>;
  readonly t: Translate<CountryKey>;
  readonly country: { readonly language: string };
  readonly definition: CountDefinition;
  readonly paint: Paint;
  readonly facts: PresenceFacts | null;
  readonly columns: Pick<PresenceColumns, 'organisations' | 'boundaries'> | null;
  readonly overview: Pick<OverviewAnswer, 'policy' | 'boundaries'> | null;
  readonly source: VersionAnswer | null;
  readonly units: ReadonlyMap<number, ReadonlyMap<string, UnitAnswer>>;
}

const STATUS_KEYS: Record<CountDefinition['statuses'][number], PresenceKey> = {
  planned: 'presence.status.planned',
  ongoing: 'presence.status.ongoing',
  completed: 'presence.status.completed',
  suspended: 'presence.status.suspended',
  unknown: 'presence.status.unknown',
};
const LOOK_KEYS: Record<Look, PresenceKey> = {
  zero: 'presence.look.zero',
  'not-reported': 'presence.look.not-reported',
  above: 'presence.look.above',
  possible: 'presence.look.possible',
  'not-placed': 'presence.look.not-placed',
  'no-data': 'presence.look.no-data',
  withheld: 'presence.look.withheld',
};

export const statusText = ({ say }: Speaker, status: CountDefinition['statuses'][number]): string => say(STATUS_KEYS[status]);

/** Of a unit without a number, in the order of a legend. */
export const EMPTY_LOOKS = ['zero', 'not-reported', 'above', 'possible', 'not-placed', 'no-data'] as const;

export function lookText({ say }: Pick<Spoken, 'say'>, look: string | number): string {
  return say(LOOK_KEYS[look as keyof typeof LOOK_KEYS] ?? 'presence.look.not-reported');
}

/** `In doubt: 174 rows`, of the whole. */
export function doubtText({ say }: Pick<Spoken, 'say'>, { totals }: Pick<Tally['count'], 'totals'>): string {
  const waiting = waitingOf(totals);
  return waiting ? say('presence.look.in-doubt', { count: waiting }) : say('presence.look.not-placed');
}

/** Rows that wait for a decision; those of units that were split are told apart. */
const waitingOf = ({ inDoubt, possible }: Pick<Tally['count']['totals'], 'inDoubt' | 'possible'>) => (inDoubt ?? 0) - (possible ?? 0);

/** `Certain: 3; possible: up to 5`; undefined where no more is possible than is certain. */
export function possibleText({ say }: Pick<Spoken, 'say'>, tally: Pick<Tally, 'possible' | 'looks'>, pcode: string): string | undefined {
  const possible = tally.possible.get(pcode);
  const look = tally.looks.get(pcode);
  return possible === undefined ? undefined : say('presence.certain.n', { certain: typeof look === 'number' ? look : 0, possible });
}

/** Why a unit has no number; where rows may lie in it that wait for a decision, how many. */
export function emptyText(spoken: Pick<Spoken, 'say'>, tally: Pick<Tally, 'inDoubt'>, pcode: string, look: string | number): string {
  const count = look === 'not-placed' ? tally.inDoubt(pcode) : null;
  return count ? spoken.say('presence.look.in-doubt.unit', { count }) : lookText(spoken, look);
}

/** A sector that no list of ours has is shown in the words of the file. */
export function sectorText({ say, facts }: Speaker & { readonly facts?: Pick<PresenceFacts, 'sectors'> | null }, code: string): string {
  const key = `sector.${code}`;
  const text = say(key as PresenceKey);
  if (text !== key) return text;
  return facts?.sectors.find((sector) => sector.code === code)?.text ?? code.replace(/^own:/, '').replaceAll('-', ' ');
}

export function orgTypeText({ say }: Speaker, code: string): string {
  const key = `org-type.${code}`;
  const text = say(key as PresenceKey);
  return text === key ? code : text;
}

export function orgText({ acronym, name }: OrganisationEntry): string {
  return acronym ?? name;
}

/** Names by id; two that share an acronym are told apart by what it stands for. */
export function distinctNames(orgs: readonly OrganisationEntry[]): Map<string, string> {
  const same = Map.groupBy(orgs, orgText);
  return new Map(orgs.map((org) => [org.id, same.get(orgText(org))!.length > 1 && org.name !== orgText(org) ? `${orgText(org)} – ${org.name}` : orgText(org)]));
}

/** As many clusters as a title has room for. */
const IN_TITLE = 3;

/** Place and what is counted; before that is known, what a 3W is. */
export function titleText(spoken: Spoken & { readonly country: { readonly name: string } }): string {
  const { say, t, app, country, paint, definition, facts } = spoken;
  if (!facts) return say('presence.title', { country: country.name });
  const { sectors, unit } = definition;
  const what = say(paint === 'ratio' ? 'presence.paint.ratio' : `presence.unit.${unit}`);
  const named = sectors.length <= IN_TITLE ? sectors.map((code) => sectorText(spoken, code)) : [];
  return t('country.titled', {
    country: country.name,
    topic: app.format.comma([what, ...(paint === 'change' ? [say('presence.paint.change')] : []), ...named]),
  });
}

/** Of the days that are chosen, or of all of the file. */
export function periodText({ app, definition: { from, to }, facts }: Pick<Spoken, 'app' | 'definition' | 'facts'>): string {
  const { start, end } = facts?.period ?? { start: null, end: null };
  return from || to || start || end ? app.format.period(from ?? start, to ?? end) : '';
}

/** A painted number with its unit. */
export function valueText(spoken: Spoken, value: number): string {
  const { say, paint, app } = spoken;
  if (paint === 'ratio') return say('presence.ratio.n', { people: Math.round(value) });
  if (paint === 'change') return say('presence.change.n', { change: value > 0 ? `+${app.format.number(value)}` : app.format.number(value) });
  return countText(spoken, value);
}

/** What a unit shows: both numbers where more is possible than is certain, its number, or why there is none. */
export function lineText(spoken: Spoken, tally: Tally, pcode: string): string {
  const value = tally.painting.values.get(pcode);
  const possible = spoken.paint === 'count' ? possibleText(spoken, tally, pcode) : undefined;
  return possible ?? (typeof value === 'number' ? valueText(spoken, value) : emptyText(spoken, tally, pcode, value ?? 'not-reported'));
}

/** The other side of a change: its version where that is another one, and its period. */
export function againstText({ say, app }: Pick<Spoken, 'say' | 'app'>, { version, from, to }: Against): string {
  const period = from === null && to === null ? say('presence.change.whole') : app.format.period(from, to);
  return [version ?? '', period].filter(Boolean).join(' · ');
}

/** What is counted, with its unit. */
export function countText({ say, definition }: Pick<Spoken, 'say' | 'definition'>, value: number): string {
  const { unit } = definition;
  return unit === 'organisations'
    ? say('presence.organisations.n', { count: value })
    : unit === 'activities'
      ? say('presence.activities.n', { count: value })
      : say('presence.people.n', { count: value });
}

/** What the number counts: printed with every output. */
export function definitionText(spoken: Spoken, definition: CountDefinition = spoken.definition): string {
  const { say, app } = spoken;
  const { unit, role, statuses, sectors, orgTypes, orgs, from, to } = definition;
  const stated = spoken.facts?.period;
  const list = (texts: string[]) => app.format.list(texts);
  const names = orgs.map((id) => spoken.columns?.organisations.find((org) => org.id === id)).map((org, i) => (org ? orgText(org) : orgs[i]!));
  return [
    say('presence.definition.what', { unit, role }),
    statuses.length === 5
      ? say('presence.definition.any-status')
      : say('presence.definition.status', { list: list(statuses.map((status) => statusText(spoken, status))) }),
    sectors.length
      ? say('presence.definition.sectors', { list: list(sectors.map((code) => sectorText(spoken, code))) })
      : say('presence.definition.all-sectors'),
    orgTypes.length ? say('presence.definition.types', { list: list(orgTypes.map((code) => orgTypeText(spoken, code))) }) : '',
    orgs.length ? say('presence.definition.orgs', { list: list(names) }) : '',
    from === null && to === null
      ? stated
        ? say('presence.definition.all-periods', { period: app.format.period(stated.start, stated.end) })
        : say('presence.definition.no-period')
      : say('presence.definition.period', { from: from ? app.format.date(from) : '…', to: to ? app.format.date(to) : '…' }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One sentence, made of the counts alone. */
export function summaryText(spoken: Spoken, { count, looks, empty, definition }: Tally): string {
  const { say } = spoken;
  const { totals } = count;
  const withCount = Object.values(count.byPcode).filter((unit) => (unit.count ?? 0) > 0).length;
  const facts = { count: totals.count ?? 0, units: withCount, total: looks.size, level: count.level };
  const parts: string[] = [];
  if (definition.unit === 'people' && !spoken.facts?.hasPeople) parts.push(say('presence.summary.people.none'));
  else if (totals.reason) parts.push(say('presence.summary.total.withheld', { units: withCount, total: looks.size, level: count.level }));
  else if (totals.count === null) parts.push(say('presence.summary.people.unstated'));
  else
    parts.push(
      definition.unit === 'organisations'
        ? say('presence.summary.organisations', facts)
        : definition.unit === 'activities'
          ? say('presence.summary.activities', facts)
          : say('presence.summary.people', facts),
    );
  const maybe = [...looks.values()].filter((look) => look === 'possible').length;
  if (maybe > 0) parts.push(say('presence.summary.possible', { count: maybe }));
  if (empty.withheld > 0) parts.push(say('presence.summary.withheld', { count: empty.withheld }));
  const most = Object.entries(count.byPcode).reduce<[string, number] | null>(
    (best, [code, unit]) => ((unit.count ?? 0) > (best?.[1] ?? 0) ? [code, unit.count!] : best),
    null,
  );
  const unit = most && spoken.units.get(count.level)?.get(most[0]);
  if (most && unit && most[1] > 0) parts.push(say('presence.summary.most', { name: shownName(unit, spoken.country.language).text, count: most[1] }));
  if (empty.zero) parts.push(say('presence.summary.zero', { count: empty.zero }));
  // Of a sensitive dataset no numbers of rows are given.
  const { knownOnlyAbove: above, withoutPlace, notPlaced, inDoubt, records } = totals;
  const unplaceable = (notPlaced ?? 0) - (withoutPlace ?? 0) - (inDoubt ?? 0);
  const waiting = waitingOf(totals);
  if (waiting > 0 && records) parts.push(say('presence.summary.in-doubt', { count: waiting, records }));
  if (above !== null && records !== null && above + unplaceable > 0 && records > 0)
    parts.push(say('presence.summary.above', { above: above + unplaceable, records, level: count.level }));
  if (withoutPlace) parts.push(say('presence.summary.nowhere', { count: withoutPlace }));
  if (totals.undated) parts.push(say('presence.summary.undated', { count: totals.undated }));
  return parts.join(' ');
}

/** Whose, of when, which version and boundaries: under every output. When it was published says nothing of when it was so. */
export function presenceSource(spoken: Spoken): string {
  const { source, t, say, app, facts } = spoken;
  const boundaries = (spoken.columns ?? spoken.overview)?.boundaries;
  if (!source) return '';
  const { metadata, dataset, version } = source;
  const { dateValidOn } = metadata;
  const period = facts?.period ? app.format.period(facts.period.start, facts.period.end) : dateValidOn ? app.format.date(dateValidOn) : '';
  const by = app.format.comma([...new Set([metadata.source, metadata.contributor].filter(Boolean))]);
  return [
    by ? t('source.by', { source: by }) : '',
    metadata.license,
    period ? say('presence.period', { period }) : '',
    `${dataset} ${version}`,
    boundaries ? `${boundaries.dataset} ${boundaries.version}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
