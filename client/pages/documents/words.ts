/** What the pages of documents say. Types only. */
import type documentMessages from '../../../server/words/en/interface/documents.ts';
import type { PapersKey } from '../../kit/workgroup/papers.ts';
import type { Translate } from '../../i18n/translate.ts';

export type DocumentsKey = keyof typeof documentMessages | PapersKey;
export type Words = Translate<DocumentsKey>;
