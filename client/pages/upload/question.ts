/** The questions at which an upload stops: encoding, with the names as each would read them; coordinate system. */
import { html, type TemplateResult } from 'lit';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import { icon } from '../../ui/icon.ts';
import { field, valuesOf } from '../../kit/form.ts';
import type { UploadModel } from './model.ts';

interface EncodingDetails {
  candidates: { encoding: string; samples: string[] }[];
}

const SAMPLES = 6;

/** null where the job did not end with a question that we know. */
export function renderQuestion(model: UploadModel, job: JobStatus): TemplateResult | null {
  if (job.error?.code === 'read.encoding' && job.error.details) return renderEncoding(model, job.error.detail, job.error.details as unknown as EncodingDetails);
  if (job.error?.code === 'read.crs') return renderCrs(model, job.error.detail);
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
      <fieldset class="choices">
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
