/** `<row-dialog>`: one row of the draft. `<endorse-dialog>`: a group endorses it, after what it hides was seen. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ClassificationRow, Hides, Sensitivity } from '../../../server/contract/sensitivity/sensitivity.ts';
import { choice, renderHides, renderLimits } from '../../kit/sensitivity/fields.ts';
import { typeText, TYPES, type SharingKey } from '../../kit/sensitivity/texts.ts';
import { failure, faultsOf, field, valuesOf } from '../../kit/form.ts';
import { View } from '../../kit/view.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import type { SharingModel } from './model.ts';

const NEW: ClassificationRow = {
  dataType: '',
  title: '',
  class: 'moderate',
  audience: 'response',
  named: [],
  lowestLevel: null,
  smallestCount: null,
  notes: '',
  examples: [],
};
const OTHER = 'other';

abstract class SharingDialog extends View<SharingKey> {
  static override properties: PropertyDeclarations = { model: { attribute: false }, error: { state: true }, busy: { state: true } };
  declare model: SharingModel;
  declare protected error: unknown;
  declare protected busy: boolean;
  protected readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.error = null;
    this.busy = false;
  }

  /** @returns whether it was done */
  protected async run(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  protected hide(): void {
    this.dialog.value!.hide();
  }
}

export class RowDialog extends SharingDialog {
  static override properties: PropertyDeclarations = { row: { state: true }, isNew: { state: true } };
  declare private row: ClassificationRow | null;
  declare private isNew: boolean;

  constructor() {
    super();
    this.row = null;
    this.isNew = false;
  }

  /** @param row null: one more */
  async open(row: ClassificationRow | null): Promise<void> {
    this.error = null;
    this.isNew = row === null;
    this.row = row ?? { ...NEW, dataType: this.unused[0] ?? OTHER };
    await this.updateComplete;
    await this.dialog.value!.show();
  }

  private get rows(): readonly ClassificationRow[] {
    return this.model.table?.rows ?? [];
  }

  private get unused(): readonly string[] {
    return TYPES.filter((type) => !this.rows.some(({ dataType }) => dataType === type));
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { title = '', notes = '', examples = '' } = valuesOf(event.currentTarget as HTMLFormElement);
    const row = this.row!;
    const isOther = row.dataType === OTHER || row.dataType.startsWith('other-');
    const said: ClassificationRow = {
      ...row,
      dataType: row.dataType === OTHER ? this.freeId() : row.dataType,
      title: isOther ? title : '',
      notes,
      examples: examples.split('\n').flatMap((line) => line.trim() || []),
    };
    const rows = this.isNew ? [...this.rows, said] : this.rows.map((each) => (each.dataType === row.dataType ? said : each));
    if (await this.run(() => this.model.saveRows(rows))) this.done();
  };

  private freeId(): string {
    for (let number = 1; ; number++) if (!this.rows.some(({ dataType }) => dataType === `other-${number}`)) return `other-${number}`;
  }

  private done(): void {
    this.hide();
    this.app.toast(this.t('sharing.saved'));
  }

  private async takeOut(): Promise<void> {
    if (await this.run(() => this.model.saveRows(this.rows.filter(({ dataType }) => dataType !== this.row!.dataType)))) this.done();
  }

  override render() {
    const { t, row } = this;
    const heading = !row || this.isNew ? t('sharing.add') : t('sharing.edit.of', { name: typeText(t, row.dataType, this.rows) });
    return html`<cod-dialog ${ref(this.dialog)} heading=${heading} close=${t('sharing.close')}>${row ? this.renderForm(row) : nothing}</cod-dialog>`;
  }

  private renderForm(row: ClassificationRow): TemplateResult {
    const { t } = this;
    const faults = faultsOf(this.error);
    const change = (patch: Partial<ClassificationRow> | Sensitivity) => (this.row = { ...row, ...patch });
    return html`<form @submit=${this.save}>
      ${
        this.isNew
          ? choice({
              id: 'row-type',
              label: t('sharing.field.type'),
              value: row.dataType,
              options: [...this.unused.map((type) => [type, typeText(t, type)] as const), [OTHER, t('sharing.field.type.other')] as const],
              change: (dataType) => change({ dataType }),
            })
          : nothing
      }
      ${row.dataType === OTHER || row.dataType.startsWith('other-') ? field({ name: 'title', label: t('sharing.field.title'), value: row.title, required: true }) : nothing}
      ${renderLimits({ t, limits: row, groups: this.model.groups, hasCounts: row.dataType.startsWith('presence'), faults, change })}
      ${field({ name: 'notes', label: t('sharing.field.notes'), rows: 2, value: row.notes })}
      ${field({ name: 'examples', label: t('sharing.field.examples'), hint: t('sharing.field.examples.hint'), rows: 3, value: row.examples.join('\n') })}
      ${failure(this.error, t as never)}
      <p class="actions">
        <button class="button button-primary" ?disabled=${this.busy}>${t('sharing.save')}</button>
        ${this.isNew || this.rows.length < 2 ? nothing : html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => void this.takeOut()}>${t('sharing.remove')}</button>`}
        <button type="button" class="button" @click=${() => this.hide()}>${t('sharing.cancel')}</button>
      </p>
    </form>`;
  }
}

export class EndorseDialog extends SharingDialog {
  static override properties: PropertyDeclarations = { hides: { state: true } };
  declare private hides: Hides | null;

  constructor() {
    super();
    this.hides = null;
  }

  async open(): Promise<void> {
    this.error = this.hides = null;
    await this.updateComplete;
    await this.dialog.value!.show();
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { group = '', date = '' } = valuesOf(event.currentTarget as HTMLFormElement);
    const { version } = this.model.answer!.draft!;
    const confirmed = this.hides !== null;
    const done = await this.run(async () => (this.hides = await this.model.endorse(group, date, confirmed)));
    if (!done || this.hides !== null) return;
    this.hide();
    this.app.toast(this.t('sharing.endorse.done', { version }));
  };

  override render() {
    const { t, model, hides } = this;
    const { draft, may } = model.answer!;
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('sharing.endorse.heading', { version: draft?.version ?? '' })} close=${t('sharing.close')}>
      <form @submit=${this.save} @input=${() => (this.hides = null)}>
        <p>${t('sharing.endorse.lead')}</p>
        <div class="field">
          <label for="endorse-group">${t('sharing.endorse.group')}</label>
          <select id="endorse-group" name="group" class="select">
            ${may.endorse.map((id) => html`<option value=${id}>${model.groupName(id)}</option>`)}
          </select>
        </div>
        ${field({ name: 'date', label: t('sharing.endorse.date'), type: 'date', value: new Date().toISOString().slice(0, 10), required: true })}
        ${hides ? renderHides(t, hides) : nothing} ${failure(this.error, t as never)}
        <p class="actions">
          <button class="button button-primary" ?disabled=${this.busy}>${t(hides ? 'sharing.hides.confirm' : 'sharing.endorse')}</button>
          <button type="button" class="button" @click=${() => this.hide()}>${t('sharing.cancel')}</button>
        </p>
      </form>
    </cod-dialog>`;
  }
}

customElements.define('row-dialog', RowDialog);
customElements.define('endorse-dialog', EndorseDialog);
