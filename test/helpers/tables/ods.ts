/** Small OpenDocument spreadsheets for tests, written from their XML so that every oddity can be asked for. */
import { zipOf } from './workbook.ts';

export interface OdsSheet {
  name: string;
  /** Inside of `<table:table>`. */
  rows: string;
  hidden?: boolean;
}

const NAMESPACES = ['office', 'table', 'text', 'style', 'draw'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');

/** `content.xml`, or with `flat` the whole document as one file. `prefix` replaces `table:` as the prefix of tables. */
export function odsXml(sheets: OdsSheet[], options: { flat?: boolean; before?: string } = {}): string {
  const root = options.flat ? 'document' : 'document-content';
  const styles = `<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`;
  const body = sheets
    .map(({ name, rows, hidden }) => `<table:table table:name="${name}" table:style-name="${hidden ? 'ta2' : 'ta1'}">${rows}</table:table>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${NAMESPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">${styles}<office:body><office:spreadsheet>${options.before ?? ''}${body}</office:spreadsheet></office:body></office:${root}>`;
}

export function odsOf(sheets: OdsSheet[], options: { before?: string; content?: string; more?: { name: string; data: string }[] } = {}): Uint8Array {
  return zipOf([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: options.content ?? 'content.xml', data: odsXml(sheets, options) },
    ...(options.more ?? []),
  ]);
}

export type OdsValue = string | number | boolean | Date | null;

/** Rows of plain values as OpenDocument XML. */
export function odsRows(rows: OdsValue[][]): string {
  return rows.map((row) => `<table:table-row>${row.map(odsCell).join('')}</table:table-row>`).join('');
}

export function odsCell(value: OdsValue): string {
  if (value === null) return '<table:table-cell/>';
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value.toLocaleString('fr')}</text:p></table:table-cell>`;
  if (typeof value === 'boolean') return `<table:table-cell office:value-type="boolean" office:boolean-value="${value}"><text:p>x</text:p></table:table-cell>`;
  if (value instanceof Date)
    return `<table:table-cell office:value-type="date" office:date-value="${value.toISOString().slice(0, 10)}"><text:p>any</text:p></table:table-cell>`;
  const text = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .split('\n')
    .map((line) => `<text:p>${line}</text:p>`)
    .join('');
  return `<table:table-cell office:value-type="string">${text}</table:table-cell>`;
}
