/** What a draft of a 3W holds, figure beside figure of the version before: rows, clusters, organisations, period, columns, and what is in doubt. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceColumns, PresenceRows } from '../../../../server/contract/presence/presence.ts';
import { createCompare } from '../../../i18n/language.ts';
import type { Figure, Threshold } from '../../../kit/compare.ts';
import { renderFigures, thresholdText } from '../../../kit/figures.ts';
import { classEntries, renderLegend } from '../../../map/legendView.ts';
import { icon } from '../../../ui/icon.ts';
import { classLabel } from '../measure/classes.ts';
import { countPresence, organisationsIn } from '../count.ts';
import { DEFINITION } from '../state.ts';
import { byCause, roleKey } from '../review.ts';
import { CAUSES, roleText } from './words.ts';
import { distinctNames, doubtText, EMPTY_LOOKS, lookText, sectorText } from '../words.ts';
import type { Counted, DraftFacts } from './facts.ts';
import './draft.css';

/** A fifth more or fewer is what months do; and of a few organisations one comes and goes. */
const THRESHOLD: Threshold = { share: 0.2, least: 1 };
const LISTED = 24;
const SAMPLES = 3;

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, each) => total + each, 0);

export function renderDraft(draft: DraftFacts): TemplateResult {
  const { say, now, before, page } = draft;
  if (!now) return html`<p role="status" class="muted">${say('draft.loading')}</p>`;
  const of = { app: page.app, t: page.t as never };
  const tag = before?.version ?? null;
  // A file of one cluster may not name it.
  const clusters = clusterFigures(draft, now, before);
  return html`${renderFigures(of, say('overview.figures'), figuresOf(draft, now, before), tag, THRESHOLD)}
  ${clusters.length > 0 ? renderFigures(of, say('overview.clusters'), clusters, tag, THRESHOLD) : nothing} ${thresholdText(of, THRESHOLD, tag)}
  ${renderOrganisations(draft, now, before)} ${renderPeriod(draft, now, before)} ${renderColumns(draft)} ${renderDoubt(draft)} ${renderSectors(draft)}`;
}

function figuresOf({ say }: DraftFacts, now: Counted, before: Counted | null): Figure[] {
  const [is, was] = [now, before].map((counted) => counted && numbersOf(counted));
  const figure = (label: string, key: keyof NonNullable<typeof is>): Figure => ({ label, now: is![key], before: was?.[key] ?? null });
  const levels = now.overview.levels.filter(({ level }) => level > 0);
  return [
    figure(say('figures.rows'), 'rows'),
    figure(say('figures.placed'), 'placed'),
    figure(say('figures.in-doubt'), 'inDoubt'),
    figure(say('figures.nowhere'), 'nowhere'),
    figure(say('figures.dropped'), 'dropped'),
    figure(say('figures.organisations'), 'organisations'),
    ...levels.map(({ level, units }): Figure => {
      const other = before?.overview.levels.find((each) => each.level === level);
      return { label: say('figures.units', { level }), now: units, before: before ? (other?.units ?? 0) : null };
    }),
  ];
}

function numbersOf({ overview, columns }: Counted) {
  const rows = overview.rows as PresenceRows;
  const waiting = columns.columns.records.reduce((total, records, i) => total + (columns.columns.doubt[i]! >= 0 ? records : 0), 0);
  const placed = sum(rows.placed);
  return {
    rows: rows.read,
    placed,
    inDoubt: waiting,
    // Neither placed nor waiting: they name no place, or somebody said that it cannot be told.
    nowhere: Math.max(0, rows.notPlaced - waiting),
    dropped: sum(rows.dropped),
    organisations: rows.organisations,
  };
}

/** Distinct organisations by cluster, largest first; those that are gone come last, with nought. */
function clusterFigures({ say }: DraftFacts, now: Counted, before: Counted | null): Figure[] {
  const is = byCluster(now.columns);
  const was = before && byCluster(before.columns);
  const own = [...now.columns.sectors, ...(before?.columns.sectors ?? [])];
  const name = (code: string) => own.find((sector) => sector.code === code)?.text ?? sectorText({ say: say as never }, code);
  const codes = [...new Set([...is.keys(), ...(was?.keys() ?? [])])];
  return codes
    .map((code): Figure => ({ label: name(code), now: is.get(code) ?? 0, before: was ? (was.get(code) ?? 0) : null, own: code.startsWith('own:') }))
    .sort((a, b) => b.now! - a.now! || (b.before ?? 0) - (a.before ?? 0));
}

function byCluster(columns: PresenceColumns): Map<string, number> {
  const codes = [...new Set(columns.sectors.map(({ code, parent }) => parent ?? code))];
  return new Map(codes.map((code) => [code, countPresence(columns, { ...DEFINITION, sectors: [code] }, 0).totals.organisations]));
}

/** Organisations that the definition counts: names by id. */
function presentIn({ columns }: Counted): Map<string, string> {
  return distinctNames(organisationsIn(columns, DEFINITION, 0, null).map(({ org }) => columns.organisations[org]!));
}

