/** The columns of a draft: what is asked of them, what a person says, and the kept files read once more with it. Until the new reading is whole, the old one stays. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnQuestion } from '../../../server/contract/columns.ts';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { LayerSaid } from '../../../server/contract/overlays/layer.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { ApiProblem } from '../api.ts';
import { answersOfColumns, renderColumnEditor, type ColumnEdits, type ColumnsOfKind, type EditableColumn } from './editor.ts';
import type { ColumnsRead, DraftPage, DraftStep } from '../draft.ts';
import { followToEnd } from '../jobs.ts';
import { answersOf, codedByOf, overlayOf, renderQuestions, withChoice } from './questions.ts';
import { failureOf } from '../refusals.ts';
import { isAbort } from '../view.ts';

/** What is said beside the columns. */
export interface SaidBeside {
  count: number;
  body: object;
  /** Of a layer. */
  overlay?: LayerSaid;
  renderTable: (file: string, sheet: string, busy: boolean) => TemplateResult;
  /** Whether it is in doubt. */
  isDoubtful: (file: string, sheet: string) => boolean;
}

export class ColumnsTab<Role extends { is: string }> {
  columns: readonly EditableColumn<Role>[] = [];
  questions: readonly ColumnQuestion<unknown>[] = [];
  private said: ColumnEdits<Role> = new Map();
  private chosen: ReadonlyMap<string, number> = new Map();
  private job: JobStatus | null = null;
  private of: VersionAnswer | null = null;

  private readonly page: DraftPage;
  private readonly kind: ColumnsOfKind<Role>;
  private readonly beside: () => SaidBeside | null;

  constructor(page: DraftPage, kind: ColumnsOfKind<Role>, beside: () => SaidBeside | null = () => null) {
    this.page = page;
    this.kind = kind;
    this.beside = beside;
  }

  load(of: VersionAnswer, { columns, questions }: ColumnsRead): void {
    this.of = of;
    this.columns = columns as readonly EditableColumn<Role>[];
    this.questions = questions;
    this.said = new Map();
    this.chosen = new Map();
    this.job = null;
  }

  /** Index of the choice taken, by id of the question. */
  get chosenOf(): ReadonlyMap<string, number> {
    return this.chosen;
  }

  /** The step of a draft that these questions are; none where nothing is asked. */
  steps(): DraftStep[] {
    const { page } = this;
    const count = this.questions.length;
    if (count === 0) return [];
    const rows = this.questions.reduce((most, each) => Math.max(most, each.rows), 0);
    return [{ id: 'questions', label: page.t('step.questions', { count }), rows, run: () => page.showTab('columns'), permission: 'upload.create' }];
  }

  /** A question is about one of its columns. */
  private isAsked(file: string, sheet: string): boolean {
    return this.questions.some(({ choices }) => choices.some(({ columns }) => columns.some((each) => each.file === file && each.sheet === sheet)));
  }

  private async apply(): Promise<void> {
    const { page } = this;
    const { dataset: id, version } = this.of!;
    const columns = [...answersOf(this.questions, this.chosen), ...answersOfColumns(this.said)];
    const body = {
      columns,
      ...codedByOf(this.questions, this.chosen),
      ...overlayOf(this.questions, this.chosen, this.beside()?.overlay),
      ...this.beside()?.body,
    } as never;
    try {
      const { job } = await page.app.api.call('sayColumns', { params: { id, version }, body, signal: page.signal });
      const done = await followToEnd(page.app.api, job, page.signal, (now) => {
        this.job = now;
        page.changed();
      });
      if (done.version) await page.reload(done.version);
    } catch (error) {
      if (isAbort(error)) return;
      page.app.toast(error instanceof ApiProblem && error.isSaid ? error.message : page.t('state.failed.detail'));
    }
  }

  /** @param between what stands after the questions and before the columns, and is sent with both */
  render(between: TemplateResult | typeof nothing = nothing): TemplateResult {
    const { page, questions, chosen, said, job } = this;
    const beside = this.beside();
    const count = chosen.size + said.size + (beside?.count ?? 0);
    const { t } = page;
    const isRunning = job?.state === 'queued' || job?.state === 'running';
    const mayNot = !page.may('upload.create');
    const choose = (question: string, choice: number) => {
      this.chosen = withChoice(this.chosen, question, choice);
      page.changed();
    };
    const renderTable = beside && ((file: string, sheet: string) => beside.renderTable(file, sheet, isRunning || mayNot));
    return html`${questions.length > 0 ? renderQuestions({ t: t as never, questions, chosen, busy: isRunning, choose }) : nothing} ${between}
      ${renderColumnEditor({
        t: t as never,
        kind: this.kind,
        columns: this.columns,
        said,
        busy: isRunning || mayNot,
        say: (next) => {
          this.said = next;
          page.changed();
        },
        ...(renderTable ? { renderTable } : {}),
        isDoubtful: (file, sheet) => this.isAsked(file, sheet) || beside?.isDoubtful(file, sheet) === true,
      })}
      ${job?.state === 'failed' ? html`<p class="notice notice-error" role="alert"><span dir="auto">${failureOf(job, page.app.language, t('state.failed.detail'))}</span></p>` : nothing}
      <p class="actions">
        <button class="button button-primary" ?disabled=${isRunning || count === 0 || mayNot} @click=${() => void this.apply()}>
          ${t('review.apply', { count })}
        </button>
        ${isRunning ? html`<span role="status"><span class="spinner"></span> ${t('review.applying')}</span>` : nothing}
      </p>`;
  }
}
