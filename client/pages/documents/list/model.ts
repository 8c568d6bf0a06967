/** The documents of a country, and which of them the reader looks for. The address holds the choice. */
import type { DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import { ScopeModel } from '../../../kit/workgroup/model.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import type { DocumentsKey } from '../words.ts';
import { EMPTY, formatState, parseState, type ListState } from './state.ts';

export class ListModel extends ScopeModel<DocumentsKey> {
  readonly answer = new Part<DocumentsAnswer>(() => this.changed());
  state: ListState = EMPTY;
  private asksIn = '';

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as Promise<DocumentsAnswer> | undefined) ?? this.fetch());
  }

  protected override follow(): void {
    this.state = parseState(this.host.query);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // Reviews and notices are said by the server, so another language asks anew.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  private fetch(): Promise<DocumentsAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('listDocuments', { params: { scope: this.scope }, query: { lang }, signal: this.aborts.signal });
  }

  load(answer: Promise<DocumentsAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    return this.answer.load(answer);
  }

  change(patch: Partial<ListState>): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)));
    this.changed();
  }
}
