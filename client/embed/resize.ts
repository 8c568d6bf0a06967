/**
 * Gives frames of Codmap the height of what is in them. Runs on pages of others: no import, no global name, at most 2 kB.
 * It speaks first, and answers count only from a frame of ours, from its origin or, where the frame is sandboxed, from none. What it says is no secret,
 * and a sandboxed frame has no origin that it could be sent to.
 */
(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script) return;
  const { origin } = new URL(script.src);
  const prefix = `${origin}/embed/`;
  const idOf = (frame: HTMLIFrameElement) => (frame.src.startsWith(prefix) ? frame.src.slice(prefix.length).split('?')[0]! : null);
  const greet = (frame: HTMLIFrameElement) => {
    const id = idOf(frame);
    if (id) frame.contentWindow?.postMessage({ v: 1, type: 'hello', id }, '*');
  };
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', (event: MessageEvent<{ v?: unknown; type?: unknown; id?: unknown; height?: unknown } | null>) => {
    if ((event.origin !== origin && event.origin !== 'null') || event.data?.v !== 1 || event.data.type !== 'resize') return;
    const { id, height } = event.data;
    const frame = frames().find((each) => each.contentWindow === event.source && idOf(each) === id);
    if (frame && typeof height === 'number' && height > 0 && height < 10_000) frame.style.height = `${Math.ceil(height)}px`;
  });
  // A frame that is put into the page later, or loaded again, is greeted when it has loaded; `load` does not bubble, so it is caught on its way.
  document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && greet(target), true);
  frames().forEach(greet);
})();
