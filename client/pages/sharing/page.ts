/** The information sharing protocol of a country: the table that holds, what each dataset is by it, and its versions. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Classification, ClassificationRow } from '../../../server/contract/sensitivity/sensitivity.ts';
import { kindOf } from '../../kit/kinds.ts';
import { pageHeader } from '../../kit/header.ts';
import '../../kit/sensitivity/element.ts';
import type { SharingKey } from '../../kit/sensitivity/texts.ts';
import { View } from '../../kit/view.ts';
import { workgroupNav } from '../../kit/workgroup/nav.ts';
import { documentPath } from '../../kit/workgroup/place.ts';
import { icon } from '../../ui/icon.ts';
import './dialogs.ts';
import type { EndorseDialog, RowDialog } from './dialogs.ts';
import { SharingModel } from './model.ts';
import { renderTable } from './rows.ts';
import './page.css';

export class SharingView extends View<SharingKey> {
  private readonly model = new SharingModel(this);
  private readonly rowDialog = createRef<RowDialog>();
  private readonly endorseDialog = createRef<EndorseDialog>();

  protected override updated(): void {
    this.app.setTitle(this.t('sharing.of', { country: this.model.country }));
  }

  override render() {
    const { t, app, model } = this;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'sharing')}
      <main id="content" class="sharing" tabindex="-1">${model.answer ? this.renderSharing() : this.renderWait()}</main>`;
  }

  private renderWait(): TemplateResult {
    const { t, app, model } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return model.error
      ? this.failed(model.error, () => void model.load(), { notFound: t('sharing.missing', { scope: model.scope }), back })
      : this.loading(t('sharing.loading'));
  }

  private renderSharing(): TemplateResult {
    const { t, app, model } = this;
    const { may } = model.answer!;
    const { table } = model;
    const canEdit = may.edit && table?.is !== 'current';
    return html`<nav class="sharing-way small" aria-label=${t('nav.breadcrumb')}>
        <a href=${app.href(`/c/${model.scope.toLowerCase()}`)}>${model.country}</a><span class="flip" aria-hidden="true">${icon('chevron', 12)}</span
        ><a href=${app.href(`/c/${model.scope.toLowerCase()}/coordination`)}>${t('sharing.coordination')}</a>
      </nav>
      <header>
        <h1 tabindex="-1">${t('sharing.of', { country: model.country })}</h1>
        <p class="muted">${t('sharing.lead')}</p>
      </header>
      ${this.renderState()}
      <div class="sharing-table">${renderTable(model, canEdit ? (row) => this.editRow(row) : null)}</div>
      ${canEdit ? html`<p class="actions"><button class="button" @click=${() => this.editRow(null)}>${t('sharing.add')}</button></p>` : nothing}
      ${this.renderDatasets()} ${this.renderVersions()}
      ${
        may.edit
          ? html`<row-dialog ${ref(this.rowDialog)} .app=${app} .t=${t} .model=${model}></row-dialog>
              <endorse-dialog ${ref(this.endorseDialog)} .app=${app} .t=${t} .model=${model}></endorse-dialog>`
          : nothing
      }`;
  }

  private editRow(row: ClassificationRow | null): void {
    void this.rowDialog.value?.open(row);
  }

  /** Which of the tables this is, and the next step. */
  private renderState(): TemplateResult {
    const { t, model } = this;
    const { current, draft, may } = model.answer!;
    const table = model.table!;
    if (table.is === 'proposal')
      return html`<div class="notice sharing-state">
        <p><b>${t('sharing.proposal')}</b></p>
        <p>${t('sharing.proposal.detail')}</p>
        ${may.edit ? html`<p class="actions"><button class="button button-primary" @click=${() => void this.start()}>${t('sharing.start')}</button></p>` : nothing}
      </div>`;
    const { version, document, endorsedBy, endorsedOn } = table.of!;
    if (table.is === 'draft')
      return html`<div class="notice notice-warning sharing-state">
        <p><b>${t('sharing.draft', { version })}</b> ${t('sharing.draft.detail')}</p>
        ${may.edit ? this.renderProtocol(document) : nothing}
        <p class="actions">
          ${may.endorse.length > 0 ? html`<button class="button button-primary" @click=${() => void this.endorseDialog.value?.open()}>${t('sharing.endorse')}</button>` : nothing}
          ${may.edit ? html`<button class="button" @click=${() => void model.drop()}>${t('sharing.drop')}</button>` : nothing}
          ${current ? html`<button class="button" @click=${() => model.show(false)}>${t('sharing.current.show')}</button>` : nothing}
        </p>
      </div>`;
    return html`<div class="sharing-state">
      <p>${icon('check', 16)} ${t('sharing.endorsed', { version, group: model.groupName(endorsedBy!), date: endorsedOn! })}</p>
      ${document ? html`<p class="small muted"><a href=${this.app.href(documentPath(model.scope, document.id, document.version))}>${t('sharing.document', { document: `${document.id} ${document.version}` })}</a></p>` : nothing}
      ${
        draft
          ? html`<p class="actions"><button class="button" @click=${() => model.show(true)}>${t('sharing.draft.show')}</button></p>`
          : may.edit
            ? html`<p class="actions"><button class="button" @click=${() => void this.start()}>${t('sharing.edit')}</button></p>`
            : nothing
      }
    </div>`;
  }

  /** Which protocol the table is part of, where there is one. */
  private renderProtocol(named: Classification['document']): TemplateResult | typeof nothing {
    const { t, model } = this;
    if (model.protocols.length === 0) return nothing;
    const keyOf = ({ id, version }: { id: string; version: string }) => `${id} ${version}`;
    const name = (event: Event) => {
      const chosen = model.protocols.find((each) => keyOf(each) === (event.target as HTMLSelectElement).value);
      const document = chosen ? { id: chosen.id, version: chosen.version } : null;
      void model.saveRows(model.table!.rows, document).catch((error: Error) => this.app.toast(error.message));
    };
    const known = named === null || model.protocols.some((each) => keyOf(each) === keyOf(named)) ? [] : [{ ...named, title: '' }];
    return html`<div class="field">
      <label for="sharing-protocol">${t('sharing.document.choose')}</label>
      <select class="select" id="sharing-protocol" @change=${name}>
        <option value="" .selected=${named === null}>${t('sharing.document.none')}</option>
        ${[...model.protocols, ...known].map(
          (each) =>
            html`<option value=${keyOf(each)} .selected=${named !== null && keyOf(named) === keyOf(each)}>
              ${`${each.title || each.id} ${each.version}`}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The table that is shown becomes the draft of the next one. */
  private async start(): Promise<void> {
    await this.model.saveRows(this.model.table!.rows).catch((error: Error) => this.app.toast(error.message));
  }

  private renderDatasets(): TemplateResult {
    const { t, app, model } = this;
    const { datasets } = model.answer!;
    const { scope } = model;
    return html`<section>
      <h2>${t('sharing.datasets')}</h2>
      ${
        datasets.length === 0
          ? html`<p class="muted">${t('sharing.datasets.none')}</p>`
          : html`<ul class="sharing-datasets">
              ${datasets.map(({ dataset }) => {
                const name = t(`kind.${kindOf(dataset)}`);
                return html`<li>
                  <h3><a href=${app.href(`/c/${scope.toLowerCase()}/${dataset}`)}>${name}</a></h3>
                  <data-sensitivity bare .app=${app} .t=${t} .about=${dataset} .name=${name} @said=${() => void model.load()}></data-sensitivity>
                </li>`;
              })}
            </ul>`
      }
    </section>`;
  }

  private renderVersions(): TemplateResult | typeof nothing {
    const { t, model } = this;
    const { versions } = model.answer!;
    if (versions.length === 0) return nothing;
    return html`<section>
      <h2>${t('sharing.versions')}</h2>
      <ol class="sharing-versions">
        ${versions.toReversed().map(
          ({ version, state, endorsedBy, endorsedOn }) =>
            html`<li>
              ${endorsedBy && endorsedOn ? t('sharing.endorsed', { version, group: model.groupName(endorsedBy), date: endorsedOn }) : version}
              <span class="badge ${state === 'current' ? 'badge-good' : ''}">${t(`sharing.state.${state}`)}</span>
            </li>`,
        )}
      </ol>
    </section>`;
  }
}

customElements.define('sharing-view', SharingView);
