/** The questions at which an upload stops: encoding, with the names as each would read them; coordinate system; the column of organisations or places; which level layers hold; what becomes of personal data. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnReading } from '../../../server/contract/columns.ts';
import type { LayerColumn } from '../../../server/contract/overlays/layer.ts';
import { layerColumns } from '../../kinds/overlays/draft/columns.ts';
import type { BoundaryColumn, BoundaryLayer } from '../../../server/contract/boundaries/columns.ts';
import { boundaryColumns } from '../../kinds/boundaries/draft/columns.ts';
import { isInDoubt, keyOf as layerKey, renderLayer, withLayerEdit } from '../../kinds/boundaries/draft/layers.ts';
import { answersOfColumns, renderColumnEditor } from '../../kit/columns/editor.ts';
import { roleText } from '../../kinds/presence/draft/words.ts';
import { toRole } from '../../kinds/presence/review.ts';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import { failureOf } from '../../kit/refusals.ts';
import { icon } from '../../ui/icon.ts';
import { isQuestion } from './asked.ts';
import { field, valuesOf } from '../../kit/form.ts';
import type { UploadModel } from './model.ts';
import { renderPersonal } from './personal.ts';

interface EncodingDetails {
  candidates: { encoding: string; samples: string[] }[];
}

const SAMPLES = 6;

/** null where the job did not end with a question that we know. */
export function renderQuestion(model: UploadModel, job: JobStatus): TemplateResult | null {
  if (!isQuestion(job)) return null;
  if (job.error?.code === 'upload.personal') return renderPersonal(model, job);
  if (job.error?.code === 'input.not-boundaries') return renderLayers(model, job);
  if (job.error?.code === 'read.encoding' && job.error.details)
    return renderEncoding(model, failureOf(job, model.app.language), job.error.details as unknown as EncodingDetails);
  const { columns } = (job.error?.details ?? {}) as { columns?: ColumnReading<unknown>[] };
  if (columns && job.error?.code === 'presence.no-organisation') return renderColumn(model, columns, false);
  if (columns && job.error?.code === 'presence.no-place') return renderColumn(model, columns, true);
  if (columns && job.error?.code === 'layer.no-coordinates') return renderCoordinates(model, columns as LayerColumn[]);
  if (job.error?.code === 'read.crs') return renderCrs(model, failureOf(job, model.app.language));
  return null;
}

const asked = (detail: string) => html`<p class="notice notice-warning" role="alert">${icon('warning', 18)} <span dir="auto">${detail}</span></p>`;

function renderEncoding(model: UploadModel, detail: string, { candidates }: EncodingDetails): TemplateResult {
  const { t, app } = model;
  return html`${asked(detail)}
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { encoding } = valuesOf(event.currentTarget as HTMLFormElement);
        if (encoding) void model.answer({ encoding });
      }}
    >
      <fieldset class="upload-choices">
        <legend class="field-label">${t('question.encoding')}</legend>
        ${
          candidates.length === 0
            ? html`<p>${t('question.none')}</p>`
            : candidates.map(
                ({ encoding, samples }, i) =>
                  html`<label
                    ><input type="radio" name="encoding" value=${encoding} ?checked=${i === 0} /><span
                      ><strong><bdi>${encoding}</bdi></strong
                      ><span class="muted" dir="auto">${app.format.list(samples.slice(0, SAMPLES))}</span></span
                    ></label
                  >`,
              )
        }
      </fieldset>
      <p class="actions"><button class="button button-primary" ?disabled=${candidates.length === 0}>${t('question.answer')}</button></p>
    </form>`;
}

