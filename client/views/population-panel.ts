/** The panel of the population page: what is shown, its legend, the pyramid, the files. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PopulationLevelValues } from '../../server/contract/population.ts';
import { MAX_CLASSES, MIN_CLASSES, parseBreaks, type PopulationState } from '../population/state.ts';
import { agesOf, sexesOf, toPyramid } from '../population/values.ts';
import { icon } from '../ui/icon.ts';
import { renderLayers } from './country-layers.ts';
import { sourceLine } from './country-notes.ts';
import { renderUnit } from './country-unit.ts';
import { downloadList } from './facts.ts';
import { classEntries, renderLegend } from './legend-view.ts';
import { shownName } from './names.ts';
import { renderPyramid } from './population-pyramid.ts';
import type { Painted, PopulationView } from './population.ts';

export function renderPopulation(view: PopulationView): TemplateResult {
  return html`<div slot="head" class="panel-head">
      <div class="panel-title"><h1 tabindex="-1">${view.name}</h1></div>
      ${renderLayers(view, 'cod-ps')}
    </div>
    <div class="panel-body">${renderBody(view, (painted) => html`${renderChosenPyramid(view, painted)} ${renderFiles(view, painted)}`)}</div>`;
}

export function renderPopulationUnit(view: PopulationView): TemplateResult {
  const { unit } = view.state;
  const values = renderBody(view, (painted) => (painted.level.level === unit!.level ? renderOwn(view, painted, unit!.pcode) : nothing));
  return renderUnit(view, values);
}

/** The parts that stand whether a unit is chosen or not, and the one that depends on it. */
function renderBody(view: PopulationView, part: (painted: Painted) => unknown): TemplateResult {
  const { say, painted, source, dataLevel } = view;
  if (view.dataError)
    return html`<div class="state" role="alert">
      <h2>${say('population.failed')}</h2>
      <button class="button button-primary" @click=${() => view.reloadData()}>${view.t('state.retry')}</button>
    </div>`;
  if (source && !source.levels.some(({ level }) => level === dataLevel))
    return html`<p class="notice">${icon('info', 18)} <span>${say('population.no-level', { level: dataLevel })}</span></p>`;
  if (!painted) return html`<p role="status" class="muted">${say('population.loading')}</p>`;
  return html`${view.state.unit ? part(painted) : nothing} ${renderShown(view, painted)} ${view.state.unit ? nothing : part(painted)}`;
}

function renderShown(view: PopulationView, painted: Painted): TemplateResult {
  return html`<section class="shown">
    <h2>${headline(view, painted)}</h2>
    ${renderControls(view, painted.level)} ${renderPopulationLegend(view, painted)}
    <button class="button" aria-pressed=${view.state.table} @click=${() => void view.toggleTable()}>${icon('table', 18)} ${view.t('table.open')}</button>
    <p class="small muted">${sourceOf(view, painted.level)}</p>
  </section>`;
}

/** What, of whom, when, at which level. */
export function headline(view: PopulationView, { level }: Painted): string {
  const { say, chosen } = view;
  const what = say(chosen.measure === 'people' ? 'population.measure.people' : 'population.measure.density');
  const parts = [
    what,
    sexLabel(view, view.sex(level)),
    ageLabel(view, view.age(level)),
    level.year === null ? '' : String(level.year),
    view.t('level.n', { level: level.level }),
  ];
  return parts.filter(Boolean).join(' · ');
}

export function sexLabel({ say }: PopulationView, sex: PopulationState['sex']): string {
  return sex === 'f' ? say('population.sex.f') : sex === 'm' ? say('population.sex.m') : say('population.sex.t');
}

export function ageLabel({ say }: PopulationView, age: string): string {
  if (age === 'all') return say('population.age.all');
  if (/^\d+\+$/.test(age)) return say('population.age.open', { from: age.slice(0, -1) });
  const [, from, to] = /^(\d+)-(\d+)$/.exec(age) ?? [];
  return from ? say('population.age.band', { from, to: to! }) : age;
}

function renderControls(view: PopulationView, level: PopulationLevelValues): TemplateResult {
  const { say, chosen } = view;
  const select = (label: string, value: string, options: [string, string][], choose: (value: string) => void) =>
    html`<label class="control"
      ><span class="small muted">${label}</span>
      <select class="select" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(([id, text]) => html`<option value=${id} .selected=${id === value}>${text}</option>`)}
      </select></label
    >`;
  const counts = Array.from({ length: MAX_CLASSES - MIN_CLASSES + 1 }, (_, i) => String(i + MIN_CLASSES));
  return html`<div class="controls">
    ${select(
      say('population.measure'),
      chosen.measure,
      [
        ['density', say('population.measure.density')],
        ['people', say('population.measure.people')],
      ],
      (measure) => view.setChosen({ measure: measure as PopulationState['measure'], breaks: [] }),
    )}
    ${select(
      say('population.sex'),
      view.sex(level),
      sexesOf(level).map((sex) => [sex, sexLabel(view, sex)]),
      (sex) => view.setChosen({ sex: sex as PopulationState['sex'] }),
    )}
    ${select(
      say('population.age'),
      view.age(level),
      agesOf(level, view.sex(level)).map((age) => [age, ageLabel(view, age)]),
      (age) => view.setChosen({ age }),
    )}
    ${select(
      say('population.method'),
      chosen.method,
      [
        ['quantile', say('population.method.quantile')],
        ['equal', say('population.method.equal')],
        ['jenks', say('population.method.jenks')],
        ['manual', say('population.method.manual')],
      ],
      // Manual classes begin with those that are shown.
      (method) =>
        view.setChosen({
          method: method as PopulationState['method'],
          ...(method === 'manual' && chosen.breaks.length === 0 ? { breaks: view.painted?.breaks.slice(1, -1) ?? [] } : {}),
        }),
    )}
    ${
      chosen.method === 'manual'
        ? html`<label class="control control-wide"
            ><span class="small muted">${say('population.breaks')}</span>
            <input
              class="input number"
              inputmode="decimal"
              dir="ltr"
              .value=${chosen.breaks.join(' ')}
              @change=${(event: Event) => view.setChosen({ breaks: parseBreaks((event.target as HTMLInputElement).value) })}
          /></label>`
        : select(
            say('population.classes'),
            String(chosen.classes),
            counts.map((count) => [count, count]),
            (count) => view.setChosen({ classes: Number(count) }),
          )
    }
  </div>`;
}

