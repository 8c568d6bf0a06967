/** What appointments allow: the table cell by cell, then how far each reaches in a country with all kinds of groups. */
import { describe, expect, test } from 'vitest';
import { APPOINTMENT_ROLES, type AppointmentRole } from '../../server/contract/groups/groups.ts';
import { DATASET_KINDS, type DatasetId } from '../../server/contract/ids.ts';
import type { Permission } from '../../server/contract/route.ts';
import type { Target } from '../../server/http/request.ts';
import { COLUMNS, reachOf, rightsOf, ROOT, TABLE, type GroupPlace, type Standing } from '../../server/people/rights.ts';

const TODAY = '2026-05-14';

/** Written apart from the table that it judges: decision 0041. */
const EXPECTED = `
                  observer  member  alternate  imo    coordinator  co-coordinator  secretariat  chair    co-chair
draft.read        scope     scope   scope      scope  scope        scope           scope        scope    scope
upload.create     no        own     own        own    own          own             own          own      own
job.cancel        no        own     own        own    own          own             own          own      own
metadata.write    no        own     own        own    own          own             own          own      own
map.write         no        scope   scope      scope  scope        scope           scope        scope    scope
key.manage        no        scope   scope      scope  scope        scope           scope        scope    scope
finding.accept    no        no      no         below  below        below           below        below    below
presence.decide   no        no      no         below  below        below           below        below    below
version.publish   no        no      no         no     no           no              no           below    below
version.withdraw  no        no      no         no     no           no              no           below    below
group.approve     no        no      no         own    own          own             own          below    below
group.record      no        no      no         own    own          own             own          below    below
group.edit        no        no      no         no     own          own             own          below    below
group.create      no        no      no         no     no           no              no           below    below
group.close       no        no      no         no     no           no              no           beneath  beneath
group.manage      no        no      no         own    own          own             own          below    below
member.manage     no        no      no         no     no           no              no           no       no
`;
const [head, ...lines] = EXPECTED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = lines.flatMap(([permission, ...reaches]) => reaches.map((reach, i) => [permission as Permission, head![i] as AppointmentRole, reach!] as const));

describe('the table', () => {
  test('has every role once and every permission', () => {
    expect(COLUMNS.flat().toSorted()).toEqual([...APPOINTMENT_ROLES].toSorted());
    expect(head!.toSorted()).toEqual([...APPOINTMENT_ROLES].toSorted());
    expect(lines.map(([permission]) => permission)).toEqual(Object.keys(TABLE));
  });
  test.each(cells)('%s of %s: %s', (permission, role, reach) => expect(reachOf(role, permission)).toBe(reach));
  test('a role further to the right may do no less', () => {
    const far = { no: 0, own: 1, beneath: 1, below: 2, scope: 3 };
    for (const reaches of Object.values(TABLE))
      expect(reaches.map((reach) => far[reach])).toEqual(reaches.map((reach) => far[reach]).toSorted((a, b) => a - b));
  });
});

const group = (scope: string, id: string, more: Partial<GroupPlace> = {}): GroupPlace => ({
  scope,
  id,
  type: 'working-group',
  parent: null,
  owns: [],
  status: 'active',
  ...more,
});
/** GIS owns the boundaries, WASH its part of the 3W; nobody owns the population. */
const GROUPS: GroupPlace[] = [
  group('global', ROOT),
  group('global', 'gis', { parent: ROOT, type: 'sub-group', owns: [{ kind: 'cod-ab' }] }),
  group('NVL', 'hct', { type: 'hct' }),
  group('NVL', 'iccg', { type: 'iccg' }),
  group('NVL', ROOT),
  group('NVL', 'gis', { parent: ROOT, type: 'sub-group', owns: [{ kind: 'cod-ab' }] }),
  group('NVL', 'names', { parent: 'gis', type: 'task-force' }),
  group('NVL', 'wash', { parent: 'iccg', type: 'cluster', owns: [{ kind: '3w', sector: 'WSH' }] }),
  group('NVL', 'flood', { parent: ROOT, type: 'task-force', status: 'closed', owns: [{ kind: 'cod-ps' }] }),
  group('TGO', ROOT),
];
const standing = (scope: string, id: string, role: AppointmentRole, more: Partial<Standing> = {}): Standing => ({
  scope,
  group: id,
  role,
  state: 'active',
  start: null,
  end: null,
  ...more,
});
const rights = (...appointments: Standing[]) => rightsOf({ role: 'member' }, appointments, GROUPS, TODAY);
const [AB, PS, W3, OTHER] = ['cod-ab-nvl', 'cod-ps-nvl', '3w-nvl', 'cod-ab-tgo'] as DatasetId[] as [DatasetId, DatasetId, DatasetId, DatasetId];
const where = (permission: Permission, ...appointments: Standing[]) =>
  [AB, PS, W3, OTHER].filter((dataset) => rights(...appointments).may(permission, dataset));

