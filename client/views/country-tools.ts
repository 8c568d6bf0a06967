/** What floats over the map itself: level, language of the names, zoom. */
import { html, type TemplateResult } from 'lit';
import { icon } from '../ui/icon.ts';
import type { CountryView } from './country.ts';
import { languageSwitch } from './header.ts';
import { columnOfLanguage } from './names.ts';

export function renderTools(view: CountryView): TemplateResult {
  return html`<div class="country-tools">${renderLevels(view)} ${renderNames(view)} ${languageSwitch(view.app, view.t as never)} ${renderShare(view)}</div>`;
}

function renderShare(view: CountryView): TemplateResult {
  const label = view.t('share.open');
  return html`<button class="icon-button" aria-label=${label} title=${label} ?disabled=${!view.version} @click=${() => void view.share()}>
    ${icon('share')}
  </button>`;
}

function renderLevels(view: CountryView): TemplateResult {
  const { t, ranges } = view;
  const { level } = view.state;
  const choices: (number | null)[] = [null, ...ranges.map((range) => range.level)];
  const units = (level: number) => view.version?.levels.find((entry) => entry.level === level)?.units ?? 0;
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
            aria-label=${choice === null ? t('level.auto', { level: view.mapLevel }) : t('level.n', { level: choice })}
            @change=${() => view.setLevel(choice)}
          /><span>${choice === null ? t('level.auto.short', { level: level === null ? view.mapLevel : 0 }) : choice}</span></label
        >`,
    )}
  </fieldset>`;
}

function renderNames(view: CountryView): TemplateResult {
  const { t, app, state } = view;
  const languages = view.tileLanguages;
  const chosen = state.names === 'pcode' ? 'pcode' : (languages[columnOfLanguage(languages, view.language)] ?? 'und');
  // A file that declares no language still has names.
  const choices = languages.length ? [...new Set(languages)] : ['und'];
  const label = (tag: string) => {
    const language = app.format.language(tag);
    if (!language) return t('names.file');
    // On a phone there is room for the language alone.
    return view.wide ? t('names.in', { language }) : language;
  };
  return html`<label class="names"
    ><span class="visually-hidden">${t('names.label')}</span>
    <select class="select" title=${t('names.label')} @change=${(event: Event) => view.change({ names: (event.target as HTMLSelectElement).value })}>
      ${choices.map((tag) => html`<option value=${tag} .selected=${tag === chosen}>${label(tag)}</option>`)}
      <option value="pcode" .selected=${chosen === 'pcode'}>${t('names.pcode')}</option>
    </select></label
  >`;
}

export function renderZoom(view: CountryView): TemplateResult {
  const { t, stage } = view;
  return html`<div class="country-zoom" role="group" aria-label=${t('map.zoom')}>
    <button class="icon-button" aria-label=${t('map.zoom-in')} @click=${() => stage.value?.zoomBy(1)}>${icon('plus')}</button>
    <button class="icon-button" aria-label=${t('map.zoom-out')} @click=${() => stage.value?.zoomBy(-1)}>${icon('minus')}</button>
    <button class="icon-button" aria-label=${t('map.fit')} title=${t('map.fit')} @click=${() => stage.value?.fit()}>${icon('fit')}</button>
  </div>`;
}
