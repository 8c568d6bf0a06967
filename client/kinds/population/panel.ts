/** The panel of the population page: what is shown, its legend, the pyramid, the files. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ShownLevel } from '../../../server/contract/population/carried.ts';
import type { PopulationState } from './state.ts';
import { agesOf, sexesOf, toPyramid } from './values.ts';
import { icon } from '../../ui/icon.ts';
import { renderClassControls, renderPrint, renderSelect, renderSymbols, renderSymbolsHint } from '../../country/classControls.ts';
import { renderLayers } from '../../country/layers.ts';
import { sourceLine } from '../../country/notes.ts';
import { renderUnit } from '../../country/unit.ts';
import { downloadList } from '../../kit/facts.ts';
import { renderCircleKey } from '../../map/layers/circleKey.ts';
import { classEntries, renderLegend } from '../../map/legendView.ts';
import { shownName } from '../../i18n/names.ts';
import { ageLabel, sexLabel } from './labels.ts';
import { headline } from './words.ts';
import { renderPyramid } from './pyramid.ts';
import type { Painted, PopulationModel } from './model.ts';
import { renderOn, renderOnFile, renderOrigin } from './carried.ts';
import { aboutText, rangeOf } from './estimates.ts';
import { ApiProblem } from '../../kit/api.ts';
import { POPULATION } from '../../kit/kinds.ts';
import { noneOfDay } from '../../country/time.ts';
import { noneCurrent } from '../../kit/versions/states.ts';
import { isRestricted } from '../../kit/view.ts';

export function renderPopulation(model: PopulationModel): TemplateResult {
  return html`<div slot="head" class="panel-head">
      <div class="panel-title"><h1 tabindex="-1">${model.country.name}</h1></div>
      ${renderLayers(model.country, POPULATION)}
    </div>
    <div class="panel-body">${renderBody(model, (painted) => html`${renderChosenPyramid(model, painted)} ${renderFiles(model, painted)}`)}</div>`;
}

export function renderPopulationUnit(model: PopulationModel): TemplateResult {
  const { unit } = model.country.state;
  const values = renderBody(model, (painted) => (painted.level.level === unit!.level ? renderOwn(model, painted, unit!.pcode) : nothing));
  return renderUnit(model.country, values);
}

/** The parts that stand whether a unit is chosen or not, and the one that depends on it. */
function renderBody(model: PopulationModel, part: (painted: Painted) => unknown): TemplateResult {
  const { say, painted, source, dataLevel } = model;
  if (isRestricted(model.dataError)) return html`<p class="state muted" role="alert">${model.dataError.message}</p>`;
  const none = noneCurrent(model);
  if (none) return none;
  const ofDay = noneOfDay(model.country, model.dataError);
  if (ofDay) return html`<div class="state" role="alert">${ofDay}</div>`;
  if (model.dataError)
    return html`<div class="state" role="alert">
      <h2>${say('population.failed')}</h2>
      ${model.on !== null && model.dataError instanceof ApiProblem && model.dataError.isSaid ? html`<p>${model.dataError.message}</p>` : nothing}
      <button class="button button-primary" @click=${() => model.reload()}>${model.t('state.retry')}</button>
    </div>`;
  if (source && model.isLevelWithout) return html`<p class="notice">${icon('info', 18)} <span>${say('population.no-level', { level: dataLevel })}</span></p>`;
  if (!painted) return html`<p role="status" class="muted">${say('population.loading')}</p>`;
  return html`${model.country.state.unit ? part(painted) : nothing} ${renderShown(model, painted)} ${model.country.state.unit ? nothing : part(painted)}`;
}

function renderShown(model: PopulationModel, painted: Painted): TemplateResult {
  return html`<section class="shown">
    <h2>${headline(model, painted)}</h2>
    ${renderOn(model, painted.level)} ${renderControls(model, painted.level)} ${renderPopulationLegend(model, painted)}
    <button class="button" aria-pressed=${model.country.state.table} @click=${() => void model.country.toggleTable()}>
      ${icon('table', 18)} ${model.t('table.open')}
    </button>
    <p class="small muted">${sourceOf(model, painted.level)}</p>
  </section>`;
}

function renderControls(model: PopulationModel, level: ShownLevel): TemplateResult {
  const { say, chosen } = model;
  const { state } = model.country;
  return html`<div class="controls">
    ${renderSelect(
      say('population.measure'),
      chosen.measure,
      [
        ['density', say('population.measure.density')],
        ['people', say('population.measure.people')],
      ],
      (measure) => model.set({ measure: measure as PopulationState['measure'], breaks: [] }),
    )}
    ${renderSelect(
      say('population.sex'),
      model.sex(level),
      sexesOf(level).map((sex) => [sex, sexLabel(model, sex)]),
      (sex) => model.set({ sex: sex as PopulationState['sex'] }),
    )}
    ${renderSelect(
      say('population.age'),
      model.age(level),
      agesOf(level, model.sex(level)).map((age) => [age, ageLabel(model, age)]),
      (age) => model.set({ age }),
    )}
    ${model.isCount ? renderSymbols({ t: model.t, state, change: (circles) => model.country.change({ circles }) }) : nothing}
    ${
      model.circles
        ? nothing
        : renderClassControls({ t: model.t, chosen, level: level.level, inner: model.painted?.breaks.slice(1, -1) ?? [], choose: (patch) => model.set(patch) })
    }
    ${renderPrint({ t: model.t, state, change: (print) => model.country.change({ print }) })}
  </div>`;
}

