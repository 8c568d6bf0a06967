/** Texts of family N. `{count}` occurrences in column `{column}` at admin level `{level}`. */
export default {
  'finding.name.missing.title': 'Name missing',
  'finding.name.missing': '{count, plural, one {# unit} other {# units}} of adm{level} {count, plural, one {has} other {have}} no name; fill in {column}.',
  'finding.name.missing-other.title': 'Name missing in one language',
  'finding.name.missing-other': 'Units of adm{level} without a name in “{lang}”, although nearly all others have one: {count, number}; fill in {column}.',
  'finding.name.long.title': 'Name longer than 100 characters',
  'finding.name.long': 'Names longer than 100 characters in {column}: {count, number}; shorten them.',
  'finding.name.whitespace.title': 'Stray spaces in names',
  'finding.name.whitespace':
    'Names in {column} that begin or end with a space or contain double spaces: {count, number}. The published names are trimmed; correct your source too.',
  'finding.name.invisible.title': 'Invisible characters in names',
  'finding.name.invisible':
    'Names in {column} with invisible characters (no-break spaces, direction marks, control characters), which keep identical names from matching: {count, number}; remove them in your source.',
  'finding.name.unnormalized.title': 'Unicode form',
  'finding.name.unnormalized':
    'Names in {column} that write accents as separate characters: {count, number}. The published names are in the usual form (NFC). No action needed.',
  'finding.name.encoding.title': 'Wrong letters',
  'finding.name.encoding':
    'Names in {column} with wrong letters, because they were read or saved in the wrong encoding: {count, number}; upload the file with its right encoding or correct the names.',
  'finding.name.lost-letters.title': 'Letters lost',
  'finding.name.lost-letters':
    'Names in {column} with “?” or another mark where letters were lost, because the file was saved in an encoding that does not have them: {count, number}; export it again as UTF-8, or restore the names from another source.',
  'finding.name.case.title': 'All capitals or all lower case',
  'finding.name.case': 'Names in {column} written all in capitals or all in lower case: {count, number}; write them as on a map.',
  'finding.name.particle.title': 'Capitalised particle inside a name',
  'finding.name.particle':
    'Names in {column} with a capitalised particle (“De”, “Of”, “Al-”) inside the name: {count, number}; the specification asks for lower case. Write it in lower case in your source.',
  'finding.name.no-letter.title': 'Name without a letter',
  'finding.name.no-letter': 'Names in {column} without a single letter: {count, number}; enter the names.',
  'finding.name.placeholder.title': 'Placeholder instead of a name',
  'finding.name.placeholder': 'Cells of {column} that hold a placeholder (n/a, unknown, the code itself) instead of a name: {count, number}; enter the name.',
  'finding.name.special-area.title': 'Special area',
  'finding.name.special-area':
    'Rows of {column} named as disputed, unassigned or in conflict: {count, number}; accept them as special areas with a reason, or give them a name.',
  'finding.name.code-inside.title': 'Code inside a name',
  'finding.name.code-inside': 'Names in {column} that contain a code: {count, number}; keep codes in a column of their own.',
  'finding.name.letters.title': 'Letters of another language',
  'finding.name.letters':
    'Names in {column} with characters that “{lang}” does not have ({characters}): {count, number}; correct the names or the stated language.',
  'finding.name.mixed-word.title': 'Two scripts in one word',
  'finding.name.mixed-word':
    'Names in {column} that mix letters of two scripts in one word (a Latin “a” in a Cyrillic word): {count, number}. They never match; type them again.',
  'finding.name.mixed-column.title': 'Script differs from the rest of the column',
  'finding.name.mixed-column':
    'Names in {column} with letters of another script than the rest ({script}): {count, number}; move them to the column of their language.',
  'finding.name.duplicate.title': 'Same name twice in one parent',
  'finding.name.duplicate':
    'Names that occur more than once in the same parent at adm{level}: {count, number}. Tables without codes cannot be joined by them; add what tells the units apart.',
  'finding.name.near-duplicate.title': 'Nearly the same name',
  'finding.name.near-duplicate':
    'Pairs of units in one parent at adm{level} whose names differ only in case, accents or punctuation: {count, number}; check that they are two places.',
  'finding.name.country.title': 'Country name differs from UN M49',
  'finding.name.country': 'The country does not have the name in “{lang}” that the United Nations use: “{expected}”; use that name in {column}.',
  'finding.name.iso3166-2.title': 'Not spelt as in ISO 3166-2',
  'finding.name.iso3166-2': 'Names of adm{level} not spelt as in ISO 3166-2, which may be older: {count, number}; compare them with the nearest names listed.',
  'finding.name.abbreviation.title': 'Abbreviated in some names only',
  'finding.name.abbreviation': '{column} writes {count, plural, one {one word} other {# words}} both in full and abbreviated; choose one form.',
  'finding.name.language.title': 'Names without a language',
  'finding.name.language':
    '{column} of adm{level} has names, but nothing says in which language; state it (lang, lang1 …), so that readers get names they can read.',
};
