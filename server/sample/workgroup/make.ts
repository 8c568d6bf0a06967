/** The working group of the invented country: groups, organisations of its 3W in them, invented people, and one gap of each kind. Days go by the day it is made on. */
import type { AppointmentRole, Capacity, NewGroup } from '../../contract/groups/groups.ts';
import { PRESENCE } from '../../contract/ids.ts';
import type { Organisation } from '../organisations.ts';
import { createRandom, type Random } from '../random.ts';
import { inventCheckIn, inventContact, type InventedContact } from './contacts.ts';
import { clusterName, GLOBAL_GROUPS, GROUPS, type Planned } from './names.ts';

export interface WorkgroupOptions {
  seed: number;
  /** YYYY-MM-DD. */
  today: string;
  /** Of the 3W. */
  organisations: readonly Organisation[];
  /** Units of level 1: where hubs are, and what they reach. */
  regions: readonly { pcode: string; name: string; center: readonly [lon: number, lat: number] }[];
}

/** Organisations and persons go by name here: whoever stores them finds or makes the ids. */
export interface WorkgroupSeat {
  group: string;
  organisation: string;
  capacity: Capacity;
  start: string | null;
  end: string | null;
}
export interface WorkgroupPerson extends InventedContact {
  name: string;
  organisation: string;
  jobTitle: string;
  email: string;
}
export interface WorkgroupAppointment {
  group: string;
  person: string;
  role: AppointmentRole;
  start: string | null;
  end: string | null;
  /** End of the check-in, ISO instant; null where nobody ever checked in. */
  until: string | null;
}
export interface Workgroup {
  /** In an order in which each comes after those that it names; `changed`: the day it was last changed, `closed`: its last day. */
  groups: { group: Partial<NewGroup> & Pick<NewGroup, 'id' | 'type' | 'names'>; changed: string; closed: string | null }[];
  organisations: { name: string; acronym: string | null; type: string | null }[];
  seats: WorkgroupSeat[];
  persons: WorkgroupPerson[];
  appointments: WorkgroupAppointment[];
}

const DAY_MS = 86_400_000;
const GIVEN = [
  'Alba',
  'Bilal',
  'Chidi',
  'Dalia',
  'Emil',
  'Farah',
  'Goran',
  'Hana',
  'Idris',
  'Jolie',
  'Karim',
  'Lamia',
  'Mateo',
  'Nour',
  'Odile',
  'Pavel',
  'Rosa',
  'Samir',
  'Tariq',
  'Uma',
  'Vera',
  'Yara',
];
const FAMILY = [
  'Abane',
  'Borel',
  'Cissokhe',
  'Doumare',
  'Esteval',
  'Fofane',
  'Gerault',
  'Haddar',
  'Iskandre',
  'Jalone',
  'Kessou',
  'Lacombre',
  'Mbayo',
  'Nasrine',
  'Ouattare',
  'Perreti',
  'Quillane',
  'Rahmane',
  'Sankhar',
  'Tourel',
];
/** Of UN agencies, for whom the sample has no names of its own. */
const SECRETARIAT = { name: 'Bureau de coordination de Narivela', acronym: 'BCN', type: '447' };
const MINISTRY = { name: 'Ministère des Solidarités de Narivela', acronym: 'MSN', type: '435' };
const TITLES: Partial<Record<AppointmentRole, string>> = {
  imo: 'Information Management Officer',
  coordinator: 'Cluster Coordinator',
  chair: 'Head of Information Management',
};

/** The same for the same options. */
export function createWorkgroup({ seed, today, organisations, regions }: WorkgroupOptions): Workgroup {
  const random = createRandom(seed, 700);
  const on = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const made: Workgroup = { groups: [], organisations: [SECRETARIAT, MINISTRY], seats: [], persons: [], appointments: [] };
  const people = createPeople(random, made, today, regions);
  const bodies = organisations.filter(({ type }) => !/gouvernement/i.test(type)).map(({ name }) => name);
  const hubs = regions.slice(0, 2);

  // Nobody sits in two groups, so that the chair for information management does not sit in the ICCG: one of the gaps.
  for (const planned of [...GROUPS, ...hubs.flatMap((region, i) => atHub(region.name, i))]) {
    const group = toGroup(planned, on, hubs);
    const stale = planned.gap === 'group-stale';
    made.groups.push({ group, changed: stale ? on(-240) : on(-20 - random.below(60)), closed: planned.closed ? on(-90) : null });
    const seat = (organisation: string, capacity: Capacity, start: string | null = group.since ?? null, end: string | null = null) =>
      made.seats.push({ group: planned.id, organisation, capacity, start, end });
    const hold = (
      role: AppointmentRole,
      organisation: string,
      end: string | null = on(200 + random.below(150)),
      person = people.invent(organisation, TITLES[role] ?? 'Officer'),
    ) => {
      const until = inventCheckIn(made.appointments.length, today, end);
      made.appointments.push({ group: planned.id, person, role, start: on(-120 - random.below(300)), end, until });
      return person;
    };
    const lead = planned.lead === 'secretariat' ? SECRETARIAT.name : bodies[random.below(bodies.length)]!;
    const others = shuffled(random, bodies.filter((name) => name !== lead)); // prettier-ignore
    if (planned.lead !== 'none') {
      if (planned.gap !== 'no-lead') seat(lead, 'lead', group.since ?? null, planned.gap === 'lead-ended' ? on(-40) : null);
      if (planned.coLead) seat(others[0]!, 'co-lead', on(-500), planned.gap === 'co-lead-ended' ? on(-25) : null);
      if (planned.government) seat(MINISTRY.name, 'government-lead');
    }
    for (const name of others.slice(1, 1 + planned.members)) seat(name, 'member', on(-100 - random.below(400)));
    if (planned.closed) continue;
    if (planned.chairs === 'coordinator') {
      hold('coordinator', lead);
      if (planned.gap !== 'no-imo') hold('imo', lead);
    } else if (planned.chairs === 'chair') {
      hold('chair', lead, planned.gap === 'appointment-ending' ? on(18) : null);
      if (planned.coLead) hold('co-chair', others[0]!);
      hold('secretariat', SECRETARIAT.name);
    }
    for (let i = 0; i < planned.people; i++) hold(i % 5 === 4 ? 'observer' : 'member', others[1 + i]!);
  }
  return made;
}

