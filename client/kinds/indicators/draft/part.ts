/** A draft of indicators as the page of drafts shows it: what became of its rows and areas, and what its columns ask. */
import { html, nothing, type TemplateResult } from 'lit';
import type { IndicatorRole } from '../../../../server/contract/indicators/columns.ts';
import type { IndicatorSummary } from '../../../../server/contract/indicators/data.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import { ColumnsTab } from '../../../kit/columns/tab.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftStep } from '../../../kit/draft.ts';
import { indicatorColumns } from './columns.ts';
import { renderValues } from './values.ts';
import './draft.css';

export class IndicatorDraft implements DraftPart {
  readonly page: DraftPage;
  readonly painting = null;
  private version: VersionAnswer | null = null;
  private before: VersionAnswer | null = null;
  private readonly tab: ColumnsTab<IndicatorRole>;

  constructor(page: DraftPage) {
    this.page = page;
    this.tab = new ColumnsTab(page, indicatorColumns);
  }

  async load({ version, before }: DraftOf): Promise<void> {
    this.version = version;
    this.before = before;
    this.tab.load(version, await readColumns(this.page, version));
    this.page.changed();
  }

  steps(): DraftStep[] {
    return this.tab.steps();
  }

  render(): TemplateResult {
    const { t, app } = this.page;
    const told = this.version?.rows as IndicatorSummary | undefined;
    if (!told) return html`<p role="status" class="muted">${t('draft.loading')}</p>`;
    const { rows, areas } = told;
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);
    const line = (label: string, count: number, more = '') =>
      html`<dt>${label}</dt>
        <dd><b class="number">${app.format.number(count)}</b> ${more ? html`<span class="small muted" dir="auto">${more}</span>` : nothing}</dd>`;
    const others = Object.entries(rows.otherCountries).map(([name, count]) => `${name} ${app.format.number(count)}`);
    return html`<section>
      <h3>${t('indicators.ledger')}</h3>
      <dl class="indicators-ledger">
        ${line(t('indicators.read'), rows.read)} ${line(t('indicators.placed'), sum(rows.placed))} ${line(t('indicators.notPlaced'), rows.notPlaced)}
        ${rows.needReview > 0 ? line(t('indicators.needReview'), rows.needReview) : nothing}
        ${others.length > 0 ? line(t('indicators.otherCountries'), sum(rows.otherCountries), app.format.list(others)) : nothing}
        ${line(t('indicators.dropped'), sum(rows.dropped) - sum(rows.otherCountries))}
        ${line(t('indicators.areas'), areas.stated, t('indicators.areas.placed', { placed: areas.placed, not: areas.notPlaced }))}
      </dl>
      ${renderValues(this.page, told, (this.before?.rows as IndicatorSummary | undefined) ?? null)}
    </section>`;
  }

  renderColumns(): TemplateResult {
    return this.tab.render();
  }

  showLevel(): void {}
  legend = () => null;
  linesOf = (): string[] => [];
}
