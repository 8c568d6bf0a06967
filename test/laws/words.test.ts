/** Law 8 of the house: every text of the product stands in server/words/<language>/, the same ids in each, and is said by one `say()`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/boundaries/checks/all.ts';
import { isLang, LANGS, PRINT_LANGS, type Lang } from '../../server/contract/languages.ts';
import { populationChecks } from '../../server/population/checks/population.ts';
import { layerChecks } from '../../server/layers/checks.ts';
import { indicatorChecks } from '../../server/indicators/checks/list.ts';
import { presenceChecks } from '../../server/presence/checks.ts';
import { NUMBER_KINDS } from '../../server/words/numbers.ts';
import { fill } from '../../server/words/say.ts';
import { languageOf, patternsOf, PRINT_FILES } from '../../server/words/words.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const filesOf = (lang: Lang) =>
  (readdirSync(`server/words/${lang}`, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts') && file !== 'language.ts').toSorted();
const load = async (lang: Lang, file: string) =>
  ((await import(/* @vite-ignore */ `../../server/words/${lang}/${file}`)) as { default: Record<string, string> }).default;
const TEXTS = new Map<string, Map<Lang, Record<string, string>>>();
for (const file of filesOf('en')) TEXTS.set(file, new Map());
for (const lang of LANGS) for (const file of filesOf(lang)) TEXTS.get(file)?.set(lang, await load(lang, file));

interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}
/** Own formats of say.ts are no ICU. */
const OWN = new RegExp(`\\{(\\w+), (${[...Object.keys(NUMBER_KINDS), 'list', 'lines', 'and', 'or', 'day'].join('|')})\\}`, 'g');
const partsOf = (text: string, lang: Lang) => new IntlMessageFormat(text.replace(OWN, '{$1}'), lang, undefined, { ignoreTag: true }).getAst() as Part[];
const walk = (parts: Part[]): Part[] => parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => walk(value))]);
/** Names of the values that a text shows or chooses by; # within a plural has none, and 8 is a tag. */
const valuesOf = (text: string, lang: Lang) =>
  [...new Set(walk(partsOf(text, lang)).flatMap(({ type, value }) => (type >= 1 && type <= 6 ? [value!] : [])))].toSorted();

