/** The secret of a source: encrypted with that of the server (AES-256-GCM), bound to its source, so that it cannot be moved to another one. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Auth } from '../contract/harvest/harvest.ts';

const keyOf = (secret: string) => createHash('sha256').update(`harvest ${secret}`).digest();

/** Another text each time. */
export function sealSecret(value: string, source: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv).setAAD(Buffer.from(source));
  const bytes = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64url');
}

/** null where it was sealed with another secret, or for another source. */
export function unsealSecret(sealed: string, source: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12)).setAAD(Buffer.from(source));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** As the other side expects it. A secret with a line break would be a header of its own. */
export function toHeaders(auth: Auth, secret: string | null): Record<string, string> {
  if (auth === 'none' || secret === null) return {};
  const said = secret.replace(/[^\x20-\x7e]/g, '');
  switch (auth) {
    case 'token':
      return { authorization: `Token ${said}` };
    case 'bearer':
      return { authorization: `Bearer ${said}` };
    case 'basic':
      return { authorization: `Basic ${Buffer.from(secret, 'utf8').toString('base64')}` };
    default:
      return { authorization: said };
  }
}
