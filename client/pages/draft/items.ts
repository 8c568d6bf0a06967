/** `<finding-items>`: the occurrences of one finding, a page at a time. The owner draws each row. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FindingItem } from '../../../server/contract/finding.ts';

export class FindingItems extends LitElement {
  static override properties: PropertyDeclarations = {
    items: { attribute: false },
    pageSize: { attribute: false },
    chosen: { attribute: false },
    register: { attribute: false },
    row: { attribute: false },
    total: { attribute: false },
    more: { attribute: false },
    load: { attribute: false },
    seen: { attribute: false },
    shown: { state: true },
  };
  declare items: FindingItem[];
  declare pageSize: number;
  /** Id of the marked one; it is on the page that is shown. */
  declare chosen: string | null;
  declare row: (item: FindingItem) => TemplateResult;
  /** How many there are, of which `items` are known. */
  declare total: number;
  declare more: (shown: number, total: number) => string;
  /** Brings in as many as are to be shown, where they are not known yet. */
  declare load: (shown: number) => void;
  /** Told of those that are shown, whenever others are. */
  declare seen: (items: readonly FindingItem[]) => void;
  declare private shown: number;
  private told = '';

  constructor() {
    super();
    this.items = [];
    this.total = 0;
    this.shown = 0;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (this.shown < this.pageSize) this.shown = this.pageSize;
    if (changed.has('chosen') || changed.has('items')) {
      const at = this.items.findIndex(({ id }) => id === this.chosen);
      if (at >= this.shown) this.shown = at + 1;
    }
  }

  /** Those of a finding that is closed are not looked at. */
  private get isSeen(): boolean {
    return this.closest('details')?.open ?? true;
  }

  private readonly tell = (): void => {
    if (!this.isSeen) return;
    const shown = this.items.slice(0, this.shown);
    const told = `${shown.length} ${shown[0]?.id} ${shown.at(-1)?.id}`;
    if (told === this.told) return;
    this.told = told;
    this.seen(shown);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.closest('details')?.addEventListener('toggle', this.tell);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closest('details')?.removeEventListener('toggle', this.tell);
  }

  protected override updated(): void {
    this.tell();
  }

  private showMore(): void {
    this.shown += this.pageSize * 5;
    if (this.shown > this.items.length && this.total > this.items.length) this.load(this.shown);
  }

  override render() {
    return html`<ul class="items">
        ${this.items.slice(0, this.shown).map((item) => this.row(item))}
      </ul>
      ${
        this.total > this.shown
          ? html`<button class="button" @click=${() => this.showMore()}>${this.more(Math.min(this.shown, this.items.length), this.total)}</button>`
          : nothing
      }`;
  }
}

customElements.define('finding-items', FindingItems);
