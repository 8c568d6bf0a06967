/** `<second-factor>`: turning two-step verification on with an app, its backup codes, and turning it off; each begins with the password. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SecondFactorAnswer, SecondFactorSetup } from '../../../server/contract/people/people.ts';
import { field, valuesOf } from '../../kit/form.ts';
import { icon } from '../../ui/icon.ts';
import { qrCode } from '../../kit/person/qr.ts';
import { PeopleView } from './view.ts';
import './people.css';

/** What the password is asked for. */
type Purpose = 'setup' | 'codes' | 'end';
type Step =
  | { name: 'state' }
  | { name: 'password'; purpose: Purpose }
  | { name: 'scan'; setup: SecondFactorSetup }
  /** The codes are shown this once; `isNew`: it was just turned on. */
  | { name: 'codes'; codes: string[]; isNew: boolean };

export class SecondFactor extends PeopleView {
  static override properties: PropertyDeclarations = { answer: { state: true }, step: { state: true } };
  declare private answer: SecondFactorAnswer | null;
  declare private step: Step;

  constructor() {
    super();
    this.answer = null;
    this.step = { name: 'state' };
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    await this.attempt(async () => (this.answer = await this.work.getSecondFactor()));
  }

  /** Another step: its heading or first field takes the focus, so that readers of the screen hear where they are. */
  private async go(step: Step): Promise<void> {
    this.step = step;
    this.error = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, [data-focus]')?.focus();
  }

  private readonly givePassword = (event: SubmitEvent): void => {
    event.preventDefault();
    const current = valuesOf(event.currentTarget as HTMLFormElement)['factor-current']!;
    const { purpose } = this.step as { purpose: Purpose };
    void this.attempt(async () => {
      if (purpose === 'setup') return this.go({ name: 'scan', setup: await this.work.setUpSecondFactor(current) });
      if (purpose === 'codes') return this.go({ name: 'codes', codes: (await this.work.renewBackupCodes(current)).backupCodes, isNew: false });
      await this.work.endSecondFactor(current);
      await this.finish(this.t('factor.turned-off'));
    });
  };

  private readonly confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const { code } = valuesOf(event.currentTarget as HTMLFormElement);
    const { setup } = this.step as { setup: SecondFactorSetup };
    void this.attempt(async () => {
      await this.work.confirmSecondFactor(code!);
      this.answer = { on: true, backupCodes: setup.backupCodes.length };
      await this.go({ name: 'codes', codes: setup.backupCodes, isNew: true });
    });
  };

  private async finish(said?: string): Promise<void> {
    if (said) this.app.toast(said);
    this.answer = await this.work.getSecondFactor();
    await this.go({ name: 'state' });
  }

  override render() {
    const { t, answer } = this;
    return html`<section class="card-box" aria-labelledby="factor-title">
      <h2 id="factor-title" tabindex="-1" ?data-focus=${this.step.name === 'state'}>
        ${t('factor.title')}
        ${answer ? html`<span class="badge ${answer.on ? 'badge-good' : ''}">${t(answer.on ? 'factor.on' : 'factor.off')}</span>` : nothing}
      </h2>
      ${this.step.name === 'state' || this.step.name === 'password' ? this.failure() : nothing} ${this.renderStep()}
    </section>`;
  }

  private renderStep(): TemplateResult {
    const { step } = this;
    if (step.name === 'password') return this.renderPassword(step.purpose);
    if (step.name === 'scan') return this.renderScan(step.setup);
    if (step.name === 'codes') return this.renderCodes(step);
    return this.renderState();
  }

  private renderState(): TemplateResult {
    const { t, answer } = this;
    const button = (purpose: Purpose, label: string, primary = false) =>
      html`<button class="button ${primary ? 'button-primary' : ''}" @click=${() => void this.go({ name: 'password', purpose })}>${label}</button>`;
    if (!answer) return html`<p class="muted" role="status">${this.error ? nothing : t('factor.loading')}</p>`;
    if (!answer.on)
      return html`<p>${t('factor.lead')}</p>
        <p class="actions">${button('setup', t('factor.setup'), true)}</p>`;
    const left = answer.backupCodes ?? 0;
    return html`<p class=${left < 3 ? 'notice notice-warning' : ''}>
        ${left < 3 ? icon('warning', 18) : nothing} <span>${t('factor.codes.left', { count: left })}</span>
      </p>
      <p class="actions">${button('codes', t('factor.codes.new'))} ${button('end', t('factor.end'))}</p>`;
  }

  private renderPassword(purpose: Purpose): TemplateResult {
    const { t } = this;
    const [lead, action] = {
      setup: [t('factor.password.lead'), t('signin.continue')],
      codes: [t('factor.codes.new.lead'), t('factor.codes.new')],
      end: [t('factor.end.lead'), t('factor.end')],
    }[purpose] as [string, string];
    return html`<form @submit=${this.givePassword}>
      <p>${lead}</p>
      ${field({
        name: 'factor-current',
        label: t('account.password'),
        type: 'password',
        required: true,
        autocomplete: 'current-password',
        fault: this.faults['current'],
      })}
      <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${action}</button> ${this.renderCancel()}</p>
    </form>`;
  }

  private renderCancel(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => void this.go({ name: 'state' })}>${this.t('factor.cancel')}</button>`;
  }

  private renderScan({ uri, secret }: SecondFactorSetup): TemplateResult {
    const { t } = this;
    return html`<p tabindex="-1" data-focus>${t('factor.scan')}</p>
      <div class="qr-frame">${qrCode(uri, t('factor.qr'))}</div>
      <p class="actions"><a class="button" href=${uri}>${t('factor.open')}</a></p>
      <div class="field">
        <p id="factor-key">${t('factor.key')}</p>
        <p class="secret">
          <code dir="ltr" tabindex="0" aria-labelledby="factor-key">${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code
          ><button type="button" class="button" @click=${() => this.copy(secret)}>${icon('copy', 18)} ${t('copy')}</button>
        </p>
      </div>
      <form @submit=${this.confirm}>
        ${this.failure()}
        ${field({
          name: 'code',
          label: t('factor.confirm'),
          hint: t('signin.code.hint'),
          required: true,
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          dir: 'ltr',
          fault: this.faults['code'],
        })}
        <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t('factor.turn-on')}</button> ${this.renderCancel()}</p>
      </form>`;
  }

  private renderCodes({ codes, isNew }: { codes: string[]; isNew: boolean }): TemplateResult {
    const { t } = this;
    const text = `Codmap ${location.host}\n${codes.join('\n')}\n`;
    const file = `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
    return html`${isNew ? html`<p class="notice notice-good" tabindex="-1" data-focus>${icon('check', 18)} ${t('factor.turned-on')}</p>` : nothing}
      <h3 tabindex="-1" ?data-focus=${!isNew}>${t('factor.codes')}</h3>
      <p>${t('factor.codes.lead')}</p>
      <ol class="backup-codes" dir="ltr">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <p class="actions">
        <button class="button" @click=${() => this.copy(text)}>${icon('copy', 18)} ${t('copy')}</button>
        <a class="button" href=${file} download="codmap-backup-codes.txt">${icon('download', 18)} ${t('factor.codes.download')}</a>
      </p>
      <p class="actions"><button class="button button-primary" @click=${() => void this.attempt(() => this.finish())}>${t('factor.codes.kept')}</button></p>`;
  }
}

customElements.define('second-factor', SecondFactor);
