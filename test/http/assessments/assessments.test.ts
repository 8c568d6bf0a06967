/** The registry of assessments over HTTP: who enters, sees and confirms what; who may have what of an artifact; files read, questions answered, what is handed on. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCESSES } from '../../../server/contract/assessments/assessments.ts';
import { coverageAnswer, gapsAnswer, matrixAnswer } from '../../../server/contract/assessments/coverage.ts';
import { importLedger, type ImportLedger } from '../../../server/contract/assessments/imports.ts';
import { assessmentAnswer, checkedAnswer, enteredAnswer, listAnswer } from '../../../server/contract/assessments/routes.ts';
import { newsAnswer } from '../../../server/contract/news/news.ts';
import { CLASSES } from '../../../server/contract/sensitivity/sensitivity.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/SLE';
const A = `${C}/assessments`;
let clock = '2027-02-01T12:00:00Z';
let server: TestServer;
let send: Send;
type Who = 'stranger' | 'neighbour' | 'partner' | 'wash' | 'chair' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;

const as = (who: Who, method: string, path: string, body?: unknown) => send(method, path, who === 'stranger' ? {} : people[who].headers, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const list = async (who: Who, query = '') => listAnswer.parse(await ok(await as(who, 'GET', `${A}${query}`)));
const enter = async (who: Who, body: object) => enteredAnswer.parse(await ok(await as(who, 'POST', A, body)));
const one = async (who: Who, id: string) => assessmentAnswer.parse(await ok(await as(who, 'GET', `${A}/${id}`)));
const titles = async (who: Who, query = '') => (await list(who, query)).assessments.map(({ title }) => title['en'] ?? title['und'] ?? '').toSorted();
const units = (...pcodes: string[]) => ({ of: 'units', areas: pcodes.map((pcode) => ({ level: pcode.length === 6 ? 2 : 1, pcode })) });

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(clock) });
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  const { version } = await recordSample(server.store);
  await ok(await as('admin', 'POST', `/api/v1/datasets/cod-ab-sle/versions/${version}/publish`, { reason: 'test' }));
  const groups = [
    { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } },
    { id: 'wash', type: 'cluster', names: { en: 'WASH' }, sector: 'WSH', mailbox: 'wash@example.org' },
  ];
  for (const group of groups) await ok(await as('admin', 'POST', `${C}/groups`, group));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'imo' | 'observer', group = 'imwg', scope = 'SLE') => invite(server.url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('Chandra', 'chair'),
    partner: await of('Omar', 'observer', 'wash'),
    wash: await of('Wanda', 'imo', 'wash'),
    neighbour: await of('Nadia', 'chair', 'imwg', 'TGO'),
  };
}, 360_000);
afterAll(() => server.close());

describe('a record', () => {
  let id: string;
  test('of a partner waits, and is told once somebody confirms it who keeps records of its group', async () => {
    const body = { title: { en: 'WASH needs' }, leads: [{ name: 'ACTED' }], groups: ['wash'], sectors: ['WSH'], collectionStart: '2027-01-10', status: 'ongoing', coverage: units('SL0101'), notes: 'Road closed.' }; // prettier-ignore
    expect(await answerOf(await as('stranger', 'POST', A, body))).toEqual([401, 'auth.required']);
    const entered = await enter('partner', body);
    id = entered.id;
    expect(entered.state).toBe('submitted');
    for (const who of ['stranger', 'neighbour'] as const) expect(await titles(who), who).toEqual([]);
    expect(await answerOf(await as('stranger', 'GET', `${A}/${id}`))).toEqual([404, 'assessments.unknown']);
    expect(await titles('partner', '?state=submitted')).toEqual(['WASH needs']);
    expect((await as('partner', 'POST', `${A}/${id}/confirm`)).status).toBe(403);
    expect(await answerOf(await as('neighbour', 'POST', `${A}/${id}/confirm`))).toEqual([404, 'assessments.unknown']);
    await ok(await as('wash', 'POST', `${A}/${id}/confirm`));
    expect(await titles('stranger')).toEqual(['WASH needs']);
  });

  test('says to members who entered it and what they noted, to strangers neither', async () => {
    const [stranger, partner] = [await one('stranger', id), await one('partner', id)];
    expect([stranger.assessment.enteredBy, stranger.assessment.notes, stranger.history]).toEqual([null, null, []]);
    expect([partner.assessment.enteredBy, partner.assessment.notes]).toEqual(['Omar', 'Road closed.']);
    expect(partner.history.map(({ action }) => action)).toEqual(['assessment.confirmed', 'assessment.submitted']);
    expect(stranger.assessment.coverage.areas).toEqual([{ level: 2, code: 'SL0101', name: 'Kailahun', pcode: 'SL0101', unitLevel: 2, version: 'v01' }]);
  });

  test('that was confirmed is changed by those who keep it, and given away by nobody', async () => {
    expect((await as('partner', 'PATCH', `${A}/${id}`, { status: 'cancelled' })).status).toBe(403);
    expect((await as('stranger', 'PATCH', `${A}/${id}`, { status: 'cancelled' })).status).toBe(401);
    expect((await as('wash', 'PATCH', `${A}/${id}`, { groups: ['imwg'] })).status).toBe(403);
    const changed = assessmentAnswer.parse(await ok(await as('wash', 'PATCH', `${A}/${id}`, { status: 'fieldwork-completed', collectionEnd: '2027-01-20' })));
    expect(changed.assessment.status).toBe('fieldwork-completed');
    clock = '2027-03-22T12:00:00Z';
    expect((await one('wash', id)).assessment.reminders).toEqual(['report-missing']);
    clock = '2027-02-01T12:00:00Z';
  });

  test.each([
    ['assessments.dates', { collectionStart: '2027-02-02', collectionEnd: '2027-02-01' }],
    ['assessments.area', { coverage: units('SL0999') }],
    ['assessments.area', { coverage: { of: 'units', areas: [{ level: 1 }] } }],
    ['assessments.organisation', { leads: [{ id: 'nobody', name: 'Nobody' }] }],
    ['assessments.contact', { groups: ['nobody'] }],
    ['assessments.contact', { artifacts: [{ kind: 'report', access: 'on-request', contact: { mailbox: 'amina.kamara@example.org' } }] }],
    ['assessments.microdata', { artifacts: [{ kind: 'data-raw', access: 'public', link: 'https://example.org/x.csv' }] }],
    ['assessments.personal', { notes: 'Ask amina.kamara@example.org' }],
    ['assessments.personal', { objective: 'Call +232 76 123 456' }],
  ])('%s, and nothing is kept', async (code, given) => {
    const before = (await list('admin', '?state=confirmed')).assessments.length;
    expect((await answerOf(await as('chair', 'POST', A, { title: { en: 'X' }, ...given })))[1]).toBe(code);
    expect((await list('admin', '?state=confirmed')).assessments.length).toBe(before);
  });

  test('is entered from pages of this server only', async () => {
    const foreign = await send('POST', A, { ...people.partner.headers, origin: 'https://evil.example' }, { title: { en: 'X' } });
    expect(foreign.status).toBe(403);
  });
});

describe('what may be had of an assessment (A6.4)', () => {
  const LINK = 'https://example.org/report.pdf';
  const kinds = ACCESSES.flatMap((access) => CLASSES.map((level) => ({ access, class: level })));
  let id: string;
  beforeAll(async () => {
    const artifacts = kinds.map((each, i) => ({
      ...each,
      kind: i % 2 === 0 ? 'report' : 'questionnaire',
      link: LINK,
      how: `how ${i}`,
      contact: { group: 'wash' },
    }));
    ({ id } = await enter('chair', { title: { en: 'Artifacts' }, status: 'report-completed', artifacts }));
  });
  /** The table of server/assessments/seen.ts, once more by hand: whether the link is given, or that nothing is told at all. */
  const EXPECTED: Record<'stranger' | 'partner' | 'chair', Record<string, string>> = {
    stranger: { public: 'link link held none', 'on-request': 'held held held none', members: 'held held held none', 'not-available': 'no no no none', 'not-applicable': 'no no no none' },
    partner: { public: 'link link link held', 'on-request': 'held held held held', members: 'link link link held', 'not-available': 'no no no no', 'not-applicable': 'no no no no' },
    chair: { public: 'link link link link', 'on-request': 'link link link link', members: 'link link link link', 'not-available': 'no no no no', 'not-applicable': 'no no no no' },
  }; // prettier-ignore
  test.each(['stranger', 'partner', 'chair'] as const)('%s is given exactly what access and class say, in the record and in every file', async (who) => {
    const { artifacts } = (await one(who, id)).assessment;
    const told = (access: string) =>
      CLASSES.map((level) => {
        const found = artifacts.find((each) => each.access === access && each.class === level);
        return found === undefined ? 'none' : found.link !== null ? 'link' : found.withheld ? 'held' : 'no';
      }).join(' ');
    expect(Object.fromEntries(ACCESSES.map((access) => [access, told(access)]))).toEqual(EXPECTED[who]);
    // How to ask is for whoever has to ask.
    for (const { access, class: level, how } of artifacts)
      if (who === 'stranger') expect(how !== null, `${access} ${level}`).toBe(access === 'on-request' || (access === 'public' && level !== 'high'));
    const links = kinds.filter(({ access, class: level }) => EXPECTED[who][access]!.split(' ')[CLASSES.indexOf(level)] === 'link').length;
    const json = await (await as(who, 'GET', `${A}.json`)).text();
    expect(json.split(LINK).length - 1).toBe(links);
    for (const ext of ['ics', 'atom', 'hxl.csv']) expect(await (await as(who, 'GET', `${A}.${ext}`)).text(), ext).not.toContain(LINK);
  });
  afterAll(async () => ok(await as('chair', 'DELETE', `${A}/${id}`)));
});

