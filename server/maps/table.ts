/** The numbers of a map as an HTML table: what those read who do not see the picture. */
import { populationOf } from '../contract/maps/map.ts';
import type { MapFacts } from './facts.ts';
import { nameIn, valueText, valueWriter } from './sentences.ts';
import { withPartial } from './told/told.ts';
import { escapeText } from './render/svg.ts';
import { isRightToLeft } from './render/drawing.ts';
import type { PrintLang } from '../contract/languages.ts';
import { languageOf, say } from '../words/words.ts';

/** Two infinities are equal, and their difference is no number. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

/** Highest first, then by code; those without a number last. */
export function mapTable(
  { table, values, possible, ranges, panels, spec, told }: MapFacts,
  lang: PrintLang,
  valueTitle: string,
  most = Infinity,
  caption = '',
): { html: string; shown: number } {
  const write = valueWriter({ spec, told }, lang);
  const of = (pcode: string) => values?.get(pcode) ?? 'noData';
  // Nobody there is not nought people for each organisation.
  const isRatio = populationOf(spec.data) !== null;
  const rank = (pcode: string) => {
    const value = of(pcode);
    return typeof value === 'number' ? value : value === 'zero' && !isRatio ? 0 : -Infinity;
  };
  const columns = values ? [{ title: valueTitle, values }, ...(panels ?? []).map((panel) => ({ title: panel.names[lang], values: panel.values }))] : [];
  const units = table.units.toSorted((a, b) => (values ? compare(rank(b.pcode), rank(a.pcode)) : 0) || (a.pcode < b.pcode ? -1 : 1)).slice(0, most);
  const rows = units.map(({ pcode, names }) => {
    const name = nameIn(names, spec.labels.lang);
    const cells = columns.map((column) => {
      const value = column.values.get(pcode) ?? 'noData';
      const most = column.values === values && !isRatio ? possible.get(pcode) : undefined;
      const more = most ?? (column.values === values ? ranges?.get(pcode) : undefined);
      const text = valueText(value, more, write, lang, told);
      return `<td>${escapeText(column.values === values ? withPartial(text, told?.partial.get(pcode), lang) : text)}</td>`;
    });
    const dir = isRightToLeft(name) === (languageOf(lang).direction === 'rtl') ? '' : ` dir="${isRightToLeft(name) ? 'rtl' : 'ltr'}"`;
    return `<tr><th scope="row"><bdi${dir}>${escapeText(name)}</bdi></th><td>${escapeText(pcode)}</td>${cells.join('')}</tr>`;
  });
  const head = [say(lang, 'page.name'), say(lang, 'page.pcode'), ...columns.map(({ title }) => title)].map(
    (text) => `<th scope="col">${escapeText(text)}</th>`,
  );
  return {
    html: `<table>${caption && `<caption>${escapeText(caption)}</caption>`}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
    shown: units.length,
  };
}
