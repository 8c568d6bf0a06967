/** A version as a page that runs nothing and loads nothing: its view within a sandbox. */
import { createHash } from 'node:crypto';
import { themedRoot } from '../contract/maps/palette.ts';
import { escapeXml } from '../formats/text/escape.ts';

const STYLE = `${themedRoot(['surface', 'ink', 'ink2', 'rule', 'accent'])}
*{box-sizing:border-box}body{margin:0 auto;max-width:46rem;padding:1.5rem;font:1rem/1.6 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif;color:var(--ink);background:var(--surface);overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.25}h2{margin:2rem 0 .5rem;font-size:1.25rem}h3{margin:1.5rem 0 .4rem;font-size:1.08rem}a{color:var(--accent)}img{max-width:100%;height:auto}
blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--rule);color:var(--ink-2)}pre{overflow:auto}code{font-size:.92em}hr{border:0;border-block-start:1px solid var(--rule)}
.wide{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;font-size:.95rem}th,td{padding:.35rem .6rem;text-align:start;vertical-align:top;border:1px solid var(--rule)}
@media print{body{max-width:none;padding:0}.wide{overflow:visible}}`;

/** Nothing but its own style and pictures within it; links open elsewhere. Only our own pages frame it. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`,
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Of files: if a browser showed one in spite of its disposition, nothing in it would run. */
export const FILE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
};

/** Scripts that are written from right to left. */
const RTL = /^(?:ar|fa|ur|he|ps|ckb|sd|ug|dv|yi)(?:-|$)/;

/** @param html safe (reading/safe.ts) */
export const writePage = ({ title, language, html }: { title: string; language: string; html: string }): string => `<!doctype html>
<html lang="${escapeXml(language)}" dir="${RTL.test(language) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title><style>${STYLE}</style></head>
<body><main>${html}</main></body>
</html>
`;
