/** Law 13: what rooms offer to others says what it takes and gives, in which unit, and how it fails. */
import { describe, expect, test } from 'vitest';
import { filesIn, read } from './sources.ts';

/** Rooms that all others enter, and the doors of the subjects. */
const DOORS = /^server\/(store|http|kinds|formats)\/|[sS]ervice\.ts$/;
/** Hundredths of all exported functions of the product that have a docstring. May only rise. */
const LEAST_SHARE = 73;

interface Exported {
  name: string;
  doc: string;
  body: string;
}

/** Exported functions with the comment before them, and their text: of arrows the first line. */
function exportedFunctions(text: string): Exported[] {
  return [...text.matchAll(/^export (?:(?:async )?function\*? (\w+)|const (\w+)(?:: [^=\n]+)? = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=\n]+)? =>)/gm)].map(
    (found) => {
      const before = text.slice(0, found.index).trimEnd();
      const rest = text.slice(found.index);
      return {
        name: (found[1] ?? found[2])!,
        doc: before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '',
        body: found[1] ? rest.slice(0, rest.search(/^\}/m)) : rest.slice(0, rest.indexOf('\n')),
      };
    },
  );
}
const withFile = (files: string[]) => files.flatMap((file) => exportedFunctions(read(file)).map((each) => ({ ...each, at: `${file} ${each.name}` })));
const doors = withFile(filesIn(['server'], /\.ts$/).filter((file) => DOORS.test(file)));

describe('law 13: doors', () => {
  test('each has a docstring', () => {
    expect(doors.length).toBeGreaterThan(150);
    expect(doors.filter(({ doc }) => !doc).map(({ at }) => at)).toEqual([]);
  });

  test('each that throws by itself says so', () => {
    const silent = doors.filter(({ doc, body }) => /^ {2}(?:if .*)?\s*throw new \w+Error\(/m.test(body) && !/throw|refus|error/i.test(doc));
    expect(silent.map(({ at }) => at)).toEqual([]);
  });

  test('the share of what is documented does not fall', () => {
    const all = withFile(filesIn(['server', 'client', 'scripts'], /\.ts$/));
    expect((100 * all.filter(({ doc }) => doc).length) / all.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });

  test('functions of both forms are found, with and without a comment', () => {
    const text = [
      '/** Says. @throws X */',
      'export async function one(a: A): Promise<B> {',
      '  throw new XError(1);',
      '}',
      'export const two = (a: A): B => a;',
      'export const THREE = 3;',
    ];
    expect(exportedFunctions(text.join('\n'))).toEqual([
      { name: 'one', doc: '/** Says. @throws X */', body: `${text.slice(1, 3).join('\n')}\n` },
      { name: 'two', doc: '', body: text[4] },
    ]);
  });
});
