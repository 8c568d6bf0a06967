/** A repair in words, its decisions put together, its proof written for people and programs: on plans of our own making. */
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeDecisions } from '../../../server/boundaries/repairing/merge.ts';
import { carryOut, hashOf, type CarriedOut } from '../../../server/boundaries/repairing/carryOut.ts';
import { writeProofCsv } from '../../../server/boundaries/repairing/proofCsv.ts';
import { writeProofGeojson } from '../../../server/boundaries/repairing/proofGeojson.ts';
import { writeProofHtml } from '../../../server/boundaries/repairing/proofHtml.ts';
import { evidenceText, movedText, namesOf, noteText, operationText, repairedText, textText, unitText } from '../../../server/boundaries/repairing/say.ts';
import { isProved, listOperations, unitsNow } from '../../../server/boundaries/repairing/show.ts';
import { hideNames } from '../../../server/boundaries/repairing/told.ts';
import { planUpload, proveUpload, type RepairReading } from '../../../server/boundaries/repairing/work.ts';
import { acceptUnits, acceptUpTo, NO_DECISIONS } from '../../../server/boundaries/repair/decide.ts';
import { OPERATION_KINDS, RULES, SINGLE_REASONS, TEXT_RULES, type RepairDecisions, type RepairPlan } from '../../../server/contract/boundaries/repair.ts';
import { PROOF_CHECKS } from '../../../server/contract/boundaries/proof.ts';
import type { DatasetId, Iso3 } from '../../../server/contract/ids.ts';
import { LANGS } from '../../../server/contract/languages.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { isWord, say } from '../../../server/words/words.ts';
import { plantedGeojson } from '../../helpers/repair/planted.ts';

const COUNTRY = 'XNV' as Iso3;
const WHO = { by: 'Amina', at: '2026-01-31T12:00:00Z' };
const file = (text = plantedGeojson()) => ({ name: 'xnv_adm1.geojson', source: bytesSource(Buffer.from(text)) });
const readingOf = (text?: string): RepairReading => ({ files: [file(text)], country: COUNTRY, said: { columns: [], layers: [] }, remembered: [] });
const ignore = () => {};
const sourcesOf = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');

let plan: RepairPlan;
let decisions: RepairDecisions;
let done: CarriedOut;

beforeAll(async () => {
  ({ plan } = await planUpload(readingOf(), {}, null, ignore));
  decisions = acceptUpTo(plan, NO_DECISIONS, 50, WHO);
  const { outcome } = await proveUpload(readingOf(), { plan, decisions }, ignore);
  decisions = acceptUnits(outcome.units, decisions, { ...WHO, reason: '=1+1' });
  const { layers } = await readUpload([file()]);
  done = await carryOut(layers, { plan, decisions }, { country: COUNTRY });
}, 120_000);

