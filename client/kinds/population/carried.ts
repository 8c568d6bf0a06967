/** A population on other boundaries than it was counted on: the choice of them, and in words what of it is an estimate and what is left over. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionTag } from '../../../server/contract/ids.ts';
import type { CarriedLevel, ShownLevel } from '../../../server/contract/population/carried.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import { icon } from '../../ui/icon.ts';
import { renderSelect } from '../../country/classControls.ts';
import { BOUNDARIES, datasetOf } from '../../kit/kinds.ts';
import { aboutText, newerVersions } from './estimates.ts';
import type { PopulationModel } from './model.ts';

/** Only where there are boundaries since those that the population was counted on. */
export function renderOn(model: PopulationModel, level: ShownLevel): TemplateResult | typeof nothing {
  const { say, country } = model;
  const counted = level.boundaries?.version ?? null;
  const newer = newerVersions(country.catalogue?.versions ?? [], counted);
  if (counted === null || newer.length === 0) return nothing;
  const map = country.version!.version;
  const byCodes = map !== counted && model.on === null;
  const choices: [string, string][] = [
    ...(byCodes ? [['', say('population.on.codes', { version: map })] as [string, string]] : []),
    [counted, say('population.on.counted', { version: counted })],
    ...newer.map((version): [string, string] => [version, say('population.on.carried', { version })]),
  ];
  return html`<div class="on">
    ${renderSelect(say('population.on'), byCodes ? '' : (model.on ?? counted), choices, (version) => version && model.showOn(version as VersionTag, counted), true)}
    ${byCodes ? html`<p class="notice small">${icon('info', 18)} <span>${say('population.on.note', { from: counted, to: map })}</span></p>` : nothing}
    ${level.carried ? renderReport(model, level, level.carried, counted) : nothing}
  </div>`;
}

function renderReport(model: PopulationModel, level: ShownLevel, carried: CarriedLevel, from: string): TemplateResult {
  const { say, app, country } = model;
  const { people, remainders, widest, leftOut, oneWeight } = carried;
  const to = model.on!;
  const whole = people.exact + people.near;
  const number = (value: number) => app.format.number(Math.round(value));
  const counted = Math.max(0, level.groups.findIndex(({ key }) => key === people.group)); // prettier-ignore
  const left = remainders.filter(({ values }) => values[counted]);
  const changes = app.href(`/c/${country.id3.toLowerCase()}/${datasetOf(BOUNDARIES, country.id3)}`, { version: to });
  return html`<div class="notice on-report small" role="note">
    ${icon('info', 18)}
    <div>
      <p>
        ${people.estimated > 0 ? say('population.on.estimate', { from, to, estimated: people.estimated, before: people.before, whole }) : say('population.on.whole', { from, to, whole })}
        ${people.remainder > 0 ? html`<b>${say('population.on.left', { people: people.remainder })}</b>` : nothing}
        ${oneWeight ? say('population.on.weight') : nothing}
        ${leftOut.length > 0 ? say('population.on.left-out', { groups: app.format.comma(leftOut) }) : nothing}
        <a href=${changes}>${say('population.on.changes')}</a>
      </p>
      ${
        left.length === 0
          ? nothing
          : html`<details>
              <summary>${say('population.on.remainders')}</summary>
              <ul>
                ${left.map(
                  ({ pcode, name, why, values }) =>
                    html`<li>
                      <bdi>${name}</bdi> <bdi class="number muted">${pcode}</bdi>: <span class="number">${number(values[counted]!)}</span>,
                      ${say(`population.on.${why}`)}
                    </li>`,
                )}
              </ul>
            </details>`
      }
      ${
        widest.length === 0
          ? nothing
          : html`<details>
              <summary>${say('population.on.widest')}</summary>
              <ul>
                ${widest.map((unit) => html`<li><bdi>${unit.name}</bdi> <bdi class="number muted">${unit.pcode}</bdi>: ${aboutText(model, unit, number)}</li>`)}
              </ul>
            </details>`
      }
    </div>
  </div>`;
}

/** Of one unit: under which codes its people were counted, and how its number is known. */
export function renderOrigin({ say, app }: PopulationModel, { carried, pcodes }: ShownLevel, pcode: string): TemplateResult | typeof nothing {
  const i = pcodes.indexOf(pcode);
  if (!carried || i < 0) return nothing;
  return html`<span class="muted small"
    >${say(`population.on.how.${carried.methods[i]!}`)} · ${say('population.on.was', { codes: app.format.comma(carried.original[i]!) })}</span
  >`;
}

/** The level as it is shown, in the place of the files as they were published. */
export function renderOnFile(model: PopulationModel, level: ShownLevel): TemplateResult {
  const to = model.on!;
  const { dataset, version } = model.source!;
  const address = (f: 'csv' | 'json') => toAddress('getPopulation', { id: dataset, version }, { on: to, level: String(level.level), f });
  return html`<ul class="downloads">
    <li><a href=${address('csv')} download>${model.say('population.on.file', { version: to })}</a> <span class="muted small">CSV</span></li>
    <li><a href=${address('json')} download>${model.say('population.on.file', { version: to })}</a> <span class="muted small">JSON</span></li>
  </ul>`;
}
