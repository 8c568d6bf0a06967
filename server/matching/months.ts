/** Names of the months in the four languages of the interface. */
import { foldName } from './fold.ts';

/** First letters of the months in English, French, Spanish and Arabic, long enough to be unique in their language. */
const MONTHS: string[][] = [
  ['jan', 'ene', 'يناير', 'كانون الثاني'],
  ['feb', 'fev', 'فبراير', 'شباط'],
  ['mar', 'مارس', 'اذار'],
  ['apr', 'avr', 'abr', 'ابريل', 'نيسان'],
  ['may', 'mai', 'مايو', 'ايار'],
  ['jun', 'juin', 'يونيو', 'حزيران'],
  ['jul', 'juil', 'يوليو', 'تموز'],
  ['aug', 'aou', 'ago', 'اغسطس', 'اب'],
  ['sep', 'set', 'سبتمبر', 'ايلول'],
  ['oct', 'اكتوبر', 'تشرين الاول'],
  ['nov', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'dic', 'ديسمبر', 'كانون الاول'],
];
const FULL = new Set(
  'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre sept juil janv fevr'.split(
    ' ',
  ),
);

/** 1 … 12; undefined for a word that is no month. Latin abbreviations count only whole ("mar", not "market"). */
export function monthOf(word: string): number | undefined {
  const folded = foldName(word);
  if (!folded) return undefined;
  const index = MONTHS.findIndex((spellings) => spellings.some((spelling) => folded === spelling || (FULL.has(folded) && folded.startsWith(spelling))));
  return index < 0 ? undefined : index + 1;
}
