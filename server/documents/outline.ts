/**
 * The outline of new terms of reference, as Markdown, filled with what the structure knows on a day: the ten parts that are in all that were read
 * (docs/documents.md). Organisations in roles and never persons, since terms of reference are handed on. Pure.
 */
import type { AppointmentRole, Capacity, Group, Organisation } from '../contract/groups/groups.ts';
import { nameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import { unknownGroup } from '../groups/checks.ts';
import { holdsOn, stands, type Structure } from '../groups/structure.ts';
import { isWord, languageOf, say, type WordId } from '../words/words.ts';

type Say = (id: WordId, values?: Parameters<typeof say>[2]) => string;
interface About {
  group: Group;
  structure: Structure;
  today: string;
  lang: Lang;
  tell: Say;
}

const CAPACITIES = ['lead', 'co-lead', 'government-lead'] as const satisfies readonly Capacity[];
const ROLES = ['chair', 'co-chair', 'coordinator', 'co-coordinator', 'secretariat'] as const satisfies readonly AppointmentRole[];
/** Their focal points for information management are its members. */
const COORDINATING: readonly Group['type'][] = ['cluster', 'sector', 'aor'];
const SECTORAL: readonly Group['type'][] = [...COORDINATING, 'sub-cluster'];

/** Names are texts of other people: nothing in them is Markdown. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&'); // prettier-ignore

const titled = (group: Pick<Group, 'names' | 'acronym' | 'id'>, lang: Lang): string => {
  const name = nameIn(group.names, lang) || group.id;
  return plain(group.acronym && group.acronym !== name ? `${name} (${group.acronym})` : name);
};
const orgName = ({ name, names, acronym }: Organisation, lang: Lang): string => {
  const full = nameIn({ en: name, ...names }, lang);
  return plain(acronym && acronym !== full ? `${full} (${acronym})` : full);
};
const byName = (lang: Lang) => new Intl.Collator(languageOf(lang).locale).compare;

/** @param country what it is called; null at the global level. @param today YYYY-MM-DD. @throws NotFoundError `group.unknown` */
export function writeOutline(country: string | null, structure: Structure, id: string, lang: Lang, today: string): string {
  const group = structure.groups.find((each) => each.id === id);
  if (!group) throw unknownGroup(id);
  const tell: Say = (word, values) => say(lang, word, values);
  const about: About = { group, structure, today, lang, tell };
  const parts: [heading: WordId, lines: string[]][] = [
    ['outline.background', background(about)],
    ['outline.purpose', [plain(nameIn(group.description, lang)), tell('outline.purpose.write')]],
    ['outline.tasks', tasks(about)],
    ['outline.membership', membership(about)],
    ['outline.meetings', meetings(about)],
    ['outline.decisions', [tell('outline.decisions.write')]],
    ['outline.reporting', reporting(about)],
    ['outline.subgroups', subGroups(about)],
    ['outline.protection', [tell('outline.protection.text'), tell('outline.protection.write')]],
    ['outline.review', [tell('outline.review.text'), tell('outline.review.write')]],
  ];
  const head = [
    `# ${tell('outline.title', { group: titled(group, lang) })}`,
    ...(country === null ? [] : [`**${plain(country)}**`]),
    tell('outline.note', { day: today }),
  ];
  const body = parts.flatMap(([heading, lines], i) => [`## ${i + 1}. ${tell(heading)}`, ...lines.filter((line) => line !== '')]);
  return `${[...head, ...body].join('\n\n')}\n`;
}

const background = ({ group, tell }: About): string[] => [
  group.since === null ? '' : tell('outline.background.since', { day: group.since }),
  group.activation === null ? '' : tell('outline.background.activation', { text: plain(group.activation) }),
  tell('outline.background.write'),
];

function tasks({ group, tell }: About): string[] {
  const data = group.owns.map(({ kind, sector }) => {
    const sectorWord = `sector.${sector ?? ''}`;
    const named = sector === undefined ? '' : ` (${isWord(sectorWord) ? tell(sectorWord) : sector})`;
    return `${tell(`kind.${kind}`)}${named}`;
  });
  const list: readonly WordId[] = SECTORAL.includes(group.type)
    ? ['outline.task.plan', 'outline.task.needs', 'outline.task.report', 'outline.task.gaps', 'outline.task.contacts', 'outline.task.support']
    : ['outline.task.cods', 'outline.task.standards', 'outline.task.presence', 'outline.task.assessments', 'outline.task.products', 'outline.task.protocol', 'outline.task.contacts']; // prettier-ignore
  return [
    data.length === 0 ? '' : tell('outline.tasks.datasets', { list: data }),
    list.map((task) => `- ${tell(task)}`).join('\n'),
    tell('outline.tasks.write'),
  ];
}

function membership(about: About): string[] {
  const { group, structure, today, lang, tell } = about;
  const held = new Map(structure.organisations.map((organisation) => [organisation.id, organisation]));
  const names = (ids: readonly (string | null)[]) => [...new Set(ids)].flatMap((id) => (id !== null && held.has(id) ? [orgName(held.get(id)!, lang)] : []));
  const seats = structure.seats.filter((seat) => seat.group === group.id && holdsOn(seat, today));
  const roles = structure.appointments.filter((each) => each.group === group.id && stands(each, today));
  const lines = [
    ...CAPACITIES.map((capacity) => ({ role: tell(`outline.membership.${capacity}`), list: names(seats.filter((seat) => seat.capacity === capacity).map(({ organisation }) => organisation)) })),
    ...ROLES.map((role) => ({ role: tell(`outline.membership.${role}`), list: names(roles.filter((each) => each.role === role).map(({ organisation }) => organisation)) })),
  ]; // prettier-ignore
  const led = lines.filter(({ list }) => list.length > 0).map(({ role, list }) => `- ${tell('outline.membership.holds', { role, list })}`);
  return [led.join('\n'), byType(about, new Set(seats.map(({ organisation }) => organisation))), focalPoints(about), tell('outline.membership.write')];
}

/** Members by type of organisation, the most first. */
function byType({ structure, lang, tell }: About, members: ReadonlySet<string>): string {
  const organisations = structure.organisations.filter(({ id }) => members.has(id));
  if (organisations.length === 0) return tell('outline.membership.none');
  const called = (type: string | null) => {
    const word = `org-type.${type ?? ''}`;
    return isWord(word) ? tell(word) : tell('outline.membership.untyped');
  };
  const rows = [...Map.groupBy(organisations, ({ type }) => called(type))]
    .toSorted((a, b) => b[1].length - a[1].length || byName(lang)(a[0], b[0]))
    .map(([type, list]) => [
      plain(type),
      String(list.length),
      list
        .map((each) => orgName(each, lang))
        .toSorted(byName(lang))
        .join(languageOf(lang).comma),
    ]);
  const head = [tell('outline.membership.type'), tell('outline.membership.number'), tell('outline.membership.organisations')];
  return [head, ['---', '--:', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Of a working group: clusters are in it by their focal points. */
function focalPoints({ group, structure, today, lang, tell }: About): string {
  if (group.type !== 'working-group') return '';
  const clusters = structure.groups.filter(({ type, status }) => status === 'active' && COORDINATING.includes(type));
  if (clusters.length === 0) return '';
  const has = (id: string) => structure.appointments.some((each) => each.group === id && each.role === 'imo' && stands(each, today));
  const without = clusters.filter(({ id }) => !has(id)).map((each) => titled(each, lang));
  return without.length === 0 ? tell('outline.membership.focal.all') : tell('outline.membership.focal', { list: without.toSorted(byName(lang)) });
}

function meetings({ group, lang, tell }: About): string[] {
  const names = new Intl.DisplayNames([languageOf(lang).locale], { type: 'language' });
  return [
    group.languages.length === 0 ? '' : tell('outline.meetings.languages', { list: group.languages.map((each) => names.of(each) ?? each) }),
    group.mailbox === null ? '' : tell('outline.meetings.mailbox', { text: `<${group.mailbox}>` }),
    tell('outline.meetings.write'),
  ];
}

function reporting({ group, structure, lang, tell }: About): string[] {
  const named = (id: string | null) => {
    const found = structure.groups.find((each) => each.id === id);
    return found ? titled(found, lang) : null;
  };
  const to = named(group.reportsTo);
  const within = named(group.parent);
  const hub = named(group.hub);
  return [
    to === null ? '' : tell('outline.reporting.to', { group: to }),
    within === null || within === to ? '' : tell('outline.reporting.within', { group: within }),
    hub === null ? '' : tell('outline.reporting.hub', { group: hub }),
    to === null && within === null ? tell('outline.reporting.none') : '',
    tell('outline.reporting.write'),
  ];
}

function subGroups({ group, structure, today, lang, tell }: About): string[] {
  const below = structure.groups.filter(({ parent, status }) => parent === group.id && status !== 'closed');
  const orgs = new Map(structure.organisations.map((organisation) => [organisation.id, organisation]));
  const leads = (id: string) => {
    const seats = structure.seats.filter((seat) => seat.group === id && (seat.capacity === 'lead' || seat.capacity === 'co-lead') && holdsOn(seat, today));
    const chairs = structure.appointments.filter((each) => each.group === id && (each.role === 'chair' || each.role === 'co-chair') && stands(each, today));
    const ids = new Set([...seats, ...chairs].map(({ organisation }) => organisation));
    return [...ids].flatMap((organisation) => (organisation !== null && orgs.has(organisation) ? [orgName(orgs.get(organisation)!, lang)] : []));
  };
  const lines = below.map((each) => {
    const list = leads(each.id);
    return `- ${list.length === 0 ? titled(each, lang) : tell('outline.subgroups.led', { group: titled(each, lang), list })}`;
  });
  return [lines.length === 0 ? tell('outline.subgroups.none') : lines.join('\n'), tell('outline.subgroups.write')];
}
