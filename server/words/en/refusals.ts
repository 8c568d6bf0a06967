/** Why a table is refused: what the file is, and what to do. */
export default {
  'refusal.xls':
    '{file} is an old Excel file (.xls, 1997–2003), which is not read here. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.xlsb':
    '{file} is a binary Excel workbook (.xlsb), which is not read here. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.numbers':
    '{file} is an Apple Numbers file, which is not read here. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.webPage':
    '{file} is a web page and not a spreadsheet, whatever its name says: some systems export tables this way. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.xml2003':
    '{file} is an Excel 2003 XML spreadsheet, which is not read here. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.otherDocument':
    '{file} is an office document and not a spreadsheet. Open it in a spreadsheet program, save it as .xlsx, .ods or CSV, and upload that.',
  'refusal.password': '{file} is protected with a password. Remove the password in the program it was made with, save it, and upload it again.',
  'refusal.drawing':
    'adm{level} of {file} cannot be published as uploaded, because it does not nest: {count, plural, one {# unit reaches} other {# units reach}} beyond the unit above ({units}). Correct the drawing, or let it be joined from adm{base}.',
  'refusal.openQuote': '{file} cannot be read as CSV after row {row}: a quoted cell is never closed. Correct that row, or save the table as CSV again.',
  'refusal.cutShort':
    '{file} ends in the middle of row {row}: it has {cells} of {width} cells ({text}). The file was cut off in transit. Download or export it again and upload the whole file; if the row is complete, end it with a line break.',
  'refusal.columns': 'These columns cannot be used. {faults}',
  'refusal.answers':
    'What you said about the columns or layers cannot be used. {faults} Start from the columns and layers of check --format json and change what is wrong.',
  'refusal.columnsFile': '{file} cannot be used as columns. {faults} Start from the columns and layers of check --format json and change what is wrong.',
  'refusal.metadataFile': '{file} cannot be used as metadata. {faults} It may contain {fields, list}.',
  'refusal.plan': '{file} holds no plan of a repair. {faults} Use one that codmap repair --plan --out has written.',
};
