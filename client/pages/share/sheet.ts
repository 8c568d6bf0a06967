/** The map to print: paper, orientation and language are chosen; one sheet is looked at and downloaded, or a series of them made. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ORIENTATIONS, PANELS, PAPERS, type Panels, type SeriesBy } from '../../../server/contract/maps/paper.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type shareMessages from '../../../server/words/en/interface/share.ts';
import { factsOf, PRINT_LANGUAGES } from '../../i18n/language.ts';
import { ApiProblem } from '../../kit/api.ts';
import { failure, valuesOf } from '../../kit/form.ts';
import type { Translate } from '../../i18n/translate.ts';
import { View } from '../../kit/view.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/tabs.ts';
import { renderAbsent } from './series.ts';
import { series } from './seriesRun.ts';

type ShareKey = keyof typeof shareMessages;

/** Shown on the screen: enough to read the notes. */
const PREVIEW_DPI = '150';
const TABS = ['sheet', 'series'] as const;
type Tab = (typeof TABS)[number];

class ShareSheet extends View<ShareKey> {
  static override properties: PropertyDeclarations = {
    spec: { attribute: false },
    map: { attribute: false },
    asked: { state: true },
    preview: { state: true },
    error: { state: true },
    tab: { state: true },
    panels: { state: true },
    choices: { state: true },
  };
  declare spec: MapSpec;
  /** Id of the saved map, whose address is printed with a code; null: it is not saved. */
  declare map: string | null;
  declare private asked: Record<string, string>;
  declare private preview: { href: string; letters: string } | 'coming' | null;
  declare private error: unknown;
  declare private tab: Tab;
  /** What there is a small map of each of; null: as the map is. */
  declare private panels: Panels | null;
  /** Of what there can be small maps. */
  declare private choices: readonly Panels[];

  constructor() {
    super();
    // Whoever began a series and comes back finds it.
    this.tab = series.run ? 'series' : 'sheet';
    this.map = this.preview = this.error = this.panels = null;
    this.choices = [];
    this.asked = { paper: PAPERS[0] };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  private get own(): Panels {
    const { data } = this.spec;
    return data.kind === 'presence' && data.split !== 'matrix' ? data.split : 'none';
  }

  protected override async firstUpdated(): Promise<void> {
    const { spec, map, app } = this;
    if (spec.data.kind !== 'presence' || spec.data.measure.is !== 'count') return;
    const plan =
      map === null ? app.api.call('planSeries', { query: { spec: JSON.stringify(spec) } }) : app.api.call('planMapSeries', { params: { id: map }, query: {} });
    // Where it cannot be known, nothing is offered; what a sheet needs it says itself.
    const { choices } = await plan.catch(() => ({ choices: [] }));
    // A page has the largest organisations, however many sheets a series of all would have.
    const has = (one: SeriesBy) => choices.some(({ by, sheets, refused }) => by === one && (sheets !== null || refused?.code === 'series.too-many'));
    this.choices = PANELS.filter((each) => each === 'none' || has(each === 'clusters' ? 'cluster' : 'organisation'));
  }

  private forget(): void {
    if (this.preview && this.preview !== 'coming') URL.revokeObjectURL(this.preview.href);
    this.preview = null;
  }

  private href(kind: 'Pdf' | 'Svg' | 'Png', more: Record<string, string> = {}): string {
    const panels = this.panels === null || this.panels === this.own ? {} : { panels: this.panels };
    const query = { lang: this.app.language, ...this.asked, ...panels, ...more };
    return this.map === null
      ? toAddress(`previewSheet${kind}`, {}, { ...query, spec: JSON.stringify(this.spec) })
      : toAddress(`getSheet${kind}`, { id: this.map }, query);
  }

  private readonly change = (event: Event): void => {
    const { paper, orientation, lang, grey, panels } = valuesOf(event.currentTarget as HTMLFormElement) as Record<string, string>;
    if (panels) this.panels = panels as Panels;
    this.asked = { paper: paper!, ...(orientation && { orientation }), ...(lang && { lang }), ...(grey && { grey: '1' }) };
    this.error = null;
    this.forget();
  };

  private readonly look = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.error = null;
    this.forget();
    this.preview = 'coming';
    try {
      const response = await this.app.api.open(this.href('Png', { dpi: PREVIEW_DPI }));
      this.preview = { href: URL.createObjectURL(await response.blob()), letters: decodeURIComponent(response.headers.get('codmap-missing-letters') ?? '') };
    } catch (error) {
      this.preview = null;
      this.error = error;
    }
  };

