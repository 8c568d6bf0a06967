/** What an answer needs of the object store: bytes by key, as a stream, once it is certain that they are the right ones. */
import type { CheckedObjects } from './checked.ts';

export type ObjectReader = Pick<CheckedObjects, 'ensure' | 'stream'>;
