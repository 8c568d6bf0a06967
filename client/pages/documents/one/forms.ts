/** The forms of what may be done with a document: fields, and in sentences what will have happened. */
import { html, nothing } from 'lit';
import type { DocumentAnswer, DocumentComment, EditionAnswer } from '../../../../server/contract/documents/documents.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import { choice, field, tick } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import type { FormOf } from '../../../kit/workgroup/changes.ts';
import { heldChoices, heldOf, type HeldMeeting } from '../../../kit/workgroup/held.ts';
import { LANGUAGES } from '../../../i18n/language.ts';
import { audienceChoices, kindChoices, type Words } from '../words.ts';
import { renderTold } from './reading.ts';

/** What a form may read. */
export interface FormPage {
  t: Words;
  app: App;
  scope: string;
  answer: DocumentAnswer;
  /** The version that is read. */
  edition: EditionAnswer;
  /** In which something may have been decided; empty until they are there. */
  meetings: readonly HeldMeeting[];
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
}

/** Whether the version or the document is gone by it. */
export type Done = 'stays' | 'version-gone' | 'document-gone';
export type DocumentForm = FormOf<Done>;

const valueOf = ({ values }: FormPage, name: string): string => values[name] ?? '';
const of = ({ scope, edition }: FormPage) => ({ scope: scope as string, document: edition.document.id as string, version: edition.edition.version as string });
const query = ({ app }: FormPage) => ({ lang: app.language });
const whoReads = (t: Words, { audience }: { audience: string }): string => t(`document.says.${audience as 'public'}`);

/** A text is fixed: whoever approves it has read this very one. */
export function review(page: FormPage): DocumentForm {
  const { t, app, edition } = page;
  const { version, file } = edition.edition;
  return {
    heading: t('document.review.heading', { version }),
    save: t('document.review'),
    fields: () => nothing,
    says: () => [t('document.says.review', { version }), t('document.says.review.then')],
    send: async () => {
      await app.api.call('reviewEdition', { params: of(page), query: query(page), body: { basis: file.sha256 } });
      return 'stays';
    },
  };
}

export function reopen(page: FormPage): DocumentForm {
  const { t, app, edition } = page;
  const { version } = edition.edition;
  return {
    heading: t('document.reopen.heading', { version }),
    save: t('document.reopen'),
    fields: () => nothing,
    says: () => [t('document.says.reopen', { version })],
    send: async () => {
      await app.api.call('reopenEdition', { params: of(page), query: query(page) });
      return 'stays';
    },
  };
}

/** A version becomes the one that holds. */
export function approve(page: FormPage): DocumentForm {
  const { t, app, answer, edition } = page;
  const { version, file, told } = edition.edition;
  const current = answer.versions.find(({ state }) => state === 'current');
  const reviewBy = () => valueOf(page, 'reviewBy');
  const from = () => valueOf(page, 'validFrom') || valueOf(page, 'approvedOn') || answer.today;
  return {
    heading: t('document.approve.heading', { version }),
    save: t('document.approve'),
    fields: () =>
      html`<div class="edit-days">
          ${field({ name: 'approvedOn', id: 'edit-approvedOn', label: t('document.approve.on'), type: 'date', value: valueOf(page, 'approvedOn'), fault: page.faults['approvedOn'] })}
          ${field({ name: 'validFrom', id: 'edit-validFrom', label: t('document.approve.from'), type: 'date', value: valueOf(page, 'validFrom'), fault: page.faults['validFrom'] })}
        </div>
        ${field({
          name: 'reviewBy',
          id: 'edit-reviewBy',
          label: t('document.fact.review'),
          type: 'date',
          value: reviewBy(),
          hint: t('document.approve.review.hint'),
          fault: page.faults['reviewBy'],
        })}
        ${told.length > 0 ? html`${renderTold(t, told)} ${tick({ name: 'accept', label: t('document.approve.accept'), checked: valueOf(page, 'accept') === 'yes', fault: page.faults['accept'] })}` : nothing}`,
    says: () => [
      t('document.says.approve', { version, date: from() }),
      ...(current ? [t('document.says.supersede', { version: current.version })] : []),
      whoReads(t, answer.document),
      t('document.says.fixed', { version }),
      reviewBy() ? t('document.says.review-by', { date: reviewBy() }) : t('document.says.no-review'),
    ],
    send: async () => {
      const body = {
        basis: file.sha256,
        approvedOn: valueOf(page, 'approvedOn') || answer.today,
        validFrom: from(),
        reviewBy: reviewBy() || null,
        accept: valueOf(page, 'accept') === 'yes',
      };
      await app.api.call('approveEdition', { params: of(page), query: query(page), body });
      return 'stays';
    },
  };
}

