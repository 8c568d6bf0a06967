/** The product with the published sample country, for a file of the project `product`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startProduct as start, type Product } from '../../scripts/browser.ts';
import type { Person } from '../helpers/member.ts';

/** Starts `npm start`'s script on a copy of the sample's store, in which nobody has an account; the copy goes with it. */
export const startProduct = (): Promise<Product> => startOn(inject('sample').open, false);

/** The same where Amina is the administrator and has signed in: making an account takes longer than starting the product. */
export async function startSignedIn(): Promise<{ product: Product; person: Person }> {
  const { signedIn, cookie } = inject('sample');
  const product = await startOn(signedIn, true);
  return { product, person: { name: 'Amina', headers: { cookie, origin: product.url } } };
}

async function startOn(store: string, hasAdmin: boolean): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'codmap-browser-'));
  const remove = () => rmSync(data, { recursive: true, force: true });
  try {
    cpSync(store, data, { recursive: true, preserveTimestamps: true });
    const product = await start({ data, hasAdmin });
    return { ...product, stop: () => product.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
