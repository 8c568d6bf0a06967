/** A spreadsheet on its way into the structure: how it was read, what it would change, what is asked; nothing is changed before it is confirmed. */
import type { ImportAnswer, ImportSaid, StructureRole } from '../../../../server/contract/groups/imports.ts';
import type columnMessages from '../../../../server/words/en/interface/columns.ts';
import type importMessages from '../../../../server/words/en/interface/groupEdit.ts';
import { requireUser } from '../../../kit/api.ts';
import { answersOfColumns, type ColumnEdits } from '../../../kit/columns/editor.ts';
import { Model } from '../../../kit/model.ts';
import { isAbort } from '../../../kit/view.ts';
import { scopeOf, structurePath } from '../../../kit/workgroup/place.ts';
import type { CoordinationKey } from '../words.ts';

export type ImportKey = CoordinationKey | keyof typeof importMessages | keyof typeof columnMessages;

export class ImportModel extends Model<ImportKey> {
  imported: ImportAnswer | null = null;
  error: unknown = null;
  /** A request is on its way. */
  busy = false;
  /** Nobody knows yet whether the reader is signed in. */
  ready = false;
  isSignedIn = false;
  /** What was said of columns, and not yet sent. */
  said: ColumnEdits<StructureRole> = new Map();

  override hostConnected(): void {
    super.hostConnected();
    void this.start();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  get structureHref(): string {
    return this.app.href(structurePath(this.scope));
  }

  private async start(): Promise<void> {
    try {
      await requireUser(this.app.api, this.aborts.signal);
      this.isSignedIn = true;
      const id = this.host.query.get('import');
      if (id) await this.run(() => this.app.api.call('getImport', { params: { scope: this.scope, import: id }, query: this.lang, signal: this.aborts.signal }));
    } catch (error) {
      if (isAbort(error)) return;
    }
    this.ready = true;
    this.changed();
  }

  private get lang() {
    return { lang: this.app.language };
  }

  /** Sends a request whose answer is the import as it is then. */
  private async run(send: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.error = null;
    this.changed();
    try {
      this.imported = (await send()) as ImportAnswer;
      this.said = new Map();
      this.keepAddress();
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
    this.busy = false;
    this.changed();
  }

  /** What is open is found again at this address. */
  private keepAddress(): void {
    const query = new URLSearchParams(location.search);
    if (this.imported) query.set('import', this.imported.id);
    else query.delete('import');
    this.app.setQuery(query);
  }

  async read(file: File): Promise<void> {
    const form = new FormData();
    form.append('file', file, file.name);
    await this.run(() => this.app.api.send('readImport', { params: { scope: this.scope }, query: this.lang, form, signal: this.aborts.signal }));
  }

  async say(said: ImportSaid): Promise<void> {
    const { imported, scope } = this;
    if (!imported) return;
    await this.run(() => this.app.api.call('answerImport', { params: { scope, import: imported.id }, query: this.lang, body: said as never }));
  }

  sayColumns(): Promise<void> {
    return this.say({ columns: answersOfColumns(this.said) });
  }

  setColumns(said: ColumnEdits<StructureRole>): void {
    this.said = said;
    this.changed();
  }

  /** Leaves a change out, or takes it in again. */
  take(change: string, isTaken: boolean): Promise<void> {
    const left = this.imported!.changes.filter(({ id, taken }) => (id === change ? !isTaken : !taken)).map(({ id }) => id);
    return this.say({ leave: left });
  }

  get openDoubts(): number {
    return this.imported?.doubts.filter(({ answer }) => answer === null).length ?? 0;
  }

  get takenChanges(): number {
    return this.imported?.changes.filter(({ taken }) => taken).length ?? 0;
  }

  /** Changes the structure. Rows whose questions are open stay out. */
  async apply(): Promise<void> {
    const { imported, scope, openDoubts } = this;
    await this.run(() => this.app.api.call('applyImport', { params: { scope, import: imported!.id }, query: this.lang, body: { withDoubts: openDoubts > 0 } }));
  }

  async drop(): Promise<void> {
    const { imported, scope } = this;
    this.busy = true;
    try {
      await this.app.api.call('dropImport', { params: { scope, import: imported!.id } });
      this.imported = null;
      this.error = null;
      this.keepAddress();
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    this.changed();
  }
}
