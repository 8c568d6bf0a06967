/** `<assessment-import>`: a file is read, told with its evidence, corrected, and only then kept. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ColumnRole, ImportLedger } from '../../../../server/contract/assessments/imports.ts';
import { answersOfColumns, renderColumnEditor, type ColumnEdits, type ColumnsOfKind, type EditableColumn } from '../../../kit/columns/editor.ts';
import { failure } from '../../../kit/form.ts';
import { isAbort } from '../../../kit/view.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import '../../../ui/drop.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import type { Words } from '../words.ts';
import './import.css';

/** As the server has them (server/contract/assessments/imports). */
const ROLES = [
  'title',
  'lead',
  'organisation',
  'participants',
  'donors',
  'sectors',
  'groups',
  'populations',
  'place',
  'covers',
  'coverage-text',
  'start',
  'end',
  'status',
  'objective',
  'methodology',
  'technique',
  'sample-size',
  'sample-unit',
  'frequency',
  'next-round',
  'published',
  'type',
  'family',
  'coordination',
  'representative',
  'languages',
  'has-report',
  'report-link',
  'report-access',
  'has-data',
  'data-link',
  'data-access',
  'questionnaire-link',
  'questionnaire-access',
  'instructions',
  'notes',
  'person',
  'ignore',
] as const satisfies readonly ColumnRole['is'][];
const LEVELS = ['', '0', '1', '2', '3', '4', '5'] as const;
const ROWS = 40;

const own = (t: unknown): Words => t as Words;
const COLUMNS: ColumnsOfKind<ColumnRole> = {
  roles: (t) => ROLES.map((is): [ColumnRole['is'], string] => [is, own(t)(`assess.role.${is}`)]),
  start: (is) => ({ is }),
  renderMore({ t: words, role, pick, say }) {
    if (role.is !== 'place') return nothing;
    const t = own(words);
    const levels = LEVELS.map((level): [string, string] => [level, level === '' ? t('assess.import.level.none') : level]);
    return pick(t('assess.import.level'), role.level === undefined ? '' : String(role.level), levels, (level) =>
      say({ role: level === '' ? { is: 'place' } : { is: 'place', level: Number(level) } }),
    );
  },
};

export class AssessmentImport extends LitElement {
  static override properties: PropertyDeclarations = {
    model: { attribute: false },
    file: { state: true },
    told: { state: true },
    said: { state: true },
    error: { state: true },
    busy: { state: true },
    kept: { state: true },
  };
  declare model: AssessmentsModel;
  declare private file: File | null;
  /** What would be kept; nothing is yet. */
  declare private told: ImportLedger | null;
  declare private said: ColumnEdits<ColumnRole>;
  declare private error: unknown;
  declare private busy: boolean;
  declare private kept: ImportLedger | null;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.file = this.told = this.error = this.kept = null;
    this.said = new Map();
    this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private async send(preview: boolean): Promise<void> {
    if (!this.file) return;
    this.busy = true;
    this.error = null;
    const { app, scope } = this.model;
    const form = new FormData();
    form.set('file', this.file);
    const said = answersOfColumns(this.said).flatMap(({ heading, column, role }) => (role ? [{ heading, column, role }] : []));
    const query = { lang: app.language, ...(said.length > 0 ? { columns: JSON.stringify(said) } : {}), ...(preview ? { preview: 'yes' as const } : {}) };
    try {
      const told = await app.api.send('importAssessments', { params: { scope }, query, form, signal: this.aborts.signal } as never);
      if (preview) this.told = told as ImportLedger;
      else this.kept = told as ImportLedger;
    } catch (error) {
      if (isAbort(error)) return;
      this.error = error;
    }
    this.busy = false;
    if (this.kept) await this.model.reload();
  }

  private choose(file: File | undefined): void {
    if (!file) return;
    this.file = file;
    this.told = this.kept = null;
    this.said = new Map();
    void this.send(true);
  }

