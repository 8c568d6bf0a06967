/** Texts of what normalizing altered, assumed or could not know. */
export default {
  'finding.normalize.columns-renamed.title': 'Headings recognised',
  'finding.normalize.columns-renamed':
    '{count, plural, one {# column of adm{level} had an older or local heading and was} other {# columns of adm{level} had an older or local heading and were}} read as the specification’s column; check the list.',
  'finding.normalize.columns-inferred.title': 'Columns inferred from values',
  'finding.normalize.columns-inferred':
    '{count, plural, one {# column of adm{level} had no known heading and was} other {# columns of adm{level} had no known heading and were}} inferred from the values; confirm that the list is right.',
  'finding.normalize.columns-left-out.title': 'Columns left out',
  'finding.normalize.columns-left-out':
    '{count, plural, one {# column of adm{level} was internal to other software or is recalculated, and was} other {# columns of adm{level} were internal to other software or are recalculated, and were}} left out: {list}. No action needed.',
  'finding.normalize.columns-used.title': 'Columns used',
  'finding.normalize.columns-used': 'The units are based on {count, plural, one {# column} other {# columns}}; check that each contains what it was read as.',
  'finding.normalize.as-said.title': 'Read as set for this upload',
  'finding.normalize.as-said':
    '{count, plural, one {# column or layer setting was} other {# column or layer settings were}} applied as a person made {count, plural, one {it} other {them}} for this upload. No action needed.',
  'finding.normalize.as-before.title': 'Read as set before',
  'finding.normalize.as-before':
    '{count, plural, one {# column or layer setting was} other {# column or layer settings were}} applied as a person made {count, plural, one {it} other {them}} on {date, day} for {file}, whose layers have the same columns. Check the list; correct on the draft page what does not hold for this upload.',
  'finding.normalize.names-tidied.title': 'Names tidied',
  'finding.normalize.names-tidied':
    '{count, plural, one {# name of adm{level} had stray spaces removed or was} other {# names of adm{level} had stray spaces removed or were}} put into one Unicode form; correct {count, plural, one {it} other {them}} in the source.',
  'finding.normalize.codes-tidied.title': 'P-codes trimmed',
  'finding.normalize.codes-tidied':
    '{count, plural, one {# P-code of adm{level} had spaces at its start or end, which were removed; correct it} other {# P-codes of adm{level} had spaces at the start or end, which were removed; correct them}} in the source.',
  'finding.normalize.codes-from-numbers.title': 'P-codes stored as numbers',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {# P-code of adm{level} was a number and was} other {# P-codes of adm{level} were numbers and were}} turned into text (for example {example}); leading zeros may be lost, so store codes as text in the source.',
  'finding.normalize.dates-emptied.title': 'Placeholder dates',
  'finding.normalize.dates-emptied':
    '{count, plural, one {# date in {column} of adm{level} only stood for “no date” (such as 1899-12-30) and was} other {# dates in {column} of adm{level} only stood for “no date” (such as 1899-12-30) and were}} read as empty. No action needed.',
  'finding.normalize.dates-unreadable.title': 'Unreadable dates',
  'finding.normalize.dates-unreadable':
    '{count, plural, one {# date in {column} of adm{level} cannot be read or can be} other {# dates in {column} of adm{level} cannot be read or can be}} read in two ways (for example {example}); write dates as 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'Version not in the specification’s form',
  'finding.normalize.version-unreadable':
    'The version “{value}” of adm{level} is not in the form v01 or v01.02, so it is not used; give the version when you publish.',
  'finding.normalize.versions-differ.title': 'Levels state different versions',
  'finding.normalize.versions-differ':
    'The levels state {count, number} different versions ({list}); the highest is proposed. Check that the files belong together.',
  'finding.normalize.rings-turned.title': 'Ring direction changed',
  'finding.normalize.rings-turned':
    '{count, plural, one {# ring of adm{level} was} other {# rings of adm{level} were}} reversed to the direction of RFC 7946 (outer rings counter-clockwise); shapes are unchanged. No action needed.',
  'finding.normalize.parents-from-names.title': 'Parents found by name',
  'finding.normalize.parents-from-names':
    '{count, plural, one {# unit of adm{level} states no adm{ancestor} P-code; its parent was found by the name it states} other {# units of adm{level} state no adm{ancestor} P-code; their parents were found by the names they state}}. Add the column adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'Parents found by location',
  'finding.normalize.parents-from-geometry':
    '{count, plural, one {# unit of adm{level} states no adm{ancestor} P-code; it was} other {# units of adm{level} state no adm{ancestor} P-code; each was}} assigned to the unit that holds most of its area. Add the column adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'Parent code not in its layer',
  'finding.normalize.parent-code-unknown':
    '{count, plural, one {# unit of adm{level} states a P-code that the adm{ancestor} layer does not have; it was} other {# units of adm{level} state a P-code that the adm{ancestor} layer does not have; each was}} assigned to the unit it lies in. Correct adm{ancestor}_pcode in one of the two layers.',
  'finding.normalize.parent-doubtful.title': 'Parent in doubt',
  'finding.normalize.parent-doubtful':
    '{count, plural, one {# unit of adm{level} lies} other {# units of adm{level} lie}} across an adm{ancestor} border, so the parent found by location is in doubt; look at each and state its parent.',
  'finding.normalize.parent-unknown.title': 'No parent found',
  'finding.normalize.parent-unknown':
    '{count, plural, one {# unit of adm{level} has no adm{ancestor} unit: none is stated and none contains it. State its parent.} other {# units of adm{level} have no adm{ancestor} unit: none is stated and none contains them. State their parents.}}',
  'finding.normalize.names-from-reference.title': 'Reference names used as names',
  'finding.normalize.names-from-reference': 'adm{level} has no name column, so the reference names in {column} are used as names; add adm{level}_name.',
  'finding.normalize.language-guessed.title': 'Language assumed',
  'finding.normalize.language-guessed':
    'No column says the language of {column} at adm{level}; from its script and the layer’s other names it was taken to be “{lang}”. State it in lang, lang1….',
  'finding.normalize.language-unknown.title': 'Language not stated',
  'finding.normalize.language-unknown': 'Nothing says the language of the names of adm{level}; they are kept as “und” (undetermined). State it in lang.',
  'finding.normalize.foreign-ids.title': 'IDs that are not P-codes',
  'finding.normalize.foreign-ids':
    'adm{level} has no P-codes: {column} holds IDs from {source}, which are not the country’s P-codes, so no data can be joined by them. Add the country’s own codes, or take the layer from the COD.',
  'finding.normalize.level-from-name.title': 'Level from the file name',
  'finding.normalize.level-from-name':
    'No column says the admin level of {layer}; from its name it was taken to be adm{level}. Use the specification’s columns, such as adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'Layer not used',
  'finding.normalize.layer-ignored':
    'The layer {layer} was not used: {reason, select, empty {it has no rows} no_geometry {its rows have no geometry, so it is a table} not_used {it was set as not used} other {neither its columns nor its name state an admin level}}.',
  'finding.normalize.layer-duplicate.title': 'Second layer for a level',
  'finding.normalize.layer-duplicate': 'There is more than one layer for adm{level}: {kept} was used and {layer} was not. Remove the one you do not want.',
  'finding.normalize.level-partial.title': 'Level covers part of the country',
  'finding.normalize.level-partial':
    'adm{level} covers {share, number}% of the country, so it is kept as a partial level; the levels above come from adm{base}. Say in the caveats which part it covers. {blank, plural, =0 {} one {# of its rows has no P-code.} other {# of its rows have no P-code.}}',
  'finding.normalize.rows-merged.title': 'Rows of one unit merged',
  'finding.normalize.rows-merged':
    '{count, plural, one {# unit of adm{level} was in several rows (same P-code, name and parent) and is published as one; merge them} other {# units of adm{level} were each in several rows (same P-code, name and parent) and are published as one each; merge them}} in the source.',
  'finding.normalize.codes-of-several.title': 'P-codes of several units',
  'finding.normalize.codes-of-several':
    '{count, plural, one {# P-code of adm{level} stands for several units with different names, which are published as units of their own} other {# P-codes of adm{level} each stand for several units with different names, which are published as units of their own}}. Check which units of the level below were put into which, and give each unit its own P-code.',
  'finding.normalize.parents-without-code.title': 'Units above without P-codes',
  'finding.normalize.parents-without-code':
    'Units of adm{level} have no P-code, so the units below were assigned to them by the name of their parent or by where they lie. Check which went where, and add the codes.',
  'finding.normalize.level-derived.title': 'Level made from the level below',
  'finding.normalize.level-derived':
    'adm{level} was not uploaded; its {count, plural, one {# unit was} other {# units were}} made by joining the units of adm{base}. Check its names, or upload the level.',
  'finding.normalize.country-code-assumed.title': 'Country P-code assumed',
  'finding.normalize.country-code-assumed': 'No file states adm0_pcode; “{code}”, the ISO code of {country}, was used. Add adm0_pcode and adm0_name.',
  'finding.normalize.units-not-drawn.title': 'Units without any units below',
  'finding.normalize.units-not-drawn':
    '{count, plural, one {# unit of adm{level} has} other {# units of adm{level} have}} no adm{base} unit and so no area in the published layers; add the missing units or correct the parent codes.',
  'finding.normalize.outlines-mended.title': 'Outlines corrected for publication',
  'finding.normalize.outlines-mended':
    '{count, plural, one {# outline of adm{level} crosses or touches itself and is published corrected; its area changes} other {# outlines of adm{level} cross or touch themselves and are published corrected; their areas change}} by at most {percent, number}%. Check each one and correct the source.',
  'finding.normalize.level-dissolved.title': 'Boundaries of an upper level follow the units below',
  'finding.normalize.level-dissolved':
    'adm{level} is published by joining the units of adm{base}, so that all boundaries coincide. {count, plural, one {# unit differs} other {# units differ}} from the uploaded layer, by up to {distance, m}.',
  'finding.normalize.level-as-uploaded.title': 'An upper level as it was uploaded',
  'finding.normalize.level-as-uploaded':
    'adm{level} is published as it was uploaded, as somebody set, and not joined from the units of adm{base}{count, plural, one {: # unit differs} other {: # units differ}}, by up to {distance, most}. The file of lines follows adm{base}.',
  'finding.normalize.drawing-does-not-nest.title': 'Uploaded drawing not kept',
  'finding.normalize.drawing-does-not-nest':
    'adm{level} was to be published as it was uploaded, as set for an earlier upload, but it does not nest: {count, plural, one {# unit reaches} other {# units reach}} beyond the one above. It is joined from the units of adm{base}. Correct the drawing, or set how this level is published.',
  'finding.normalize.language-local.title': 'Language of the country',
  'finding.normalize.language-local':
    'The heading {column} of adm{level} names the language "{suffix}", which is not a language of this country; the column was read as "{lang}". Use that code in the heading.',
};
