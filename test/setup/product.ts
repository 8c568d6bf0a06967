/** The product with the published sample country, for a file of the project `product`. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Product } from '../../scripts/browser.ts';
import { startKeptProduct } from '../helpers/beside/product.ts';
import type { Person } from '../helpers/member.ts';

/** Starts the product on a copy of the sample's store, in which nobody has an account; the copy goes with it. */
export const startProduct = (): Promise<Product> => untilMade().then((made) => startOn(join(made, 'open')));

/** The same where Amina is the administrator and has signed in: making an account takes longer than starting the product. */
export async function startSignedIn(): Promise<{ product: Product; person: Person }> {
  const made = await untilMade();
  const product = await startOn(join(made, 'signedIn'));
  return { product, person: { name: 'Amina', headers: { cookie: readFileSync(join(made, 'cookie'), 'utf8'), origin: product.url } } };
}

/** The folder of both stores, once it is there (test/setup/sample.ts). */
async function untilMade(): Promise<string> {
  const { made, failed } = inject('sample');
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`The sample country was not made: ${readFileSync(failed, 'utf8')}`);
    await sleep(100);
  }
  return made;
}

async function startOn(store: string): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'codmap-browser-'));
  const remove = () => rmSync(data, { recursive: true, force: true });
  try {
    cpSync(store, data, { recursive: true, preserveTimestamps: true });
    const product = await startKeptProduct(data);
    return { ...product, stop: () => product.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
