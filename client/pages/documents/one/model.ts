/** One document: its versions, the one that is read, its text, and what the reader may do with it. The address says which version. */
import type { BodyAnswer, DocumentAnswer, Edition, EditionAnswer } from '../../../../server/contract/documents/documents.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { Model, type Host } from '../../../kit/model.ts';
import { loadHeld, type HeldMeeting } from '../../../kit/workgroup/held.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { documentPath, scopeOf } from '../../../kit/workgroup/place.ts';
import type { DocumentsKey } from '../words.ts';
import type { Change } from './change.ts';

/** What only the page can do. */
export interface DocumentHost extends Host<DocumentsKey> {
  /** Opens the dialog that says what will be done. */
  openChange(change: Change): void;
}

export class DocumentModel extends Model<DocumentsKey, DocumentHost> {
  readonly answer = new Part<DocumentAnswer>(() => this.changed());
  readonly edition = new Part<EditionAnswer>(() => this.changed());
  readonly body = new Part<BodyAnswer>(() => this.changed());
  /** The comment that is being answered. */
  answering: string | null = null;
  /** What the server refused of a comment; and whether one is on its way. */
  refusal: unknown = null;
  busy = false;
  /** In which something may have been decided; asked for once somebody records it. */
  meetings: readonly HeldMeeting[] = [];
  private asksIn = '';

  override hostConnected(): void {
    super.hostConnected();
    void this.load((this.host.data as Promise<DocumentAnswer> | undefined) ?? this.fetch());
  }

  protected override follow(): void {
    void this.loadVersion();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    if (this.asksIn !== '' && this.asksIn !== this.app.language) void this.load();
  }

  async loadMeetings(): Promise<void> {
    if (this.meetings.length === 0) this.meetings = await loadHeld(this.host.app, this.scope, this.aborts.signal);
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  get id(): string {
    return this.host.params['document'] ?? '';
  }

  get versions(): readonly Edition[] {
    return this.answer.value?.versions ?? [];
  }

  get current(): Edition | undefined {
    return this.versions.find(({ state }) => state === 'current');
  }

  /** The draft or reviewed version. */
  get open(): Edition | undefined {
    return this.versions.find(({ state }) => state === 'draft' || state === 'reviewed');
  }

  /** The version that is read: the one of the address, else the one that holds, else the newest. Undefined where the address names one that is not there. */
  get shown(): Edition | undefined {
    const asked = this.host.query.get('version');
    if (asked) return this.versions.find(({ version }) => version === asked);
    return this.current ?? this.versions[0];
  }

  versionHref(version: string): string {
    // What holds has the short address: it stays right when there is a newer one.
    return this.app.href(documentPath(this.scope, this.id, version === this.current?.version ? null : version));
  }

  private fetch(): Promise<DocumentAnswer> {
    const { language: lang } = this.app;
    return this.app.api.call('getDocument', { params: { scope: this.scope, document: this.id }, query: { lang }, signal: this.aborts.signal });
  }

  async load(answer: Promise<DocumentAnswer> = this.fetch()): Promise<void> {
    this.asksIn = this.app.language;
    await this.answer.load(answer);
    if (this.answer.value) await this.loadVersion();
  }

  async loadVersion(): Promise<void> {
    const { shown } = this;
    if (!shown) return this.changed();
    const of = { params: { scope: this.scope, document: this.id, version: shown.version as string }, query: { lang: this.app.language } };
    const { signal } = this.aborts;
    // A text of another version must not stand under this one's heading.
    if (this.edition.value?.edition.version !== shown.version) this.edition.value = this.body.value = null;
    this.changed();
    await Promise.all([
      this.edition.load(this.app.api.call('getEdition', { ...of, signal })),
      shown.readable ? this.body.load(this.app.api.call('getEditionBody', { ...of, signal })) : undefined,
    ]);
  }

  /** Sends a change of comments; what is refused is said where it was sent. */
  async send(run: () => Promise<EditionAnswer>): Promise<boolean> {
    this.refusal = null;
    this.busy = true;
    this.changed();
    try {
      this.edition.value = await run();
      this.answering = null;
      return true;
    } catch (error) {
      this.refusal = error instanceof ApiProblem ? error : (error as Error);
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}
