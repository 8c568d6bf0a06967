/**
 * The first script of a map page, alone or in a frame. The page already says and shows everything; this tells the page around it how
 * tall it is, and sends for the live map once the reader wants it. Nothing is imported here that is not needed before that.
 */
import type { EmbedData } from './live.ts';

declare global {
  interface Navigator {
    connection?: { saveData?: boolean };
  }
}

const data = JSON.parse(document.getElementById('data')!.textContent) as EmbedData;
const box = document.getElementById('map')!;

if (data.framed && window.parent !== window) speakToParent();
// A frame that is sandboxed without an origin may start no worker, and without one there is no live map: its picture is the map.
if (data.live !== 'never' && data.tilejson && window.origin !== 'null' && !navigator.connection?.saveData && hasWebGl()) offerLive();

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/**
 * The page around us asks first; we answer only it, and only where it is on the list. Messages: `{ v: 1, type: 'resize', id, height }`.
 * A file on a disk, the preview of an editor and a sandboxed page have no origin that could be named, so what they are told is told to whoever is there.
 */
function speakToParent(): void {
  let origin: string | null = null;
  let told = 0;
  const main = document.querySelector('main')!;
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (origin === null || height === told) return;
    told = height;
    window.parent.postMessage({ v: 1, type: 'resize', id: data.id, height }, isNamed(origin) ? origin : '*');
  };
  window.addEventListener('message', (event: MessageEvent<{ v?: unknown; type?: unknown; id?: unknown } | null>) => {
    if (event.source !== window.parent || event.data?.v !== 1 || event.data.type !== 'hello' || event.data.id !== data.id) return;
    if (event.origin !== location.origin && data.hosts.length > 0 && !(isNamed(event.origin) && data.hosts.some((host) => matches(event.origin, host)))) return;
    origin = event.origin;
    // It gives us the height of everything from now on.
    document.documentElement.classList.remove('fit');
    told = 0;
    tell();
  });
  new ResizeObserver(tell).observe(main);
}

const isNamed = (origin: string) => /^https?:/.test(origin);

/** `https://*.example.org` stands for every host below it. */
function matches(origin: string, host: string): boolean {
  if (!host.includes('*.')) return new URL(host).origin === origin;
  const [asked, pattern] = [new URL(origin), new URL(host.replace('*.', ''))];
  return asked.protocol === pattern.protocol && asked.port === pattern.port && asked.hostname.endsWith(`.${pattern.hostname}`);
}

async function getJson(href: string): Promise<unknown> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return response.json();
}

function offerLive(): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = data.words.live;
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  box.append(button);
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    note.textContent = data.words.loading;
    const focus = document.activeElement === button;
    button.remove();
    box.append(note);
    // Side by side with the map's code: on a slow line each of these alone would cost a round trip more.
    const ground = getJson(data.ground!).catch(() => null);
    const early = Promise.all([getJson(data.tilejson!), getJson(`${data.values}?lang=${document.documentElement.lang}`), ground]) as Promise<
      Parameters<typeof import('./live.ts').showLive>[2]
    >;
    void import('../map/preload.ts').then(({ preloadWorker }) => preloadWorker());
    // Whichever fails first says so at once: nobody waits for the map's code to hear that there is no map.
    Promise.all([import('./live.ts'), early])
      .then(async ([{ showLive }, answers]) => showLive(box, data, answers, focus))
      .then(
        () => note.remove(),
        (error: unknown) => {
          console.warn(error);
          note.textContent = data.words.failed;
          // A line that broke may be back: the picture stays, and so does the offer.
          note.after(button);
          begun = false;
        },
      );
  };
  box.addEventListener('click', begin);
  if (data.live === 'idle') {
    const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(begin, { timeout: 4000 }) : setTimeout(begin, 200));
    if (document.readyState === 'complete') idle();
    else window.addEventListener('load', idle);
  } else if (data.live === 'sight') {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      begin();
    });
    observer.observe(box);
  }
}
