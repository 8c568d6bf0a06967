/** `<schedule-changes>`: the dialog that says what will be done with the schedule before it is done. */
import { nothing, type PropertyDeclarations } from 'lit';
import type { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Changes, type Values } from '../../../kit/workgroup/changes.ts';
import { moveRule, repeatChoices } from '../../../kit/workgroup/repeats.ts';
import type { ScheduleModel } from '../model.ts';
import type { Words } from '../words.ts';
import type { Change } from './change.ts';
import { valuesOfEntry, type ChangeForm, type Done, type FormPage } from './form.ts';
import { add, changeEntry, remove, review } from './forms.ts';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'schedule.title': 'title',
  'schedule.rule': 'rhythm',
  'schedule.cadence': 'rhythm',
  'schedule.dataset': 'dataset',
  'schedule.day': 'changed',
  'schedule.severe': 'visibility',
  'schedule.organisation': 'organisation',
  'group.closed': 'group',
};
const FIELD_OF_POINTER: Record<string, string> = { rrule: 'rule', from: 'first', grace: 'delinquent' };

export class ScheduleChanges extends Changes<Change, Done> {
  static override properties: PropertyDeclarations = { t: { attribute: false }, model: { attribute: false } };
  declare t: Words;
  declare model: ScheduleModel;

  protected override firstValues(change: Change): Values {
    if (change.kind === 'change') return valuesOfEntry(change.entry);
    if (change.kind !== 'add') return {};
    const { may, today } = this.model.answer.value!;
    return { series: change.series, group: may.all ? '' : (may.record[0] ?? ''), completeness: 'complete', visibility: 'public', first: today };
  }

  protected override form(change: Change): ChangeForm {
    const page: FormPage = { t: this.t, model: this.model, values: this.values, faults: this.faults };
    switch (change.kind) {
      case 'add':
        return add(page);
      case 'change':
        return changeEntry(page, change.entry);
      case 'review':
        return review(page, change.entry);
      default:
        return remove(page, change.entry);
    }
  }

  /** Of several entries that are sent at once the form knows one: `/entries/0/title` is its title. */
  protected override faultsIn(problem: ApiProblem): Values {
    const own = FIELD_OF_CODE[problem.code];
    if (own) return { [own]: problem.message };
    const errors = problem.problem.errors?.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/entries\/\d+(?=\/)/, '') }));
    const ofEntry = Object.create(problem, { problem: { value: { ...problem.problem, errors } } }) as ApiProblem;
    return Object.fromEntries(Object.entries(faultsOf(ofEntry)).map(([name, detail]) => [FIELD_OF_POINTER[name] ?? name, detail]));
  }

  protected override taken(before: Values, after: Values): Values {
    if (after['rhythm'] !== 'rule') return after;
    const first = after['first'] || this.model.answer.value!.today;
    // Every first Friday becomes every second Tuesday where the first day does.
    const rule =
      after['rule'] && before['first'] && first !== before['first']
        ? moveRule(after['rule'], before['first'], first)
        : after['rule'] || repeatChoices(this.t, first, null, this.app.format.locale)[3]![0];
    return { ...after, first, rule };
  }

  protected override done(done: Done): void {
    this.app.toast(this.t('form.done'));
    this.dispatchEvent(new CustomEvent(done));
  }

  protected override render() {
    const { model, t } = this;
    return model?.answer.value ? this.renderDialog(t, { says: t('form.says'), cancel: t('form.cancel') }) : nothing;
  }
}

customElements.define('schedule-changes', ScheduleChanges);
