/** Members, invitations and what was done to accounts for administrators, own API keys for everybody who may have some. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type {
  AccountEvent,
  KeysAnswer,
  KeyScope,
  Member,
  MembersAnswer,
  NewInviteAnswer,
  NewKeyAnswer,
  Notice,
  OwnAppointment,
  Role,
} from '../../../server/contract/people/people.ts';
import { PAGES } from '../../../server/contract/paths.ts';
import { field, valuesOf } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import { mayAnywhere } from '../../kit/may.ts';
import type { User } from '../../kit/work.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import { appointForm, chosen, detailText, groupChoice, holdingText, roleChoice } from './holding.ts';
import { noticesBox } from './notices.ts';
import { PeopleView } from './view.ts';
import './people.css';

const ROLES: Role[] = ['member', 'admin'];
/** What events of before membership in groups gave the rights name. */
const FORMER = ['viewer', 'contributor', 'reviewer', 'publisher'] as const;
const NO_SCOPE = new Set(['key.manage', 'member.manage', 'group.approve', 'group.record', 'group.edit', 'group.create', 'group.close', 'group.manage']);
type Entry = MembersAnswer['members'][number];

export class MembersView extends PeopleView {
  static override properties: PropertyDeclarations = {
    user: { state: true },
    members: { state: true },
    keys: { state: true },
    notices: { state: true },
    newInvite: { state: true },
    newKey: { state: true },
    resetting: { state: true },
    loaded: { state: true },
  };
  declare private user: User | null;
  declare private members: MembersAnswer | null;
  declare private keys: KeysAnswer | null;
  declare private notices: Notice[];
  declare private newInvite: NewInviteAnswer | null;
  declare private newKey: NewKeyAnswer | null;
  /** Whose second factor is about to be reset. */
  declare private resetting: Member | null;
  declare private loaded: boolean;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.user = this.members = this.keys = this.newInvite = this.newKey = this.resetting = null;
    this.notices = [];
    this.loaded = false;
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('members.title'));
    void this.load();
  }

  private async load(): Promise<void> {
    await this.attempt(async () => {
      this.user = await this.work.getSession();
      if (!this.user) return this.app.navigate(this.app.href('/signin', { next: '/members' }));
      const may = (permission: string) => mayAnywhere(this.user, permission);
      const [members, notices, keys] = await Promise.all([
        may('member.manage') ? this.work.getMembers() : null,
        may('member.manage') ? this.work.getNotices() : [],
        may('key.manage') ? this.work.getKeys() : null,
      ]);
      Object.assign(this, { members, notices, keys });
    });
    this.loaded = true;
  }

  /** A change to the list of members; the list as it is now is fetched in any case, and says what was done where it went well. */
  private async change(run: () => Promise<unknown>, said?: string): Promise<void> {
    const done = await this.attempt(run);
    if (done && said) this.app.toast(said);
    const { error } = this;
    await this.attempt(async () => (this.members = await this.work.getMembers()));
    this.error ??= error;
  }

  private secret(text: string, label: string): TemplateResult {
    return html`<p class="notice notice-good">${icon('check', 18)} ${label}</p>
      <p class="secret">
        <code dir="ltr" tabindex="0">${text}</code
        ><button type="button" class="button" @click=${() => this.copy(text)}>${icon('copy', 18)} ${this.t('copy')}</button>
      </p>`;
  }

  override render() {
    const { t, members } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide" tabindex="-1">
        <h1 tabindex="-1">${t('members.title')}</h1>
        ${this.loaded ? nothing : this.loading(t('members.loading'))} ${this.failure()} ${noticesBox(this.notices, t)}
        ${members ? html`<p><a href=${this.app.href(PAGES.globalWebhooks)}>${t('members.webhooks')}</a></p>` : nothing}
        ${members ? html`${this.renderMembers(members)} ${this.renderInvites(members)}` : nothing} ${this.keys ? this.renderKeys(this.keys) : nothing}
        ${members?.events.length ? this.renderEvents(members) : nothing}
      </main>
      ${this.renderReset()}`;
  }

  private renderMembers({ members, groups }: MembersAnswer): TemplateResult {
    return html`<section class="card-box">
      <h2>${this.t('members.list')}</h2>
      <p class="muted">${this.t('appointment.lead')}</p>
      <ul class="rows members">
        ${members.map((member) => this.renderMember(member, groups))}
      </ul>
    </section>`;
  }

  private renderMember(member: Entry, groups: MembersAnswer['groups']): TemplateResult {
    const { t } = this;
    const { id, name } = member;
    const setRole = (event: Event) => {
      const role = (event.target as HTMLSelectElement).value as Role;
      void this.change(() => this.work.setRole(id, role), t('members.changed', { name, role: t(`role.${role}`) }));
    };
    const remove = () => void this.change(() => this.work.removeMember(id), t('members.removed', { name }));
    const askReset = () => {
      this.resetting = member;
      void this.dialog.value!.show();
    };
    return html`<li>
      <span
        ><strong dir="auto">${name}</strong>
        <span class="muted small">${member.email}</span>
        ${member.secondFactor ? html`<span class="badge badge-good">${icon('check', 14)} ${t('members.factor')}</span>` : nothing}</span
      >
      <span class="member-actions">
        ${
          member.secondFactor && id !== this.user?.id
            ? html`<button class="button" aria-label=${t('members.factor.reset.of', { name })} @click=${askReset}>${t('members.factor.reset')}</button>`
            : nothing
        }
        <select class="select" aria-label=${t('members.role', { name })} @change=${setRole}>
          ${ROLES.map((role) => html`<option value=${role} .selected=${role === member.role}>${t(`role.${role}`)}</option>`)}
        </select>
        ${
          id === this.user?.id
            ? nothing
            : html`<button class="icon-button" aria-label=${t('members.remove', { name })} @click=${remove}>${icon('close', 18)}</button>`
        }
      </span>
      ${this.renderHeld(member, groups)}
    </li>`;
  }

  /** What an account holds in groups; administrators may do everything without. */
  private renderHeld(member: Entry, groups: MembersAnswer['groups']): TemplateResult {
    const { t, app } = this;
    const { id, name, appointments } = member;
    const give = (form: HTMLFormElement) => {
      const { start, end } = valuesOf(form);
      const to = chosen(form)!;
      const said = t('appointment.given', {
        name,
        role: holdingText({ ...groups.find((one) => one.scope === (to.scope as string) && one.id === to.group)!, role: to.role }, app, t),
      });
      void this.change(async () => {
        await this.work.appoint(id, { ...to, start: start || null, end: end || null });
        form.closest('details')!.open = false;
        form.reset();
      }, said);
    };
    const stop = (held: OwnAppointment) => {
      const role = holdingText(held, app, t);
      void this.change(() => this.work.endAppointment(id, held.id), t('appointment.ended', { name, role }));
    };
    return html`<div class="held">
      ${
        appointments.length > 0
          ? html`<ul>
              ${appointments.map(
                (held) =>
                  html`<li>
                    <span dir="auto">${holdingText(held, app, t)}</span>
                    <button
                      class="button button-plain"
                      aria-label=${t('appointment.stop.of', { name, role: holdingText(held, app, t) })}
                      @click=${() => stop(held)}
                    >
                      ${t('appointment.stop')}
                    </button>
                  </li>`,
              )}
            </ul>`
          : member.role === 'admin'
            ? nothing
            : html`<p class="small muted">${t('appointment.none')}</p>`
      }
      ${groups.length > 0 ? appointForm(member, groups, app, t, give) : nothing}
    </div>`;
  }

  private renderReset(): TemplateResult {
    const { t, resetting } = this;
    const name = resetting?.name ?? '';
    const reset = () => {
      this.dialog.value!.hide();
      void this.change(() => this.work.resetSecondFactor(resetting!.id), t('members.factor.reset.done', { name }));
    };
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('members.factor.reset')} close=${t('factor.cancel')}>
      <p>${t('members.factor.reset.lead', { name })}</p>
      <button slot="actions" class="button button-primary" @click=${reset}>${t('members.factor.reset')}</button>
      <button slot="actions" class="button" @click=${() => this.dialog.value!.hide()}>${t('factor.cancel')}</button>
    </cod-dialog>`;
  }

  private renderInvites({ invites, groups }: MembersAnswer): TemplateResult {
    const { t, app } = this;
    const make = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const { group, email } = valuesOf(form);
      void this.change(async () => (this.newInvite = await this.work.invite(group === 'admin' ? 'admin' : 'member', chosen(form), email!)));
    };
    return html`<section class="card-box">
      <h2>${t('invite.title')}</h2>
      <form @submit=${make}>
        ${groupChoice(
          'group',
          groups,
          app,
          t,
          html`<option value="none">${t('invite.as.none')}</option>
            <option value="admin">${t('invite.as.admin')}</option>`,
        )}
        ${roleChoice('role', t)} ${field({ name: 'email', label: t('invite.email'), type: 'email', fault: this.faults['email'] })}
        <p class="actions"><button class="button button-primary">${t('invite.make')}</button></p>
      </form>
      ${this.newInvite ? this.secret(this.newInvite.link, t('invite.made', { date: app.format.date(this.newInvite.expiresAt) })) : nothing}
      ${
        invites.length
          ? html`<h3>${t('invite.open')}</h3>
              <ul class="rows">
                ${invites.map(
                  ({ id, role, appointment, email, expiresAt }) =>
                    html`<li>
                      <span
                        >${appointment ? holdingText(appointment, app, t) : t(`role.${role}`)} · ${email ?? t('invite.anyone')} ·
                        ${t('invite.until', { date: app.format.date(expiresAt) })}</span
                      >
                      <button class="button" @click=${() => void this.change(() => this.work.deleteInvite(id))}>${t('invite.take-back')}</button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    </section>`;
  }

  private renderEvents({ events, groups }: MembersAnswer): TemplateResult {
    const { t, app } = this;
    const roleText = (detail: string): string =>
      [...ROLES, ...FORMER].includes(detail as Role) ? t(`role.${detail as Role}`) : (detailText(detail, groups, app, t) ?? detail);
    const say = ({ action, actor, subject, detail }: AccountEvent) =>
      t(`event.${action}`, { actor: actor ?? '', subject, role: detail === null ? '' : roleText(detail) });
    return html`<section class="card-box">
      <h2>${t('members.events')}</h2>
      <ul class="events">
        ${events.map((event) => html`<li><span class="muted">${app.format.date(event.at)}</span><span dir="auto">${say(event)}</span></li>`)}
      </ul>
    </section>`;
  }

  private renderKeys({ keys }: KeysAnswer): TemplateResult {
    const { t, app } = this;
    const reload = async () => (this.keys = await this.work.getKeys());
    const scopes = this.user!.permissions.filter((permission): permission is KeyScope => !NO_SCOPE.has(permission));
    const make = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const chosen = new FormData(form).getAll('scope') as KeyScope[];
      void this.attempt(async () => {
        this.newKey = await this.work.createKey(valuesOf(form)['key-name']!, chosen);
        form.reset();
        await reload();
      });
    };
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
      <form @submit=${make}>
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
