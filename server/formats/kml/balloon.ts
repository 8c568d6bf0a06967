/** Attributes that an export wrote into the text balloon of a placemark, as a table of two columns (ArcGIS and Google Earth do). */

import { DOMParser } from '@xmldom/xmldom';

/** More than any layer has; a longer table is prose. */
const MAX_ROWS = 200;
const MAX_LETTERS = 200_000;

/** Name and value of each row of the table, in order; empty where the description holds no such table. `description` as togeojson gives it. */
export function readBalloon(description: unknown): [name: string, value: string][] {
  const html = typeof description === 'string' ? description : (description as { value?: unknown } | null)?.value;
  if (typeof html !== 'string' || html.length > MAX_LETTERS || !/<t[dh][\s>]/i.test(html)) return [];
  const found = new Map<string, string>();
  // A table for the frame holds the table of the attributes, so rows are told by their cells: two of them, with nothing but text in them.
  for (const row of html.split(/<tr[\s>]/i).slice(1)) {
    const cells = [...row.split(/<\/tr>/i)[0]!.matchAll(/<t[dh](?:\s[^>]*)?>([\s\S]*?)(?=<\/?t[dhr][\s>]|$)/gi)].map(([, text]) => toText(text!));
    if (cells.length !== 2 || !cells[0] || /<table/i.test(row)) continue;
    if (!found.has(cells[0])) found.set(cells[0], cells[1]!);
    if (found.size > MAX_ROWS) return [];
  }
  return [...found];
}

const toText = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#\d{1,6}|#x[0-9a-f]{1,5}|\w{1,10});/gi, toLetter)
    .replace(/\s+/g, ' ')
    .trim();

/** An entity of HTML; those of no meaning stay. */
function toLetter(entity: string): string {
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(`<p>${entity}</p>`, 'text/html').documentElement?.textContent ?? entity;
  } catch {
    return entity;
  }
}
