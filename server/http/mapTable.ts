/** The numbers of a map as an HTML table: what those read who do not see the picture. */
import type { MapFacts } from '../contract/mapFacts.ts';
import { localeOf, nameIn } from '../render/sentences.ts';
import { escapeText } from '../render/svg.ts';
import { isRightToLeft } from '../render/drawing.ts';
import type { Lang } from '../render/words.ts';
import { word } from '../render/words.ts';
import { pageWord } from './pageWords.ts';

/** Highest first, then by code. */
export function mapTable({ table, values, spec }: MapFacts, lang: Lang, valueTitle: string, most = Infinity): { html: string; shown: number } {
  const number = new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 1 });
  const of = (pcode: string) => values?.get(pcode) ?? 'noData';
  const rank = (pcode: string) => {
    const value = of(pcode);
    return typeof value === 'number' ? value : value === 'zero' ? 0 : -1;
  };
  const units = table.units.toSorted((a, b) => (values ? rank(b.pcode) - rank(a.pcode) : 0) || (a.pcode < b.pcode ? -1 : 1)).slice(0, most);
  const rows = units.map(({ pcode, names }) => {
    const name = nameIn(names, spec.labels.lang);
    const value = of(pcode);
    const text = typeof value === 'number' ? number.format(value) : word(value, lang);
    const dir = isRightToLeft(name) === (lang === 'ar') ? '' : ` dir="${isRightToLeft(name) ? 'rtl' : 'ltr'}"`;
    return `<tr><th scope="row"><bdi${dir}>${escapeText(name)}</bdi></th><td>${escapeText(pcode)}</td>${values ? `<td>${escapeText(text)}</td>` : ''}</tr>`;
  });
  const head = [pageWord('name', lang), pageWord('pcode', lang), ...(values ? [valueTitle] : [])].map((text) => `<th scope="col">${escapeText(text)}</th>`);
  return { html: `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`, shown: units.length };
}
