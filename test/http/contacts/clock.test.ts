/** The clock of contacts over HTTP: it is moved, nothing runs, and the next request shows it (docs/contacts.md). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../helpers/asking.ts';
import { C, HOUR, START, startContacts, type ContactWorld } from '../../helpers/contacts/world.ts';

const DAY = 24;
let world: ContactWorld;
beforeAll(async () => {
  world = await startContacts();
}, 60_000);
afterAll(() => world.server.close());

describe('an entry on behalf that nobody confirms', () => {
  test('is seen for 14 days, then by whoever is to ask only, and is gone after 30', async () => {
    const { people, setClock, cardOf, ask, own, byLink, server } = world;
    const { person, link } = await world.enter({ name: 'Unasked Person', email: 'unasked@example.org' });
    const seen = async () => [await cardOf(people.member, 'Unasked Person'), await cardOf(people.imo, 'Unasked Person')].map((card) => card !== undefined);
    const listed = async () => {
      const { persons } = await ask<{ persons: { id: string; record: { state: { hidden: string | null; asks: string } } | null }[] }>(
        people.imo,
        'GET',
        `${C}/persons`,
      );
      return persons.find(({ id }) => id === person.id)?.record?.state;
    };
    setClock(14 * DAY, -1);
    expect(await seen()).toEqual([true, true]);
    setClock(14 * DAY);
    expect(await seen()).toEqual([false, false]);
    expect(await listed()).toMatchObject({ hidden: 'unconfirmed', asks: 'confirm' });
    const { leftOut } = await world.contacts(people.member, '?group=wash');
    expect(leftOut.why.hidden).toBe(1);
    expect((await own(byLink(link))).entries).toHaveLength(1);
    setClock(30 * DAY, -1);
    expect(await listed()).toMatchObject({ hidden: 'unconfirmed' });
    setClock(30 * DAY);
    expect(await listed()).toBeUndefined();
    expect(await answerOf(await fetch(`${server.url}/api/v1/entries`, { headers: byLink(link) }))).toEqual([401, 'contact.link']);
    // The row goes with the next change, and no row of any table has the name.
    await ask(people.root, 'PATCH', `${C}/groups/wash`, { acronym: 'WASH' });
    for (const table of ['person', 'appointment', 'workgroup_event', 'contact_event', 'entry_link'] as const)
      expect(JSON.stringify(await server.store.db.selectFrom(table).selectAll().execute()), table).not.toContain('nasked');
    const rows = await server.store.db.selectFrom('appointment').selectAll().where('person', 'is', null).execute();
    expect(rows).toMatchObject([{ role: 'member', workgroup: 'wash', state: 'ended', ends: '2026-03-31' }]);
  });
});

describe('a check-in', () => {
  test('is asked for 48 hours before its end; a day after its end the name and the right are gone, with the next request', async () => {
    const { people, setClock, ask, cardOf, send, own } = world;
    setClock(31 * DAY);
    const { entries } = await own(people.member.headers);
    const held = entries[0]!.appointments[0]!;
    expect(held).toMatchObject({ group: 'wash', checkIn: 'in', until: '2027-03-01T10:30:00.000Z' });
    const until = new Date(Date.parse(START) + 40 * DAY * HOUR).toISOString();
    expect(await ask(people.member, 'POST', `${C}/groups/wash/appointments/${held.id}/check-in`, { until })).toMatchObject({ until, checkIn: 'in' });

    const due = async () => (await own(people.member.headers)).entries[0]!.person.record.state.due.map(({ what, appointment }) => [what, appointment]);
    const drafts = async () => (await send('GET', `${C}/groups-history`, people.member.headers)).status;
    setClock(38 * DAY, -1);
    expect(await due()).toEqual([]);
    setClock(38 * DAY);
    expect(await due()).toEqual([['check-in', held.id]]);
    setClock(41 * DAY, -1);
    expect((await cardOf(people.imo, 'Max'))!.roles).toMatchObject([{ group: 'wash', until, checkIn: 'over' }]);
    expect(await drafts()).toBe(200);
    setClock(41 * DAY);
    expect(await cardOf(people.imo, 'Max')).toBeUndefined();
    expect(await drafts()).toBe(403);
    const { appointments } = await ask<{ appointments: object[] }>(people.imo, 'GET', `${C}/groups/wash`);
    expect(appointments).toContainEqual(expect.objectContaining({ id: held.id, person: null, withheld: true, state: 'ended', end: '2026-04-11' }));
    // It has ended: nobody checks in any more.
    expect((await answerOf(await send('POST', `${C}/groups/wash/appointments/${held.id}/check-in`, people.member.headers, {})))[1]).toBe('appointment.state');
  });

  test('ends at most twelve months ahead, not before now, and with the last day at the latest', async () => {
    const { people, setClock, ask, send } = world;
    setClock(50 * DAY);
    const { appointment } = await world.enter({ name: 'Checked Person' }, { end: '2026-12-31' });
    expect(appointment).toMatchObject({ until: '2027-01-01T00:00:00.000Z' });
    const path = `${C}/groups/wash/appointments/${appointment.id}/check-in`;
    const refused = async (until: string) => answerOf(await send('POST', path, people.imo.headers, { until }));
    for (const until of ['2027-01-01T00:00:00.001Z', '2026-04-20T10:30:00.000Z', '2020-01-01T00:00:00Z'])
      expect(await refused(until)).toEqual([422, 'check-in.until', { latest: '2027-01-01T00:00:00.000Z' }]);
    expect(await ask(people.imo, 'POST', path, { until: '2026-06-01T00:00:00Z' })).toMatchObject({ until: '2026-06-01T00:00:00.000Z' });
    // Without a moment it is the latest there can be; who says another last day says it too.
    expect(await ask(people.imo, 'POST', path, {})).toMatchObject({ until: '2027-01-01T00:00:00.000Z' });
    expect(await ask(people.imo, 'PATCH', `${C}/groups/wash/appointments/${appointment.id}`, { end: null })).toMatchObject({
      until: '2027-04-20T10:30:00.000Z',
    });
    expect(await answerOf(await send('POST', path, people.health.headers, {}))).toEqual([403, 'group.forbidden']);
    expect(await answerOf(await send('POST', path, {}, {}))).toEqual([401, 'auth.required']);
  });
});

describe('an entry that nobody touches', () => {
  test('asks after 183 days, is hidden 30 days later, and one click brings it back', async () => {
    const { people, setClock, own, cardOf, byLink, send } = world;
    setClock(60 * DAY);
    const { link, person } = await world.enter({ name: 'Quiet Person' });
    const confirm = () => send('POST', `${C}/entries/${person.id}/confirmation`, byLink(link));
    expect((await confirm()).status).toBe(200);
    const state = async () => {
      const { record } = (await own(byLink(link))).entries[0]!.person;
      return [record.state.asks, record.state.hidden];
    };
    setClock((60 + 183) * DAY, -1);
    expect(await state()).toEqual([null, null]);
    setClock((60 + 183) * DAY);
    expect(await state()).toEqual(['still-right', null]);
    setClock((60 + 213) * DAY, -1);
    expect(await cardOf(people.imo, 'Quiet Person')).toBeDefined();
    setClock((60 + 213) * DAY);
    expect(await state()).toEqual(['still-right', 'unanswered']);
    expect(await cardOf(people.imo, 'Quiet Person')).toBeUndefined();
    expect((await confirm()).status).toBe(200);
    expect(await cardOf(people.imo, 'Quiet Person')).toBeDefined();
    expect(await state()).toEqual([null, null]);
  });
});

describe('verification', () => {
  test('by whoever may approve holds for 365 days, and is due again after 358', async () => {
    const { people, setClock, ask, own, byLink, send } = world;
    setClock(300 * DAY);
    const { person, ...made } = await world.enter({ name: 'Verified Person' });
    let { link } = made;
    await send('POST', `${C}/entries/${person.id}/confirmation`, byLink(link));
    expect(await answerOf(await send('POST', `${C}/persons/${person.id}/verification`, people.health.headers))).toEqual([403, 'auth.forbidden']);
    const told = await ask<{ record: object }>(people.imo, 'POST', `${C}/persons/${person.id}/verification`);
    expect(told.record).toMatchObject({ verifiedBy: 'Ida', state: { verified: true } });
    const state = async () => {
      const { verified, due } = (await own(byLink(link))).entries[0]!.person.record.state;
      return [verified, due.map(({ what }) => what).filter((what) => what.startsWith('verif'))];
    };
    // Whoever approves has to check in too, or their right ends with the first year.
    const { entries } = await own(people.imo.headers);
    await ask(people.imo, 'POST', `${C}/groups/wash/appointments/${entries[0]!.appointments[0]!.id}/check-in`, {});
    setClock(658 * DAY, -1);
    expect(await state()).toEqual([true, []]);
    setClock(658 * DAY);
    expect(await state()).toEqual([true, ['verify']]);
    // The link ends after a year.
    setClock(664 * DAY);
    const { link: renewed } = await ask<{ link: string }>(people.imo, 'POST', `${C}/persons/${person.id}/link`);
    expect((await answerOf(await fetch(`${world.server.url}/api/v1/entries`, { headers: byLink(link) })))[1]).toBe('contact.link');
    link = renewed;
    setClock(665 * DAY);
    expect(await state()).toEqual([false, ['verification-ended']]);
  });
});
