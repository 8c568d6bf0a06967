/** What is said of a new webhook. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HooksAnswer } from '../../../server/contract/news/news.ts';
import type { Translate } from '../../i18n/translate.ts';
import { choice, field, valuesOf } from '../../kit/form.ts';
import { EVENT_KINDS, REACHES, type EventKind, type HookKey } from './words.ts';

const WHOLE = '';

export function renderForm(t: Translate<HookKey>, { groups, whole }: HooksAnswer, save: (event: SubmitEvent) => void): TemplateResult {
  const of = [...(whole ? [[WHOLE, t('hooks.whole')] as const] : []), ...groups.map((id) => [id, id] as const)];
  return html`<form @submit=${save}>
    ${field({ name: 'url', label: t('hooks.url'), hint: t('hooks.url.hint'), required: true, dir: 'ltr' })}
    <fieldset class="hooks-events">
      <legend class="field-label">${t('hooks.events')}</legend>
      ${EVENT_KINDS.map(
        (kind) =>
          html`<label
            ><input type="checkbox" name="events" value=${kind} ?checked=${kind.startsWith('version.')} /> <span>${t(`hooks.event.${kind}`)}</span></label
          >`,
      )}
    </fieldset>
    ${of.length > 1 || !whole ? choice({ name: 'group', label: t('hooks.of'), options: of }) : nothing}
    ${choice({ name: 'reach', label: t('hooks.reach'), hint: t('hooks.reach.hint'), options: REACHES.map((reach) => [reach, t(`hooks.reach.${reach}`)]) })}
    <p class="actions"><button class="button button-primary">${t('hooks.save')}</button></p>
  </form>`;
}

export function readForm(form: HTMLFormElement) {
  const { url = '', group = WHOLE, reach } = valuesOf(form);
  const events = new FormData(form).getAll('events') as EventKind[];
  return { url, events, group: group === WHOLE ? null : group, reach: reach as (typeof REACHES)[number] };
}
