/** The page of a map, alone or in a frame: words and picture stand in the HTML itself; a script may make the picture a map later. */
import { toIso3 } from '../contract/ids.ts';
import { createHash } from 'node:crypto';
import type { MapFacts } from './facts.ts';
import type { EmbedSpec } from '../contract/maps/map.ts';
import { CELL } from '../contract/maps/looks.ts';
import { orientationOf } from '../contract/maps/paper.ts';
import { declarations, PALETTE, readable, type Theme, type Token } from '../contract/maps/palette.ts';
import { PAGES, toAddress } from '../contract/paths.ts';
import type { LegendRow } from './render/legend.ts';
import { boundsOf, drawnBox } from './render/picture.ts';
import { countryName, type MapWords } from './sentences.ts';
import { escapeText, strokesOf } from './render/svg.ts';
import { isLang, type PrintLang } from '../contract/languages.ts';
import { disclaimerLines } from '../disclaimers/notes.ts';
import { languageOf, say, sayPeriod } from '../words/words.ts';
import { inLang, type mapLinks } from './links.ts';
import type { InlinePicture } from './pictures.ts';
import { mapTable } from './table.ts';
import { emptyText } from './told/told.ts';
import type { WidgetAssets } from './embed/assets.ts';

export interface MapPageParts {
  /** Of the embed in a frame, of the map on its own page. */
  id: string;
  framed: boolean;
  facts: MapFacts;
  words: MapWords;
  picture: InlinePicture;
  lang: PrintLang;
  theme: EmbedSpec['theme'];
  live: EmbedSpec['live'];
  hosts: string[];
  links: ReturnType<typeof mapLinks>;
  assets: WidgetAssets | null;
  tilejson: string | null;
  oembed: string;
  /** Whether sheets can be made: print then begins with one. */
  hasSheets: boolean;
}

/** More rows than this stay out of the page: they would cost more than its picture. */
const FRAME_ROWS = 120;
const PAGE_ROWS = 2000;

const FONTS: Record<EmbedSpec['theme']['font'], string> = {
  noto: "'Noto Sans','Noto Sans Arabic',system-ui,sans-serif",
  system: 'system-ui,sans-serif',
  serif: "'Noto Serif',Georgia,'Times New Roman',serif",
};
/** Those that the page and its live map (client/map/palette.ts) use. */
const TOKENS: Token[] = [
  'surface',
  'ink',
  'ink2',
  'rule',
  'accent',
  'accentStrong',
  'error',
  'warning',
  'warningSoft',
  'shade',
  'veil',
  'onVeil',
  'mapGround',
  'mapBeyond',
  'mapCoast',
  'mapAbroad',
  'mapBorder',
  'mapLand',
  'mapEmpty',
  'mapHatch',
  'mapOutline',
  'mapLine',
];

export interface Page {
  html: string;
  /** Hash of the one style element, for the policy. */
  styleHash: string;
}

