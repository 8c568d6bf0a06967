/** What schemas refuse is said in plain words: every schema that people or programs fill in is given wrong values, and nothing of zod's own is said. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { boundaryAnswers } from '../../server/contract/boundaries/columns.ts';
import { storedRepair } from '../../server/contract/boundaries/repair.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { populationAnswers } from '../../server/contract/population/columns.ts';
import { presenceAnswers } from '../../server/contract/presence/columns.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { faultsOf, refuseFaults, sayFaults } from '../../server/words/faults.ts';
import { patternsOf } from '../../server/words/words.ts';

type Def = Record<string, unknown> & { type: string };
// oxlint-disable-next-line no-underscore-dangle -- zod's own name for what a schema is made of
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;

/** The schema and all schemas within it. */
function within(schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): Set<z.core.$ZodType> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const inner = Object.entries(defOf(schema)).flatMap(([key, value]) =>
    key === 'shape' ? Object.values(value as object) : Array.isArray(value) ? value : [value],
  );
  for (const each of inner) if (each instanceof z.core.$ZodType) within(each, seen);
  return seen;
}
const GIVEN = [
  undefined,
  null,
  true,
  '',
  ' ',
  'x',
  '--',
  'x'.repeat(20_001),
  '\u0007'.repeat(9),
  '../..',
  0,
  -1,
  1.5,
  1e12,
  Number.NaN,
  Infinity,
  new Date(0),
  [],
  [1, 2],
  Array.from({ length: 20_001 }, () => ''),
  {},
  { nobody: 1, nothing: 2 },
  { is: 'nobody' },
  { kind: 'nobody' },
];
const asked = ROUTES.flatMap(({ params, query, body, form }) => [params, query, body, form]).filter((schema) => schema !== undefined);
const schemas = new Set([...asked, boundaryAnswers, populationAnswers, presenceAnswers, storedRepair].flatMap((schema) => [...within(schema)]));
const all = [...schemas].flatMap((schema) =>
  GIVEN.flatMap((value) => {
    // A transformation of its own that meets what its schema would have refused is no refusal.
    try {
      const { error } = z.safeParse(schema, value);
      return error ? [error] : [];
    } catch {
      return [];
    }
  }),
);
/** One of each kind: the same sentence of zod about the same place. */
const refusals = [
  ...new Map(
    all.map((error) => [
      error.issues
        .slice(0, 3)
        .map(({ message, path }) => `${path.join('.')} ${message}`)
        .join(),
      error,
    ]),
  ).values(),
];
const codes = (issues: readonly z.core.$ZodIssue[]): string[] =>
  issues.flatMap((issue) => [issue.code, ...(issue.code === 'invalid_union' ? issue.errors.flatMap(codes) : [])]);

describe('what a schema refuses', () => {
  test('every schema of the contract was tried, and refuses in these ways', () => {
    expect(schemas.size).toBeGreaterThan(300);
    expect([...new Set(refusals.flatMap(({ issues }) => codes(issues)))].toSorted()).toEqual([
      'custom',
      'invalid_format',
      'invalid_key',
      'invalid_type',
      'invalid_union',
      'invalid_value',
      'too_big',
      'too_small',
      'unrecognized_keys',
    ]);
  });
  test.each(LANGS)('nothing is said in the words of zod, in %s', (lang) => {
    const said = new Set(refusals.flatMap((error) => [sayFaults(error, lang), ...faultsOf(error).map(({ text }) => text[lang])]));
    expect(said.size).toBeGreaterThan(100);
    for (const text of said) {
      expect(text).not.toMatch(/Invalid |Too (small|big)|Unrecognized|expected (string|number|array|object|one)|received|wrong\.[a-z]|[<>]=|undefined|\bNaN\b/);
      expect(text).toMatch(/[.»”]\u2069?$/u);
    }
  });
  test('every kind of refusal has a sentence of its own: the last resort is never needed', () => {
    const vague = new Set([patternsOf('en')['wrong.other'], patternsOf('en')['wrong.form']]);
    const faults = refusals.flatMap((error) => faultsOf(error).map(({ text }) => ({ text, issues: error.issues })));
    expect(faults.filter(({ text }) => vague.has(text.en)).map(({ issues }) => JSON.stringify(issues).slice(0, 300))).toEqual([]);
  });
});

