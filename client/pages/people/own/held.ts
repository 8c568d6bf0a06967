/** One's own roles: still here, and until when? Or no longer here. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnHeld } from '../../../../server/contract/contacts/own.ts';
import { checkInDays, endOfDay } from '../../../kit/person/draft.ts';
import { icon } from '../../../ui/icon.ts';
import { heldText, type OwnPage } from './words.ts';

/** So long before its end a check-in is asked about (§4.3 of the ground, docs/contacts.md). */
const SOON_MS = 48 * 3_600_000;

/** Roles that hold or wait, those whose check-in ends first. */
export function renderHeld(page: OwnPage): TemplateResult {
  const { t, entry } = page;
  const held = entry.appointments.filter(({ state }) => state !== 'ended').toSorted((a, b) => ((a.validUntil ?? '9') < (b.validUntil ?? '9') ? -1 : 1));
  return html`<section class="card-box" aria-labelledby="held-${entry.person.id}">
    <h2 id="held-${entry.person.id}">${t('own.held')}</h2>
    ${
      held.length === 0
        ? html`<p class="muted">${t('own.held.none')}</p>`
        : html`<ul class="own-held">
            ${held.map((each) => renderOne(page, each))}
          </ul>`
    }
  </section>`;
}

/** Whether a check-in ends within two days, or has. */
export const endsSoon = ({ checkIn, validUntil }: Pick<OwnHeld, 'checkIn' | 'validUntil'>, at: string): boolean =>
  checkIn !== 'never' && validUntil !== null && Date.parse(validUntil) - Date.parse(at) < SOON_MS;

function renderOne(page: OwnPage, held: OwnHeld): TemplateResult {
  const { t, entry, answer, busy } = page;
  const role = heldText(page, held);
  const { first, last } = checkInDays(answer.at);
  const id = `until-${held.id}`;
  const params = { scope: entry.person.scope as string, group: held.group, appointment: held.id };
  const isSoon = endsSoon(held, answer.at);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const day = new FormData(event.currentTarget as HTMLFormElement).get('until') as string;
    void page.run(() => page.api.call('checkIn', { params, body: day ? { until: endOfDay(day) } : {} }), t('own.held.in.done', { date: day || last }));
  };
  const leave = () =>
    page.ask({
      title: t('own.held.out.title', { role }),
      lines: [t('own.held.out.lead'), t(entry.person.record.namedInHistory ? 'own.held.out.named' : 'own.held.out.stays')],
      yes: t('own.held.out.yes'),
      run: () => page.run(() => page.api.call('checkOut', { params, body: {} }), t('own.held.out.done')),
    });
  const said =
    held.state === 'pending'
      ? t('own.held.pending')
      : held.state === 'invited'
        ? t('own.held.invited')
        : held.checkIn === 'never'
          ? t('own.held.never')
          : held.validUntil === null
            ? ''
            : t(isSoon ? 'own.held.ends-soon' : 'own.held.until', { date: held.validUntil });
  return html`<li data-soon=${isSoon ? 'yes' : nothing}>
    <div>
      <h3><bdi>${role}</bdi></h3>
      ${said ? html`<p class=${isSoon ? 'own-soon' : 'muted'}>${isSoon ? icon('warning', 16) : nothing} <span>${said}</span></p>` : nothing}
    </div>
    ${
      held.state === 'active'
        ? html`<form class="own-check-in" @submit=${submit}>
            <div class="field">
              <label for=${id}>${t('own.held.ask')}</label>
              <input id=${id} name="until" type="date" min=${first} max=${last} .value=${held.validUntil?.slice(0, 10) ?? last} aria-describedby="${id}-hint" />
            </div>
            <button class="button button-primary" ?disabled=${busy} aria-label=${t('own.held.in.of', { role })}>${t('own.held.in')}</button>
            <button type="button" class="button" ?disabled=${busy} aria-label=${t('own.held.out.of', { role })} @click=${leave}>${t('own.held.out')}</button>
            <p class="small muted" id="${id}-hint">${t('own.held.until.hint')}</p>
          </form>`
        : nothing
    }
  </li>`;
}
