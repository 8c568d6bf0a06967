/** What floats over the map itself: level, language of the names, zoom. */
import { html, type TemplateResult } from 'lit';
import { icon } from '../ui/icon.ts';
import type { CountryModel } from './model.ts';
import { languageSwitch } from '../kit/header.ts';
import { columnOfLanguage } from '../i18n/names.ts';

/** @param wide whether there is room for whole labels */
export function renderTools(model: CountryModel, { wide, share }: { wide: boolean; share: () => void }): TemplateResult {
  return html`<div class="country-tools">
    ${renderLevels(model)} ${renderNames(model, wide)} ${languageSwitch(model.app, model.t as never)} ${renderShare(model, share)}
  </div>`;
}

function renderShare(model: CountryModel, share: () => void): TemplateResult {
  const label = model.t('share.open');
  return html`<button class="icon-button" aria-label=${label} title=${label} ?disabled=${!model.version} @click=${share}>${icon('share')}</button>`;
}

function renderLevels(model: CountryModel): TemplateResult {
  const { t, ranges } = model;
  const { level } = model.state;
  const choices: (number | null)[] = [null, ...ranges.map((range) => range.level)];
  const units = (level: number) => model.version?.levels.find((entry) => entry.level === level)?.units ?? 0;
  return html`<fieldset class="levels">
    <legend class="visually-hidden">${t('level.legend')}</legend>
    <span class="levels-label" aria-hidden="true">${icon('layers', 18)} ${t('level.short')}</span>
    ${choices.map(
      (choice) =>
        html`<label title=${choice === null ? t('level.auto.hint') : t('level.units', { level: choice, units: units(choice) })}
          ><input
            type="radio"
            name="level"
            .checked=${choice === level}
            aria-label=${choice === null ? t('level.auto', { level: model.mapLevel }) : t('level.n', { level: choice })}
            @change=${() => model.setLevel(choice)}
          /><span>${choice === null ? t('level.auto.short', { level: level === null ? model.mapLevel : 0 }) : choice}</span></label
        >`,
    )}
  </fieldset>`;
}

function renderNames(model: CountryModel, wide: boolean): TemplateResult {
  const { t, app, state } = model;
  const languages = model.tileLanguages;
  const chosen = state.names === 'pcode' ? 'pcode' : (languages[columnOfLanguage(languages, model.language)] ?? 'und');
  // A file that declares no language still has names.
  const choices = languages.length ? [...new Set(languages.filter(Boolean))] : ['und'];
  const label = (tag: string) => {
    const language = app.format.language(tag);
    if (!language) return t('names.file');
    // On a phone there is room for the language alone.
    return wide ? t('names.in', { language }) : language;
  };
  return html`<label class="names"
    ><span class="visually-hidden">${t('names.label')}</span>
    <select class="select" title=${t('names.label')} @change=${(event: Event) => model.change({ names: (event.target as HTMLSelectElement).value })}>
      ${choices.map((tag) => html`<option value=${tag} .selected=${tag === chosen}>${label(tag)}</option>`)}
      <option value="pcode" .selected=${chosen === 'pcode'}>${t('names.pcode')}</option>
    </select></label
  >`;
}

export function renderZoom(model: CountryModel): TemplateResult {
  const { t, stage } = model;
  return html`<div class="country-zoom" role="group" aria-label=${t('map.zoom')}>
    <button class="icon-button" aria-label=${t('map.zoom-in')} @click=${() => stage.value?.zoomBy(1)}>${icon('plus')}</button>
    <button class="icon-button" aria-label=${t('map.zoom-out')} @click=${() => stage.value?.zoomBy(-1)}>${icon('minus')}</button>
    <button class="icon-button" aria-label=${t('map.fit')} title=${t('map.fit')} @click=${() => stage.value?.fit()}>${icon('fit')}</button>
  </div>`;
}
