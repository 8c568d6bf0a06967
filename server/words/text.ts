/** What a sentence of the server is: the same in every language of the interface. */
import type { Lang } from '../contract/languages.ts';

export type Text = Record<Lang, string>;

export interface Message {
  /** Short label for lists: `Overlap`. */
  title: Text;
  /** One sentence: what, how many (`{count}`), where, and what to do. */
  text: Text;
}

/** The messages of one family, keyed by finding code. */
export type Messages = Record<string, Message>;
