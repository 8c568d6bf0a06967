/** Who asks, found anew at each request: what they may read and do follows from what they hold at this moment. */
import type { Request, Response } from 'express';
import type { Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import type { Groups } from '../groups/service.ts';
import { requireRight, type Rights, type WhoMay } from '../groups/who.ts';
import { reply } from '../http/serve.ts';
import type { Telling } from './answers.ts';
import { editionsSeen, isSeen } from './answers.ts';
import { getEdition, unknownDocument } from './checks.ts';
import type { StoredDocument, StoredEdition } from './model.ts';
import type { Documents } from './service.ts';
import type { Acting } from './store.ts';

export interface OpenDeps {
  documents: Documents;
  groups: Pick<Groups, 'read'>;
  whoMay: WhoMay;
}

export interface Opened {
  rights: Rights;
  telling: Telling;
  acting: Acting;
}

export type Open = ReturnType<typeof createOpen>;

export function createOpen({ documents, groups, whoMay }: OpenDeps) {
  /** @param actor of a route that asks for a permission */
  async function open(request: Request, scope: Scope, lang: Lang, actor: { id: string } | null = null): Promise<Opened> {
    const structure = await groups.read(scope);
    const rights = await whoMay(request, scope);
    const account = rights.member?.id ?? null;
    const asker = await documents.askerOf(scope, rights, structure);
    const telling: Telling = { scope, structure, asker, account, names: new Map(), now: documents.now(), lang };
    return { rights, telling, acting: documents.acting(scope, actor?.id ?? account) };
  }

  /** Strangers are told no name. */
  async function withNames(telling: Telling, accounts: readonly (string | null)[]): Promise<Telling> {
    return telling.asker.member ? { ...telling, names: await documents.readNames(accounts) } : telling;
  }

  /** @throws NotFoundError `document.unknown`, also where it is not for the one who asks */
  async function find(telling: Telling, id: string): Promise<StoredDocument> {
    const [document] = await documents.read(telling.scope, id);
    if (!document || !isSeen(telling, document)) throw unknownDocument(id);
    return document;
  }

  return {
    open,
    withNames,
    find,

    /** @throws NotFoundError `document.unknown`, `document.no-current` */
    async findEdition(telling: Telling, id: string, version: string): Promise<{ document: StoredDocument; edition: StoredEdition }> {
      const document = await find(telling, id);
      const edition = getEdition(document, version);
      if (!editionsSeen(telling, document).includes(edition)) throw unknownDocument(id);
      return { document, edition };
    },

    /** @throws NotFoundError, and ForbiddenError `group.forbidden` unless one keeps the records of its group */
    async findToRecord({ rights, telling }: Opened, id: string): Promise<StoredDocument> {
      const document = await find(telling, id);
      requireRight(rights, telling.asker.records(document.group));
      return document;
    },
  };
}

/** Accounts that an answer about a document may name. */
export const accountsOf = ({ editions, comments }: Pick<StoredDocument, 'editions' | 'comments'>): (string | null)[] => [
  ...editions.flatMap(({ draftedBy, reviewedBy, approvedBy, endorsements }) => [draftedBy, reviewedBy, approvedBy, ...endorsements.map(({ by }) => by)]),
  ...comments.flatMap(({ by, resolvedBy }) => [by, resolvedBy]),
];

/** The answer depends on who asks: what members are told no cache may hold. */
export function told<T>(response: Response, { asker, account }: Telling, body: T, status?: number) {
  response.vary('Cookie');
  response.vary('Authorization');
  return reply(body, { ...(asker.member || account !== null ? { cache: 'private' as const } : {}), ...(status === undefined ? {} : { status }) });
}
