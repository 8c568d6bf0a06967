/** Taking one's entry along, hiding it, deleting it: each says what stays. */
import { html, nothing, type TemplateResult } from 'lit';
import { qrCode } from '../../../kit/person/qr.ts';
import { toVcard } from '../../../kit/person/vcard.ts';
import { icon } from '../../../ui/icon.ts';
import { WIDTHS } from '../../../kit/person/draft.ts';
import { ownParams, type OwnPage } from './words.ts';

/** @param save hands a file to the reader; a link cannot, since the personal link goes in a header */
export function renderTake(page: OwnPage, save: (format: 'json' | 'vcf') => void): TemplateResult {
  const { t, entry, busy } = page;
  const { person } = entry;
  const code = codeOf(page);
  return html`<section class="card-box" aria-labelledby="take-${person.id}">
    <h2 id="take-${person.id}">${t('own.take')}</h2>
    <p class="muted">${t('own.take.lead')}</p>
    <p class="actions">
      <button class="button" ?disabled=${busy} @click=${() => save('json')}>${icon('download', 18)} ${t('own.take.json')}</button>
      <button class="button" ?disabled=${busy} @click=${() => save('vcf')}>${icon('download', 18)} ${t('own.take.vcard')}</button>
    </p>
    ${
      code === null
        ? nothing
        : html`<details class="fold">
            <summary>${icon('chevron', 14)} ${t('own.take.qr')}</summary>
            <p class="small muted">${t('own.take.qr.lead')}</p>
            <div class="qr-frame">${code}</div>
          </details>`
    }
  </section>`;
}

/** Only what members see as well: a picture on a badge is seen by anybody. null where it holds too much. */
function codeOf({ entry, organisations, t }: OwnPage): TemplateResult | null {
  const { person } = entry;
  const contacts = person.contacts.filter(({ visibility }) => WIDTHS.indexOf(visibility) >= WIDTHS.indexOf('members'));
  const organisation = person.organisation === null ? null : (organisations.find(({ id }) => id === person.organisation)?.name ?? null);
  try {
    return qrCode(toVcard({ ...person, organisation, contacts }), t('own.take.qr'));
  } catch {
    return null;
  }
}

export function renderEnd(page: OwnPage): TemplateResult {
  const { t, entry, answer, busy } = page;
  const { id, name, record } = entry.person;
  const isRestricted = record.restrictedAt !== null;
  const restrict = () =>
    page.run(
      () => page.api.call('restrictOwnEntry', { params: ownParams(page), body: { restricted: !isRestricted } }),
      t(isRestricted ? 'own.unrestrict.done' : 'own.restrict.done'),
    );
  const remove = () =>
    page.ask({
      title: t('own.delete.title', { name }),
      lines: [t('own.delete.lead'), t('own.delete.stays'), t('own.delete.backups'), ...(answer.by === 'session' ? [t('own.delete.account')] : [])],
      yes: t('own.delete.yes'),
      run: () => page.run(() => page.api.call('deleteOwnEntry', { params: ownParams(page) }), t('own.deleted')),
    });
  return html`<section class="card-box" aria-labelledby="restrict-${id}">
      <h2 id="restrict-${id}">${t('own.restrict')}</h2>
      <p>${t('own.restrict.lead')}</p>
      <p class="actions">
        <button class="button" ?disabled=${busy} @click=${() => void restrict()}>${t(isRestricted ? 'own.unrestrict' : 'own.restrict.yes')}</button>
      </p>
    </section>
    <section class="card-box own-delete" aria-labelledby="delete-${id}">
      <h2 id="delete-${id}">${t('own.delete')}</h2>
      <p>${t('own.delete.lead')}</p>
      <p>${t('own.delete.stays')} ${t('own.delete.backups')}</p>
      <p class="actions"><button class="button own-danger" ?disabled=${busy} @click=${remove}>${t('own.delete.yes')}</button></p>
    </section>`;
}
