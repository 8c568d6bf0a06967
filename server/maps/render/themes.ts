/** One drawing for light and dark: fills become CSS variables, so a page follows the reader's theme without a second picture. */
import { NO_GROUND, PAINTED, type Drawing, type Fill, type Mark } from './drawing.ts';

export interface Themes {
  /** A variable that is `light` or `dark`. */
  colour(light: string, dark: string): string;
  fill(light: Fill, dark: Fill): Fill;
  /** Declarations `--k0:#fff;…` of one theme. */
  declarations(dark: boolean): string;
}

export function createThemes(): Themes {
  const pairs = new Map<string, { name: string; light: string; dark: string }>();
  const colour = (light: string, dark: string) => {
    const key = light + dark;
    const known = pairs.get(key) ?? { name: `--k${pairs.size}`, light, dark };
    pairs.set(key, known);
    return `var(${known.name})`;
  };
  return {
    colour,
    fill(light, dark) {
      if (typeof light === 'string' || typeof dark === 'string') return colour(inkOf(light), inkOf(dark));
      const edge = light.edge && dark.edge ? { edge: colour(light.edge, dark.edge) } : {};
      const ground = light.ground === NO_GROUND ? NO_GROUND : colour(light.ground, dark.ground);
      return { pattern: light.pattern, ink: colour(light.ink, dark.ink), ground, ...edge };
    },
    declarations: (dark) => [...pairs.values()].map((pair) => `${pair.name}:${dark ? pair.dark : pair.light}`).join(';'),
  };
}

const inkOf = (fill: Fill) => (typeof fill === 'string' ? fill : fill.ink);

/** @param dark the same drawing on dark ground: the same marks in the same order */
export const mergeThemes = (light: Drawing, dark: Drawing, themes: Themes): Drawing => ({ ...light, marks: mergeMarks(light.marks, dark.marks, themes) });

/** The same of marks alone. */
export function mergeMarks(light: readonly Mark[], dark: readonly Mark[], themes: Themes): Mark[] {
  return light.map((mark, at) => {
    const other = dark[at]!;
    const merged: Record<string, unknown> = { ...mark };
    for (const key of PAINTED) {
      const [a, b] = [valueOf(mark, key), valueOf(other, key)];
      if (a !== undefined && b !== undefined) merged[key] = themes.fill(a, b);
    }
    return merged as unknown as Mark;
  });
}

function valueOf(mark: Mark, key: 'fill' | 'stroke' | 'halo'): Fill | undefined {
  return (mark as unknown as Record<string, Fill | undefined>)[key];
}
