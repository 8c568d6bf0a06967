/** Signing in, and joining by an invitation. Both end where the person wanted to go. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import type accountMessages from '../../messages/en/account.ts';
import type commonMessages from '../../messages/en/common.ts';
import type { InviteAnswer } from '../../../server/contract/people/people.ts';
import { View } from '../../kit/view.ts';
import { createWork, type User, type Work } from '../../kit/work.ts';
import { failure, faultsOf, field, valuesOf } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';

export type AccountKey = keyof typeof accountMessages | keyof typeof commonMessages;

/** Only a path of this site: an address in a link must not lead a signed-in person elsewhere. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/upload';
}

abstract class AccountForm extends View<AccountKey> {
  static override properties: PropertyDeclarations = { busy: { state: true }, error: { state: true } };
  declare protected busy: boolean;
  declare protected error: unknown;

  constructor() {
    super();
    this.busy = false;
    this.error = null;
  }

  protected get work(): Work {
    return createWork(this.app.api);
  }

  /** Runs the request of a form; a failure is shown in it. */
  protected async attempt(run: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await run();
      this.app.navigate(this.app.href(safeNext(this.query.get('next'))));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}

export class SigninView extends AccountForm {
  static override properties: PropertyDeclarations = { user: { state: true } };
  declare private user: User | null;

  constructor() {
    super();
    this.user = null;
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('account.signin'));
    void this.work.getSession().then(
      (user) => (this.user = user),
      () => undefined,
    );
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { email, password } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.attempt(() => this.work.signIn(email!, password!));
  };

  private async signOut(): Promise<void> {
    await this.work.signOut();
    this.user = null;
  }

  private readonly changePassword = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { current, password } = valuesOf(form);
    this.busy = true;
    this.error = null;
    void this.work
      .changePassword(current!, password!)
      .then(
        () => {
          form.reset();
          form.closest('details')!.open = false;
          this.app.toast(this.t('account.password.changed'));
        },
        (error: unknown) => (this.error = error),
      )
      .finally(() => (this.busy = false));
  };

  private renderPassword() {
    const { t } = this;
    const faults = faultsOf(this.error);
    return html`<details class="card-box">
      <summary>${t('account.password.change')}</summary>
      <form @submit=${this.changePassword}>
        ${Object.keys(faults).length > 0 ? nothing : failure(this.error, t as never)}
        <input type="email" name="email" autocomplete="username" .value=${this.user!.email} hidden />
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

  override render() {
    const { t, user } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="narrow" tabindex="-1">
        <h1 tabindex="-1">${t(user ? 'account.title' : 'account.signin')}</h1>
        ${
          user
            ? html`<p>${t('account.as', { name: user.name })} · ${t(`role.${user.role}`)}</p>
                <p class="actions">
                  <a class="button button-primary" href=${this.app.href('/upload')}>${t('nav.upload')}</a>
                  <a class="button" href=${this.app.href('/members')}>${t('members.title')}</a>
                  <button class="button" @click=${() => this.signOut()}>${t('account.signout')}</button>
                </p>
                ${this.renderPassword()}`
            : html`<p class="muted">${t('account.signin.lead')}</p>
                <form class="card-box" @submit=${this.submit}>
                  ${failure(this.error, t as never)}
                  ${field({ name: 'email', label: t('account.email'), type: 'email', required: true, autocomplete: 'username' })}
                  ${field({ name: 'password', label: t('account.password'), type: 'password', required: true, autocomplete: 'current-password' })}
                  <p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t('account.signin')}</button></p>
                </form>
                <p class="small muted">${t('account.no-invite')}</p>`
        }
      </main>`;
  }
}

export class JoinView extends AccountForm {
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
    const { role } = this.invite!;
    return role === 'admin' ? this.t('join.first') : this.t('join.title', { role: this.t(`role.${role}`) });
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { name, email, password } = valuesOf(event.currentTarget as HTMLFormElement);
    void this.attempt(() => this.work.join(this.params['token']!, { name: name!, email: email!, password: password! }));
  };

  override render() {
    return html`${pageHeader(this.app, this.t as never)}
      <main id="content" class="narrow" tabindex="-1">${this.renderMain()}</main>`;
  }

  private renderMain() {
    const { t, invite } = this;
    if (this.gone) {
      const back = html`<a class="button button-primary" href=${this.app.href('/signin')}>${t('account.signin')}</a>`;
      return this.failed(this.gone, () => void this.load(), { notFound: t('join.gone'), back });
    }
    if (!invite) return this.loading(t('join.loading'));
    const faults = faultsOf(this.error);
    return html`<h1 tabindex="-1">${this.heading}</h1>
      <form class="card-box" @submit=${this.submit}>
        ${Object.keys(faults).length > 0 ? nothing : failure(this.error, t as never)}
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
