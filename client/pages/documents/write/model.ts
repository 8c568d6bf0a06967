/** A document, or the next version of one, as it is written: what is said of it, its text or its file, and what it will look like. */
import type { BodyAnswer, DocumentAnswer, DocumentKind, Edition, EditionAnswer } from '../../../../server/contract/documents/documents.ts';
import type { Group } from '../../../../server/contract/groups/groups.ts';
import { LANGUAGES } from '../../../i18n/language.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { faultsOf } from '../../../kit/form.ts';
import { Model } from '../../../kit/model.ts';
import { Part } from '../../../kit/workgroup/part.ts';
import { KINDS_IN_ORDER } from '../../../kit/workgroup/papers.ts';
import { documentPath, scopeOf } from '../../../kit/workgroup/place.ts';
import type { DocumentsKey } from '../words.ts';
import { nextTag, titleOf, titleOfFile } from './tags.ts';

export interface Draft {
  kind: DocumentKind;
  group: string;
  language: string;
  title: string;
  audience: 'public' | 'members' | 'group';
  bump: 'major' | 'minor';
  /** What is new in it. */
  note: string;
  way: 'write' | 'upload';
  text: string;
}

/** Groups that the reader may write for; of a document that is there also its versions. */
interface Ground {
  groups: Group[];
  document: DocumentAnswer | null;
}

export class WriteModel extends Model<DocumentsKey> {
  readonly ground = new Part<Ground>(() => this.changed());
  readonly preview = new Part<BodyAnswer>(() => this.changed());
  draft: Draft = { kind: 'other', group: '', language: this.startLanguage, title: '', audience: 'members', bump: 'major', note: '', way: 'write', text: '' };
  file: File | null = null;
  tab: 'text' | 'preview' = 'text';
  error: unknown = null;
  busy = false;
  /** The outline that stands in the text until somebody writes in it. */
  private outline = '';
  outlineError: unknown = null;
  /** SHA-256 of the draft that was read, so that nobody overwrites what somebody else wrote meanwhile. */
  private basis = '';
  private saved = true;
  private readonly onLeave = (event: BeforeUnloadEvent) => {
    if (!this.saved) event.preventDefault();
  };

  private get startLanguage(): string {
    return (this.host as { app?: { language: string } }).app?.language ?? 'en';
  }

  override hostConnected(): void {
    super.hostConnected();
    const { query, app } = this.host;
    this.draft = {
      ...this.draft,
      language: app.language,
      kind: KINDS_IN_ORDER.find((kind) => kind === query.get('kind')) ?? 'other',
      group: query.get('group') ?? '',
    };
    addEventListener('beforeunload', this.onLeave);
    void this.load();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    removeEventListener('beforeunload', this.onLeave);
  }

  get scope(): string {
    return scopeOf(this.host.params);
  }

  /** null: a new one. */
  get id(): string | null {
    return this.host.params['document'] ?? null;
  }

  get versions(): readonly Edition[] {
    return this.ground.value?.document?.versions ?? [];
  }

  /** The draft that is written on; undefined where another version begins. */
  get open(): Edition | undefined {
    return this.versions.find(({ state }) => state === 'draft');
  }

  get current(): Edition | undefined {
    return this.versions.find(({ state }) => state === 'current');
  }

  get tag(): string {
    return this.open?.version ?? nextTag(this.versions, this.draft.bump);
  }

  get group(): Group | undefined {
    return this.ground.value?.groups.find(({ id }) => id === this.draft.group);
  }

  get languages(): string[] {
    return [...new Set([...LANGUAGES, this.draft.language, ...(this.group?.languages ?? [])])];
  }

  /** Whether an outline can be had for what is chosen. */
  get hasOutline(): boolean {
    return this.id === null && this.draft.kind === 'tor' && this.draft.group !== '' && this.draft.way === 'write';
  }

  /** Whether the text is still the outline, or empty: then nothing is lost by another one. */
  get isUntouched(): boolean {
    return this.draft.text.trim() === '' || this.draft.text === this.outline;
  }

  get faults(): Record<string, string> {
    return this.error instanceof ApiProblem ? faultsOf(this.error) : {};
  }

  /** Something to be sent is there. */
  get isReady(): boolean {
    const { title, group, way, text } = this.draft;
    const hasText = way === 'write' ? text.trim() !== '' : this.file !== null;
    return !this.busy && hasText && (this.id !== null || (title !== '' && group !== ''));
  }

