/** By which version of the boundaries the codes of a 3W are meant, and how that is known: the code of a unit that lost ground since says something else in each. */
import type { VersionTag } from '../ids.ts';

/**
 * `codes`: it explains most rows; `same`: several explain as many, and no row would lie elsewhere by another of them; `asked`: several explain as many
 * and rows would lie elsewhere, so a person is asked; `before`: as a person said of the last file of this layout; `said`: by a person.
 */
export const CODED_HOW = ['codes', 'same', 'asked', 'before', 'said'] as const;

export interface CodedEdition {
  version: VersionTag;
  /** From which day it is valid, as its metadata say. */
  validOn: string | null;
  /** Rows all of whose codes are codes of this version. */
  explained: number;
}

export interface CodedBy {
  version: VersionTag;
  how: (typeof CODED_HOW)[number];
  /** Rows that state a code of any version, below the country. */
  rows: number;
  /** Rows whose units are other ground in another version that explains as many: those that hang on the answer. */
  differing: number;
  /** Versions that the file may be coded by, newest first; the first was current when the file was read. */
  editions: CodedEdition[];
}
