/** The wide views over the map: table, organisations, matrix, clusters, gaps. Rows and map point at each other. */
import { inkOn } from '../../../server/contract/maps/palette.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createCompare } from '../../i18n/language.ts';
import { classOf } from '../../map/legend.ts';
import { renderLegend } from '../../map/legendView.ts';
import { classLabel } from './measure/classes.ts';
import type { Matrix, OrganisationRow } from './count.ts';
import type { Row, Tally } from './tally.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/table.ts';
import type { Column } from '../../ui/table.ts';
import { shownName } from '../../i18n/names.ts';
import { renderMultiples } from './multiples.ts';
import { definitionText, emptyText, lookText, orgText, orgTypeText, sectorText } from './words.ts';
import type { PresenceModel } from './model.ts';
import type { PresenceKey } from './words.ts';
import { splitOf, type Pane, type Split } from './state.ts';

const TITLES: Record<Pane, PresenceKey> = {
  table: 'presence.pane.table',
  organisations: 'presence.pane.organisations',
  lists: 'presence.pane.lists',
  matrix: 'presence.pane.matrix',
  clusters: 'presence.pane.clusters',
  each: 'presence.pane.each',
  gaps: 'presence.pane.gaps',
};

export function renderPane(model: PresenceModel): TemplateResult {
  const { t, say, tally } = model;
  const split = splitOf(model.pane);
  const title = `${say(TITLES[model.pane])} · ${t('level.n', { level: tally?.level ?? model.dataLevel })}`;
  return html`<section aria-label=${title}>
    <header>
      <div class="pane-title">
        <h2>${title}</h2>
        <p class="small muted">${model.facts ? definitionText(model) : ''}</p>
      </div>
      ${split ? renderShare(model, split) : nothing}
      <button class="icon-button" aria-label=${t('table.close')} title=${t('table.close')} @click=${() => void model.country.toggleTable()}>
        ${icon('close')}
      </button>
    </header>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      ${tally ? renderContent(model, tally, title) : html`<p class="table-wait" role="status">${say('presence.loading')}</p>`}
    </div>
  </section>`;
}

/** The small maps or the table; the map's own button shares the map. */
function renderShare(model: PresenceModel, split: Split): TemplateResult {
  const label = model.t('share.open');
  return html`<button class="icon-button" aria-label=${label} title=${label} @click=${() => void model.sharing.sharePanels(split)}>${icon('share')}</button>`;
}

function renderContent(model: PresenceModel, tally: Tally, title: string): TemplateResult {
  switch (model.pane) {
    case 'organisations':
      return table(
        model,
        title,
        organisationColumns(model),
        organisationRows(model, tally),
        ({ org }) => model.columns!.organisations[org]!.id,
        null,
        (row) => model.showOrganisation(model.columns!.organisations[row.org]!.id),
      );
    case 'lists':
      return unitTable(model, tally, title, listColumns(model, tally), listed(tally));
    case 'matrix': {
      const matrix = tally.matrix();
      if (!matrix) return html`<p class="table-wait" role="status">${model.say('presence.loading')}</p>`;
      return html`<p class="pane-note small">
          ${model.say('presence.matrix.note', { level: tally.level })} ${tally.possible.size > 0 ? model.say('presence.matrix.certain') : ''}
        </p>
        ${renderCellLegend(model, tally)} ${unitTable(model, tally, title, matrixColumns(model, tally, matrix), tally.rows())}`;
    }
    case 'clusters':
      return html`${renderCellLegend(model, tally)} ${renderMultiples(model, tally, 'clusters')}`;
    case 'each': {
      const { shown, all } = tally.each();
      const note = shown < all ? model.say('presence.each.of', { shown, all }) : '';
      return html`${tally.definition.unit === 'organisations' || note ? html`<p class="pane-note small">${tally.definition.unit === 'organisations' ? model.say('presence.each.note') : ''} ${note}</p>` : nothing}
      ${renderCellLegend(model, tally, 'organisations')} ${renderMultiples(model, tally, 'organisations')}`;
    }
    case 'gaps':
      return renderGaps(model, tally, title);
    default:
      return unitTable(model, tally, title, unitColumns(model, tally), tally.rows());
  }
}

function table<R>(
  model: PresenceModel,
  caption: string,
  columns: Column<R>[],
  rows: R[],
  rowId: (row: R) => string,
  selected: string | null,
  select: (row: R) => void,
  hover: (row: R | null) => void = () => undefined,
): TemplateResult {
  const { t, app } = model;
  return html`<cod-table
    class=${model.pane}
    .caption=${caption}
    .columns=${columns}
    .rows=${rows}
    .rowId=${rowId}
    .selected=${selected}
    .compare=${createCompare(app.language)}
    .more=${(shown: number, total: number) => t('table.more', { shown: app.format.number(shown), total: app.format.number(total) })}
    @row-hover=${({ detail }: CustomEvent<R | null>) => hover(detail)}
    @row-select=${({ detail }: CustomEvent<R>) => select(detail)}
  ></cod-table>`;
}

