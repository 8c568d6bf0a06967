/** The state of a page and the actions on it, apart from how it is drawn. Parts of a page are given the model and never the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Translate } from '../i18n/translate.ts';
import type { App } from './view.ts';

/** What a model needs of its page, which every `View` has; all of it may change while the page stands. */
export interface Host<K extends string = string> extends ReactiveControllerHost {
  app: App;
  t: Translate<K>;
  /** The named parts of the path. */
  params: Record<string, string>;
  /** Another object after each step back or forward. */
  query: URLSearchParams;
  /** What the route began to fetch while the page's code was still on its way. */
  data: unknown;
}

export abstract class Model<K extends string = string, H extends Host<K> = Host<K>> implements ReactiveController {
  readonly host: H;
  /** Fires when the page is left. */
  protected readonly aborts = new AbortController();
  private followed: URLSearchParams | null = null;

  constructor(host: H) {
    this.host = host;
    host.addController(this);
  }

  get app(): App {
    return this.host.app;
  }

  get t(): Translate<K> {
    return this.host.t;
  }

  /** The page draws itself anew; to be called after every change of what parts read. */
  protected changed(): void {
    this.host.requestUpdate();
  }

  /** The reader went back or forward: the state is that of the address. */
  protected follow(): void {}

  hostConnected(): void {
    this.followed = this.host.query;
  }

  hostDisconnected(): void {
    this.aborts.abort();
  }

  /** Before each drawing. */
  hostUpdate(): void {
    const { query } = this.host;
    if (query === this.followed) return;
    this.followed = query;
    this.follow();
  }
}
