/** `<group-changes>`: the dialog in which the structure is changed. Each form says before it is sent what will have happened. */
import { LitElement, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { GroupAnswer, PersonsAnswer } from '../../../../server/contract/groups/people.ts';
import type { StructureAnswer } from '../../../../server/contract/groups/groups.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { loadMessages } from '../../../i18n/load.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { failure, faultsOf, renderSays, valuesOf } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import type { Change } from './change.ts';
import type { ChangeForm, EditKey, FormPage, Registered } from './form.ts';
import { closeGroup, editGroup, newGroup, typeBelow } from './groups.ts';
import { toValues } from './groupValues.ts';
import { appoint, approve, endAppointment, join } from './people.ts';
import { addSeat, changeSeat, endSeat } from './seats.ts';
import './edit.css';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'group.area': 'area',
  'group.exists': 'id',
  'group.sector': 'sector',
  'group.until': 'until',
  'organisation.known': 'organisation',
  'organisation.name': 'organisation',
  'organisation.unknown': 'organisation',
  'person.unknown': 'person',
  'seat.span': 'end',
  'seat.twice': 'organisation',
  'seat.held': 'mistake',
  'appointment.span': 'end',
  'appointment.twice': 'person',
  'appointment.invite': 'invite',
};

/** Fields of the form by the names of the contract, where they differ. */
const FIELD_OF: Record<string, string> = {
  names: 'name',
  description: 'description',
  visibility: 'members-only',
  permanent: 'ad-hoc',
  status: 'on-hold',
  owns: 'owns',
  signoff: 'approvals',
};

export class GroupChanges extends LitElement {
  static override properties = {
    app: { attribute: false },
    scope: { attribute: false },
    subject: { attribute: false },
    change: { state: true },
    values: { state: true },
    error: { state: true },
    busy: { state: true },
    t: { state: true },
  };
  declare app: App;
  declare scope: string;
  /** The group that the page shows; null on the page of all groups. */
  declare subject: GroupAnswer | null;
  declare private change: Change | null;
  declare private values: Record<string, string>;
  declare private error: unknown;
  declare private busy: boolean;
  declare private t: Translate<EditKey> | null;
  private groups: StructureAnswer['groups'] = [];
  private today = '';
  private organisations: Registered[] = [];
  private persons: PersonsAnswer['persons'] = [];
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.subject = this.change = this.error = this.t = null;
    this.values = {};
    this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  /** Opens the form of a change, with what it needs to choose from. */
  async open(change: Change): Promise<void> {
    const { language } = this.app;
    this.error = null;
    this.busy = false;
    const [messages] = await Promise.all([loadMessages(language, 'coordination', 'workgroup/groupEdit', 'codes'), this.load(change)]);
    this.t = createTranslate(language, messages) as unknown as Translate<EditKey>;
    this.values = this.firstValues(change);
    this.change = change;
    await this.updateComplete;
    await this.dialog.value?.show();
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>('form input, form select, form cod-combobox')?.focus();
  }

  /** A list that may not be seen is empty: the form says what it needs of it. */
  private async load({ kind }: Change): Promise<void> {
    const { call } = this.app.api;
    const params = { scope: this.scope };
    const isAbout = (...kinds: Change['kind'][]) => kinds.includes(kind);
    const [structure, registry, persons] = await Promise.all([
      isAbout('new-group', 'edit-group') ? call('getStructure', { params }) : null,
      isAbout('add-seat', 'appoint', 'join') ? call('listRegistry', { params }).catch(() => null) : null,
      isAbout('appoint') ? call('listPersons', { params }).catch(() => null) : null,
    ]);
    this.groups = structure?.groups ?? [];
    this.today = this.subject?.today ?? structure?.today ?? '';
    this.organisations = registry?.organisations ?? [];
    this.persons = persons?.persons ?? [];
  }

