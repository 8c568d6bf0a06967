/** `<meeting-changes>`: the dialog that says what will be done with meetings, actions and decisions before it is done. */
import { LitElement, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { GroupLabel } from '../../../../server/contract/meetings/meetings.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { failure, faultsOf, renderSays, valuesOf } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import { readerZone } from '../when.ts';
import type { Words } from '../words.ts';
import { addAction, addDecision, changeAction, changeDecision, closeAction, deleteDecision, valuesOfAction, valuesOfDecision } from './agreedForms.ts';
import type { Change } from './change.ts';
import { fetchChoices } from './choices.ts';
import { NO_CHOICES, type ChangeForm, type Choices, type FormPage } from './form.ts';
import { changeMeeting, firstValues, plan, valuesOfMeeting } from './planForms.ts';
import { cancelOne, moveOne, putBack, record, recordedValues, whole } from './recordForms.ts';
import { moveRule } from './repeats.ts';
import './edit.css';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'meeting.zone': 'zone',
  'meeting.rule': 'repeats',
  'meeting.begun': 'from',
  'meeting.from': 'from',
  'meeting.days-lost': 'day',
  'meeting.document': 'minutes',
  'decision.date': 'date',
  'meeting.organisation': 'organisation',
};
const FIELD_OF_POINTER: Record<string, string> = { start: 'day', rrule: 'repeats', link: 'url' };

/** What the page knows of groups. */
interface Around {
  today: string;
  groups: GroupLabel[];
  may: { record: string[] };
}

export class MeetingChanges extends LitElement {
  static override properties = {
    app: { attribute: false },
    t: { attribute: false },
    scope: { attribute: false },
    around: { attribute: false },
    change: { state: true },
    choices: { state: true },
    values: { state: true },
    error: { state: true },
    busy: { state: true },
  };
  declare app: App;
  declare t: Words;
  declare scope: string;
  declare around: Around | null;
  declare private change: Change | null;
  declare private choices: Choices & { open?: readonly string[] };
  declare private values: Record<string, string>;
  declare private error: unknown;
  declare private busy: boolean;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.change = this.error = this.around = null;
    this.choices = NO_CHOICES;
    this.values = {};
    this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  async open(change: Change): Promise<void> {
    this.error = null;
    this.busy = false;
    this.values = this.firstValues(change);
    this.change = change;
    await this.updateComplete;
    await this.dialog.value?.show();
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>('form input, form select, form textarea')?.focus();
    this.choices = await fetchChoices(this.app, this.scope);
  }

  private firstValues(change: Change): Record<string, string> {
    const { around } = this;
    if (!around) return {};
    switch (change.kind) {
      case 'plan':
        return firstValues({ records: around.may.record, today: around.today }, readerZone());
      case 'change-meeting':
        return valuesOfMeeting(change.meeting, change.occurrence.day);
      case 'move-one': {
        const { local, length, place } = change.occurrence;
        return { day: local.slice(0, 10), time: local.slice(11), length: String(length), place: place ?? '' };
      }
      case 'record':
        return recordedValues(change);
      case 'add-decision':
        return {
          date: change.occurrence.local.slice(0, 10) < around.today ? change.occurrence.local.slice(0, 10) : around.today,
          visibility: change.meeting.visibility,
          about: '',
        };
      case 'change-action':
        return valuesOfAction(change.action);
      case 'change-decision':
        return valuesOfDecision(change.decision);
      default:
        return {};
    }
  }

  private get page(): FormPage {
    const { t, app, scope, around, choices, values } = this;
    return {
      t,
      app,
      scope,
      today: around!.today,
      groups: around!.groups,
      records: around!.may.record,
      isPublic: (group) => choices.open?.includes(group) ?? true,
      choices,
      values,
      faults: this.faults,
    };
  }

  private get faults(): Record<string, string> {
    const { error } = this;
    if (!(error instanceof ApiProblem)) return {};
    const own = FIELD_OF_CODE[error.code];
    if (own) return { [own]: error.message };
    return Object.fromEntries(Object.entries(faultsOf(error)).map(([name, detail]) => [FIELD_OF_POINTER[name] ?? name, detail]));
  }

  private form(page: FormPage, change: Change): ChangeForm {
    switch (change.kind) {
      case 'plan':
        return plan(page);
      case 'change-meeting':
        return changeMeeting(page, change);
      case 'cancel-one':
        return cancelOne(page, change);
      case 'move-one':
        return moveOne(page, change);
      case 'put-back':
        return putBack(page, change);
      case 'record':
        return record(page, change);
      case 'add-action':
        return addAction(page, change);
      case 'change-action':
        return changeAction(page, change.action);
      case 'close-action':
        return closeAction(page, change.action);
      case 'add-decision':
        return addDecision(page, change);
      case 'change-decision':
        return changeDecision(page, change.decision);
      case 'delete-decision':
        return deleteDecision(page, change.decision);
      default:
        return whole(page, change);
    }
  }

  private readonly input = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name, checked }) => [name, checked ? 'yes' : '']);
    const before = this.values;
    const after: Record<string, string> = { ...before, ...valuesOf(form), ...Object.fromEntries(boxes) };
    // Every Tuesday becomes every Thursday where the first day does.
    if (after['repeats'] && before['day'] && after['day'] && after['day'] !== before['day'])
      after['repeats'] = moveRule(after['repeats'], before['day'], after['day']);
    this.values = after;
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.error = null;
    try {
      const done = await this.form(this.page, this.change!).send();
      this.dialog.value?.hide();
      this.app.toast(this.t('form.done'));
      this.dispatchEvent(new CustomEvent('changed', { detail: done }));
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { change, around, t } = this;
    if (!change || !around) return nothing;
    const page = this.page;
    const form = this.form(page, change);
    const said = form.says();
    const unsaid = this.error && Object.keys(page.faults).length === 0 ? this.error : null;
    return html`<cod-dialog ${ref(this.dialog)} heading=${form.heading} close=${t('form.cancel')} @closed=${() => (this.change = null)}>
      <form id="meeting-form" class="edit-form" novalidate @submit=${this.submit} @input=${this.input} @change=${this.input}>
        ${form.fields()} ${failure(unsaid, t as never)} ${renderSays(t('form.says'), said, form.ending)}
      </form>
      <button slot="actions" type="submit" form="meeting-form" class="button button-primary" ?disabled=${this.busy || said.length === 0}>${form.save}</button>
      <button slot="actions" type="button" class="button" @click=${() => this.dialog.value?.hide()}>${t('form.cancel')}</button>
    </cod-dialog>`;
  }
}

customElements.define('meeting-changes', MeetingChanges);
