/** What colours the map, in which classes, and what it is compared with; the legend below. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionTag } from '../../../../server/contract/ids.ts';
import { renderClassControls, renderPrint, renderSelect, renderSymbols, renderSymbolsHint } from '../../../country/classControls.ts';
import { icon } from '../../../ui/icon.ts';
import { renderCircleKey } from '../../../map/layers/circleKey.ts';
import { classEntries, renderLegend } from '../../../map/legendView.ts';
import { CHANGE_COUNTS, classLabel } from './classes.ts';
import { lastDay, monthsOf } from '../count.ts';
import type { Against, Changed, Paint } from '../state.ts';
import type { Tally } from '../tally.ts';
import type { PresenceModel } from '../model.ts';
import { againstText, doubtText, EMPTY_LOOKS, lookText, type PresenceKey } from '../words.ts';

const PAINTS: readonly [Paint, PresenceKey][] = [
  ['count', 'presence.paint.count'],
  ['ratio', 'presence.paint.ratio'],
  ['change', 'presence.paint.change'],
];

export function renderMeasure(model: PresenceModel, tally: Tally): TemplateResult {
  const { say, chosen } = model;
  // Of a sensitive dataset one version and all its periods are told: there is nothing to compare with.
  const paints = model.isSensitive ? PAINTS.slice(0, 2) : PAINTS;
  const shown = model.isSensitive ? tally.paint : chosen.paint;
  return html`<section class="measure">
    ${renderSelect(
      say('presence.paint'),
      shown,
      paints.map(([paint, key]) => [paint, say(key)]),
      (paint) => model.set({ paint: paint as Paint }),
    )}
    ${shown === 'change' ? renderAgainst(model) : nothing}
    ${tally.needsPeople && model.people.get(tally.level)?.size === 0 ? html`<p class="small muted">${say('presence.ratio.needs-population')}</p>` : nothing}
    ${renderPresenceLegend(model, tally)} ${tally.needsPeople ? html`<p class="small muted">${say('presence.ratio.caveat')}</p>` : nothing}
    ${renderCarried(model)}
    <details class="looks">
      <summary>${say('presence.classes')}</summary>
      <div class="controls">
        ${model.isCount ? renderSymbols({ t: model.t, state: model.country.state, change: (circles) => model.country.change({ circles }) }) : nothing}
        ${renderClassControls({
          t: model.t,
          chosen,
          // Of a saved table or of small maps they are not those of this map.
          level: model.split === 'none' ? tally.level : NaN,
          inner: innerOf(tally),
          ...(tally.paint === 'change' ? { counts: CHANGE_COUNTS, hint: say('presence.classes.change') } : {}),
          choose: (patch) => model.set(patch),
        })}
        ${renderPrint({ t: model.t, state: model.country.state, change: (print) => model.country.change({ print }) })}
      </div>
    </details>
  </section>`;
}

/** Where classes begin but the first; of a change those of more, as those of fewer mirror them. */
const innerOf = ({ painting: { breaks }, paint }: Tally): number[] =>
  paint === 'change' ? breaks.filter((at) => at > 1 && at < Infinity) : breaks.slice(1, -1);

