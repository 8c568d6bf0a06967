/** An invented coordination structure of any size, as the API answers it: for tests of what is made of it. */
import type { Gap, Group, HeldRole, Seat, StructureAnswer } from '../../../server/contract/groups/groups.ts';

const SECTORS = [
  ['CCM', 'CCCM', 'Camp Coordination and Camp Management', 'تنسيق المخيمات وإدارتها'],
  ['EDU', 'EDU', 'Education', 'التعليم'],
  ['ERY', 'ER', 'Early Recovery', 'التعافي المبكر'],
  ['FSC', 'FSC', 'Food Security', 'الأمن الغذائي'],
  ['HEA', 'HEA', 'Health', 'الصحة'],
  ['LOG', 'LOG', 'Logistics', 'الإمداد والنقل'],
  ['NUT', 'NUT', 'Nutrition', 'التغذية'],
  ['PRO', 'PRO', 'Protection', 'الحماية'],
  ['SHL', 'ES/NFI', 'Emergency Shelter and Non-Food Items', 'المأوى والمواد غير الغذائية'],
  ['TEL', 'ETC', 'Emergency Telecommunications', 'الاتصالات في حالات الطوارئ'],
  ['WSH', 'WASH', 'Water, Sanitation and Hygiene', 'المياه والصرف الصحي والنظافة'],
] as const;
const AORS = [
  ['cp', 'CP', 'Child Protection', 'حماية الطفل'],
  ['gbv', 'GBV', 'Gender-Based Violence', 'العنف القائم على النوع الاجتماعي'],
  ['hlp', 'HLP', 'Housing, Land and Property', 'السكن والأرض والممتلكات'],
  ['mine', 'MA', 'Mine Action', 'مكافحة الألغام'],
] as const;

const blank = (id: string, type: Group['type'], en: string, ar: string, given: Partial<Group> = {}): Group => ({
  id,
  type,
  names: { en, ar },
  acronym: null,
  sector: null,
  parent: null,
  reportsTo: null,
  hub: null,
  since: '2024-03-01',
  activation: null,
  area: [],
  place: null,
  languages: ['en'],
  mailbox: null,
  website: null,
  description: {},
  visibility: 'public',
  mirrors: null,
  owns: [],
  signoff: [],
  permanent: true,
  status: 'active',
  until: null,
  updatedAt: '2026-10-01T08:00:00.000Z',
  updatedBy: null,
  ...given,
});

/** HCT, ICCG, 11 clusters, 4 areas of responsibility, two hubs with clusters at them, the IMWG with two sub-groups, a closed task force and an ad hoc group. */
export function sampleGroups(): Group[] {
  const clusters = SECTORS.map(([sector, acronym, en, ar]) =>
    blank(`${sector.toLowerCase()}-cluster`, 'cluster', en, ar, {
      acronym,
      sector,
      parent: 'iccg',
      mailbox: `${sector.toLowerCase()}@example.org`,
      owns: [{ kind: '3w', sector }],
    }),
  );
  const hubs = [
    blank('north-hub', 'hub', 'Northern hub', 'المركز الشمالي', { parent: 'iccg' }),
    blank('coast-hub', 'hub', 'Coastal hub', 'المركز الساحلي', { parent: 'iccg' }),
  ];
  const atHubs = hubs.flatMap((hub) =>
    clusters
      .filter(({ sector }) => sector === 'HEA' || sector === 'WSH')
      .map((cluster) =>
        blank(`${cluster.id}-${hub.id}`, 'cluster', `${cluster.names['en']!}, ${hub.names['en']!}`, `${cluster.names['ar']!}، ${hub.names['ar']!}`, {
          sector: cluster.sector,
          parent: cluster.id,
          hub: hub.id,
        }),
      ),
  );
  return [
    blank('hct', 'hct', 'Humanitarian Country Team', 'الفريق القطري للعمل الإنساني', { acronym: 'HCT' }),
    blank('iccg', 'iccg', 'Inter-Cluster Coordination Group', 'فريق التنسيق المشترك بين المجموعات القطاعية', { acronym: 'ICCG', parent: 'hct' }),
    ...clusters,
    ...AORS.map(([id, acronym, en, ar]) => blank(id, 'aor', en, ar, { acronym, parent: 'pro-cluster' })),
    ...hubs,
    ...atHubs,
    blank('imwg', 'working-group', 'Information Management Working Group', 'الفريق العامل المعني بإدارة المعلومات', { acronym: 'IMWG', reportsTo: 'iccg' }),
    blank('gis', 'sub-group', 'GIS sub-group', 'الفريق الفرعي لنظم المعلومات الجغرافية', {
      acronym: 'GIS',
      parent: 'imwg',
      owns: [{ kind: 'cod-ab' }, { kind: 'cod-ps' }],
    }),
    blank('assessments', 'sub-group', 'Assessments', 'التقييمات', { parent: 'imwg', reportsTo: 'iccg' }),
    blank('cash', 'working-group', 'Cash Working Group', 'الفريق العامل المعني بالنقد', { acronym: 'CWG', parent: 'iccg', status: 'on-hold' }),
    blank('flood', 'task-force', 'Flood response', 'الاستجابة للفيضانات', { permanent: false }),
    blank('census', 'task-force', 'Census preparation', 'التحضير للتعداد', { parent: 'imwg', status: 'closed', until: '2025-12-31' }),
  ];
}

