/** What the publisher says of boundaries and names, for what is in view; asked of the server, once for each box and language. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { DisclaimersAnswer } from '../../../server/contract/maps/disclaimers.ts';
import type common from '../../../server/words/en/interface/common.ts';
import { View, type App } from '../view.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];

const asked = new Map<string, Promise<DisclaimersAnswer>>();

/** @param box null: what is said on every map */
export function askDisclaimers({ api, language }: Pick<App, 'api' | 'language'>, box: Box | null): Promise<DisclaimersAnswer> {
  const [west, south, east, north] = box ?? [];
  const turned = box && [west!, south!, east! < west! ? east! + 360 : east!, north!].map((value) => Math.round(value * 100) / 100).join(',');
  const key = `${language} ${turned}`;
  let answer = asked.get(key);
  if (!answer) {
    answer = api.call('getDisclaimers', { query: { lang: language, ...(turned ? { box: turned } : {}) } });
    asked.set(key, answer);
    // Offline once is not offline for ever.
    answer.catch(() => asked.delete(key));
  }
  return answer;
}

class CodDisclaimer extends View<keyof typeof common> {
  static override properties: PropertyDeclarations = { box: { attribute: false }, notes: { state: true } };
  declare box: Box | null;
  declare private notes: DisclaimersAnswer['notes'];
  private shown = '';

  constructor() {
    super();
    this.box = null;
    this.notes = [];
  }

  protected override willUpdate(): void {
    const wanted = `${this.app.language} ${String(this.box)}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    askDisclaimers(this.app, this.box).then(
      ({ notes }) => {
        if (wanted === this.shown) this.notes = notes;
      },
      () => {},
    );
  }

  override render(): TemplateResult {
    const { notes, app, t } = this;
    const foreign = notes.find(({ lang }) => lang !== app.language);
    return html`${notes.map((note) => {
      const lead = note === foreign ? `${t('disclaimer.elsewhere', { language: app.format.language(note.lang) })} ` : nothing;
      return html`${lead}<bdi lang=${note.lang}>${note.text}</bdi> `;
    })}`;
  }
}
customElements.define('cod-disclaimer', CodDisclaimer);
