/** A vite plugin: puts the colours of the palette before ui/tokens.css and into the head of the pages, where style sheets and browsers look for them. */
import type { Plugin } from 'vite';
import { PALETTE, themedRoot } from '../server/contract/maps/palette.ts';

export function paletteCss(): Plugin {
  return {
    name: 'codmap:palette',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/ui/tokens.css') ? `${themedRoot()}\n${code}` : undefined),
    transformIndexHtml: (html) => html.replace(/\{palette\.(light|dark)\.surface\}/g, (_, theme: 'light' | 'dark') => PALETTE[theme].surface),
  };
}
