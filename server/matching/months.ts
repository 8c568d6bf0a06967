/** Names of the months in the languages of the interface, Portuguese, Russian and Ukrainian. */
import { foldName } from './fold.ts';

/** First letters of the months in each language, long enough to be no other word ("out", "Лист 1"); of Arabic the whole names. */
const MONTHS: string[][] = [
  ['jan', 'ene', 'янв', 'січ', 'يناير', 'كانون الثاني'],
  ['feb', 'fev', 'фев', 'лют', 'فبراير', 'شباط'],
  ['mar', 'мар', 'бер', 'مارس', 'اذار'],
  ['apr', 'avr', 'abr', 'апр', 'квіт', 'ابريل', 'نيسان'],
  ['may', 'mai', 'май', 'мая', 'трав', 'مايو', 'ايار'],
  ['jun', 'juin', 'июн', 'черв', 'يونيو', 'حزيران'],
  ['jul', 'juil', 'июл', 'лип', 'يوليو', 'تموز'],
  ['aug', 'aou', 'ago', 'авг', 'серп', 'اغسطس', 'اب'],
  ['sep', 'set', 'сен', 'вер', 'سبتمبر', 'ايلول'],
  ['oct', 'outub', 'окт', 'жовт', 'اكتوبر', 'تشرين الاول'],
  ['nov', 'ноя', 'листоп', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'dic', 'dez', 'дек', 'груд', 'ديسمبر', 'كانون الاول'],
].map((spellings) => spellings.map(foldName));
const FULL = new Set(
  foldName(`january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre sept juil janv fevr
    janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro
    январь января февраль февраля март марта апрель апреля июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря
    січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня вересень вересня жовтень жовтня листопад
    листопада грудень грудня`).split(' '),
);

/** 1 … 12; undefined for a word that is no month. Latin abbreviations count only whole ("mar", not "market"). */
export function monthOf(word: string): number | undefined {
  const folded = foldName(word);
  if (!folded) return undefined;
  const index = MONTHS.findIndex((spellings) => spellings.some((spelling) => folded === spelling || (FULL.has(folded) && folded.startsWith(spelling))));
  return index < 0 ? undefined : index + 1;
}

/** `3`, `03`, `12`: the number of a month, where a year stands elsewhere. */
export const isMonthNumber = (text: string): boolean => /^(1[0-2]|0?[1-9])$/.test(text);
