/** Languages of name columns: which codes are languages, which are written in Latin letters, and what a script suggests. */
import type { Iso3 } from '../../contract/ids.ts';

/** ISO 639-1, without separators. */
const TWO_LETTERS =
  'aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygaggdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynandnengnlnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyoyuzazhzu';
const LANGUAGES = new Set(TWO_LETTERS.match(/../g));
/** Three-letter codes met in published layers. */
const THREE_LETTERS = new Set(['prs', 'hat', 'tet', 'ckb', 'kmr', 'fil', 'ceb', 'men', 'swc', 'ppr', 'pis', 'bis', 'dar']);
/** Suffixes that published files use wrongly (cod.md §1.4): country code UA for Ukrainian. */
const MISTAKEN: Record<string, string> = { ua: 'uk', cn: 'zh', jp: 'ja', kh: 'km', la: 'lo' };
/** What suffixes mean in a country where they are no language of it: `DA` in Afghanistan is Dari and not Danish (cod.md §1.4). */
const MEANT_IN: Record<string, Record<string, string>> = { AFG: { da: 'prs', dar: 'prs', pa: 'ps' } };
/** Languages whose official script is not Latin. `lang` must be romanized, so these never come first when another is there. */
const NOT_LATIN = new Set(
  'ar fa ps ur ku ckb prs ug sd dv he yi am ti ru uk be bg mk sr kk ky tg mn el hy ka hi mr ne sa bn as pa gu or ta te kn ml si th lo km my bo dz zh ja ko'.split(
    ' ',
  ),
);

/** The BCP 47 code that a heading's suffix stands for, or null where it is no language: `EN` → en, `UA` → uk, `REF` → null. */
export function toLanguage(suffix: string): string | null {
  const code = suffix.toLowerCase();
  if (code in MISTAKEN) return MISTAKEN[code]!;
  return LANGUAGES.has(code) || THREE_LETTERS.has(code) ? code : null;
}

/** The language that a suffix stands for in this country, given in how the suffix reads by ISO 639. */
export function languageIn(country: Iso3, lang: string): string {
  return MEANT_IN[country]?.[lang] ?? lang;
}

/** A BCP 47 tag of language, script and region, as `lang` columns should hold: `fr`, `zh-Hant`, `pt-BR`. Anything else there is no language. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(text);
}

export function isRomanized(lang: string): boolean {
  return /-latn\b/i.test(lang) || !NOT_LATIN.has(lang.toLowerCase().split('-')[0]!);
}

const SCRIPTS: [name: string, pattern: RegExp][] = [
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Laoo', /\p{Script=Lao}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Latn', /\p{Script=Latin}/gu],
];

/** The script that most letters of the sample are in; null where there are no letters. ISO 15924. */
export function scriptOf(sample: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name, pattern] of SCRIPTS) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

const ARABIC = new Set('ARE BHR COM DJI DZA EGY ESH IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SSD SYR TCD TUN YEM'.split(' '));
const BY_SCRIPT: Record<string, Record<string, string>> = {
  Arab: { AFG: 'fa', IRN: 'fa', PAK: 'ur' },
  Cyrl: { UKR: 'uk', RUS: 'ru', BLR: 'be', BGR: 'bg', SRB: 'sr', MKD: 'mk', KAZ: 'kk', KGZ: 'ky', TJK: 'tg', MNG: 'mn' },
  Ethi: { ETH: 'am', ERI: 'ti' },
  Mymr: { MMR: 'my' },
  Beng: { BGD: 'bn' },
  Deva: { NPL: 'ne', IND: 'hi' },
  Khmr: { KHM: 'km' },
  Laoo: { LAO: 'lo' },
  Thai: { THA: 'th' },
  Sinh: { LKA: 'si' },
  Taml: { LKA: 'ta' },
  Geor: { GEO: 'ka' },
  Armn: { ARM: 'hy' },
  Hebr: { ISR: 'he' },
  Grek: { GRC: 'el', CYP: 'el' },
  Hang: { PRK: 'ko', KOR: 'ko' },
  Hani: { CHN: 'zh' },
};

/** The language that names in this script most likely are in this country; null where the script does not tell (Latin never does). */
export function languageOfScript(script: string, country: Iso3): string | null {
  if (script === 'Arab' && ARABIC.has(country)) return 'ar';
  return BY_SCRIPT[script]?.[country] ?? null;
}
