/** What the pages of documents say, and the choices that several of them offer. */
import type { Audience, DocumentKind } from '../../../server/contract/documents/documents.ts';
import type documentMessages from '../../../server/words/en/interface/workgroup/documents.ts';
import { KINDS_IN_ORDER, kindText, type PapersKey } from '../../kit/workgroup/papers.ts';
import type { Translate } from '../../i18n/translate.ts';

export type DocumentsKey = keyof typeof documentMessages | PapersKey;
export type Words = Translate<DocumentsKey>;

type Choices<T> = (readonly [value: T, text: string])[];

export const kindChoices = (t: Words): Choices<DocumentKind> => KINDS_IN_ORDER.map((kind) => [kind, kindText(t, kind)]);
/** Who reads a document once it is approved, widest first. */
export const audienceChoices = (t: Words): Choices<Audience> =>
  (['public', 'members', 'group'] as const).map((audience) => [audience, t(`document.audience.${audience}`)]);
