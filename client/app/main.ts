/** Start: defines the application element; everything else is loaded by the route that needs it. */
import { createApi } from '../kit/api.ts';
import { CodApp } from './app.ts';
import { watchDrops } from '../ui/windowDrop.ts';

customElements.define('cod-app', CodApp);
const app = document.querySelector<CodApp>('cod-app');
app?.start({ api: createApi(), location: window.location, history: window.history, storage: safeStorage() });

if (app) watchDrops(window, (files) => app.receive(files));

/** Storage may be forbidden by the browser's settings; the choice of language then lives in the address only. */
function safeStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
