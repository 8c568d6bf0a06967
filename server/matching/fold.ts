/**
 * Spelling keys of place and organisation names, in any script.
 * The published matchers delete every letter outside ASCII, so an Arabic name becomes the empty string (3w.md §2.1);
 * here a letter of any script stays a letter, and only what people vary without meaning it is folded.
 */

/** Latin letters that Unicode does not decompose. */
const LATIN: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
  ɓ: 'b',
  ɗ: 'd',
  ɛ: 'e',
  ɔ: 'o',
};

/** Arabic letter forms that writers and keyboards exchange: alef and its hamzas, yeh and alef maksura, teh marbuta, Persian and Urdu variants. */
const ARABIC: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  '\u06c0': 'ه',
  ە: 'ه',
  ک: 'ك',
  گ: 'ك',
  ہ: 'ه',
};

const SPECIAL = new RegExp(`[${[...Object.keys(LATIN), ...Object.keys(ARABIC)].join('')}]`, 'gu');
/** Marks that carry no letter of their own: Latin, Greek and Cyrillic accents, Arabic and Hebrew vowel points, tatweel. Vowel signs of Indic, Burmese or Khmer are letters and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]|\u0640/gu;
const APOSTROPHES = /['‘’‛`´ʹʻʼʽʾʿˈ′＇]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Lower case, no accents, one space between words, no punctuation; digits of every script become ASCII. */
export function foldName(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(MARKS, '')
      // After the marks: ǣ is æ with a macron, ۂ is ہ with a hamza.
      .replace(SPECIAL, (letter) => LATIN[letter] ?? ARABIC[letter]!)
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(APOSTROPHES, '')
      .replace(/\p{Nd}/gu, toAsciiDigit)
      .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ')
      .trim()
  );
}

/** Unicode keeps the ten digits of a script in a row, so the value is the distance from its zero. */
function toAsciiDigit(digit: string): string {
  let code = digit.codePointAt(0)!;
  if (code < 0x3a) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(--code))) value++;
  return String(value);
}

/**
 * Words that set a town apart from the rural unit around it. They are generic in most names, but `Yabelo` and `Yabelo town`
 * are two woredas: on real gazetteers 14 of 15 wrong answers came from dropping such a word.
 */
const SETTLEMENT = new Set(foldName('town city ville ciudad cidade vila urban urbain urbaine urbana rural rurale مدينة город місто').split(' '));

/** Words that say what kind of place it is, not which: English, French, Spanish, Portuguese, Arabic, Russian, Ukrainian, and common local ones. */
const GENERIC = new Set(
  foldName(`district zone town city region province state county subcounty municipality governorate area ward woreda wereda kebele union upazila
    commune departement department prefecture sous territoire ville cercle arrondissement secteur communaute rurale urbaine
    municipio departamento provincia estado ciudad distrito canton parroquia corregimiento cidade vila
    محافظة مديرية قضاء ناحية مدينة منطقة ولاية إقليم بلدية район область город община громада місто
    de du des la le les da do das dos del of the al el ad as ash an ar at az et ul`).split(' '),
);

/** Words that tell apart places which share the rest of their name; each maps to a sense, so that `nord` equals `north`. */
const DIRECTIONS = new Map<string, string>(
  Object.entries({
    north: 'semien semen north northern nord norte septentrional شمال الشمال شمالي الشمالي الشماليه شماليه северный северная север північний північна',
    south: 'debub south southern sud sur sul meridional جنوب الجنوب جنوبي الجنوبي الجنوبيه جنوبيه южный южная юг південний південна',
    east: 'misrak misraq east eastern est este leste oriental شرق الشرق شرقي الشرقي الشرقيه شرقيه восточный восточная восток східний східна',
    west: 'mierab mirab west western ouest oeste occidental غرب الغرب غربي الغربي الغربيه غربيه западный западная запад західний західна',
    centre: 'central centre center centro mid middle moyen moyenne medio وسط الوسط центральный центральная центральний',
    upper: 'upper high haut haute hauts alto alta العليا اعلي الاعلي верхний верхняя верхній',
    lower: 'lower low bas basse bajo baja baixo السفلي اسفل нижний нижняя нижній',
    new: 'new nouveau nouvelle nuevo nueva novo nova الجديده جديده новый новая',
    old: 'old vieux vieille ancien viejo vieja القديمه قديمه старый старая',
    inner: 'inner interior interieur',
    outer: 'outer exterior exterieur',
  }).flatMap(([sense, words]) => words.split(' ').map((word) => [foldName(word), sense] as const)),
);

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10', xi: '11', xii: '12' };

/** A name taken apart for comparison. */
export interface NameKey {
  /** The whole name folded; equal keys are the same spelling. */
  folded: string;
  /** Folded without spaces, generic words and all. */
  whole: string;
  /** Folded without generic words and spaces: what the similarity is measured on. */
  core: string;
  /** Core words in alphabetical order, for names whose words were swapped. */
  sorted: string;
  directions: string;
  numbers: string;
  /** Whether the name says town or countryside. */
  settlement: string;
}

/** `generic` words are dropped only where something remains: a district called "Town" stays itself. */
export function toNameKey(text: string): NameKey {
  const folded = foldName(text);
  // 8e, 8th, 1er: a number that stands in a row.
  const words = folded
    .replace(/(?<![\p{L}\p{Nd}])(\d+)(?:er|ere|re|e|eme|nde?|st|rd|th)(?![\p{L}\p{Nd}])/gu, '$1')
    .split(' ')
    .flatMap((word) => word.match(/\p{Nd}+|[^\p{Nd}]+/gu) ?? []);
  const numbers: string[] = [];
  const directions: string[] = [];
  const settlement: string[] = [];
  let core: string[] = [];
  words.forEach((word, index) => {
    const last = index === words.length - 1 && words.length > 1;
    // A lone letter counts only at the end ("Zone V", "Sendugu B"), where it can hardly be a word.
    const roman = word.length > 1 || last ? ROMAN[word] : undefined;
    const letter = last && /^[a-h]$/.test(word) ? word : undefined;
    const number = /^\p{Nd}+$/u.test(word) ? String(Number(word)) : words.length > 1 ? (roman ?? letter) : undefined;
    if (number) numbers.push(number);
    else if (SETTLEMENT.has(word)) settlement.push(word);
    else if (DIRECTIONS.has(word)) directions.push(DIRECTIONS.get(word)!);
    if (number || !GENERIC.has(word)) core.push(number ?? stripArticle(word));
  });
  if (core.length === 0) core = words;
  return {
    folded,
    whole: folded.replaceAll(' ', ''),
    core: core.join(''),
    sorted: core.toSorted().join(' '),
    directions: directions.toSorted().join(' '),
    numbers: numbers.join(' '),
    settlement: settlement.join(' '),
  };
}

/** The Arabic article is written together with its noun and left out at will. */
function stripArticle(word: string): string {
  return /^ال.{3,}/u.test(word) ? word.slice(2) : word;
}
