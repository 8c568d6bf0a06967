/** Review and sign-off over HTTP: two people of the GIS group approve, a comment is resolved, and only then the draft is published. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versionAnswer, type VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { reviewAnswer, type ReviewAnswer } from '../../../server/contract/datasets/review.ts';
import { jobAnswer } from '../../../server/contract/datasets/api.ts';
import { workAnswer } from '../../../server/contract/uploads/work.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/XNV';
const DATASET = '/api/v1/datasets/cod-ab-xnv/versions';
let server: TestServer;
let send: Send;
let admin: Person;
/** Uploads and publishes; two of the group; one who is in another. */
let paula: Person;
let greta: Person;
let imran: Person;
let walid: Person;
let draft: string;
let day = '2026-05-14';
let ticks = 0;
const now = () => new Date(Date.parse(`${day}T08:00:00Z`) + ticks++);

const as = (who: Person | null, method: string, path: string, body?: unknown) => send(method, path, who?.headers ?? {}, body);
const ok = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
const at = (path = '', version = draft) => `${DATASET}/${version}/review${path}`;
const reviewOf = async (who: Person, version = draft) => reviewAnswer.parse(await ok(await as(who, 'GET', at('', version))));
const change = async (who: Person, method: string, path: string, body?: unknown) => reviewAnswer.parse(await ok(await as(who, method, at(path), body)));
const approve = async (who: Person, decision = 'approve', note: string | null = null) =>
  as(who, 'PUT', at('/approval'), { decision, note, basis: (await reviewOf(who)).basis });
const workOf = async (who: Person) => workAnswer.parse(await ok(await as(who, 'GET', '/api/v1/work')));
const publish = (who: Person, reason?: string) => as(who, 'POST', `${DATASET}/${draft}/publish`, reason ? { reason } : {});
const accountOf = async (name: string): Promise<string> => {
  const { members } = await ok<{ members: { id: string; name: string }[] }>(await as(admin, 'GET', '/api/v1/members'));
  return members.find((member) => member.name === name)!.id;
};

async function upload(who: Person, name = 'Nord'): Promise<string> {
  const ring = (x: number) => [[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]; // prettier-ignore
  const features = [name, 'Sud'].map((each, i) => ({ type: 'Feature', properties: { ADM1_PCODE: `XNV0${i + 1}`, ADM1_EN: each }, geometry: { type: 'Polygon', coordinates: [ring(i + 10)] } })); // prettier-ignore
  const form = new FormData();
  form.append('files', new File([JSON.stringify({ type: 'FeatureCollection', features })], 'xnv_adm1.geojson'), 'xnv_adm1.geojson');
  for (const [field, value] of Object.entries({ country: 'XNV', kind: 'cod-ab' })) form.append(field, value);
  const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', headers: who.headers, body: form });
  const events = await (await fetch(`${server.url}${answer.headers.get('location')!}/events`)).text();
  const lines = events.split('\n').filter((line) => line.startsWith('data: '));
  const { version, error } = jobAnswer.parse(JSON.parse(lines.at(-1)!.slice(6)));
  if (!version) throw new Error(JSON.stringify(error));
  return version;
}

/** A person of the country with this account, appointed. @returns id of the appointment */
async function appoint(name: string, group: string, role: string): Promise<string> {
  const { persons } = await ok<{ persons: { id: string; name: string }[] }>(await as(admin, 'GET', `${C}/persons`));
  const known = persons.find((person) => person.name === name);
  const { id } = known ?? (await ok<{ id: string }>(await as(admin, 'POST', `${C}/persons`, { name })));
  if (!known) await ok(await as(admin, 'PATCH', `${C}/persons/${id}`, { account: await accountOf(name) }));
  return (await ok<{ id: string }>(await as(admin, 'POST', `${C}/groups/${group}/appointments`, { person: id, role }))).id;
}

let imransAppointment: string;
beforeAll(async () => {
  server = await startTestServer({ now }, { CODMAP_INGEST_WORKERS: '1' });
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  paula = await invite(server.url, admin, 'publisher', 'Paula');
  greta = await invite(server.url, admin, 'reviewer', 'Greta');
  imran = await invite(server.url, admin, 'viewer', 'Imran');
  walid = await invite(server.url, admin, 'viewer', 'Walid');
  const group = (id: string, given: object) => as(admin, 'POST', `${C}/groups`, { id, type: 'working-group', names: { en: `${id} group` }, ...given }).then(ok);
  await group('imwg', { acronym: 'IMWG' });
  await group('gis', { type: 'sub-group', parent: 'imwg', acronym: 'GIS', owns: [{ kind: 'cod-ab' }] });
  await ok(await as(admin, 'PATCH', `${C}/groups/gis`, { signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }] }));
  await group('wash', { type: 'cluster', parent: 'imwg' });
  await appoint('Paula', 'gis', 'chair');
  await appoint('Greta', 'gis', 'member');
  imransAppointment = await appoint('Imran', 'gis', 'imo');
  await appoint('Walid', 'wash', 'imo');
  draft = await upload(paula);
}, 120_000);
afterAll(() => server.close());

