/** A group ⇄ the fields of its form. Pure. */
import type { Group, GroupChange, NewGroup } from '../../../../server/contract/groups/groups.ts';
import { PRESENCE } from '../../../kit/kinds.ts';

type Values = Readonly<Record<string, string>>;

const yes = (is: boolean): string => (is ? 'yes' : '');

/** P-codes, tags of languages: separated by commas, blanks or lines. */
export const codesOf = (text: string): string[] => [...new Set(text.split(/[\s,;\u060c\u061b]+/u).filter(Boolean))];

/** `gis-working-group` of a name: small Latin letters, digits and hyphens; '' where nothing of the kind is in it. */
export function toSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** What the fields of the form hold of a group; empty ones are left out. */
export function toValues(group: Group): Record<string, string> {
  const { names, description, acronym, type, parent, reportsTo, sector, hub, area, place, mailbox, website, since, languages, activation } = group;
  const all: Record<string, string | null> = {
    ...prefixed('name', names),
    ...prefixed('description', description),
    acronym,
    type,
    parent,
    reportsTo,
    sector,
    hub,
    area: area.join(', '),
    place: place?.name ?? null,
    point: place?.lat != null && place.lon != null ? `${place.lat}, ${place.lon}` : null,
    mailbox,
    website,
    since,
    languages: languages.join(', '),
    activation,
    'members-only': yes(group.visibility === 'members'),
    'ad-hoc': yes(!group.permanent),
    'on-hold': yes(group.status === 'on-hold'),
    ...Object.fromEntries(group.owns.map(({ kind }) => [`owns-${kind}`, 'yes'])),
    ...Object.fromEntries(group.signoff.flatMap(({ kind, approvals, from }) => [[`approvals-${kind}`, String(approvals)], [`approvers-${kind}`, from]])), // prettier-ignore
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''));
}

const prefixed = (name: string, texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([tag, text]) => [`${name}-${tag}`, text]));

function textsOf(name: string, values: Values): Record<string, string> {
  const own = Object.entries(values).filter(([key, text]) => key.startsWith(`${name}-`) && text !== '');
  return Object.fromEntries(own.map(([key, text]) => [key.slice(name.length + 1), text]));
}

function placeOf(values: Values, before: Group['place']): Group['place'] {
  const name = values['place'] ?? '';
  if (name === '') return null;
  const [lat = NaN, lon = NaN] = codesOf(values['point'] ?? '').map(Number);
  const isPoint = Number.isFinite(lat) && Number.isFinite(lon);
  return { name, pcode: before?.pcode ?? null, lat: isPoint ? lat : null, lon: isPoint ? lon : null };
}

/** One that is closed stays so until somebody opens it again. */
function statusOf(values: Values, { status }: Group): GroupChange {
  if (status === 'closed') return values['reopen'] === 'yes' ? { status: 'active' } : {};
  const isOnHold = values['on-hold'] === 'yes';
  return isOnHold === (status === 'on-hold') ? {} : { status: isOnHold ? 'on-hold' : 'active' };
}

/** What is sent: all of a new group; of one that stands what the form says differently. */
export function changesOf(values: Values, before: Group | null): Partial<NewGroup> & GroupChange {
  const held = (name: string) => values[name] || null;
  const kinds = Object.keys(values).filter((key) => key.startsWith('owns-') && values[key] === 'yes');
  const sector = held('sector');
  const owns = kinds.map((key) => {
    const kind = key.slice('owns-'.length) as Group['owns'][number]['kind'];
    const known = before?.owns.find((owned) => owned.kind === kind);
    // Of a 3W a cluster answers for its own sector only.
    return known ?? { kind, ...(sector && kind === PRESENCE ? { sector } : {}) };
  });
  const all = {
    names: textsOf('name', values),
    description: textsOf('description', values),
    acronym: held('acronym'),
    type: (values['type'] ?? 'other') as Group['type'],
    parent: held('parent'),
    reportsTo: held('reportsTo'),
    sector,
    hub: held('hub'),
    area: codesOf(values['area'] ?? '') as Group['area'],
    place: placeOf(values, before?.place ?? null),
    mailbox: held('mailbox'),
    website: held('website'),
    since: held('since'),
    languages: codesOf(values['languages'] ?? ''),
    activation: held('activation'),
    visibility: values['members-only'] === 'yes' ? ('members' as const) : ('public' as const),
    permanent: values['ad-hoc'] !== 'yes',
    owns,
    signoff: owns.flatMap(({ kind }) => {
      const approvals = Number(values[`approvals-${kind}`] ?? '');
      return approvals > 0 ? [{ kind, approvals, from: values[`approvers-${kind}`] ?? '' }] : [];
    }),
  };
  if (!before) return all;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed = Object.fromEntries(Object.entries(all).filter(([name, value]) => !isSame(value, before[name as keyof Group])));
  return { ...changed, ...statusOf(values, before) };
}