/** Which column it is, each with what it holds; of places also which level, and whether by code or by name. */
function renderColumn(model: UploadModel, columns: readonly ColumnReading<unknown>[], isPlace: boolean): TemplateResult {
  const { t } = model;
  const levels = [1, 2, 3, 4].flatMap((level) => [`place/${level}/name`, `place/${level}/code`]);
  return html`${asked(t(isPlace ? 'question.place' : 'question.organisation'))}
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { column, role = 'org/implementing/name' } = valuesOf(event.currentTarget as HTMLFormElement);
        const chosen = columns.find((each) => String(each.column) === column);
        if (chosen) void model.answer({ columns: [{ heading: chosen.heading, column: chosen.column, role: toRole(role) }] });
      }}
    >
      <fieldset class="upload-choices">
        <legend class="field-label">${t('question.columns')}</legend>
        ${columns
          .filter(({ filled }) => filled > 0)
          .map(
            ({ column, heading, samples }) =>
              html`<label
                ><input type="radio" name="column" value=${column} required /><span
                  ><strong><bdi dir="auto">${heading || '–'}</bdi></strong> <span class="muted" dir="auto">${samples.slice(0, SAMPLES).join(' · ')}</span></span
                ></label
              >`,
          )}
      </fieldset>
      ${
        isPlace
          ? html`<div class="field">
              <label for="role">${t('question.level')}</label>
              <select id="role" name="role" class="select">
                ${levels.map((key) => html`<option value=${key}>${roleText(t as never, key)}</option>`)}
              </select>
            </div>`
          : nothing
      }
      <p class="actions"><button class="button button-primary">${t('question.answer')}</button></p>
    </form>`;
}

/** Which level each layer holds, and what its columns are. */
function renderLayers(model: UploadModel, job: JobStatus): TemplateResult {
  const { t, columns: said, layers: ofLayers } = model;
  const { columns, layers } = job.error!.details as unknown as { columns: BoundaryColumn[]; layers: BoundaryLayer[] };
  return html`${asked(t('question.layers'))}
    ${renderColumnEditor({
      t: t as never,
      kind: boundaryColumns,
      // Reasons came with the job, in English.
      columns: columns.map((column) => ({ ...column, reasons: [] })),
      said,
      busy: false,
      isDoubtful: (file, sheet) => layers.some((each) => each.file === file && each.layer === sheet && isInDoubt(each)),
      say: (next) => model.setSaid({ columns: next }),
      renderTable: (file, sheet) => {
        const layer = { ...layers.find((each) => each.file === file && each.layer === sheet)!, text: '' };
        return renderLayer(t as never, layer, ofLayers.get(layerKey(layer)), false, (edit) => model.setSaid({ layers: withLayerEdit(ofLayers, layer, edit) }));
      },
    })}
    <p class="actions">
      <button
        class="button button-primary"
        ?disabled=${said.size + ofLayers.size === 0}
        @click=${() => void model.answer({ ...(said.size > 0 ? { columns: answersOfColumns(said) } : {}), ...(ofLayers.size > 0 ? { layers: [...ofLayers.values()] } : {}) })}
      >
        ${t('question.answer')}
      </button>
    </p>`;
}

/** Which columns hold the coordinates of a layer. */
function renderCoordinates(model: UploadModel, columns: readonly LayerColumn[]): TemplateResult {
  const { t, ofLayer: said } = model;
  return html`${asked(t('question.coordinates'))}
    ${renderColumnEditor({
      t: t as never,
      kind: layerColumns,
      // Reasons came with the job, in English.
      columns: columns.map((column) => ({ ...column, reasons: [] })),
      said,
      busy: false,
      isDoubtful: () => true,
      say: (next) => model.setSaid({ ofLayer: next }),
    })}
    <p class="actions">
      <button class="button button-primary" ?disabled=${said.size === 0} @click=${() => void model.answer({ columns: answersOfColumns(said) })}>
        ${t('question.answer')}
      </button>
    </p>`;
}

function renderCrs(model: UploadModel, detail: string): TemplateResult {
  const { t } = model;
  return html`${asked(detail)}
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { crs } = valuesOf(event.currentTarget as HTMLFormElement);
        if (crs) void model.answer({ crs });
      }}
    >
      ${field({ name: 'crs', label: t('question.crs'), hint: t('question.crs.hint'), required: true, autocomplete: 'off' })}
      <p class="actions"><button class="button button-primary">${t('question.answer')}</button></p>
    </form>`;
}
