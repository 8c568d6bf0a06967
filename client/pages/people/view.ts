/** What the pages of people have in common: requests whose failure is shown in words, under the field it is about where there is one. */
import { nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type accountMessages from '../../../server/words/en/interface/account.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type peopleMessages from '../../../server/words/en/interface/people.ts';
import { failure } from '../../kit/form.ts';
import { View } from '../../kit/view.ts';
import { createWork, type Work } from '../../kit/work.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fieldFaults, sentenceOf } from './problems.ts';

export type PeopleKey = keyof typeof accountMessages | keyof typeof commonMessages | keyof typeof peopleMessages;

export abstract class PeopleView extends View<PeopleKey> {
  static override properties: PropertyDeclarations = { busy: { state: true }, error: { state: true } };
  declare protected busy: boolean;
  declare protected error: unknown;

  constructor() {
    super();
    this.busy = false;
    this.error = null;
  }

  protected get work(): Work {
    return createWork(this.app.api);
  }

  /** Runs a request; its failure is kept to be shown, and the first field that is wrong takes the focus. @returns whether it went well. */
  protected async attempt(run: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await run();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
      await this.updateComplete;
      if (this.error) this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    }
  }

  /** Sentences by the name of the field they are about. */
  protected get faults(): Record<string, string> {
    return fieldFaults(this.error, this.t as unknown as Translate, this.app.format);
  }

  /** What no field says. */
  protected failure(): TemplateResult | typeof nothing {
    const t = this.t as unknown as Translate;
    return Object.keys(this.faults).length > 0 ? nothing : failure(this.error, t, sentenceOf(this.error, t, this.app.format));
  }

  protected copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.app.toast(this.t('copied')),
      () => undefined,
    );
  }
}