describe('in words', () => {
  test('each kind, rule, reason, check and rule of texts has its words in every language', () => {
    const ids = [
      ...OPERATION_KINDS.map((kind) => `kind.${kind}`),
      ...RULES.map((rule) => `rule.${rule}`),
      ...SINGLE_REASONS.map((reason) => `single.${reason}`),
      ...PROOF_CHECKS.map((check) => `check.${check}`),
      ...TEXT_RULES.map((rule) => `texts.${rule}`),
    ];
    expect(ids.filter((id) => !isWord(`repair.${id}`))).toEqual([]);
    for (const lang of LANGS.filter((each) => each !== 'en'))
      for (const id of ids) expect(say(lang, `repair.${id}` as never), `${lang} ${id}`).not.toBe(say('en', `repair.${id}` as never));
  });

  const nameOf = () => 'Bua';
  const operation = { level: 1 as const, units: ['A', 'B'], cutM2: 8000, filledM2: 0, widthM: 20, movesM: 38, places: 3, moves: [], ruler: 'B' };
  test.each(OPERATION_KINDS)('an operation of the kind %s is one sentence in every language', (kind) => {
    for (const lang of LANGS) {
      const text = operationText({ ...operation, kind }, nameOf, lang);
      expect(text, lang).toContain('Bua');
      expect(text, lang).not.toMatch(/[{}]|undefined|–/);
    }
  });
  test('figures that are nothing are not said', () => {
    expect(operationText({ ...operation, kind: 'border', cutM2: 0, movesM: 0 }, namesOf(plan), 'en')).toBe('A takes the line of B');
    expect(operationText({ ...operation, kind: 'snap', cutM2: 0, widthM: 0.001, movesM: 0.001, places: 1 }, namesOf(plan), 'en')).toBe('1 vertex of A and B that rounding tore apart is joined; at most 1 mm'); // prettier-ignore
  });
  test('long lists of units are cut, and the rest is counted', () => {
    const units = Array.from({ length: 30 }, (_, i) => `U${i}`);
    expect(operationText({ ...operation, kind: 'gap', units }, namesOf(plan), 'en')).toContain('U0, U1, U2 and 27 others');
  });
  test('how far borders moved', () => {
    const moved = [1, 10, 50, 100, 500, 1000].map((overM, i) => ({ overM, units: [20, 5, 0, 0, 0, 0][i]! }));
    expect(movedText({ furthestM: 38, moved }, 'en')).toBe('No border moved by more than 38 m; 5 units by more than 10 m.');
    expect(movedText({ furthestM: 0.3, moved: moved.map(({ overM }) => ({ overM, units: 0 })) }, 'en')).toBe('No border moved by more than 0.3 m.');
    expect(movedText({ furthestM: 0, moved: [] }, 'en')).toBe('No border moved.');
    for (const lang of LANGS) expect(repairedText(done.summary, lang)).toMatch(/33[.,]\d/);
  });
  test('units, notes and texts, with what is not stored left out', () => {
    const unit = { id: '1:A', level: 1 as const, key: 'A', pcode: 'A', name: 'Alta', beforeM2: 1e6, afterM2: 0, share: 1, partsBefore: 1, partsAfter: 0, partsLost: 1, vanishes: true, asks: true, accepted: false }; // prettier-ignore
    expect(unitText(unit, 'en')).toBe('Alta vanishes; it had 1 km²');
    expect(unitText({ ...unit, vanishes: false, share: 0.2, afterM2: 8e5 }, 'en')).toBe('Alta: 1 part is lost; 20 % of its area');
    for (const lang of LANGS) {
      expect(noteText({ code: 'codes-repeat', level: 1, units: ['A'], params: {} }, nameOf, lang)).not.toMatch(/undefined|[{}]/);
      expect(textText({ rows: [], column: '*', before: 'XNV', after: 'XN' }, lang)).toMatch(/XNV.*XN/);
      for (const [before, after] of [
        ['a', 'b'],
        ['a', null],
        [null, 'b'],
        ['a', 'a'],
      ] as const)
        // prettier-ignore
        expect(textText({ rows: [1, 2], column: 'ADM1_EN', before, after }, lang)).toContain('ADM1_EN');
    }
  });
  test('evidence of every code that rules give has its words; of another version it is left out', () => {
    const codes = [...sourcesOf('server/boundaries/repair/texts').matchAll(/\bcode: '([\w-]+)', params/g)].map(([, code]) => code!);
    expect(new Set(codes).size).toBeGreaterThan(9);
    expect(codes.filter((code) => !isWord(`repair.evidence.${code}`))).toEqual([]);
    expect(evidenceText({ evidence: { code: 'marks', params: { marks: '' } } }, 'en')).toBe('only spaces');
    expect(evidenceText({ evidence: { code: 'marks', params: { marks: 'U+200B' } } }, 'en')).toContain('U+200B');
    expect(evidenceText({ evidence: { code: 'of-tomorrow', params: {} } }, 'en')).toBe('');
  });
  test('a border that a person turned is told with the other line', () => {
    const [wide] = plan.operations;
    const turned = { operations: { [wide!.id]: { verdict: 'accepted' as const, ...WHO, turned: true } }, units: {} };
    const asked = { offset: 0, limit: 1, state: 'all', what: 'all' } as const;
    expect(listOperations(plan, NO_DECISIONS, asked, 'en').operations[0]!.text).toContain('Elm takes the line of Dorm');
    expect(listOperations(plan, turned, asked, 'en').operations[0]!.text).toContain('Dorm takes the line of Elm');
  });
});

