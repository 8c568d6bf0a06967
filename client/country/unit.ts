/** The panel of one unit: what it is called, its code, where it belongs and what it holds. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer, UnitDetail } from '../../server/contract/datasets/api.ts';
import { createCompare } from '../i18n/language.ts';
import { icon } from '../ui/icon.ts';
import { ApiProblem } from '../kit/api.ts';
import type { CountryModel } from './model.ts';
import { shownName } from '../i18n/names.ts';

/** @param values what a page with values has to say of the unit, above the facts */
export function renderUnit(model: CountryModel, values: unknown = nothing): TemplateResult {
  const { t, unit } = model;
  if (model.unitError) {
    const missing = model.unitError instanceof ApiProblem && model.unitError.status === 404;
    return html`<div class="state" role="alert">
      <h2>${missing ? t('unit.missing', { pcode: model.state.unit!.pcode }) : t('state.failed')}</h2>
      ${
        missing
          ? html`<button class="button button-primary" @click=${() => model.selectUnit(null, false)}>${t('unit.close')}</button>`
          : html`<button class="button button-primary" @click=${() => void model.loadUnit(model.state.unit!, false)}>${t('state.retry')}</button>`
      }
    </div>`;
  }
  if (!unit)
    return html`<div class="state">
      <span class="spinner"></span>
      <p role="status">${t('unit.loading')}</p>
    </div>`;
  const name = shownName(unit, model.language);
  return html`<div slot="head" class="panel-head unit-head">
      ${renderParents(model, unit)}
      <div class="panel-row">
        <h1 tabindex="-1">
          <bdi lang=${name.lang}>${name.text}</bdi
          >${name.fallback && name.lang ? html` <span class="badge">${model.app.format.language(name.lang)}</span>` : nothing}
        </h1>
        <button class="icon-button" aria-label=${t('unit.close')} title=${t('unit.close')} @click=${() => model.selectUnit(null, false)}>
          ${icon('close')}
        </button>
      </div>
      ${renderCode(model, unit)}
    </div>
    <div class="panel-body">${values} ${renderFacts(model, unit)} ${renderHistory(model, unit)} ${renderChildren(model, unit)}</div>`;
}

function link(model: CountryModel, unit: UnitAnswer, content: unknown): TemplateResult {
  return html`<a href=${model.unitHref(unit)} @click=${(event: Event) => model.selectUnit({ level: unit.level, pcode: unit.pcode }, true, event)}
    >${content}</a
  >`;
}

function renderParents(model: CountryModel, { parents }: UnitDetail): TemplateResult {
  return html`<nav aria-label=${model.t('unit.parents')} class="crumbs small">
    <ol>
      <li><a href=${model.app.href(location.pathname)} @click=${(event: Event) => model.selectUnit(null, false, event)}>${model.name}</a></li>
      ${parents
        .filter(({ level }) => level > 0)
        .map((parent) => {
          const { text, lang } = shownName(parent, model.language);
          return html`<li>
            <span class="flip" aria-hidden="true">${icon('chevron', 12)}</span>${link(model, parent, html`<bdi lang=${lang}>${text}</bdi>`)}
          </li>`;
        })}
    </ol>
  </nav>`;
}

function renderCode(model: CountryModel, { pcode }: UnitDetail): TemplateResult | typeof nothing {
  if (!pcode) return nothing;
  const { t, app } = model;
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

function renderFacts(model: CountryModel, unit: UnitDetail): TemplateResult {
  const { t, app } = model;
  const { format } = app;
  const shown = shownName(unit, model.language);
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

function renderChildren(model: CountryModel, { children }: UnitDetail): TemplateResult | typeof nothing {
  if (children.length === 0) return nothing;
  const compare = createCompare(model.app.language);
  const items = children.map((unit) => ({ unit, name: shownName(unit, model.language) })).sort((a, b) => compare(a.name.text, b.name.text));
  return html`<h2 class="panel-heading">${model.t('unit.children', { count: children.length, level: children[0]!.level })}</h2>
    <ul class="unit-list">
      ${items.map(({ unit, name }) => html`<li>${link(model, unit, html`<bdi lang=${name.lang}>${name.text}</bdi><bdi class="muted small number">${unit.pcode}</bdi>`)}</li>`)}
    </ul>`;
}

/** Where it came from, over all versions: code and answer come when it is opened. */
function renderHistory(model: CountryModel, { level, pcode }: UnitDetail): TemplateResult | typeof nothing {
  const { t, app, version, catalogue, historyOpen } = model;
  const published = catalogue?.versions.filter(({ publishedAt }) => publishedAt !== null) ?? [];
  if (!version || !pcode || published.length < 2) return nothing;
  const toggle = (event: Event) => {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open) void import('../kit/versions/changes/history.ts');
    model.openHistory(open);
  };
  return html`<details class="unit-history" ?open=${historyOpen} @toggle=${toggle}>
    <summary>${t('unit.history')}</summary>
    ${
      historyOpen
        ? html`<unit-history .app=${app} .common=${t} .about=${version.dataset} .version=${version.version} .level=${level} .pcode=${pcode}></unit-history>`
        : nothing
    }
  </details>`;
}
