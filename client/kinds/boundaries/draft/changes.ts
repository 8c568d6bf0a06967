/** What a draft of boundaries changes against the published version: lists to look through before it is published, and one sentence. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type { VersionDiff } from '../../../../server/contract/datasets/dataset.ts';
import type changeMessages from '../../../../server/words/en/interface/changes.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type draftMessages from '../../../../server/words/en/interface/draft.ts';
import type unitChangeMessages from '../../../../server/words/en/interface/unitChanges.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import { renderFigures } from '../../../kit/figures.ts';
import { createUnits, type Units } from '../../../kit/units.ts';
import { countsOf, totalOf, unitsIn, type ChangedLevel, type ChangeKind } from './changed.ts';
import './changes.css';

type Words = Translate<keyof typeof changeMessages | keyof typeof commonMessages | keyof typeof draftMessages | keyof typeof unitChangeMessages>;

/** Units of a list that are shown at once. */
const PAGE = 40;
/** Every change of the number of units is one to look at. */
const THRESHOLD = { share: 0, least: 0 };

interface Row {
  pcode: string;
  /** Of which version the unit is. */
  units: Units;
  /** null: it is no longer there to be shown. */
  level: number | null;
  more: TemplateResult | string | typeof nothing;
}

export class Changes {
  private readonly page: DraftPage;
  private version: VersionAnswer | null = null;
  private before: VersionAnswer | null = null;
  private units: Units | null = null;
  private unitsBefore: Units | null = null;
  /** How many rows of a list are shown, by level and kind. */
  private readonly shown = new Map<string, number>();
  private isSeen = false;

  constructor(page: DraftPage) {
    this.page = page;
  }

  load(version: VersionAnswer, before: VersionAnswer | null): void {
    const { page } = this;
    const isSame = JSON.stringify(version.diff) === JSON.stringify(this.version?.diff);
    this.version = version;
    this.before = before;
    this.isSeen &&= isSame;
    const unitsOf = (of: { dataset: VersionAnswer['dataset']; version: VersionAnswer['version'] }) =>
      createUnits({ api: page.app.api, version: of, signal: page.signal, changed: () => page.changed() });
    this.units = unitsOf(version);
    this.unitsBefore = this.diff && unitsOf({ dataset: version.dataset, version: this.diff.against });
  }

  private get diff(): VersionDiff | null {
    return (this.version?.diff as VersionDiff | null | undefined) ?? null;
  }

  private get t(): Words {
    return this.page.t as never;
  }

  /** How many changes wait to be looked through. */
  get waiting(): number {
    return this.isSeen || !this.diff ? 0 : totalOf(this.diff);
  }

  /** For the question before publishing; null where nothing was published before. */
  get sentence(): string | null {
    const { diff, t } = this;
    if (!diff) return null;
    const changes = countsOf(diff).map(({ kind, count }) => t(`changes.${kind}`, { count }));
    return changes.length === 0
      ? t('changes.sentence.none', { version: diff.against })
      : t('changes.sentence', { version: diff.against, changes: this.page.app.format.comma(changes) });
  }

  render(): TemplateResult {
    const { diff, before, version, page, t } = this;
    if (!diff || !version) return html`<p class="muted">${t('figures.first')}</p>`;
    if (!this.isSeen) {
      this.isSeen = true;
      // The next step is another one now.
      queueMicrotask(() => page.changed());
    }
    const figures = version.levels.map(({ level, units }) => ({
      label: t('level.n', { level }),
      now: units,
      before: before?.levels.find((each) => each.level === level)?.units ?? null,
    }));
    const isStale = before !== null && before.version !== diff.against;
    return html`<h2>${t('changes.title', { version: diff.against })}</h2>
      ${isStale && version.status === 'draft' ? html`<p class="notice notice-warning">${t('changes.stale', { version: diff.against, current: before.version })}</p>` : nothing}
      ${this.renderProposal(diff)}
      ${before && !isStale ? renderFigures({ app: page.app, t: t as never }, t('overview.units'), figures, before.version, THRESHOLD) : nothing}
      ${totalOf(diff) === 0 ? html`<p>${t('changes.none')}</p>` : unitsIn(diff).map((level) => this.renderLevel(level))}`;
  }

  /** Major or minor, and why. Drafts stored earlier do not say why. */
  private renderProposal({ bump, reasons }: VersionDiff): TemplateResult | typeof nothing {
    const { t } = this;
    if (!reasons) return nothing;
    return html`<p>${t(`unitChange.bump.${bump}`)}</p>
      <ul>
        ${reasons.map(({ code, level, count, of, figure = 0 }) => html`<li>${t(`unitChange.reason.${code}`, { level, count, of, figure })}</li>`)}
      </ul>`;
  }