function unitTable(model: PresenceModel, tally: Tally, title: string, columns: Column<Row>[], rows: Row[]): TemplateResult {
  const at = ({ pcode }: Row) => ({ level: tally.level as number, pcode });
  const selected = model.country.state.unit?.level === tally.level ? model.country.state.unit.pcode : null;
  return table(
    model,
    title,
    columns,
    rows,
    ({ pcode }) => pcode,
    selected,
    (row) => model.country.selectUnit(at(row), true),
    (row) => model.country.stage.value?.hover(row && at(row)),
  );
}

function nameColumns(model: PresenceModel): Column<Row>[] {
  const name = ({ unit }: Row) => shownName(unit, model.country.language);
  return [
    {
      key: 'name',
      label: model.t('table.name'),
      header: true,
      value: (row) => name(row).text,
      cell: (row) => html`<button class="link"><bdi lang=${name(row).lang}>${name(row).text}</bdi></button>`,
    },
    { key: 'pcode', label: model.t('unit.pcode'), value: ({ pcode }) => pcode, cell: ({ pcode }) => html`<bdi class="number">${pcode}</bdi>` },
  ];
}

/** Beside what is certain, what is possible at most; no column where nothing is. */
function possibleColumns({ say, app }: PresenceModel, { possible }: Tally): Column<Row>[] {
  if (possible.size === 0) return [];
  return [
    {
      key: 'possible',
      label: say('presence.column.possible'),
      numeric: true,
      value: ({ possible }) => possible,
      cell: ({ possible }) => (possible === null ? '' : app.format.number(possible)),
    },
  ];
}

/** Where the country has no population of this level, there is no column to hold it. */
const hasPeople = (tally: Tally): boolean => tally.rows().some(({ people }) => people !== null);

function unitColumns(model: PresenceModel, tally: Tally): Column<Row>[] {
  const { say, app } = model;
  const number = (key: string, label: PresenceKey, value: (row: Row) => number | null): Column<Row> => ({
    key,
    label: say(label),
    numeric: true,
    value,
    cell: (row) => {
      const shown = value(row);
      return shown === null ? '' : app.format.number(Math.round(shown));
    },
  });
  const unit = tally.definition.unit;
  const what: PresenceKey =
    unit === 'organisations' ? 'presence.unit.organisations' : unit === 'activities' ? 'presence.unit.activities' : 'presence.unit.people';
  return [
    ...nameColumns(model),
    {
      key: 'count',
      label: say(what),
      numeric: true,
      // Sorted: numbers first, then those too small to be given, then zero, then what is not known.
      value: ({ look }) => (typeof look === 'number' ? look : look === 'withheld' ? 0.5 : look === 'zero' ? 0 : null),
      cell: ({ look, pcode }) =>
        typeof look === 'number' ? app.format.number(look) : html`<div class="long muted">${emptyText(model, tally, pcode, look)}</div>`,
    },
    ...possibleColumns(model, tally),
    ...(unit === 'organisations' ? [] : [number('organisations', 'presence.unit.organisations', ({ organisations }) => organisations)]),
    number('clusters', 'presence.clusters', ({ clusters }) => clusters),
    number('records', 'presence.records', ({ records }) => records),
    ...(hasPeople(tally)
      ? [number('people', 'presence.population', ({ people }) => people), number('ratio', 'presence.paint.ratio', ({ ratio }) => ratio)]
      : []),
    ...(tally.before
      ? [
          number('before', 'presence.before', ({ change }) => change?.before ?? null),
          number('change', 'presence.paint.change', ({ change }) => (change ? change.now - change.before : null)),
        ]
      : []),
  ];
}

/** Areas without any, the most populated first: where to look, not a proof of need. */
function renderGaps(model: PresenceModel, tally: Tally, title: string): TemplateResult {
  const { say, app } = model;
  const rows = tally.rows().filter(({ look }) => typeof look !== 'number' && look !== 'withheld');
  const columns: Column<Row>[] = [
    ...nameColumns(model),
    {
      key: 'look',
      label: say('presence.gaps.why'),
      value: ({ look, pcode }) => emptyText(model, tally, pcode, look),
      cell: ({ look, pcode }) => html`<div class="long">${emptyText(model, tally, pcode, look)}</div>`,
    },
  ];
  if (hasPeople(tally))
    columns.push({
      key: 'people',
      label: say('presence.population'),
      numeric: true,
      value: ({ people }) => people,
      cell: ({ people }) => (people === null ? '' : app.format.number(Math.round(people))),
      first: 'descending',
    });
  return html`<p class="pane-note small">${say('presence.gaps.n', { count: rows.length, total: tally.looks.size })} ${say('presence.gaps.caveat')}</p>
    ${unitTable(model, tally, title, columns, rows)}`;
}

function organisationRows(model: PresenceModel, tally: Tally): OrganisationRow[] {
  return tally.organisations(model.country.state.unit);
}

