/** What a legend says of the layers on a map: only entries that are in view, and how large a symbol is. */
import { FILLED, hatchOf, LINE, lineLook, OUTLINE, radiusOf, sizeSteps, symbolPath, toPoint } from '../../contract/maps/overlayLooks.ts';
import { layerToken, type Palette } from '../../contract/maps/palette.ts';
import { isLang, type PrintLang } from '../../contract/languages.ts';
import { languageOf, say, sayPeriod } from '../../words/words.ts';
import { NO_GROUND, type Mark, type OverlayLegend, type OverlayLegendRow } from '../render/drawing.ts';
import type { DrawnOverlay } from './draw.ts';
import type { LayerSymbol } from '../../contract/overlays/layer.ts';
import { overlayTitle, type MapOverlay } from './overlay.ts';

/** As wide as the boxes of classes. */
export const SWATCH = { width: 22, height: 14 } as const;

export function overlayLegend(
  { summary }: MapOverlay,
  { seen, largest }: Pick<DrawnOverlay, 'seen' | 'largest'>,
  lang: PrintLang,
  palette: Palette,
): OverlayLegend {
  const { legend, size, isOld, shape } = summary;
  const number = new Intl.NumberFormat(languageOf(lang).locale);
  const rows = legend.entries.flatMap(({ value, labels, symbol, colour }, at): OverlayLegendRow[] => {
    const count = seen.get(at) ?? 0;
    if (count === 0) return [];
    const own = (isLang(lang) ? labels[lang] : undefined) ?? Object.values(labels)[0] ?? value;
    const text = own ?? say(lang, legend.column === null ? `picture.layer.${shape}` : 'picture.layer.others');
    return [{ text, count, swatch: (x, y) => swatchOf({ shape, symbol, colour: palette[layerToken(colour)], isOld }, palette, x, y), ...SWATCH }];
  });
  const sizes = size && largest !== null ? sizeSteps(size.max) : [];
  for (const step of sizes) {
    const radius = radiusOf(step, size!.max, largest!);
    const [width, height] = [Math.max(SWATCH.width, 2 * radius + 2), Math.max(SWATCH.height, 2 * radius + 2)];
    const swatch = (x: number, y: number): Mark[] => [
      { is: 'path', d: symbolPath('circle', x + width / 2, y + height / 2, radius), stroke: palette.ink, width: 1, solid: true },
    ];
    rows.push({ text: `${size!.column}: ${number.format(step)}`, count: null, swatch, width, height });
  }
  return { title: overlayTitle(summary, lang), about: aboutOf(summary, lang), rows };
}

/** Of which day the layer is, and whether it is to be trusted still. */
export function aboutOf({ date, validUntil, isOld }: MapOverlay['summary'], lang: PrintLang): string {
  const day = (iso: string) => sayPeriod(iso, iso, lang);
  const until = validUntil === null ? '' : say(lang, isOld ? 'picture.layer.old' : 'picture.layer.until', { date: day(validUntil) });
  return [date === null ? '' : day(date), until].filter(Boolean).join(languageOf(lang).comma);
}

interface SwatchLook {
  shape: MapOverlay['summary']['shape'];
  symbol: LayerSymbol;
  colour: string;
  isOld: boolean;
}

function swatchOf({ shape, symbol, colour, isOld }: SwatchLook, palette: Palette, x: number, y: number): Mark[] {
  const { width, height } = SWATCH;
  if (shape === 'points') {
    const d = symbolPath(toPoint(symbol), x + width / 2, y + height / 2, 4.5);
    return [{ is: 'path', d, fill: isOld ? palette.mapLand : colour, stroke: isOld ? colour : palette.mapLand, width: 1, solid: true }];
  }
  if (shape === 'lines') {
    const line = (stroke: string, wide: number, dash: readonly number[] = []): Mark => ({
      is: 'path',
      d: `M${x} ${y + height / 2}l${width} 0`,
      stroke,
      width: wide,
      ...(dash.length > 0 ? { dash: dash.map((length) => length * wide) } : {}),
    });
    const look = lineLook(symbol, isOld);
    return [line(colour, look.width, look.dash), ...(look.isDouble ? [line(palette.surface, LINE.free)] : [])];
  }
  const d = `M${x + 0.7} ${y + 0.7}l${width - 1.4} 0l0 ${height - 1.4}l${1.4 - width} 0Z`;
  const pattern = hatchOf(symbol, isOld);
  const fill: Mark[] = pattern
    ? [{ is: 'path', d, fill: { pattern, ink: colour, ground: NO_GROUND } }]
    : symbol === 'outlined'
      ? []
      : [{ is: 'path', d, fill: colour, opacity: FILLED }];
  return [...fill, { is: 'path', d, stroke: colour, width: OUTLINE }];
}