describe('a draft of data whose group asks for two approvals', () => {
  test('is not published without them, whatever the reason', async () => {
    const expected = [409, 'version.signoff-missing'];
    expect((await answerOf(await publish(paula, 'Urgent.'))).slice(0, 2)).toEqual(expected);
    expect((await reviewOf(paula)).rules).toMatchObject([
      { kind: 'cod-ab', owner: { id: 'gis' }, from: { acronym: 'GIS' }, needs: 2, has: 0, obstacles: ['approvals'] },
    ]);
  });

  test('is sent to the group, and waits on the home page of its members only', async () => {
    await change(paula, 'POST', '/requests', { group: 'gis', note: 'The east was redrawn.', due: '2026-05-20' });
    // Asked twice it is one request.
    expect((await change(paula, 'POST', '/requests', { group: 'gis' })).requests).toHaveLength(1);
    expect((await workOf(greta)).reviews).toMatchObject([{ dataset: 'cod-ab-xnv', version: draft, group: 'gis', due: '2026-05-20' }]);
    expect((await workOf(imran)).reviews).toHaveLength(1);
    expect((await workOf(paula)).reviews).toEqual([]);
    expect((await workOf(walid)).reviews).toEqual([]);
    expect(await answerOf(await as(paula, 'POST', at('/requests'), { group: 'none' }))).toEqual([404, 'review.group-unknown']);
  });

  test('is approved by nobody who uploaded it or is in no group that is asked', async () => {
    expect(await answerOf(await approve(paula))).toEqual([403, 'review.own-upload']);
    expect(await answerOf(await approve(walid))).toEqual([403, 'review.not-asked']);
    expect([(await reviewOf(paula)).may.approve, (await reviewOf(walid)).may.approve, (await reviewOf(greta)).may.approve]).toEqual([false, false, true]);
    expect(await answerOf(await as(null, 'GET', at()))).toEqual([401, 'auth.required']);
  });

  test('is commented on; a comment that must be resolved stops it, and its thread is seen by all who review', async () => {
    const imranId = await accountOf('Imran');
    const about = { is: 'place', lon: 10.5, lat: 0.5, level: 1, pcode: 'XNV01' };
    const made = await change(greta, 'POST', '/comments', { about, text: 'Is this border right?', assignTo: imranId, mustResolve: true });
    const [comment] = made.comments;
    expect(comment).toMatchObject({ about, by: 'Greta', own: true, mustResolve: true, assignedTo: { account: imranId, name: 'Imran' }, resolved: null });
    expect((await workOf(imran)).assigned).toEqual([{ dataset: 'cod-ab-xnv', version: draft, comment: comment!.id, text: 'Is this border right?' }]);
    const answered = await change(imran, 'POST', '/comments', { text: 'It is: see the gazette.', thread: comment!.id });
    expect(answered.comments.map(({ by, thread, about: of }) => [by, thread, of])).toEqual([['Greta', comment!.id, about], ['Imran', comment!.id, about]]); // prettier-ignore
    expect(await answerOf(await as(greta, 'DELETE', at(`/comments/${comment!.id}`)))).toEqual([409, 'review.answered']);
    expect(await answerOf(await as(walid, 'PATCH', at(`/comments/${comment!.id}`), { resolved: true }))).toEqual([403, 'review.not-yours']);
    expect(await answerOf(await as(walid, 'POST', at('/comments'), { text: 'x', assignTo: 'nobody' }))).toEqual([404, 'review.person-unknown']);
    await ok(await approve(greta));
    await ok(await approve(imran));
    expect((await reviewOf(paula)).rules[0]).toMatchObject({ has: 2, obstacles: ['comments-open'] });
    expect((await answerOf(await publish(paula))).slice(0, 2)).toEqual([409, 'version.signoff-missing']);
    const resolved = await change(imran, 'PATCH', `/comments/${comment!.id}`, { resolved: true });
    expect(resolved.comments[0]!.resolved).toMatchObject({ by: 'Imran' });
    expect((await workOf(imran)).assigned).toEqual([]);
    expect(resolved.rules[0]!.obstacles).toEqual([]);
  });

  test('needs other approvals once it changes, and is approved only by those who saw it as it is', async () => {
    const { basis } = await reviewOf(greta);
    await ok(await as(paula, 'PATCH', `${DATASET}/${draft}`, { source: 'Ministry', contributor: 'OCHA', license: 'CC BY' }));
    const changed: ReviewAnswer = await reviewOf(greta);
    expect(changed.basis).not.toBe(basis);
    expect(changed.approvals.map(({ by, current, counts }) => [by, current, counts])).toEqual([['Greta', false, false], ['Imran', false, false]]); // prettier-ignore
    expect(await answerOf(await as(greta, 'PUT', at('/approval'), { decision: 'approve', basis }))).toEqual([409, 'review.changed']);
    expect((await workOf(greta)).reviews).toHaveLength(1);
    await ok(await approve(greta));
    expect((await workOf(greta)).reviews).toEqual([]);
  });

  test('is stopped by one who wants changes, who says which', async () => {
    expect((await answerOf(await approve(imran, 'changes'))).slice(0, 2)).toEqual([400, 'request.invalid']);
    await ok(await approve(imran, 'changes', 'The north is missing.'));
    expect((await reviewOf(paula)).rules[0]).toMatchObject({ has: 1, obstacles: ['approvals', 'changes-wanted'] });
    expect((await change(imran, 'DELETE', '/approval')).rules[0]!.obstacles).toEqual(['approvals']);
    await ok(await approve(imran));
    expect((await reviewOf(paula)).rules[0]!.obstacles).toEqual([]);
  });

  test('loses the approval of one who leaves the group, at that request', async () => {
    await ok(await as(admin, 'POST', `${C}/groups/gis/appointments/${imransAppointment}/end`, {}));
    expect((await reviewOf(paula)).rules[0]).toMatchObject({ has: 1, obstacles: ['approvals'] });
    expect((await answerOf(await publish(paula))).slice(0, 2)).toEqual([409, 'version.signoff-missing']);
    // Who has left is found by nobody any more (docs/contacts.md), so Imran asks to come back.
    imransAppointment = (await ok<{ id: string }>(await as(imran, 'POST', `${C}/groups/gis/join`, {}))).id;
    await ok(await as(admin, 'POST', `${C}/groups/gis/appointments/${imransAppointment}/approve`, { role: 'imo' }));
    expect((await reviewOf(paula)).rules[0]!.obstacles).toEqual([]);
  });

  test('has the points of the checklist that no check can know', async () => {
    const { points } = await reviewOf(greta);
    expect(points.length).toBeGreaterThan(0);
    expect(Object.keys(points[0]!.texts)).toEqual(['en', 'fr', 'es', 'ar', 'pt']);
    const { point } = points[0]!;
    const answered = await change(greta, 'PUT', '/points', { point, answer: 'yes', note: 'Seen.' });
    expect(answered.points[0]).toMatchObject({ point, answer: 'yes', note: 'Seen.', by: 'Greta' });
    const checklist = await (await as(greta, 'GET', `${DATASET}/${draft}/checklist.html?lang=en`)).text();
    expect(checklist).toContain('yes, a reviewer says</p><p>Seen.');
    expect((await change(greta, 'PUT', '/points', { point, answer: null })).points[0]).toMatchObject({ answer: null, by: null });
    expect(await answerOf(await as(greta, 'PUT', at('/points'), { point: 'checklist.names', answer: 'yes' }))).toEqual([404, 'review.point-unknown']);
  });
});

