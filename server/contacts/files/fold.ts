/** Lines of a vCard as they are stored (RFC 6350 §3.2). */
const OCTETS = 75;

const widthOf = (character: string): number => {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/**
 * A line of at most 75 octets of UTF-8 each, the blank at the head of the next one counted, and never broken inside a character.
 * ical.js counts that blank beyond the 75.
 */
export function foldLine(line: string): string {
  let [folded, room] = ['', OCTETS];
  for (const character of line) {
    const width = widthOf(character);
    if (width > room) {
      folded += '\r\n ';
      room = OCTETS - 1;
    }
    folded += character;
    room -= width;
  }
  return folded;
}
