/** `<document-changes>`: the dialog that says what will be done with a document before it is done. */
import { nothing, type PropertyDeclarations } from 'lit';
import type { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Changes, type Values } from '../../../kit/workgroup/changes.ts';
import { documentPath, sectionPath } from '../../../kit/workgroup/place.ts';
import type { Change } from './change.ts';
import {
  approve,
  deleteComment,
  discard,
  endorse,
  remove,
  reopen,
  review,
  settings,
  unendorse,
  withdraw,
  type Done,
  type DocumentForm,
  type FormPage,
} from './forms.ts';
import type { DocumentModel } from './model.ts';

/** Terms of reference are looked at again after a year, if nobody says otherwise. */
const YEAR_MS = 365 * 24 * 3600 * 1000;
const laterBy = (day: string, ms: number): string => new Date(Date.parse(day) + ms).toISOString().slice(0, 10);

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'document.reveals': 'accept',
  'document.review-order': 'reviewBy',
  'document.endorsed': 'group',
  'meeting.unknown': 'held',
  'meeting.no-day': 'held',
  'meeting.other-group': 'held',
  'document.group-private': 'audience',
};

export class DocumentChanges extends Changes<Change, Done> {
  static override properties: PropertyDeclarations = { model: { attribute: false } };
  declare model: DocumentModel;

  protected override firstValues({ kind }: Change): Values {
    const { today, document } = this.model.answer.value!;
    const reviewed = document.kind === 'tor' || document.kind === 'isp';
    if (kind === 'approve') return { approvedOn: today, validFrom: today, reviewBy: reviewed ? laterBy(today, YEAR_MS) : '' };
    if (kind === 'endorse') {
      void this.model.loadMeetings().then(() => this.requestUpdate());
      return { date: today };
    }
    if (kind === 'settings') return { title: document.title, kind: document.kind, language: document.language, audience: document.audience };
    return {};
  }

  private get page(): FormPage {
    const { model, app } = this;
    return {
      t: model.t,
      app,
      scope: model.scope,
      answer: model.answer.value!,
      edition: model.edition.value!,
      meetings: model.meetings,
      values: this.values,
      faults: this.faults,
    };
  }

  protected override faultsIn(problem: ApiProblem): Values {
    // The day of a decision cannot lie in the future.
    const own = problem.code === 'document.future' ? (this.change?.kind === 'endorse' ? 'date' : 'approvedOn') : FIELD_OF_CODE[problem.code];
    if (own) return { [own]: problem.message };
    // What is wrong with the form as a whole are its days.
    return Object.fromEntries(Object.entries(faultsOf(problem)).map(([name, detail]) => [name || 'reviewBy', detail]));
  }

  protected override form(change: Change): DocumentForm {
    const { page } = this;
    switch (change.kind) {
      case 'review':
        return review(page);
      case 'reopen':
        return reopen(page);
      case 'approve':
        return approve(page);
      case 'endorse':
        return endorse(page);
      case 'unendorse':
        return unendorse(page, change.endorsement);
      case 'withdraw':
        return withdraw(page);
      case 'discard':
        return discard(page);
      case 'settings':
        return settings(page);
      case 'delete':
        return remove(page);
      default:
        return deleteComment(page, change.comment);
    }
  }

  protected override async done(done: Done): Promise<void> {
    const { app, model } = this;
    app.toast(model.t('document.done'));
    if (done === 'document-gone') app.navigate(app.href(sectionPath(model.scope, 'documents')));
    else if (done === 'version-gone') app.navigate(app.href(documentPath(model.scope, model.id)));
    await model.load();
  }

  protected override render() {
    const { t, edition } = this.model;
    return edition.value ? this.renderDialog(t, { says: t('document.says'), cancel: t('document.cancel') }) : nothing;
  }
}

customElements.define('document-changes', DocumentChanges);
