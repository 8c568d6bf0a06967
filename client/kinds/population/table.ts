/** The table twin of the population map: the same values as rows, linked with the map. */
import { html, type TemplateResult } from 'lit';
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';
import { createCompare } from '../../i18n/language.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/table.ts';
import type { Column } from '../../ui/table.ts';
import { shownName } from '../../i18n/names.ts';
import { headline } from './words.ts';
import { aboutText, rangeOf } from './estimates.ts';
import type { Painted, PopulationModel } from './model.ts';

interface Row {
  pcode: string;
  unit: UnitAnswer | undefined;
  people: number | null;
  density: number | null;
  /** Of people carried over to other boundaries. */
  how: string | null;
  range: string;
  codes: string;
}

export function renderPopulationTable(model: PopulationModel): TemplateResult {
  const { t, app, painted } = model;
  const title = painted ? headline(model, painted) : model.say('population.title', { country: model.country.name });
  return html`<section aria-label=${title}>
    <header>
      <h2>${title}</h2>
      <span class="muted small number" role="status">${painted ? t('table.count', { count: painted.level.pcodes.length }) : ''}</span>
      <button class="icon-button" aria-label=${t('table.close')} title=${t('table.close')} @click=${() => void model.country.toggleTable()}>
        ${icon('close')}
      </button>
    </header>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      ${painted ? renderRows(model, painted, title) : html`<p class="table-wait" role="status">${model.say('population.loading')}</p>`}
    </div>
  </section>`;

  function renderRows(model: PopulationModel, painted: Painted, caption: string): TemplateResult {
    const { level } = painted;
    return html`<cod-table
      .caption=${caption}
      .columns=${columns(model, painted)}
      .rows=${rowsOf(model, painted)}
      .rowId=${(row: Row) => row.pcode}
      .selected=${model.country.state.unit?.level === level.level ? model.country.state.unit.pcode : null}
      .compare=${createCompare(app.language)}
      .more=${(shown: number, total: number) => t('table.more', { shown: app.format.number(shown), total: app.format.number(total) })}
      @row-hover=${({ detail }: CustomEvent<Row | null>) => model.country.stage.value?.hover(detail && { level: level.level, pcode: detail.pcode })}
      @row-select=${({ detail }: CustomEvent<Row>) => model.country.selectUnit({ level: level.level, pcode: detail.pcode }, true)}
    ></cod-table>`;
  }
}

const cache = new WeakMap<Painted, Row[]>();

/** The same rows while the same is shown: the table keeps its page and order. */
function rowsOf(model: PopulationModel, painted: Painted): Row[] {
  const known = cache.get(painted);
  if (known) return known;
  const { level, group } = painted;
  const units = model.units.get(level.level)!;
  const rows = level.pcodes.map((pcode, i): Row => {
    const unit = units.get(pcode);
    const people = level.values[group]?.[i] ?? null;
    const range = rangeOf(painted, pcode);
    const { carried } = level;
    return {
      pcode,
      unit,
      how: carried ? model.say(`population.on.how.${carried.methods[i]!}`) : null,
      range: range ? aboutText(model, range, (value) => model.app.format.number(Math.round(value))) : '',
      codes: carried ? model.app.format.comma(carried.original[i]!) : '',
      people,
      density: people !== null && unit?.areaSqKm ? people / unit.areaSqKm : null,
    };
  });
  cache.set(painted, rows);
  return rows;
}

function columns(model: PopulationModel, { level, group }: Painted): Column<Row>[] {
  const { t, say, app } = model;
  const name = ({ unit, pcode }: Row) => (unit ? shownName(unit, model.country.language) : { text: pcode, lang: '' });
  const all = level.values[group]?.reduce<number>((sum, value) => sum + (value ?? 0), 0) ?? 0;
  const share = new Intl.NumberFormat(app.format.locale, { style: 'percent', maximumFractionDigits: 1 });
  return [
    {
      key: 'name',
      label: t('table.name'),
      header: true,
      value: (row) => name(row).text,
      cell: (row) => html`<button class="link"><bdi lang=${name(row).lang}>${name(row).text}</bdi></button>`,
    },
    { key: 'pcode', label: t('unit.pcode'), value: ({ pcode }) => pcode, cell: ({ pcode }) => html`<bdi class="number">${pcode}</bdi>` },
    {
      key: 'people',
      label: say('population.measure.people'),
      numeric: true,
      value: ({ people }) => people,
      cell: ({ people, range }) => (people === null ? say('population.no-data') : range || app.format.number(Math.round(people))),
    },
    {
      key: 'share',
      label: say('population.share.head'),
      numeric: true,
      value: ({ people }) => people,
      cell: ({ people }) => (people === null || !all ? '' : share.format(people / all)),
    },
    {
      key: 'density',
      label: say('population.measure.density'),
      numeric: true,
      value: ({ density }) => density,
      cell: ({ density }) => (density === null ? '' : app.format.area(density)),
    },
    ...(level.carried ? carriedColumns(model) : []),
  ];
}

/** How each number is known, and under which codes it was counted. */
function carriedColumns({ say }: PopulationModel): Column<Row>[] {
  return [
    { key: 'how', label: say('population.on.how'), value: ({ how }) => how, cell: ({ how }) => how ?? '' },
    { key: 'codes', label: say('population.on.was.head'), value: ({ codes }) => codes, cell: ({ codes }) => html`<bdi class="number">${codes}</bdi>` },
  ];
}
