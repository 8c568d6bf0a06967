/** A draft of population as the page of drafts shows it: totals by level beside the version before, the people on the map, what its columns ask. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PopulationColumnRole } from '../../../../server/contract/population/columns.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type { PopulationLevelValues } from '../../../../server/contract/population/population.ts';
import type { Figure, Threshold } from '../../../kit/compare.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftStep } from '../../../kit/draft.ts';
import { ColumnsTab } from '../../../kit/columns/tab.ts';
import { renderFigures, thresholdText } from '../../../kit/figures.ts';
import { lookOf } from '../../../../server/contract/maps/looks.ts';
import { ramp } from '../../../../server/contract/maps/palette.ts';
import { classify, toLegend } from '../../../map/legend.ts';
import { classEntries, renderLegend } from '../../../map/legendView.ts';
import { isAbort } from '../../../kit/view.ts';
import { populationColumns } from './columns.ts';

/** No population grows or shrinks by more from one release to the next without somebody asking why. */
const THRESHOLD: Threshold = { share: 0.05, least: 0 };
const CLASSES = 5;
const NO_DATA = ['not-reported'] as const;

export class PopulationDraft implements DraftPart {
  readonly page: DraftPage;
  private of: DraftOf | null = null;
  private readonly tab: ColumnsTab<PopulationColumnRole>;
  private readonly levels = new Map<number, PopulationLevelValues>();
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private level = 1;
  private memo: { key: unknown[]; painted: ReturnType<PopulationDraft['paint']> } = { key: [], painted: null };

  constructor(page: DraftPage) {
    this.page = page;
    this.tab = new ColumnsTab(page, populationColumns);
    this.dark.addEventListener('change', () => page.changed(), { signal: page.signal });
  }

  async load(of: DraftOf): Promise<void> {
    this.of = of;
    this.levels.clear();
    const { page } = this;
    this.tab.load(of.version, await readColumns(page, of.version));
    page.changed();
    await this.loadLevel(this.level);
  }

  private async loadLevel(level: number): Promise<void> {
    const { version } = this.of!;
    if (this.levels.has(level) || !version.levels.some((each) => each.level === level)) return;
    const params = { id: version.dataset, version: version.version };
    const query = { level, sex: 't', age: 'all' } as never;
    const answer = await this.page.app.api.call('getPopulation', { params, query, signal: this.page.signal }).catch((error: unknown) => {
      // A file may have no group of everybody.
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    });
    for (const each of answer?.levels ?? []) this.levels.set(each.level, each);
    this.page.changed();
  }

  showLevel(level: number): void {
    if (level === this.level) return;
    this.level = level;
    this.page.changed();
    if (this.of) this.loadLevel(level).catch((error: unknown) => !isAbort(error) && this.page.app.toast(this.page.t('state.failed')));
  }

  private paint() {
    const level = this.levels.get(this.level);
    if (!level) return null;
    const values = level.pcodes.map((_, i) => level.values[0]?.[i] ?? null);
    const breaks = classify(
      values.filter((value) => value !== null),
      'quantile',
      CLASSES,
    );
    const colors = ramp(Math.max(1, breaks.length - 1), this.dark.matches);
    const shown = new Map(level.pcodes.map((code, i): [string, number | string] => [code, values[i] ?? lookOf('noData', 'population')]));
    return { values: shown, at: this.level, breaks, colors, looks: NO_DATA, legend: toLegend(values, breaks, colors) };
  }

  /** The same object while nothing changes. */
  get painting() {
    const key = [this.levels.get(this.level), this.level, this.dark.matches];
    if (this.memo.key.length === 0 || key.some((part, i) => part !== this.memo.key[i])) this.memo = { key, painted: this.paint() };
    return this.memo.painted;
  }

  linesOf(level: number, pcode: string): string[] {
    const value = level === this.level ? this.painting?.values.get(pcode) : undefined;
    return typeof value === 'number' ? [this.page.t('overview.people.n', { people: value })] : [];
  }

  steps(): DraftStep[] {
    return this.tab.steps();
  }

  renderColumns(): TemplateResult {
    return this.tab.render();
  }

  legend() {
    const { painting } = this;
    if (!painting) return null;
    const { t, app } = this.page;
    const { number } = app.format;
    const entries = classEntries(painting.legend.rows, ({ from, to }) => `${number(Math.round(from))} – ${number(Math.round(to))}`);
    return {
      title: `${t('overview.people')} · ${t('level.n', { level: painting.at })}`,
      list: renderLegend(entries, (units) => t('draft.units', { count: units }), number),
    };
  }

  render(): TemplateResult {
    const { of, page } = this;
    const { t, app } = page;
    if (!of) return html`<p role="status" class="muted">${t('draft.loading')}</p>`;
    const { version, before } = of;
    const tag = before?.version ?? null;
    const words = { app, t: t as never };
    const years = [...new Set([...this.levels.values()].flatMap(({ year }) => year ?? []))];
    const used = this.tab.columns.filter(({ role }) => role.is !== 'ignore').length;
    return html`${renderFigures(words, t('overview.totals'), figuresOf(version, before, 'total', t), tag, THRESHOLD)}
    ${renderFigures(words, t('overview.units'), figuresOf(version, before, 'units', t), tag, THRESHOLD)} ${thresholdText(words, THRESHOLD, tag)}
    ${years.length > 0 ? html`<p>${t('overview.year', { years: app.format.list(years.map(String)) })}</p>` : nothing}
    ${this.tab.columns.length > 0 ? html`<p>${t('overview.columns', { count: used, total: this.tab.columns.length })}</p>` : nothing}`;
  }
}

/** People, or units with a number, of each level of either version. */
function figuresOf({ levels }: VersionAnswer, before: VersionAnswer | null, what: 'total' | 'units', t: DraftPage['t']): Figure[] {
  const all = [...new Set([...levels, ...(before?.levels ?? [])].map(({ level }) => level))].sort((a, b) => a - b);
  const of = (version: VersionAnswer, level: number) => version.levels.find((each) => each.level === level)?.[what] ?? null;
  return all.map((level) => ({ label: t('level.n', { level }), now: of({ levels } as VersionAnswer, level), before: before && of(before, level) }));
}