function renderPopulationLegend(model: PopulationModel, { legend, estimated }: Painted): TemplateResult {
  const { say, app } = model;
  const value = (number: number) => app.format.area(number);
  const noData = legend.noData + legend.zero;
  const { circles, isCount } = model;
  const hint = isCount && !circles ? renderSymbolsHint(model.t, (next) => model.country.change({ circles: next })) : nothing;
  const list = renderLegend(
    [
      ...(circles ? [] : classEntries(legend.rows, ({ from, to }) => (from === to ? value(from) : `${value(from)} – ${value(to)}`))),
      ...(estimated.size > 0 ? [{ label: say('population.on.legend'), count: estimated.size, look: 'possible' as const }] : []),
      ...(noData ? [{ label: say('population.no-data'), count: noData, look: 'not-reported' as const }] : []),
    ],
    (units) => model.t('table.count', { count: units }),
    (count) => say('population.of', { count, total: legend.total }),
  );
  return html`${renderCircleKey(circles, value)} ${list} ${hint}`;
}

/** One unit: its number, its share, its pyramid. */
function renderOwn(model: PopulationModel, painted: Painted, pcode: string): TemplateResult {
  const { say, chosen } = model;
  const { level, group } = painted;
  const people = level.values[group]?.[level.pcodes.indexOf(pcode)] ?? null;
  const all = level.values[group]?.reduce<number>((sum, value) => sum + (value ?? 0), 0) ?? 0;
  const taken = chosen.chosen.includes(pcode);
  const range = rangeOf(painted, pcode);
  const share = people === null || all === 0 ? '' : say('population.share', { share: people / all });
  return html`<section class="own">
    <p class="own-number">
      <b class="number"
        >${people === null ? say('population.no-data') : range ? aboutText(model, range, (value) => model.app.format.number(Math.round(value))) : say('population.people.n', { people })}</b
      >
      <span class="muted small">${[sexLabel(model, model.sex(level)), ageLabel(model, model.age(level)), level.year ?? ''].filter(Boolean).join(' · ')}</span>
      ${share ? html`<span class="muted small">${share}</span>` : nothing} ${renderOrigin(model, level, pcode)}
    </p>
    ${renderPyramid(model, toPyramid(level, [pcode]), say('population.pyramid.of', { name: model.country.unit ? shownName(model.country.unit, model.country.language).text : pcode }))}
    <button class="button" aria-pressed=${taken} @click=${() => model.toggleChosen(pcode)}>
      ${icon(taken ? 'minus' : 'plus', 18)} ${say(taken ? 'population.chosen.remove' : 'population.chosen.add')}
    </button>
    ${taken || chosen.chosen.length === 0 ? nothing : html`<p class="small muted">${say('population.chosen.n', { count: chosen.chosen.length })}</p>`}
  </section>`;
}

/** The whole country, or the units that the reader put together. */
function renderChosenPyramid(model: PopulationModel, { level }: Painted): TemplateResult | typeof nothing {
  const { say, chosen } = model;
  const known = chosen.chosen.filter((code) => level.pcodes.includes(code));
  if (known.length === 0) return renderPyramid(model, toPyramid(level, level.pcodes), say('population.pyramid.of', { name: model.country.name }));
  const units = model.units.get(level.level)!;
  return html`${renderPyramid(model, toPyramid(level, known), say('population.pyramid.chosen', { count: known.length }))}
    <ul class="chosen">
      ${known.map((code) => {
        const unit = units.get(code);
        const name = unit ? shownName(unit, model.country.language) : { text: code, lang: '' };
        return html`<li>
          <bdi lang=${name.lang}>${name.text}</bdi>
          <button class="icon-button" aria-label=${say('population.chosen.remove-named', { name: name.text })} @click=${() => model.toggleChosen(code)}>
            ${icon('close', 16)}
          </button>
        </li>`;
      })}
    </ul>
    <button class="button" @click=${() => model.set({ chosen: [] })}>${say('population.chosen.clear')}</button>`;
}

/** Files of the level that is shown first; the rest is on the dataset's page. */
function renderFiles(model: PopulationModel, { level }: Painted): TemplateResult {
  const source = model.source!;
  const own = source.artifacts.filter(
    ({ kind, level: at }) => (at === level.level || at === undefined) && kind !== 'report' && kind !== 'population' && kind !== 'source',
  );
  return html`<details open>
      <summary>${icon('download', 18)} ${model.t('download.title')}</summary>
      ${level.carried ? renderOnFile(model, level) : downloadList({ ...source, artifacts: own }, model.app, model.t as never)}
    </details>
    <p><a href=${model.app.href(`/c/${model.country.id3.toLowerCase()}/${model.datasetId}`)}>${model.t('country.dataset')}</a></p>
    <p class="panel-source small muted">${sourceLine(model.country)}</p>`;
}

/** Under every map and table of values: where they come from. */
function sourceOf(model: PopulationModel, level: ShownLevel): string {
  const { say, source, t } = model;
  const { metadata, dataset, version } = source!;
  const by = model.app.format.comma([...new Set([metadata.source, metadata.contributor, level.source].filter(Boolean))]);
  return [
    by ? t('source.by', { source: by }) : '',
    level.year === null ? '' : say('population.year', { year: String(level.year) }),
    metadata.license,
    `${dataset} ${version}`,
    level.carried ? `${say('population.on.legend')}: ${level.boundaries!.version} → ${model.on ?? ''}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
