/** What is done with a version: findings accepted, published, discarded, withdrawn. Each asks first, and says what it did. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { VersionDiff } from '../../../server/contract/datasets/dataset.ts';
import type { ExceptionBody } from '../../../server/contract/datasets/drafts.ts';
import { BOUNDARIES, countryOf, kindOf } from '../../kit/kinds.ts';
import '../../kit/versions/bump.ts';
import type { BumpChoice } from '../../kit/versions/bump.ts';
import '../../kit/sensitivity/element.ts';
import type { DraftModel } from './model.ts';

export async function accept(model: DraftModel, body: Omit<ExceptionBody, 'reason'>, words: string): Promise<void> {
  const { t, work, datasetId, tag } = model;
  const done = await model.host.ask({
    heading: t('finding.accept.title'),
    lead: t('finding.accept.lead'),
    quote: words,
    action: t('finding.accept'),
    required: true,
    run: (reason) => work.acceptFindings(datasetId, tag, { ...body, reason }),
  });
  if (done) await model.refresh(done);
}

export async function undo(model: DraftModel, exception: string): Promise<void> {
  const { app, work, datasetId, tag } = model;
  await work.undoException(datasetId, exception).catch((error: Error) => app.toast(error.message));
  await model.refresh(await app.api.getVersion(datasetId, tag));
}

export async function publish(model: DraftModel): Promise<void> {
  const { t, work, datasetId, tag } = model;
  // Only those who may read drafts are here, and they are told what was found.
  const { publishable, errors } = model.version!.report!;
  const lead = publishable ? readyText(model) : errors ? t('draft.not-ready', { count: errors }) : t('draft.crashed');
  const bump = createRef<BumpChoice>();
  const done = await model.host.ask({
    heading: t('draft.publish'),
    lead,
    more: model.part?.changesText?.() ?? null,
    beside: html`<section class="draft-sensitivity">
      <h3>${t('sharing.dataset')}</h3>
      <data-sensitivity .app=${model.app} .t=${t} .about=${datasetId} .version=${tag} .name=${model.version!.dataset}></data-sensitivity>
    </section>`,
    action: t('draft.publish'),
    required: !publishable,
    after: renderBump(model, bump),
    run: (reason) => work.publish(datasetId, tag, reason, bump.value?.said),
  });
  if (!done) return;
  model.setVersion(done);
  model.app.toast(t('draft.published', { version: tag }));
}

/** Of boundaries that were compared. */
function renderBump({ version, t, tag }: DraftModel, at: Ref<BumpChoice>): TemplateResult | typeof nothing {
  const diff = version!.diff as VersionDiff | null;
  if (!diff || kindOf(version!.dataset) !== BOUNDARIES || version!.publishedAt !== null) return nothing;
  return html`<bump-choice ${ref(at)} .t=${t} .proposal=${diff.bump} .reasons=${diff.reasons ?? []} .version=${tag}></bump-choice>`;
}

/** What is left undone is said once more. */
function readyText({ steps, t, app }: DraftModel): string {
  const left = steps.map((step) => step.label);
  return left.length > 0 ? t('draft.left', { steps: app.format.list(left) }) : t('draft.ready');
}

/** Takes a draft away that was never public; its tag is free again. */
export async function discard(model: DraftModel): Promise<void> {
  const { t, app, work, datasetId, tag } = model;
  const done = await model.host.ask({
    heading: t('draft.discard'),
    lead: t('draft.discard.lead', { version: tag }),
    action: t('draft.discard'),
    required: null,
    run: async () => {
      // What is asked of a draft that has gone would come back as a failure.
      await model.loading;
      await work.discard(datasetId, tag);
      return model.version!;
    },
  });
  if (!done) return;
  app.toast(t('draft.discarded', { version: tag }));
  app.navigate(app.href(`/c/${countryOf(datasetId)}/${model.host.params['dataset']}`));
}

export async function withdraw(model: DraftModel): Promise<void> {
  const { t, work, datasetId, tag } = model;
  const isDraft = model.version!.publishedAt === null;
  const done = await model.host.ask({
    heading: t(isDraft ? 'draft.withdraw.draft' : 'draft.withdraw'),
    lead: t(isDraft ? 'draft.withdraw.draft.lead' : 'draft.withdraw.lead'),
    action: t(isDraft ? 'draft.withdraw.draft' : 'draft.withdraw'),
    required: true,
    run: (reason) => work.withdraw(datasetId, tag, reason),
  });
  if (!done) return;
  model.setVersion(done);
  model.app.toast(t('draft.withdrawn', { version: tag }));
}
