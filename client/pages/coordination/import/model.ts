/** A spreadsheet on its way into the structure. */
import type { ImportAnswer, StructureRole } from '../../../../server/contract/groups/imports.ts';
import { structurePath } from '../../../kit/workgroup/place.ts';
import { SheetModel, type SheetCalls } from './sheetModel.ts';

export class ImportModel extends SheetModel<StructureRole, ImportAnswer> {
  get backHref(): string {
    return this.app.href(structurePath(this.scope));
  }

  protected override readonly calls: SheetCalls<StructureRole, ImportAnswer> = {
    read: (form) => this.app.api.send('readImport', { params: { scope: this.scope }, query: this.lang, form, signal: this.aborts.signal }),
    get: (id) => this.app.api.call('getImport', { ...this.of(id), signal: this.aborts.signal }),
    say: (id, said) => this.app.api.call('answerImport', { ...this.of(id), body: said as never }),
    apply: (id, withDoubts) => this.app.api.call('applyImport', { ...this.of(id), body: { withDoubts } }),
    drop: (id) => this.app.api.call('dropImport', { params: { scope: this.scope, import: id } }),
  };

  private of(id: string) {
    return { params: { scope: this.scope, import: id }, query: this.lang };
  }
}