function renderOrganisations(draft: DraftFacts, now: Counted, before: Counted | null): TemplateResult {
  const { say, page } = draft;
  const compare = createCompare(page.app.language);
  const [is, was] = [presentIn(now), before && presentIn(before)];
  const names = [...is].toSorted(([, a], [, b]) => compare(a, b));
  const isNew = (id: string) => was !== null && !was.has(id);
  const gone = was ? [...was].filter(([id]) => !is.has(id)).toSorted(([, a], [, b]) => compare(a, b)) : [];
  const added = names.filter(([id]) => isNew(id)).length;
  const shown = draft.listing ? names : names.slice(0, LISTED);
  return html`<section class="draft-part">
    <h2>${say('overview.organisations', { count: names.length })}</h2>
    ${
      was
        ? html`<p class="small muted">
            ${say('overview.organisations.new', { count: added, version: before!.version })} ${say('overview.organisations.gone', { count: gone.length })}
          </p>`
        : nothing
    }
    <ul class="draft-words">
      ${shown.map(([id, name]) => html`<li ?data-new=${isNew(id)}><bdi dir="auto">${name}</bdi>${isNew(id) ? html` <span class="badge">${say('overview.new')}</span>` : nothing}</li>`)}
    </ul>
    ${names.length > shown.length ? html`<button class="button" @click=${() => draft.listAll()}>${say('overview.all', { count: names.length })}</button>` : nothing}
    ${
      gone.length > 0
        ? html`<details class="draft-more">
            <summary>${icon('chevron', 16)} ${say('overview.gone', { count: gone.length, version: before!.version })}</summary>
            <ul class="draft-words">
              ${gone.map(([, name]) => html`<li><bdi dir="auto">${name}</bdi></li>`)}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

function renderPeriod({ say, page }: DraftFacts, now: Counted, before: Counted | null): TemplateResult {
  const text = ({ overview: { period } }: Counted) => (period ? page.app.format.period(period.start, period.end) : say('overview.period.none'));
  return html`<section class="draft-part">
    <h2>${say('overview.period')}</h2>
    <p>${text(now)}</p>
    ${before ? html`<p class="small muted"><bdi>${before.version}</bdi>: ${text(before)}</p>` : nothing}
  </section>`;
}

/** Every column with what it is taken for; said otherwise on the page of the review. */
export function renderDraftColumns(draft: DraftFacts, href: string): TemplateResult {
  const { say, columnsRead } = draft;
  const unused = columnsRead.filter(({ role }) => role.is === 'ignore');
  return html`${renderColumns(draft)}
    ${unused.length > 0 ? html`<p class="small muted">${say('review.role.ignore')}: ${unused.map(({ heading }, i) => html`${i ? ' · ' : ''}<bdi dir="auto">${heading || say('review.blank')}</bdi>`)}</p>` : nothing}
    <p><a class="button" href=${href}>${say('columns.change')}</a></p>`;
}

function renderColumns({ say, columnsRead }: DraftFacts): TemplateResult {
  const used = columnsRead.filter(({ role }) => role.is !== 'ignore');
  return html`<section class="draft-part">
    <h2>${say('overview.columns', { count: used.length, total: columnsRead.length })}</h2>
    <ul class="draft-columns">
      ${used.map(
        ({ heading, role, samples }) =>
          html`<li>
            <span class="draft-role">${roleText(say as never, roleKey(role))}</span>
            <bdi dir="auto">${heading || say('review.blank')}</bdi>
            <span class="small muted">${samples.slice(0, SAMPLES).map((sample, i) => html`${i ? ' · ' : ''}<bdi dir="auto">${sample}</bdi>`)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Rows whose place waits for a decision, by what is doubtful about it. */
function renderDoubt({ say, list }: DraftFacts): TemplateResult | typeof nothing {
  const open = list?.groups.filter(({ decision }) => decision === null) ?? [];
  if (open.length === 0) return nothing;
  return html`<section class="draft-part">
    <h2>${say('overview.doubt', { count: open.reduce((rows, group) => rows + group.rows, 0) })}</h2>
    <ul class="draft-words draft-counted">
      ${byCause(open).map(({ cause, rows }) => html`<li>${say(CAUSES[cause]?.[0] ?? 'review.cause.name-unknown')} <span class="muted">${say('review.rows', { count: rows })}</span></li>`)}
    </ul>
  </section>`;
}

/** Sectors that no list of ours has stay with their own words until somebody says what they mean. */
function renderSectors({ say, list }: DraftFacts): TemplateResult | typeof nothing {
  const open = list?.sectors.filter(({ decision }) => decision === null) ?? [];
  if (open.length === 0) return nothing;
  return html`<section class="draft-part">
    <h2>${say('overview.sectors', { count: open.length })}</h2>
    <ul class="draft-words draft-counted">
      ${open
        .toSorted((a, b) => b.rows - a.rows)
        .map(({ text, rows }) => html`<li><bdi dir="auto">${text}</bdi> <span class="muted">${say('review.rows', { count: rows })}</span></li>`)}
    </ul>
  </section>`;
}

export function renderDraftLegend({ tally, say, page }: DraftFacts) {
  if (!tally) return null;
  const { legend, empty, count } = tally;
  const spoken = { say: say as never };
  const kinds = EMPTY_LOOKS.filter((look) => (look === 'not-placed' ? count.totals.inDoubt : empty[look] > 0));
  const entries = [
    ...classEntries(legend.rows, ({ from, to }) => classLabel(from, to, page.app.format.number)),
    ...kinds.map((look) => ({ label: look === 'not-placed' ? doubtText(spoken, count) : lookText(spoken, look), count: empty[look], look })),
  ];
  return {
    title: `${say('figures.organisations')} · ${page.t('level.n', { level: tally.level })}`,
    list: renderLegend(entries, (units) => page.t('draft.units', { count: units }), page.app.format.number),
  };
}
