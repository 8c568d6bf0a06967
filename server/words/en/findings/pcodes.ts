/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
export default {
  'finding.pcode.missing.title': 'P-code missing',
  'finding.pcode.missing':
    '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no P-code; give each its code, since no data can be joined to it without one.',
  'finding.pcode.filler.title': 'Rows without a code in a partial level',
  'finding.pcode.filler':
    '{count, plural, one {# row} other {# rows}} of adm{level}, which covers only part of the country, {count, plural, one {has no P-code and seems only to fill in the map; it is} other {have no P-code and seem only to fill in the map; they are}} left out of the published level. Check that none is a real unit.',
  'finding.pcode.number.title': 'P-code stored as a number',
  'finding.pcode.number':
    'P-codes of adm{level} stored as numbers and not as text (lengths {widths}): {count, number}. Leading zeros may be lost; store the column as text and restore the zeros.',
  'finding.pcode.scientific.title': 'P-code in scientific notation',
  'finding.pcode.scientific':
    'P-codes of adm{level} turned into scientific notation by a spreadsheet, which lost digits: {count, number}; copy them again from the source.',
  'finding.pcode.lost-zero.title': 'Zeros lost from a P-code',
  'finding.pcode.lost-zero':
    '{count, plural, one {# P-code} other {# P-codes}} of adm{level} {count, plural, one {is} other {are}} too short and would match the parent with the zeros put back; restore them in your source.',
  'finding.pcode.delimiter.title': 'Separator or space in a P-code',
  'finding.pcode.delimiter': 'P-codes of adm{level} with a space or one of . - _ /: {affected, number}; write them without it.',
  'finding.pcode.character.title': 'Invalid character in a P-code',
  'finding.pcode.character': 'P-codes of adm{level} with characters other than A–Z and 0–9: {affected, number}; correct them.',
  'finding.pcode.letters.title': 'Letters after the prefix',
  'finding.pcode.letters':
    'P-codes of adm{level} with letters after the country prefix: {affected, number}. Digits alone are recommended; keep the letters only if these are the official codes.',
  'finding.pcode.special.title': 'Code of a special area',
  'finding.pcode.special':
    'Rows of adm{level} with a code such as “Conflict”, “Unspecified” or 0 instead of a P-code: {affected, number}; accept them as special areas or give them codes.',
  'finding.pcode.prefix-country.title': 'Prefix of another country',
  'finding.pcode.prefix-country':
    'P-codes of adm{level} that do not start with {prefix}, the code of this country: {affected, number}; correct them or leave the rows out.',
  'finding.pcode.prefix-missing.title': 'No country prefix',
  'finding.pcode.prefix-missing':
    'P-codes of adm{level} without a country prefix: {affected, number}; write {prefix} before them, so that they can be joined with population and 3W data.',
  'finding.pcode.prefix-iso3.title': 'Three-letter prefix',
  'finding.pcode.prefix-iso3':
    'P-codes of adm{level} that start with the three-letter country code: {affected, number}. The specification asks for {prefix}; they are kept as they are. Change them only in a major version, because the data joined to them must change too.',
  'finding.pcode.prefix-case.title': 'Prefix in lower case',
  'finding.pcode.prefix-case': 'P-codes of adm{level} with the prefix in lower case: {affected, number}; write {prefix}.',
  'finding.pcode.long.title': 'P-code too long',
  'finding.pcode.long': 'P-codes of adm{level} longer than 20 characters: {count, number}; shorten them.',
  'finding.pcode.length.title': 'P-codes of different lengths',
  'finding.pcode.length':
    'P-codes of adm{level} that are not {usual, number} characters long like the others: {count, number} (lengths: {lengths}); look for lost zeros or typing errors.',
  'finding.pcode.duplicate.title': 'P-code used twice',
  'finding.pcode.duplicate': 'P-codes that occur more than once at adm{level} for different units: {count, number}; give each unit its own code.',
  'finding.pcode.nesting.title': 'P-code does not start with that of its parent',
  'finding.pcode.nesting':
    'P-codes of adm{level} that do not start with the code of their parent, although {follows} of {total, number} do: {count, number}; correct the code or the parent.',
  'finding.pcode.not-nested.title': 'Codes are not nested',
  'finding.pcode.not-nested':
    'The codes of adm{level} are not built on those of the level above ({follows} of {total, number} are); parents are taken from their own column. No action needed if this is the official system.',
  'finding.pcode.two-names.title': 'One code, two names',
  'finding.pcode.two-names': 'Codes of adm{ancestor} that appear with more than one name in adm{level}: {count, number}; use one name for each code.',
  'finding.pcode.reused.title': 'Code reused for another place',
  'finding.pcode.reused':
    'P-codes of adm{level} that belonged to another place in the published version: {count, number}. Give new units new codes, or tables joined by the old ones will show the wrong places.',
  'finding.pcode.recoded.title': 'Same place, new code',
  'finding.pcode.recoded':
    'Units of adm{level} that keep their outline but have a different P-code than in the published version: {count, number}; announce it with the release, because the data joined to them must be recoded.',
  'finding.pcode.room.title': 'No codes left for new units',
  'finding.pcode.room':
    '{count, plural, one {# parent has} other {# parents have}} used nearly all the codes that the digits of adm{level} allow; plan for another digit.',
};