describe('what is reached in a country', () => {
  test('nothing without an appointment', () => {
    expect([rights().permissions(), rights().list(), rights().may('draft.read'), rights().may('draft.read', AB)]).toEqual([[], [], false, false]);
  });

  test.each([
    ['own: what the group owns', 'upload.create', standing('NVL', 'gis', 'member'), [AB]],
    ['own: what nobody owns is the working group’s, and what a closed group owned', 'upload.create', standing('NVL', ROOT, 'member'), [PS, W3]],
    ['own: not what the group above owns', 'upload.create', standing('NVL', 'names', 'chair'), []],
    ['own: a group that owns nothing reaches nothing', 'upload.create', standing('NVL', 'hct', 'chair'), []],
    ['below: what groups under it own', 'version.publish', standing('NVL', ROOT, 'chair'), [AB, PS, W3]],
    ['below: its own', 'version.publish', standing('NVL', 'gis', 'co-chair'), [AB]],
    ['below: not what is above', 'version.publish', standing('NVL', 'names', 'chair'), []],
    ['below: not what groups beside it own', 'finding.accept', standing('NVL', 'iccg', 'chair'), []],
    ['scope: all of the country', 'draft.read', standing('NVL', 'hct', 'observer'), [AB, PS, W3]],
    ['scope: maps', 'map.write', standing('NVL', 'wash', 'member'), [AB, PS, W3]],
    ['a part of the 3W: an upload', 'upload.create', standing('NVL', 'wash', 'member'), [W3]],
    ['a part of the 3W: decisions, by the IM officer', 'presence.decide', standing('NVL', 'wash', 'imo'), [W3]],
    ['a part of the 3W: decisions, not by a member', 'presence.decide', standing('NVL', 'wash', 'member'), []],
    ['a part of the 3W: decisions, by the chair of the group above', 'presence.decide', standing('NVL', 'iccg', 'chair'), [W3]],
    ['a part of the 3W: never to publish', 'version.publish', standing('NVL', 'wash', 'chair'), []],
    ['a part of the 3W: never its description', 'metadata.write', standing('NVL', 'wash', 'chair'), []],
    ['above all countries: everywhere', 'upload.create', standing('global', ROOT, 'member'), [AB, PS, W3, OTHER]],
    ['another group above all countries: nowhere', 'draft.read', standing('global', 'gis', 'chair'), []],
    ['a closed group gives nothing', 'draft.read', standing('NVL', 'flood', 'chair'), []],
    ['a group that is not there gives nothing', 'draft.read', standing('NVL', 'nowhere', 'chair'), []],
  ] as [string, Permission, Standing, DatasetId[]][])('%s', (_case, permission, appointment, expected) => {
    expect(where(permission, appointment)).toEqual(expected);
    expect(rights(appointment).may(permission)).toBe(expected.length > 0);
  });

  test('several appointments add up', () => {
    expect(where('upload.create', standing('NVL', 'gis', 'member'), standing('TGO', ROOT, 'member'))).toEqual([AB, OTHER]);
  });

  test.each([
    ['its first day', { start: TODAY }, true],
    ['before it', { start: '2026-05-15' }, false],
    ['its last day', { end: TODAY }, true],
    ['after it', { end: '2026-05-13' }, false],
    ['asked for', { state: 'pending' }, false],
    ['invited', { state: 'invited' }, false],
    ['ended', { state: 'ended' }, false],
  ] as [string, Partial<Standing>, boolean][])('an appointment on %s', (_case, more, expected) =>
    expect(rights(standing('NVL', 'gis', 'chair', more)).may('version.publish', AB)).toBe(expected),
  );

  test('a working group of another name keeps the data of its country, where it is the only one', () => {
    const of = (...groups: GroupPlace[]) => rightsOf({ role: 'member' }, [standing('NVL', 'im', 'member')], groups, TODAY).may('upload.create', PS);
    expect(of(group('NVL', 'im'))).toBe(true);
    expect(of(group('NVL', 'im'), group('NVL', 'assessments'))).toBe(false);
    expect(of(group('NVL', 'im'), group('NVL', 'assessments', { parent: 'im' }))).toBe(true);
    expect(of(group('NVL', 'im'), group('NVL', ROOT))).toBe(false);
  });

  test('a circle of parents ends', () => {
    const circle = [group('NVL', 'a', { parent: 'b' }), group('NVL', 'b', { parent: 'a', owns: [{ kind: 'cod-ab' }] }), group('NVL', 'c')];
    expect(rightsOf({ role: 'member' }, [standing('NVL', 'c', 'chair')], circle, TODAY).may('version.publish', AB)).toBe(false);
  });
});