describe('files that are kept with artifacts', () => {
  const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1');
  const put = (who: Exclude<Who, 'stranger'>, id: string, at: number, name: string, bytes: Buffer) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    return fetch(`${server.url}${A}/${id}/files?artifact=${at}`, { method: 'POST', headers: people[who].headers, body: form });
  };
  const kinds = ACCESSES.flatMap((access) => CLASSES.map((level) => ({ access, class: level })));
  const file = (who: Who, id: string, of: string) => as(who, 'GET', `${A}/${id}/files/${of}`);

  test('are given exactly to whom the artifact is given, whatever its access and class (A6.4)', async () => {
    const { id } = await enter('chair', { title: { en: 'Kept' }, status: 'report-completed', artifacts: kinds.map((each) => ({ ...each, kind: 'report' })) });
    for (const [i] of kinds.entries()) expect((await put('chair', id, i, `report-${i}.pdf`, PDF)).status).toBe(201);
    const all = (await one('chair', id)).assessment.artifacts;
    // Whoever keeps the record is given what there is; where it says that there is none, nobody is.
    const idOf = new Map(all.map((each, i) => [`${each.access} ${each.class}`, [i, each.file?.id ?? null]] as const));
    const GIVEN: Record<Who, RegExp> = {
      stranger: /^public (low|moderate)$/,
      neighbour: /^public (low|moderate)$/,
      partner: /^(public|members) (low|moderate|high)$/,
      wash: /^(public|members) (low|moderate|high)$/,
      chair: /^(public|on-request|members) /,
      admin: /^(public|on-request|members) /,
    };
    for (const who of Object.keys(GIVEN) as Who[])
      for (const [name, [, of]] of idOf) {
        if (of === null) continue;
        const answer = await file(who, id, of);
        expect([name, answer.status], who).toEqual([name, GIVEN[who].test(name) ? 200 : 404]);
        if (answer.status === 200) {
          expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
          expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
          expect(answer.headers.get('content-security-policy')).toMatch(/sandbox/);
          if (who !== 'stranger') expect(answer.headers.get('cache-control')).toMatch(/private|no-store/);
        } else expect((await answerOf(answer))[1]).toBe('assessments.unknown');
      }
    const told = JSON.stringify((await one('stranger', id)).assessment.artifacts);
    expect(told.match(/report-\d+\.pdf/g)).toHaveLength(2);
    // A change of access holds for the file at once, and a file goes with its artifact.
    const [, open] = idOf.get('public low')!;
    const artifacts = all.filter(({ file: kept }) => kept?.id === open);
    await ok(await as('chair', 'PATCH', `${A}/${id}`, { artifacts: artifacts.map((each) => ({ ...each, withheld: undefined, access: 'members' })) }));
    expect([(await file('stranger', id, open!)).status, (await file('partner', id, open!)).status]).toEqual([404, 200]);
    expect((await file('chair', id, idOf.get('members high')![1]!)).status).toBe(404);
    await ok(await as('chair', 'DELETE', `${A}/${id}/files/${open}`));
    expect((await file('chair', id, open!)).status).toBe(404);
    await ok(await as('chair', 'DELETE', `${A}/${id}`));
  });

  test('are put there by whoever may change the record; programs, and what is not what it says, are refused', async () => {
    const { id } = await enter('partner', { title: { en: 'Hostile' }, groups: ['wash'], artifacts: [{ kind: 'report', access: 'public' }, { kind: 'data-raw', access: 'members', class: 'high' }] }); // prettier-ignore
    const refused = async (name: string, text: string) => (await answerOf(await put('partner', id, 0, name, Buffer.from(text, 'latin1'))))[1];
    const hostile: [string, string][] = [
      ['a.exe', 'MZ'],
      ['a.pdf', '<html><script>alert(1)</script>'],
      ['a.html', '<html></html>'],
      ['a.svg', '<svg onload="x"/>'],
      ['a.pdf', '%PDF-1.7 /OpenAction <</S/JavaScript/JS(app.alert(1))>> %%EOF'],
      ['a.pdf', '%PDF-1.7 cut off'],
      ['a.docx', 'PK\u0003\u0004nothing'],
      ['a.docm', 'PK\u0003\u0004'],
      ['a.xlsx', '%PDF-1.7 %%EOF'],
      ['a.csv', 'a,b\n=cmd|calc,1'],
      ['a.csv', 'a\u0000b'],
      ['a', 'x'],
    ];
    for (const [name, text] of hostile) expect([name, await refused(name, text)]).toEqual([name, 'assessments.file']);
    // Microdata: of class high, for members, and with what was done that nobody is told by them.
    expect((await answerOf(await put('partner', id, 1, 'raw.csv', Buffer.from('a,b\n1,2\n'))))[1]).toBe('assessments.microdata');
    expect((await answerOf(await put('partner', id, 9, 'a.pdf', PDF)))[1]).toBe('assessments.unknown');
    expect((await answerOf(await put('neighbour', id, 0, 'a.pdf', PDF)))[1]).toBe('assessments.unknown');
    expect((await answerOf(await as('partner', 'PATCH', `${A}/${id}`, { artifacts: [{ kind: 'report', access: 'public', file: { id: 'x', name: 'x.pdf', media: 'text/html', bytes: 1 } }] })))[1]).toBe('assessments.file'); // prettier-ignore
    const artifacts = [{ kind: 'data-raw', access: 'members', class: 'high', disclosure: 'Names and places below admin 2 taken out.' }];
    await ok(await as('partner', 'PATCH', `${A}/${id}`, { artifacts }));
    expect((await put('partner', id, 0, 'raw.csv', Buffer.from('a,b\n1,2\n'))).status).toBe(201);
    const kept = (await one('partner', id)).assessment.artifacts[0]!;
    expect((await answerOf(await as('partner', 'PATCH', `${A}/${id}`, { artifacts: [{ ...artifacts[0], class: 'low', file: kept.file }] })))[1]).toBe(
      'assessments.microdata',
    );
    await ok(await as('wash', 'DELETE', `${A}/${id}`));
  });
});

