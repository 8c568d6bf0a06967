/** The upload page: what was dropped, what it is, what is missing, how far it is; then the draft. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type accountMessages from '../messages/en/account.ts';
import type commonMessages from '../messages/en/common.ts';
import type uploadMessages from '../messages/en/upload.ts';
import type { JobStatus } from '../../server/contract/dataset.ts';
import type { DatasetKind, Iso3 } from '../../server/contract/ids.ts';
import { ApiProblem } from '../api.ts';
import '../ui/drop.ts';
import { icon } from '../ui/icon.ts';
import { followJob, isFinished } from '../upload/follow.ts';
import { gatherFiles, guessCountry, type Group } from '../upload/gather.ts';
import { sendFiles } from '../upload/transfer.ts';
import { View, isAbort } from '../view.ts';
import { createWork, type User, type Work } from '../work.ts';
import { failure, field, valuesOf } from './form.ts';
import { refusalText } from './refusals.ts';
import { pageHeader } from './header.ts';
import { renderQuestion } from './upload-question.ts';
import './upload.css';

export type UploadKey = keyof typeof uploadMessages | keyof typeof accountMessages | keyof typeof commonMessages;

type Stage = 'read' | 'normalize' | 'topology' | 'count' | 'check' | 'tile' | 'export' | 'store';
/** In the order in which they come. */
const STAGES: Record<DatasetKind, Stage[]> = {
  'cod-ab': ['read', 'normalize', 'topology', 'check', 'tile', 'export', 'store'],
  'cod-ps': ['read', 'normalize', 'check', 'export', 'store'],
  '3w': ['read', 'normalize', 'count', 'check', 'store'],
};
const KINDS: DatasetKind[] = ['cod-ab', 'cod-ps', '3w'];

export class UploadView extends View<UploadKey> {
  static override properties: PropertyDeclarations = {
    user: { state: true },
    ready: { state: true },
    files: { state: true },
    sent: { state: true },
    job: { state: true },
    error: { state: true },
    country: { state: true },
  };
  declare private user: User | null;
  declare private ready: boolean;
  declare private files: File[];
  /** Bytes on their way; null while nothing is being sent. */
  declare private sent: { sent: number; total: number } | null;
  declare job: JobStatus | null;
  declare private error: unknown;
  declare private country: string;
  private sending = new AbortController();
  private stopFollowing = () => {};

  constructor() {
    super();
    this.user = this.sent = this.job = this.error = null;
    this.ready = false;
    this.files = [];
    this.country = '';
  }

