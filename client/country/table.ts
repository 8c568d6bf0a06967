/** The table twin of the map: the same units as rows, for reading, sorting, screen readers, and where there is no WebGL. */
import { html, type PropertyDeclarations } from 'lit';
import type commonMessages from '../../server/words/en/interface/common.ts';
import type countryMessages from '../../server/words/en/interface/country.ts';
import type { UnitAnswer } from '../../server/contract/datasets/api.ts';
import { createCompare } from '../i18n/language.ts';
import type { UnitRef } from './state.ts';
import { icon } from '../ui/icon.ts';
import '../ui/table.ts';
import type { Column } from '../ui/table.ts';
import { View, isAbort } from '../kit/view.ts';
import { columnOfLanguage, shownName } from '../i18n/names.ts';

const PAGE = 5000;

export class UnitsTable extends View<keyof typeof countryMessages | keyof typeof commonMessages> {
  static override properties: PropertyDeclarations = {
    datasetId: {},
    version: {},
    level: { attribute: false },
    language: {},
    languages: { attribute: false },
    selected: { attribute: false },
    country: {},
    units: { state: true },
    parents: { state: true },
    error: { state: true },
  };
  declare datasetId: string;
  declare version: string;
  declare level: number;
  declare language: string;
  declare languages: string[];
  declare selected: UnitRef | null;
  declare country: string;
  declare private units: UnitAnswer[] | null;
  declare private parents: Map<string, UnitAnswer>;
  declare private error: unknown;
  private aborts = new AbortController();

  constructor() {
    super();
    this.units = this.error = null;
    this.parents = new Map();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('level') || changed.has('datasetId') || changed.has('version')) void this.load();
  }

  private async load(): Promise<void> {
    this.aborts.abort();
    this.aborts = new AbortController();
    this.units = this.error = null;
    try {
      const [units, parents] = await Promise.all([this.loadLevel(this.level), this.level > 1 ? this.loadLevel(this.level - 1) : []]);
      this.parents = new Map(parents.map((unit) => [unit.pcode, unit]));
      this.units = units;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private async loadLevel(level: number): Promise<UnitAnswer[]> {
    const all: UnitAnswer[] = [];
    for (;;) {
      const { units, total } = await this.app.api.getUnits(this.datasetId, this.version, { level, limit: PAGE, offset: all.length }, this.aborts.signal);
      all.push(...units);
      if (units.length === 0 || all.length >= total) return all;
    }
  }

  private columns(): Column<UnitAnswer>[] {
    const { t, app, language } = this;
    const name = (unit: UnitAnswer) => shownName(unit, language);
    const shown = columnOfLanguage(this.languages, language);
    const others = this.languages.filter((_, i) => i !== shown);
    return [
      {
        key: 'name',
        label: t('table.name'),
        header: true,
        value: (unit) => name(unit).text,
        cell: (unit) => html`<button class="link"><bdi lang=${name(unit).lang}>${name(unit).text}</bdi></button>`,
      },
      ...others.map((tag): Column<UnitAnswer> => {
        const other = (unit: UnitAnswer) => unit.names.find(({ lang }) => lang === tag)?.name ?? null;
        return { key: `name-${tag}`, label: app.format.language(tag) || tag, value: other, cell: (unit) => html`<bdi lang=${tag}>${other(unit)}</bdi>` };
      }),
      { key: 'pcode', label: t('unit.pcode'), value: (unit) => unit.pcode, cell: (unit) => html`<bdi class="number">${unit.pcode}</bdi>` },
      ...(this.level > 1
        ? [{ key: 'parent', label: t('level.n', { level: this.level - 1 }), value: (unit: UnitAnswer) => this.parentName(unit) } satisfies Column<UnitAnswer>]
        : []),
      { key: 'area', label: t('table.area'), numeric: true, value: (unit) => unit.areaSqKm, cell: (unit) => app.format.area(unit.areaSqKm) },
      { key: 'valid', label: t('unit.valid-on'), value: (unit) => unit.validOn, cell: (unit) => (unit.validOn ? app.format.date(unit.validOn) : '') },
    ];
  }

  private parentName(unit: UnitAnswer): string | null {
    const parent = this.parents.get(unit.parentPcode ?? '');
    return parent ? shownName(parent, this.language).text : unit.parentPcode;
  }

  private send(type: string, unit: UnitAnswer | null): void {
    this.dispatchEvent(new CustomEvent<UnitRef | null>(type, { detail: unit && { level: unit.level, pcode: unit.pcode } }));
  }

  override render() {
    const { t, app, units } = this;
    const title = t('table.title', { level: this.level, country: this.country });
    return html`<section aria-label=${title}>
      <header>
        <h2>${title}</h2>
        <span class="muted small number" role="status">${units ? t('table.count', { count: units.length }) : ''}</span>
        <button class="icon-button" aria-label=${t('table.close')} title=${t('table.close')} @click=${() => this.dispatchEvent(new CustomEvent('table-close'))}>
          ${icon('close')}
        </button>
      </header>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>${this.renderBody(title, createCompare(app.language))}</div>
    </section>`;
  }

  private renderBody(title: string, compare: (a: string, b: string) => number) {
    const { t, app, units } = this;
    if (this.error) return this.failed(this.error, () => void this.load(), { notFound: t('state.failed'), back: html`` });
    if (!units) return this.loading(t('table.loading'));
    return html`<cod-table
      .caption=${title}
      .columns=${this.columns()}
      .rows=${units}
      .rowId=${(unit: UnitAnswer) => `${unit.level}:${unit.pcode}`}
      .selected=${this.selected && `${this.selected.level}:${this.selected.pcode}`}
      .compare=${compare}
      .more=${(shown: number, total: number) => t('table.more', { shown: app.format.number(shown), total: app.format.number(total) })}
      @row-hover=${(event: CustomEvent<UnitAnswer | null>) => this.send('unit-hover', event.detail)}
      @row-select=${(event: CustomEvent<UnitAnswer>) => this.send('unit-choose', event.detail)}
    ></cod-table>`;
  }
}

customElements.define('units-table', UnitsTable);
