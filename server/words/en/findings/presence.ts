/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
export default {
  'finding.presence.other-sheets.title': 'Other sheets',
  'finding.presence.other-sheets':
    'Sheet “{sheet}” was read; {count, plural, one {# other sheet also has} other {# other sheets also have}} organisations and places. Choose the sheet if you meant another one.',
  'finding.presence.sheet-hidden.title': 'Hidden sheet read',
  'finding.presence.sheet-hidden': 'Only the hidden sheet “{sheet}” has organisations and places, and it was read; check that it is the right one.',
  'finding.presence.columns-ignored.title': 'Columns not used',
  'finding.presence.columns-ignored':
    '{count, plural, one {# column was} other {# columns were}} not needed or not recognised; say what {count, plural, one {it holds} other {they hold}} if it matters.',
  'finding.presence.rows-left-out.title': 'Rows left out',
  'finding.presence.rows-left-out':
    '{count, plural, one {# row is a total, a note or a repeated header and was} other {# rows are totals, notes or repeated headers and were}} left out; check the list.',
  'finding.presence.no-organisation.title': 'Rows without an organisation',
  'finding.presence.no-organisation':
    '{count, plural, one {# row names} other {# rows name}} no organisation and {count, plural, one {was} other {were}} left out; ask the reporting partner who it was.',
  'finding.presence.organisations-missing.title': 'Organisations missing',
  'finding.presence.organisations-missing':
    '{count, number} of {total, number} rows name no organisation and were left out. Either the organisations are in another column, or a name stands once above the rows that it is for: choose the column, or fill the names down and upload the file again.',
  'finding.presence.profile-used.title': 'Known layout',
  'finding.presence.profile-used': 'The columns are those of {file} and were read the same way. No action needed.',
  'finding.presence.profile-changed.title': 'Layout changed',
  'finding.presence.profile-changed':
    '{count, plural, one {# column is} other {# columns are}} new or gone since the last file; check how the new ones were read.',
  'finding.presence.no-boundaries.title': 'No boundaries',
  'finding.presence.no-boundaries':
    'No boundaries (COD-AB) of {country} have been published here, so no row could be placed; upload and publish the boundaries first, then upload this file again.',
  'finding.presence.level-not-in-boundaries.title': 'Level not in the boundaries',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {# row states} other {# rows state}} a place at adm{level}, which the boundaries here do not have; {count, plural, one {it is} other {they are}} placed at the levels they do have. Publish boundaries of that level to place them there.',
  'finding.presence.code-name-conflict.title': 'Code and name disagree',
  'finding.presence.code-name-conflict':
    'In {count, plural, one {# row} other {# rows}} the P-code is for one place and the name for another; choose which is right. Until then {count, plural, one {it stays} other {they stay}} at the level above.',
  'finding.presence.parent-conflict.title': 'Place outside its parent',
  'finding.presence.parent-conflict':
    'In {count, plural, one {# row} other {# rows}} the place lies in a different parent than the row says; choose which is right.',
  'finding.presence.code-unknown.title': 'Unknown P-code',
  'finding.presence.code-unknown':
    '{count, plural, one {# row has a P-code} other {# rows have P-codes}} that the boundaries here do not have: retired, newer, contested or from another set of boundaries. Choose the unit or mark it as “Cannot be placed”.',
  'finding.presence.code-retired.title': 'Code of a unit that no longer exists',
  'finding.presence.code-retired':
    '{count, plural, one {# row has the P-code of a unit that was} other {# rows have P-codes of units that were}} split or merged since the previous version of the boundaries; choose the unit that is there now.',
  'finding.presence.code-other-level.title': 'Code of another level',
  'finding.presence.code-other-level':
    '{count, plural, one {# row has a P-code of another level} other {# rows have P-codes of other levels}} in its column; check what was meant.',
  'finding.presence.name-ambiguous.title': 'Several units with that name',
  'finding.presence.name-ambiguous': 'In {count, plural, one {# row} other {# rows}} several units have this name; choose the right one.',
  'finding.presence.name-doubtful.title': 'Name similar, not certain',
  'finding.presence.name-doubtful':
    'In {count, plural, one {# row} other {# rows}} the name resembles that of a unit, but not with certainty; accept a suggestion or choose another unit.',
  'finding.presence.name-unknown.title': 'Unknown name',
  'finding.presence.name-unknown': 'In {count, plural, one {# row} other {# rows}} the name matches no unit; choose the unit or mark it as “Cannot be placed”.',
  'finding.presence.codes-swapped.title': 'Codes swapped',
  'finding.presence.codes-swapped':
    '{count, plural, one {# row has} other {# rows have}} the code of one unit and the name of another, and vice versa: the two codes were swapped. Correct the file, or choose the units in the review list.',
  'finding.presence.code-wanders.title': 'Codes next to names of other places',
  'finding.presence.code-wanders':
    '{count, plural, one {In # row} other {In # rows}} the P-code is for a different place than the name and the area above it, and the same code appears next to several such names. {count, plural, one {The row was} other {These rows were}} placed by the name, which is exactly one place in that area; correct the codes in the source.',
  'finding.presence.one-deeper.title': 'Names one level below their column',
  'finding.presence.one-deeper':
    '{count, plural, one {# row names} other {# rows name}} a unit one level below its column, in an area that has a single unit at the level of the column. {count, plural, one {It was} other {They were}} placed in the unit that is named; check the list.',
  'finding.presence.code-repaired.title': 'P-codes corrected',
  'finding.presence.code-repaired':
    '{count, plural, one {# P-code was written in another form and was} other {# P-codes were written in another form and were}} read as the only matching code of the boundaries; check the list.',
  'finding.presence.name-alike.title': 'Names spelt differently',
  'finding.presence.name-alike': '{count, plural, one {# row was} other {# rows were}} placed by a name that the boundaries spell differently; check the list.',
  'finding.presence.whole-country.title': 'Whole country',
  'finding.presence.whole-country':
    '{count, plural, one {# row is} other {# rows are}} about the whole country; {count, plural, one {it counts} other {they count}} for the country and not for any part of it.',
  'finding.presence.name-differs.title': 'Name does not match the code',
  'finding.presence.name-differs':
    'In {count, plural, one {# row} other {# rows}} the name next to a valid P-code is not a known spelling of its unit or of any other; the code was used.',
  'finding.presence.without-place.title': 'No place stated',
  'finding.presence.without-place': '{count, plural, one {# row names no place and counts} other {# rows name no place and count}} for the country only.',
};
