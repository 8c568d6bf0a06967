/** The share panel: link, files of what is on screen, and for those who may save: short link, embeds with preview, saved maps. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type shareMessages from '../../../server/words/en/interface/share.ts';
import { PALETTE } from '../../../server/contract/maps/palette.ts';
import type { EmbedAnswer, EmbedSpec, MapAnswer, MapSpec } from '../../../server/contract/maps/map.ts';
import type { PrintLang } from '../../../server/contract/languages.ts';
import { factsOf, PRINT_LANGUAGES } from '../../i18n/language.ts';
import { loadMessages } from '../../i18n/load.ts';
import { createTranslate, type Translate } from '../../i18n/translate.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/tabs.ts';
import { signInHref } from '../../kit/address.ts';
import { may } from '../../kit/may.ts';
import { View, type App } from '../../kit/view.ts';
import { failure, field, valuesOf } from '../../kit/form.ts';
import { createShareApi, fileHref, type FileFormat, type SessionUser } from './api.ts';
import { listMaps } from './saved.ts';
import { withVersions } from '../../country/spec.ts';
import './panel.css';
import './clearance.ts';
import './sheet.ts';

type ShareKey = keyof typeof shareMessages;
const SNIPPETS = ['iframe', 'resizing', 'element'] as const;
type Snippet = (typeof SNIPPETS)[number];
/** Only what its author calls a draft is stamped as one. */
const STATUSES = ['unmarked', 'draft'] as const;
const FILES: [FileFormat, string][] = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
  ['csv', 'CSV'],
  ['geojson', 'GeoJSON'],
];

export interface Shared {
  /** Following `current`. */
  spec: MapSpec;
  /** The same with the versions that are on screen; null where they are not known yet. */
  pinned: MapSpec | null;
  /** Id of the saved map that the page was opened with. */
  map: string | null;
  /** The page shows this saved map from now on. */
  kept: (id: string) => void;
}

/** Opens the panel over the page; it goes away when it is closed. */
export async function openShare(app: App, shared: Shared): Promise<void> {
  const t = createTranslate(app.language, await loadMessages(app.language, 'share'));
  const panel = document.createElement('share-panel') as SharePanel;
  Object.assign(panel, { app, t, shared });
  document.body.append(panel);
  await panel.open();
}

