/** Finds a unit of the boundaries by name or P-code, for a group of rows that has no good candidate. */
import { html, type PropertyDeclarations } from 'lit';
import type { Option } from '../../ui/combobox.ts';
import '../../ui/combobox.ts';
import { View } from '../../kit/view.ts';
import { UnitSearch } from '../../country/search/search.ts';
import type { ReviewKey } from './model.ts';

class PlaceSearch extends View<ReviewKey> {
  static override properties: PropertyDeclarations = { boundaries: { attribute: false } };
  declare boundaries: { dataset: string; version: string };
  private readonly finder = new UnitSearch(this, () => ({
    api: this.app.api,
    dataset: this.boundaries.dataset,
    // Decisions are about the boundaries that are in force.
    version: 'current',
    language: this.app.language,
    levelLabel: (level) => this.t('level.n', { level }),
    similarLabel: this.t('review.search.similar'),
    failed: () => this.app.toast(this.t('state.failed')),
  }));

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('cod-combobox')?.focus();
  }

  override render() {
    const { t, finder } = this;
    return html`<cod-combobox
      .label=${t('review.search.label')}
      .placeholder=${t('review.search.label')}
      .clear=${t('review.search.clear')}
      .note=${finder.options.length ? '' : t('review.search.none')}
      .options=${finder.options}
      .busy=${finder.busy}
      @search=${(event: CustomEvent<string>) => finder.search(event.detail)}
      @choose=${(event: CustomEvent<Option>) => {
        const unit = finder.find(event.detail)?.unit;
        if (unit) this.dispatchEvent(new CustomEvent<string>('choose-place', { detail: unit.pcode }));
      }}
    ></cod-combobox>`;
  }
}

customElements.define('place-search', PlaceSearch);
