/** `<repair-rows>`: a long list of operations of which only those in view are drawn. One field of the page for the keyboard: its keys choose and decide, and the focus stays. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ListedOperation } from '../../../../server/contract/boundaries/repairRoutes.ts';
import { actionOf, rowsInView, type Action, type RepairList } from './list.ts';

/** Height of a row, in the size of letters that the reader has set. */
const ROW_REM = 4.5;
const rowPixels = (): number => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
const optionId = (at: number): string => `repair-row-${at}`;

export class RepairRows extends LitElement {
  static override properties: PropertyDeclarations = {
    list: { attribute: false },
    selected: { attribute: false },
    label: { attribute: false },
    keys: { attribute: false },
    row: { attribute: false },
    act: { attribute: false },
    choose: { attribute: false },
    reach: { attribute: false },
    top: { state: true },
    height: { state: true },
  };
  declare list: RepairList;
  declare selected: string | null;
  declare label: string;
  /** What keys do, in words. */
  declare keys: string;
  /** The owner draws each; null is one that is on its way. */
  declare row: (operation: ListedOperation | null, at: number) => TemplateResult;
  declare act: (action: Action) => void;
  declare choose: (id: string) => void;
  /** Wants the row at this place. */
  declare reach: (at: number) => void;
  declare private top: number;
  declare private height: number;
  private readonly observer = new ResizeObserver(([entry]) => (this.height = entry!.contentRect.height));

  constructor() {
    super();
    this.list = { rows: [], total: 0, shown: 'all' };
    this.selected = null;
    this.top = this.height = 0;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  private get box(): HTMLElement | null {
    return this.querySelector('.repair-rows');
  }

  protected override firstUpdated(): void {
    if (this.box) this.observer.observe(this.box);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('selected') || changed.has('height')) this.reveal();
    const [, to] = this.inView;
    if (to > this.list.rows.length && this.list.rows.length < this.list.total) this.reach(to - 1);
  }

  /** The row that is looked at is in view, whole. */
  private reveal(): void {
    const { box } = this;
    const at = this.list.rows.findIndex(({ id }) => id === this.selected);
    if (!box || at < 0 || this.height === 0) return;
    const row = rowPixels();
    if (at * row < box.scrollTop) box.scrollTop = at * row;
    else if ((at + 1) * row > box.scrollTop + this.height) box.scrollTop = (at + 1) * row - this.height;
  }

  private get inView(): [number, number] {
    return rowsInView(this.list.total, { top: this.top, height: this.height || 600, row: rowPixels() });
  }

  /** Whoever comes with the keyboard sees what can be decided too. Under a pointer nothing moves. */
  private readonly gather = (): void => {
    if (this.box?.matches(':focus-visible')) this.closest('.repair-work')?.scrollIntoView({ block: 'nearest' });
  };

  private readonly key = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    this.act(action);
  };

  override render() {
    const { list, selected } = this;
    const row = rowPixels();
    const [from, to] = this.inView;
    const at = list.rows.findIndex(({ id }) => id === selected);
    const places = Array.from({ length: to - from }, (_, i) => from + i);
    // A reader of the screen is led to the one that is looked at, wherever the list was scrolled to.
    if (at >= 0 && (at < from || at >= to)) places.push(at);
    // Placed through the style object: the content security policy forbids style attributes.
    return html`<div
      class="repair-rows"
      role="listbox"
      tabindex="0"
      aria-label=${this.label}
      aria-description=${this.keys}
      aria-keyshortcuts="J K A R T U"
      aria-activedescendant=${at >= 0 ? optionId(at) : nothing}
      @keydown=${this.key}
      @focus=${this.gather}
      @scroll=${(event: Event) => (this.top = (event.target as HTMLElement).scrollTop)}
    >
      <div class="repair-space" role="presentation" .style=${`block-size: ${list.total * row}px`}>
        ${places.map((place) => {
          const operation = list.rows[place] ?? null;
          return html`<div
            class="repair-row"
            role="option"
            id=${optionId(place)}
            aria-selected=${operation !== null && operation.id === selected}
            aria-setsize=${list.total}
            aria-posinset=${place + 1}
            .style=${`inset-block-start: ${place * row}px; block-size: ${row}px`}
            @click=${() => operation && this.choose(operation.id)}
          >
            ${this.row(operation, place)}
          </div>`;
        })}
      </div>
    </div>`;
  }
}

customElements.define('repair-rows', RepairRows);
