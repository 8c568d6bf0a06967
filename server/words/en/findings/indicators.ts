/** Texts of findings on indicators: what was read, which areas are no unit, what contradicts itself. Nothing of it is mended. */
export default {
  'finding.indicators.columns-used.title': 'How columns were read',
  'finding.indicators.columns-used': '{count, plural, one {# column was} other {# columns were}} used; check what each is taken for.',
  'finding.indicators.column-asked.title': 'Columns in doubt',
  'finding.indicators.column-asked': '{count, plural, one {# column is} other {# columns are}} not certain; answer the questions before publishing.',
  'finding.indicators.columns-unread.title': 'Numbers that no heading explains',
  'finding.indicators.columns-unread':
    '{count, plural, one {# column of numbers was} other {# columns of numbers were}} left out, as no heading says what they measure; say so if they matter.',
  'finding.indicators.sheets-left.title': 'Sheets not read',
  'finding.indicators.sheets-left': '{count, plural, one {# sheet was} other {# sheets were}} not read; check the list.',
  'finding.indicators.rows-left-out.title': 'Rows left out',
  'finding.indicators.rows-left-out':
    '{count, plural, one {# row is a total, a note or a repeated heading and was} other {# rows are totals, notes or repeated headings and were}} left out; check the list.',
  'finding.indicators.other-country.title': 'Rows of other countries',
  'finding.indicators.other-country':
    '{count, plural, one {# row is} other {# rows are}} of other countries and not part of this dataset; upload the file for those countries too if you need them.',
  'finding.indicators.tag-differs.title': 'Tag and heading differ',
  'finding.indicators.tag-differs':
    'In {count, plural, one {# column} other {# columns}} the HXL tag says something else than the heading; the heading was used.',
  'finding.indicators.year-of-name.title': 'Year taken from a name',
  'finding.indicators.year-of-name': 'No column states a period; {year} was taken from “{name}”. Say the period if it is another.',
  'finding.indicators.no-period.title': 'No period',
  'finding.indicators.no-period': 'Neither the file nor its name states a period; say of when the values are.',
  'finding.indicators.layout-changed.title': 'Another layout',
  'finding.indicators.layout-changed':
    'The version before was laid out as {before}, this file as {now}. If it is another source, give it a dataset of its own.',
  'finding.indicators.not-listed.title': 'Indicators not on the agreed list',
  'finding.indicators.not-listed':
    '{count, plural, one {# indicator is} other {# indicators are}} not on the agreed list of the country; propose {count, plural, one {it} other {them}}, or link the columns to codes of the list.',
  'finding.indicators.retired.title': 'Retired indicators',
  'finding.indicators.retired':
    '{count, plural, one {# indicator was} other {# indicators were}} retired from the agreed list; check whether another one took its place.',
  'finding.indicators.no-boundaries.title': 'No boundaries',
  'finding.indicators.no-boundaries':
    'No boundaries (COD-AB) of {country} have been published here, so no area could be placed; publish them first, then upload this file again.',
  'finding.indicators.not-placed.title': 'Areas not on the map',
  'finding.indicators.not-placed':
    '{count, plural, one {# row is} other {# rows are}} of areas that are no unit of the boundaries, or not certainly one. They are kept under their own names and added up apart; a person may map them to units.',
  'finding.indicators.code-repaired.title': 'Codes put right',
  'finding.indicators.code-repaired':
    'In {count, plural, one {# row} other {# rows}} the code was written in another style and was put right; correct the source.',
  'finding.indicators.name-differs.title': 'Names that are no spelling of their unit',
  'finding.indicators.name-differs': '{count, plural, one {# area has} other {# areas have}} a right code and another name; check that the code is meant.',
  'finding.indicators.mapped.title': 'Areas mapped by a person',
  'finding.indicators.mapped': '{count, plural, one {# area was} other {# areas were}} mapped to units with shares; values on the map are estimates.',
  'finding.indicators.no-data.title': 'No data',
  'finding.indicators.no-data': '{count, plural, one {# cell holds} other {# cells hold}} nothing, a dash or an error: no data, which is not zero.',
  'finding.indicators.not-number.title': 'Texts where numbers should be',
  'finding.indicators.not-number':
    '{count, plural, one {# cell holds} other {# cells hold}} a text that is no number and was read as no data; correct the source.',
  'finding.indicators.percent.title': 'Shares in hundredths',
  'finding.indicators.percent': '{count, plural, one {# column holds} other {# columns hold}} shares in hundredths, which were divided by 100.',
  'finding.indicators.fractional.title': 'Classes that are means',
  'finding.indicators.fractional':
    '{count, plural, one {# value is} other {# values are}} no whole class: means that the source made itself. They stay as they are.',
  'finding.indicators.class-outside.title': 'Values outside the classes',
  'finding.indicators.class-outside': '{count, plural, one {# value is} other {# values are}} outside the classes of the indicator; check the source.',
  'finding.indicators.negative.title': 'Negative values',
  'finding.indicators.negative': '{count, plural, one {# value is} other {# values are}} below zero; correct the source.',
  'finding.indicators.final-missing.title': 'No figure of all sectors',
  'finding.indicators.final-missing':
    '{count, plural, one {# area has} other {# areas have}} figures of sectors and none of all together. It stays missing: sectors overlap and are never added up.',
  'finding.indicators.above-population.title': 'More people than live there',
  'finding.indicators.above-population':
    'In {count, plural, one {# area} other {# areas}} more people are in need than the population stated; check which of the two is right.',
  'finding.indicators.cluster-above-final.title': 'A sector above the figure of all',
  'finding.indicators.cluster-above-final': 'In {count, plural, one {# area} other {# areas}} a sector has more people in need than all sectors together.',
  'finding.indicators.target-above-need.title': 'More targeted than in need',
  'finding.indicators.target-above-need':
    '{count, plural, one {# value targets} other {# values target}} more people than are in need or affected; check the source.',
  'finding.indicators.reached-above-target.title': 'More reached than targeted',
  'finding.indicators.reached-above-target':
    '{count, plural, one {# value says} other {# values say}} that more people were reached than targeted; check the source.',
  'finding.indicators.phases-sum.title': 'Phases do not add up',
  'finding.indicators.phases-sum':
    'In {count, plural, one {# analysis} other {# analyses}} of an area phases 1 to 5 do not add up to the population analysed, by more than 1%; check the source.',
  'finding.indicators.phase3-sum.title': 'Phase 3+ is not the sum',
  'finding.indicators.phase3-sum':
    'In {count, plural, one {# analysis} other {# analyses}} of an area phase 3+ is not the sum of phases 3, 4 and 5; check the source.',
  'finding.indicators.national-sum.title': 'Units do not add up to the national figure',
  'finding.indicators.national-sum':
    '{count, plural, one {# indicator has} other {# indicators have}} a national figure that is not the sum of its units; both are kept.',
  'finding.indicators.repeated-key.title': 'Rows that repeat a key',
  'finding.indicators.repeated-key':
    '{count, plural, one {# row repeats} other {# rows repeat}} area, period and indicator of another row. They are not added; where they differ, no value is shown. Correct the source.',
  'finding.indicators.period-overlap.title': 'Periods that overlap',
  'finding.indicators.period-overlap': '{count, plural, one {# pair} other {# pairs}} of periods of one indicator overlap; compare them with care.',
  'finding.indicators.no-denominator.title': 'Shares without a denominator',
  'finding.indicators.no-denominator':
    '{count, plural, one {# share has} other {# shares have}} no denominator in the file and cannot be given for upper levels.',
  'finding.indicators.code-styles.title': 'One unit in two styles of code',
  'finding.indicators.code-styles':
    '{count, plural, one {# unit is} other {# units are}} in the file under two styles of code; check that nothing is counted twice.',
  'finding.indicators.changed.title': 'Changes beyond threefold',
  'finding.indicators.changed':
    '{count, plural, one {# value is} other {# values are}} more than three times, or less than a third of, that of {version}; check both.',
  'finding.read.indicatorsBeside.title': 'Indicators not used',
  'finding.read.indicatorsBeside':
    '{files} {count, plural, one {looks like a file} other {look like files}} of indicators. Only the boundaries of this upload were used; upload {count, plural, one {it} other {them}} separately.',
};