describe('decisions', () => {
  const [accepted, refused] = ['accepted' as const, 'refused' as const].map((verdict) => ({ verdict }));
  test('are merged, and what changed is told apart from what only looks so', () => {
    const [a, b] = plan.operations;
    const first = mergeDecisions(plan, NO_DECISIONS, { revision: 1, operations: { [a!.id]: accepted!, [b!.id]: refused! } }, [], WHO);
    expect([first.isGround, first.told]).toEqual([true, 'operations: 1 accepted, 1 refused, 0 taken back']);
    const second = mergeDecisions(plan, first.decisions, { revision: 2, operations: { [a!.id]: null } }, [], WHO);
    expect(second.changed).toEqual({ operations: { [a!.id]: null }, units: {} });
    expect(second.decisions.operations).toEqual({ [b!.id]: { ...refused, ...WHO } });
    const units = mergeDecisions(plan, first.decisions, { revision: 2, units: { [done.outcome.units[0]!.id]: accepted! } }, done.outcome.units, WHO);
    expect([units.isGround, units.changed.units]).toEqual([
      false,
      { [done.outcome.units[0]!.id]: { ...accepted, ...WHO, share: done.outcome.units[0]!.share } },
    ]);
  });
  test('a greater change than was accepted asks again; one that is gone may be taken back', () => {
    const [unit] = done.outcome.units;
    const before: RepairDecisions = {
      operations: {},
      units: { [unit!.id]: { ...accepted!, ...WHO, share: unit!.share / 2 }, '1:gone': { ...accepted!, ...WHO } },
    };
    expect(unitsNow({ units: [unit!] }, before)[0]!.accepted).toBe(false);
    expect(unitsNow({ units: [unit!] }, { operations: {}, units: { [unit!.id]: { ...refused!, ...WHO } } })[0]!.accepted).toBe(false);
    expect(Object.keys(mergeDecisions(plan, before, { revision: 1, units: { '1:gone': null } }, [unit!], WHO).decisions.units)).toEqual([unit!.id]);
  });
  test.each(['__proto__', 'constructor', 'toString', ''])('an id such as %j is unknown', (id) => {
    const body = { revision: 1, operations: Object.fromEntries([[id, accepted!]]) };
    expect(() => mergeDecisions(plan, NO_DECISIONS, body, [], WHO)).toThrow('knows no operation');
    expect(() => mergeDecisions(plan, NO_DECISIONS, { revision: 1, units: Object.fromEntries([[id, accepted!]]) }, [], WHO)).toThrow('knows no operation');
  });
  test('the same ground has the same hash, whoever decided and in whatever order', () => {
    const other = Object.fromEntries(Object.entries(decisions.operations).toReversed().map(([id, one]) => [id, { ...one, by: 'Omar' }])); // prettier-ignore
    expect(hashOf({ operations: other, units: {} })).toBe(hashOf(decisions));
    expect(hashOf({ ...decisions, operations: { ...other, [plan.operations[0]!.id]: { ...accepted!, ...WHO, turned: true } } })).not.toBe(hashOf(decisions));
  });
});

describe('carried out', () => {
  test('nothing is done where a unit was not accepted, and it is named', async () => {
    const { layers } = await readUpload([file()]);
    await expect(carryOut(layers, { plan, decisions: { ...decisions, units: {} } }, { country: COUNTRY })).rejects.toThrow(/Bua \(XN02\)/);
  });
  test('a proof that fails is none, unless what failed was accepted since', () => {
    const [level] = done.proof.levels;
    const failed = (code: 'units' | 'balance') => ({
      ...done.proof,
      ok: false,
      levels: [{ ...level!, whole: { ...level!.whole, unitsLost: ['XN02'] } }],
      checks: [{ code, level: level!.level, status: 'failed' as const, units: ['XN02'], params: {} }],
    });
    expect(isProved(done.proof, NO_DECISIONS)).toBe(true);
    expect(isProved(failed('units'), NO_DECISIONS)).toBe(false);
    expect(isProved(failed('units'), decisions)).toBe(true);
    expect(isProved(failed('balance'), decisions)).toBe(false);
  });
});