/** The sample, with so many organisations that sit in its groups in turn. */
export function sampleStructure(organisations = 40): StructureAnswer {
  const groups = sampleGroups();
  const named = Array.from({ length: organisations }, (_, i) => ({
    id: `organisation ${i}`,
    name: `Organisation ${i}`,
    names: { ar: `منظمة ${i}` },
    acronym: i % 3 === 0 ? `OR${i}` : null,
    type: '437',
  }));
  const open = groups.filter(({ status, type }) => status !== 'closed' && type !== 'hub');
  const seats: Seat[] = open.flatMap((group, at) => [
    ...(group.id === 'nut-cluster'
      ? []
      : [
          {
            id: `${group.id}-lead`,
            group: group.id,
            organisation: named[(at * 3) % organisations]!.id,
            capacity: 'lead' as const,
            start: '2024-03-01',
            end: null,
          },
        ]),
    {
      id: `${group.id}-co`,
      group: group.id,
      organisation: named[(at * 3 + 1) % organisations]!.id,
      capacity: 'co-lead' as const,
      start: '2025-01-01',
      end: null,
    },
    ...named
      .filter((_, i) => i % open.length === at)
      .map(({ id }) => ({ id: `${group.id}-${id}`, group: group.id, organisation: id, capacity: 'member' as const, start: null, end: null })),
    { id: `${group.id}-future`, group: group.id, organisation: named[0]!.id, capacity: 'donor' as const, start: '2027-01-01', end: null },
  ]);
  const roles: HeldRole[] = [
    { group: 'imwg', role: 'chair', organisation: named[0]!.id, start: '2025-06-01', end: null },
    { group: 'hea-cluster', role: 'imo', organisation: named[4]!.id, start: null, end: '2027-06-30' },
  ];
  const found: Omit<Gap, 'text'>[] = [
    { group: 'nut-cluster', code: 'no-lead' },
    { group: 'nut-cluster', code: 'no-imo' },
    { group: 'shl-cluster', code: 'co-lead-ended', since: '2026-06-30', organisation: named[1]!.id },
    { group: 'imwg', code: 'imwg-chair-not-in-iccg' },
    { group: 'log-cluster', code: 'group-stale', since: '2026-02-10' },
    { group: 'edu-cluster', code: 'no-imo' },
    { group: 'tel-cluster', code: 'no-imo' },
  ];
  return {
    scope: 'XNV' as StructureAnswer['scope'],
    today: '2026-11-29',
    groups,
    organisations: named,
    seats,
    roles,
    members: open.map(({ id }) => ({
      group: id,
      organisations: new Set(seats.filter(({ group }) => group === id).map(({ organisation }) => organisation)).size,
      persons: 0,
    })),
    gaps: found.map((gap) => ({ ...gap, text: `${gap.group}: ${gap.code}` })),
    may: { seePeople: false, manage: false, edit: [], create: [], close: [], approve: [], join: false },
  } satisfies StructureAnswer as StructureAnswer;
}