export class SharePanel extends View<ShareKey> {
  static override properties: PropertyDeclarations = {
    shared: { attribute: false },
    user: { state: true },
    maySave: { state: true },
    maps: { state: true },
    saved: { state: true },
    embed: { state: true },
    snippet: { state: true },
    deleted: { state: true },
    error: { state: true },
    grey: { state: true },
    printed: { state: true },
  };
  declare shared: Shared;
  declare private user: SessionUser;
  /** null while it is not known. */
  declare private maySave: boolean | null;
  declare private maps: MapAnswer[];
  /** The map that this panel has saved or is changing. */
  declare private saved: MapAnswer | null;
  declare private embed: EmbedAnswer | null;
  declare private snippet: Snippet;
  declare private deleted: MapAnswer | null;
  declare private error: unknown;
  /** Pictures are to be in greys. */
  declare private grey: boolean;
  /** Of pictures and files; null: that of the page. */
  declare private printed: PrintLang | null;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.user = this.maySave = this.saved = this.embed = this.deleted = this.error = this.printed = null;
    this.maps = [];
    this.grey = false;
    this.snippet = 'resizing';
  }

  private get requests() {
    return createShareApi(this.app.api);
  }

  async open(): Promise<void> {
    await this.updateComplete;
    await this.dialog.value!.show();
    this.user = await this.requests.user().catch(() => null);
    const maySave = may(this.user, 'map.write', this.shared.spec.boundary.dataset);
    if (maySave) {
      await this.run(() => Promise.resolve());
      const opened = this.maps.find(({ id }) => id === this.shared.map);
      if (opened) await this.take(opened);
    }
    // Only now: a form without the words of the saved map would save others in their place.
    this.maySave = maySave;
  }

  private async reload(): Promise<void> {
    const { dataset } = this.shared.spec.boundary;
    this.maps = (await this.requests.listMaps()).filter(({ spec }) => spec.boundary.dataset === dataset);
  }

  /** Does it, shows what went wrong, and brings the list up to date. */
  private async run(work: () => Promise<unknown>): Promise<void> {
    this.error = null;
    try {
      await work();
      await this.reload();
    } catch (error) {
      this.error = error;
    }
  }

  private copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.app.toast(this.t('share.copied')),
      () => this.app.toast(this.t('share.not-copied')),
    );
  }

  /** What the picture and the files show: with the words of the form where they are given. */
  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const base = withVersions(this.shared.spec, values['follow'] === 'pinned' ? this.shared.pinned : null);
    const spec: MapSpec = { ...base, title: values['title']!, status: STATUSES.find((status) => status === values['status']) ?? 'unmarked' };
    const over = (event.submitter as HTMLButtonElement | null)?.value === 'new' ? null : this.saved;
    void this.run(async () => {
      const saved = await (over ? this.requests.change(over.id, spec) : this.requests.create(spec));
      if (saved.id !== this.saved?.id) this.embed = null;
      this.saved = saved;
      this.shared.kept(saved.id);
      this.app.toast(this.t('share.saved'));
    });
  };

  /** Whose map it is. Others may change it too, but are offered one of their own first. */
  private get isOwn(): boolean {
    return this.saved !== null && (this.saved.createdBy === null || this.saved.createdBy === this.user?.name);
  }

  private readonly saveEmbed = (event: SubmitEvent): void => {
    event.preventDefault();
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const spec: EmbedSpec = {
      hosts: values['hosts']!.split(/\s+/).filter(Boolean),
      theme: {
        mode: values['mode'] as EmbedSpec['theme']['mode'],
        accent: values['accent'] === DEFAULT_ACCENT ? null : values['accent']!,
        radius: Number(values['radius']),
        font: values['font'] as EmbedSpec['theme']['font'],
      },
      lang: values['lang'] as PrintLang,
      live: values['live'] as EmbedSpec['live'],
    };
    void this.run(async () => {
      this.embed = await (this.embed ? this.requests.changeEmbed(this.embed.id, spec) : this.requests.createEmbed(this.saved!.id, spec));
    });
  };

  private async take(map: MapAnswer): Promise<void> {
    this.saved = map;
    await this.run(async () => {
      this.embed = (await this.requests.listEmbeds(map.id))[0] ?? null;
    });
  }

  override render() {
    const { t } = this;
    return html`<cod-dialog class="share-panel" ${ref(this.dialog)} heading=${t('share.heading')} close=${t('share.close')} @closed=${() => this.remove()}>
      ${failure(this.error, t as unknown as Translate)} ${this.renderLink('share.link', location.href)} ${this.renderFiles()}
      <share-sheet .app=${this.app} .t=${this.t} .spec=${this.named(this.shared.spec)} .map=${this.unchanged}></share-sheet>
      <section>
        <h3>${t('share.save')}</h3>
        ${this.maySave ? this.renderSave() : this.maySave === false ? html`<p><a href=${signInHref(this.app)}>${t('share.sign-in')}</a></p>` : nothing}
      </section>
      ${this.saved ? this.renderEmbed(this.saved) : nothing} ${this.maySave && this.maps.length > 0 ? this.renderMaps() : nothing}
    </cod-dialog>`;
  }

  private renderLink(key: ShareKey, href: string): TemplateResult {
    const id = key.replace('.', '-');
    return html`<div class="share-row">
      <div class="field">
        <label for=${id}>${this.t(key)}</label>
        <input id=${id} readonly dir="ltr" .value=${href} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      </div>
      <button class="button" type="button" @click=${() => this.copy(href)}>${icon('copy', 18)} ${this.t('share.copy')}</button>
    </div>`;
  }

  /** Id of the saved map where it is what is shown: its sheet has its address. */
  private get unchanged(): string | null {
    return this.saved && JSON.stringify(this.saved.spec) === JSON.stringify(this.named(this.shared.spec)) ? this.saved.id : null;
  }

  /** With the words that the saved map has. */
  private named(spec: MapSpec): MapSpec {
    return this.saved ? { ...spec, title: this.saved.spec.title, status: this.saved.spec.status } : spec;
  }

  private renderFiles(): TemplateResult {
    const { t } = this;
    const spec = this.named(this.shared.spec);
    const lang = this.printed ?? this.app.language;
    const painted = { lang, ...(this.grey ? { grey: '1' } : {}) };
    const link = (href: string, label: string) => html`<a class="button" href=${href} download>${icon('download', 18)} ${label}</a>`;
    return html`<section>
      <h3>${t('share.downloads')}</h3>
      <img
        class="share-picture"
        src=${fileHref(spec, 'svg', { width: '800', height: '520', ...painted, dark: matchMedia('(prefers-color-scheme: dark)').matches ? '1' : '0' })}
        width="800"
        height="520"
        alt=${t('share.preview')}
        @error=${() => (this.error ??= new Error(t('share.preview.failed', { reason: '' })))}
      />
      <p class="small muted">${t('share.downloads.hint')}</p>
      ${this.languages('picture', lang, (event: Event) => (this.printed = (event.target as HTMLSelectElement).value as PrintLang))}
      <label class="check"
        ><input type="checkbox" class="picture-grey" .checked=${this.grey} @change=${() => (this.grey = !this.grey)} /> ${t('share.grey')}</label
      >
      <div class="share-files">
        ${FILES.map(([format, label]) => link(fileHref(spec, format, format === 'svg' ? painted : format === 'png' ? { ...painted, scale: '2' } : { lang }), label))}
        ${link(fileHref(spec, 'txt', { lang }), t('share.notes'))}
        ${link(fileHref(spec, 'png', { ...painted, width: '1200', height: '630' }), t('share.social'))}
      </div>
    </section>`;
  }

  private renderSave(): TemplateResult {
    const { t, saved, shared, isOwn } = this;
    const { title, status } = this.named(shared.spec);
    const isFixed = JSON.stringify(shared.spec) === JSON.stringify(shared.pinned);
    const button = (value: 'over' | 'new', text: ShareKey, first: boolean) =>
      html`<button class=${first ? 'button button-primary' : 'button'} value=${value}>${t(text)}</button>`;
    const [over, other] = [button('over', 'share.do-change', isOwn), button('new', 'share.do-new', !isOwn)];
    return html`<form @submit=${this.save}>
        ${field({ name: 'title', label: t('share.title'), value: title, hint: t('share.title.hint'), required: true })}
        ${this.choice('follow', 'share.follow', isFixed ? ['pinned'] : shared.pinned ? ['current', 'pinned'] : ['current'], 'current')}
        ${this.choice('status', 'share.status', STATUSES, status)}
        <div class="share-do">${saved ? (isOwn ? [over, other] : [other, over]) : button('new', 'share.do-save', true)}</div>
      </form>
      ${saved ? this.renderLink('share.short', saved.links.short) : nothing}
      <share-clearance
        .app=${this.app}
        .t=${t}
        .spec=${shared.spec}
        .map=${saved}
        .isChanged=${this.unchanged === null}
        .mayClear=${may(this.user, 'version.publish', shared.spec.boundary.dataset)}
        @cleared=${(event: CustomEvent<MapAnswer>) => void this.run(async () => (this.saved = event.detail))}
      ></share-clearance>`;
  }

  /** A list to choose from; its labels are messages `key.value`. */
  private choice(name: string, key: ShareKey, values: readonly string[], chosen: string): TemplateResult {
    return html`<div class="field">
      <label for=${`share-${name}`}>${this.t(key)}</label>
      <select class="select" id=${`share-${name}`} name=${name}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${this.t(`${key}.${value}` as ShareKey)}</option>`)}
      </select>
    </div>`;
  }

  /** Of what is printed and shown elsewhere, which speaks more languages than this page. */
  private languages(what: string, chosen: PrintLang, change?: (event: Event) => void): TemplateResult {
    return html`<div class="field">
      <label for=${`${what}-lang`}>${this.t('share.language')}</label>
      <select class="select" id=${`${what}-lang`} name="lang" @change=${change}>
        ${PRINT_LANGUAGES.map((code) => html`<option value=${code} lang=${code} ?selected=${code === chosen}>${factsOf(code).name}</option>`)}
      </select>
    </div>`;
  }

  private renderEmbed(map: MapAnswer): TemplateResult {
    const { t, embed, snippet } = this;
    const { hosts, theme, live, lang } = embed?.spec ?? PLAIN;
    return html`<section>
      <h3>${t('share.embed')}</h3>
      <form @submit=${this.saveEmbed}>
        ${field({ name: 'hosts', label: t('share.hosts'), hint: t('share.hosts.hint'), value: hosts.join('\n'), rows: 3 })}
        ${this.choice('live', 'share.live', ['tap', 'sight', 'idle', 'never'], live)} ${this.languages('embed', lang ?? this.app.language)}
        ${this.choice('mode', 'share.theme', ['auto', 'light', 'dark'], theme.mode)}
        <div class="field">
          <label for="share-accent">${t('share.accent')}</label>
          <input id="share-accent" name="accent" type="color" .value=${theme.accent ?? DEFAULT_ACCENT} />
        </div>
        <div class="field">
          <label for="share-radius">${t('share.radius')}</label>
          <input id="share-radius" name="radius" type="number" min="0" max="24" required .value=${String(theme.radius)} />
        </div>
        ${this.choice('font', 'share.font', ['noto', 'system', 'serif'], theme.font)}
        <button class="button button-primary">${t(embed ? 'share.do-change-embed' : 'share.do-embed')}</button>
      </form>
      ${
        embed
          ? html`<cod-tabs
                .tabs=${SNIPPETS.map((id) => ({ id, label: t(`share.snippet.${id}`) }))}
                .selected=${snippet}
                .label=${t('share.snippet')}
                @select-tab=${(event: CustomEvent<Snippet>) => (this.snippet = event.detail)}
              >
                ${SNIPPETS.map(
                  (id) =>
                    html`<div slot=${id}>
                      <p class="small muted">${t(`share.snippet.${id}.hint`)}</p>
                      <textarea class="share-code" rows="5" readonly dir="ltr" aria-label=${t(`share.snippet.${id}`)} .value=${embed.snippets[id]}></textarea>
                      <button class="button" type="button" @click=${() => this.copy(embed.snippets[id])}>${icon('copy', 18)} ${t('share.copy')}</button>
                    </div>`,
                )}
              </cod-tabs>
              <h3>${t('share.live-preview')}</h3>
              <iframe
                class="share-frame"
                src=${`/embed/${embed.id}?v=${JSON.stringify(embed.spec).length}-${theme.mode}-${theme.radius}-${embed.spec.lang}`}
                title=${map.spec.title}
              ></iframe>`
          : nothing
      }
    </section>`;
  }

  private renderMaps(): TemplateResult {
    return listMaps(this.maps, {
      t: this.t,
      deleted: this.deleted,
      leave: () => this.remove(),
      restore: ({ id }) =>
        void this.run(async () => {
          await this.requests.restore(id);
          this.deleted = null;
        }),
      duplicate: ({ id }) => void this.run(() => this.requests.duplicate(id)),
      remove: ({ id }) =>
        void this.run(async () => {
          this.deleted = await this.requests.remove(id);
          if (this.saved?.id === id) this.saved = this.embed = null;
        }),
    });
  }
}

const DEFAULT_ACCENT = PALETTE.light.accent;
const PLAIN: EmbedSpec = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'tap' };

customElements.define('share-panel', SharePanel);
