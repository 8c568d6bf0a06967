import type { LayerSummary } from '../../../server/contract/overlays/layer.ts';

/** What a layer is called in the language of the page, else as its source calls it. */
export const titleOf = ({ titles, title }: Pick<LayerSummary, 'titles' | 'title'>, language: string): string =>
  (titles as Record<string, string | undefined>)[language] ?? title;
