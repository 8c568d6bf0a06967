/** The state of a review on the page of its version, and the changes to it. */
import { nothing, type TemplateResult } from 'lit';
import type { GroupName } from '../../../../server/contract/datasets/endorsement.ts';
import type { ReviewAnswer } from '../../../../server/contract/datasets/review.ts';
import type signoffMessages from '../../../../server/words/en/interface/workgroup/signoff.ts';
import type { CallOf } from '../../../../server/contract/route.ts';
import type { Routes } from '../../../../server/contract/routes.ts';
import { failure, valuesOf } from '../../../kit/form.ts';
import { heldOf, loadHeld, type HeldMeeting } from '../../../kit/workgroup/held.ts';
import { around } from '../../../map/layers/findings.ts';
import { isAbort } from '../../../kit/view.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { DraftReview, DraftStep } from '../../../kit/draft.ts';
import { countryOf } from '../../../kit/kinds.ts';
import { groupNameIn } from '../../../kit/facts.ts';
import type { DraftKey, DraftModel } from '../model.ts';

/** Requests whose answer is the review as it is after them. */
type Change =
  | 'requestReview'
  | 'closeReviewRequest'
  | 'addReviewComment'
  | 'changeReviewComment'
  | 'deleteReviewComment'
  | 'answerReviewPoint'
  | 'approveDraft'
  | 'withdrawApproval';
type Body<Name extends Change> = CallOf<Routes[Name]> extends { body: infer B } ? B : undefined;

export class ReviewModel implements DraftReview {
  readonly model: DraftModel;
  review: ReviewAnswer | null = null;
  /** What the last change was refused with, and by which form. */
  private refused: { form: string; error: unknown } | null = null;
  /** What it could not be read for. */
  error: unknown = null;
  isBusy = false;
  /** The thread that is being answered. */
  answering: string | null = null;
  /** In which something may have been decided; of whoever records what was. */
  meetings: readonly HeldMeeting[] = [];
  private loaded = '';

  constructor(model: DraftModel) {
    this.model = model;
  }

  get t(): Translate<DraftKey | keyof typeof signoffMessages> {
    return this.model.t;
  }

  nameOf(group: GroupName): string {
    return groupNameIn(group, this.model.app.language);
  }

  /** Once for each state of the version. */
  async load(): Promise<void> {
    const { model } = this;
    const { version } = model;
    if (!version || !model.may('draft.read')) return;
    const state = JSON.stringify([version.version, version.status, version.metadata, version.artifacts.map(({ sha256 }) => sha256)]);
    if (state === this.loaded) return;
    this.loaded = state;
    this.error = null;
    try {
      this.review = await model.app.api.call('getDraftReview', { params: this.params, signal: model.signal });
      if (this.review.may.endorse) this.meetings = await loadHeld(model.app, countryOf(version.dataset).toUpperCase(), model.signal);
    } catch (error) {
      this.loaded = '';
      if (!isAbort(error)) this.error = error;
    }
    model.host.requestUpdate();
  }

  private get params() {
    const { dataset, version } = this.model.version!;
    return { id: dataset as string, version: version as string };
  }

  /** @param form by which it is told what went wrong. @returns whether it was done */
  async change<Name extends Change>(form: string, name: Name, body: Body<Name>, entry?: string): Promise<boolean> {
    const { model } = this;
    this.isBusy = true;
    this.refused = null;
    model.host.requestUpdate();
    try {
      const said = { params: { ...this.params, ...(entry === undefined ? {} : { entry }) }, ...(body === undefined ? {} : { body }) };
      this.review = (await model.app.api.call(name, said as never)) as ReviewAnswer;
      return true;
    } catch (error) {
      this.refused = { form, error };
      return false;
    } finally {
      this.isBusy = false;
      model.host.requestUpdate();
    }
  }

  /** A form that changes the review, and is empty again where it did. */
  readonly submit =
    <Name extends Change>(form: string, name: Name, toBody: (values: Record<string, string>, submitter: HTMLElement | null) => Body<Name>) =>
    async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const element = event.currentTarget as HTMLFormElement;
      if (await this.change(form, name, toBody(valuesOf(element), event.submitter))) {
        element.reset();
        this.answering = null;
        this.model.host.requestUpdate();
      }
    };

  /** What a group decided is told with the version. */
  async endorse(form: HTMLFormElement): Promise<void> {
    const { group = '', date = '', meeting = '', held = '', text = '' } = valuesOf(form);
    await this.told('endorse', async () => {
      const body = { group, date, meeting: meeting || null, held: heldOf(held), text: text || null };
      this.model.setVersion(await this.model.app.api.call('endorseVersion', { params: this.params, body }));
      form.reset();
    });
  }

  async withdrawEndorsement(entry: string): Promise<void> {
    await this.told('endorse', async () => {
      this.model.setVersion(await this.model.app.api.call('withdrawEndorsement', { params: { ...this.params, entry } }));
    });
  }

  private async told(form: string, work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.refused = null;
    await work().catch((error: unknown) => (this.refused = { form, error }));
    this.isBusy = false;
    this.model.host.requestUpdate();
  }

  refusal(form: string): TemplateResult | typeof nothing {
    return this.refused?.form === form ? failure(this.refused.error, this.t as never) : nothing;
  }

  /** What is left before the rules of the group hold; null where they do, or where there are none. */
  step(): DraftStep | null {
    const { review, t, model } = this;
    const open = review?.rules.filter(({ obstacles }) => obstacles.length > 0) ?? [];
    if (open.length === 0 || model.version?.status !== 'draft') return null;
    const count = open.reduce((sum, { needs, has }) => sum + Math.max(0, needs - has), 0);
    const label = count > 0 ? t('step.signoff', { count }) : t('step.signoff.open');
    return { id: 'signoff', label, rows: null, run: () => model.showTab('review'), permission: 'draft.read' };
  }

  /** Goes to a place on the map, with some ground around it. */
  showPlace(lon: number, lat: number): void {
    this.model.map.fit(around([lon, lat, lon, lat]));
  }

  /** Opens a finding of the list, at one of its occurrences. */
  async showFinding(number: number, item: string | null): Promise<void> {
    const { model } = this;
    model.showTab('findings');
    model.openFound(number, true);
    if (item !== null) await model.occurrences.load(number, (items) => items.some(({ id }) => id === item));
    const found = model.listed.find((each) => each.item.id === item);
    if (found) model.choose(found.item);
  }
}
