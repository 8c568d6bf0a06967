/** A person's entry in the hands of whoever keeps the list: details, roles with their check-ins, link and record. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonRecord } from '../../../../../server/contract/contacts/contacts.ts';
import type { Appointment } from '../../../../../server/contract/groups/people.ts';
import { changesOf, checkInDays, draftOf, endOfDay } from '../../../../kit/person/draft.ts';
import { renderPersonForm } from '../../../../kit/person/form.ts';
import { renderWays } from '../../../../kit/person/ways.ts';
import { icon } from '../../../../ui/icon.ts';
import { roleText, type Words } from '../../words.ts';
import { renderLink } from './link.ts';
import { valueOf, type Kept, type PersonPage } from './words.ts';
import { nameOf } from '../../../../kit/workgroup/names.ts';

type Keeping = PersonPage & { person: Kept };
const paramsOf = ({ scope, person }: Keeping) => ({ scope, person: person.id });

export function renderDetails(page: Keeping): TemplateResult {
  const { t, person, draft, faults, organisations, busy } = page;
  const kept = draftOf(person);
  const changes = changesOf(draft, kept);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (changes) void page.run(() => page.app.api.call('changePerson', { params: paramsOf(page), body: changes }), t('person.done'));
  };
  return html`<form novalidate @submit=${submit}>
    <p class="small muted">${t('person.shared')}</p>
    ${renderPersonForm({
      t,
      id: 'keep',
      draft,
      faults,
      organisations,
      set: page.set,
      // Wider than it is is for the person to say. An administrator does not know how wide it is.
      widest:
        person.record === null
          ? null
          : (what) => (typeof what === 'string' ? kept.visibility[what] : (kept.contacts.find(({ id }) => id === what.id)?.visibility ?? 'members')),
    })}
    <p class="actions"><button class="button button-primary" ?disabled=${busy || changes === null}>${t('contacts.save')}</button></p>
  </form>`;
}

export function renderRoles(page: Keeping): TemplateResult {
  const { t, person } = page;
  const held = person.appointments.filter(({ state }) => state === 'active');
  return held.length === 0
    ? html`<p class="muted">${t('person.roles.none')}</p>`
    : html`<ul class="person-roles">
        ${held.map((appointment) => renderHeld(page, appointment))}
      </ul>`;
}

function renderHeld(page: Keeping, { id, group, role, until }: Appointment): TemplateResult {
  const { t, app, scope, structure, person, busy } = page;
  const known = structure.byId.get(group);
  const what = app.format.comma([roleText(t as unknown as Words, role), known ? nameOf(known, app.language) : group]);
  const { first, last } = checkInDays(new Date().toISOString());
  const params = { scope, group, appointment: id };
  const isLeaving = valueOf(page, 'leaving') === id;
  const checkIn = (event: SubmitEvent) => {
    event.preventDefault();
    const day = new FormData(event.currentTarget as HTMLFormElement).get('until') as string;
    void page.run(() => app.api.call('checkIn', { params, body: day ? { until: endOfDay(day) } : {} }), t('person.done'));
  };
  return html`<li>
    <p>
      <strong dir="auto">${what}</strong>
      <span class="small muted">${until === null ? t('person.never') : t('person.until.is', { date: until })}</span>
    </p>
    ${
      page.approves.includes(group)
        ? html`<form class="person-check-in" @submit=${checkIn}>
            <div class="field">
              <label for="in-${id}">${t('person.check-in.until')}</label>
              <input id="in-${id}" name="until" type="date" min=${first} max=${last} .value=${until?.slice(0, 10) ?? last} />
            </div>
            <button class="button" ?disabled=${busy}>${t('person.check-in')}</button>
            <button
              type="button"
              class="button"
              aria-label=${t('person.check-out.of', { name: person.name, role: what })}
              ?disabled=${busy}
              @click=${() => page.say({ leaving: isLeaving ? '' : id })}
            >
              ${t('person.check-out')}
            </button>
          </form>`
        : nothing
    }
    ${
      isLeaving
        ? html`<div class="person-warning" role="status">
            <p>${t('person.check-out.says', { name: person.name })}</p>
            <p class="actions">
              <button
                class="button person-danger"
                ?disabled=${busy}
                @click=${() => void page.run(() => app.api.call('checkOut', { params, body: {} }), t('person.done'))}
              >
                ${t('person.check-out.yes', { name: person.name })}
              </button>
              <button class="button" @click=${() => page.say({ leaving: '' })}>${t('contacts.cancel')}</button>
            </p>
          </div>`
        : nothing
    }
  </li>`;
}

export function renderRecord(page: Keeping): TemplateResult {
  const { t, app, person, busy, link } = page;
  const { name } = person;
  const { record } = person;
  const newLink = () => page.run(async () => page.setLink(await app.api.call('createEntryLink', { params: paramsOf(page) })), t('person.done'));
  return html`${record ? renderLines(page, record) : nothing}
    <p class="actions">
      <button class="button" ?disabled=${busy} @click=${() => void page.run(() => app.api.call('verifyPerson', { params: paramsOf(page) }), t('person.done'))}>
        ${icon('check', 18)} ${t('person.verify')}
      </button>
      <span class="small muted">${t('person.verify.hint', { name })}</span>
    </p>
    ${
      link
        ? renderLink(page, link)
        : record
          ? html`<p class="actions">
              <button class="button" ?disabled=${busy} @click=${() => void newLink()}>${icon('share', 18)} ${t('person.link.new')}</button>
              <span class="small muted">${t('person.link.new.hint', { name })}</span>
            </p>`
          : nothing
    }
    ${page.looks ? renderLook(page) : nothing} ${renderDelete(page)}`;
}

/** How the entry came to be, and how it stands. */
function renderLines({ t, person: { name } }: Keeping, record: PersonRecord): TemplateResult {
  const { state } = record;
  const lines = [
    record.confirmedAt === null
      ? t('person.state.unconfirmed', { by: record.enteredBy ?? '', date: record.enteredAt })
      : t('person.state.confirmed', { name, date: record.confirmedAt }),
    record.restrictedAt === null ? '' : t('person.state.restricted', { name }),
    state.hidden === 'unanswered' && state.hiddenSince !== null ? t('person.state.hidden', { date: state.hiddenSince }) : '',
    record.verifiedAt !== null && state.verified ? t('person.verified', { by: record.verifiedBy ?? '', date: record.verifiedAt }) : t('person.verified.not'),
  ].filter(Boolean);
  return html`<ul class="person-lines">
    ${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}
  </ul>`;
}

