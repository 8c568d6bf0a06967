/** Colours of the map. Their one source is ui/tokens.css, so that map, still picture and panels change theme together. */

export interface Palette {
  ground: string;
  land: string;
  outline: string;
  line: string;
  ink: string;
  muted: string;
  halo: string;
  accent: string;
  accentStrong: string;
  noData: string;
  error: string;
  warning: string;
}

export const LIGHT: Palette = {
  ground: '#e9eef2',
  land: '#fbfaf7',
  outline: '#5d7488',
  line: '#8a94a0',
  ink: '#1b2733',
  muted: '#4d5b69',
  halo: '#fbfaf7',
  accent: '#026cb6',
  accentStrong: '#025995',
  noData: '#e8ecf0',
  error: '#b3261e',
  warning: '#8a5300',
};

const TOKENS: Record<keyof Palette, string> = {
  ground: '--map-ground',
  land: '--map-land',
  outline: '--map-outline',
  line: '--map-line',
  ink: '--ink',
  muted: '--ink-2',
  halo: '--map-land',
  accent: '--accent',
  accentStrong: '--accent-strong',
  noData: '--surface-3',
  error: '--error',
  warning: '--warning',
};

/** Reads the tokens as they apply to `element` now; a token that is not there (a widget in a foreign page) keeps its light value. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const palette = { ...LIGHT };
  for (const [name, token] of Object.entries(TOKENS) as [keyof Palette, string][]) palette[name] = style.getPropertyValue(token).trim() || palette[name];
  return palette;
}