describe('a published version', () => {
  let published: VersionAnswer;

  test('keeps what was there when it was published, without names for strangers', async () => {
    published = versionAnswer.parse(await ok(await publish(paula)));
    expect(published.status).toBe('current');
    const told = versionAnswer.parse(await ok(await as(null, 'GET', `${DATASET}/${draft}`)));
    expect(told.signoff).toEqual([{ group: { id: 'gis', names: { en: 'gis group' }, acronym: 'GIS' }, needs: 2, has: 2 }]);
    expect(JSON.stringify(told)).not.toMatch(/Greta|Imran|Paula/);
  });

  test('can be read as it was reviewed, and no more', async () => {
    const review = await reviewOf(greta);
    expect(review.comments).toHaveLength(2);
    expect(review.may).toEqual({ request: false, comment: false, point: false, approve: false, endorse: false });
    expect(await answerOf(await as(greta, 'POST', at('/comments'), { text: 'Too late?' }))).toEqual([409, 'version.not-draft']);
  });

  test('is endorsed by a group on a day, in a meeting, for everyone to see; a mistake is taken off again', async () => {
    const endorse = (who: Person, body: object) => as(who, 'POST', `${DATASET}/${draft}/endorsements`, body);
    expect(await answerOf(await endorse(greta, { group: 'imwg', date: '2026-05-14' }))).toEqual([403, 'auth.forbidden']);
    expect(await answerOf(await endorse(paula, { group: 'none', date: '2026-05-14' }))).toEqual([404, 'review.group-unknown']);
    await ok(await endorse(paula, { group: 'imwg', date: '2026-05-14', meeting: 'IMWG meeting 12' }));
    const { endorsements } = versionAnswer.parse(await ok(await endorse(paula, { group: 'wash', date: '2026-05-15' })));
    expect(endorsements).toHaveLength(2);
    await ok(await as(paula, 'DELETE', `${DATASET}/${draft}/endorsements/${endorsements![1]!.id}`));
    const told = versionAnswer.parse(await ok(await as(null, 'GET', `${DATASET}/${draft}`)));
    expect(told.endorsements).toMatchObject([{ group: { acronym: 'IMWG' }, date: '2026-05-14', meeting: 'IMWG meeting 12' }]);
    expect(JSON.stringify(told)).not.toContain('Paula');
    expect(told.endorsements![0]!.by).toBe('chair, GIS');
    const page = await (await as(null, 'GET', `${DATASET}/${draft}/report.html?lang=en`)).text();
    expect(page).toContain('IMWG meeting 12');
    expect(page).toMatch(/Endorsed by \S*IMWG\S* on /);
    expect(await answerOf(await as(paula, 'DELETE', `${DATASET}/${draft}/endorsements/none`))).toEqual([404, 'endorsement.unknown']);
  });

  test('of which a draft is discarded leaves no review to the next one of its number', async () => {
    const first = draft;
    draft = await upload(paula, 'Nord-Est');
    expect(draft).not.toBe(first);
    await change(greta, 'POST', '/comments', { text: 'Of the first.' });
    await ok(await as(paula, 'DELETE', `${DATASET}/${draft}`));
    const next = await upload(paula, 'Nord-Ouest');
    expect(next).toBe(draft);
    expect((await reviewOf(greta)).comments).toEqual([]);
  });
});
