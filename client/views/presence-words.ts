/** What the 3W page says in sentences: the definition, the summary, numbers with their unit. */
import type { CountDefinition, OrganisationEntry } from '../../server/contract/presence.ts';
import type { Look } from '../presence/count.ts';
import type { Tally } from '../presence/tally.ts';
import { shownName } from './names.ts';
import type { PresenceKey, PresenceView } from './presence.ts';

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
  'not-placed': 'presence.look.not-placed',
  'no-data': 'presence.look.no-data',
  suppressed: 'presence.look.suppressed',
};

export const statusText = ({ say }: PresenceView, status: CountDefinition['statuses'][number]): string => say(STATUS_KEYS[status]);

export function lookText({ say, overview }: PresenceView, look: string | number): string {
  return say(LOOK_KEYS[look as keyof typeof LOOK_KEYS] ?? 'presence.look.not-reported', { below: overview?.policy?.suppressBelow ?? 0 });
}

/** A code without a name of ours (a country's own sector) is shown as it stands. */
export function sectorText({ say }: PresenceView, code: string): string {
  const key = `sector.${code}`;
  const text = say(key as PresenceKey);
  return text === key ? code : text;
}

export function orgTypeText({ say }: PresenceView, code: string): string {
  const key = `org-type.${code}`;
  const text = say(key as PresenceKey);
  return text === key ? code : text;
}

export function orgText({ acronym, name }: OrganisationEntry): string {
  return acronym ?? name;
}

/** A painted number with its unit. */
export function valueText(view: PresenceView, value: number): string {
  const { say, paint, app } = view;
  if (paint === 'ratio') return say('presence.ratio.n', { people: Math.round(value) });
  if (paint === 'change') return say('presence.change.n', { change: value > 0 ? `+${app.format.number(value)}` : app.format.number(value) });
  return countText(view, value);
}

/** What is counted, with its unit. */
export function countText({ say, chosen }: PresenceView, value: number): string {
  const { unit } = chosen.definition;
  return unit === 'organisations'
    ? say('presence.organisations.n', { count: value })
    : unit === 'activities'
      ? say('presence.activities.n', { count: value })
      : say('presence.people.n', { count: value });
}

/** What the number counts: printed with every output. */
export function definitionText(view: PresenceView, definition: CountDefinition = view.definition): string {
  const { say, app } = view;
  const { unit, role, statuses, sectors, orgTypes, orgs, from, to } = definition;
  const stated = view.facts?.period;
  const list = (texts: string[]) => app.format.list(texts);
  const names = orgs.map((id) => view.columns?.organisations.find((org) => org.id === id)).map((org, i) => (org ? orgText(org) : orgs[i]!));
  return [
    say('presence.definition.what', { unit, role }),
    statuses.length === 5
      ? say('presence.definition.any-status')
      : say('presence.definition.status', { list: list(statuses.map((status) => statusText(view, status))) }),
    sectors.length ? say('presence.definition.sectors', { list: list(sectors.map((code) => sectorText(view, code))) }) : say('presence.definition.all-sectors'),
    orgTypes.length ? say('presence.definition.types', { list: list(orgTypes.map((code) => orgTypeText(view, code))) }) : '',
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
export function summaryText(view: PresenceView, { count, looks, empty, definition }: Tally): string {
  const { say } = view;
  const { totals } = count;
  const withCount = Object.values(count.byPcode).filter((unit) => (unit.count ?? 0) > 0).length;
  const facts = { count: totals.count ?? 0, units: withCount, total: looks.size, level: count.level };
  // Of a sensitive dataset the whole may be withheld, as it would give away what is hidden.
  const parts: string[] = [];
  if (definition.unit === 'people' && !view.facts?.hasPeople) parts.push(say('presence.summary.people.none'));
  else if (totals.count === null) parts.push(say('presence.summary.people.unstated'));
  else if (empty.suppressed === 0 || totals.count > 0)
    parts.push(
      definition.unit === 'organisations'
        ? say('presence.summary.organisations', facts)
        : definition.unit === 'activities'
          ? say('presence.summary.activities', facts)
          : say('presence.summary.people', facts),
    );
  if (empty.suppressed > 0) parts.push(say('presence.summary.suppressed', { count: empty.suppressed, below: view.overview?.policy?.suppressBelow ?? 0 }));
  const most = Object.entries(count.byPcode).reduce<[string, number] | null>(
    (best, [code, unit]) => ((unit.count ?? 0) > (best?.[1] ?? 0) ? [code, unit.count!] : best),
    null,
  );
  const unit = most && view.units.get(count.level)?.get(most[0]);
  if (most && unit && most[1] > 0) parts.push(say('presence.summary.most', { name: shownName(unit, view.language).text, count: most[1] }));
  if (empty.zero) parts.push(say('presence.summary.zero', { count: empty.zero }));
  const doubtful = totals.notPlaced - totals.withoutPlace;
  if (totals.knownOnlyAbove + doubtful > 0 && totals.records > 0)
    parts.push(say('presence.summary.above', { above: totals.knownOnlyAbove, doubtful, records: totals.records, level: count.level }));
  if (totals.withoutPlace > 0) parts.push(say('presence.summary.nowhere', { count: totals.withoutPlace }));
  if (totals.undated) parts.push(say('presence.summary.undated', { count: totals.undated }));
  return parts.join(' ');
}

/** Whose, of when, which version and boundaries: under every output. When it was published says nothing of when it was so. */
export function presenceSource(view: PresenceView): string {
  const { source, t, say, app, facts } = view;
  const boundaries = (view.columns ?? view.overview)?.boundaries;
  if (!source) return '';
  const { metadata, dataset, version } = source;
  const { dateValidOn } = metadata;
  const period = facts?.period ? app.format.period(facts.period.start, facts.period.end) : dateValidOn ? app.format.date(dateValidOn) : '';
  const by = [...new Set([metadata.source, metadata.contributor].filter(Boolean))].join(', ');
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
