/** `<meeting-changes>`: the dialog that says what will be done with meetings, actions and decisions before it is done. */
import { nothing, type PropertyDeclarations } from 'lit';
import type { GroupLabel } from '../../../../server/contract/meetings/meetings.ts';
import type { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Changes, type Values } from '../../../kit/workgroup/changes.ts';
import { readerZone } from '../../../kit/workgroup/when.ts';
import type { Words } from '../words.ts';
import { addAction, addDecision, changeAction, changeDecision, closeAction, deleteDecision, valuesOfAction, valuesOfDecision } from './agreedForms.ts';
import type { Change } from './change.ts';
import { fetchChoices } from './choices.ts';
import { NO_CHOICES, type ChangeForm, type Choices, type Done, type FormPage } from './form.ts';
import { changeMeeting, firstValues, plan, valuesOfMeeting } from './planForms.ts';
import { cancelOne, moveOne, putBack, record, recordedValues, whole } from './recordForms.ts';
import { moveRule } from '../../../kit/workgroup/repeats.ts';
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

export class MeetingChanges extends Changes<Change, Done> {
  static override properties: PropertyDeclarations = {
    t: { attribute: false },
    scope: { attribute: false },
    around: { attribute: false },
    choices: { state: true },
  };
  declare t: Words;
  declare scope: string;
  declare around: Around | null;
  declare private choices: Choices & { open?: readonly string[] };

  constructor() {
    super();
    this.around = null;
    this.choices = NO_CHOICES;
  }

  override async open(change: Change): Promise<void> {
    await super.open(change);
    this.choices = await fetchChoices(this.app, this.scope);
  }

  protected override firstValues(change: Change): Values {
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

  protected override faultsIn(problem: ApiProblem): Values {
    const own = FIELD_OF_CODE[problem.code];
    if (own) return { [own]: problem.message };
    return Object.fromEntries(Object.entries(faultsOf(problem)).map(([name, detail]) => [FIELD_OF_POINTER[name] ?? name, detail]));
  }

  protected override form(change: Change): ChangeForm {
    const { page } = this;
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

  protected override taken(before: Values, after: Values): Values {
    // Every Tuesday becomes every Thursday where the first day does.
    if (after['repeats'] && before['day'] && after['day'] && after['day'] !== before['day'])
      return { ...after, repeats: moveRule(after['repeats'], before['day'], after['day']) };
    return after;
  }

  protected override done(done: Done): void {
    this.app.toast(this.t('form.done'));
    this.dispatchEvent(new CustomEvent('changed', { detail: done }));
  }

  protected override render() {
    const { around, t } = this;
    return around ? this.renderDialog(t, { says: t('form.says'), cancel: t('form.cancel') }) : nothing;
  }
}

customElements.define('meeting-changes', MeetingChanges);
