/** Texts of a publisher: those that come with the program (data/disclaimers), or those of whoever runs the server. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { publisherFile, PUBLISHERS, type PublisherFile, type PublisherKey } from '../contract/maps/disclaimers.ts';
import fao from '../../data/disclaimers/fao.json' with { type: 'json' };
import ifrc from '../../data/disclaimers/ifrc.json' with { type: 'json' };
import un from '../../data/disclaimers/un.json' with { type: 'json' };

/** Ready to be said. Plain data: threads are given it. */
export interface Publisher extends Pick<PublisherFile, 'name' | 'general' | 'notes' | 'nearest'> {
  /** Another text wherever one of its texts is another. */
  stamp: string;
}

/** Why a file of texts cannot be used. */
export class DisclaimersError extends Error {}

const FILES: Record<PublisherKey, unknown> = { un, ifrc, fao };
const made = new Map<PublisherKey, Publisher>();

/** Of those that come with the program. */
export function publisherOf(key: PublisherKey): Publisher {
  let publisher = made.get(key);
  if (!publisher) made.set(key, (publisher = complete(publisherFile.parse(FILES[key]))));
  return publisher;
}

/** @throws DisclaimersError with words for whoever runs the server */
export function readPublisher(path: string): Publisher {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DisclaimersError(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
  const parsed = publisherFile.safeParse(said);
  if (parsed.success) return complete(parsed.data);
  const faults = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'file'}: ${message}`);
  throw new DisclaimersError(`${path} is no file of disclaimers: ${faults.join('; ')}`);
}

function complete({ name, general, notes, nearest, extends: of }: PublisherFile): Publisher {
  const below = of && publisherOf(of);
  const whole = { name, general, notes: { ...below?.notes, ...notes }, nearest: { ...below?.nearest, ...nearest } };
  return { ...whole, stamp: createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, 12) };
}

export { PUBLISHERS };
