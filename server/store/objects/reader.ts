/** What an answer needs of the object store: bytes by key, as a stream. */
import type { ObjectStore } from './files.ts';

export type ObjectReader = Pick<ObjectStore, 'stream' | 'read'>;