/** What a change is against: a version, and a period of it. */
function renderAgainst(model: PresenceModel): TemplateResult {
  const { say, chosen, against, versions, source, facts } = model;
  if (!against && versions.length < 2)
    return notice(say(facts?.months.length ? 'presence.change.needs-period' : 'presence.change.nothing', { open: say('presence.filters.open') }));
  const months = model.otherColumns ? monthsOf(model.otherColumns) : [];
  const set = (patch: Partial<Against>) => {
    const next: Against = { version: null, from: null, to: null, ...against, ...patch };
    // Days in their order; within one version both ends are needed.
    if (next.from && next.to && next.from > next.to)
      Object.assign(next, 'from' in patch ? { to: lastDay(next.from.slice(0, 7)) } : { from: `${next.to.slice(0, 7)}-01` });
    const isWhole = next.version !== null || (next.from && next.to);
    model.set({ against: isWhole ? next : null });
  };
  const month = new Intl.DateTimeFormat(model.app.format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const options = (open: string) => [
    ...(against?.version ? [['', open] as const] : []),
    ...months.map((each) => [each, month.format(new Date(`${each}-01T00:00:00Z`))] as const),
  ];
  const others = versions.filter(({ version }) => version !== source?.version);
  return html`${renderSelect(
      say('presence.change.of'),
      chosen.changed,
      PAINTS.slice(0, 2).map(([paint, key]) => [paint, say(key)]),
      (changed) => model.set({ changed: changed as Changed }),
    )}
    <fieldset class="against">
      <legend class="small muted">${say('presence.change.with')}</legend>
      <div class="controls">
        ${
          others.length > 0
            ? renderSelect(
                say('presence.data'),
                against?.version ?? '',
                [['', say('presence.change.same')], ...others.map((each) => [each.version, versionText(model, each)] as const)],
                (version) => (version ? set({ version: version as VersionTag, from: null, to: null }) : model.set({ against: null })),
                true,
              )
            : nothing
        }
        ${
          against && months.length > 0
            ? html`${renderSelect(say('presence.from'), against.from?.slice(0, 7) ?? '', options(say('presence.from.open')), (value) =>
                set({ from: value ? `${value}-01` : null }),
              )}
              ${renderSelect(say('presence.to'), against.to?.slice(0, 7) ?? '', options(say('presence.to.open')), (value) =>
                set({ to: value ? lastDay(value) : null }),
              )}`
            : nothing
        }
      </div>
      ${
        against
          ? html`<p class="small muted">${say('presence.change.against', { before: againstText(model, against) })}</p>`
          : notice(say(facts?.months.length ? 'presence.change.needs-period' : 'presence.change.choose', { open: say('presence.filters.open') }))
      }
    </fieldset>`;
}

export function versionText({ say, app }: PresenceModel, { version, publishedAt, status }: PresenceModel['versions'][number]): string {
  const date = publishedAt ? app.format.date(publishedAt) : '';
  return status === 'current' ? say('presence.data.current', { version }) : say('presence.data.n', { version, date });
}

const notice = (text: string): TemplateResult => html`<p class="notice" role="status">${icon('info', 18)} <span>${text}</span></p>`;

/** Rows that were placed on other boundaries than those on the map: nobody moves them in silence. */
function renderCarried(model: PresenceModel): TemplateResult | typeof nothing {
  const { say, carried } = model;
  const texts = carried.flatMap(({ from, to, compared, rows }) => {
    const unknown = compared ? [] : [say('presence.carried.unknown', { from, to })];
    if (!rows) return [...unknown, say('presence.carried.told', { from, to })];
    const all = rows.exact + rows.near + rows.possible + rows.notPlaced;
    return [...unknown, say('presence.carried', { from, to, ...rows, all }), ...(rows.possible > 0 ? [say('presence.carried.split')] : [])];
  });
  return texts.length === 0 ? nothing : notice(texts.join(' '));
}

/** Classes of the break table, then the kinds of emptiness, each with its own look. */
export function renderPresenceLegend(model: PresenceModel, { legend, empty, count }: Tally): TemplateResult {
  const { say, app } = model;
  const kinds = [
    ...(model.isSensitive ? (['withheld'] as const) : []),
    ...EMPTY_LOOKS.filter((look) => (look !== 'no-data' && look !== 'possible') || empty[look] > 0),
  ];
  const { circles } = model;
  const list = renderLegend(
    [
      ...(circles ? [] : classEntries(legend.rows, ({ from, to }) => classLabel(from, to, app.format.number))),
      ...kinds.map((look) => ({ label: look === 'not-placed' ? doubtText(model, count) : lookText(model, look), count: empty[look], look })),
    ],
    (units) => model.t('table.count', { count: units }),
    (count) => say('presence.of', { count, total: legend.total }),
  );
  // Where organisations are is read by area; how much is done there by its size.
  const isAmount = model.isCount && model.definition.unit !== 'organisations';
  const hint = isAmount && !circles ? renderSymbolsHint(model.t, (next) => model.country.change({ circles: next })) : nothing;
  return html`${renderCircleKey(circles, app.format.number)} ${list} ${hint}`;
}
