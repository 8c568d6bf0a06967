/** Which layer the files are of: a country has many. One that is there gets its next version. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DatasetKind } from '../../../server/contract/ids.ts';
import { ApiProblem } from '../../kit/api.ts';
import { field } from '../../kit/form.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { UploadKey } from './model.ts';

interface WhichLayer {
  kind: DatasetKind;
  proposed: string;
  layers: { slug: string; title: string }[];
}

const detailsOf = (error: unknown): WhichLayer | null =>
  error instanceof ApiProblem && error.code === 'upload.layer' ? (error.problem.details as unknown as WhichLayer) : null;

/** What the server took the files for, so that it is not asked once more. */
export const askedKind = (error: unknown): DatasetKind | null => detailsOf(error)?.kind ?? null;

export function renderWhichLayer(t: Translate<UploadKey>, error: unknown): TemplateResult | typeof nothing {
  const details = detailsOf(error);
  if (!details) return nothing;
  const { proposed, layers } = details;
  return html`<fieldset class="upload-choices">
    <legend class="field-label">${t('upload.layer')}</legend>
    ${layers.map(({ slug, title }) => html`<label><input type="radio" name="slug" value=${slug} /><span>${t('upload.layer.next', { title })}</span></label>`)}
    <label><input type="radio" name="slug" value="" checked /><span>${t('upload.layer.new')}</span></label>
    ${field({ name: 'name', id: 'layer-name', label: t('upload.layer.name'), hint: t('upload.layer.hint'), value: proposed, autocomplete: 'off', dir: 'ltr' })}
  </fieldset>`;
}