/** A group says that a version is right: often one above that which wrote it. */
export function endorse(page: FormPage): DocumentForm {
  const { t, app, answer, edition } = page;
  const { version } = edition.edition;
  const { endorse: groups } = edition.may;
  const group = () => groups.find(({ id }) => id === valueOf(page, 'group')) ?? groups[0]!;
  const date = () => valueOf(page, 'date') || answer.today;
  return {
    heading: t('document.endorse.heading', { version }),
    save: t('document.endorse.save'),
    fields: () =>
      html`${choice({
        name: 'group',
        id: 'edit-group',
        label: t('document.endorse.group'),
        options: groups.map((each) => [each.id, groupNameIn(each, app.language)]),
        value: group().id,
        fault: page.faults['group'],
      })}
      ${field({ name: 'date', id: 'edit-date', label: t('document.endorse.date'), type: 'date', value: date(), fault: page.faults['date'] })}
      ${page.meetings.length > 0 ? choice({ name: 'held', id: 'edit-held', label: t('document.endorse.held'), options: heldChoices(page.meetings, app, t('document.endorse.held.none'), group().id), value: valueOf(page, 'held'), fault: page.faults['held'] }) : nothing}
      ${field({ name: 'meeting', id: 'edit-meeting', label: t('document.endorse.meeting'), value: valueOf(page, 'meeting'), hint: t('document.endorse.meeting.hint'), autocomplete: 'off' })}
      ${field({ name: 'text', id: 'edit-text', label: t('document.endorse.text'), value: valueOf(page, 'text'), rows: 2, autocomplete: 'off' })}`,
    says: () => [t('document.says.endorse', { group: groupNameIn(group(), app.language), version, date: date() }), t('document.says.endorse.shown')],
    send: async () => {
      const body = {
        group: group().id,
        date: date(),
        meeting: valueOf(page, 'meeting') || null,
        held: heldOf(valueOf(page, 'held')),
        text: valueOf(page, 'text') || null,
      };
      await app.api.call('endorseEdition', { params: of(page), query: query(page), body });
      return 'stays';
    },
  };
}

export function unendorse(page: FormPage, id: string): DocumentForm {
  const { t, app, edition } = page;
  const { version, endorsements } = edition.edition;
  const found = endorsements.find((each) => each.id === id);
  const values = { version, group: found ? groupNameIn(found.group, app.language) : '', date: found?.date ?? '' };
  return {
    heading: t('document.unendorse'),
    save: t('document.unendorse'),
    ending: true,
    fields: () => nothing,
    says: () => [t('document.says.unendorse', values)],
    send: async () => {
      await app.api.call('unendorseEdition', { params: { ...of(page), entry: id }, query: query(page) });
      return 'stays';
    },
  };
}

/** A version holds no more; it is not taken from anybody. */
export function withdraw(page: FormPage): DocumentForm {
  const { t, app, edition } = page;
  const { version, state } = edition.edition;
  const reason = () => valueOf(page, 'reason');
  return {
    heading: t('document.withdraw.heading', { version }),
    save: t('document.withdraw'),
    ending: true,
    fields: () =>
      field({
        name: 'reason',
        id: 'edit-reason',
        label: t('document.withdraw.reason'),
        rows: 2,
        required: true,
        value: reason(),
        hint: t('document.withdraw.reason.hint'),
        fault: page.faults['reason'],
      }),
    says: () =>
      reason() === ''
        ? []
        : [t('document.says.withdraw', { version }), ...(state === 'current' ? [t('document.says.withdraw.none')] : []), t('document.says.withdraw.stays')],
    send: async () => {
      await app.api.call('withdrawEdition', { params: of(page), query: query(page), body: { reason: reason() } });
      return 'stays';
    },
  };
}

