/** The upload page: what was dropped, what it is, what is missing, how far it is; then the draft. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { DatasetKind } from '../../../server/contract/ids.ts';
import { ApiProblem } from '../../kit/api.ts';
import { UploadModel, type UploadKey } from './model.ts';
import '../../ui/drop.ts';
import { isArchive } from '../../ui/dropped.ts';
import { icon } from '../../ui/icon.ts';
import type { Group } from './gather.ts';
import { mayAnywhere } from '../../kit/may.ts';
import { View } from '../../kit/view.ts';
import { failure, field, valuesOf } from '../../kit/form.ts';
import { failureOf } from '../../kit/refusals.ts';
import { signInHref } from '../../kit/address.ts';
import { pageHeader } from '../../kit/header.ts';
import { isQuestion } from './asked.ts';
import { askedKind, renderWhichLayer } from './layer.ts';
import { renderQuestion } from './question.ts';
import { KINDS, KIND_IDS, countryOf, kindOf, type UploadStage } from '../../kit/kinds.ts';
import './page.css';

class UploadView extends View<UploadKey> {
  private readonly model = new UploadModel(this);

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('upload.title'));
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { kind, country, slug = '', name = '' } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.model.send({ kind: (kind ?? '') as DatasetKind | '', country: country!, slug: slug || name });
  };

  override render() {
    const { t } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide upload" tabindex="-1">
        <div>
          <h1 tabindex="-1">${t('upload.title')}</h1>
          <p class="muted">${t('upload.lead')}</p>
          <p><a href=${this.app.href('/archive')}>${t('upload.archive')}</a></p>
        </div>
        ${this.model.ready ? this.renderMain() : nothing}
      </main>`;
  }

  private renderMain(): TemplateResult {
    const { t } = this;
    const { user, job, sent, error, groups } = this.model;
    if (!user)
      return html`${error ? failure(error, t as never) : nothing}
        <p class="notice">${icon('info', 18)} ${t('upload.need-account')}</p>
        ${this.renderFiles(groups, false)}
        <p><a class="button button-primary" href=${signInHref(this.app)}>${t('account.signin')}</a></p>`;
    if (!mayAnywhere(user, 'upload.create')) return html`<p class="notice">${t('upload.need-role')}</p>`;
    return html`<p class="small muted">${t('account.as', { name: user.name })} · <a href=${this.app.href('/signin')}>${t('account.title')}</a></p>
      ${job ? this.renderJob(job) : sent ? this.renderSending(sent) : this.renderChoice()}`;
  }

  private renderChoice(): TemplateResult {
    const { t, model } = this;
    const { groups, error } = model;
    return html`<cod-drop
        label=${t('upload.drop')}
        hint=${t('upload.hint')}
        @files=${(event: CustomEvent<File[]>) => (event.detail.every(isArchive) ? this.app.receive(event.detail) : model.add(event.detail))}
      ></cod-drop>
      ${failure(error, t as never)} ${this.renderFiles(groups, true)}
      ${
        groups.length === 0
          ? nothing
          : html`<form class="card-box upload-about" @submit=${this.submit}>
              <div class="field">
                <label for="kind">${t('upload.kind')}</label>
                <select id="kind" name="kind" class="select">
                  <option value="">${t('upload.kind.auto')}</option>
                  ${KIND_IDS.map((kind) => html`<option value=${kind} .selected=${kind === askedKind(error)}>${t(`kind.${kind}`)}</option>`)}
                </select>
              </div>
              ${field({
                name: 'country',
                label: t('upload.country'),
                value: model.country,
                autocomplete: 'off',
                fault: error instanceof ApiProblem && error.code === 'upload.country' ? error.message : undefined,
              })}
              ${renderWhichLayer(t, error)}
              <p class="actions">
                <button class="button button-primary" ?disabled=${groups.some(({ missing }) => missing.length > 0)}>${t('upload.send')}</button>
                <button type="button" class="button" @click=${() => model.reset()}>${t('upload.clear')}</button>
              </p>
            </form>`
      }`;
  }

  private renderFiles(groups: Group<File>[], editable: boolean): TemplateResult | typeof nothing {
    const { t, app } = this;
    if (groups.length === 0) return nothing;
    const size = (files: File[]) => app.format.bytes(files.reduce((sum, { size }) => sum + size, 0));
    return html`<section class="card-box">
      <h2>${t('upload.files', { count: groups.length, size: size(this.model.files) })}</h2>
      <ul class="rows">
        ${groups.map(
          (group) =>
            html`<li>
              <span
                ><strong><bdi>${group.name}</bdi></strong> <span class="muted small number">${size(group.files)}</span>
                ${group.missing.length ? html`<span class="notice notice-error" role="alert">${icon('error', 18)} ${t('upload.missing', { name: group.name, parts: app.format.list(group.missing) })}</span>` : nothing}
                ${group.advised.length ? html`<span class="small muted upload-advised">${t('upload.advised', { name: group.name, parts: app.format.list(group.advised) })}</span>` : nothing}
              </span>
              ${
                editable
                  ? html`<button class="icon-button" aria-label=${t('upload.remove', { name: group.name })} @click=${() => this.model.remove(group)}>
                      ${icon('close', 18)}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderSending({ sent, total }: { sent: number; total: number }): TemplateResult {
    const { t, app } = this;
    const label = sent >= total ? t('upload.detecting') : t('upload.sending', { sent: app.format.bytes(sent), total: app.format.bytes(total) });
    return html`<section class="card-box">
      <p role="status" class="number">${label}</p>
      <progress max=${total} .value=${sent} aria-label=${t('upload.title')}></progress>
      <p><button class="button" @click=${() => this.model.cancel()}>${t('upload.cancel')}</button></p>
    </section>`;
  }

  private renderJob(job: JobStatus): TemplateResult {
    const { t } = this;
    const [kind, country] = [kindOf(job.dataset), countryOf(job.dataset).toUpperCase()];
    const again = html`<p><button class="button" @click=${() => this.model.reset()}>${t('upload.clear')}</button></p>`;
    return html`<section class="card-box" data-state=${job.state}>
      <h2>${t('upload.job', { kind: t(`kind.${kind}`), country })}</h2>
      ${failure(this.model.error, t as never)}
      ${
        job.state === 'failed'
          ? html`${
              isQuestion(job)
                ? nothing
                : html`<p class="notice notice-error" role="alert">
                    ${icon('error', 18)}
                    <span><strong>${t('upload.failed')}</strong><br /><span dir="auto">${failureOf(job, this.app.language)}</span></span>
                  </p>`
            }
            ${this.model.asked ? renderQuestion(this.model, this.model.asked) : nothing} ${again}`
          : job.state === 'cancelled'
            ? html`<p role="status">${t('upload.cancelled')}</p>
                ${again}`
            : this.renderStages(job)
      }
    </section>`;
  }

  private renderStages(job: JobStatus): TemplateResult {
    const { t } = this;
    const stages = KINDS[kindOf(job.dataset)].stages;
    const at = job.state === 'succeeded' ? stages.length : stages.indexOf(job.stage as UploadStage);
    const percent = job.total > 0 ? Math.round((100 * job.done) / job.total) : 0;
    const now = stages[at];
    return html`<p class="visually-hidden" role="status">${job.state === 'succeeded' ? t('upload.done') : now ? t(`stage.${now}`) : t('upload.waiting')}</p>
      <ol class="stages">
        ${stages.map(
          (stage, i) =>
            html`<li aria-current=${i === at ? 'step' : nothing} data-done=${i < at}>
              <span class="stage-mark" aria-hidden="true">${i < at ? icon('check', 16) : i + 1}</span>
              ${i === at ? t('stage.now', { stage: t(`stage.${stage}`), percent }) : t(`stage.${stage}`)}
              ${i === at ? html`<progress max="100" .value=${percent} aria-label=${t(`stage.${stage}`)}></progress>` : nothing}
            </li>`,
        )}
      </ol>
      ${at < 0 ? html`<p>${t(job.stage === 'clean' ? 'stage.clean' : 'upload.waiting')}</p>` : nothing}
      ${job.state === 'succeeded' ? html`<p role="status">${t('upload.done')}</p>` : html`<p><button class="button" @click=${() => this.model.cancel()}>${t('upload.cancel')}</button></p>`}`;
  }
}

customElements.define('upload-view', UploadView);
