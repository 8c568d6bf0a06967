/** What the page says of time: the state of the versions shown, the day that the map is of, and the way to all versions. */
import { html, nothing, type TemplateResult } from 'lit';
import { leadingVersion, stateBanner } from '../kit/versions/states.ts';
import { BOUNDARIES, datasetOf } from '../kit/kinds.ts';
import { ApiProblem } from '../kit/api.ts';
import { icon } from '../ui/icon.ts';
import type { Layer } from './layer.ts';
import type { CountryModel } from './model.ts';

/** Over maps of versions that are not current: of the boundaries, and of the values on them. */
export function renderStates(model: CountryModel, { source, currentSource }: Layer): TemplateResult | typeof nothing {
  const { version, catalogue, app, t } = model;
  const current = catalogue?.current ?? null;
  const show = (event: Event) => {
    event.preventDefault();
    model.setVersion(current!);
  };
  const here = `/c/${model.id3.toLowerCase()}`;
  // A map of a day is meant to be of what held then.
  const isAsked = model.asOf !== null && version?.status === 'superseded';
  const banners = [
    version && catalogue && !isAsked ? stateBanner(version, app, t as never, { version: current, href: app.href(here), show }) : nothing,
    source ? stateBanner(source, app, t as never, currentSource ?? null) : nothing,
  ].filter((banner) => banner !== nothing);
  return banners.length > 0 ? html`<div slot="head" class="panel-states">${banners}</div>` : nothing;
}

/** Which day the map is of, while it is of one. */
export function renderAsOf(model: CountryModel): TemplateResult | typeof nothing {
  const { asOf, app, t } = model;
  if (!asOf || !model.state.date) return nothing;
  const period = asOf.to
    ? t('timeline.valid', { from: app.format.date(asOf.from), to: app.format.date(asOf.to) })
    : t('timeline.open-end', { from: app.format.date(asOf.from) });
  return html`<div slot="head" class="panel-states">
    <div class="notice" role="status">
      ${icon('calendar', 18)}
      <div>
        <p><b>${t('as-of.shown', { date: app.format.date(asOf.date), version: asOf.version, period })}</b></p>
        <button class="link" @click=${() => model.setDate(null)}>${t('as-of.current')}</button>
      </div>
    </div>
  </div>`;
}

/** The page where nothing can be shown though there is something: all withdrawn, or no version of the day that was asked for. */
export function renderEnded(model: CountryModel): TemplateResult | null {
  const { ended, error, app, t } = model;
  const here = `/c/${model.id3.toLowerCase()}`;
  const home = html`<a class="button" href=${app.href('/')}>${t('nav.home')}</a>`;
  if (ended)
    return html`<main class="country-failed" id="content">
      <div class="state country-ended">
        ${icon('map', 40)}
        <h1>${model.name}</h1>
        <p>${t('version.none-current')}</p>
        ${stateBanner(ended, app, t as never, null)}
        <p class="actions">
          <button class="button button-primary" @click=${() => model.setVersion(ended.version)}>${t('version.look', { version: ended.version })}</button>
          <a class="button" href=${app.href(`${here}/${datasetOf(BOUNDARIES, model.id3)}`)}>${t('country.dataset')}</a> ${home}
        </p>
      </div>
    </main>`;
  const none = noneOfDay(model, error);
  return (
    none &&
    html`<main class="country-failed" id="content">
      <div class="state country-ended" role="alert">
        ${icon('calendar', 40)}
        <h1>${model.name}</h1>
        ${none}
      </div>
    </main>`
  );
}

/** That no version held on the day that was asked for, and the nearest ones; null of every other fault. */
export function noneOfDay(model: CountryModel, error: unknown): TemplateResult | null {
  const { app, t } = model;
  if (!(error instanceof ApiProblem) || error.code !== 'as-of.none') return null;
  const { before, after } = (error.problem.details ?? {}) as Partial<Record<'before' | 'after', { version: string; from: string; to: string | null } | null>>;
  const near = [before, after].filter((each) => each !== null && each !== undefined);
  return html`<p>${error.message}</p>
    ${near.length > 0 ? html`<h2>${t('as-of.nearest')}</h2>` : nothing}
    <p class="actions">
      ${near.map(
        ({ version, from, to }) =>
          html`<button class="button" @click=${() => model.setDate(from)}>
            <bdi class="number">${version}</bdi> ·
            ${to ? t('timeline.valid', { from: app.format.date(from), to: app.format.date(to) }) : t('timeline.open-end', { from: app.format.date(from) })}
          </button>`,
      )}
      <button class="button button-primary" @click=${() => model.setDate(null)}>${t('as-of.current')}</button>
    </p>`;
}

/** All versions in one picture: its code comes when it is opened. */
export function renderTimeline(model: CountryModel): TemplateResult | typeof nothing {
  const { app, t, catalogue } = model;
  if (!catalogue || !leadingVersion(catalogue)) return nothing;
  const opened = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open) void import('./timeline/element.ts');
  };
  return html`<details class="timeline-fold" @toggle=${opened}>
    <summary>${icon('calendar', 18)} ${t('timeline.title')}</summary>
    <country-timeline
      .app=${app}
      .t=${t}
      .iso3=${model.id3}
      .shown=${model.version?.version ?? null}
      .date=${model.state.date}
      @choose-date=${(event: CustomEvent<string>) => model.setDate(event.detail)}
      @choose-version=${(event: CustomEvent<string>) => model.setVersion(event.detail)}
    ></country-timeline>
  </details>`;
}
