/** Texts of what the table reader changed or assumed. */
export default {
  'finding.table.encoding-assumed.title': 'Encoding assumed',
  'finding.table.encoding-assumed': '{table} is not in UTF-8 and was read as {encoding}; if names look wrong, upload it again and state its encoding.',
  'finding.table.files-ignored.title': 'Files not read',
  'finding.table.files-ignored':
    '{count, plural, one {# file in {table} is not a table and was} other {# files in {table} are not tables and were}} not read (only .csv, .tsv, .xlsx and .ods are). If one of them holds data, save it as CSV or XLSX and upload again.',
  'finding.table.header-fused.title': 'Two header rows',
  'finding.table.header-fused': 'Rows {rows} of {table} were read together as one header; check the column names.',
  'finding.table.formula-uncalculated.title': 'Formulas without a result',
  'finding.table.formula-uncalculated':
    '{count, plural, one {# cell of {table} holds a formula without its result and was} other {# cells of {table} hold formulas without their results and were}} read as empty. Open the workbook in a spreadsheet program, save it, and upload it again.',
  'finding.table.merged-filled.title': 'Merged cells',
  'finding.table.merged-filled':
    '{count, plural, one {# cell} other {# cells}} below merged cells of {table} took the value of the merged block; check that this is right.',
  'finding.table.hidden-rows.title': 'Hidden rows',
  'finding.table.hidden-rows':
    '{count, plural, one {# row of {table} is hidden, by a filter or by hand, and was} other {# rows of {table} are hidden, by a filter or by hand, and were}} read like all others. If {count, plural, one {it should} other {they should}} not count, delete {count, plural, one {it} other {them}} in the spreadsheet and upload it again.',
  'finding.table.hidden-sheets.title': 'Hidden sheets',
  'finding.table.hidden-sheets':
    '{count, plural, one {# sheet of {file} is hidden} other {# sheets of {file} are hidden}}; a hidden sheet is not used unless you choose it.',
  'finding.table.invisible-characters.title': 'Invisible characters',
  'finding.table.invisible-characters':
    '{count, plural, one {# cell of {table} holds} other {# cells of {table} hold}} invisible characters (direction marks, soft hyphens), as copied text often does; {count, plural, one {it was} other {they were}} read without them. No action needed.',
};
