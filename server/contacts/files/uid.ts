/** Identifiers of cards: the same person and the same group have the same in every file, so that an address book replaces what it has. */
import { createHash } from 'node:crypto';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** `urn:uuid:…`: the id itself where it is one, else one made from it (RFC 9562 §5.5, version 5). */
export function toUrn(scope: string, id: string): string {
  if (UUID.test(id)) return `urn:uuid:${id.toLowerCase()}`;
  const bytes = createHash('sha1').update(`codmap:${scope}:${id}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
