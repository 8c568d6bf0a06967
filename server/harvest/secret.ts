/** The secret of a source: encrypted with that of the server (AES-256-GCM), bound to its source, so that it cannot be moved to another one. */
import type { Auth } from '../contract/harvest/harvest.ts';
import { sealText, unsealText } from '../store/seal.ts';

export const sealSecret = (value: string, source: string, secret: string): string => sealText(value, { use: 'harvest', about: source, secret });

/** null where it was sealed with another secret, or for another source. */
export const unsealSecret = (sealed: string, source: string, secret: string): string | null => unsealText(sealed, { use: 'harvest', about: source, secret });

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
