/** The fields of an assessment: what everybody is asked, and the rest behind a fold. */
import { html, nothing, type TemplateResult } from 'lit';
import { choice, field } from '../../../kit/form.ts';
import { CLASSES } from '../../../kit/sensitivity/texts.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { ACCESSES, ARTIFACTS, POPULATIONS, REPRESENTATIVE, SECTORS, sectorText, STATUSES } from '../words.ts';
import { FREQUENCIES, newArtifact, type ArtifactValues, type EntryValues } from './values.ts';

export interface FieldsOf {
  model: AssessmentsModel;
  values: EntryValues;
  faults: Readonly<Record<string, string>>;
  set: (values: Partial<EntryValues>) => void;
}

const input = ({ values, faults }: FieldsOf, name: keyof EntryValues, given: Omit<Parameters<typeof field>[0], 'name' | 'value' | 'fault' | 'id'>) =>
  field({ autocomplete: 'off', ...given, name, id: `entry-${name}`, value: values[name] as string, fault: faults[name] });
const choose = ({ values, faults }: FieldsOf, name: keyof EntryValues, given: Omit<Parameters<typeof choice>[0], 'name' | 'value' | 'fault' | 'id'>) =>
  choice({ ...given, name, id: `entry-${name}`, value: values[name] as string, fault: faults[name] });

/** What and who. */
export function firstFields(of: FieldsOf): TemplateResult {
  const { t, structure, answer } = of.model;
  const known = new Set([...(structure?.organisations ?? []).map(({ name }) => name), ...(answer.value?.assessments ?? []).flatMap(({ leads }) => leads.map(({ name }) => name))]); // prettier-ignore
  return html`${input(of, 'title', { label: t('assess.form.title'), required: true })}
    <div class="field">
      <label for="entry-lead">${t('assess.form.lead')}</label>
      <input id="entry-lead" name="lead" dir="auto" list="entry-known" autocomplete="off" .value=${of.values.lead} aria-invalid=${of.faults['leads'] ? 'true' : nothing} />
      <datalist id="entry-known">
        ${[...known].map((name) => html`<option value=${name}></option>`)}
      </datalist>
      ${of.faults['leads'] ? html`<p class="small field-fault">${icon('error', 14)} ${of.faults['leads']}</p>` : nothing}
    </div>
    ${ticks(t('assess.form.sectors'), SECTORS.map((code): [string, string] => [code, sectorText(t, code)]), of.values.sectors, (sectors) => of.set({ sectors }))}`; // prettier-ignore
}

/** When. */
export function whenFields(of: FieldsOf): TemplateResult {
  const { t } = of.model;
  return html`<div class="edit-row">
    ${choose(of, 'status', { label: t('assess.form.status'), options: STATUSES.map((each): [string, string] => [each, t(`assess.status.${each}`)]) })}
    ${input(of, 'start', { label: t('assess.form.start'), type: 'date' })} ${input(of, 'end', { label: t('assess.form.end'), type: 'date' })}
  </div>`;
}

/** What may be said, and seldom is at first. @param byLink nothing that is for members is asked of strangers */
export function moreFields(of: FieldsOf, byLink: boolean): TemplateResult {
  const { model, values, set } = of;
  const { t } = model;
  const unsaid: [string, string] = ['', t('assess.form.unsaid')];
  const may = model.answer.value?.may;
  const groups = (model.structure?.groups ?? []).filter(({ status, id }) => status !== 'closed' && (byLink || !may?.record.length || may.all || may.record.includes(id) || values.groups.includes(id))); // prettier-ignore
  return html`<details class="fold edit-more">
    <summary>${icon('chevron', 14)} ${t('assess.form.more')}</summary>
    <div class="edit-fields">
      ${input(of, 'participants', { label: t('assess.form.participants'), hint: t('assess.form.semicolons') })}
      ${
        groups.length > 0
          ? ticks(
              t('assess.form.groups'),
              groups.map(({ id }): [string, string] => [id, model.groupName(id)]),
              values.groups,
              (chosen) => set({ groups: chosen }),
            )
          : nothing
      }
      ${ticks(
        t('assess.form.populations'),
        POPULATIONS.map((each): [string, string] => [each, t(`assess.population.${each}`)]),
        values.populations,
        (chosen) => set({ populations: chosen as EntryValues['populations'] }),
      )}
      ${input(of, 'objective', { label: t('assess.form.objective'), rows: 2 })}
      <div class="edit-row">
        ${choose(of, 'representative', { label: t('assess.form.representative'), options: [unsaid, ...REPRESENTATIVE.map((each): [string, string] => [each, t(`assess.representative.${each}`)])] })}
        ${choose(of, 'frequency', { label: t('assess.form.frequency'), options: [unsaid, ...FREQUENCIES.map((each): [string, string] => [each, t(`assess.frequency.${each}`)])] })}
        ${input(of, 'sample', { label: t('assess.form.sample'), type: 'number' })}
      </div>
      ${input(of, 'methodology', { label: t('assess.form.methodology'), rows: 2 })}
      ${input(of, 'notes', { label: t('assess.form.notes'), rows: 2, hint: t('assess.form.no-persons') })} ${artifactFields(of)}
    </div>
  </details>`;
}

