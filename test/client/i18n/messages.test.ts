/** Every message parses, says the same thing with the same values in each language, and Arabic uses its own plurals. */
import { readFileSync, readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { chooseLanguage, createFormat, toDirection } from '../../../client/i18n/language.ts';
import { createTranslate } from '../../../client/i18n/translate.ts';
import { DISCLAIMER, LANGS } from '../../../server/contract/languages.ts';

const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const pages = readdirSync('client/messages/en').map((file) => file.replace('.ts', ''));

interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}

/** Names of the values that a message uses. */
function argumentsOf(parts: Part[]): string[] {
  return parts.flatMap((part) => [
    ...(part.type >= 1 && part.type <= 6 ? [part.value!] : []),
    ...Object.values(part.options ?? {}).flatMap((option) => argumentsOf(option.value)),
  ]);
}

describe.each(pages)('messages of %s', (page) => {
  test.each(LANGUAGES)('%s has every message, with the same values as English', async (language) => {
    const load = async (language: string) => ((await import(`../../../client/messages/${language}/${page}.ts`)) as { default: Record<string, string> }).default;
    const [english, other] = [await load('en'), await load(language)];
    expect(Object.keys(other)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(other)) {
      const values = (text: string) => [...new Set(argumentsOf(new IntlMessageFormat(text, language).getAst() as Part[]))].sort();
      expect(values(text), key).toEqual(values(english[key]!));
      if (language === 'ar' && /, plural,(?! =0)/.test(text)) for (const form of ['two', 'few', 'many']) expect(text, key).toContain(`${form} {`);
    }
  });
});

describe('messages in use', () => {
  const sources = (readdirSync('client', { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.startsWith('dist') && !file.startsWith('messages'))
    .map((file) => readFileSync(`client/${file}`, 'utf8'))
    .join('\n');
  const keys = async () =>
    (await Promise.all(pages.map((page) => import(`../../../client/messages/en/${page}.ts`)))).flatMap((file) =>
      Object.keys((file as { default: object }).default),
    );

  test('every key that the code says exists', async () => {
    const known = new Set(await keys());
    const said = [...sources.matchAll(/\b(?:t|text|this\.t)\(\s*'([a-z0-9.-]+)'/g)].map(([, key]) => key!);
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((key) => !known.has(key))).toEqual([]);
  });

  test('no message is left that nobody says', async () => {
    // Some are put together: kind.${kind}, status.${status}, diff.${change}.
    const built =
      /^(kind|status|diff|role|scope|stage|severity|problem|weak|fault|event|notice|sector|org-type|print|classes\.method|share\.(follow|status|live|theme|font|snippet)|columns\.(role|sex|language))\./;
    expect((await keys()).filter((key) => !built.test(key) && !sources.includes(`'${key}'`))).toEqual([]);
  });
});

test('the disclaimer reads as the server prints it on pictures and reports', async () => {
  for (const lang of LANGS)
    expect(((await import(`../../../client/messages/${lang}/common.ts`)) as { default: Record<string, string> }).default['disclaimer']).toBe(DISCLAIMER[lang]);
});

describe('language', () => {
  test('the address wins over the stored choice, and that over the browser', () => {
    expect(chooseLanguage('ar', 'fr', 'es')).toBe('ar');
    expect(chooseLanguage('xx', null, 'es-MX')).toBe('es');
    expect(chooseLanguage(null, undefined, 'de')).toBe('en');
  });

  test('right-to-left scripts', () => {
    expect(['ar', 'prs', 'fa-AF', 'en', 'arn'].map(toDirection)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });

  test('numbers in Arabic keep the digits of codes and tables', () => {
    const format = createFormat('ar');
    expect(format.number(12_345)).toMatch(/^12.345$/);
    expect(createFormat('en').date('2019-08-20')).toBe('20 August 2019');
    expect(createFormat('fr').date('soon')).toBe('soon');
    expect(createFormat('en').bytes(1_234_567)).toBe('1.23 MB');
    expect(createFormat('en').area(0.1234)).toBe('0.123');
    expect(createFormat('en').language('und')).toBe('');
  });

  test('a missing message shows its key', () => {
    const t = createTranslate<string>('ar', { 'a.b': '{count, plural, two {اثنان} other {#}}' });
    expect(t('a.b', { count: 2 })).toBe('اثنان');
    expect(t('a.c')).toBe('a.c');
  });
});
