/** The wide views over the map: table, organisations, matrix, clusters, gaps. Rows and map point at each other. */
import { html, nothing, type TemplateResult } from 'lit';
import { createCompare } from '../i18n/language.ts';
import { classOf } from '../map/legend.ts';
import { classesOf } from '../presence/classes.ts';
import type { OrganisationRow } from '../presence/count.ts';
import type { Row, Tally } from '../presence/tally.ts';
import { icon } from '../ui/icon.ts';
import '../ui/table.ts';
import type { Column } from '../ui/table.ts';
import { shownName } from './names.ts';
import { renderClusters } from './presence-clusters.ts';
import { definitionText, lookText, orgText, orgTypeText, sectorText } from './presence-words.ts';
import type { PresenceKey, PresenceView } from './presence.ts';
import type { Pane } from '../presence/state.ts';

const TITLES: Record<Pane, PresenceKey> = {
  table: 'presence.pane.table',
  organisations: 'presence.pane.organisations',
  matrix: 'presence.pane.matrix',
  clusters: 'presence.pane.clusters',
  gaps: 'presence.pane.gaps',
};

export function renderPane(view: PresenceView): TemplateResult {
  const { t, say, tally } = view;
  const title = `${say(TITLES[view.pane])} · ${t('level.n', { level: tally?.level ?? view.dataLevel })}`;
  return html`<section aria-label=${title}>
    <header>
      <div class="pane-title">
        <h2>${title}</h2>
        <p class="small muted">${view.facts ? definitionText(view) : ''}</p>
      </div>
      ${view.pane === 'clusters' ? renderShare(view) : nothing}
      <button class="icon-button" aria-label=${t('table.close')} title=${t('table.close')} @click=${() => view.closePane()}>${icon('close')}</button>
    </header>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      ${tally ? renderContent(view, tally, title) : html`<p class="table-wait" role="status">${say('presence.loading')}</p>`}
    </div>
  </section>`;
}

/** The small maps; the map's own button shares the map. */
function renderShare(view: PresenceView): TemplateResult {
  const label = view.t('share.open');
  return html`<button class="icon-button" aria-label=${label} title=${label} @click=${() => void view.shareClusters()}>${icon('share')}</button>`;
}

function renderContent(view: PresenceView, tally: Tally, title: string): TemplateResult {
  switch (view.pane) {
    case 'organisations':
      return table(
        view,
        title,
        organisationColumns(view),
        organisationRows(view, tally),
        ({ org }) => view.columns!.organisations[org]!.id,
        null,
        (row) => view.showOrganisation(view.columns!.organisations[row.org]!.id),
      );
    case 'matrix':
      return unitTable(view, tally, title, matrixColumns(view, tally), tally.rows());
    case 'clusters':
      return renderClusters(view, tally);
    case 'gaps':
      return renderGaps(view, tally, title);
    default:
      return unitTable(view, tally, title, unitColumns(view, tally), tally.rows());
  }
}

