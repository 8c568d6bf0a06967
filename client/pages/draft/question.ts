/** What the page asks before it does what cannot be undone by a click. */
import type { nothing, TemplateResult } from 'lit';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';

/** Asks for a reason, then does what it is for. */
export interface Question {
  heading: string;
  lead: string;
  /** One sentence more. */
  more?: string | null;
  /** In the form, below the reason. */
  after?: TemplateResult | typeof nothing;
  /** Beside the form, with a form of its own. */
  beside?: TemplateResult;
  /** What it is about, in the words of the report. */
  quote?: string;
  /** Label of the button that does it. */
  action: string;
  /** null: no reason is asked for. */
  required: boolean | null;
  run: (reason: string) => Promise<VersionAnswer>;
}
