/** The product with the published sample country, for a file of the project `product`. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startProduct as start, type Product } from '../../scripts/browser.ts';

/** Starts `npm start`'s script on a copy of the sample's store, which goes with it. */
export async function startProduct(): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'codmap-browser-'));
  const remove = () => rmSync(data, { recursive: true, force: true });
  try {
    cpSync(inject('sample'), data, { recursive: true, preserveTimestamps: true });
    const product = await start({ data });
    return { ...product, stop: () => product.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