export function mapPage(parts: MapPageParts): Page {
  const { facts, words, lang, links, framed } = parts;
  const { spec } = facts;
  const css = styleOf(parts);
  const level = `${links.page}.csv?lang=${lang}`;
  const { html: table, shown } = mapTable(facts, lang, words.legendTitle, framed ? FRAME_ROWS : PAGE_ROWS);
  const all = facts.table.units.length;
  const number = new Intl.NumberFormat(languageOf(lang).locale);
  const rest = shown < all ? `<p><a href="${level}">${escapeText(say(lang, 'page.wholeTable', { n: number.format(all) }))}</a></p>` : '';
  const day = facts.cleared?.at.slice(0, 10) ?? '';
  const notes = [
    `${say(lang, 'picture.sources')}: ${words.sources.join(languageOf(lang).semicolon)} (${say(lang, facts.pinned ? 'page.pinned' : 'page.current')})`,
    ...(facts.cleared ? [say(lang, 'page.cleared', { date: sayPeriod(day, day, lang) })] : []),
    ...parts.picture.notes,
    ...disclaimerLines(facts.publisher, drawnBox(boundsOf(spec, facts.table), { x: 0, y: 0, width: parts.picture.width, height: parts.picture.height }), lang),
  ];
  const target = framed ? ' target="_blank" rel="noopener"' : '';
  const [sources, ...others] = notes;
  // What a frame shows before anybody scrolls: title, map, legend, sources.
  const body = `${framed ? '' : printedHtml(parts)}<main>
<section class="sheet"><header><h1>${escapeText(words.title)}</h1><p class="def">${escapeText(words.definition)}</p>${spec.status === 'draft' ? `<p class="draft">${escapeText(say(lang, 'picture.draft'))}</p>` : ''}${statesHtml(parts)}</header>
<figure>${pictureHtml(parts.picture)}${legendHtml(parts)}</figure>
<p class="src">${escapeText(sources!)}</p></section>
<p class="sum">${escapeText(words.summary)}</p>
<details${framed ? '' : ' open'}><summary>${escapeText(say(lang, 'page.table'))}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeText(say(lang, 'page.table'))}">${table}</div>${rest}</details>
${framed ? '' : downloadsHtml(parts)}
<footer>${others.map((note) => `<p>${escapeText(note)}</p>`).join('')}<p>${framed ? `<a href="${links.page}"${target}>${escapeText(say(lang, 'page.open'))}</a>` : `<a href="${pageHref(parts)}">${escapeText(say(lang, 'page.change'))}</a> <a href="/c/${toIso3(facts.boundary.dataset).toLowerCase()}">${escapeText(say(lang, 'page.country', { country: countryName(facts, lang) }))}</a>`}</p></footer>
</main>`;
  return { html: wrap(parts, css, body), styleHash: hashOf(css) };
}

/** What is not current of it, with the way to the country's map of today. */
function statesHtml({ words, facts, lang, framed }: MapPageParts): string {
  const target = framed ? ' target="_blank" rel="noopener"' : '';
  // Pages of the product speak fewer languages than what is printed; they then take that of the browser.
  const asked = isLang(lang) ? `?lang=${lang}` : '';
  const here = PAGE_OF[facts.spec.data.kind].replace(':iso3', toIso3(facts.boundary.dataset).toLowerCase());
  return words.states
    .map((state, at) => {
      const { current } = facts.ended[at]!;
      const link = current === null ? '' : ` <a href="${here}${asked}"${target}>${escapeText(say(lang, 'version.show-current', { version: current }))}</a>`;
      return `<p class="ended" role="note">${escapeText(state)}${link}</p>`;
    })
    .join('');
}

const PAGE_OF = {
  boundaries: PAGES.country,
  population: PAGES.population,
  presence: PAGES.presence,
  indicators: PAGES.indicators,
  coverage: PAGES.assessments,
} as const;

/** Where the map can be changed: the page of its kind, which opens it as it was saved. */
function pageHref({ facts: { spec }, links }: MapPageParts): string {
  return `${PAGE_OF[spec.data.kind].replace(':iso3', toIso3(spec.boundary.dataset).toLowerCase())}?open=${links.page.split('/').at(-1)!}`;
}

export const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function wrap({ id, lang, facts, words, links, framed, live, hosts, assets, tilejson, oembed, theme }: MapPageParts, css: string, body: string): string {
  const meta = (property: string, content: string) => `<meta property="${property}" content="${escapeText(content)}">`;
  const data = {
    id,
    framed,
    // Small maps stay pictures.
    live: facts.panels ? 'never' : live,
    hosts,
    tilejson,
    ground: tilejson && toAddress('getGround', { id: facts.boundary.dataset, version: facts.boundary.version }),
    values: toAddress('getMapValues', { id: links.page.split('/').at(-1)! }),
    mode: theme.mode,
    words: wordsOf(facts.told, lang),
  };
  const script = assets
    ? `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script><script type="module" src="${assets.script}"></script>`
    : '';
  // Until the page around it gives the frame the height of everything, the map takes what title, legend and sources leave of it. Small maps and tables cannot.
  const fit = framed && !facts.panels ? ' class="fit"' : '';
  return `<!doctype html><html lang="${lang}" dir="${languageOf(lang).direction}"${fit}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeText(words.title)}</title><meta name="description" content="${escapeText(words.summary)}">${
    framed ? '<meta name="robots" content="noindex">' : ''
  }<link rel="canonical" href="${links.page}"><link rel="icon" href="data:,"><link rel="alternate" type="application/json+oembed" href="${escapeText(oembed)}" title="${escapeText(words.title)}">${meta('og:type', 'website')}${meta('og:title', words.title)}${meta('og:description', words.summary)}${meta('og:url', links.page)}${meta('og:image', inLang(links.social, lang, facts.spec.lang))}${meta('og:image:width', '1200')}${meta('og:image:height', '630')}${meta('og:image:alt', words.summary)}<meta name="twitter:card" content="summary_large_image"><style>${css}</style></head><body>${body}${script}</body></html>`;
}

