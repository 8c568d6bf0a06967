/** A drawing as SVG: no script, no outside file, texts as text. */
import { CELL, patternPath } from '../../contract/maps/looks.ts';
import { escapeXml } from '../../formats/text/escape.ts';
import type { Drawing, Fill, Mark } from './drawing.ts';
import { isRightToLeft, NO_GROUND } from './drawing.ts';
import { languageOf } from '../../words/words.ts';

/** @param prefix of the ids in it, where several stand in one page */
export function toSvg(drawing: Drawing, prefix = ''): string {
  const { width, height, lang, title, summary, frame, marks } = drawing;
  const { body, patterns } = marksSvg(marks, prefix);
  const dir = languageOf(lang).direction;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${prefix}t ${prefix}d" lang="${lang}" direction="${dir}" font-family="'Codmap Sans','Noto Sans','Noto Sans Arabic',system-ui,sans-serif"><title id="${prefix}t">${escapeText(title)}</title><desc id="${prefix}d">${escapeText(summary)}</desc><defs><clipPath id="${prefix}c"><rect x="${r(frame.x)}" y="${r(frame.y)}" width="${r(frame.width)}" height="${r(frame.height)}"/></clipPath>${patterns}</defs>${body}</svg>`;
}

/** Marks alone, for a picture that others put together. @param clips whether they stay inside a frame, whose path the picture has */
export function marksSvg(marks: readonly Mark[], prefix: string, clips = true): { body: string; patterns: string } {
  const hatches = new Map<string, string>();
  const fillOf = (fill: Fill | undefined) => {
    if (fill === undefined) return 'none';
    if (typeof fill === 'string') return fill;
    const drawn = patternOf(fill);
    const id = hatches.get(drawn) ?? `${prefix}h${hatches.size}`;
    hatches.set(drawn, id);
    return `url(#${id})`;
  };
  const body = marks.map((mark) => markSvg(clips || mark.is !== 'path' ? mark : { ...mark, clip: undefined }, fillOf, prefix)).join('');
  const patterns = [...hatches].map(([drawn, id]) => `<pattern id="${id}" width="${CELL}" height="${CELL}" patternUnits="userSpaceOnUse">${drawn}</pattern>`);
  return { body, patterns: patterns.join('') };
}

/** What a legend shows of a layer: beside its words, so nothing is read out. @param prefix of the ids in it */
export function swatchSvg(marks: readonly Mark[], { width, height }: { width: number; height: number }, prefix: string): string {
  const { body, patterns } = marksSvg(marks, prefix);
  const size = `width="${r(width)}" height="${r(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${r(width)} ${r(height)}" aria-hidden="true">${patterns && `<defs>${patterns}</defs>`}${body}</svg>`;
}

/** What repeats in a pattern. */
function patternOf(fill: Exclude<Fill, string>): string {
  if (fill.ground === NO_GROUND) return strokesOf(fill);
  return `<rect width="${CELL}" height="${CELL}" fill="${fill.ground}"/>${strokesOf(fill)}`;
}

/** The lines of a pattern, on their edge. */
export function strokesOf({ pattern, ink, edge }: Exclude<Fill, string>, columns = 1, rows = 1): string {
  const { d, width, edge: around } = patternPath(pattern, columns, rows);
  const line = (colour: string, wide: number) => `<path d="${d}" stroke="${colour}" stroke-width="${wide}" stroke-linecap="round"/>`;
  return `${edge && around ? line(edge, around) : ''}${line(ink, width)}`;
}

const r = (value: number) => String(Math.round(value * 10) / 10);

function markSvg(mark: Mark, fillOf: (fill: Fill | undefined) => string, prefix: string): string {
  const opacity = 'opacity' in mark && mark.opacity !== undefined && mark.opacity !== 1 ? ` opacity="${mark.opacity}"` : '';
  if (mark.is === 'path') {
    const dash = mark.dash ? ` stroke-dasharray="${mark.dash.join(' ')}"` : '';
    const stroke = mark.stroke ? ` stroke="${mark.stroke}" stroke-width="${r(mark.width ?? 1)}" stroke-linejoin="round"${dash}` : '';
    return `<path${mark.lead ? ' class="l"' : ''} d="${mark.d}" fill="${fillOf(mark.fill)}"${mark.solid ? '' : ' fill-rule="evenodd"'}${stroke}${opacity}${mark.clip ? ` clip-path="url(#${prefix}c)"` : ''}/>`;
  }
  if (mark.is === 'rect') {
    const round = mark.radius ? ` rx="${mark.radius}"` : '';
    return `<rect x="${r(mark.x)}" y="${r(mark.y)}" width="${r(mark.width)}" height="${r(mark.height)}"${round} fill="${fillOf(mark.fill)}"${mark.stroke ? ` stroke="${mark.stroke}"` : ''}/>`;
  }
  const halo = mark.halo ? ` stroke="${mark.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '';
  const turn = mark.turn ? ` transform="rotate(${mark.turn} ${r(mark.x)} ${r(mark.y)})"` : '';
  const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
  // The anchor follows the direction of the picture, the letters that of the text itself.
  const direction = mark.anchor === 'middle' && isRightToLeft(mark.text) ? ' direction="rtl"' : '';
  return `<text${mark.key ? ' class="k"' : ''} x="${r(mark.x)}" y="${r(mark.y)}" font-size="${r(mark.size)}"${mark.weight === 600 ? ' font-weight="600"' : ''} fill="${mark.fill}"${anchor}${halo}${turn}${opacity}${direction}>${escapeText(mark.text)}</text>`;
}

export function escapeText(text: string): string {
  return escapeXml(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
