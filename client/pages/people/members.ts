/** Members and invitations for administrators, own API keys for everybody who may have some. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { KeysAnswer, KeyScope, MembersAnswer, NewInviteAnswer, NewKeyAnswer, Role } from '../../../server/contract/people/people.ts';
import { ApiProblem } from '../../kit/api.ts';
import { icon } from '../../ui/icon.ts';
import { View } from '../../kit/view.ts';
import { createWork, type User, type Work } from '../../kit/work.ts';
import { failure, field, valuesOf } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import type { AccountKey } from './signin.ts';

const ROLES: Role[] = ['viewer', 'contributor', 'reviewer', 'publisher', 'admin'];
const NO_SCOPE = new Set(['key.manage', 'member.manage']);

export class MembersView extends View<AccountKey> {
  static override properties: PropertyDeclarations = {
    user: { state: true },
    members: { state: true },
    keys: { state: true },
    newInvite: { state: true },
    newKey: { state: true },
    error: { state: true },
    loaded: { state: true },
  };
  declare private user: User | null;
  declare private members: MembersAnswer | null;
  declare private keys: KeysAnswer | null;
  declare private newInvite: NewInviteAnswer | null;
  declare private newKey: NewKeyAnswer | null;
  declare private error: unknown;
  declare private loaded: boolean;

  constructor() {
    super();
    this.user = this.members = this.keys = this.newInvite = this.newKey = this.error = null;
    this.loaded = false;
  }

  private get work(): Work {
    return createWork(this.app.api);
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('members.title'));
    void this.load();
  }

  private async load(): Promise<void> {
    await this.attempt(async () => {
      this.user = await this.work.getSession();
      if (!this.user) return this.app.navigate(this.app.href('/signin', { next: '/members' }));
      const may = (permission: string) => this.user!.permissions.includes(permission);
      [this.members, this.keys] = await Promise.all([may('member.manage') ? this.work.getMembers() : null, may('key.manage') ? this.work.getKeys() : null]);
    });
    this.loaded = true;
  }

  /** Runs a request; its failure is shown above everything. @returns whether it went well. */
  private async attempt(run: () => Promise<unknown>): Promise<boolean> {
    this.error = null;
    try {
      await run();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    }
  }

  private copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.app.toast(this.t('copied')),
      () => undefined,
    );
  }

  private secret(text: string, label: string): TemplateResult {
    return html`<p class="notice notice-good">${icon('check', 18)} ${label}</p>
      <p class="secret">
        <code dir="ltr" tabindex="0">${text}</code
        ><button type="button" class="button" @click=${() => this.copy(text)}>${icon('copy', 18)} ${this.t('copy')}</button>
      </p>`;
  }

  override render() {
    const { t } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide" tabindex="-1">
        <h1 tabindex="-1">${t('members.title')}</h1>
        ${this.loaded ? nothing : this.loading(t('members.loading'))}
        ${this.error instanceof ApiProblem || this.error ? failure(this.error, t as never) : nothing}
        ${this.members ? this.renderMembers(this.members) : nothing} ${this.keys ? this.renderKeys(this.keys) : nothing}
      </main>`;
  }

  private renderMembers({ members, invites }: MembersAnswer): TemplateResult {
    const { t, app } = this;
    const reload = async () => (this.members = await this.work.getMembers());
    return html`<section class="card-box">
        <h2>${t('members.list')}</h2>
        <ul class="rows">
          ${members.map(
            (member) =>
              html`<li>
                <span dir="auto"><strong>${member.name}</strong> <span class="muted small">${member.email}</span></span>
                <select
                  class="select"
                  aria-label=${t('members.role', { name: member.name })}
                  @change=${(event: Event) => {
                    const role = (event.target as HTMLSelectElement).value as Role;
                    void this.attempt(() => this.work.setRole(member.id, role)).then(async (done) => {
                      if (done) app.toast(t('members.changed', { name: member.name, role: t(`role.${role}`) }));
                      await reload();
                    });
                  }}
                >
                  ${ROLES.map((role) => html`<option value=${role} .selected=${role === member.role}>${t(`role.${role}`)}</option>`)}
                </select>
                ${
                  member.id === this.user?.id
                    ? nothing
                    : html`<button
                        class="icon-button"
                        aria-label=${t('members.remove', { name: member.name })}
                        @click=${() =>
                          void this.attempt(() => this.work.removeMember(member.id)).then(async (done) => {
                            if (done) app.toast(t('members.removed', { name: member.name }));
                            await reload();
                          })}
                      >
                        ${icon('close', 18)}
                      </button>`
                }
              </li>`,
          )}
        </ul>
      </section>
      <section class="card-box">
        <h2>${t('invite.title')}</h2>
        <form
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const { role, email } = valuesOf(event.currentTarget as HTMLFormElement);
            void this.attempt(async () => {
              this.newInvite = await this.work.invite(role as Role, email!);
              await reload();
            });
          }}
        >
          <div class="field">
            <label for="role">${t('invite.role')}</label>
            <select id="role" name="role" class="select">
              ${ROLES.map((role) => html`<option value=${role} ?selected=${role === 'contributor'}>${t(`role.${role}`)}: ${t(`role.${role}.can`)}</option>`)}
            </select>
          </div>
          ${field({ name: 'email', label: t('invite.email'), type: 'email' })}
          <p class="actions"><button class="button button-primary">${t('invite.make')}</button></p>
        </form>
        ${this.newInvite ? this.secret(this.newInvite.link, t('invite.made', { date: app.format.date(this.newInvite.expiresAt) })) : nothing}
        ${
          invites.length
            ? html`<h3>${t('invite.open')}</h3>
                <ul class="rows">
                  ${invites.map(
                    ({ id, role, email, expiresAt }) =>
                      html`<li>
                        <span>${t(`role.${role}`)} · ${email ?? t('invite.anyone')} · ${t('invite.until', { date: app.format.date(expiresAt) })}</span>
                        <button class="button" @click=${() => void this.attempt(() => this.work.deleteInvite(id)).then(reload)}>
                          ${t('invite.take-back')}
                        </button>
                      </li>`,
                  )}
                </ul>`
            : nothing
        }
      </section>`;
  }

  private renderKeys({ keys }: KeysAnswer): TemplateResult {
    const { t, app } = this;
    const reload = async () => (this.keys = await this.work.getKeys());
    const scopes = this.user!.permissions.filter((permission): permission is KeyScope => !NO_SCOPE.has(permission));
    return html`<section class="card-box">
      <h2>${t('keys.title')}</h2>
      <p class="muted">${t('keys.lead')}</p>
      ${
        keys.length === 0
          ? html`<p class="muted">${t('keys.none')}</p>`
          : html`<ul class="rows">
              ${keys.map(
                (key) =>
                  html`<li>
                    <span dir="auto"
                      ><strong>${key.name}</strong>
                      <span class="muted small"
                        >${app.format.list(key.scopes.map((scope) => t(`scope.${scope}`)))} ·
                        ${key.lastUsedAt ? t('keys.used', { date: app.format.date(key.lastUsedAt) }) : t('keys.unused')} ·
                        ${t('invite.until', { date: app.format.date(key.expiresAt) })}</span
                      ></span
                    >
                    <button
                      class="icon-button"
                      aria-label=${t('keys.end', { name: key.name })}
                      @click=${() => void this.attempt(() => this.work.deleteKey(key.id)).then(reload)}
                    >
                      ${icon('close', 18)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const form = event.currentTarget as HTMLFormElement;
          const chosen = new FormData(form).getAll('scope') as KeyScope[];
          void this.attempt(async () => {
            this.newKey = await this.work.createKey(valuesOf(form)['key-name']!, chosen);
            form.reset();
            await reload();
          });
        }}
      >
        ${field({ name: 'key-name', label: t('keys.name'), required: true })}
        <fieldset class="checks-list">
          <legend class="field-label">${t('keys.may')}</legend>
          ${scopes.map((scope) => html`<label><input type="checkbox" name="scope" value=${scope} ?checked=${scope === 'draft.read'} /> ${t(`scope.${scope}`)}</label>`)}
        </fieldset>
        <p class="actions"><button class="button">${t('keys.make')}</button></p>
      </form>
      ${this.newKey ? this.secret(this.newKey.key, t('keys.made')) : nothing}
    </section>`;
  }
}

customElements.define('members-view', MembersView);
