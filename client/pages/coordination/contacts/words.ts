/** What the pages of contacts say. Types only. */
import type contactMessages from '../../../../server/words/en/interface/workgroup/contacts.ts';
import type { CoordinationKey } from '../words.ts';

export type ContactKey = CoordinationKey | keyof typeof contactMessages;
