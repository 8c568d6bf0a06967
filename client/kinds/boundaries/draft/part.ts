/** A draft of boundaries as the page of drafts shows it: its findings tell what it holds; its layers and columns can be corrected. */
import { nothing, type TemplateResult } from 'lit';
import type { BoundaryColumnRole, BoundaryLayer } from '../../../../server/contract/boundaries/columns.ts';
import { ColumnsTab, type SaidBeside } from '../../../kit/columns/tab.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftRepairs, type DraftStep } from '../../../kit/draft.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type { RepairTab } from '../repair/tab.ts';
import { Changes } from './changes.ts';
import { boundaryColumns } from './columns.ts';
import { isInDoubt, keyOf, renderLayer, withLayerEdit, type LayerEdits } from './layers.ts';

export class BoundaryDraft implements DraftPart {
  readonly painting = null;
  private readonly page: DraftPage;
  private readonly tab: ColumnsTab<BoundaryColumnRole>;
  private readonly changes: Changes;
  private layers: readonly BoundaryLayer[] = [];
  private version: VersionAnswer | null = null;
  private repairs: RepairTab | null = null;
  private isOpening = false;
  private said: LayerEdits = new Map();

  constructor(page: DraftPage) {
    this.page = page;
    this.tab = new ColumnsTab(page, boundaryColumns, () => this.beside());
    this.changes = new Changes(page);
  }

  async load({ version, before }: DraftOf): Promise<void> {
    this.changes.load(version, before);
    this.version = version;
    void this.repairs?.load(version);
    const read = await readColumns(this.page, version);
    this.tab.load(version, read);
    this.layers = read.layers ?? [];
    this.said = new Map();
    this.page.changed();
  }

  private beside(): SaidBeside {
    const { page, said } = this;
    return {
      count: said.size,
      body: { layers: [...said.values()] },
      isDoubtful: (file, sheet) => this.layers.some((each) => each.file === file && each.layer === sheet && isInDoubt(each)),
      renderTable: (file, sheet, busy) => {
        const layer = this.layers.find((each) => each.file === file && each.layer === sheet);
        if (!layer) return nothing as never;
        return renderLayer(page.t as never, layer, said.get(keyOf(layer)), busy, (edit) => {
          this.said = withLayerEdit(this.said, layer, edit);
          page.changed();
        });
      },
    };
  }

  steps(): DraftStep[] {
    const { page, changes } = this;
    const count = changes.waiting;
    if (count === 0) return [];
    return [{ id: 'changes', label: page.t('step.changes', { count }), rows: null, run: () => page.showTab('changes'), permission: 'draft.read' }];
  }

  changesText(): string | null {
    return this.changes.sentence;
  }

  /** Its code comes when its tab is opened. */
  openRepairs(): DraftRepairs | null {
    if (!this.repairs && !this.isOpening) {
      this.isOpening = true;
      void import('../repair/tab.ts').then(({ RepairTab }) => {
        this.repairs = new RepairTab(this.page);
        if (this.version) void this.repairs.load(this.version);
        this.page.changed();
      });
    }
    return this.repairs;
  }

  get comparison() {
    return this.changes.comparison;
  }

  renderChanges(): TemplateResult {
    return this.changes.render();
  }

  renderColumns(): TemplateResult {
    return this.tab.render();
  }

  showLevel(): void {}

  legend(): null {
    return null;
  }

  linesOf(): [] {
    return [];
  }
}
