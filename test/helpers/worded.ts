/** Every detail and every reason of a report must be data that is worded in every language. */
import { expect } from 'vitest';
import type { CheckResult, Clause, Finding } from '../../server/contract/finding.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { isWord, patternsOf, sayClause } from '../../server/words/words.ts';

export { LANGS };

/** The words of a pattern in all its branches, without its values: none where the text is made of values and signs only. */
export function wordsOf(pattern: string): string {
  const bare = pattern
    .replace(/\{(\w+)(?:, \w+)?\}/g, ' ')
    .replace(/\{\w+, (?:plural|select),/g, ' ')
    .replace(/\b(?:zero|one|two|few|many|other|\w+) (?=\{)/g, ' ');
  return bare.replace(/[^\p{L}]+/gu, ' ').trim();
}

/** No language changes these: F + M, Σ, → and the like. */
const isNeutral = (code: string): boolean => code === 'verbatim' || wordsOf(patternsOf('en')[`clause.${code}`]!).replace(/km|z/g, '').trim() === '';

function expectClause(clause: Clause | undefined, where: string): void {
  expect(clause, `${where} is data`).toBeDefined();
  const { code } = clause!;
  expect(code === 'verbatim' || isWord(`clause.${code}`), `${where}: ${code}`).toBe(true);
  const said = LANGS.map((lang) => sayClause(clause!, lang)!);
  for (const [i, text] of said.entries()) {
    expect(text, `${where} ${LANGS[i]}`).not.toMatch(/\{\w+[,}]|undefined|\[object|NaN/);
    expect(text.trim(), `${where} ${LANGS[i]}`).not.toBe('');
    if (i > 0 && !isNeutral(code)) expect(text, `${where} in ${LANGS[i]}`).not.toBe(said[0]);
  }
  expect(JSON.parse(JSON.stringify(clause)), `${where} can be stored`).toEqual(clause);
}

export function expectFindingsWorded(findings: Finding[], where = ''): void {
  for (const finding of findings) {
    expect(isWord(`finding.${finding.code}`), `${where} ${finding.code}`).toBe(true);
    for (const item of finding.items) expectClause(item.clause, `${where} ${finding.code}: ${item.detail}`);
  }
}

export function expectWorded(results: CheckResult[]): void {
  for (const result of results) {
    if (result.status === 'skipped') expectClause(result.reasonClause, `${result.check}: ${result.reason}`);
    expectFindingsWorded(result.findings, result.check);
  }
}