/** For administrators, and only to delete. */
function renderLook(page: Keeping): TemplateResult {
  const { t, app, person, looked, busy } = page;
  const { name } = person;
  if (looked)
    return html`<div class="person-warning">
      <p dir="auto">${[looked.name, looked.jobTitle ?? '', looked.dutyStation?.name ?? ''].filter(Boolean).join(' · ')}</p>
      ${renderWays(t, looked.contacts)}
    </div>`;
  const look = () =>
    page.run(async () => page.setLooked(await app.api.call('lookAtHidden', { params: paramsOf(page), body: { reason: 'delete' } })), t('person.done'));
  return html`<details class="fold">
    <summary>${icon('chevron', 14)} ${t('person.look')}</summary>
    <p>${t('person.look.lead', { name })}</p>
    <p class="actions"><button class="button" ?disabled=${busy} @click=${() => void look()}>${icon('eye', 18)} ${t('person.look.yes')}</button></p>
  </details>`;
}

function renderDelete(page: Keeping): TemplateResult {
  const { t, app, person, busy } = page;
  const remove = async () => {
    if (await page.run(() => app.api.call('deletePerson', { params: paramsOf(page) }), t('person.deleted'))) page.done();
  };
  return html`<details class="fold">
    <summary>${icon('chevron', 14)} ${t('person.delete', { name: person.name })}</summary>
    <p>${t('person.delete.says')}</p>
    <p class="actions"><button class="button person-danger" ?disabled=${busy} @click=${() => void remove()}>${t('person.delete.yes')}</button></p>
  </details>`;
}