function table<R>(
  view: PresenceView,
  caption: string,
  columns: Column<R>[],
  rows: R[],
  rowId: (row: R) => string,
  selected: string | null,
  select: (row: R) => void,
  hover: (row: R | null) => void = () => undefined,
): TemplateResult {
  const { t, app } = view;
  return html`<cod-table
    class=${view.pane}
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

function unitTable(view: PresenceView, tally: Tally, title: string, columns: Column<Row>[], rows: Row[]): TemplateResult {
  const at = ({ pcode }: Row) => ({ level: tally.level as number, pcode });
  const selected = view.state.unit?.level === tally.level ? view.state.unit.pcode : null;
  return table(
    view,
    title,
    columns,
    rows,
    ({ pcode }) => pcode,
    selected,
    (row) => view.selectUnit(at(row), true),
    (row) => view.stage.value?.hover(row && at(row)),
  );
}

function nameColumns(view: PresenceView): Column<Row>[] {
  const name = ({ unit }: Row) => shownName(unit, view.language);
  return [
    {
      key: 'name',
      label: view.t('table.name'),
      header: true,
      value: (row) => name(row).text,
      cell: (row) => html`<button class="link"><bdi lang=${name(row).lang}>${name(row).text}</bdi></button>`,
    },
    { key: 'pcode', label: view.t('unit.pcode'), value: ({ pcode }) => pcode, cell: ({ pcode }) => html`<bdi class="number">${pcode}</bdi>` },
  ];
}

function unitColumns(view: PresenceView, tally: Tally): Column<Row>[] {
  const { say, app } = view;
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
    ...nameColumns(view),
    {
      key: 'count',
      label: say(what),
      numeric: true,
      // Sorted: numbers first, then those too small to be given, then zero, then what is not known.
      value: ({ look }) => (typeof look === 'number' ? look : look === 'suppressed' ? 0.5 : look === 'zero' ? 0 : null),
      cell: ({ look }) => (typeof look === 'number' ? app.format.number(look) : html`<span class="muted">${lookText(view, look)}</span>`),
    },
    ...(unit === 'organisations' ? [] : [number('organisations', 'presence.unit.organisations', ({ organisations }) => organisations)]),
    number('clusters', 'presence.clusters', ({ clusters }) => clusters),
    number('records', 'presence.records', ({ records }) => records),
    number('people', 'presence.population', ({ people }) => people),
    number('ratio', 'presence.paint.ratio', ({ ratio }) => ratio),
    ...(tally.before ? [number('change', 'presence.paint.change', ({ change }) => (change ? change.now - change.before : null))] : []),
  ];
}

/** Areas without any, the most populated first: where to look, not a proof of need. */
function renderGaps(view: PresenceView, tally: Tally, title: string): TemplateResult {
  const { say, app } = view;
  const rows = tally.rows().filter(({ look }) => typeof look !== 'number' && look !== 'suppressed');
  const columns: Column<Row>[] = [
    ...nameColumns(view).map((column) => ({ ...column, header: column.header ?? false })),
    { key: 'look', label: say('presence.gaps.why'), value: ({ look }) => lookText(view, look) },
    {
      key: 'people',
      label: say('presence.population'),
      numeric: true,
      value: ({ people }) => people,
      cell: ({ people }) => (people === null ? '' : app.format.number(Math.round(people))),
    },
  ];
  const ordered = [...rows].sort((a, b) => (b.people ?? -1) - (a.people ?? -1));
  return html`<p class="pane-note small">${say('presence.gaps.n', { count: rows.length, total: tally.looks.size })} ${say('presence.gaps.caveat')}</p>
    ${unitTable(
      view,
      tally,
      title,
      columns.map((column) => ({ ...column, header: column.key === 'name' })),
      ordered,
    )}`;
}

function organisationRows(view: PresenceView, tally: Tally): OrganisationRow[] {
  return tally.organisations(view.state.unit);
}

function organisationColumns(view: PresenceView): Column<OrganisationRow>[] {
  const { say, app } = view;
  const org = ({ org: at }: OrganisationRow) => view.columns!.organisations[at]!;
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
    { key: 'full', label: view.t('table.name'), value: (row) => org(row).name, cell: (row) => html`<bdi>${org(row).name}</bdi>` },
    { key: 'type', label: say('presence.type'), value: (row) => (org(row).type === null ? null : orgTypeText(view, org(row).type!)) },
    { key: 'clusters', label: say('presence.clusters'), value: ({ clusters }) => clusters.map((code) => sectorText(view, code)).join(', ') },
    number('units', 'presence.areas'),
    number('records', 'presence.records'),
  ];
}

function matrixColumns(view: PresenceView, tally: Tally): Column<Row>[] {
  const { clusters, cells } = tally.matrix();
  const { breaks, colors } = classesOf('count', tally.definition.unit, view.isDark);
  return [
    ...nameColumns(view).slice(0, 1),
    ...clusters.map((code, i): Column<Row> => {
      const value = ({ pcode }: Row) => cells.get(pcode)?.[i] ?? 0;
      const isUnstated = (row: Row) => Number.isNaN(value(row));
      return {
        key: code,
        label: sectorText(view, code),
        numeric: true,
        value: (row) => (isUnstated(row) ? null : value(row)),
        cell: (row) => {
          if (isUnstated(row)) return html`<span class="muted">${lookText(view, 'no-data')}</span>`;
          const count = value(row);
          const at = classOf(count, breaks);
          // White or black ink, whichever the class can carry: the ramp runs from light to dark, in dark mode the other way.
          const strong = view.isDark ? at < 3 : at > 2;
          return at < 0
            ? ''
            : html`<span class="cell number" .style=${`background: ${colors[at]!}; color: ${strong ? '#fff' : '#1b2733'}`}
                >${view.app.format.number(count)}</span
              >`;
        },
      };
    }),
  ];
}
