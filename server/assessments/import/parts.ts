/** Values of one cell. Pure. */

/** Line ends, semicolons and bars part values; a comma stands within names of places and bodies as well. */
const SURE = /\s*[;\n|]\s*/;

const clean = (parts: readonly string[]): string[] => parts.map((part) => part.trim()).filter(Boolean);

/** Values of a cell where nothing but a sure mark parts them. */
export const partsOf = (text: string): string[] => clean(text.split(SURE));

/** With commas, where nothing surer parts them. */
export function commaParts(text: string): string[] {
  const sure = partsOf(text);
  return sure.length > 1 ? sure : clean(text.split(/\s*,\s*/));
}

/** Line by line, blanks too: columns of a list of records are aligned. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** VE2401, SL010203: letters of a country and digits. */
export const looksLikeCode = (text: string): boolean => /^[A-Z]{2,3}[-_ ]?[A-Z]?\d{1,12}$/i.test(text.trim());