function wordsOf(told: MapFacts['told'], lang: PrintLang) {
  return {
    live: say(lang, 'page.live'),
    loading: say(lang, 'page.loading'),
    failed: say(lang, 'page.failed'),
    zero: emptyText('zero', told, lang),
    notReported: emptyText('notReported', told, lang),
    aboveOnly: emptyText('aboveOnly', told, lang),
    possible: emptyText('possible', told, lang),
    partial: say(lang, 'picture.partial'),
    notPlaced: emptyText('notPlaced', told, lang),
    noData: emptyText('noData', told, lang),
    withheld: emptyText('withheld', told, lang),
    close: say(lang, 'page.close'),
    whoFailed: say(lang, 'page.whoFailed'),
  };
}

function pictureHtml({ svg, panels, isTable }: InlinePicture): string {
  if (isTable) return `<div id="map" class="scroll matrix" tabindex="0">${svg}</div>`;
  if (!panels) return `<div id="map" class="map">${svg}</div>`;
  const items = panels.map((panel) => `<li>${panel.svg}<b>${escapeText(panel.name)}</b><small>${escapeText(panel.text)}</small></li>`);
  return `<div id="map"><ul class="panels">${items.join('')}</ul></div>`;
}

function legendHtml({ picture, words, lang }: MapPageParts): string {
  const layers = picture.layers.map(({ title, about, rows }) => {
    const items = rows.map(
      ({ svg, text, count }) => `<li>${svg}<span dir="auto">${escapeText(text)}</span>${count === null ? '' : ` <small>(${count})</small>`}</li>`,
    );
    return `<strong dir="auto">${escapeText(title)}</strong>${about && ` <small dir="auto">${escapeText(about)}</small>`}<ul>${items.join('')}</ul>`;
  });
  if (picture.legend.length === 0) return layers.length === 0 ? '' : `<figcaption>${layers.join('')}</figcaption>`;
  const rows = picture.legend.map(
    ({ fill, text, count }) => `<li>${swatch(fill)}<span dir="auto">${escapeText(text)}</span>${count === null ? '' : ` <small>(${count})</small>`}</li>`,
  );
  return `<figcaption><strong>${escapeText(words.legendTitle)}</strong><ul aria-label="${escapeText(say(lang, 'page.legend'))}">${rows.join('')}</ul>${layers.join('')}</figcaption>`;
}

const SWATCH = { width: 22, height: 14 };

