/** What is done to a version: drafted, replaced, reviewed, approved, endorsed, withdrawn. Who may is asked by the routes. */
import type { GroupName } from '../contract/datasets/endorsement.ts';
import type { ApproveDocument, EndorseDocument } from '../contract/documents/documents.ts';
import { InputError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import {
  checkBasis,
  checkDraft,
  checkNoOpen,
  checkPast,
  checkResolved,
  checkRevealing,
  checkState,
  getDocument,
  getEdition,
  refused,
  unknownDocument,
} from './checks.ts';
import type { DocumentsDeps } from './deps.ts';
import { currentOf, isPublished, nextTag, openOf, type StoredDocument, type StoredEdition, type StoredFile } from './model.ts';
import type { Acting, Writer } from './store.ts';

/** A new version, of which nothing was said yet. */
export const newEdition = (version: string, file: StoredFile, note: string | null, { actor, at }: Acting): StoredEdition => ({
  version,
  state: 'draft',
  file,
  note,
  draftedBy: actor,
  draftedAt: at,
  changedAt: at,
  reviewedBy: null,
  reviewedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedOn: null,
  validFrom: null,
  reviewBy: null,
  supersedes: null,
  supersededOn: null,
  withdrawn: null,
  endorsements: [],
});

const dayOf = ({ at }: Acting) => at.slice(0, 10);

export function createEditionChanges({ store, newId, remember, checkHeld }: DocumentsDeps) {
  /** One version changed in one transaction. */
  const changeEdition = (
    acting: Acting,
    id: string,
    version: string,
    work: (document: StoredDocument, edition: StoredEdition, write: Writer) => Promise<void>,
  ) =>
    store.change(acting, async (documents, write) => {
      const document = getDocument(documents, id);
      await work(document, getEdition(document, version), write);
    });

  return {
    /** @returns its tag. @throws ConflictError `document.draft-open` */
    async draft(acting: Acting, id: string, file: StoredFile, { bump, note }: { bump: 'major' | 'minor'; note: string | null }): Promise<string> {
      const version = await store.change(acting, async (documents, write) => {
        const document = getDocument(documents, id);
        checkNoOpen(openOf(document));
        const tag = nextTag(
          document.editions.map((edition) => edition.version),
          bump,
        );
        await write.insertEdition(id, newEdition(tag, file, note, acting));
        await write.record({ document: id, action: 'edition.drafted', version: tag, detail: { file: file.name } });
        return tag;
      });
      await remember();
      return version;
    },

    /** @throws ConflictError `document.fixed`, `document.changed` */
    async replace(
      acting: Acting,
      id: string,
      version: string,
      file: StoredFile,
      { basis, note }: { basis?: string | undefined; note?: string | null | undefined },
    ): Promise<void> {
      await changeEdition(acting, id, version, async (_, edition, write) => {
        checkDraft(edition);
        checkBasis(edition, basis);
        await write.replaceFile(id, { ...edition, file, note: note === undefined ? edition.note : note, changedAt: acting.at });
        if (edition.file.object.sha256 !== file.object.sha256)
          await write.record({ document: id, action: 'edition.replaced', version, detail: { file: file.name } });
      });
      await remember();
    },

    /** Of a document with nothing else this leaves the document without a version. @throws ConflictError `document.state` */
    discard: (acting: Acting, id: string, version: string) =>
      changeEdition(acting, id, version, async (_, edition, write) => {
        checkState(edition, ['draft', 'reviewed']);
        await write.deleteEdition(id, version);
        await write.record({ document: id, action: 'edition.discarded', version });
      }),

    /** @throws ConflictError `document.fixed`, `document.changed`, `document.comments-open` */
    review: (acting: Acting, id: string, version: string, basis: string | undefined) =>
      changeEdition(acting, id, version, async (document, edition, write) => {
        checkDraft(edition);
        checkBasis(edition, basis);
        checkResolved(document, version);
        await write.updateEdition(id, { ...edition, state: 'reviewed', reviewedBy: acting.actor, reviewedAt: acting.at });
        await write.record({ document: id, action: 'edition.reviewed', version });
      }),

    /** @throws ConflictError `document.state`, `document.endorsed` */
    reopen: (acting: Acting, id: string, version: string) =>
      changeEdition(acting, id, version, async (_, edition, write) => {
        checkState(edition, ['reviewed']);
        if (edition.endorsements.length > 0) throw refused('document.endorsed');
        await write.updateEdition(id, { ...edition, state: 'draft', reviewedBy: null, reviewedAt: null });
        await write.record({ document: id, action: 'edition.reopened', version });
      }),

    /** It is current from now on, and the one that was is superseded. @throws ConflictError `document.not-reviewed`, `document.changed`, `document.comments-open`, `document.reveals`, InputError `document.future`, `document.review-order` */
    approve: (acting: Acting, id: string, version: string, body: ApproveDocument) =>
      changeEdition(acting, id, version, async (document, edition, write) => {
        const { approvedOn = dayOf(acting), validFrom = approvedOn, reviewBy } = body;
        checkState(edition, ['reviewed'], 'document.not-reviewed');
        checkBasis(edition, body.basis);
        checkResolved(document, version);
        checkPast(approvedOn, dayOf(acting));
        if (reviewBy !== null && reviewBy <= approvedOn) throw new InputError('document.review-order', problemText('document.review-order'));
        checkRevealing(edition, document.audience, body.accept);
        const before = currentOf(document);
        if (before) await write.updateEdition(id, { ...before, state: 'superseded', supersededOn: dayOf(acting) });
        const approved = { approvedBy: acting.actor, approvedAt: acting.at, approvedOn, validFrom, reviewBy };
        await write.updateEdition(id, { ...edition, state: 'current', ...approved, supersedes: before?.version ?? null });
        await write.record({ document: id, action: 'edition.approved', version, detail: { approvedOn, reviewBy } });
      }),

    /** @throws ConflictError `document.state` */
    withdraw: (acting: Acting, id: string, version: string, reason: string) =>
      changeEdition(acting, id, version, async (_, edition, write) => {
        checkState(edition, ['current', 'superseded']);
        await write.updateEdition(id, { ...edition, state: 'withdrawn', withdrawn: { on: dayOf(acting), reason } });
        await write.record({ document: id, action: 'edition.withdrawn', version, detail: { reason } });
      }),

    /** Of a file that is fixed. @throws ConflictError `document.state`, `document.endorsed`, InputError `document.future`, and as `checkHeld` */
    async endorse(acting: Acting, id: string, version: string, group: GroupName, { date, meeting, held, text }: EndorseDocument): Promise<void> {
      await checkHeld(acting.scope, held, group.id);
      await changeEdition(acting, id, version, async (_, edition, write) => {
        checkState(edition, ['reviewed', 'current', 'superseded']);
        checkPast(date, dayOf(acting));
        if (edition.endorsements.some((each) => each.group.id === group.id)) throw refused('document.endorsed');
        await write.insertEndorsement(id, edition.version, { id: newId(), group, date, meeting, held, text, by: acting.actor, at: acting.at });
        await write.record({ document: id, action: 'edition.endorsed', version: edition.version, detail: { group: group.id, date } });
      });
    },

    /** @throws NotFoundError `document.unknown` */
    unendorse: (acting: Acting, id: string, version: string, entry: string) =>
      changeEdition(acting, id, version, async (_, edition, write) => {
        const found = edition.endorsements.find((each) => each.id === entry);
        if (!found) throw unknownDocument(id);
        await write.deleteEndorsement(entry);
        await write.record({ document: id, action: 'edition.unendorsed', version: edition.version, detail: { group: found.group.id } });
      }),

    /** @returns whether something of it was published */
    wasPublished: (document: StoredDocument): boolean => document.editions.some(isPublished),
  };
}
