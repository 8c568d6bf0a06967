/** What a draft of boundaries changes against the published version: to be looked through before it is published, and one sentence. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DatasetAnswer, VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type { VersionDiff } from '../../../../server/contract/datasets/dataset.ts';
import type changeMessages from '../../../../server/words/en/interface/changes.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type draftMessages from '../../../../server/words/en/interface/draft.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import { Comparison } from '../../../kit/versions/changes/comparison.ts';
import '../../../kit/versions/changes/element.ts';
import type { ChosenChange } from '../../../kit/versions/changes/view.ts';
import { countsOf, totalOf } from './changed.ts';

type Words = Translate<keyof typeof changeMessages | keyof typeof commonMessages | keyof typeof draftMessages>;

export class Changes {
  private readonly page: DraftPage;
  private version: VersionAnswer | null = null;
  private before: VersionAnswer | null = null;
  /** What it can be compared with. */
  private versions: DatasetAnswer['versions'] = [];
  private isSeen = false;
  readonly comparison: Comparison;

  constructor(page: DraftPage) {
    this.page = page;
    this.comparison = new Comparison(page);
  }

  load(version: VersionAnswer, before: VersionAnswer | null): void {
    const { page } = this;
    const isSame = JSON.stringify(version.diff) === JSON.stringify(this.version?.diff);
    this.version = version;
    this.before = before;
    this.isSeen &&= isSame;
    this.versions = before ? [before] : [];
    page.app.api.getDataset(version.dataset, page.signal).then(
      ({ versions }) => {
        this.versions = versions;
        page.changed();
      },
      // It can still be compared with the version that is current.
      () => {},
    );
  }

  private get diff(): VersionDiff | null {
    return (this.version?.diff as VersionDiff | null | undefined) ?? null;
  }

  private get t(): Words {
    return this.page.t as never;
  }

  /** How many changes wait to be looked through. */
  get waiting(): number {
    return this.isSeen || !this.diff ? 0 : totalOf(this.diff);
  }

  /** For the question before publishing; null where nothing was published before. */
  get sentence(): string | null {
    const { diff, t } = this;
    if (!diff) return null;
    const changes = countsOf(diff).map(({ kind, count }) => t(`changes.${kind}`, { count }));
    return changes.length === 0
      ? t('changes.sentence.none', { version: diff.against })
      : t('changes.sentence', { version: diff.against, changes: this.page.app.format.comma(changes) });
  }

  render(): TemplateResult {
    const { diff, before, version, versions, page, t } = this;
    if (!diff || !version) return html`<p class="muted">${t('figures.first')}</p>`;
    if (!this.isSeen) {
      this.isSeen = true;
      // The next step is another one now.
      queueMicrotask(() => page.changed());
    }
    const isStale = before !== null && before.version !== diff.against;
    return html`${isStale && version.status === 'draft' ? html`<p class="notice notice-warning">${t('changes.stale', { version: diff.against, current: before.version })}</p>` : nothing}
      <version-changes
        .app=${page.app}
        .t=${page.t}
        .about=${version.dataset}
        .version=${version.version}
        .against=${diff.against}
        .called=${version.bump}
        .versions=${versions}
        .key=${version.artifacts.find(({ kind }) => kind === 'geometry')?.sha256 ?? ''}
        .show=${(change: ChosenChange) => void this.comparison.choose(change)}
        .compare=${(from: string | null) => void this.comparison.open(version.dataset, from)}
      ></version-changes>`;
  }
}
