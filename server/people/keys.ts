/** API keys: a program acts as the member who made its key, with less. */
import type { KeyScope, Member } from '../contract/people/people.ts';
import { ForbiddenError } from '../errors.ts';
import type { Rights } from './rights.ts';
import { hashOf, secretText } from './secrets.ts';
import type { AccountStore, ApiKey } from './store.ts';

export interface KeysDeps {
  store: Pick<AccountStore, 'findKey' | 'insertKey' | 'listKeys' | 'deleteKey' | 'markKeyUsed'>;
  /** Told what went wrong beside a request, which goes on all the same. */
  onFault: (error: unknown, event: string) => void;
  now: () => Date;
  newId: () => string;
}

/** Tells a key from a session at a glance, also for scanners of leaked secrets. */
const KEY_PREFIX = 'codmap_';
const DAY_MS = 24 * 3600_000;
/** How exactly `last used` is known; to write it at each request would be a write for each read. */
const KEY_USED_MS = 60_000;

export function createKeys({ store, onFault, now, newId }: KeysDeps) {
  const marked = new Map<string, number>();

  /** `last used` is for people who look at their keys. A full disk, or another process that writes, must not stop a program that reads. */
  function markUsed(id: string, at: string): void {
    if (Date.parse(at) - (marked.get(id) ?? 0) < KEY_USED_MS) return;
    // Noted before the try, so that a disk that stays full is tried once a minute and not at every request.
    marked.set(id, Date.parse(at));
    store.markKeyUsed(id, at).catch((error: unknown) => onFault(error, 'Key:NotMarked'));
  }

  return {
    async findByKey(text: string): Promise<{ member: Member; scopes: KeyScope[] } | null> {
      if (!text.startsWith(KEY_PREFIX)) return null;
      const at = now().toISOString();
      const found = await store.findKey(hashOf(text), at);
      if (!found) return null;
      markUsed(found.key.id, at);
      return { member: found.member, scopes: found.key.scopes };
    },

    /** @throws ForbiddenError `key.scope` where it should do more than its maker may */
    async createKey(owner: Member, may: Rights['may'], about: { name: string; scopes: KeyScope[]; expiresInDays: number }): Promise<ApiKey & { key: string }> {
      const tooMuch = about.scopes.filter((scope) => !may(scope));
      if (tooMuch.length > 0)
        throw new ForbiddenError(
          'key.scope',
          `You do not have these permissions yourself: ${tooMuch.join(', ')}. A key cannot have more permissions than the person who creates it.`,
        );
      const key = KEY_PREFIX + secretText();
      const createdAt = now().toISOString();
      const entry = {
        id: newId(),
        name: about.name,
        scopes: about.scopes,
        createdAt,
        expiresAt: new Date(now().getTime() + about.expiresInDays * DAY_MS).toISOString(),
        lastUsedAt: null,
      };
      await store.insertKey({
        id: entry.id,
        key_sha256: hashOf(key),
        user_id: owner.id,
        name: entry.name,
        scopes: JSON.stringify(entry.scopes),
        created_at: createdAt,
        expires_at: entry.expiresAt,
        last_used_at: null,
      });
      return { ...entry, key };
    },
    listKeys: (owner: string) => store.listKeys(owner),
    deleteKey: (id: string, owner: string) => store.deleteKey(id, owner),
  };
}
