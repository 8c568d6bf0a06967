/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
export default {
  'finding.population.sheets-ignored.title': 'Sheets not used',
  'finding.population.sheets-ignored':
    '{count, plural, one {# sheet has no population, or is hidden, and was} other {# sheets have no population, or are hidden, and were}} left out; check that none of them is needed.',
  'finding.population.columns-used.title': 'Columns used',
  'finding.population.columns-used':
    'The numbers are based on {count, plural, one {# column} other {# columns}}; check that each contains what it was read as.',
  'finding.population.columns-ignored.title': 'Columns not used',
  'finding.population.columns-ignored':
    '{count, plural, one {# column was} other {# columns were}} not recognised as code, name, sex or age and left out; rename the ones that are needed.',
  'finding.population.rows-left-out.title': 'Rows left out',
  'finding.population.rows-left-out':
    '{count, plural, one {# row is a total, a note or a repeated header and was} other {# rows are totals, notes or repeated headers and were}} left out; check the list.',
  'finding.population.other-countries.title': 'Other countries',
  'finding.population.other-countries':
    '{count, plural, one {# row belongs} other {# rows belong}} to countries other than {country} and {count, plural, one {was} other {were}} left out; upload the file again for each country that is needed.',
  'finding.population.other-years.title': 'Several years',
  'finding.population.other-years':
    'The table has columns for several years: {year} was used, {years} left out. To choose another year, upload a table with that year only.',
  'finding.population.ages-from-dates.title': 'Age groups turned into dates',
  'finding.population.ages-from-dates':
    'A spreadsheet turned {count, plural, one {# age group} other {# age groups}} into dates; {count, plural, one {it was read as the age group it had been} other {they were read as the age groups they had been}}. Check the list.',
  'finding.population.ages-doubt.title': 'Which age group?',
  'finding.population.ages-doubt':
    'A spreadsheet turned {count, plural, one {# age group} other {# age groups}} into dates, and each could be one of two groups; {count, plural, one {it was} other {they were}} left out. Say which group the column is, or correct the heading and upload again.',
  'finding.population.source-totals.title': 'Totals named after their source',
  'finding.population.source-totals':
    '{count, plural, one {# column is named after its source and was} other {# columns are named after their source and were}} read as {count, plural, one {a total} other {totals}} of people. If that is wrong, say what the {count, plural, one {column is} other {columns are}}.',
  'finding.population.numbers-doubt.title': 'Thousands or decimals?',
  'finding.population.numbers-doubt':
    '{sheet} has numbers such as {sample}: is that {thousands, number} people, or {decimals, number}? {count, plural, one {# cell was} other {# cells were}} read as thousands. Say how the columns write numbers, or write them without separators and upload again.',
  'finding.population.columns-disagree.title': 'Two columns disagree',
  'finding.population.columns-disagree':
    'The columns {first} and {second} of {sheet} are for the same group and differ in {count, plural, one {# row} other {# rows}}: which is right? The first was read; remove or rename the wrong one.',
  'finding.population.column-repeated.title': 'Repeated column',
  'finding.population.column-repeated': 'Two columns give the same group with the same values; the first was read. No action needed.',
  'finding.population.earlier-years.title': 'Earlier years',
  'finding.population.earlier-years':
    '{count, plural, one {# row gives} other {# rows give}} an earlier year for a unit that has a later one and {count, plural, one {was} other {were}} left out; to choose another year, upload that year only.',
  'finding.population.level-gap.title': 'Level missing',
  'finding.population.level-gap': '{levels} is missing between the admin levels of this upload, so the sums cannot be checked upwards; add its sheet or file.',
  'finding.population.level-missing.title': 'Levels not in the upload',
  'finding.population.level-missing': 'This upload lacks {levels}, which the boundaries have; add {count, plural, one {it} other {them}} if figures exist.',
  'finding.population.level-not-in-boundaries.title': 'Level without boundaries',
  'finding.population.level-not-in-boundaries':
    'The boundaries have no {levels}, so its figures cannot be checked against them or shown on a map; publish boundaries of that level.',
  'finding.population.level-repeated.title': 'Repeated level',
  'finding.population.level-repeated':
    '{count, plural, one {# more table holds} other {# more tables hold}} adm{level}; {used} was used. Upload one table per level.',
  'finding.population.text-columns.title': 'Columns of text instead of numbers',
  'finding.population.text-columns':
    '{count, plural, one {# table holds} other {# tables hold}} mostly text in the columns meant for numbers of people and {count, plural, one {was} other {were}} left out; correct the columns.',
  'finding.population.no-code-column.title': 'No P-code column',
  'finding.population.no-code-column':
    '{count, plural, one {# table has} other {# tables have}} population but no P-code column (ADM2_PCODE, admin2Pcode), so nothing can be joined; add that column.',
  'finding.population.unknown-level.title': 'Level unknown',
  'finding.population.unknown-level':
    '{count, plural, one {# table does} other {# tables do}} not say which admin level it holds; name the code column ADM1_PCODE, ADM2_PCODE … or the sheet adm1, adm2 ….',
  'finding.population.no-name.title': 'No names',
  'finding.population.no-name': '{sheet} has no column of names for adm{level}, so codes cannot be compared with names; add ADM{level}_EN or similar.',
  'finding.population.no-pcode.title': 'Rows without a P-code',
  'finding.population.no-pcode':
    '{count, plural, one {# row of adm{level} has} other {# rows of adm{level} have}} no P-code and cannot be placed; fill in the code.',
  'finding.population.duplicate.title': 'Repeated P-code',
  'finding.population.duplicate':
    '{count, plural, one {# P-code is} other {# P-codes are}} on more than one row of adm{level}; give each unit its own code, or merge the rows. Until then, rows with the same code are added up.',
  'finding.population.repeated-value.title': 'Repeated value',
  'finding.population.repeated-value':
    '{count, plural, one {# value is} other {# values are}} given twice for the same unit, sex and age at adm{level}; the first was kept. Remove the other.',
  'finding.population.code-scientific.title': 'Code in scientific notation',
  'finding.population.code-scientific':
    'A spreadsheet turned {count, plural, one {# code} other {# codes}} of adm{level} into numbers such as 1.01E+05 and lost digits; format the column as text and enter the codes again.',
  'finding.population.unknown-code.title': 'P-code not in the boundaries',
  'finding.population.unknown-code':
    '{count, plural, one {# unit of adm{level} has a P-code} other {# units of adm{level} have P-codes}} that {boundaries} does not have; correct the code, or publish the boundaries that have it. Similar codes and units with the same name are listed for you to choose from.',
  'finding.population.missing-unit.title': 'Unit without population',
  'finding.population.missing-unit':
    '{count, plural, one {# unit} other {# units}} of adm{level} in {boundaries} {count, plural, one {has} other {have}} no row in this upload; add {count, plural, one {it} other {them}}, or correct the codes that should mean {count, plural, one {it} other {them}}.',
  'finding.population.code-repaired.title': 'P-code corrected',
  'finding.population.code-repaired':
    '{count, plural, one {# P-code of adm{level} is} other {# P-codes of adm{level} are}} written differently in {boundaries} and {count, plural, one {was} other {were}} joined after a correction (country prefix, zeros, spelling); check the list.',
  'finding.population.no-year.title': 'No reference year',
  'finding.population.no-year': 'Nothing in {sheet} says which year adm{level} is for; add a column “year” or put the year in the name of the file.',
  'finding.population.years-mixed.title': 'Several years',
  'finding.population.years-mixed':
    'adm{level} has figures for several years ({years}; {count, plural, one {# row} other {# rows}} not for the latest) and is published as {year}; upload one year.',
  'finding.population.year-future.title': 'Year in the future',
  'finding.population.year-future':
    'The figures of adm{level} are for {year}, which is in the future; say in the metadata that they are a projection, or correct the year.',
  'finding.population.year-old.title': 'Old figures',
  'finding.population.year-old': 'The figures of adm{level} are {age, number} years old ({year}); look for newer ones.',
  'finding.population.no-source.title': 'No source',
  'finding.population.no-source': 'Neither the file nor the metadata name the source of the figures; fill it in before publishing.',
  'finding.population.no-boundaries.title': 'Not joined to boundaries',
  'finding.population.no-boundaries':
    'No boundaries (COD-AB) of {country} have been published here, so codes were not compared and no boundary version is recorded; publish them and upload this file again.',
};
