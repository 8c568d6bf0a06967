/** What the next version of a document is called, and what a text calls itself. Pure. */

/** `v2` after `v1` and `v1.3`; `v1.4` where only something small changes. `v1` where there is none yet. */
export function nextTag(versions: readonly { version: string }[], bump: 'major' | 'minor'): string {
  const numbers = versions.map(({ version }) => version.slice(1).split('.').map(Number));
  const major = Math.max(0, ...numbers.map(([first = 0]) => first));
  const minor = Math.max(0, ...numbers.filter(([first]) => first === major).map(([, second = 0]) => second));
  return major === 0 || bump === 'major' ? `v${major + 1}` : `v${major}.${minor + 1}`;
}

/** The first heading of a Markdown text, without the signs of its form; '' where it has none. */
export function titleOf(text: string): string {
  const [, heading = ''] = /^#[ \t]+(.+?)[ \t]*#*$/m.exec(text) ?? [];
  return heading.replace(/[*_`]/g, '').trim().slice(0, 200);
}

/** A file's name as a title: `IMWG_ToR-2026.docx` → `IMWG ToR-2026`. */
export const titleOfFile = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 200);
