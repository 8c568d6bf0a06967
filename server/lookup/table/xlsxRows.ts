/** Cells added to rows of a worksheet, in the text of its XML: everything else stays as it is, styles and formulas too. Pure; the same in a browser. */

const escapeXml = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- these are what must not be in XML
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** 27 → `AB`. */
export function toLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/**
 * @param first column of the first cell that is added, from 0
 * @param added texts for a row by its number, 1-based
 */
export function addToSheet(xml: string, first: number, added: (row: number) => readonly string[] | undefined): string {
  let number = 0;
  const cellsOf = (row: number, cells: readonly string[], prefix: string) =>
    cells
      .map((text, i) =>
        text === ''
          ? ''
          : `<${prefix}c r="${toLetters(first + i)}${row}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`,
      )
      .join('');
  let open = 0;
  let isEmpty = false;
  const made = xml.replace(
    /<((?:\w+:)?)row\b([^>]*?)(\/?)>|<\/((?:\w+:)?)row>/g,
    (tag, prefix: string | undefined, attributes: string, closed: string, end: string | undefined) => {
      if (attributes !== undefined) {
        const stated = Number(/\sr\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? number + 1);
        number = stated > number ? stated : number + 1;
        open = number;
        isEmpty = closed === '/';
        // Rows say which columns they span; what they say would be wrong now.
        const kept = attributes.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
        const own = isEmpty ? added(number) : undefined;
        return isEmpty ? (own ? `<${prefix}row${kept}>${cellsOf(number, own, prefix ?? '')}</${prefix}row>` : tag) : `<${prefix}row${kept}>`;
      }
      const own = added(open);
      return own ? cellsOf(open, own, end ?? '') + tag : tag;
    },
  );
  return widenDimension(made, (column) => Math.max(column, first + longest(added, number) - 1));
}

function longest(added: (row: number) => readonly string[] | undefined, rows: number): number {
  for (let row = 1; row <= rows; row++) {
    const own = added(row);
    if (own) return own.length;
  }
  return 0;
}

const widenDimension = (xml: string, to: (column: number) => number): string =>
  xml.replace(/(<(?:\w+:)?dimension\s+ref\s*=\s*["'][A-Z]+\d+:)([A-Z]+)(\d+)/, (_, start: string, letters: string, row: string) => {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return `${start}${toLetters(to(column))}${row}`;
  });
