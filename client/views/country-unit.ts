/** The panel of one unit: what it is called, its code, where it belongs and what it holds. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer, UnitDetail } from '../../server/contract/api.ts';
import { createCompare } from '../i18n/language.ts';
import { icon } from '../ui/icon.ts';
import { ApiProblem } from '../api.ts';
import type { CountryView } from './country.ts';
import { shownName } from './names.ts';

/** @param values what a page with values has to say of the unit, above the facts */
export function renderUnit(view: CountryView, values: unknown = nothing): TemplateResult {
  const { t, unit } = view;
  if (view.unitError) {
    const missing = view.unitError instanceof ApiProblem && view.unitError.status === 404;
    return html`<div class="state" role="alert">
      <h2>${missing ? t('unit.missing', { pcode: view.state.unit!.pcode }) : t('state.failed')}</h2>
      ${
        missing
          ? html`<button class="button button-primary" @click=${() => view.selectUnit(null, false)}>${t('unit.close')}</button>`
          : html`<button class="button button-primary" @click=${() => void view.loadUnit(view.state.unit!, false)}>${t('state.retry')}</button>`
      }
    </div>`;
  }
  if (!unit)
    return html`<div class="state">
      <span class="spinner"></span>
      <p role="status">${t('unit.loading')}</p>
    </div>`;
  const name = shownName(unit, view.language);
  return html`<div slot="head" class="panel-head unit-head">
      ${renderParents(view, unit)}
      <div class="panel-row">
        <h1 tabindex="-1">
          <bdi lang=${name.lang}>${name.text}</bdi
          >${name.fallback && name.lang ? html` <span class="badge">${view.app.format.language(name.lang)}</span>` : nothing}
        </h1>
        <button class="icon-button" aria-label=${t('unit.close')} title=${t('unit.close')} @click=${() => view.selectUnit(null, false)}>
          ${icon('close')}
        </button>
      </div>
      ${renderCode(view, unit)}
    </div>
    <div class="panel-body">${values} ${renderFacts(view, unit)} ${renderChildren(view, unit)}</div>`;
}

function link(view: CountryView, unit: UnitAnswer, content: unknown): TemplateResult {
  return html`<a href=${view.unitHref(unit)} @click=${(event: Event) => view.selectUnit({ level: unit.level, pcode: unit.pcode }, true, event)}>${content}</a>`;
}

function renderParents(view: CountryView, { parents }: UnitDetail): TemplateResult {
  return html`<nav aria-label=${view.t('unit.parents')} class="crumbs small">
    <ol>
      <li><a href=${view.app.href(location.pathname)} @click=${(event: Event) => view.selectUnit(null, false, event)}>${view.name}</a></li>
      ${parents
        .filter(({ level }) => level > 0)
        .map((parent) => {
          const { text, lang } = shownName(parent, view.language);
          return html`<li><span class="flip" aria-hidden="true">${icon('chevron', 12)}</span>${link(view, parent, html`<bdi lang=${lang}>${text}</bdi>`)}</li>`;
        })}
    </ol>
  </nav>`;
}

function renderCode(view: CountryView, { pcode }: UnitDetail): TemplateResult | typeof nothing {
  if (!pcode) return nothing;
  const { t, app } = view;
  const copy = () =>
    navigator.clipboard.writeText(pcode).then(
      () => app.toast(t('unit.copied', { pcode })),
      () => app.toast(t('unit.copy-failed')),
    );
  return html`<p class="code-row">
    <span class="muted small">${t('unit.pcode')}</span> <code><bdi>${pcode}</bdi></code>
    <button class="icon-button" aria-label=${t('unit.copy', { pcode })} title=${t('unit.copy', { pcode })} @click=${copy}>${icon('copy', 18)}</button>
  </p>`;
}

function renderFacts(view: CountryView, unit: UnitDetail): TemplateResult {
  const { t, app } = view;
  const { format } = app;
  const shown = shownName(unit, view.language);
  const others = unit.names.filter(({ lang, name }) => name !== shown.text || lang !== shown.lang);
  const rows: [string, unknown][] = [
    ...others.map(({ lang, name }): [string, unknown] => [format.language(lang) || t('names.file'), html`<bdi lang=${lang}>${name}</bdi>`]),
    [t('unit.level'), t('level.n', { level: unit.level })],
    [t('unit.area'), t('unit.area.value', { area: format.area(unit.areaSqKm) })],
  ];
  if (unit.validOn) rows.push([t('unit.valid-on'), format.date(unit.validOn)]);
  if (unit.validTo) rows.push([t('unit.valid-to'), format.date(unit.validTo)]);
  rows.push([t('unit.centre'), html`<bdi class="number">${unit.center[1].toFixed(4)}, ${unit.center[0].toFixed(4)}</bdi>`]);
  return html`<dl class="facts">
    ${rows.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function renderChildren(view: CountryView, { children }: UnitDetail): TemplateResult | typeof nothing {
  if (children.length === 0) return nothing;
  const compare = createCompare(view.app.language);
  const items = children.map((unit) => ({ unit, name: shownName(unit, view.language) })).sort((a, b) => compare(a.name.text, b.name.text));
  return html`<h2 class="panel-heading">${view.t('unit.children', { count: children.length, level: children[0]!.level })}</h2>
    <ul class="unit-list">
      ${items.map(({ unit, name }) => html`<li>${link(view, unit, html`<bdi lang=${name.lang}>${name.text}</bdi><bdi class="muted small number">${unit.pcode}</bdi>`)}</li>`)}
    </ul>`;
}