function artifactFields({ model, values, set, faults }: FieldsOf): TemplateResult {
  const { t } = model;
  const { artifacts } = values;
  const change = (at: number, patch: Partial<ArtifactValues>) => set({ artifacts: artifacts.map((each, i) => (i === at ? { ...each, ...patch } : each)) });
  return html`<fieldset class="entry-artifacts">
    <legend>${t('assess.form.artifacts')}</legend>
    ${faults['artifacts'] ? html`<p class="small field-fault">${icon('error', 14)} ${faults['artifacts']}</p>` : nothing}
    ${artifacts.map((each, at) => renderArtifact(model, each, at, (patch) => change(at, patch), () => set({ artifacts: artifacts.filter((_, i) => i !== at) })))}
    <button type="button" class="button" @click=${() => set({ artifacts: [...artifacts, newArtifact()] })}>${icon('plus', 16)} ${t('assess.form.artifact.add')}</button>
  </fieldset>`; // prettier-ignore
}

function renderArtifact(
  model: AssessmentsModel,
  each: ArtifactValues,
  at: number,
  change: (patch: Partial<ArtifactValues>) => void,
  remove: () => void,
): TemplateResult {
  // prettier-ignore
  const { t } = model;
  // Fields of their own form part: what they hold is taken here, and not by the form.
  const line = (name: 'link' | 'how' | 'mailbox' | 'disclosure', label: string) =>
    html`<div class="field" @input=${(event: Event) => taken(event, (value) => change({ [name]: value }))}>
      <label for="artifact-${name}-${at}">${label}</label>
      <input id="artifact-${name}-${at}" dir=${name === 'link' || name === 'mailbox' ? 'ltr' : 'auto'} autocomplete="off" .value=${each[name]} />
    </div>`;
  const list = (name: 'kind' | 'access' | 'class', label: string, options: readonly [string, string][]) =>
    html`<div
      class="field"
      @change=${(event: Event) => taken(event, (value) => change(name === 'kind' ? { ...newArtifact(value as ArtifactValues['kind']), link: each.link, before: each.before } : { [name]: value }))}
    >
      <label for="artifact-${name}-${at}">${label}</label>
      <select class="select" id="artifact-${name}-${at}">
        ${options.map(([value, said]) => html`<option value=${value} .selected=${value === each[name]}>${said}</option>`)}
      </select>
    </div>`;
  const isData = each.kind.startsWith('data');
  return html`<div class="entry-artifact" role="group" aria-label=${t(`assess.artifact.${each.kind}`)}>
    <div class="edit-row">
      ${list(
        'kind',
        t('assess.form.artifact.kind'),
        ARTIFACTS.map((kind): [string, string] => [kind, t(`assess.artifact.${kind}`)]),
      )}
      ${list(
        'access',
        t('assess.form.artifact.access'),
        ACCESSES.filter((access) => access !== 'public' || each.kind !== 'data-raw').map((access): [string, string] => [access, t(`assess.access.${access}`)]),
      )}
      ${list(
        'class',
        t('assess.form.artifact.class'),
        CLASSES.map((level): [string, string] => [level, t(`sharing.class.${level}`)]),
      )}
    </div>
    ${line('link', t('assess.form.artifact.link'))}
    <div class="edit-row">${line('how', t('assess.form.artifact.how'))} ${line('mailbox', t('assess.form.artifact.mailbox'))}</div>
    ${isData ? line('disclosure', t('assess.form.artifact.disclosure')) : nothing}
    <button type="button" class="button" @click=${remove}>${t('assess.form.artifact.remove')}: ${t(`assess.artifact.${each.kind}`)}</button>
  </div>`;
}

function taken(event: Event, take: (value: string) => void): void {
  event.stopPropagation();
  take((event.target as HTMLInputElement | HTMLSelectElement).value);
}

/** Several of a list; what is chosen comes first to the eye. */
function ticks(label: string, options: readonly [string, string][], chosen: readonly string[], changed: (chosen: string[]) => void): TemplateResult {
  const tick = (value: string) => (event: Event) => {
    event.stopPropagation();
    changed((event.target as HTMLInputElement).checked ? [...chosen, value] : chosen.filter((each) => each !== value));
  };
  return html`<fieldset class="entry-ticks">
    <legend class="field-label">${label}</legend>
    ${options.map(([value, text]) => html`<label><input type="checkbox" .checked=${chosen.includes(value)} @change=${tick(value)} @input=${(event: Event) => event.stopPropagation()} /> <span>${text}</span></label>`)}
  </fieldset>`;
}
