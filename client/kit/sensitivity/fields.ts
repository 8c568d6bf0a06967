/** The fields that a row of the table and a dataset have in common, and what a change would hide. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Hides, Sensitivity } from '../../../server/contract/sensitivity/sensitivity.ts';
import { ApiProblem } from '../api.ts';
import { icon } from '../../ui/icon.ts';
import { AUDIENCES, CLASSES, isCounts, LEAST_COUNT, type SharingWords } from './texts.ts';

export interface GroupChoice {
  id: string;
  name: string;
}

export interface LimitsForm {
  t: SharingWords;
  limits: Sensitivity;
  groups: readonly GroupChoice[];
  /** Only a 3W has counts that stand for it. */
  hasCounts: boolean;
  faults: Readonly<Record<string, string>>;
  change: (limits: Sensitivity) => void;
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const;
type Level = (typeof LEVELS)[number];

interface Choice<T extends string> {
  id: string;
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  change: (value: T) => void;
}

/** A list to choose from. */
export const choice = <T extends string>({ id, label, value, options, change }: Choice<T>): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} class="select" @change=${(event: Event) => change((event.target as HTMLSelectElement).value as T)}>
      ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
    </select>
  </div>`;

export function renderLimits({ t, limits, groups, hasCounts, faults, change }: LimitsForm): TemplateResult {
  const set = (patch: Partial<Sensitivity>) => change({ ...limits, ...patch });
  return html`${choice({
      id: 'limits-class',
      label: t('sharing.field.class'),
      value: limits.class,
      options: CLASSES.map((is) => [is, t(`sharing.class.${is}`)] as const),
      change: (is) => set({ class: is }),
    })}
    <p class="small muted">${t(`sharing.class.${limits.class}.means`)}</p>
    ${choice({
      id: 'limits-audience',
      label: t('sharing.field.audience'),
      value: limits.audience,
      options: AUDIENCES.map((audience) => [audience, t(`sharing.audience.${audience}`)] as const),
      change: (audience) => set({ audience, named: audience === 'named' ? limits.named : [] }),
    })}
    ${limits.audience === 'named' ? renderNamed(t, limits, groups, set) : nothing}
    ${hasCounts && isCounts(limits) ? renderCounts(t, limits, faults, set) : nothing}`;
}

type SetLimits = (patch: Partial<Sensitivity>) => void;

function renderNamed(t: SharingWords, { named }: Sensitivity, groups: readonly GroupChoice[], set: SetLimits): TemplateResult {
  const toggle = (id: string, on: boolean) => set({ named: on ? [...named, id] : named.filter((each) => each !== id) });
  return html`<fieldset class="limits-named">
    <legend class="field-label">${t('sharing.field.named')}</legend>
    <div>
      ${groups.map(
        ({ id, name }) =>
          html`<label
            ><input type="checkbox" .checked=${named.includes(id)} @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)} />
            <span dir="auto">${name}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

function renderCounts(t: SharingWords, limits: Sensitivity, faults: LimitsForm['faults'], set: SetLimits): TemplateResult {
  const fault = faults['smallestCount'];
  return html`${choice({
      id: 'limits-level',
      label: t('sharing.field.level'),
      value: limits.lowestLevel === null ? '' : String(limits.lowestLevel),
      options: [['', t('sharing.field.level.all')] as const, ...LEVELS.map((level) => [String(level), t('sharing.field.level.n', { level })] as const)],
      change: (level) => set({ lowestLevel: level === '' ? null : (Number(level) as Level) }),
    })}
    <div class="field">
      <label for="limits-count">${t('sharing.field.count')}</label>
      <input
        id="limits-count"
        type="number"
        min=${LEAST_COUNT}
        max="100"
        .value=${String(limits.smallestCount ?? LEAST_COUNT)}
        aria-describedby="limits-count-hint"
        aria-invalid=${fault ? 'true' : nothing}
        @change=${(event: Event) => set({ smallestCount: Number((event.target as HTMLInputElement).value) || null })}
      />
      <p class="small muted" id="limits-count-hint">${t('sharing.field.count.hint')}</p>
      ${fault ? html`<p class="small field-fault">${icon('error', 14)} ${fault}</p>` : nothing}
    </div>`;
}

/** What a refused change would hide; null where it was refused for something else. */
export const hidesOf = (error: unknown): Hides | null =>
  error instanceof ApiProblem && error.code === 'sensitivity.hides' ? (error.problem.details as unknown as Hides) : null;

/** By name and count, before it is saved. */
export function renderHides(t: SharingWords, { datasets, maps, embeds, documents, sources }: Hides): TemplateResult {
  const titles = maps.map(({ title }) => title);
  return html`<div class="hides" role="alert">
    <h3>${icon('warning', 18)} ${t('sharing.hides')}</h3>
    <ul>
      ${datasets.map(({ dataset, versions, counts }) => html`<li>${counts ? t('sharing.hides.counts', { dataset }) : t('sharing.hides.data', { dataset, count: versions })}</li>`)}
      ${sources.map((dataset) => html`<li>${t('sharing.hides.source', { dataset })}</li>`)}
      ${documents.map(({ title }) => html`<li dir="auto">${t('sharing.hides.minutes', { title })}</li>`)}
      <li>
        ${t('sharing.hides.maps', { count: maps.length })}
        ${
          titles.length > 0
            ? html`<ul>
                ${titles.map((title) => html`<li dir="auto">${title}</li>`)}
              </ul>`
            : nothing
        }
      </li>
      <li>
        ${t('sharing.hides.embeds', { count: embeds.length })}
        ${
          embeds.length > 0
            ? html`<ul>
                ${embeds.map(({ title, hosts }) => html`<li dir="auto">${hosts.length > 0 ? t('sharing.hides.embed', { title, hosts }) : t('sharing.hides.embed.any', { title })}</li>`)}
              </ul>`
            : nothing
        }
      </li>
    </ul>
    <p class="small">${t('sharing.hides.copies')}</p>
  </div>`;
}