  private select(name: string, label: string, options: readonly (readonly [value: string, text: string])[], chosen: string): TemplateResult {
    return html`<div class="field">
      <label for=${`sheet-${name}`}>${label}</label>
      <select class="select" id=${`sheet-${name}`} name=${name}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const { t, asked, tab, app } = this;
    return html`<section>
      <h3>${t('share.sheet')}</h3>
      <form @change=${this.change} @submit=${this.look}>
        <div class="share-row share-paper">
          ${this.select(
            'paper',
            t('share.paper'),
            PAPERS.map((paper) => [paper, paper]),
            asked['paper']!,
          )}
          ${this.select(
            'orientation',
            t('share.orientation'),
            [['', t('share.orientation.auto')], ...ORIENTATIONS.map((way) => [way, t(`share.orientation.${way}`)] as const)],
            asked['orientation'] ?? '',
          )}
          ${this.select(
            'lang',
            t('share.language'),
            PRINT_LANGUAGES.map((code) => [code, factsOf(code).name]),
            asked['lang'] ?? app.language,
          )}
        </div>
        <label class="check"><input type="checkbox" name="grey" ?checked=${asked['grey'] === '1'} /> ${t('share.grey')}</label>
        <cod-tabs
          .tabs=${TABS.map((id) => ({ id, label: t(`share.tab.${id}`) }))}
          .selected=${tab}
          .label=${t('share.sheet')}
          @select-tab=${(event: CustomEvent<Tab>) => (this.tab = event.detail)}
        >
          <div slot="sheet" class="share-one">${this.renderSheet()}</div>
          <div slot="series">
            ${tab === 'series' ? html`<share-series .app=${app} .t=${t} .spec=${this.spec} .map=${this.map} .sheet=${asked}></share-series>` : nothing}
          </div>
        </cod-tabs>
      </form>
    </section>`;
  }

  private renderSheet(): TemplateResult {
    const { t, asked, preview, error } = this;
    const file = (href: string, text: string) => html`<a class="button" href=${href} download>${icon('download', 18)} ${text}</a>`;
    return html`<p class="small muted">${t('share.sheet.hint')}</p>
      ${
        this.choices.length > 1
          ? this.select(
              'panels',
              t('share.panels'),
              this.choices.toReversed().map((each) => [each, t(`share.panels.${each}`)] as const),
              this.panels ?? this.own,
            )
          : nothing
      }
      <div class="share-files">
        <button class="button" ?disabled=${preview === 'coming'}>${t('share.do-preview')}</button>
        ${file(this.href('Pdf'), 'PDF')} ${file(this.href('Svg'), 'SVG')} ${file(this.href('Png', { dpi: asked['paper'] === 'A3' ? '150' : '300' }), 'PNG')}
      </div>
      ${error instanceof ApiProblem && error.code === 'sheet.absent' ? renderAbsent(this) : failure(error, t as unknown as Translate)}
      <div role="status">
        ${
          preview === 'coming'
            ? html`<p>${t('share.previewing')}</p>`
            : preview
              ? html`<img class="share-picture" src=${preview.href} alt=${t('share.sheet.preview')} />
                  ${preview.letters ? html`<p class="notice">${t('share.letters', { letters: preview.letters })}</p>` : nothing}`
              : nothing
        }
      </div>`;
  }
}

customElements.define('share-sheet', ShareSheet);