  private renderLevel({ level, changes }: ChangedLevel): TemplateResult {
    const { t } = this;
    return html`<section class="changes">
      <h3>${t('level.n', { level })}</h3>
      ${changes.map(({ kind, count }) => {
        const key = `${level} ${kind}`;
        const shown = this.shown.get(key) ?? 0;
        const rows = shown > 0 ? this.rowsOf(level, kind).slice(0, shown) : [];
        this.ask(rows);
        const toggle = (event: Event) => this.setShown(key, (event.target as HTMLDetailsElement).open ? Math.max(shown, PAGE) : 0);
        return html`<details class="changes-kind" @toggle=${toggle}>
          <summary>${t(`changes.${kind}`, { count })}</summary>
          <ul class="items">
            ${rows.map((row) => this.renderRow(row))}
          </ul>
          ${
            shown > 0 && shown < count
              ? html`<button class="button" @click=${() => this.setShown(key, shown + 5 * PAGE)}>${t('finding.more', { shown, total: count })}</button>`
              : nothing
          }
        </details>`;
      })}
    </section>`;
  }

  private setShown(key: string, shown: number): void {
    if ((this.shown.get(key) ?? 0) === shown) return;
    this.shown.set(key, shown);
    this.page.changed();
  }

  private ask(rows: readonly Row[]): void {
    for (const [units, own] of Map.groupBy(rows, (row) => row.units)) void units.ask(own.map(({ pcode }) => pcode));
  }

  private rowsOf(level: number, kind: ChangeKind): Row[] {
    const { t, page } = this;
    const own = this.diff!.levels.find((each) => each.level === level)!;
    const [units, gone] = [this.units!, this.unitsBefore!];
    if (kind === 'added') return own.added.map((pcode) => ({ pcode, units, level, more: nothing }));
    if (kind === 'removed') {
      const into = new Map((own.retired ?? []).map((unit) => [unit.pcode as string, unit.into]));
      return own.removed.map((pcode) => ({ pcode, units: gone, level: null, more: this.intoText(level, into.get(pcode) ?? []) }));
    }
    const to = page.app.direction === 'rtl' ? '←' : '→';
    const arrow = (before: string, after: string) => html`<bdi>${before || '–'}</bdi> ${to} <bdi>${after || '–'}</bdi>`;
    if (kind === 'renamed') return own.renamed.map(({ pcode, before, after }) => ({ pcode, units, level, more: arrow(before, after) }));
    if (kind === 'recoded') return own.recoded.map(({ before, after }) => ({ pcode: after, units, level, more: arrow(before, after) }));
    const change = new Intl.NumberFormat(page.app.format.locale, { style: 'percent', maximumFractionDigits: 2, signDisplay: 'exceptZero' });
    return own.redrawn
      .toSorted((a, b) => Math.abs(b.areaChangePercent) - Math.abs(a.areaChangePercent))
      .map(({ pcode, areaChangePercent: percent }) => ({
        pcode,
        units,
        level,
        more: percent === 0 ? t('changes.area.same') : html`${t('changes.area', { change: `\u2068${change.format(percent / 100).replace('-', '−')}\u2069` })}`,
      }));
  }

  /** Where the ground of a unit that is gone lies now. */
  private intoText(level: number, into: readonly { pcode: string; share: number }[]): string | typeof nothing {
    const { page, t, units } = this;
    if (into.length === 0) return nothing;
    void units!.ask(into.map(({ pcode }) => pcode));
    const share = new Intl.NumberFormat(page.app.format.locale, { style: 'percent' });
    const names = into.map((heir) => `${units!.nameOf(heir.pcode, level, page.app.language) || heir.pcode} (${share.format(heir.share)})`);
    return t('changes.into', { units: page.app.format.list(names) });
  }

  private renderRow({ pcode, units, level, more }: Row): TemplateResult {
    const { page } = this;
    const name = units.nameOf(pcode, level, page.app.language);
    const text = html`<b><bdi>${name || pcode}</bdi></b> ${name ? html`<bdi class="muted">${pcode}</bdi>` : nothing}
      ${more === nothing ? nothing : html`<span class="item-units small">${more}</span>`}`;
    return html`<li class="item">
      ${level === null ? html`<span class="item-go">${text}</span>` : html`<button class="item-go" @click=${() => page.showUnits(level, [pcode])}>${text}</button>`}
    </li>`;
  }
}
