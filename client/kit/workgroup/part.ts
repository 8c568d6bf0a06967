/** One request of a page, apart from the others: what has come, or why nothing did. A page of several stands while some are on their way. */
import { html, type TemplateResult } from 'lit';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isAbort } from '../view.ts';

export class Part<T> {
  /** null while it is on its way, and where it failed. */
  value: T | null = null;
  error: unknown = null;
  private readonly changed: () => void;

  /** @param changed called whenever there is something new to draw */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** What was there stays until the new answer has come. */
  async load(answer: Promise<T>): Promise<void> {
    this.error = null;
    try {
      this.value = await answer;
    } catch (error) {
      if (isAbort(error)) return;
      this.error = error;
    }
    this.changed();
  }
}

/**
 * A section that comes apart from its page: while it is on its way, where it failed, and as it is.
 * @param loading said to readers of the screen while it is on its way
 */
export function renderPart<T>(
  t: Translate<keyof typeof commonMessages>,
  { value, error }: Part<T>,
  loading: string,
  retry: () => void,
  draw: (value: T) => TemplateResult,
): TemplateResult {
  if (value !== null) return draw(value);
  if (error) return html`<p class="muted" role="alert">${t('state.failed.detail')} <button class="link" @click=${retry}>${t('state.retry')}</button></p>`;
  return html`<p class="part-wait" role="status"><span class="spinner"></span><span class="visually-hidden">${loading}</span></p>`;
}
