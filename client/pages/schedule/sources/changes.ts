/** `<source-changes>`: the dialog of sources. What would come is tried and shown before a new one can be kept. */
import { nothing, type PropertyDeclarations } from 'lit';
import type { NewSource } from '../../../../server/contract/harvest/harvest.ts';
import type { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Changes, type Values } from '../../../kit/workgroup/changes.ts';
import type { ChangeForm, Done } from '../edit/form.ts';
import type { ScheduleModel } from '../model.ts';
import { seriesText, type Words } from '../words.ts';
import type { SourceAction } from './action.ts';
import { add, change, firstOf, keyOf, remove, type SourcePage, type Trying } from './form.ts';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'harvest.address': 'url',
  'harvest.secret-in-address': 'url',
  'outside.refused': 'url',
  'harvest.secret-again': 'secret',
  'harvest.four-eyes': 'onChange',
  'harvest.dataset': 'dataset',
};

class SourceChanges extends Changes<SourceAction, Done> {
  static override properties: PropertyDeclarations = {
    t: { attribute: false },
    model: { attribute: false },
    tried: { state: true },
    isTrying: { state: true },
    refused: { state: true },
  };
  declare t: Words;
  declare model: ScheduleModel;
  declare private tried: Trying | null;
  declare private isTrying: boolean;
  /** A try that was not even begun, by field. */
  declare private refused: Values;

  constructor() {
    super();
    this.tried = null;
    this.isTrying = false;
    this.refused = {};
  }

  protected override firstValues(action: SourceAction): Values {
    this.tried = null;
    this.refused = {};
    return firstOf(action, action.kind === 'add' ? seriesText(this.t, action.entry) : '');
  }

  protected override form(action: SourceAction): ChangeForm {
    const page: SourcePage = {
      t: this.t,
      model: this.model,
      values: this.values,
      faults: { ...this.refused, ...this.faults },
      tried: this.tried,
      isTrying: this.isTrying,
      tryOut: (given) => void this.tryOut(given),
    };
    if (action.kind === 'add') return add(page, action.entry);
    return action.kind === 'change' ? change(page, action.source) : remove(page, action.source);
  }

  private async tryOut(given: NewSource): Promise<void> {
    const { app, scope } = this.model;
    this.isTrying = true;
    this.refused = {};
    try {
      this.tried = { key: keyOf(given), answer: await app.api.call('trySource', { params: { scope }, body: given }), error: null };
    } catch (error) {
      this.refused = isProblem(error)
        ? { ...this.faultsIn(error), ...(Object.keys(this.faultsIn(error)).length === 0 ? { url: error.message } : {}) }
        : { url: String(error) };
    } finally {
      this.isTrying = false;
    }
  }

  protected override faultsIn(problem: ApiProblem): Values {
    const own = FIELD_OF_CODE[problem.code];
    return own ? { [own]: problem.message } : faultsOf(problem);
  }

  protected override done(): void {
    this.app.toast(this.t('form.done'));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  protected override render() {
    const { model, t } = this;
    return model?.answer.value ? this.renderDialog(t, { says: t('form.says'), cancel: t('form.cancel') }) : nothing;
  }
}

const isProblem = (error: unknown): error is ApiProblem => error instanceof Error && 'code' in error;

customElements.define('source-changes', SourceChanges);