describe('the proof in files', () => {
  const rowsOf = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];
  test('CSV: a line for each unit, operation and text; figures are those of the proof', () => {
    const text = { id: 't', level: 1 as const, column: 'ADM1_EN', rows: [2], units: ['XN02'], before: '=cmd', after: 'Bua', rule: 'blanks' as const, evidence: { code: 'none', params: {} }, bulk: true }; // prettier-ignore
    const rows = rowsOf(writeProofCsv({ ...done, outcome: { ...done.outcome, texts: [text] } }, 'en'));
    expect(Object.fromEntries([...Map.groupBy(rows, ({ record }) => record)].map(([record, own]) => [record, own.length]))).toEqual({ unit: 4, operation: 4, text: 1 }); // prettier-ignore
    const bua = rows.find(({ record, id }) => record === 'unit' && id === 'XN02')!;
    const [unit] = done.proof.levels.flatMap(({ units }) => units.filter(({ key }) => key === 'XN02'));
    expect(Number(bua['area_after_m2'])).toBeCloseTo(unit!.afterM2, 2);
    expect(Number(bua['displacement_m'])).toBeCloseTo(unit!.displacementM, 2);
    expect([bua['holds'], bua['accepted_by'], bua['reason']]).toEqual(['yes', 'Amina', "'=1+1"]);
    expect(rows.find(({ record }) => record === 'text')).toMatchObject({ before: "'=cmd", after: 'Bua', rows: '2' });
    expect(rows.find(({ kind }) => kind === 'slit')!['text']).toMatch(/^A slit between Cana and Dorm is closed/);
  });
  test('GeoJSON: ground gained and lost adds up to what the proof measured', () => {
    const { features } = JSON.parse(writeProofGeojson(done.proof, done.ground)) as FeatureCollection;
    const lost = features.filter(({ properties }) => properties!['what'] === 'lost' && properties!['unit'] === 'XN02');
    expect(lost.map(({ properties, geometry }) => [properties!['pcode'], geometry.type])).toEqual([['XN02', 'MultiPolygon']]);
    const places = (lost[0]!.geometry as { coordinates: number[][][][] }).coordinates.flat(2);
    expect(Math.min(...places.map(([x]) => x!))).toBeCloseTo(10.0997, 9);
    expect(Math.max(...places.map(([x]) => x!))).toBeCloseTo(10.1, 9);
    expect(features.some(({ properties }) => JSON.stringify(properties).includes('Amina'))).toBe(false);
  });
  test.each(LANGS)('HTML in %s: self-contained, escaped, all units and operations', (lang) => {
    const html = writeProofHtml(done, lang, { title: '<Title> & "more"', disclaimer: 'No <opinion>.' });
    expect(html.slice(0, 100)).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
    expect([html.includes('<Title>'), html.includes('&#60;Title&#62; &#38; ')]).toEqual([false, true]);
    expect(/<script|https?:\/\/|undefined|NaN|\{[a-z]+[,}]/.exec(html.replace(/<style>[^]*<\/style>/, ''))).toBeNull();
    expect(['XN02', 'XN03', 'XN04', 'XN05'].filter((code) => !html.includes(`<bdi>${code}</bdi>`))).toEqual([]);
  });
  test('strangers read roles in the place of names, everywhere', async () => {
    const told = await hideNames(done, 'cod-ab-sle' as DatasetId, async () => 'imo, GIS');
    for (const text of [
      JSON.stringify(told.proof),
      JSON.stringify(told.decisions),
      writeProofCsv(told, 'en'),
      writeProofHtml(told, 'en', { title: 'x', disclaimer: '' }),
    ]) {
      expect(text).not.toContain('Amina');
      expect(text).toMatch(/imo, GIS|IM focal point, GIS/);
    }
    expect(writeProofHtml(told, 'fr', { title: 'x', disclaimer: '' })).toContain('point focal GI, GIS');
  });
});
