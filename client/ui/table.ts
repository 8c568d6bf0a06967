/** `<cod-table>`: a sortable table. Rows beyond the first page are drawn when asked for, so that ten thousand rows open at once. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { firstSort, sortRows, type Sort } from './sort.ts';
import './table.css';

export interface Column<R> {
  key: string;
  label: string;
  /** What is sorted by, and shown where `cell` gives nothing else; null sorts last. */
  value: (row: R) => string | number | null;
  cell?: (row: R) => TemplateResult | string;
  numeric?: boolean;
  /** The column that names the row. */
  header?: boolean;
  /** What the rows are ordered by before the reader says otherwise. */
  first?: 'ascending' | 'descending';
  /** Of all rows together: stands above them, whatever they are sorted by. */
  total?: TemplateResult | string;
}

const PAGE = 200;

export class CodTable<R = unknown> extends LitElement {
  static override properties = {
    columns: { attribute: false },
    rows: { attribute: false },
    rowId: { attribute: false },
    selected: {},
    caption: {},
    more: { attribute: false },
    compare: { attribute: false },
    sort: { state: true },
    shown: { state: true },
  };
  declare columns: Column<R>[];
  declare rows: R[];
  declare rowId: (row: R) => string;
  /** Id of the marked row. */
  declare selected: string | null;
  declare caption: string;
  /** Text of the button for further rows. */
  declare more: (shown: number, total: number) => string;
  /** Order of texts in the reader's language. */
  declare compare: (a: string, b: string) => number;
  declare private sort: Sort | null;
  declare private shown: number;

  constructor() {
    super();
    this.columns = [];
    this.rows = [];
    this.rowId = String;
    this.selected = null;
    this.caption = '';
    this.more = (shown, total) => `${shown} / ${total}`;
    this.compare = (a, b) => a.localeCompare(b);
    this.sort = null;
    this.shown = PAGE;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('rows')) this.shown = PAGE;
  }

  private get order(): Sort | null {
    return this.sort ?? firstSort(this.columns);
  }

  private sortBy(key: string): void {
    this.sort = { key, descending: this.order?.key === key ? !this.order.descending : false };
  }

  private send(type: string, row: R | null): void {
    this.dispatchEvent(new CustomEvent<R | null>(type, { detail: row }));
  }

  override render() {
    const sort = this.order;
    const column = this.columns.find(({ key }) => key === sort?.key);
    const rows = column ? sortRows(this.rows, column.value, sort!.descending, this.compare) : this.rows;
    return html`<table>
        <caption class="visually-hidden">
          ${this.caption}
        </caption>
        <thead>
          <tr>
            ${this.columns.map((column) => this.renderHead(column))}
          </tr>
        </thead>
        ${this.columns.some(({ total }) => total !== undefined) ? this.renderTotals() : nothing}
        <tbody @mouseleave=${() => this.send('row-hover', null)}>
          ${rows.slice(0, this.shown).map((row) => this.renderRow(row))}
        </tbody>
      </table>
      ${rows.length > this.shown ? html`<button class="button table-more" @click=${() => (this.shown += PAGE * 5)}>${this.more(this.shown, rows.length)}</button>` : nothing}`;
  }

  private renderHead({ key, label, numeric }: Column<R>) {
    const order = this.order?.key !== key ? 'none' : this.order.descending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${order} class=${numeric ? 'numeric' : ''}>
      <button @click=${() => this.sortBy(key)}>${label}<span aria-hidden="true" class="order"></span></button>
    </th>`;
  }

  private renderTotals() {
    return html`<tbody class="totals">
      <tr>
        ${this.columns.map(({ header, numeric, total = '' }) =>
          header ? html`<th scope="row">${total}</th>` : html`<td class=${numeric ? 'numeric' : ''}>${total}</td>`,
        )}
      </tr>
    </tbody>`;
  }

  private renderRow(row: R) {
    const id = this.rowId(row);
    const cell = (column: Column<R>) => column.cell?.(row) ?? column.value(row) ?? nothing;
    return html`<tr
      aria-current=${id === this.selected ? 'true' : nothing}
      @mouseenter=${() => this.send('row-hover', row)}
      @focusin=${() => this.send('row-hover', row)}
      @click=${() => this.send('row-select', row)}
    >
      ${this.columns.map((column) =>
        column.header ? html`<th scope="row">${cell(column)}</th>` : html`<td class=${column.numeric ? 'numeric' : ''}>${cell(column)}</td>`,
      )}
    </tr>`;
  }
}

customElements.define('cod-table', CodTable);