describe('groups', () => {
  const may = (permission: Permission, scope: string, id: string | null, appointment: Standing) =>
    rights(appointment).may(permission, { scope, group: id } as Target);

  test.each([
    ['group.edit', 'gis', standing('NVL', 'gis', 'secretariat'), true],
    ['group.edit', 'names', standing('NVL', 'gis', 'secretariat'), false],
    ['group.edit', 'names', standing('NVL', ROOT, 'chair'), true],
    ['group.edit', ROOT, standing('NVL', 'gis', 'chair'), false],
    ['group.create', ROOT, standing('NVL', ROOT, 'chair'), true],
    ['group.create', null, standing('NVL', ROOT, 'chair'), false],
    ['group.close', ROOT, standing('NVL', ROOT, 'chair'), false],
    ['group.close', 'gis', standing('NVL', ROOT, 'chair'), true],
    ['group.approve', 'gis', standing('NVL', 'gis', 'imo'), true],
    ['group.approve', 'names', standing('NVL', 'gis', 'imo'), false],
    ['group.approve', 'gis', standing('NVL', 'gis', 'member'), false],
    ['group.approve', 'wash', standing('NVL', ROOT, 'chair'), false],
  ] as [Permission, string | null, Standing, boolean][])('%s in %s', (permission, id, appointment, expected) =>
    expect(may(permission, 'NVL', id, appointment)).toBe(expected),
  );

  test('of a country are below the group above all countries; there itself appointments are given by administrators only', () => {
    const chair = standing('global', ROOT, 'chair');
    for (const permission of ['group.edit', 'group.create', 'group.close', 'group.approve'] as Permission[])
      expect([permission, may(permission, 'NVL', 'gis', chair), may(permission, 'NVL', null, chair)]).toEqual([permission, true, true]);
    expect(may('group.manage', 'NVL', null, chair)).toBe(true);
    for (const role of ['imo', 'coordinator'] as const)
      expect([may('group.approve', 'NVL', 'gis', standing('global', ROOT, role)), may('group.manage', 'NVL', null, standing('global', ROOT, role))]).toEqual([
        false,
        false,
      ]);
    expect([may('group.edit', 'global', ROOT, chair), may('group.create', 'global', ROOT, chair), may('group.approve', 'global', 'gis', chair)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([may('group.approve', 'global', ROOT, chair), may('group.create', 'global', null, chair), may('group.manage', 'global', null, chair)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(rightsOf({ role: 'admin' }, [], GROUPS, TODAY).may('group.approve', { scope: 'global', group: ROOT })).toBe(true);
  });

  test('names are for members of any group of the country', () => {
    const seen = (...held: Standing[]) => ['NVL', 'TGO', 'global'].filter((scope) => rights(...held).may('draft.read', { scope, group: null }));
    expect([seen(standing('NVL', 'hct', 'observer')), seen(standing('global', 'gis', 'chair')), seen(standing('global', ROOT, 'observer')), seen()]).toEqual([
      ['NVL'],
      ['global'],
      ['NVL', 'TGO', 'global'],
      [],
    ]);
  });

  test('nobody changes a structure so that they have rights on data that they did not have', () => {
    const own = GROUPS.filter(({ scope }) => scope === 'NVL');
    const gains = (appointment: Standing, groups: GroupPlace[]) => rights(appointment).wouldGain('NVL', groups);
    const changed = (id: string, more: Partial<GroupPlace>) => own.map((each) => (each.id === id ? { ...each, ...more } : each));
    const cluster = standing('NVL', 'wash', 'chair');
    expect(gains(cluster, [...own, group('NVL', 'maps', { parent: 'wash', owns: [{ kind: 'cod-ab' }] })])).toBe(true);
    expect(gains(cluster, changed('wash', { owns: [{ kind: '3w' }] }))).toBe(true);
    expect(gains(standing('NVL', 'hct', 'chair'), [...own, group('NVL', 'part', { parent: 'hct', owns: [{ kind: '3w', sector: 'FSC' }] })])).toBe(true);
    const alone = own.filter(({ id }) => id !== ROOT);
    expect(
      rightsOf({ role: 'member' }, [cluster], alone, TODAY).wouldGain(
        'NVL',
        alone.map((each) => (each.id === 'wash' ? { ...each, type: 'working-group' } : each)),
      ),
    ).toBe(true);
    expect(gains(cluster, [...own, group('NVL', 'hygiene', { parent: 'wash' })])).toBe(false);
    // The chair of the working group publishes it all: whose it is, is theirs to say.
    expect(gains(standing('NVL', ROOT, 'chair'), changed('gis', { owns: [] }))).toBe(false);
    expect(rightsOf({ role: 'admin' }, [], GROUPS, TODAY).wouldGain('NVL', [])).toBe(false);
  });

  test('nobody gives a role that is worth more than the own', () => {
    const given = (appointment: Standing, id: string) => APPOINTMENT_ROLES.filter((role) => rights(appointment).mayAppoint(role, { scope: 'NVL', group: id }));
    expect(given(standing('NVL', 'gis', 'imo'), 'gis').toSorted()).toEqual(['alternate', 'imo', 'member', 'observer']);
    expect(given(standing('NVL', 'gis', 'coordinator'), 'gis')).not.toContain('chair');
    expect(given(standing('NVL', ROOT, 'chair'), 'names')).toEqual([...APPOINTMENT_ROLES]);
    expect(given(standing('NVL', 'gis', 'chair'), ROOT)).toEqual([]);
  });
});

describe('what the first round’s roles are carried over to', () => {
  /** As the first round had them; `admin` stays what it is. */
  const BEFORE: [string, AppointmentRole, Permission[]][] = [
    ['viewer', 'observer', ['draft.read']],
    ['contributor', 'member', ['draft.read', 'upload.create', 'job.cancel', 'metadata.write', 'map.write', 'key.manage']],
    ['reviewer', 'imo', ['draft.read', 'upload.create', 'job.cancel', 'metadata.write', 'map.write', 'key.manage', 'finding.accept', 'presence.decide']],
    [
      'publisher',
      'chair',
      [
        'draft.read',
        'upload.create',
        'job.cancel',
        'metadata.write',
        'map.write',
        'key.manage',
        'finding.accept',
        'presence.decide',
        'version.publish',
        'version.withdraw',
      ],
    ],
  ];
  const OLD = BEFORE.at(-1)![2].concat('member.manage');

  test.each(BEFORE)('%s: the same on every dataset of every country, no more and no less', (_before, role, had) => {
    const now = rights(standing('global', ROOT, role));
    for (const dataset of [AB, PS, W3, OTHER, 'cod-ab-xxx' as DatasetId])
      expect(
        OLD.filter((permission) => now.may(permission, dataset)),
        dataset,
      ).toEqual(had);
    expect(OLD.filter((permission) => now.may(permission))).toEqual(had);
    expect(now.list()).toEqual([{ scope: 'global', kinds: [...DATASET_KINDS], permissions: had }]);
  });
});

describe('what a session is told', () => {
  test('rights by country, kinds with the same together', () => {
    expect(rights(standing('NVL', 'gis', 'member')).list()).toEqual([
      { scope: 'NVL', kinds: ['cod-ab'], permissions: ['draft.read', 'upload.create', 'job.cancel', 'metadata.write', 'map.write', 'key.manage'] },
      { scope: 'NVL', kinds: ['cod-ps', '3w', 'layer', 'indicators'], permissions: ['draft.read', 'map.write', 'key.manage'] },
    ]);
    expect(
      rights(standing('NVL', 'gis', 'member'), standing('TGO', ROOT, 'observer'))
        .list()
        .at(-1),
    ).toEqual({
      scope: 'TGO',
      kinds: [...DATASET_KINDS],
      permissions: ['draft.read'],
    });
  });

  test('administrators: everything everywhere', () => {
    const admin = rightsOf({ role: 'admin' }, [], [], TODAY);
    expect(admin.permissions()).toEqual(Object.keys(TABLE));
    expect(Object.keys(TABLE).every((permission) => admin.may(permission as Permission, AB))).toBe(true);
  });
});
