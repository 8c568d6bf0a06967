/** The addresses of maps and embeds, and the snippets that put an embed into a page. */
import type { MapAnswer, SavedEmbed } from '../contract/maps/map.ts';
import type { PrintLang } from '../contract/languages.ts';
import { escapeText } from './render/svg.ts';

export function mapLinks(base: string, id: string): MapAnswer['links'] {
  const page = `${base}/maps/${id}`;
  return {
    page,
    short: `${base}/m/${id}`,
    pdf: `${page}.pdf`,
    svg: `${page}.svg`,
    png: `${page}.png?scale=2`,
    social: `${page}.png?width=1200&height=630`,
    csv: `${page}.csv`,
    txt: `${page}.txt`,
    geojson: `${page}.geojson`,
  };
}

/** Another language than the map's own is asked for in its addresses; its own is not, so that what was copied before stays as it was. */
export const inLang = (href: string, lang: PrintLang, own: PrintLang): string => (lang === own ? href : `${href}${href.includes('?') ? '&' : '?'}lang=${lang}`);

export const FRAME_HEIGHT = 560;

export interface SnippetParts {
  base: string;
  embed: SavedEmbed;
  title: string;
  summary: string;
  /** HTML of the table of all units, which stands inside the element until the map is there, and stays where scripts are off. */
  table: string;
  height?: number;
  /** That these words are in, and that of the map itself. */
  lang: PrintLang;
  own: PrintLang;
}

/**
 * The three ways into a page. No style attribute and no inline script in any of them: pages with a strict policy and editors that
 * strip such things let them pass. The frame has a fixed height, and what is inside fits it; the script, where it is let in, gives it the height of
 * everything. The picture of the element stands where no script runs: elsewhere it would be loaded to be covered at once.
 */
export function snippetsOf({ base, embed, title, summary, table, height = FRAME_HEIGHT, lang, own }: SnippetParts): {
  iframe: string;
  resizing: string;
  element: string;
} {
  // The embed speaks its own language where it has one.
  const src = inLang(`${base}/embed/${embed.id}`, lang, embed.spec.lang ?? own);
  const frame = `<iframe src="${src}" title="${escapeText(title)}" width="100%" height="${height}" frameborder="0" loading="lazy" allowfullscreen></iframe>`;
  const link = `<p><a href="${inLang(`${base}/maps/${embed.map}`, lang, own)}">${escapeText(title)}</a></p>`;
  const picture = `<img src="${escapeText(inLang(`${base}/maps/${embed.map}.png?width=800&height=${FRAME_HEIGHT}`, lang, own))}" alt="${escapeText(summary)}" width="800" height="${FRAME_HEIGHT}">`;
  return {
    iframe: `${frame}\n${link}`,
    resizing: `${frame}\n<script src="${base}/widget/resize.js" async></script>\n${link}`,
    element: `<cod-map src="${src}" title="${escapeText(title)}">\n<noscript>${picture}</noscript>\n${table}\n${link}\n</cod-map>\n<script src="${base}/widget/cod-map.js" async></script>`,
  };
}
