/** What the documents say of the code is so: lists, links, cited sections, numbers of decisions. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../server/boundaries/checks/all.ts';
import { DATASET_KINDS } from '../../server/contract/ids.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { READERS } from '../../server/formats/registry.ts';

const CODE = ['server', 'client', 'scripts', 'test'];
const list = (folder: string, ending: RegExp) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((name) => ending.test(name) && !/[/\\]dist/.test(name) && !name.includes('fixtures'));
const sources = CODE.flatMap((folder) => list(folder, /\.(ts|css)$/)).filter((file) => file !== 'test/laws/docs.test.ts');
const pages = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...['docs', 'server', 'bench', 'data'].flatMap((folder) => list(folder, /\.md$/))];

describe('CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const listed = (name: string) => {
    const part = new RegExp(`<!-- ${name} -->(.*?)<!-- /${name} -->`).exec(text)?.[1] ?? '';
    return [...part.matchAll(/`([^`]+)`/g)].map(([, each]) => each);
  };

  test('names the families of checks', () => expect(listed('checks')).toEqual([...new Set(CHECKS.map(({ id }) => id.replace(/\d+$/, '')))]));
  test('names the readers', () => expect(listed('readers')).toEqual(READERS.map(({ format }) => format)));
  test('names the kinds', () => expect(listed('kinds')).toEqual(DATASET_KINDS));
  test('names the languages', () => expect(listed('languages')).toEqual(LANGS));
  test('names the files of routes', () => {
    const files = list('server/contract', /Routes\.ts$|\/routes\.ts$/).map((file) => file.slice('server/contract/'.length));
    expect(listed('routes')).toEqual(files.filter((file) => file !== 'routes.ts').toSorted());
  });

  test('names files that are there', () => {
    const named = [...text.matchAll(/`((?:server|client|scripts|test|data)\/[\w./-]+\.\w+)`/g)].map(([, file]) => file!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(resolve(dirname(page), link)))).toEqual([]);
});

describe('what comments cite', () => {
  const headings = (file: string) => new Set([...readFileSync(file, 'utf8').matchAll(/^#+ (\d+(?:\.\d+)*)\.? /gm)].map(([, number]) => number!));
  const known: Record<string, Set<string>> = { 'cod.md': headings('docs/reference/cod.md'), '3w.md': headings('docs/reference/3w.md') };

  /** Strings may name Markdown that people upload. */
  const commentsOf = (file: string) => (readFileSync(file, 'utf8').match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g) ?? []).join('\n');

  test('is in this repository, to the section', () => {
    const missing = sources.flatMap((file) =>
      [...commentsOf(file).matchAll(/\b([\w-]+\.md)(?: §(\d+(?:\.\d+)*))?/g)]
        .filter(([, name, section]) => {
          if (known[name!]) return section !== undefined && !known[name!]!.has(section);
          return !pages.some((page) => page.endsWith(name!));
        })
        .map(([cited]) => `${file}: ${cited}`),
    );
    expect(missing).toEqual([]);
  });

  test('decisions exist', () => {
    const numbers = new Set(readdirSync('server/decisions').map((name) => name.slice(0, 4)));
    const missing = [...sources, ...pages].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bdecisions? (0\d{3})\b/g)].filter(([, number]) => !numbers.has(number!)).map(([cited]) => `${file}: ${cited}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('decisions', () => {
  const files = readdirSync('server/decisions').filter((name) => /^\d/.test(name));
  const index = readFileSync('server/decisions/README.md', 'utf8');

  test('have a number each, and the index no line without a note', () => {
    expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length);
    expect([...index.matchAll(/^\| \[(.+)\]\((.+)\) \|/gm)].map(([, number, name]) => [number, name])).toEqual(
      files.toSorted().map((name) => [name.slice(0, 4), name]),
    );
  });

  test.each(files)('%s says what it comes from, what was decided and what follows, in this order', (name) => {
    const parts = [...readFileSync(join('server/decisions', name), 'utf8').matchAll(/^\*\*(\w+)\.\*\* \S|^\*\*(Decision)\.\*\*$/gm)].map(
      ([, part, bare]) => part ?? bare,
    );
    expect(parts.filter((part) => ['Context', 'Decision', 'Consequence'].includes(part!))).toEqual(['Context', 'Decision', 'Consequence']);
  });

  test.each(files)('%s begins with its number and title, which the index says too', (name) => {
    const [number, title] = [name.slice(0, 4), readFileSync(join('server/decisions', name), 'utf8').split('\n')[0]!.slice(7)];
    expect(readFileSync(join('server/decisions', name), 'utf8')).toMatch(new RegExp(`^# ${number} \\S`));
    expect(index).toContain(`| [${number}](${name}) | ${title} |`);
  });
});
