/** The documents of a country, and which of them the reader looks for. The address holds the choice. */
import type { DocumentsAnswer } from '../../../../server/contract/documents/documents.ts';
import { countryName } from '../../../i18n/names.ts';
import { Model } from '../../../kit/model.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { GLOBAL, scopeOf } from '../../../kit/workgroup/place.ts';
import type { DocumentsKey } from '../words.ts';
import { EMPTY, formatState, parseState, type ListState } from './state.ts';

export class ListModel extends Model<DocumentsKey> {
  readonly answer = new Part<DocumentsAnswer>(() => this.changed());
  state: ListState = EMPTY;
  private names: { countryNames: Record<string, string> }[] = [];
  private asksIn = '';

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as Promise<DocumentsAnswer> | undefined) ?? this.fetch());
    if (this.scope !== GLOBAL) void this.loadNames();
  }

  protected override follow(): void {
    this.state = parseState(this.host.query);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    // Reviews and notices are said by the server, so another language asks anew.
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  get country(): string {
    return this.scope === GLOBAL ? '' : countryName(this.names, this.app.language, this.scope);
  }

  private fetch(): Promise<DocumentsAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('listDocuments', { params: { scope: this.scope }, query: { lang }, signal: this.aborts.signal });
  }

  load(answer: Promise<DocumentsAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    return this.answer.load(answer);
  }

  /** The page is whole without the name of the country. */
  private async loadNames(): Promise<void> {
    const answer = await this.app.api.getDatasets(this.aborts.signal).catch(() => null);
    this.names = answer?.datasets.filter(({ country }) => country === this.scope) ?? [];
    this.changed();
  }

  change(patch: Partial<ListState>): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)));
    this.changed();
  }
}
