/** A draft of a layer as the page of drafts shows it: what its columns hold, and what is asked of them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LayerColumnRole } from '../../../../server/contract/overlays/layer.ts';
import type { ColumnsOfKind } from '../../../kit/columns/editor.ts';
import { ColumnsTab } from '../../../kit/columns/tab.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftStep } from '../../../kit/draft.ts';

const ROLES = ['ignore', 'keep', 'lon', 'lat', 'point', 'wkt', 'name', 'class', 'size', 'pcode', 'date'] as const satisfies readonly LayerColumnRole['is'][];

const layerColumns: ColumnsOfKind<LayerColumnRole> = {
  roles: (t) => ROLES.map((is) => [is, t(`columns.role.${is}`)]),
  start: (is) => ({ is }),
  renderMore: () => nothing,
};

export class LayerDraft implements DraftPart {
  readonly page: DraftPage;
  readonly painting = null;
  private readonly tab: ColumnsTab<LayerColumnRole>;

  constructor(page: DraftPage) {
    this.page = page;
    this.tab = new ColumnsTab(page, layerColumns);
  }

  async load({ version }: DraftOf): Promise<void> {
    this.tab.load(version, await readColumns(this.page, version));
    this.page.changed();
  }

  steps(): DraftStep[] {
    const { page } = this;
    const count = this.tab.questions.length;
    if (count === 0) return [];
    const rows = this.tab.questions.reduce((most, each) => Math.max(most, each.rows), 0);
    return [{ id: 'questions', label: page.t('step.questions', { count }), rows, run: () => page.showTab('columns'), permission: 'upload.create' }];
  }

  renderColumns = (): TemplateResult => html`${this.tab.render()}`;
  showLevel(): void {}
  legend = () => null;
  linesOf = (): string[] => [];
}
