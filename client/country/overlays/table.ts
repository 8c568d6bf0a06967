/** `<layer-table>`: how much of a layer lies in each unit. Of a sensitive layer it is all that is given. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { LayerSummary, LayerUnit, LayerUnits } from '../../../server/contract/overlays/layer.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import '../../ui/table.ts';
import type { Column } from '../../ui/table.ts';
import { createCompare } from '../../i18n/language.ts';
import { View } from '../../kit/view.ts';
import type { CountryKey, CountryModel } from '../model.ts';
import { titleOf } from './title.ts';

class LayerTable extends View<CountryKey> {
  static override properties: PropertyDeclarations = { layer: { state: true }, units: { state: true }, error: { state: true } };
  declare private layer: LayerSummary | null;
  declare private units: LayerUnits | null;
  declare private error: unknown;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.layer = this.units = this.error = null;
  }

  async open(layer: LayerSummary): Promise<void> {
    this.layer = layer;
    await this.updateComplete;
    await this.dialog.value!.show();
    await this.load();
  }

  private async load(level?: number): Promise<void> {
    this.error = null;
    const { id, version } = this.layer!;
    try {
      this.units = await this.app.api.call('listLayerUnits', { params: { id, version }, query: level === undefined ? {} : { level } });
    } catch (error) {
      this.error = error;
    }
  }

  private get columns(): Column<LayerUnit>[] {
    const { t, app } = this;
    const { total } = this.units!;
    const write = (value: number | null, digits = 0) => (value === null ? t('overlays.withheld') : app.format.number(Number(value.toFixed(digits))));
    const number = (key: 'features' | 'sum' | 'lengthKm' | 'areaKm2', label: string, digits = 0): Column<LayerUnit>[] =>
      total[key] === null && key !== 'features'
        ? []
        : [{ key, label, value: (unit) => unit[key], cell: (unit) => write(unit[key], digits), numeric: true, total: write(total[key], digits) }];
    return [
      {
        key: 'name',
        label: t('overlays.area'),
        value: ({ name }) => name,
        cell: ({ name, pcode }) => html`<bdi>${name}</bdi> <bdi class="small muted">${pcode}</bdi>`,
        header: true,
        total: t('overlays.all'),
      },
      ...number('features', t('overlays.features')),
      ...number('sum', this.layer!.size?.column ?? t('overlays.sum')),
      ...number('lengthKm', t('overlays.km'), 1),
      ...number('areaKm2', t('overlays.km2'), 1),
      ...(this.layer!.shape === 'areas'
        ? [
            {
              key: 'share',
              label: t('overlays.share'),
              value: ({ share }: LayerUnit) => share,
              cell: ({ share }: LayerUnit) => (share === null ? t('overlays.withheld') : t('overlays.percent', { share })),
              numeric: true,
            },
          ]
        : []),
    ];
  }

  override render(): TemplateResult | typeof nothing {
    const { t, layer, units } = this;
    if (!layer) return nothing;
    return html`<cod-dialog ${ref(this.dialog)} heading=${titleOf(layer, this.app.language)} close=${t('overlays.close')} @closed=${() => this.remove()}>
      ${this.error ? this.failed(this.error, () => void this.load(), { notFound: t('overlays.failed'), back: html`` }) : units ? this.renderUnits(layer, units) : this.loading(t('country.loading'))}
    </cod-dialog>`;
  }

  private renderUnits(layer: LayerSummary, units: LayerUnits): TemplateResult {
    const { t } = this;
    return html`<p class="overlays-ways">
        <label
          >${t('overlays.level')}
          <select class="select" @change=${(event: Event) => void this.load(Number((event.target as HTMLSelectElement).value))}>
            ${units.levels.map((level) => html`<option value=${level} .selected=${level === units.level}>${t('level.n', { level })}</option>`)}
          </select></label
        >
        <a href=${toAddress('getLayerUnitsCsv', { id: layer.id, version: layer.version }, { level: units.level })} download>CSV</a>
      </p>
      ${units.withheldBelow === null ? nothing : html`<p class="notice">${t('overlays.withheld.below', { below: units.withheldBelow })}</p>`}
      <cod-table
        .columns=${this.columns}
        .rows=${units.units}
        .rowId=${({ pcode }: LayerUnit) => pcode}
        .caption=${titleOf(layer, this.app.language)}
        .compare=${createCompare(this.app.language)}
      ></cod-table>`;
  }
}

customElements.define('layer-table', LayerTable);

/** Opens it over the page. */
export function openLayerTable(model: CountryModel, layer: LayerSummary): void {
  const table = new LayerTable();
  Object.assign(table, { app: model.app, t: model.t });
  document.body.append(table);
  void table.open(layer);
}
