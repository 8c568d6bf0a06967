/** `<draft-metadata>`: the form of a version's metadata, prefilled from the files, and what was corrected since. Only what changed is sent. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { MetadataBody } from '../../../server/contract/datasets/drafts.ts';
import type { DraftKey } from './model.ts';
import { icon } from '../../ui/icon.ts';
import { View } from '../../kit/view.ts';
import { createWork } from '../../kit/work.ts';
import { renderCorrections } from '../../kit/facts.ts';
import { failure, faultsOf, field, valuesOf, type Field } from '../../kit/form.ts';

type Name = keyof VersionAnswer['metadata'];

const FIELDS: { name: Name; label: DraftKey; type?: Field['type']; rows?: number; needed?: true }[] = [
  { name: 'title', label: 'meta.name', needed: true },
  { name: 'source', label: 'meta.source', needed: true },
  { name: 'contributor', label: 'meta.contributor', needed: true },
  { name: 'license', label: 'meta.license', needed: true },
  { name: 'dateValidOn', label: 'meta.valid-on', type: 'date' },
  { name: 'dateSource', label: 'meta.source-date', type: 'date' },
  { name: 'dateReviewed', label: 'meta.reviewed', type: 'date' },
  { name: 'updateFrequencyYears', label: 'meta.frequency', type: 'number' },
  { name: 'methodology', label: 'meta.methodology', rows: 3 },
  { name: 'caveats', label: 'meta.caveats', rows: 3 },
];

export class DraftMetadata extends View<DraftKey> {
  static override properties: PropertyDeclarations = {
    version: { attribute: false },
    editable: { attribute: false },
    error: { state: true },
    busy: { state: true },
  };
  declare version: VersionAnswer;
  declare editable: boolean;
  declare private error: unknown;
  declare private busy: boolean;

  constructor() {
    super();
    this.error = null;
    this.busy = false;
  }

  private get isDraft(): boolean {
    return this.version.status === 'draft';
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const before = this.version.metadata;
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const change = Object.fromEntries(
      FIELDS.flatMap(({ name, type }) => {
        const text = values[name] ?? '';
        const value = type === undefined ? text : text === '' ? null : type === 'number' ? Number(text) : text;
        return value === before[name] ? [] : [[name, value]];
      }),
    ) as MetadataBody;
    this.busy = true;
    this.error = null;
    try {
      if (Object.keys(change).length > 0) {
        const { changeMetadata, correctMetadata } = createWork(this.app.api);
        const done = await (this.isDraft ? changeMetadata : correctMetadata)(this.version.dataset, this.version.version, change);
        this.dispatchEvent(new CustomEvent('saved', { detail: done }));
      }
      this.app.toast(this.t('meta.saved'));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { t, version, editable } = this;
    const { metadata } = version;
    const faults = faultsOf(this.error);
    const missing = FIELDS.filter(({ name, needed }) => needed && !metadata[name]).map(({ label }) => t(label));
    return html`<form @submit=${this.submit}>
      ${editable && !this.isDraft ? html`<p class="notice">${t('meta.correcting')}</p>` : nothing}
      ${missing.length ? html`<p class="notice notice-warning">${icon('warning', 18)} ${t('meta.missing', { fields: this.app.format.list(missing) })}</p>` : nothing}
      ${Object.keys(faults).length ? nothing : failure(this.error, t as never)}
      ${FIELDS.map(({ name, label, type, rows }) =>
        field({
          name,
          label: t(label),
          ...(type ? { type } : {}),
          ...(rows ? { rows } : {}),
          value: metadata[name] === null ? '' : String(metadata[name]).slice(0, type === 'date' ? 10 : undefined),
          fault: faults[name],
          disabled: !editable,
          autocomplete: 'off',
        }),
      )}
      ${editable ? html`<p class="actions"><button class="button button-primary" ?disabled=${this.busy}>${t(this.isDraft ? 'meta.save' : 'meta.correct')}</button></p>` : nothing}
      ${renderCorrections(version, this.app, t as never, (name) => t(FIELDS.find((field) => field.name === name)!.label))}
    </form>`;
  }
}

customElements.define('draft-metadata', DraftMetadata);
