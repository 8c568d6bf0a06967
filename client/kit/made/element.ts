/** `<made-files>`: files that are made of a version on request, with about how large they are and how far they are. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type madeMessages from '../../../server/words/en/interface/standards/made.ts';
import type { MadeFile } from '../../../server/contract/lookup/made.ts';
import { icon } from '../../ui/icon.ts';
import type { Translate } from '../../i18n/translate.ts';
import { BOUNDARIES, kindOf } from '../kinds.ts';
import { isAbort, type App } from '../view.ts';
import './made.css';

type Key = keyof typeof madeMessages;
interface Running {
  file: string;
  done: number;
  is: 'making' | 'loading' | 'done' | 'failed';
}

/** Of which a row of tags is an option. */
const TABLES = ['csv', 'xlsx'];

export class MadeFiles extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    about: {},
    version: {},
    country: {},
    files: { state: true },
    running: { state: true },
    hxl: { state: true },
  };
  declare app: App;
  declare t: Translate<Key>;
  declare about: string;
  declare version: string;
  /** Part of the address of the country. */
  declare country: string;
  declare private files: MadeFile[];
  declare private running: Running | null;
  declare private hxl: boolean;
  private asked = '';
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.files = [];
    this.running = null;
    this.hxl = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override willUpdate(): void {
    const asked = `${this.about} ${this.version}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.files = [];
    this.app.api.call('listMade', { params: { id: this.about, version: this.version }, signal: this.aborts.signal }).then(
      ({ files }) => (this.files = files),
      // The page is whole without them.
      () => undefined,
    );
  }

  /** Made first, which may take seconds, then sent: both are told. */
  private async take(event: Event, { file, href }: MadeFile, address: string): Promise<void> {
    event.preventDefault();
    if (this.running?.is === 'making' || this.running?.is === 'loading') return;
    this.running = { file, done: 0, is: 'making' };
    try {
      const response = await fetch(address || href, { signal: this.aborts.signal });
      if (!response.ok || !response.body) throw new Error(String(response.status));
      const parts: BlobPart[] = [];
      const reader = response.body.getReader();
      for (let done = 0; ;) {
        const { value, done: ended } = await reader.read();
        if (ended) break;
        parts.push(value);
        done += value.length;
        this.running = { file, done, is: 'loading' };
      }
      const url = URL.createObjectURL(new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
      Object.assign(document.createElement('a'), { href: url, download: file }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      this.running = { file, done: 0, is: 'done' };
    } catch (error) {
      if (!isAbort(error)) this.running = { file, done: 0, is: 'failed' };
    }
  }

  override render() {
    const { t, files, app } = this;
    if (files.length === 0) return nothing;
    const isGround = kindOf(this.about) === BOUNDARIES;
    const of = (...kinds: string[]) => files.filter(({ kind }) => kinds.includes(kind));
    const forms = of('xlsform', 'xlsform-zip', 'entities');
    const packages = of('package', 'hdx');
    const formats = files.filter((file) => !forms.includes(file) && !packages.includes(file));
    const levels = [...new Set(formats.map(({ level }) => level))];
    return html`<div class="made">
      <p class="muted small">${t('made.lead')}</p>
      ${
        isGround
          ? html`<label class="made-hxl"
                ><input type="checkbox" .checked=${this.hxl} @change=${(event: Event) => (this.hxl = (event.target as HTMLInputElement).checked)} />
                ${t('made.hxl')}</label
              >
              ${levels.map((level) =>
                this.renderGroup(
                  level === null ? t('made.all') : t('made.level', { level }),
                  formats.filter((file) => file.level === level),
                ),
              )}`
          : this.renderGroup(t('made.tables'), formats)
      }
      ${forms.length > 0 ? this.renderGroup(t('made.forms'), forms) : nothing} ${packages.length > 0 ? this.renderGroup(t('made.packages'), packages) : nothing}
      ${
        of('hdx').length > 0
          ? html`<details class="made-hdx">
              <summary>${t('made.hdx')}</summary>
              <p class="small">${t('made.hdx.steps')}</p>
            </details>`
          : nothing
      }
      ${isGround ? html`<p class="small"><a href=${app.href(`/c/${this.country}/pcode`)}>${t('made.pcode')}</a></p>` : nothing} ${this.renderRunning()}
    </div>`;
  }

  private renderGroup(title: string, files: readonly MadeFile[]): TemplateResult {
    const { t, app } = this;
    return html`<div class="made-group" role="group" aria-label=${title}>
      <b>${title}</b>
      <ul>
        ${files.map((file) => {
          const { kind, level, href, bytes } = file;
          const address = this.hxl && TABLES.includes(kind) ? `${href}?hxl=1` : href;
          return html`<li>
            <a href=${address} download @click=${(event: Event) => void this.take(event, file, address)}
              >${t(`made.kind.${kind}`, { file: file.file, level: level ?? 0 })}</a
            >
            ${bytes === null ? nothing : html`<span class="muted small">${t('made.about', { size: app.format.bytes(bytes) })}</span>`}
          </li>`;
        })}
      </ul>
    </div>`;
  }

  private renderRunning(): TemplateResult {
    const { t, running, app } = this;
    const text = (): string => {
      if (!running) return '';
      const { file, done, is } = running;
      if (is === 'making') return t('made.making', { file });
      return is === 'loading' ? t('made.progress', { file, done: app.format.bytes(done) }) : t(`made.${is}`, { file });
    };
    return html`<p class="small made-status" role="status">${running?.is === 'failed' ? icon('error', 14) : nothing} ${text()}</p>`;
  }
}

customElements.define('made-files', MadeFiles);