describe('in words', () => {
  const sayOf = (schema: z.ZodType, given: unknown, lang: (typeof LANGS)[number] = 'en') => sayFaults(schema.safeParse(given).error!, lang);
  const reason = z.object({ reason: z.string().min(3).max(5) });

  test.each([
    ['too short', reason, { reason: 'x' }, 'reason: At least 3 characters are needed.'],
    ['too long', reason, { reason: 'x'.repeat(6) }, 'reason: At most 5 characters are possible.'],
    ['missing', reason, {}, 'reason: This is missing.'],
    ['of another kind', reason, { reason: 3 }, 'reason: This must be a text.'],
    ['empty', z.object({ a: z.string().min(1) }), { a: '' }, 'a: This is empty.'],
    ['exactly', z.object({ a: z.string().length(1) }), { a: '' }, 'a: Exactly 1 character is needed.'],
    ['numbers', z.object({ a: z.number().min(0.5), b: z.number().lt(7) }), { a: 0, b: 7 }, 'a: This must be at least 0.5. b: This must be less than 7.'],
    ['lists', z.object({ a: z.array(z.number()).max(1) }), { a: [1, 2] }, 'a: At most 1 entry is possible.'],
    ['deep', z.object({ columns: z.array(z.object({ heading: z.string() })) }), { columns: [{ heading: 'a' }, {}] }, 'columns.1.heading: This is missing.'],
    ['one of', z.object({ a: z.enum(['x', 'y', 'z']) }), { a: 'w' }, 'a: This must be x, y or z.'],
    [
      'names nobody knows',
      z.strictObject({ a: z.number() }),
      { a: 1, b: 2, c: 3 },
      'b: There is nothing of this name here. c: There is nothing of this name here.',
    ],
    [
      'the kind that is meant',
      z.union([z.object({ is: z.literal('a') }), z.object({ is: z.literal('b'), x: z.object({ y: z.number() }) })]),
      { is: 'b', x: {} },
      'x.y: This is missing.',
    ],
    [
      'no kind at all',
      z.object({ role: z.union([z.object({ is: z.enum(['a', 'b']) }), z.object({ is: z.literal('c') })]) }),
      { role: { is: 'd' } },
      'role.is: This must be a, b or c.',
    ],
    ['no such kind', z.discriminatedUnion('is', [z.object({ is: z.literal('a') }), z.object({ is: z.literal('b') })]), { is: 'c' }, 'is: This must be a or b.'],
    ['an address', z.object({ a: z.url() }), { a: 'x' }, 'a: This must be an address such as https://example.org.'],
    ['an e-mail address', z.object({ a: z.email() }), { a: 'x' }, 'a: This must be an e-mail address.'],
    ['a day', z.object({ a: z.iso.date() }), { a: 'x' }, 'a: This must be a date, such as 2025-05-01.'],
    ['a moment', z.object({ a: z.iso.datetime() }), { a: 'x' }, 'a: This must be a date and time, such as 2025-05-01T12:30:00Z.'],
    ['a time', z.object({ a: z.iso.time() }), { a: 'x' }, 'a: This must be a time of day, such as 12:30:00.'],
    ['an id', z.object({ a: z.uuid() }), { a: 'x' }, 'a: This is no id that was given out here.'],
    ['a multiple', z.object({ a: z.number().multipleOf(5) }), { a: 3 }, 'a: This must be a multiple of 5.'],
    ['a key', z.record(z.string().min(1), z.number()), { '': 1 }, ': This is empty.'],
    ['the whole', z.object({}), 'text', 'This must be an object with named values.'],
  ])('%s', (_, schema, given, text) => expect(sayOf(schema, given)).toBe(text));

  test('in each language', () => {
    expect(LANGS.map((lang) => sayOf(reason, { reason: 'x' }, lang).replace(/[\u200f\u2068\u2069]/g, ''))).toEqual([
      'reason: At least 3 characters are needed.',
      'reason : Il faut au moins 3 caractères.',
      'reason: Se necesitan al menos 3 caracteres.',
      'reason: عدد الأحرف المطلوب: على الأقل 3 أحرف.',
      'reason: É preciso ter pelo menos 3 caracteres.',
    ]);
  });
  test('a thousand faults are counted, not listed', () => {
    const text = sayOf(
      z.array(z.number()),
      Array.from({ length: 1000 }, () => 'x'),
    );
    expect([text.length < 400, text.endsWith('992 more values are wrong.')]).toEqual([true, true]);
  });
  test('a refusal carries the sentence in each language', () => {
    const error = refuseFaults('request.invalid', 'metadataFile', reason.safeParse({}).error!, { file: 'meta.json', fields: ['title', 'source'] });
    expect(error.message).toBe('meta.json cannot be used as metadata. reason: This is missing. It may contain title, source.');
    expect(Object.keys(error.details!['texts'] as object).toSorted()).toEqual(LANGS.toSorted());
  });
});
