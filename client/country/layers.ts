/** Which data of the country lie on the map: boundaries alone, population, or who does what where. Links, because each has its own address. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { DatasetKind } from '../../server/contract/ids.ts';
import type { Translate } from '../i18n/translate.ts';
import type { App } from '../kit/view.ts';
import { KINDS, KIND_IDS, LAYER } from '../kit/kinds.ts';
import './layers.css';

/** What of an address goes along to the other layers. */
const SHARED = ['view', 'level', 'unit', 'names', 'lang'];

interface LayerPage {
  app: App;
  t: unknown;
  id3: string;
}

export function renderLayers({ app, t, id3 }: LayerPage, current: DatasetKind): TemplateResult {
  return html`<country-layers .app=${app} .t=${t} .iso3=${id3} .current=${current}></country-layers>`;
}

export class CountryLayers extends LitElement {
  static override properties = { app: { attribute: false }, t: { attribute: false }, iso3: {}, current: {}, kinds: { state: true } };
  declare app: App;
  declare t: Translate;
  declare iso3: string;
  declare current: DatasetKind;
  /** Kinds of data that the country has published. */
  declare private kinds: DatasetKind[];
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.kinds = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    // Without an answer the page stands as it is: these are only ways to elsewhere.
    const own = this.app.api
      .getDatasets(this.aborts.signal)
      .then(({ datasets }) => datasets.filter(({ country, current }) => country === this.iso3 && current));
    own.then((datasets) => (this.kinds = datasets.map(({ kind }) => kind))).catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private href(path: string): string {
    const query = new URLSearchParams(location.search);
    const shared = [...query].filter(([name]) => SHARED.includes(name));
    return this.app.href(`/c/${this.iso3.toLowerCase()}${path}`, Object.fromEntries(shared));
  }

  override render() {
    const { t, current } = this;
    // What lies on top of any of them has no page of its own (overlays/).
    const shown = KIND_IDS.filter((kind) => kind !== LAYER && (kind === current || this.kinds.includes(kind)));
    if (shown.length < 2) return nothing;
    const follow = (event: Event, path: string) => ((event.currentTarget as HTMLAnchorElement).href = this.href(path));
    return html`<nav aria-label=${t('country.layers')}>
      ${shown.map(
        (kind) =>
          html`<a
            href=${this.href(KINDS[kind].path)}
            aria-current=${kind === current ? 'page' : nothing}
            @mousedown=${(e: Event) => follow(e, KINDS[kind].path)}
            @focus=${(e: Event) => follow(e, KINDS[kind].path)}
            >${t(`country.layer.${kind}`)}</a
          >`,
      )}
    </nav>`;
  }
}

customElements.define('country-layers', CountryLayers);