describe('without an account', () => {
  const planned = { title: { en: 'Water points' }, leads: [{ name: 'GOAL' }], sectors: ['WSH'], plannedStart: '2027-03-01', coverage: units('SL01') };
  const submit = (secret: string, body: object, scope = 'SLE') => send('POST', `/api/v1/countries/${scope}/assessments/submissions`, { authorization: `Entry ${secret}`, origin: 'https://kobo.example' }, body); // prettier-ignore
  test('one enters through a link that was given out; it waits, and says whom it would meet', async () => {
    expect((await as('partner', 'POST', `${C}/assessment-links`, { label: 'Partners' })).status).toBe(403);
    const { id: link, link: address } = await ok<{ id: string; link: string }>(await as('wash', 'POST', `${C}/assessment-links`, { label: 'Partners' }));
    const secret = address.split('#')[1]!;
    expect(await answerOf(await submit('guessed', planned))).toEqual([401, 'assessments.link']);
    expect(await answerOf(await submit(secret, planned, 'TGO'))).toEqual([401, 'assessments.link']);
    // Whom it would meet is told before anything is kept, to whoever may enter one.
    const check = (headers: Record<string, string>) => send('POST', `${A}/checks`, { origin: server.url, ...headers }, planned);
    expect((await check({})).status).toBe(401);
    expect(await answerOf(await check({ authorization: 'Entry guessed' }))).toEqual([401, 'assessments.link']);
    for (const headers of [{ authorization: `Entry ${secret}` }, people.partner.headers])
      expect(checkedAnswer.parse(await ok(await check(headers)))).toMatchObject({ overlaps: [{ sectors: ['WSH'], leadB: 'ACTED', days: 40 }], pairs: [] });
    expect((await list('chair', '?state=submitted')).assessments).toEqual([]);
    const entered = enteredAnswer.parse(await ok(await submit(secret, planned)));
    expect(entered).toMatchObject({
      state: 'submitted',
      overlaps: [{ sectors: ['WSH'], leadA: 'GOAL', leadB: 'ACTED', units: [{ level: 2, pcode: 'SL0101' }] }],
    });
    expect(await titles('stranger')).not.toContain('Water points');
    const { links } = await ok<{ links: { used: number }[] }>(await as('chair', 'GET', `${C}/assessment-links`));
    expect(links).toMatchObject([{ label: 'Partners', used: 1, revokedAt: null }]);
    expect(JSON.stringify(links)).not.toContain(secret);
    const feed = async () => (await as('stranger', 'GET', `${C}/feed.atom`)).text();
    const bell = async (who: Who) => newsAnswer.parse(await ok(await as(who, 'GET', '/api/v1/news'))).items.filter(({ kind }) => kind === 'assessment.planned');
    // What waits is news to nobody.
    expect([(await feed()).includes('Water points'), await bell('partner')]).toEqual([false, []]);
    await ok(await as('chair', 'POST', `${A}/${entered.id}/confirm`));
    expect(await feed()).toContain('Assessment planned: Water points');
    expect(await bell('partner')).toMatchObject([{ text: 'Led by GOAL. It begins on 1 March 2027', path: `/c/sle/assessments?entry=${entered.id}` }]);
    expect(await bell('neighbour')).toEqual([]);
    await ok(await as('chair', 'PATCH', `${A}/${entered.id}`, { status: 'postponed' }));
    expect([(await feed()).includes('Water points'), await bell('partner')]).toEqual([false, []]);
    await ok(await as('chair', 'PATCH', `${A}/${entered.id}`, { status: 'planned' }));
    expect(await bell('partner')).toHaveLength(1);
    expect((await list('stranger')).overlaps).toMatchObject([{ days: 40 }]);
    await ok(await as('chair', 'DELETE', `${C}/assessment-links/${link}`));
    expect(await answerOf(await submit(secret, planned))).toEqual([401, 'assessments.link']);
  });
  test('a second entry is told of, and decided once', async () => {
    const first = (await list('chair')).assessments.find(({ title }) => title['en'] === 'Water points')!;
    const again = await enter('partner', { ...planned, title: { en: 'Water points 2027' } });
    expect(again.pairs).toMatchObject([{ decision: null, title: 'Water points', likeness: 1 }]);
    const pair = { a: first.id, b: again.id, is: 'duplicate' };
    expect((await as('partner', 'POST', `${A}/pairs`, pair)).status).toBe(403);
    await ok(await as('chair', 'POST', `${A}/pairs`, pair));
    expect((await one('chair', again.id)).assessment).toMatchObject({ status: 'cancelled', related: [{ id: first.id, is: 'duplicate-of' }] });
    const other = (await list('chair')).assessments.find(({ title }) => title['en'] === 'WASH needs')!;
    expect((await answerOf(await as('chair', 'POST', `${A}/pairs`, { ...pair, b: other.id })))[1]).toBe('assessments.pair');
  });
});

