/** Reference periods: from cells ("2022-03", "March", "T1 2022") and from file names ("3W_TCD_Avr2025"), the latter proposed and never assumed. */
import { foldName } from '../../matching/fold.ts';

export interface Period {
  /** Inclusive ISO dates. */
  start: string;
  end: string;
}

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
  'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre sept juil'.split(
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

const two = (value: number) => String(value).padStart(2, '0');

export function toMonthPeriod(year: number, first: number, last = first): Period {
  return { start: `${year}-${two(first)}-01`, end: `${year}-${two(last)}-${two(new Date(Date.UTC(year, last, 0)).getUTCDate())}` };
}

/** A cell that names a period by itself: `2022-03`, `03/2022`, `Mar 2022`, `2022 Q1`, `T1 2022`, `2022`; undefined otherwise. */
export function readPeriod(text: string): Period | undefined {
  const month = /^(20\d\d)[-/.](\d{1,2})$/.exec(text) ?? undefined;
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return toMonthPeriod(Number(month[1]), Number(month[2]));
  const reversed = /^(\d{1,2})[-/.](20\d\d)$/.exec(text);
  if (reversed && Number(reversed[1]) >= 1 && Number(reversed[1]) <= 12) return toMonthPeriod(Number(reversed[2]), Number(reversed[1]));
  return findPeriod(text);
}

/** The period a free text such as a file name speaks of: its year, with the months, quarter or half named beside it. */
export function findPeriod(text: string): Period | undefined {
  const words = foldName(text.replace(/\.[a-z]{3,4}$/i, ''))
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ');
  const years = words.map(Number).filter((value) => value >= 2000 && value <= 2100);
  const year = years.at(-1);
  if (year === undefined) return undefined;
  const months = words.flatMap((word) => monthOf(word) ?? []);
  if (months.length > 0)
    return months[0]! <= months.at(-1)!
      ? toMonthPeriod(year, months[0]!, months.at(-1)!)
      : { start: toMonthPeriod(year - 1, months[0]!).start, end: toMonthPeriod(year, months.at(-1)!).end };
  const quarter = words.findIndex((word, index) => /^[qt]$/.test(word) && /^[1-4]$/.test(words[index + 1] ?? ''));
  if (quarter >= 0) return toQuarter(year, Number(words[quarter + 1]));
  return words.length === 1 ? toMonthPeriod(year, 1, 12) : undefined;
}

export function toQuarter(year: number, quarter: number): Period {
  return toMonthPeriod(year, quarter * 3 - 2, quarter * 3);
}