function swatch(fill: LegendRow['fill']): string {
  const { width, height } = SWATCH;
  const ground = (colour: string) => `<rect width="${width}" height="${height}" fill="${colour}"/>`;
  const hatched = (own: Exclude<LegendRow['fill'], string>) => `${ground(own.ground)}${strokesOf(own, Math.ceil(width / CELL), Math.ceil(height / CELL))}`;
  const inside = typeof fill === 'string' ? ground(fill) : hatched(fill);
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="none" stroke="var(--map-line)"/></svg>`;
}

/** Lazy and without a place on the screen it is fetched for print only, where it stands in the place of all but the table, which follows whole. */
const printedHtml = ({ links, lang, words, hasSheets }: MapPageParts): string =>
  hasSheets ? `<img class="printed" loading="lazy" src="${links.page}/sheet.svg?lang=${lang}" alt="${escapeText(words.title)}">` : '';
/** What can be scrolled on a screen is on paper in full length. */
const UNROLLED = '.scroll{max-height:none;overflow:visible}thead th{position:static}tr{break-inside:avoid}summary,nav,.map>button,.map>.live{display:none}';
function printOf({ facts: { spec, table }, hasSheets }: MapPageParts): string {
  if (!hasSheets) return `@media print{${UNROLLED}}`;
  const size = `A4 ${orientationOf(boundsOf(spec, table))}`;
  return `.printed{display:none}@media print{@page{size:${size};margin:0}@page table{size:${size};margin:12mm}main{padding:0;max-width:none}main>:not(details){display:none}main>details{page:table;margin:0}${UNROLLED}.printed{display:block;width:100%;max-height:100vh;object-fit:contain}}`;
}

function downloadsHtml({ links, lang }: MapPageParts): string {
  const link = (href: string, text: string) => `<a href="${href}" download>${text}</a>`;
  return `<nav aria-label="${escapeText(say(lang, 'page.downloads'))}">${[link(`${links.pdf}?lang=${lang}`, 'PDF'), link(`${links.svg}?lang=${lang}`, 'SVG'), link(`${links.png}&lang=${lang}`, 'PNG'), link(`${links.csv}?lang=${lang}`, 'CSV'), link(`${links.geojson}?lang=${lang}`, 'GeoJSON')].join(' ')}</nav>`;
}

/** A frame of fixed height shows all of this; a frame lower than what the words need scrolls. Beside a picture of another shape is paper, not sea. */
const FIT =
  '.fit .sheet{display:flex;flex-direction:column;min-height:calc(100vh - 24px)}.fit .sheet>figure{flex:1;display:grid;grid-template-rows:minmax(8rem,1fr) auto;margin:4px 0}.fit .map{aspect-ratio:auto;background:none}.fit .map>svg{position:absolute;inset:0}.fit .sheet p{margin-bottom:4px}.fit .sheet>.src{margin:0}.fit h1{font-size:1.05rem}@media(max-width:420px){.fit .sheet{font-size:.75rem}.fit .sheet :is(.def,.src,figcaption){font-size:.75rem;line-height:1.35}.fit figcaption ul{gap:2px 12px}}';

function styleOf(parts: MapPageParts): string {
  const { theme, picture, framed } = parts;
  const of = (mode: Theme) => {
    const own = theme.accent === null ? '' : `;--accent:${readable(theme.accent, PALETTE[mode].surface)};--accent-strong:var(--accent)`;
    return `${declarations(mode, TOKENS)}${own};${picture.themes.declarations(mode === 'dark')}`;
  };
  const colours = theme.mode === 'auto' ? `:root{${of('light')}}@media(prefers-color-scheme:dark){:root{${of('dark')}}}` : `:root{${of(theme.mode)}}`;
  const wide = framed ? '' : `main{max-width:64rem;margin-inline:auto}`;
  return `${colours}*{box-sizing:border-box}[hidden]{display:none!important}body{margin:0;background:var(--surface);color:var(--ink);font:15px/1.45 ${FONTS[theme.font]}}main{padding:12px}${wide}h1{font-size:1.15rem;line-height:1.25;margin:0 0 4px}p{margin:0 0 8px}.def,.sum,.src,footer{font-size:.8125rem;color:var(--ink-2)}.ended{background:var(--warning-soft);color:var(--warning);padding:8px 12px;border-radius:6px;font-size:.875rem}.ended a{color:inherit}.draft{background:var(--warning-soft);color:var(--warning);font-weight:600;padding:2px 8px;border-radius:4px;display:inline-block}figure{margin:8px 0}.map{position:relative;aspect-ratio:${picture.width}/${picture.height};overflow:hidden;border-radius:${theme.radius}px;background:var(--map-ground)}.map>svg{display:block;width:100%;height:100%}.map>.live{position:absolute;inset:0}.map>button{position:absolute;inset-block-end:10px;inset-inline-start:10px;min-height:44px;padding:0 14px;font:inherit;font-weight:600;color:var(--surface);background:var(--accent);border:0;border-radius:${Math.min(theme.radius, 22)}px;cursor:pointer}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.map>p{position:absolute;inset-block-end:10px;inset-inline-start:10px;margin:0;padding:6px 10px;background:var(--surface);border-radius:6px;font-size:.8125rem}.map>p:has(+button){inset-block-end:62px}figcaption{font-size:.8125rem;margin-top:8px}ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;margin:4px 0 0;padding:0}li{display:flex;gap:6px;align-items:center}.matrix{max-height:none}.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(170px,44%),1fr));gap:16px 12px}.panels li{display:block}.panels svg{display:block;width:100%;height:auto;border-radius:${theme.radius}px;background:var(--map-ground)}.panels b,.panels small{display:block}.panels b{margin-top:4px}small{color:var(--ink-2)}a{color:var(--accent)}details{margin:8px 0}summary{cursor:pointer;min-height:44px;display:flex;align-items:center;font-weight:600}summary::before{content:"+";width:1.2em}details[open]>summary::before{content:"−"}.scroll{max-height:320px;overflow:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:4px 8px;border-bottom:1px solid var(--rule);text-align:start;font-weight:400}thead th{font-weight:600;position:sticky;top:0;background:var(--surface)}tr>:last-child{text-align:end}nav{display:flex;gap:16px;margin:8px 0}footer a{margin-inline-end:16px}nav a,footer a{display:inline-flex;align-items:center;min-height:44px}.credit{position:absolute;z-index:1;inset-block-end:4px;inset-inline-end:8px;font-size:.6875rem}.tip,.key{position:absolute;z-index:1;inset-block-end:8px;left:8px;border-radius:6px;background:var(--surface);border:1px solid var(--rule)}.who{position:absolute;z-index:2;background:var(--surface);color:var(--ink);border-radius:6px;font-size:.8125rem;box-shadow:0 1px 6px var(--shade)}.tip{pointer-events:none;padding:4px 8px}.who{inset-block-end:8px;inset-inline-start:8px;width:min(20rem,calc(100% - 16px));max-height:min(60%,22rem);overflow:auto;padding:8px 12px}.who>b{display:block;padding-inline-end:44px}.who>ul{display:block}.who li{display:block;padding:2px 0}.who>button{position:absolute;inset-block-start:0;inset-inline-end:0;width:44px;height:44px;font:inherit;color:inherit;background:none;border:0;cursor:pointer}${FIT}@media(max-width:420px){.map>svg :is(text:not(.k),.l){display:none}.map>svg text.k{font-size:18px}}@media(min-width:56rem){figure:has(>.map+figcaption){display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:16px;align-items:start}.map+figcaption{margin:0}.fit figure:has(>.map+figcaption){grid-template-rows:minmax(8rem,1fr);align-items:stretch}.map+figcaption ul{flex-direction:column}}${framed ? '' : printOf(parts)}`;
}

/** For a page that may not show an embed, for one that shows an embed that is gone, and for a map of what has become sensitive: words and a link, never a blank frame. */
export function noticePage(lang: PrintLang, kind: 'refused' | 'gone' | 'closed' | 'restricted', link: { href: string; text: string } | null): Page {
  const css =
    ':root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.5 system-ui,sans-serif;text-align:center;background:Canvas;color:CanvasText}main{padding:16px}h1{font-size:1.1rem}a{display:inline-block;padding:10px}';
  const why = link
    ? `<p>${escapeText(say(lang, 'page.refusedWhy'))}</p><p><a href="${escapeText(link.href)}" target="_blank" rel="noopener">${escapeText(link.text)}</a></p>`
    : '';
  const html = `<!doctype html><html lang="${lang}" dir="${languageOf(lang).direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>Codmap</title><link rel="icon" href="data:,"><style>${css}</style></head><body><main><h1>${escapeText(say(lang, `page.${kind}`))}</h1>${why}</main></body></html>`;
  return { html, styleHash: hashOf(css) };
}
