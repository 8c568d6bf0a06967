/** What the server refused of a person, by field of the form; of addresses and numbers by their place in it. */
import { ApiProblem } from '../api.ts';
import { faultsOf } from '../form.ts';
import type { PersonWords } from './form.ts';

/** Faults that have a sentence of their own on the page. */
const SAID: Record<string, 'entry.fault.name' | 'entry.fault.value' | 'entry.fault.languages'> = {
  name: 'entry.fault.name',
  contacts: 'entry.fault.value',
  languages: 'entry.fault.languages',
};

/** @returns sentences by field: `contacts.1` is the second address or number that was sent */
export function personFaults(error: unknown, t: PersonWords): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const faults = Object.fromEntries(Object.entries(faultsOf(error)).map(([field, detail]) => [field, SAID[field] ? t(SAID[field]) : detail]));
  for (const { pointer } of error.problem.errors ?? []) {
    const [, at] = /^\/contacts\/(\d+)/.exec(pointer) ?? [];
    if (at !== undefined) {
      faults[`contacts.${at}`] = t('entry.fault.value');
      delete faults['contacts'];
    }
  }
  return faults;
}
