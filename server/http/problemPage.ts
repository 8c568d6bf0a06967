/** A problem as a page: for people who followed a link or typed an address, and would see JSON. In the language that their browser asks for. */
import type { Request } from 'express';
import type { ProblemDetails } from '../contract/datasets/api.ts';
import { LANGS, type Lang } from '../contract/languages.ts';
import { escapeXml } from '../formats/text/escape.ts';
import { languageOf, say } from '../words/words.ts';

/** Whether a page is wanted rather than a document for programs. Who takes anything is a program. */
export const wantsPage = (request: Pick<Request, 'method' | 'accepts'>): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && request.accepts(['json', 'html']) === 'html';

/** What went wrong, its code, and the way to the start page. */
export function problemPage(request: Pick<Request, 'acceptsLanguages'>, { type, detail, status, details, instance }: ProblemDetails): string {
  const lang = (request.acceptsLanguages([...LANGS]) || 'en') as Lang;
  const said = (details?.['texts'] as Partial<Record<Lang, string>> | undefined)?.[lang] ?? detail;
  const code = type.slice('/problems/'.length);
  const title = say(lang, status === 404 ? 'page.nothing' : 'page.problem');
  const small = [`<a href="/problems/${escapeXml(code)}"><code>${escapeXml(code)}</code></a>`, ...(instance ? [`<code>${escapeXml(instance)}</code>`] : [])];
  return htmlPage(
    { lang, title },
    `<p>${proseHtml(said)}</p><p><a href="/?lang=${lang}">${escapeXml(say(lang, 'page.home'))}</a></p><p><small>${status} · ${small.join(' · ')}</small></p>`,
  );
}

/** A page of words in the style of `/docs`. @param body HTML */
export function htmlPage({ lang, title }: { lang: Lang; title: string }, body: string): string {
  return `<!doctype html><html lang="${lang}" dir="${languageOf(lang).direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Codmap: ${escapeXml(title)}</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>${escapeXml(title)}</h1>${body}</main></body></html>`;
}

/** A text with code of programs in backticks, as HTML. */
export const proseHtml = (text: string): string => escapeXml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
