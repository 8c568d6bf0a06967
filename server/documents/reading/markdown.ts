/** Markdown to HTML. HTML in it is shown as the text that it is. */
import MarkdownIt from 'markdown-it';
import { findEmails, type FindEmails } from '../../formats/personal/emails.ts';
import type { Counts } from './safe.ts';

const markdown = new MarkdownIt('commonmark', { html: false, maxNesting: 30 }).enable(['table', 'strikethrough']);
/** Whatever it is: what may be linked and shown is decided once, for all formats, in safe.ts. */
markdown.validateLink = () => true;

/** Bounded, so that a text of nothing but `<a` costs no more than another. */
const TAG = /(?<!\\)(?:<\/?[a-z][^<>]{0,300}>|<!--)/gi;

/** Not safe yet (safe.ts). */
export function renderMarkdown(text: string, find: FindEmails = findEmails): { html: string; counts: Counts } {
  const env = {};
  const tokens = markdown.parse(text, env);
  // Between marks of code, or behind a backslash, a tag is what the author means to show; in angles an address is a link.
  const texts = tokens
    .filter(({ type }) => type === 'inline')
    .map(({ content }) => content.replace(/`[^`]*`|\]\(<[^<>]{0,300}>|<[^<>\s]{1,300}[@:][^<>\s]{0,300}>/g, ''));
  const tags = texts.reduce((sum, content) => sum + (content.match(TAG)?.length ?? 0), 0);
  const emails = new Set(find(text, text.length)).size;
  return {
    html: markdown.renderer.render(tokens, markdown.options, env),
    counts: { ...(emails > 0 ? { emails } : {}), ...(tags > 0 ? { 'html-left-out': tags } : {}) },
  };
}