export function discard(page: FormPage): DocumentForm {
  const { t, app, edition } = page;
  const { version, comments } = edition.edition;
  return {
    heading: t('document.discard.heading', { version }),
    save: t('document.discard'),
    ending: true,
    fields: () => nothing,
    says: () => [t('document.says.discard', { version, comments: comments.all })],
    send: async () => {
      await app.api.call('discardEdition', { params: of(page) });
      return 'version-gone';
    },
  };
}

/** Title, kind, language and who may read it; each change is told from what to what. */
export function settings(page: FormPage): DocumentForm {
  const { t, app, answer } = page;
  const { document } = answer;
  const audiences = audienceChoices(t);
  const languages = [...new Set([document.language, ...LANGUAGES])].map((tag): [string, string] => [tag, app.format.language(tag)]);
  const kinds = kindChoices(t);
  const before: Record<string, string> = { title: document.title, kind: document.kind, language: document.language, audience: document.audience };
  const shown = (name: string, value: string) =>
    ({ kind: kinds, language: languages, audience: audiences } as Record<string, readonly (readonly [string, string])[]>)[name]?.find(
      ([key]) => key === value,
    )?.[1] ?? value;
  const changed = () => Object.keys(before).filter((name) => valueOf(page, name) !== before[name] && valueOf(page, name) !== '');
  return {
    heading: t('document.settings'),
    save: t('document.settings.save'),
    fields: () =>
      html`${field({ name: 'title', id: 'edit-title', label: t('document.field.title'), value: valueOf(page, 'title'), required: true, fault: page.faults['title'], autocomplete: 'off' })}
      ${choice({ name: 'kind', id: 'edit-kind', label: t('documents.kind'), options: kinds, value: valueOf(page, 'kind'), fault: page.faults['kind'] })}
      ${choice({ name: 'language', id: 'edit-language', label: t('documents.language'), options: languages, value: valueOf(page, 'language'), fault: page.faults['language'] })}
      ${choice({ name: 'audience', id: 'edit-audience', label: t('document.field.audience'), options: audiences, value: valueOf(page, 'audience'), fault: page.faults['audience'] })}`,
    says: () => [
      ...changed().map((name) => t(`document.says.${name as 'title'}`, { before: shown(name, before[name]!), after: shown(name, valueOf(page, name)) })),
      ...(changed().includes('audience') ? [whoReads(t, { audience: valueOf(page, 'audience') })] : []),
    ],
    send: async () => {
      const body = Object.fromEntries(changed().map((name) => [name, valueOf(page, name)])) as { title?: string };
      await app.api.call('changeDocument', { params: { scope: page.scope, document: document.id }, query: query(page), body });
      return 'stays';
    },
  };
}

export function remove(page: FormPage): DocumentForm {
  const { t, app, answer } = page;
  const { title, id } = answer.document;
  return {
    heading: t('document.delete'),
    save: t('document.delete'),
    ending: true,
    fields: () => nothing,
    says: () => [t('document.says.delete', { title })],
    send: async () => {
      await app.api.call('deleteDocument', { params: { scope: page.scope, document: id } });
      return 'document-gone';
    },
  };
}

export function deleteComment(page: FormPage, { id, text }: DocumentComment): DocumentForm {
  const { t, app } = page;
  return {
    heading: t('document.comment.delete'),
    save: t('document.comment.delete'),
    ending: true,
    fields: () => html`<blockquote class="document-quote" dir="auto">${text}</blockquote>`,
    says: () => [t('document.says.comment')],
    send: async () => {
      await app.api.call('deleteDocumentComment', { params: { ...of(page), entry: id }, query: query(page) });
      return 'stays';
    },
  };
}
