/** What must wait and must not be read: encrypted with the secret of the server (AES-256-GCM). */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** What a text is sealed for: each has a key of its own, and `about` binds it to one thing, so that it cannot be moved to another. */
export interface Sealing {
  use: 'mail' | 'harvest';
  about?: string;
  /** Of the server. */
  secret: string;
}

const keyOf = ({ use, secret }: Sealing) => createHash('sha256').update(`${use} ${secret}`).digest();

/** @returns base64url: twelve bytes of chance, sixteen that prove it, and the text */
export function sealText(text: string, sealing: Sealing): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(sealing), iv).setAAD(Buffer.from(sealing.about ?? ''));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), bytes]).toString('base64url');
}

/** null where it was sealed with another secret, or for something else. */
export function unsealText(sealed: string, sealing: Sealing): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(sealing), bytes.subarray(0, 12)).setAAD(Buffer.from(sealing.about ?? ''));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** A value of a mail or a webhook, as JSON. */
export const seal = (value: object, secret: string): string => sealText(JSON.stringify(value), { use: 'mail', secret });

/** undefined where it was sealed with another secret. */
export function unseal(sealed: string, secret: string): unknown {
  const text = unsealText(sealed, { use: 'mail', secret });
  return text === null ? undefined : JSON.parse(text);
}