function renderPopulationLegend(view: PopulationView, { legend }: Painted): TemplateResult {
  const { say, app } = view;
  const value = (number: number) => app.format.area(number);
  const noData = legend.noData + legend.zero;
  return renderLegend(
    [
      ...classEntries(legend.rows, ({ from, to }) => (from === to ? value(from) : `${value(from)} – ${value(to)}`)),
      ...(noData ? [{ label: say('population.no-data'), count: noData, look: 'not-reported' as const }] : []),
    ],
    (units) => view.t('table.count', { count: units }),
    (count) => say('population.of', { count, total: legend.total }),
  );
}

/** One unit: its number, its share, its pyramid. */
function renderOwn(view: PopulationView, painted: Painted, pcode: string): TemplateResult {
  const { say, chosen } = view;
  const { level, group } = painted;
  const people = level.values[group]?.[level.pcodes.indexOf(pcode)] ?? null;
  const all = level.values[group]?.reduce<number>((sum, value) => sum + (value ?? 0), 0) ?? 0;
  const taken = chosen.chosen.includes(pcode);
  const share = people === null || all === 0 ? '' : say('population.share', { share: people / all });
  return html`<section class="own">
    <p class="own-number">
      <b class="number">${people === null ? say('population.no-data') : say('population.people.n', { people })}</b>
      <span class="muted small">${[sexLabel(view, view.sex(level)), ageLabel(view, view.age(level)), level.year ?? ''].filter(Boolean).join(' · ')}</span>
      ${share ? html`<span class="muted small">${share}</span>` : nothing}
    </p>
    ${renderPyramid(view, toPyramid(level, [pcode]), say('population.pyramid.of', { name: view.unit ? shownName(view.unit, view.language).text : pcode }))}
    <button class="button" aria-pressed=${taken} @click=${() => view.toggleChosen(pcode)}>
      ${icon(taken ? 'minus' : 'plus', 18)} ${say(taken ? 'population.chosen.remove' : 'population.chosen.add')}
    </button>
    ${taken || chosen.chosen.length === 0 ? nothing : html`<p class="small muted">${say('population.chosen.n', { count: chosen.chosen.length })}</p>`}
  </section>`;
}

/** The whole country, or the units that the reader put together. */
function renderChosenPyramid(view: PopulationView, { level }: Painted): TemplateResult | typeof nothing {
  const { say, chosen } = view;
  const known = chosen.chosen.filter((code) => level.pcodes.includes(code));
  if (known.length === 0) return renderPyramid(view, toPyramid(level, level.pcodes), say('population.pyramid.of', { name: view.name }));
  const units = view.units.get(level.level)!;
  return html`${renderPyramid(view, toPyramid(level, known), say('population.pyramid.chosen', { count: known.length }))}
    <ul class="chosen">
      ${known.map((code) => {
        const unit = units.get(code);
        const name = unit ? shownName(unit, view.language) : { text: code, lang: '' };
        return html`<li>
          <bdi lang=${name.lang}>${name.text}</bdi>
          <button class="icon-button" aria-label=${say('population.chosen.remove-named', { name: name.text })} @click=${() => view.toggleChosen(code)}>
            ${icon('close', 16)}
          </button>
        </li>`;
      })}
    </ul>
    <button class="button" @click=${() => view.setChosen({ chosen: [] })}>${say('population.chosen.clear')}</button>`;
}

/** Files of the level that is shown first; the rest is on the dataset's page. */
function renderFiles(view: PopulationView, { level }: Painted): TemplateResult {
  const source = view.source!;
  const own = source.artifacts.filter(
    ({ kind, level: at }) => (at === level.level || at === undefined) && kind !== 'report' && kind !== 'population' && kind !== 'source',
  );
  return html`<details open>
      <summary>${icon('download', 18)} ${view.t('download.title')}</summary>
      ${downloadList({ ...source, artifacts: own }, view.app, view.t as never)}
    </details>
    <p><a href=${view.app.href(`/c/${view.id3.toLowerCase()}/${view.datasetId}`)}>${view.t('country.dataset')}</a></p>
    <p class="panel-source small muted">${sourceLine(view)}</p>`;
}

/** Under every map and table of values: where they come from. */
export function sourceOf(view: PopulationView, level: PopulationLevelValues): string {
  const { say, source, t } = view;
  const { metadata, dataset, version } = source!;
  const by = [...new Set([metadata.source, metadata.contributor, level.source].filter(Boolean))].join(', ');
  return [
    by ? t('source.by', { source: by }) : '',
    level.year === null ? '' : say('population.year', { year: String(level.year) }),
    metadata.license,
    `${dataset} ${version}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
