/** Signing in, in one step or two, and joining by an invitation. All end where the person wanted to go. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { InviteAnswer, Notice } from '../../../server/contract/people/people.ts';
import { ApiProblem } from '../../kit/api.ts';
import { field, valuesOf } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import { mayAnywhere } from '../../kit/may.ts';
import type { User } from '../../kit/work.ts';
import { icon } from '../../ui/icon.ts';
import { holdingText } from './holding.ts';
import { landingOf } from './landing.ts';
import { noticesBox } from './notices.ts';
import { sentenceOf } from './problems.ts';
import { PeopleView } from './view.ts';
import './secondFactor.ts';

export class SigninView extends PeopleView {
  static override properties: PropertyDeclarations = { user: { state: true }, step: { state: true }, notices: { state: true } };
  declare private user: User | null;
  /** What is asked for: the password first, then a code where the account has a second factor. */
  declare private step: 'password' | 'app' | 'backup';
  declare private notices: Notice[];

  constructor() {
    super();
    this.user = null;
    this.step = 'password';
    this.notices = [];
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('account.signin'));
    void this.load().catch(() => undefined);
  }

  private async load(): Promise<void> {
    this.user = await this.work.getSession();
    if (this.user) void import('./own/summary.ts');
    if (mayAnywhere(this.user, 'member.manage')) this.notices = await this.work.getNotices();
  }

  private async leave(): Promise<void> {
    this.app.navigate(this.app.href(landingOf(this.query.get('next'), await this.work.getSession())));
  }

  /** The first field of the next step takes the focus. */
  private async go(step: 'password' | 'app' | 'backup'): Promise<void> {
    this.step = step;
    await this.updateComplete;
    this.querySelector<HTMLElement>('form input')?.focus();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { email, password } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.attempt(async () => {
      const { needs } = await this.work.signIn(email!, password!);
      await (needs ? this.go('app') : this.leave());
    });
  };

  private readonly submitCode = (event: SubmitEvent): void => {
    event.preventDefault();
    const { code } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.attempt(async () => {
      await this.work.giveCode(code!);
      await this.leave();
    }).then(() => {
      // The step ran out: back to the password, with the reason.
      if (this.error instanceof ApiProblem && this.error.code === 'auth.restart') void this.go('password');
    });
  };

  private async signOut(): Promise<void> {
    await this.work.signOut();
    this.user = null;
    this.notices = [];
  }

  private readonly changePassword = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { current, password } = valuesOf(form);
    void this.attempt(async () => {
      await this.work.changePassword(current!, password!);
      form.reset();
      form.closest('details')!.open = false;
      this.app.toast(this.t('account.password.changed'));
    });
  };

  override render() {
    const { t, user, step } = this;
    const heading = user ? t('account.title') : step === 'password' ? t('account.signin') : t('signin.code.title');
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="narrow" tabindex="-1">
        <h1 tabindex="-1">${heading}</h1>
        ${user ? this.renderAccount(user) : step === 'password' ? this.renderSignIn() : this.renderCode(step)}
      </main>`;
  }

  private renderSignIn(): TemplateResult {
    const { t } = this;
    return html`<p class="muted">${t('account.signin.lead')}</p>
      <form class="card-box" @submit=${this.submit}>
        ${this.failure()}
        ${field({ name: 'email', label: t('account.email'), type: 'email', required: true, autocomplete: 'username', fault: this.faults['email'] })}
        ${field({ name: 'password', label: t('account.password'), type: 'password', required: true, autocomplete: 'current-password' })}
        <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t('account.signin')}</button></p>
      </form>
      <p class="small muted">${t('account.no-invite')}</p>`;
  }

  private renderCode(step: 'app' | 'backup'): TemplateResult {
    const { t } = this;
    const isApp = step === 'app';
    return html`<p class="muted">${isApp ? t('signin.code.lead') : t('signin.backup.hint')}</p>
      <form class="card-box" @submit=${this.submitCode}>
        ${this.failure()}
        ${field({
          name: 'code',
          label: t(isApp ? 'signin.code' : 'signin.backup'),
          ...(isApp ? { hint: t('signin.code.hint'), inputmode: 'numeric' as const } : {}),
          required: true,
          autocomplete: isApp ? 'one-time-code' : 'off',
          dir: 'ltr',
          fault: this.faults['code'],
        })}
        <p class="actions">
          <button class="button button-primary" ?disabled=${this.busy}>${t('signin.continue')}</button>
          <button type="button" class="button" @click=${() => this.other(isApp ? 'backup' : 'app')}>
            ${t(isApp ? 'signin.use-backup' : 'signin.use-app')}
          </button>
          <button type="button" class="button button-plain" @click=${() => this.other('password')}>${t('signin.restart')}</button>
        </p>
      </form>
      <p class="small muted">${t('signin.lost')}</p>`;
  }

  private other(step: 'password' | 'app' | 'backup'): void {
    this.error = null;
    this.querySelector('form')?.reset();
    void this.go(step);
  }

  private renderAccount(user: User): TemplateResult {
    const { t } = this;
    const { appointments } = user;
    return html`<p>${t('account.as', { name: user.name })}${user.role === 'admin' ? html` · ${t('role.admin')}` : nothing}</p>
      ${
        appointments.length > 0
          ? html`<section aria-label=${t('account.holds')}>
              <h2 class="small muted">${t('account.holds')}</h2>
              <ul class="plain">
                ${appointments.map((held) => html`<li dir="auto">${holdingText(held, this.app, t)}</li>`)}
              </ul>
            </section>`
          : user.role === 'admin'
            ? nothing
            : html`<p class="muted">${t('account.holds.none')}</p>`
      }
      <p class="actions">
        ${mayAnywhere(user, 'upload.create') ? html`<a class="button button-primary" href=${this.app.href('/upload')}>${t('nav.upload')}</a>` : nothing}
        <a class="button" href=${this.app.href('/members')}>${t('members.title')}</a>
        <button class="button" @click=${() => this.signOut()}>${t('account.signout')}</button>
      </p>
      <own-summary .app=${this.app}></own-summary>
      ${noticesBox(this.notices, t)}
      <second-factor .app=${this.app} .t=${t}></second-factor>
      ${this.renderPassword(user)}`;
  }

  private renderPassword(user: User): TemplateResult {
    const { t, faults } = this;
    return html`<details class="card-box">
      <summary>${icon('chevron', 18)} ${t('account.password.change')}</summary>
      <form @submit=${this.changePassword}>
        ${this.failure()}
        <input type="email" name="email" autocomplete="username" .value=${user.email} hidden />
        ${field({ name: 'current', label: t('account.password.current'), type: 'password', required: true, autocomplete: 'current-password', fault: faults['current'] })}
        ${field({
          name: 'password',
          label: t('account.password.new'),
          type: 'password',
          hint: t('account.password.hint'),
          required: true,
          autocomplete: 'new-password',
          fault: faults['password'],
        })}
        <p class="small muted">${t('account.password.elsewhere')}</p>
        <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t('account.password.change')}</button></p>
      </form>
    </details>`;
  }
}

export class JoinView extends PeopleView {
  static override properties: PropertyDeclarations = { invite: { state: true }, gone: { state: true } };
  declare private invite: InviteAnswer | null;
  declare private gone: unknown;

  constructor() {
    super();
    this.invite = this.gone = null;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    this.gone = null;
    try {
      this.invite = await this.work.getInvite(this.params['token']!);
      this.app.setTitle(this.heading);
    } catch (error) {
      this.gone = error;
    }
  }

  private get heading(): string {
    const { role, appointment } = this.invite!;
    if (appointment) return this.t('join.title', { role: holdingText(appointment, this.app, this.t) });
    return this.t(role === 'admin' ? 'join.first' : 'join.plain');
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { name, email, password } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.attempt(async () => {
      await this.work.join(this.params['token']!, { name: name!, email: email!, password: password! });
      this.app.navigate(this.app.href(landingOf(this.query.get('next'), await this.work.getSession())));
    });
  };

  override render() {
    return html`${pageHeader(this.app, this.t as never)}
      <main id="content" class="narrow" tabindex="-1">${this.renderMain()}</main>`;
  }

  private renderMain(): TemplateResult | typeof nothing {
    const { t, invite } = this;
    if (this.gone) {
      const back = html`<a class="button button-primary" href=${this.app.href('/signin')}>${t('account.signin')}</a>`;
      return this.failed(this.gone, () => void this.load(), { notFound: t('join.gone'), back, detail: sentenceOf(this.gone, t as never, this.app.format) });
    }
    if (!invite) return this.loading(t('join.loading'));
    const { faults } = this;
    return html`<h1 tabindex="-1">${this.heading}</h1>
      <form class="card-box" @submit=${this.submit}>
        ${this.failure()}
        ${field({ name: 'name', label: t('account.name'), hint: t('account.name.hint'), required: true, autocomplete: 'name', fault: faults['name'] })}
        ${field({ name: 'email', label: t('account.email'), type: 'email', value: invite.email ?? '', required: true, autocomplete: 'username', fault: faults['email'] })}
        ${field({
          name: 'password',
          label: t('account.password'),
          type: 'password',
          hint: t('account.password.hint'),
          required: true,
          autocomplete: 'new-password',
          fault: faults['password'],
        })}
        <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t('join.action')}</button></p>
      </form>`;
  }
}

customElements.define('signin-view', SigninView);
customElements.define('join-view', JoinView);