describe('a file', () => {
  const CSV = [
    'Titre;Agence chef de file;Secteur;Statut;Date de début;Date de fin;Admin1;Admin2;Personne de contact;Remarques',
    'Évaluation des écoles;RET;Éducation;Planifiée;15/03/2027;;Eastern;Kailahun;Amina Kamara;Appeler +232 76 123 456',
    'Santé du Nord;IMC;Santé;Terminée;01/12/2026;05/12/2026;Northern;;;',
    'Marchés;WFP;Marchandises;En cours;20/01/2027;;Estern Region;;;',
    'Test;Test;Santé;En cours;;;;;;',
    ';;;;;;Eastern;;;',
  ].join('\n');
  let told: ImportLedger;
  const upload = (who: Exclude<Who, 'stranger'>, text: string, name = 'registre.csv', query = '') => {
    const form = new FormData();
    form.set('file', new Blob([text]), name);
    return fetch(`${server.url}${A}/imports${query}`, { method: 'POST', headers: people[who].headers, body: form });
  };
  test('in French is read into submitted records: every row accounted for, doubts as questions, nothing of persons', async () => {
    expect((await upload('partner', CSV)).status).toBe(403);
    const before = importLedger.parse(await ok(await upload('chair', CSV, 'registre.csv', '?preview=yes')));
    expect((await list('chair', '?state=submitted')).assessments).toEqual([]);
    told = importLedger.parse(await ok(await upload('chair', CSV)));
    expect([before.rows, before.areas, before.columns]).toEqual([told.rows, told.areas, told.columns]);
    expect(told.rows).toEqual({ read: 5, dropped: 1, placed: 2, notPlaced: 2, needReview: 2 });
    expect(told.areas).toEqual({ stated: 4, placed: 3, notPlaced: 1 });
    expect(told.ledger.map(({ outcome, questions }) => [outcome, questions])).toEqual([['entered', 0], ['entered', 0], ['entered', 2], ['draft', 1], ['dropped', 0]]); // prettier-ignore
    expect(told.ledger[0]!.notes).toHaveLength(2);
    const read = (await list('chair', '?state=submitted')).assessments.find(({ title }) => title['und'] === 'Évaluation des écoles')!;
    expect(read).toMatchObject({ status: 'planned', plannedStart: '2027-03-15', sectors: ['EDU'], leads: [{ id: null, name: 'RET' }], notes: 'Appeler […]' });
    for (const path of [A, `${A}?state=submitted`, `${A}/imports`, `${A}.json?state=submitted`])
      expect(await (await as('chair', 'GET', path)).text(), path).not.toMatch(/Kamara|123 456/);
  });
  test('that comes again enters nothing twice', async () => {
    const again = importLedger.parse(await ok(await upload('chair', CSV)));
    expect(again.ledger.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known', 'known', 'dropped']);
  });
  test('what a place means is answered once and remembered; a test stays a draft', async () => {
    const markets = told.ledger[2]!.id!;
    const { questions } = (await one('chair', markets)).assessment;
    const place = questions.find(({ about }) => about === 'place')!;
    expect(place).toMatchObject({ written: 'Estern Region', choices: expect.arrayContaining([expect.objectContaining({ answer: 'SL01' })]) });
    const answer = (question: string, given: string) => as('chair', 'POST', `${A}/${markets}/answers`, { question, answer: given });
    expect((await answerOf(await answer(place.id, 'SL09')))[1]).toBe('assessments.answer');
    const answered = assessmentAnswer.parse(await ok(await answer(place.id, 'SL01')));
    expect(answered.assessment.coverage.areas).toMatchObject([{ name: 'Estern Region', pcode: 'SL01', unitLevel: 1 }]);
    const sector = questions.find(({ about }) => about === 'sector')!;
    expect(assessmentAnswer.parse(await ok(await answer(sector.id, 'FSC'))).assessment).toMatchObject({ sectors: ['FSC'], questions: [] });
    const next = importLedger.parse(await ok(await upload('chair', 'Title;Sector;Admin1\nRoads;Logistics;Estern Region', 'b.csv')));
    expect(next.rows).toMatchObject({ read: 1, placed: 1, needReview: 0 });
    expect((await answerOf(await as('chair', 'POST', `${A}/${told.ledger[3]!.id}/confirm`)))[1]).toBe('assessments.draft');
  });
  test('that is no registry is refused with what it lacks', async () => {
    expect((await answerOf(await upload('chair', 'a,b\n1,2')))[1]).toBe('assessments.empty');
    expect((await answerOf(await upload('chair', '{"a": 1}', 'a.json')))[1]).toBe('assessments.json');
    expect((await answerOf(await upload('chair', `{"records": ${'['.repeat(50_000)}`, 'deep.json')))[1]).toBe('assessments.json');
  });
});

describe('coverage', () => {
  test('counts confirmed records by unit, and says what is not placed', async () => {
    const told = coverageAnswer.parse(await ok(await as('stranger', 'GET', `${A}/coverage?level=2&sector=WSH`)));
    const kailahun = told.units.find(({ pcode }) => pcode === 'SL0101')!;
    expect(kailahun).toMatchObject({ name: 'Kailahun', assessments: 1, above: 1, last: '2027-01-20', months: 0, stale: false, missing: [] });
    expect([told.total, told.placed, told.notPlaced]).toEqual([2, 2, []]);
    const matrix = matrixAnswer.parse(await ok(await as('stranger', 'GET', `${A}/matrix?level=2`)));
    expect(matrix.cells).toEqual([{ pcode: 'SL0101', sector: 'WSH', assessments: 1, last: '2027-01-20', months: 0 }]);
    const gaps = gapsAnswer.parse(await ok(await as('stranger', 'GET', `${A}/gaps?level=2&sector=WSH`)));
    expect([gaps.since, gaps.gaps.map(({ pcode }) => pcode), gaps.people]).toEqual(['2026-08-01', ['SL0102', 'SL0201'], null]);
    const all = coverageAnswer.parse(await ok(await as('chair', 'GET', `${A}/coverage?level=1&state=submitted`)));
    expect(all.total).toBeGreaterThan(told.total);
  });

  test('goes out as GeoJSON, HXL, CSV, XLSX, JSON, iCalendar and Atom, and the form as XLSForm', async () => {
    const text = async (path: string) => (await as('stranger', 'GET', path)).text();
    const geo = JSON.parse(await text(`${A}.geojson?level=2`)) as { features: { id: string; properties: { assessments: number } }[] };
    expect(geo.features.map(({ id, properties }) => [id, properties.assessments])).toContainEqual(['SL0101', 1]);
    const hxl = (await text(`${A}.hxl.csv`)).split('\r\n');
    expect([hxl[1], hxl.length]).toEqual(['#activity+code,#activity+name,#org+lead,#org+partner,#sector+cluster,#adm1+code,#adm1+name,#adm2+code,#adm2+name,#date+start,#date+end,#status', 5]); // prettier-ignore
    expect((await text(`${A}.csv?sector=WSH`)).split('\r\n')[0]).toMatch(/^\uFEFF?id,title,lead,/);
    const events = ICAL.Component.fromString(await text(`${A}.ics`)).getAllSubcomponents('vevent');
    const needs = events.map((each) => new ICAL.Event(each)).find(({ summary }) => summary.startsWith('WASH needs'))!;
    expect([needs.startDate.toString(), needs.endDate.toString()]).toEqual(['2027-01-10', '2027-01-21']);
    const feed = await text(`${A}.atom`);
    expect(feed.match(/<entry>/g)).toHaveLength(2);
    for (const path of [`${A}.xlsx`, `${C}/assessments-form.xlsx`]) expect(new Uint8Array(await (await as('stranger', 'GET', path)).arrayBuffer()).slice(0, 2), path).toEqual(new Uint8Array([0x50, 0x4b])); // prettier-ignore
  });
});