  override render(): TemplateResult {
    const { t } = this.model;
    const { told, busy, error, kept } = this;
    if (kept) return this.renderKept(kept);
    return html`<p class="muted">${t('assess.import.lead')}</p>
      <cod-drop label=${t('assess.import.choose')} @files=${(event: CustomEvent<File[]>) => this.choose(event.detail[0])}></cod-drop>
      ${busy && !told ? html`<p role="status"><span class="spinner"></span> ${t('assess.import.reading')}</p>` : nothing} ${failure(error, t as never)}
      ${told ? this.renderTold(told) : nothing}`;
  }

  private renderKept({ ledger }: ImportLedger): TemplateResult {
    const { t } = this.model;
    const count = ledger.filter(({ outcome }) => outcome === 'entered' || outcome === 'draft').length;
    return html`<p class="notice notice-good" role="status">${icon('check', 18)} ${t('assess.import.kept', { count })}</p>
      <p><button class="button button-primary" @click=${() => this.dispatchEvent(new CustomEvent('left'))}>${t('assess.form.back')}</button></p>`;
  }

  private renderTold(told: ImportLedger): TemplateResult {
    const { model, said, busy } = this;
    const { t } = model;
    const { rows, areas, learned, ledger } = told;
    const fresh = ledger.filter(({ outcome }) => outcome === 'entered' || outcome === 'draft').length;
    const questions = ledger.reduce((sum, row) => sum + row.questions, 0);
    return html`<section class="card-box import-told">
      <h2><bdi>${told.file}</bdi></h2>
      <p role="status">${t('assess.import.rows', { ...rows })}</p>
      <p>${t('assess.import.areas', { ...areas })}</p>
      ${questions > 0 ? html`<p class="notice notice-warning">${icon('warning', 18)} <span>${t('assess.import.questions', { count: questions })}</span></p>` : nothing}
      ${
        learned.length > 0
          ? html`<h3>${t('assess.import.learned')}</h3>
              ${renderFolded(
                learned.map((each) => html`<li dir="auto">${t('assess.import.learned.one', { ...each })}</li>`),
                { shown: 5, look: 'import-learned', more: (count) => t('assess.units.more', { count }) },
              )}`
          : nothing
      }
      <div class="assess-buttons">
        <button class="button button-primary" ?disabled=${busy || fresh === 0 || said.size > 0} @click=${() => void this.send(false)}>
          ${fresh === 0 ? t('assess.import.nothing') : t('assess.import.keep', { count: fresh })}
        </button>
        ${busy ? html`<span role="status"><span class="spinner"></span> ${t('assess.import.reading')}</span>` : nothing}
      </div>
      <h3>${t('assess.import.columns')}</h3>
      ${renderColumnEditor<ColumnRole>({
        t: t as never,
        kind: COLUMNS,
        columns: told.columns.map((column) => ({ samples: [], ...column, file: told.file, sheet: told.file }) as unknown as EditableColumn<ColumnRole>),
        said,
        busy,
        say: (next) => (this.said = next),
      })}
      <p class="actions">
        <button class="button" ?disabled=${busy || said.size === 0} @click=${() => void this.send(true)}>${t('assess.import.columns.again')}</button>
      </p>
      ${renderLedger(t, ledger)}
    </section>`;
  }
}

/** Every row and what becomes of it. */
function renderLedger(t: Words, ledger: ImportLedger['ledger']): TemplateResult {
  const items = ledger.map(
    ({ row, outcome, placed, notes }) =>
      html`<li>
        <span class="small muted">${t('assess.import.row')} <span class="number">${row}</span></span>
        <span>${t(`assess.import.outcome.${outcome}`)}</span>
        ${outcome !== 'dropped' && !placed ? html`<span class="badge badge-warning">${t('assess.import.not-placed')}</span>` : nothing}
        ${notes.map((note) => html`<span class="small muted" dir="auto">${note}</span>`)}
      </li>`,
  );
  return html`<h3>${t('assess.import.ledger', { count: ledger.length })}</h3>
    ${renderFolded(items, { shown: ROWS, look: 'import-rows', more: (count) => t('assess.units.more', { count }) })}`;
}

customElements.define('assessment-import', AssessmentImport);
