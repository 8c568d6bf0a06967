/** The question what becomes of personal data in the files: what was found, where and how many, and what is to be stored. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';
import type { PersonalFinding } from '../../../server/contract/uploads/personal.ts';
import { icon } from '../../ui/icon.ts';
import type { UploadModel } from './model.ts';

const CHOICE = 'personal';
const PART = 'part';

export function renderPersonal(model: UploadModel, job: JobStatus): TemplateResult {
  const { t } = model;
  const { findings } = job.error!.details as unknown as { findings: PersonalFinding[] };
  const files = [...new Set(findings.map(({ file }) => file))];
  const canStrip = findings.some(({ removable }) => removable);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget as HTMLFormElement);
    const parts = said.getAll(PART).map(String);
    if (said.get(CHOICE) === 'keep') void model.answer({ personal: { is: 'keep' } });
    else if (parts.length > 0) void model.answer({ personal: { is: 'strip', parts } });
  };
  return html`<p class="notice notice-warning" role="alert">${icon('warning', 18)} <span>${t('question.personal')}</span></p>
    <form class="personal" @submit=${submit}>
      ${files.map((file) => {
        const own = findings.filter((finding) => finding.file === file);
        return html`<section>
          <h3><bdi>${file}</bdi></h3>
          ${renderFindings(
            model,
            own.filter(({ isPerson }) => isPerson),
            true,
          )}
          ${renderFindings(
            model,
            own.filter(({ isPerson }) => !isPerson),
            false,
          )}
        </section>`;
      })}
      <fieldset class="upload-choices">
        <legend class="field-label">${t('personal.choice')}</legend>
        ${
          canStrip
            ? html`<label
                ><input type="radio" name=${CHOICE} value="strip" checked /><span
                  ><strong>${t('personal.strip')}</strong><span class="muted">${t('personal.strip.hint')}</span></span
                ></label
              >`
            : nothing
        }
        <label
          ><input type="radio" name=${CHOICE} value="keep" ?checked=${!canStrip} /><span
            ><strong>${t('personal.keep')}</strong><span class="muted">${t('personal.keep.hint')}</span></span
          ></label
        >
      </fieldset>
      <p class="actions">
        <button class="button button-primary">${t('question.answer')}</button>
        <button type="button" class="button" @click=${() => model.cancel()}>${t('personal.cancel')}</button>
      </p>
    </form>`;
}

/** What is of persons is ticked; the rest only if a person wants it gone. */
function renderFindings(model: UploadModel, findings: PersonalFinding[], isPerson: boolean): TemplateResult | typeof nothing {
  const { t } = model;
  if (findings.length === 0) return nothing;
  return html`<fieldset class="personal-found">
    <legend class="field-label">${t(isPerson ? 'personal.found' : 'personal.beside')}</legend>
    ${findings.map((finding) => {
      const said = html`<span
        ><strong>${t(`personal.kind.${finding.kind}`, { count: finding.count })}</strong>
        <span dir="auto">${placeOf(model, finding)}</span>
        ${finding.example === null ? nothing : html`<span class="muted">${t('personal.example', { example: finding.example })}</span>`}
        ${reasonOf(model, finding)} ${finding.whole ? html`<span class="small personal-fixed">${icon('info', 14)} ${t('personal.whole')}</span>` : nothing}
        ${finding.removable ? nothing : html`<span class="small personal-fixed">${icon('info', 14)} ${t('personal.fixed')}</span>`}</span
      >`;
      return finding.removable
        ? html`<label><input type="checkbox" name=${PART} value=${finding.id} ?checked=${isPerson} />${said}</label>`
        : html`<p class="personal-item">${said}</p>`;
    })}
  </fieldset>`;
}

function placeOf({ t }: UploadModel, { place }: PersonalFinding): TemplateResult | string | typeof nothing {
  switch (place.is) {
    case 'column':
      return html`${t('personal.at.column', { sheet: place.sheet, column: place.column })}${place.heading ? html` <bdi class="muted">(${place.heading})</bdi>` : nothing}`;
    case 'outside':
      return t('personal.at.outside', { sheet: place.sheet });
    case 'sheet':
      return t('personal.at.sheet', { sheet: place.sheet });
    case 'text':
      return t('personal.at.text');
    default:
      return nothing;
  }
}

function reasonOf({ t, app }: UploadModel, { evidence }: PersonalFinding): TemplateResult | typeof nothing {
  if (evidence === null) return nothing;
  const reasons = [
    ...(evidence.heading ? [t('personal.because.heading')] : []),
    t('personal.because.share', { percent: Math.max(1, Math.round(100 * evidence.share)) }),
  ];
  return html`<span class="muted small">${app.format.list(reasons)}</span>`;
}
