/** Zeros of the digits of other scripts: Arabic, Persian, N’Ko, Devanagari, Bengali … Burmese, Khmer, and the wide ones of East Asia. */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10];

/** Digits of any script as ASCII ones. */
export function asciiDigits(text: string): string {
  return /[^\0-\x7f]/.test(text)
    ? text.replace(/\p{Nd}/gu, (digit) => {
        const code = digit.codePointAt(0)!;
        const zero = ZEROS.find((start) => code >= start && code < start + 10);
        return zero === undefined ? digit : String(code - zero);
      })
    : text;
}
