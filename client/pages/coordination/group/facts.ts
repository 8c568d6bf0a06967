/** What a group is, beside who is in it: where it stands, its days, its area on the map, its addresses, the data that it answers for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../../../server/contract/groups/groups.ts';
import { KINDS, datasetOf } from '../../../kit/kinds.ts';
import { GLOBAL } from '../../../kit/workgroup/place.ts';
import { fullText } from '../../../kit/workgroup/names.ts';
import './areaMap.ts';
import type { GroupModel } from './model.ts';

type Fact = [term: string, value: TemplateResult | string];

/** What is not known is left out. */
export function renderFacts(model: GroupModel): TemplateResult {
  const { t, app } = model;
  const { group, above } = model.answer!;
  const { area, place, languages } = group;
  const isPlaced = area.length > 0 || place !== null;
  const link = (id: string | null): TemplateResult | string => {
    const found = model.around(id);
    return found ? html`<a href=${model.groupHref(found.id)} dir="auto">${fullText(found, app.language)}</a>` : '';
  };
  const mirrors = group.mirrors === null ? undefined : above.find(({ id }) => id === group.mirrors && model.scope !== GLOBAL);
  const facts: Fact[] = [
    [t('group.fact.parent'), link(group.parent)],
    [t('group.fact.reports-to'), group.reportsTo === group.parent ? '' : link(group.reportsTo)],
    [t('group.fact.hub'), link(group.hub)],
    [t('group.fact.mirrors'), mirrors ? html`<a href=${app.href(`/global/${mirrors.id}`)} dir="auto">${fullText(mirrors, app.language)}</a>` : ''],
    [t('group.fact.sector'), group.sector ? t(`sector.${group.sector as 'HEA'}`) : ''],
    [t('group.fact.since'), group.since ? app.format.date(group.since) : ''],
    [t('group.fact.until'), group.until ? app.format.date(group.until) : ''],
    [t('group.fact.activation'), activation(group)],
    [t('group.fact.languages'), app.format.list(languages.map((tag) => app.format.language(tag)))],
    [t('group.fact.mailbox'), group.mailbox ? html`<a href="mailto:${group.mailbox}" dir="ltr">${group.mailbox}</a>` : ''],
    [t('group.fact.website'), group.website ? html`<a href=${group.website} rel="noopener" dir="ltr">${group.website.replace(/^https?:\/\//, '')}</a>` : ''],
  ];
  return html`${
      isPlaced || model.scope !== GLOBAL
        ? html`<section class="card-box group-area" aria-labelledby="area-title">
            <h2 id="area-title">${t('group.area')}</h2>
            ${model.datasets.length > 0 && isPlaced ? html`<area-map .app=${app} .t=${t} .datasets=${model.datasets} .group=${group}></area-map>` : nothing}
            ${place ? html`<p class="small" dir="auto">${t('group.place', { place: place.name })}</p>` : nothing}
            ${area.length === 0 ? html`<p class="small muted">${t('group.area.whole')}</p>` : nothing}
          </section>`
        : nothing
    }
    <dl class="group-facts card-box">
      ${facts
        .filter(([, value]) => value !== '')
        .map(
          ([term, value]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
    ${renderOwned(model, group)}`;
}

function activation({ activation: given }: Group): TemplateResult | string {
  if (!given) return '';
  return /^https?:\/\//.test(given)
    ? html`<a href=${given} rel="noopener" dir="ltr">${given.replace(/^https?:\/\//, '')}</a>`
    : html`<span dir="auto">${given}</span>`;
}

/** Datasets that the group answers for: a link to the map of those that are published. */
function renderOwned(model: GroupModel, group: Group): TemplateResult | typeof nothing {
  const { t, app, scope, datasets } = model;
  const { owns } = group;
  if (owns.length === 0) return nothing;
  const base = `/c/${scope.toLowerCase()}`;
  return html`<section class="card-box" aria-labelledby="owns-title">
    <h2 id="owns-title">${t('group.owns')}</h2>
    <ul class="group-below">
      ${owns.map(({ kind, sector }) => {
        const text = sector ? t('group.owns.part', { kind: t(`kind.${kind}`), sector: t(`sector.${sector as 'HEA'}`) }) : t(`kind.${kind}`);
        const dataset = scope === GLOBAL ? undefined : datasets.find(({ id }) => id === datasetOf(kind, scope));
        const current = dataset?.current;
        const query: Record<string, string> = sector ? { sectors: sector } : {};
        return html`<li>
          ${current ? html`<a href=${app.href(base + KINDS[kind].path, query)} dir="auto">${text}</a>` : html`<span dir="auto">${text}</span>`}
          <span class="small muted"
            >${
              current
                ? html`<a href=${app.href(`${base}/${dataset!.id}`)}><bdi class="number">${current}</bdi></a>`
                : scope === GLOBAL
                  ? nothing
                  : t('group.owns.unpublished')
            }</span
          >
        </li>`;
      })}
    </ul>
    ${renderSignoff(model, group)}
  </section>`;
}

/** Who has to approve a draft before it is published, in words. */
function renderSignoff(model: GroupModel, { id, signoff }: Group): TemplateResult | typeof nothing {
  const { t, app } = model;
  const name = (from: string) => {
    const found = from === id ? model.answer!.group : [...model.answer!.above, ...model.answer!.below].find((group) => group.id === from);
    return found ? fullText(found, app.language) : from;
  };
  if (signoff.length === 0) return html`<p class="small muted">${t('group.signoff.none')}</p>`;
  return html`<ul class="small muted">
    ${signoff.map(({ kind, approvals, from }) => html`<li dir="auto">${t('group.signoff', { kind: t(`kind.${kind}`), approvals, from: name(from) })}</li>`)}
  </ul>`;
}
