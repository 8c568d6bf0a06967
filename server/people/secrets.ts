/** Texts that open something: 256 random bits, of which the hash alone is kept. */
import { createHash, randomBytes } from 'node:crypto';

export const secretText = () => randomBytes(32).toString('base64url');
/** No slow hash is needed: there is nothing to guess. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