  async load(): Promise<void> {
    const { call } = this.app.api;
    const { signal } = this.aborts;
    const { scope, id } = this;
    const run = async (): Promise<Ground> => {
      const [list, structure, document] = await Promise.all([
        call('listDocuments', { params: { scope }, signal }),
        call('getStructure', { params: { scope }, signal }),
        id === null ? null : call('getDocument', { params: { scope, document: id }, query: { lang: this.app.language }, signal }),
      ]);
      return { groups: structure.groups.filter((group) => list.may.record.includes(group.id)), document };
    };
    await this.ground.load(run());
    const { value } = this.ground;
    if (!value) return;
    if (value.document) await this.readText(value.document);
    else if (this.draft.group === '' && value.groups.length === 1) this.draft = { ...this.draft, group: value.groups[0]!.id };
    this.changed();
    await this.loadOutline();
  }

  /** The text of the draft, or of the version from which another begins. */
  private async readText({ document, versions }: DocumentAnswer): Promise<void> {
    const { kind, group, language, title, audience } = document;
    const from = this.open ?? this.current ?? versions[0];
    this.draft = { ...this.draft, kind, group, language, title, audience, note: this.open?.note ?? '', way: from?.format === 'markdown' ? 'write' : 'upload' };
    if (this.open) this.basis = this.open.file.sha256;
    if (from?.format !== 'markdown') return;
    const params = { scope: this.scope, document: document.id as string, version: from.version as string };
    const body = await this.app.api.call('getEditionBody', { params, signal: this.aborts.signal }).catch(() => null);
    this.draft = { ...this.draft, text: body?.text ?? '' };
  }

  change(patch: Partial<Draft>): void {
    this.draft = { ...this.draft, ...patch };
    this.saved = false;
    this.error = null;
    this.changed();
    if ('kind' in patch || 'group' in patch || 'language' in patch) void this.loadOutline();
  }

  choose(file: File | null): void {
    this.file = file;
    this.saved = false;
    this.error = null;
    if (file && this.draft.title === '') this.draft = { ...this.draft, title: titleOfFile(file.name) };
    this.changed();
  }

  /** The outline in the language chosen. @param force also where somebody has written already */
  async loadOutline(force = false): Promise<void> {
    if (!this.hasOutline || !(force || this.isUntouched)) return;
    const { group, language } = this.draft;
    const lang = LANGUAGES.find((each) => each === language) ?? 'en';
    this.outlineError = null;
    try {
      const text = await this.app.api.read('getOutline', { params: { scope: this.scope }, query: { group, lang }, signal: this.aborts.signal });
      // Another one was asked for meanwhile.
      if (group !== this.draft.group || language !== this.draft.language) return;
      const { title } = this.draft;
      this.draft = { ...this.draft, text, title: title === '' || title === titleOf(this.outline) ? titleOf(text) : title };
      this.outline = text;
    } catch (error) {
      this.outlineError = error;
    }
    this.changed();
  }

  show(tab: 'text' | 'preview'): void {
    this.tab = tab;
    this.changed();
    if (tab === 'preview') void this.loadPreview();
  }

  /** As the server will show it. */
  loadPreview(): Promise<void> {
    const { text, language } = this.draft;
    this.preview.value = null;
    this.changed();
    return this.preview.load(
      this.app.api.call('previewDocument', {
        params: { scope: this.scope },
        query: { lang: this.app.language },
        body: { text, language },
        signal: this.aborts.signal,
      }),
    );
  }

  /** Stores the draft and goes to it. */
  async save(): Promise<void> {
    this.error = null;
    this.busy = true;
    this.changed();
    try {
      const { document, edition } = await this.send();
      this.saved = true;
      this.app.navigate(this.app.href(documentPath(this.scope, document.id, edition.version)));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
    this.changed();
  }

  private send(): Promise<EditionAnswer> {
    const { api, language: lang } = this.app;
    const { scope, id, open, draft, file } = this;
    const { kind, group, language, title, audience, bump, way, text } = draft;
    const note = draft.note || null;
    const query = { lang };
    const form = (values: Record<string, string | null>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(values)) if (value) data.set(name, value);
      data.set('file', file!);
      return data;
    };
    const isFile = way === 'upload';
    if (id === null) {
      const about = { kind, group, language, title, audience, note };
      const params = { scope };
      return isFile
        ? api.send('createDocument', { params, query, form: form(about) })
        : api.call('createDocument', { params, query, body: { ...about, text } });
    }
    if (open) {
      const params = { scope, document: id, version: open.version as string };
      const said = { note, basis: this.basis };
      return isFile ? api.send('replaceEdition', { params, query, form: form(said) }) : api.call('replaceEdition', { params, query, body: { ...said, text } });
    }
    const params = { scope, document: id };
    return isFile
      ? api.send('draftDocument', { params, query, form: form({ bump, note }) })
      : api.call('draftDocument', { params, query, body: { bump, note, text } });
  }
}
