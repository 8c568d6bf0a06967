/** Figures in sentences, written as each language writes them. Arabic keeps Latin digits: they stand beside P-codes. */
import type { Lang } from '../contract/languages.ts';

const LOCALES: Record<Lang, string> = { en: 'en', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' };
const formats = new Map<string, Intl.NumberFormat>();

/** `least` and `most` digits after the point. */
function write(value: number, lang: Lang, least: number, most: number): string {
  const key = `${lang} ${least} ${most}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(LOCALES[lang], { minimumFractionDigits: least, maximumFractionDigits: most })));
  return format.format(value);
}

/** Three digits that matter. */
function figure(value: number, lang: Lang): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return write(value, lang, 0, Math.min(digits, 6));
}

const UNITS: Record<'m' | 'cm' | 'km', [latin: string, arabic: string]> = { m: ['m', 'م'], cm: ['cm', 'سم'], km: ['km', 'كم'] };
const unit = (key: keyof typeof UNITS, lang: Lang) => UNITS[key][lang === 'ar' ? 1 : 0];

function metres(value: number, lang: Lang): string {
  if (value >= 1000) return `${figure(value / 1000, lang)} ${unit('km', lang)}`;
  return value >= 0.1 ? `${figure(value, lang)} ${unit('m', lang)}` : `${figure(value * 100, lang)} ${unit('cm', lang)}`;
}

function squareMetres(value: number, lang: Lang): string {
  return value >= 1e5 ? `${figure(value / 1e6, lang)} ${unit('km', lang)}²` : `${figure(value, lang)} ${unit('m', lang)}²`;
}

/** How a pattern may ask for a number: `{width, m}`. */
export const NUMBER_KINDS = {
  m: metres,
  m2: squareMetres,
  figure,
  /** At most two digits after the point. */
  decimal: (value: number, lang: Lang) => write(value, lang, 0, 2),
  precise: (value: number, lang: Lang) => write(value, lang, 0, 4),
  fixed1: (value: number, lang: Lang) => write(value, lang, 1, 1),
  fixed2: (value: number, lang: Lang) => write(value, lang, 2, 2),
  /** As it stands in the file. */
  raw: (value: number, lang: Lang) => write(value, lang, 0, 20),
} satisfies Record<string, (value: number, lang: Lang) => string>;

export type NumberKind = keyof typeof NUMBER_KINDS;
