/** What a person says of a layer: its title, what it is about, how long it holds, whether it is for orientation. Sent with the answers about its columns. */
import { html, type TemplateResult } from 'lit';
import type { LayerAnswer, LayerSaid, LayerTheme } from '../../../../server/contract/overlays/layer.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import { choice, field, tick } from '../../../kit/form.ts';
import { THEMES } from './themes.ts';

export interface AboutLayer {
  page: DraftPage;
  layer: LayerAnswer;
  /** What was said and not yet sent. */
  said: LayerSaid;
  say: (said: Partial<LayerSaid>) => void;
}

export function renderAbout({ page, layer, said, say }: AboutLayer): TemplateResult {
  const { t, app } = page;
  const { language } = app;
  const own = { ...layer.titles, ...said.titles } as Record<string, string | undefined>;
  const changed = (event: Event) => {
    const { name, value, checked } = event.target as HTMLInputElement;
    if (name === 'title' && value.trim() !== '') say({ titles: { ...layer.titles, ...said.titles, [language]: value.trim() } });
    else if (name === 'theme') say({ theme: value as LayerTheme });
    else if (name === 'until') say({ validUntil: value || null });
    else if (name === 'base') say({ base: checked });
  };
  return html`<form class="layer-about" @change=${changed} @submit=${(event: Event) => event.preventDefault()}>
    <h3>${t('layer.about')}</h3>
    ${field({ name: 'title', id: 'layer-title', label: t('layer.title', { language: app.format.language(language) ?? language }), value: own[language] ?? layer.title })}
    ${choice({ name: 'theme', id: 'layer-theme', label: t('layer.theme'), value: said.theme ?? layer.theme, options: THEMES.map((theme) => [theme, t(`overlays.theme.${theme}`)]) })}
    ${field({ name: 'until', id: 'layer-until', type: 'date', label: t('layer.until'), hint: t('layer.until.hint'), value: (said.validUntil === undefined ? layer.validUntil : said.validUntil) ?? '' })}
    ${tick({ name: 'base', label: t('layer.base'), hint: t('layer.base.hint'), checked: said.base ?? layer.base })}
  </form>`;
}
