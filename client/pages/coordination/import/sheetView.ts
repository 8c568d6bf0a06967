/** A spreadsheet becomes part of what is kept: dropped, read, asked about, confirmed, and each row told what became of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { signInHref } from '../../../kit/address.ts';
import { failure } from '../../../kit/form.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import type { Section } from '../../../kit/workgroup/place.ts';
import '../../../ui/drop.ts';
import { icon } from '../../../ui/icon.ts';
import { renderChanges, renderDoubts, renderLedger } from './plan.ts';
import type { AnySheet, ImportKey, SheetModel } from './sheetModel.ts';
import '../../../kit/columns/questions.css';
import './page.css';

const COUNTED = ['planned', 'unchanged', 'doubt', 'left'] as const;

/** What a page says of its own. */
export interface SheetTexts {
  title: string;
  lead: string;
  /** To where what was imported is seen. */
  back: string;
  see: string;
  needAccount: string;
  columns: TemplateResult;
  /** What applying does besides the changes. */
  confirm: string;
}

export abstract class SheetView extends View<ImportKey> {
  protected abstract readonly model: SheetModel<{ is: string }, AnySheet>;
  protected abstract get texts(): SheetTexts;
  protected abstract renderColumns(): TemplateResult;
  /** What of the working group it belongs to. */
  protected abstract readonly section: Section;

  /** After it was applied. */
  protected renderApplied(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.texts.title);
  }

  override render() {
    const { t, app, model, texts } = this;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, this.section, false)}
      <main id="content" class="wide import" tabindex="-1">
        <div>
          <p class="small"><a href=${model.backHref}>${texts.back}</a></p>
          <h1 tabindex="-1">${texts.title}</h1>
          <p class="muted">${texts.lead}</p>
        </div>
        ${model.ready ? this.renderMain() : this.loading(t('coordination.loading'))}
      </main>`;
  }

  private renderMain(): TemplateResult {
    const { t, app, model } = this;
    if (!model.isSignedIn)
      return html`<p class="notice notice-plain">${icon('info', 18)} <span>${this.texts.needAccount}</span></p>
        <p><a class="button button-primary" href=${signInHref(app)}>${t('coordination.signin')}</a></p>`;
    return html`${failure(model.error, t as never)}
    ${model.busy ? html`<p role="status" class="import-busy"><span class="spinner"></span> ${t('import.busy')}</p>` : nothing}
    ${model.imported ? this.renderImport(model.imported) : this.renderDrop()}`;
  }

  private renderDrop(): TemplateResult {
    const { t, model } = this;
    return html`<cod-drop
        label=${t('import.drop')}
        hint=${t('import.hint')}
        @files=${(event: CustomEvent<File[]>) => void model.read(event.detail[0]!)}
      ></cod-drop>
      <p class="small muted">${this.texts.columns}</p>`;
  }

  private renderImport(imported: AnySheet): TemplateResult {
    const { t, app, model } = this;
    const { file, sheet, sheets, counts, appliedAt } = imported;
    return html`<section class="card-box" aria-label=${t('import.read')}>
        <p class="import-file">
          <strong><bdi>${file}</bdi></strong>
          ${
            sheets.length > 1
              ? html`<label
                  ><span class="visually-hidden">${t('import.sheet')}</span>
                  <select
                    class="select"
                    ?disabled=${model.busy || appliedAt !== null}
                    @change=${(event: Event) => void model.say({ sheet: (event.target as HTMLSelectElement).value })}
                  >
                    ${sheets.map((each) => html`<option value=${each} .selected=${each === sheet}>${each}</option>`)}
                  </select></label
                >`
              : nothing
          }
          ${appliedAt === null ? html`<button class="button" ?disabled=${model.busy} @click=${() => void model.drop()}>${t('import.drop-it')}</button>` : nothing}
        </p>
        <ul class="import-counts">
          ${COUNTED.map((outcome) => html`<li data-outcome=${outcome}><b class="number">${app.format.number(counts[outcome] ?? 0)}</b> <span class="small muted">${t(`import.outcome.${outcome}`)}</span></li>`)}
        </ul>
      </section>
      ${
        appliedAt === null
          ? nothing
          : html`<p class="notice notice-good" role="status">
                ${icon('check', 18)} <span>${t('import.applied', { date: appliedAt })} <a href=${model.backHref}>${this.texts.see}</a></span>
              </p>
              ${this.renderApplied()}`
      }
      ${renderDoubts(model, imported)} ${renderChanges(model, imported)} ${appliedAt === null ? this.renderConfirm() : nothing}
      <details class="group-fold fold" ?open=${counts.planned === 0 && appliedAt === null}>
        <summary>${icon('chevron', 14)} ${t('import.columns', { count: imported.columns.length })}</summary>
        <div class="import-columns">
          ${this.renderColumns()}
          ${
            appliedAt === null
              ? html`<p class="actions">
                  <button class="button" ?disabled=${model.busy || model.said.size === 0} @click=${() => void model.sayColumns()}>
                    ${t('import.columns.say', { count: model.said.size })}
                  </button>
                </p>`
              : nothing
          }
        </div>
      </details>
      ${renderLedger(model, imported)}`;
  }

  private renderConfirm(): TemplateResult {
    const { t, model } = this;
    const { openDoubts, takenChanges } = model;
    return html`<section class="import-confirm" aria-labelledby="confirm-title">
      <h2 id="confirm-title">${t('import.confirm')}</h2>
      <p>
        ${t('import.confirm.says', { changes: takenChanges })}${openDoubts > 0 ? html` ${t('import.confirm.doubts', { count: openDoubts })}` : nothing}
        ${this.texts.confirm}
      </p>
      <p class="actions">
        <button class="button button-primary" ?disabled=${model.busy || takenChanges === 0} @click=${() => void model.apply()}>
          ${t('import.apply', { count: takenChanges })}
        </button>
      </p>
    </section>`;
  }
}
