/** One unit that became another, in words: which, how much of the ground and of the people, how certain, and what speaks for it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ChangedUnit } from '../../../../server/contract/boundaries/changes.ts';
import type { CrosswalkRelation, Ranged } from '../../../../server/contract/boundaries/crosswalk.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type unitChangeMessages from '../../../../server/words/en/interface/unitChanges.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { App } from '../../view.ts';
import { populationOf, shareText } from './view.ts';

export type ChangeWords = Translate<keyof typeof unitChangeMessages | keyof typeof commonMessages>;

export interface Teller {
  app: App;
  t: ChangeWords;
  /** Where a unit of the later version stands on the map of its country. */
  hrefOf?: ((level: number, pcode: string) => string) | undefined;
}

/** A number that keeps its order of signs in any text. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export function renderName({ name, pcode }: Pick<ChangedUnit, 'name' | 'pcode'>): TemplateResult {
  return html`<b><bdi>${name || pcode}</bdi></b
    >${name && pcode ? html` <bdi class="muted number">${pcode}</bdi>` : nothing}`;
}

export const arrowOf = ({ direction }: App): TemplateResult => html`<span>${direction === 'rtl' ? '←' : '→'}</span>`;

/** How much of either unit the other is; null where a version has no ground there. */
export function groundText({ app, t }: Teller, of: Pick<CrosswalkRelation, 'shareOfSource' | 'shareOfTarget' | 'source' | 'target'>): string | null {
  const { shareOfSource: old, shareOfTarget: now } = of;
  if (!of.source || !of.target || old === null || now === null) return null;
  if (old === 1 && now === 1) return t('unitChange.whole');
  const { locale } = app.format;
  return t('unitChange.ground', { old: isolated(shareText(old, locale)), new: isolated(shareText(now, locale)) });
}

function rangeText({ t }: Teller, { value, low, high }: Ranged, say: (value: number) => string): string {
  const said = isolated(say(value));
  return low === high ? said : t('unitChange.range', { value: said, low: isolated(say(low)), high: isolated(say(high)) });
}

/** null where nothing is known of people that the ground does not say already. */
function peopleText(teller: Teller, { people: { basis, shareOfSource, count }, source, target }: CrosswalkRelation): string | null {
  const { app, t } = teller;
  if (!source || !target || basis === null || shareOfSource === null || (basis === 'area' && count === null)) return null;
  const population = populationOf(basis);
  const { level, year } = population ?? { level: 0, year: null };
  const by = population
    ? year === null
      ? t('unitChange.basis.people', { level })
      : t('unitChange.basis.people-year', { level, year })
    : t('unitChange.basis.area');
  const share = rangeText(teller, shareOfSource, (value) => shareText(value, app.format.locale));
  return count === null
    ? t('unitChange.people-share', { share, basis: by })
    : t('unitChange.people', { share, basis: by, count: rangeText(teller, count, app.format.number) });
}

/** Names in other languages, and the unit above: what the two names at the top do not say. */
function renderBeside({ app, t }: Teller, { names = [], relation, also = [], source, target }: CrosswalkRelation): TemplateResult[] {
  const pair = (label: string, before: string | null, after: string | null) =>
    html`<span>${label ? html`<bdi>${label}</bdi>: ` : nothing}<bdi>${before || '–'}</bdi> ${arrowOf(app)} <bdi>${after || '–'}</bdi></span>`;
  const others = names.filter(({ before, after }) => before !== source?.name || after !== target?.name);
  const isMoved = relation === 'reparented' || also.includes('reparented');
  return [
    ...others.map(({ lang, before, after }) => pair(app.format.language(lang), before, after)),
    ...(isMoved && source && target ? [pair(t('unitChange.parent'), source.parent, target.parent)] : []),
  ];
}

interface Looking {
  /** Of the later version. */
  level: number;
  /** Looks at it on the map; absent where there is none. */
  show: (() => void) | undefined;
  isLooked: boolean;
}

export function renderRow(teller: Teller, row: CrosswalkRelation, { level, show, isLooked }: Looking): TemplateResult {
  const { app, t, hrefOf } = teller;
  const { source, target, evidence, certainty, also = [] } = row;
  const nowhere = html`<span class="muted">${t('unitChange.nowhere')}</span>`;
  const isSame = source && target && source.name === target.name && source.pcode === target.pcode;
  const names = isSame
    ? renderName(target)
    : html`${source ? renderName(source) : nothing} ${source ? arrowOf(app) : nothing} ${target ? renderName(target) : nowhere}`;
  const facts = [
    ...also.map((each) => app.format.sentence(t(`unitChange.relation.${each}`))),
    ...renderBeside(teller, row),
    groundText(teller, row),
    peopleText(teller, row),
    t('unitChange.certainty', { certainty: t(`unitChange.certainty.${certainty}`) }),
    evidence.length > 0 ? t('unitChange.evidence', { evidence: app.format.list(evidence.map((each) => t(`unitChange.evidence.${each}`))) }) : null,
    hrefOf && target?.pcode ? html`<a href=${hrefOf(level, target.pcode)}>${t('unitChange.open', { name: isolated(target.name || target.pcode) })}</a>` : null,
  ];
  return html`<li>
    ${show ? html`<button class="unit-change-go" aria-pressed=${isLooked} @click=${show}>${names}</button>` : html`<span class="unit-change-go">${names}</span>`}
    <span class="unit-change-facts small">${facts.map((fact) => (fact === null ? nothing : html`<span>${fact}</span>`))}</span>
  </li>`;
}
