/** Thread shell of passwords.ts: zxcvbn with lists of passwords, words and names in the four languages of the product. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { MatchExtended, OptionsDictionary, OptionsGraph } from '@zxcvbn-ts/core';
import type { Weakness } from '../../contract/people/people.ts';

export interface PasswordQuestion {
  id: number;
  password: string;
  own: string[];
}
export interface PasswordVerdict {
  id: number;
  weakness: Weakness | null;
}

/** The packages are made for bundlers: what Node finds under `import` is the CommonJS build, whose names it cannot see. */
const require = createRequire(import.meta.url);
const { ZxcvbnFactory } = require('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
const load = (language: string) => require(`@zxcvbn-ts/language-${language}`) as { dictionary: OptionsDictionary; adjacencyGraphs?: OptionsGraph };

/** The scale's best: at least 10^10 tries. Below lie `OCHA2024!!`, `Freetown2025!`, `qwerty qwerty`; three unlike words lie above. */
const STRONG = 4;
/** Longer ones are judged by their beginning: the work grows with the square of the length. */
const JUDGED_LENGTH = 64;
/** Left out are the lists of things in order (planets, colours), which take any three words of such lists for a sequence. */
const LISTS: [start: string, weakness: Weakness][] = [
  ['passwords', 'common'],
  ['commonWords', 'word'],
  ['wikipedia', 'word'],
  ['diceware', 'word'],
  ['firstnames', 'name'],
  ['lastnames', 'name'],
  ['userInputs', 'own'],
];
const PATTERNS: Record<string, Weakness> = { spatial: 'keys', repeat: 'repeat', sequence: 'sequence', wordSequence: 'sequence', date: 'date', regex: 'date' };

const common = load('common');
const dictionary: OptionsDictionary = {};
for (const [language, from] of [['common', common], ...['en', 'fr', 'es-es', 'ar'].map((name) => [name, load(name)] as const)] as const)
  for (const [list, words] of Object.entries(from.dictionary))
    if (LISTS.some(([start]) => list.startsWith(start))) dictionary[list.endsWith(language) ? list : `${list}-${language}`] = words;
const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs!, maxLength: JUDGED_LENGTH });

/** What the longest part of the password is that the lists or patterns know. */
function weaknessOf(parts: MatchExtended[]): Weakness {
  const known = parts.flatMap((part) => {
    const list = String(part['dictionaryName'] ?? '');
    const weakness = LISTS.find(([start]) => list.startsWith(start))?.[1] ?? PATTERNS[part.pattern];
    return weakness ? [{ weakness, length: part.token.length }] : [];
  });
  return known.sort((a, b) => b.length - a.length)[0]?.weakness ?? 'guessable';
}

parentPort!.on('message', ({ id, password, own }: PasswordQuestion) => {
  const { score, sequence } = zxcvbn.check(password.normalize('NFKC'), own);
  parentPort!.postMessage({ id, weakness: score < STRONG ? weaknessOf(sequence) : null } satisfies PasswordVerdict);
});