  get work(): Work {
    return createWork(this.app.api);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing();
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('upload.title'));
    void this.work
      .getSession()
      .then((user) => (this.user = user))
      .catch((error: unknown) => (this.error = error))
      .finally(() => (this.ready = true));
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('app')) return;
    const dropped = this.app.takeDropped();
    if (dropped.length) this.add(dropped);
  }

  private add(files: File[]): void {
    if (this.sent || (this.job && !isFinished(this.job))) return;
    if (this.job) this.reset();
    this.files = [...this.files, ...files];
    this.error = null;
    this.country = guessCountry(gatherFiles(this.files).map(({ name }) => name));
  }

  private reset(): void {
    this.stopFollowing();
    this.files = [];
    this.sent = this.job = this.error = null;
    this.country = '';
  }

  private removeGroup(group: Group<File>): void {
    const names = new Set(group.files.map(({ name }) => name));
    this.files = this.files.filter(({ name }) => !names.has(name));
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { kind, country } = valuesOf(event.currentTarget as HTMLFormElement);
    this.country = country!.toUpperCase();
    void this.send({ ...(kind ? { kind: kind as DatasetKind } : {}), ...(this.country ? { country: this.country as Iso3 } : {}) });
  };

  private async send(about: { kind?: DatasetKind; country?: Iso3 }): Promise<void> {
    const files = gatherFiles(this.files).flatMap((group) => group.files);
    this.error = null;
    this.sent = { sent: 0, total: files.reduce((sum, { size }) => sum + size, 0) };
    this.sending = new AbortController();
    try {
      const onProgress = (sent: number, total: number) => (this.sent = { sent, total });
      this.follow(await sendFiles({ files, about, work: this.work, signal: this.sending.signal, onProgress }));
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    } finally {
      this.sent = null;
    }
  }

  follow(job: JobStatus): void {
    this.job = job;
    this.stopFollowing();
    this.stopFollowing = followJob(job.id, (job) => {
      this.job = job;
      if (job.state === 'succeeded') this.app.navigate(this.app.href(`/drafts/${job.dataset}/${job.version}`));
    });
  }

  async answer(answer: { encoding?: string; crs?: string }): Promise<void> {
    this.error = null;
    try {
      this.follow(await this.work.answerJob(this.job!.id, answer));
    } catch (error) {
      this.error = error;
    }
  }

  private cancel(): void {
    this.sending.abort();
    if (this.job) void this.work.cancelJob(this.job.id).catch((error: unknown) => (this.error = error));
  }

  override render() {
    const { t } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide upload" tabindex="-1">
        <div>
          <h1 tabindex="-1">${t('upload.title')}</h1>
          <p class="muted">${t('upload.lead')}</p>
        </div>
        ${this.ready ? this.renderMain() : nothing}
      </main>`;
  }

  private renderMain(): TemplateResult {
    const { t, user, job } = this;
    if (!user)
      return html`${this.error ? failure(this.error, t as never) : nothing}
        <p class="notice">${icon('info', 18)} ${t('upload.need-account')}</p>
        ${this.renderFiles(gatherFiles(this.files), false)}
        <p><a class="button button-primary" href=${this.app.href('/signin', { next: '/upload' })}>${t('account.signin')}</a></p>`;
    if (!user.permissions.includes('upload.create')) return html`<p class="notice">${t('upload.need-role', { role: t(`role.${user.role}`) })}</p>`;
    return html`<p class="small muted">${t('account.as', { name: user.name })} · <a href=${this.app.href('/signin')}>${t(`role.${user.role}`)}</a></p>
      ${job ? this.renderJob(job) : this.sent ? this.renderSending(this.sent) : this.renderChoice()}`;
  }

  private renderChoice(): TemplateResult {
    const { t } = this;
    const groups = gatherFiles(this.files);
    return html`<cod-drop label=${t('upload.drop')} hint=${t('upload.hint')} @files=${(event: CustomEvent<File[]>) => this.add(event.detail)}></cod-drop>
      ${failure(this.error, t as never)} ${this.renderFiles(groups, true)}
      ${
        groups.length === 0
          ? nothing
          : html`<form class="card-box upload-about" @submit=${this.submit}>
              <div class="field">
                <label for="kind">${t('upload.kind')}</label>
                <select id="kind" name="kind" class="select">
                  <option value="">${t('upload.kind.auto')}</option>
                  ${KINDS.map((kind) => html`<option value=${kind}>${t(`kind.${kind}`)}</option>`)}
                </select>
              </div>
              ${field({
                name: 'country',
                label: t('upload.country'),
                value: this.country,
                autocomplete: 'off',
                fault: this.error instanceof ApiProblem && this.error.code === 'upload.country' ? this.error.message : undefined,
              })}
              <p class="actions">
                <button class="button button-primary" ?disabled=${groups.some(({ missing }) => missing.length > 0)}>${t('upload.send')}</button>
                <button type="button" class="button" @click=${() => this.reset()}>${t('upload.clear')}</button>
              </p>
            </form>`
      }`;
  }

  private renderFiles(groups: Group<File>[], editable: boolean): TemplateResult | typeof nothing {
    const { t, app } = this;
    if (groups.length === 0) return nothing;
    const size = (files: File[]) => app.format.bytes(files.reduce((sum, { size }) => sum + size, 0));
    return html`<section class="card-box">
      <h2>${t('upload.files', { count: groups.length, size: size(this.files) })}</h2>
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
                  ? html`<button class="icon-button" aria-label=${t('upload.remove', { name: group.name })} @click=${() => this.removeGroup(group)}>
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
      <p><button class="button" @click=${() => this.cancel()}>${t('upload.cancel')}</button></p>
    </section>`;
  }

  private renderJob(job: JobStatus): TemplateResult {
    const { t } = this;
    const [kind, country] = [job.dataset.slice(0, -4) as DatasetKind, job.dataset.slice(-3).toUpperCase()];
    const again = html`<p><button class="button" @click=${() => this.reset()}>${t('upload.clear')}</button></p>`;
    return html`<section class="card-box" data-state=${job.state}>
      <h2>${t('upload.job', { kind: t(`kind.${kind}`), country })}</h2>
      ${failure(this.error, t as never)}
      ${
        job.state === 'failed'
          ? html`${
              renderQuestion(this, job) ??
              html`<p class="notice notice-error" role="alert">
                ${icon('error', 18)}
                <span
                  ><strong>${t('upload.failed')}</strong><br /><span dir="auto"
                    >${refusalText(job.error?.detail ?? '', job.error?.details, this.app.language)}</span
                  ></span
                >
              </p>`
            }
            ${again}`
          : job.state === 'cancelled'
            ? html`<p role="status">${t('upload.cancelled')}</p>
                ${again}`
            : this.renderStages(job)
      }
    </section>`;
  }

  private renderStages(job: JobStatus): TemplateResult {
    const { t } = this;
    const stages = STAGES[job.dataset.slice(0, -4) as DatasetKind];
    const at = job.state === 'succeeded' ? stages.length : stages.indexOf(job.stage as Stage);
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
      ${at < 0 ? html`<p>${t('upload.waiting')}</p>` : nothing}
      ${job.state === 'succeeded' ? html`<p role="status">${t('upload.done')}</p>` : html`<p><button class="button" @click=${() => this.cancel()}>${t('upload.cancel')}</button></p>`}`;
  }
}

customElements.define('upload-view', UploadView);
