/**
 * `<cod-map src="https://…/embed/ID">`: a map in a page of others. What stands inside (picture, table, link) is shown until the frame
 * has said that it is there, and stays where it never does: without scripts, without leave, without a server. The picture is sent for only then.
 * Runs on pages of others: no import, no global name, no inline style.
 */
(() => {
  /** A slow line may take this long; the fallback is in sight all the while. */
  const PATIENCE_MS = 30_000;
  /** A page that is there answers at once. */
  const ANSWER_MS = 3000;

  class CodMap extends HTMLElement {
    private frame: HTMLIFrameElement | null = null;
    private timer = 0;
    private readonly hear = (event: MessageEvent<{ v?: unknown; type?: unknown; id?: unknown; height?: unknown } | null>) => {
      const { frame } = this;
      // A page around us that is sandboxed hands that on: then the frame has no origin.
      if (!frame || event.source !== frame.contentWindow || (event.origin !== new URL(frame.src).origin && event.origin !== 'null')) return;
      if (event.data?.v !== 1 || event.data.type !== 'resize' || event.data.id !== idOf(frame.src)) return;
      const { height } = event.data;
      if (typeof height !== 'number' || !(height > 0 && height < 10_000)) return;
      clearTimeout(this.timer);
      Object.assign(frame.style, { height: `${Math.ceil(height)}px`, position: 'static', visibility: 'visible' });
      this.shadowRoot!.querySelector('slot')!.hidden = true;
    };

    connectedCallback(): void {
      const src = this.getAttribute('src');
      if (!src || this.frame) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.style.display = 'block';
      this.style.position = 'relative';
      const frame = document.createElement('iframe');
      frame.src = new URL(src, document.baseURI).href;
      frame.title = this.getAttribute('title') ?? '';
      frame.allowFullscreen = true;
      // In place but not in sight: a frame without a box would not lay out, and could not say how tall it is.
      Object.assign(frame.style, { width: '100%', height: '1px', border: '0', position: 'absolute', visibility: 'hidden' });
      frame.addEventListener('load', () => {
        frame.contentWindow?.postMessage({ v: 1, type: 'hello', id: idOf(frame.src) }, '*');
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.giveUp(), ANSWER_MS);
      });
      addEventListener('message', this.hear);
      this.frame = frame;
      root.append(document.createElement('slot'), frame);
      this.timer = window.setTimeout(() => this.giveUp(), PATIENCE_MS);
    }

    disconnectedCallback(): void {
      this.giveUp();
    }

    private giveUp(): void {
      clearTimeout(this.timer);
      removeEventListener('message', this.hear);
      this.frame?.remove();
      this.frame = null;
      const slot = this.shadowRoot?.querySelector('slot');
      if (slot) slot.hidden = false;
      // Where scripts run, what stands for those without them is text.
      const still = this.querySelector('noscript');
      const picture = still && new DOMParser().parseFromString(still.textContent, 'text/html').querySelector('img');
      if (this.isConnected && picture) still.replaceWith(picture);
    }
  }

  const idOf = (src: string) => new URL(src).pathname.split('/').at(-1);
  if (!customElements.get('cod-map')) customElements.define('cod-map', CodMap);
})();