  private firstValues(change: Change): Record<string, string> {
    switch (change.kind) {
      case 'new-group': {
        const parent = this.groups.find(({ id }) => id === change.parent);
        return { type: typeBelow(parent, this.groups), parent: change.parent ?? '', since: this.today };
      }
      case 'edit-group':
        return toValues(this.subject!.group);
      case 'change-seat':
        return { start: change.seat.start ?? '', end: change.seat.end ?? '' };
      case 'end-seat':
        return { end: this.today };
      case 'close-group':
        return { until: this.today };
      case 'add-seat':
      case 'appoint':
        return { start: this.today };
      case 'approve':
        return { role: change.appointment.role, end: change.appointment.end ?? '' };
      default:
        return {};
    }
  }

  private get page(): FormPage {
    const { app, t, scope, subject, today, groups, organisations, persons, values } = this;
    const set = (patch: Record<string, string>) => (this.values = { ...this.values, ...patch });
    return { app, t: t!, scope, subject, today, groups, organisations, persons, values, faults: this.faults, set };
  }

  private form(page: FormPage, change: Change): ChangeForm {
    switch (change.kind) {
      case 'new-group':
        return newGroup(page);
      case 'edit-group':
        return editGroup(page);
      case 'close-group':
        return closeGroup(page);
      case 'add-seat':
        return addSeat(page);
      case 'change-seat':
        return changeSeat(page, change.seat);
      case 'end-seat':
        return endSeat(page, change.seat);
      case 'appoint':
        return appoint(page);
      case 'approve':
        return approve(page, change.appointment);
      case 'end-appointment':
        return endAppointment(page, change.appointment, change.own === true);
      default:
        return join(page);
    }
  }

  /** What the server refused, by field of the form, in the reader's language where it says so. */
  private get faults(): Record<string, string> {
    const { error } = this;
    if (!(error instanceof ApiProblem)) return {};
    const { language } = this.app;
    const named = (name: string) => (name === 'names' || name === 'description' ? `${FIELD_OF[name]!}-${language}` : (FIELD_OF[name] ?? name));
    const edge = error.problem.details?.['edge'];
    const own = typeof edge === 'string' ? edge : FIELD_OF_CODE[error.code];
    if (own) return { [named(own)]: error.message };
    return Object.fromEntries(
      Object.entries(faultsOf(error)).map(([name, detail]) => {
        // What is wrong with a form as a whole are its days: it ends before it starts.
        const key = `edit.fault.${name || 'end'}` as 'edit.fault.id';
        const said = this.t!(key);
        return [named(name || 'end'), said === key ? detail : said];
      }),
    );
  }

  private readonly input = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name, checked }) => [name, checked ? 'yes' : '']);
    this.values = { ...this.values, ...valuesOf(form), ...Object.fromEntries(boxes) };
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.error = null;
    try {
      const goTo = await this.form(this.page, this.change!).send();
      this.dialog.value?.hide();
      this.app.toast(this.t!('edit.done'));
      this.dispatchEvent(new CustomEvent<string | null>('changed', { detail: goTo }));
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      const wrong = this.querySelector<HTMLElement>('[aria-invalid]');
      wrong?.closest('details')?.setAttribute('open', '');
      wrong?.focus();
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { change, t } = this;
    if (!change || !t) return nothing;
    const page = this.page;
    const form = this.form(page, change);
    const said = form.says();
    const unsaid = this.error && Object.keys(page.faults).length === 0 ? this.error : null;
    return html`<cod-dialog ${ref(this.dialog)} heading=${form.heading} close=${t('edit.cancel')} @closed=${() => (this.change = null)}>
      <form id="edit-form" class="edit-form" novalidate @submit=${this.submit} @input=${this.input} @change=${this.input}>
        ${form.fields()} ${failure(unsaid, t as never)} ${renderSays(t('edit.says'), said, form.isEnding)}
      </form>
      <button slot="actions" type="submit" form="edit-form" class="button button-primary" ?disabled=${this.busy || said.length === 0}>${form.save}</button>
      <button slot="actions" type="button" class="button" @click=${() => this.dialog.value?.hide()}>${t('edit.cancel')}</button>
    </cod-dialog>`;
  }
}

customElements.define('group-changes', GroupChanges);
