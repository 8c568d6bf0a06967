/** The Cache-Control policies and everything about ETags, in one place. */
import { createHash } from 'node:crypto';
import type { CachePolicy } from '../contract/route.ts';

export type { CachePolicy };

export const CACHE = {
  /** What never changes under its address: tiles, files and units of a concrete version, hashed assets. */
  immutable: 'public, max-age=31536000, immutable',
  /** What follows `current`: at most a minute old. */
  minute: 'public, max-age=60',
  /** Kept, but asked for each time: a 304 costs no body. */
  revalidate: 'no-cache',
  /** Answers that only one person may see, and problems. */
  never: 'no-store',
  /** What holds personal data (docs/groups.md). */
  private: 'private, no-store',
} as const satisfies Record<CachePolicy, string>;

/** Whether anybody may keep an answer. */
export const isKept = (cache: CachePolicy): boolean => cache !== 'never' && cache !== 'private';

/** ETag of an answer made on the fly. Weak, because its encodings (br, gzip, none) differ byte by byte. */
export function toWeakEtag(body: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** RFC 9110 §13.1.2: a list of tags or `*`, compared weakly. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  // The usual header is exactly the tag we gave.
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare);
}

/** RFC 9110 §12.5.3, for one coding. No header means that any coding will do. */
export function acceptsEncoding(header: string | undefined, coding: 'gzip' | 'br'): boolean {
  if (header === undefined) return true;
  let star = false;
  for (const part of header.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map((text) => text.trim());
    if (name !== coding && name !== '*' && !(coding === 'gzip' && name === 'x-gzip')) continue;
    const q = parameters.find((text) => text.startsWith('q='));
    const wanted = q === undefined || Number(q.slice(2)) > 0;
    if (name !== '*') return wanted;
    star = wanted;
  }
  return star;
}