function organisationColumns(model: PresenceModel): Column<OrganisationRow>[] {
  const { say, app } = model;
  const org = ({ org: at }: OrganisationRow) => model.columns!.organisations[at]!;
  const clusters = ({ clusters }: OrganisationRow) => app.format.comma(clusters.map((code) => sectorText(model, code)));
  const number = (key: 'units' | 'records', label: PresenceKey): Column<OrganisationRow> => ({
    key,
    label: say(label),
    numeric: true,
    value: (row) => row[key],
    cell: (row) => app.format.number(row[key]),
  });
  return [
    {
      key: 'name',
      label: say('presence.organisation'),
      header: true,
      value: (row) => orgText(org(row)),
      cell: (row) => html`<button class="link"><bdi>${orgText(org(row))}</bdi></button>`,
    },
    { key: 'full', label: model.t('table.name'), value: (row) => org(row).name, cell: (row) => html`<div class="long"><bdi>${org(row).name}</bdi></div>` },
    { key: 'type', label: say('presence.type'), value: (row) => (org(row).type === null ? null : orgTypeText(model, org(row).type!)) },
    { key: 'clusters', label: say('presence.clusters'), value: clusters, cell: (row) => html`<div class="long">${clusters(row)}</div>` },
    number('units', 'presence.areas'),
    number('records', 'presence.records'),
  ];
}

/** Classes of single clusters or organisations, which have fewer than all of them together: the legend of the map is not theirs. */
function renderCellLegend(model: PresenceModel, tally: Tally, split: Split = 'clusters'): TemplateResult {
  const { breaks, colors } = tally.cellClasses(split);
  const { number } = model.app.format;
  const entries = colors.map((color, i) => ({ label: classLabel(breaks[i]!, breaks[i + 1]!, number), count: null, color }));
  return html`<div class="pane-legend small">
    <span class="muted">${model.say(split === 'organisations' ? 'presence.each.legend' : 'presence.cells.legend')}</span>
    ${renderLegend(entries, String, String)}
  </div>`;
}

/** Areas with organisations. */
const listed = (tally: Tally): Row[] => tally.rows().filter(({ organisations }) => (organisations ?? 0) > 0);

/** Who is in each area: the list that stands beside a map of operational presence. */
function listColumns(model: PresenceModel, tally: Tally): Column<Row>[] {
  const { app, say } = model;
  const compare = createCompare(app.language);
  const orgs = memoize(({ pcode }: Row) =>
    (tally.lists().get(pcode) ?? []).map((org) => model.columns!.organisations[org]!).sort((a, b) => compare(orgText(a), orgText(b))),
  );
  return [
    ...nameColumns(model),
    {
      key: 'count',
      label: say('presence.number'),
      numeric: true,
      value: ({ organisations }) => organisations,
      cell: ({ organisations }) => app.format.number(organisations ?? 0),
    },
    {
      key: 'organisations',
      label: say('presence.pane.organisations'),
      value: (row) => orgs(row).map(orgText).join(' '),
      cell: (row) =>
        html`<ul class="org-names">
          ${orgs(row).map(
            (org) =>
              html`<li>
                <button class="link" title=${org.name} @click=${(event: Event) => (event.stopPropagation(), model.showOrganisation(org.id))}>
                  <bdi>${orgText(org)}</bdi>
                </button>
              </li>`,
          )}
        </ul>`,
    },
  ];
}

function memoize<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

function matrixColumns(model: PresenceModel, tally: Tally, { clusters, parents, cells, totals }: Matrix): Column<Row>[] {
  const { say, app } = model;
  const { breaks, colors } = tally.cellClasses();
  const [name] = nameColumns(model);
  const total = (count: number | null) => (count === null || Number.isNaN(count) ? lookText(model, model.unknownLook) : app.format.number(count));
  return [
    { ...name!, total: say('presence.total') },
    {
      key: 'all',
      label: say('presence.total.clusters'),
      numeric: true,
      value: ({ look }) => (typeof look === 'number' ? look : look === 'zero' ? 0 : null),
      cell: ({ look }) =>
        typeof look === 'number' ? html`<b class="number">${app.format.number(look)}</b>` : html`<span class="muted">${lookText(model, look)}</span>`,
      total: total(tally.count.totals.count),
    },
    ...possibleColumns(model, tally),
    ...clusters.map((code, i): Column<Row> => {
      const value = ({ pcode }: Row) => cells.get(pcode)?.[i] ?? 0;
      const isUnknown = (row: Row) => Number.isNaN(value(row));
      const own = sectorText(model, code);
      return {
        key: code,
        label: parents[i] === null ? own : `${sectorText(model, parents[i]!)} › ${own}`,
        numeric: true,
        total: total(totals[i]!.count),
        value: (row) => (isUnknown(row) ? null : value(row)),
        cell: (row) => {
          if (isUnknown(row)) return html`<span class="muted">${lookText(model, model.unknownLook)}</span>`;
          const count = value(row);
          const at = classOf(count, breaks);
          return at < 0
            ? ''
            : html`<span class="cell number" .style=${`background: ${colors[at]!}; color: ${inkOn(colors[at]!)}`}>${app.format.number(count)}</span>`;
        },
      };
    }),
  ];
}
