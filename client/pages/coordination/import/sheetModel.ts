/** A spreadsheet on its way into what is kept: how it was read, what it would change, what is asked; nothing is changed before it is confirmed. */
import type { SheetAnswer, SheetSaid } from '../../../../server/contract/sheets.ts';
import type columnMessages from '../../../../server/words/en/interface/columns.ts';
import type importMessages from '../../../../server/words/en/interface/workgroup/groupEdit.ts';
import { requireUser } from '../../../kit/api.ts';
import { answersOfColumns, type ColumnEdits } from '../../../kit/columns/editor.ts';
import { Model } from '../../../kit/model.ts';
import { isAbort } from '../../../kit/view.ts';
import { scopeOf } from '../../../kit/workgroup/place.ts';
import type { CoordinationKey } from '../words.ts';

export type ImportKey = CoordinationKey | keyof typeof importMessages | keyof typeof columnMessages;

/** What every sheet has in common, whatever it is read into. */
export type AnySheet = SheetAnswer<unknown, string, string>;

/** What is done with a sheet; each answers the sheet as it is then. */
export interface SheetCalls<Role, Answer> {
  read(form: FormData): Promise<Answer>;
  get(id: string): Promise<Answer>;
  say(id: string, said: SheetSaid<Role>): Promise<Answer>;
  apply(id: string, withDoubts: boolean): Promise<Answer>;
  drop(id: string): Promise<unknown>;
}

export abstract class SheetModel<Role extends { is: string }, Answer extends AnySheet> extends Model<ImportKey> {
  imported: Answer | null = null;
  error: unknown = null;
  /** A request is on its way. */
  busy = false;
  /** Nobody knows yet whether the reader is signed in. */
  ready = false;
  isSignedIn = false;
  /** What was said of columns, and not yet sent. */
  said: ColumnEdits<Role> = new Map();

  protected abstract readonly calls: SheetCalls<Role, Answer>;

  override hostConnected(): void {
    super.hostConnected();
    void this.start();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  /** Where what was imported is seen. */
  abstract get backHref(): string;

  private async start(): Promise<void> {
    try {
      await requireUser(this.app.api, this.aborts.signal);
      this.isSignedIn = true;
      const id = this.host.query.get('import');
      if (id) await this.run(() => this.calls.get(id));
    } catch (error) {
      if (isAbort(error)) return;
    }
    this.ready = true;
    this.changed();
  }

  protected get lang() {
    return { lang: this.app.language };
  }

  /** Sends a request whose answer is the sheet as it is then. */
  private async run(send: () => Promise<Answer>): Promise<void> {
    this.busy = true;
    this.error = null;
    this.changed();
    try {
      this.imported = await send();
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
    await this.run(() => this.calls.read(form));
  }

  async say(said: SheetSaid<Role>): Promise<void> {
    const { imported } = this;
    if (imported) await this.run(() => this.calls.say(imported.id, said));
  }

  sayColumns(): Promise<void> {
    return this.say({ columns: answersOfColumns(this.said) } as SheetSaid<Role>);
  }

  setColumns(said: ColumnEdits<Role>): void {
    this.said = said;
    this.changed();
  }

  /** Leaves a change out, or takes it in again. */
  take(change: string, isTaken: boolean): Promise<void> {
    const left = this.imported!.changes.filter(({ id, taken }) => (id === change ? !isTaken : !taken)).map(({ id }) => id);
    return this.say({ leave: left } as SheetSaid<Role>);
  }

  get openDoubts(): number {
    return this.imported?.doubts.filter(({ answer }) => answer === null).length ?? 0;
  }

  get takenChanges(): number {
    return this.imported?.changes.filter(({ taken }) => taken).length ?? 0;
  }

  /** Makes the changes. Rows whose questions are open stay out. */
  async apply(): Promise<void> {
    const { imported, openDoubts } = this;
    await this.run(() => this.calls.apply(imported!.id, openDoubts > 0));
  }

  async drop(): Promise<void> {
    this.busy = true;
    try {
      await this.calls.drop(this.imported!.id);
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