test('every language has a folder with the same files, and there is no other folder', () => {
  const folders = readdirSync('server/words', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(PRINT_LANGS.toSorted());
  for (const lang of LANGS) expect(filesOf(lang), lang).toEqual(filesOf('en'));
});

describe.each(PRINT_LANGS.filter((lang) => !isLang(lang)))('%s, a language of what is printed', (lang) => {
  test('has the files of maps and sheets whole, and the rest under ids of English with the same values', async () => {
    const files = (readdirSync(`server/words/${lang}`, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts') && file !== 'language.ts');
    expect(files.map((file) => file.replace(/\.ts$/, '')).toSorted()).toEqual([...PRINT_FILES].toSorted());
    const english = patternsOf('en');
    for (const file of PRINT_FILES) {
      const texts = ((await import(/* @vite-ignore */ `../../server/words/${lang}/${file}.ts`)) as { default: Record<string, string> }).default;
      if (file !== 'print') expect(Object.keys(texts), file).toEqual(Object.keys(TEXTS.get(`${file}.ts`)!.get('en')!));
      for (const [id, text] of Object.entries(texts)) {
        expect(text.trim(), id).not.toBe('');
        expect(valuesOf(text, lang as Lang), id).toEqual(valuesOf(english[id]!, 'en'));
      }
    }
  });
});

test('what maps, their sheets and embeds say is said in every language of print', () => {
  const files = [...sourcesIn('server/maps', 'server/disclaimers'), 'server/words/states.ts', 'server/words/carried.ts'];
  const sources = files.map(read).join('\n');
  const english = Object.keys(patternsOf('en'));
  const said = new Set([...sources.matchAll(/'([a-z][\w.-]+)'/g)].map(([, id]) => id!));
  // Ids that are put together: `picture.${kind}`.
  const built = [...sources.matchAll(/say\(\w+, `([a-z][\w.-]*\.)\$\{/g)].map(([, prefix]) => prefix!);
  // `refusal.` is a problem of whoever asks for too large a file.
  const ids = english.filter((id) => said.has(id) || built.some((prefix) => id.startsWith(prefix) && !id.slice(prefix.length).includes('.')));
  expect(ids.length).toBeGreaterThan(120);
  for (const lang of PRINT_LANGS)
    expect(
      ids.filter((id) => !Object.hasOwn(patternsOf(lang), id)),
      lang,
    ).toEqual([]);
});

describe.each([...TEXTS])('%s', (_, byLang) => {
  const english = byLang.get('en')!;
  test.each(LANGS)('%s has the ids of English, each with the same values', (lang) => {
    const texts = byLang.get(lang)!;
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [id, text] of Object.entries(texts)) {
      expect(text.trim(), id).not.toBe('');
      expect(valuesOf(text, lang), id).toEqual(valuesOf(english[id]!, 'en'));
    }
  });
  test.each(LANGS)('%s counts as its grammar asks', (lang) => {
    // Whole numbers only: `many` of French and Spanish is for millions, `1 million de personnes`, which are written in figures here.
    const forms = new Set([0, 1, 2, 3, 11, 100].map((count) => new Intl.PluralRules(lang).select(count)));
    for (const [id, text] of Object.entries(byLang.get(lang)!))
      for (const { type, options = {} } of walk(partsOf(text, lang))) {
        // A plural with one form for all, or with a word of its own for a number, says it outright; a pronoun has no forms but of its own.
        const own = Object.keys(options).filter((form) => form !== 'other');
        const counts = walk(Object.values(options).flatMap(({ value }) => value)).some((part) => part.type === 7);
        if (type !== 6 || !counts || own.length === 0 || own.some((form) => form.startsWith('='))) continue;
        for (const form of forms) if (form !== 'zero') expect(own.concat('other'), `${id} ${lang}`).toContain(form);
      }
  });
  test.each(LANGS)('%s leaves no brace, and no word of the syntax, in a sentence', (lang) => {
    for (const [id, text] of Object.entries(byLang.get(lang)!))
      for (const count of [1, 2, 3, 11, 35, 100]) {
        const values = Object.fromEntries(valuesOf(text, lang).map((name) => [name, count]));
        expect(fill(text, languageOf(lang), values), id).not.toMatch(/[{}]|, ?(number|plural|select)\b|undefined/);
      }
  });
});

const sourcesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith('.ts') && !file.includes('/dist/') && !/^server\/words\/[a-z]{2}\//.test(file)),
  );
const server = sourcesIn('server').map(read).join('\n');
const client = sourcesIn('client').map(read).join('\n');

test('a version is one thing with one word in Arabic: not that of a copy', () => {
  const isVersion = (text: string) => /\bversions?\b/i.test(text) && !/\bcop(y|ies)\b|backup/i.test(text);
  const called = [...TEXTS.values()].flatMap((byLang) => {
    const [en, ar] = [byLang.get('en')!, byLang.get('ar') ?? {}];
    return Object.keys(en).filter((id) => isVersion(en[id]!) && /نسخ/u.test(ar[id] ?? ''));
  });
  expect(called).toEqual([]);
});

describe('in use', () => {
  /** What stands in quotes, and what ids are put together from: `kind.${kind}`. */
  const quoted = (source: string) => new Set([...source.matchAll(/'([\w.-]+)'/g)].map(([, text]) => text!));
  const built = (source: string) => [...new Set([...source.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(([, prefix]) => prefix!))];
  const said = { server: quoted(server), all: quoted(`${server}\n${client}`) };
  const prefixes = { server: built(server), all: built(`${server}\n${client}`) };
  const checks = new Set([...CHECKS, ...populationChecks, ...presenceChecks, ...layerChecks, ...indicatorChecks].map(({ id }) => `check.${id}`));

  /** Codes of findings, details and refusals are said where they are made, without the prefix of their texts. */
  const codeOf = (id: string) => /^(?:finding|clause|refusal)\.(.*?)(?:\.title)?$/.exec(id)?.[1];
  const isMade = (code: string) =>
    said.server.has(code) ||
    // Each has a twin for what rounding explains; causes of doubtful places and notes of a reader are lists.
    said.server.has(code.replace(/-rounding$/, '')) ||
    said.server.has(code.replace(/^(presence|geojson)\./, '')) ||
    /^(repair|role)\.|^geojson\.depth$/.test(code);
  const isSaid = (id: string, where: 'server' | 'all') => {
    const code = where === 'server' ? codeOf(id) : undefined;
    return code === undefined
      ? said[where].has(id) || checks.has(id) || prefixes[where].some((prefix) => id.startsWith(prefix)) || /^share\.(follow|status|live|theme|font)\./.test(id)
      : isMade(code);
  };

  test('no text is left that nobody says', () => {
    const idle = [...TEXTS].flatMap(([file, byLang]) =>
      Object.keys(byLang.get('en')!).filter((id) => !isSaid(id, file.startsWith('interface/') ? 'all' : 'server')),
    );
    // The disclaimer is one word, without a point.
    expect(idle.filter((id) => id.includes('.'))).toEqual([]);
  });
  test('every id that the client says exists', () => {
    const known = new Set([...TEXTS].flatMap(([, byLang]) => Object.keys(byLang.get('en')!)));
    const asked = [...client.matchAll(/\b(?:t|text|say|this\.t)\(\s*'([a-z0-9.-]+)'/g)].map(([, id]) => id!);
    expect(asked.length).toBeGreaterThan(60);
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });
  test('every check has a name', () => {
    const names = Object.keys(TEXTS.get('checks.ts')!.get('en')!);
    expect(names.toSorted()).toEqual([...checks].toSorted());
  });
});

describe('nowhere else', () => {
  /** Rooms that read what people write, in whatever language: spellings, months, headings, letters. The sample is a country of its own. */
  const READERS =
    /^server\/(matching\/|sample\/|assessments\/import\/|indicators\/(columns\/|detect\.ts)|presence\/(columns\/|detect\.ts|normalize\/)|layers\/read\/(columns|headings)\.ts|population\/normalize\/(columns|words)\.ts|boundaries\/(checks\/(names|letters|languages)|repair\/owners\/rulers)\.ts|formats\/tables\/(rows|numbers)\.ts)/;
  const files = sourcesIn('server', 'client').filter((file) => !READERS.test(file));

  test('no sentence of a language beside its folder', () => {
    const literal = files.filter((file) => /[؀-ۿ]{2,}|\b(fr|es|ar): ['"`]/u.test(read(file).replace(/^\s*(\*|\/\/|\/\*).*$/gm, '')));
    expect(literal).toEqual([]);
  });
  test('no list of the languages but one', () => {
    // Lists of words that are easily guessed, and languages that columns of names may have.
    expect(files.filter((file) => /'en', 'fr'/.test(read(file)) && file !== 'server/contract/languages.ts')).toEqual([
      'server/people/signin/passwordWorker.ts',
      'client/kit/columns/editor.ts',
    ]);
  });
  test('no second way to fill in a text', () => {
    expect(files.filter((file) => /IntlMessageFormat|replace\(\/\\\{\(\\w\+\)/.test(read(file)))).toEqual(['server/words/say.ts']);
  });
});
