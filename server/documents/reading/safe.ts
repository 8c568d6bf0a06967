/** HTML of a document made safe by one short list of elements and attributes: nothing runs, nothing is loaded, nothing can be clicked by mistake. */
import sanitize from 'sanitize-html';
import type { BodyAnswer, ToldCode } from '../../contract/documents/documents.ts';

export type Headings = BodyAnswer['headings'];
export type Counts = Partial<Record<ToldCode, number>>;
export interface SafeHtml {
  html: string;
  headings: Headings;
  counts: Counts;
}

/** In front of every name that comes out of a document, so that it can be none of the page around it. */
export const NAME_PREFIX = 'd-';
const ELEMENTS =
  'h1 h2 h3 h4 h5 h6 p br hr strong em b i u s sub sup del ins blockquote pre code ul ol li dl dt dd table caption thead tbody tfoot tr th td a img'.split(' ');
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;
const NAME = new RegExp(`^${NAME_PREFIX}[\\w.-]{1,200}$`);
const SPAN = /^[1-9]\d{0,2}$/;
/** Deeper than any document that a person wrote; what is deeper goes. */
const DEPTH = 60;

/** @param html of a converter that may be fooled */
export function makeSafe(html: string): SafeHtml {
  const counts: Counts = {};
  const count = (code: ToldCode) => (counts[code] = (counts[code] ?? 0) + 1);
  const only = (attributes: Record<string, string>, allowed: Record<string, RegExp>) =>
    Object.fromEntries(Object.entries(attributes).filter(([name, value]) => Object.hasOwn(allowed, name) && allowed[name]!.test(value)));
  const named = (tagName: string, attribs: Record<string, string>) => ({ tagName, attribs: only(attribs, { id: NAME }) });
  const cell = (tagName: string, attribs: Record<string, string>) => ({ tagName, attribs: only(attribs, { colspan: SPAN, rowspan: SPAN }) });

  const safe = sanitize(html, {
    allowedTags: ELEMENTS,
    allowedAttributes: {
      a: ['href', 'id', 'rel', 'target'],
      li: ['id'],
      img: ['src', 'alt'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: DEPTH,
    transformTags: {
      a: (tagName, attribs) => {
        const href = attribs['href'];
        const kept = only(attribs, { id: NAME });
        const target = href === undefined ? null : targetOf(href);
        if (target === null) {
          if (href !== undefined) count('links-left-out');
          // What is in no list goes, and its text stays.
          return { tagName: kept['id'] === undefined ? 'span' : tagName, attribs: kept };
        }
        return { tagName, attribs: { ...kept, href: target, ...(target.startsWith('#') ? {} : { rel: 'noopener noreferrer nofollow', target: '_blank' }) } };
      },
      img: (tagName, attribs): sanitize.Tag => {
        const { src = '', alt = '' } = attribs;
        if (IMAGE.test(src)) return { tagName, attribs: { src, alt } };
        count(/^(?:https?:)?\/\//i.test(src.trim()) ? 'remote-images' : 'images');
        return { tagName: 'em', attribs: {}, text: alt };
      },
      li: named,
      td: cell,
      th: cell,
      ol: (tagName, attribs) => ({ tagName, attribs: only(attribs, { start: /^\d{1,5}$/ }) }),
    },
  });
  const { html: titled, headings } = nameHeadings(safe);
  // Wide tables scroll by themselves, by keyboard too.
  const framed = titled.replaceAll('<table>', '<div class="wide" tabindex="0"><table>').replaceAll('</table>', '</table></div>');
  return { html: framed, headings, counts };
}

/** Where a link may lead: a website, a mailbox, a place in the document itself, a page of this server. */
function targetOf(href: string): string | null {
  const text = href.trim();
  if (/[\p{Cc}\s]/u.test(text)) return null;
  if (text.startsWith('#')) return NAME.test(text.slice(1)) || /^#h-[\p{L}\p{N}-]{1,80}$/u.test(text) ? text : toHeading(text);
  // A backslash is a slash to browsers.
  if (/^\/(?![/\\])/.test(text)) return text;
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** `#membership`, as people write it in Markdown. */
function toHeading(fragment: string): string | null {
  try {
    const slug = slugOf(decodeURIComponent(fragment.slice(1)));
    return slug === '' ? null : `#h-${slug}`;
  } catch {
    return null;
  }
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const toPlain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim();

/** The list made headings without attributes, so each is what it looks like. */
function nameHeadings(html: string): { html: string; headings: Headings } {
  const taken = new Map<string, number>();
  const headings: Headings = [];
  const named = html.replace(/<h([1-6])>([\s\S]*?)<\/h\1>/g, (whole, level: string, inner: string) => {
    const text = toPlain(inner);
    if (text === '') return whole;
    const slug = slugOf(text) || 'part';
    const turn = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, turn);
    const id = turn === 1 ? `h-${slug}` : `h-${slug}-${turn}`;
    headings.push({ id, level: Number(level), text: text.slice(0, 300) });
    return `<h${level} id="${id}">${inner}</h${level}>`;
  });
  return { html: named, headings };
}