/** The structure above: what groups of countries mirror. */
export function createGlobalWorkgroup({ seed, today }: Pick<WorkgroupOptions, 'seed' | 'today'>): Workgroup {
  const random = createRandom(seed, 701);
  const made: Workgroup = { groups: [], organisations: [], seats: [], persons: [], appointments: [] };
  const people = createPeople(random, made, today, []);
  const body = { name: 'Secrétariat mondial de coordination', acronym: 'SMC', type: '447' };
  made.organisations.push(body);
  for (const { id, type, names, parent } of GLOBAL_GROUPS) {
    made.groups.push({ group: { id, type, names, parent: parent ?? null, acronym: id.toUpperCase() }, changed: today, closed: null });
    made.seats.push({ group: id, organisation: body.name, capacity: 'lead', start: null, end: null });
    made.appointments.push({ group: id, person: people.invent(body.name, 'Chair'), role: 'chair', start: null, end: null, until: null });
  }
  return made;
}

function createPeople(random: Random, made: Workgroup, today: string, regions: WorkgroupOptions['regions']) {
  const taken = new Set<string>();
  return {
    invent(organisation: string, jobTitle: string): string {
      let name = '';
      do name = `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
      while (taken.has(name));
      taken.add(name);
      const index = made.persons.length;
      const contact = inventContact(name, index, today, regions[index % Math.max(1, regions.length)] ?? null);
      made.persons.push({ name, organisation, jobTitle, email: `${name.toLowerCase().replace(' ', '.')}@example.org`, ...contact });
      return name;
    },
  };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list.map((item) => ({ item, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item); // prettier-ignore
}

/** A hub and two clusters at it. */
function atHub(name: string, i: number): Planned[] {
  const hub = `hub-${i + 1}`;
  const clusters = GROUPS.filter(({ id }) => (i === 0 ? ['wash', 'health'] : ['food-security', 'nutrition']).includes(id));
  return [
    {
      id: hub,
      type: 'hub',
      names: { en: `${name} hub`, fr: `Pôle de ${name}`, ar: `مركز ${name}` },
      parent: 'iccg',
      lead: 'secretariat',
      chairs: 'none',
      members: 5,
      people: 0,
      region: i,
    },
    ...clusters.map((cluster): Planned => ({
      ...cluster,
      id: `${cluster.id}-${hub}`,
      names: clusterName(cluster, name),
      parent: cluster.id,
      hub,
      gap: null,
      coLead: false,
      government: false,
      members: 4,
      people: 2,
      region: i,
    })),
  ];
}

function toGroup(planned: Planned, on: (days: number) => string, hubs: WorkgroupOptions['regions']): Workgroup['groups'][number]['group'] {
  const region = planned.region === undefined ? undefined : hubs[planned.region];
  return {
    id: planned.id,
    type: planned.type,
    names: planned.names,
    acronym: planned.acronym ?? null,
    sector: planned.sector ?? null,
    parent: planned.parent ?? null,
    reportsTo: planned.reportsTo ?? null,
    hub: planned.hub ?? null,
    since: on(-900),
    area: region ? [region.pcode as NewGroup['area'][number]] : [],
    place:
      region && planned.type === 'hub'
        ? { pcode: region.pcode as NewGroup['area'][number], lon: region.center[0], lat: region.center[1], name: region.name }
        : null,
    languages: ['fr', 'ar'],
    mailbox: planned.mailbox ? `${planned.id}-nv@example.org` : null,
    description: planned.description ?? {},
    owns: planned.owns ?? (planned.sector && !planned.hub ? [{ kind: PRESENCE, sector: planned.sector }] : []),
    signoff: planned.signoff ?? [],
    mirrors: planned.mirrors ?? null,
    permanent: planned.permanent ?? true,
  };
}
