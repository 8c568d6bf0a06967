/** A drawing painted as PNG with our own fonts. */
import { createCanvas, DOMMatrix, Path2D } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { CELL, patternPath } from '../../contract/maps/looks.ts';
import { NO_GROUND, type Drawing, type Fill, type Mark } from './drawing.ts';
import { languageOf } from '../../words/words.ts';
import { fontOf } from './fonts.ts';

/**
 * Painted and packed in this thread: the threads of the process that read files must stay free for tiles.
 * @param scale 2 for screens of double density and for print
 * @param goOn asked before each mark; may throw
 */
export function toPng(drawing: Drawing, scale = 1, goOn: () => void = () => {}): Uint8Array {
  const canvas = createCanvas(Math.round(drawing.width * scale), Math.round(drawing.height * scale));
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.direction = languageOf(drawing.lang).direction;
  for (const mark of drawing.marks) {
    goOn();
    paint(context, mark, drawing.frame);
  }
  const bytes = canvas.toBuffer('image/png');
  // Its pixels lie outside the heap and would wait for the next collection, which knows nothing of them.
  canvas.width = canvas.height = 1;
  return bytes;
}

function paint(context: SKRSContext2D, mark: Mark, frame: Drawing['frame']): void {
  context.save();
  if ('opacity' in mark && mark.opacity !== undefined) context.globalAlpha = mark.opacity;
  switch (mark.is) {
    case 'path': {
      if (mark.clip) {
        context.beginPath();
        context.rect(frame.x, frame.y, frame.width, frame.height);
        context.clip();
      }
      const path = new Path2D(mark.d);
      if (mark.fill) {
        context.fillStyle = styleOf(context, mark.fill);
        // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
        context.fill(path, mark.solid ? 'nonzero' : 'evenodd');
      }
      if (mark.stroke) {
        context.strokeStyle = mark.stroke;
        context.lineWidth = mark.width ?? 1;
        if (mark.dash) context.setLineDash(mark.dash);
        context.stroke(path);
      }
      break;
    }
    case 'rect': {
      context.beginPath();
      context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0);
      if (mark.fill) {
        context.fillStyle = styleOf(context, mark.fill);
        context.fill();
      }
      if (mark.stroke) {
        context.strokeStyle = mark.stroke;
        context.stroke();
      }
      break;
    }
    case 'text': {
      context.font = fontOf(mark.size, mark.weight);
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.translate(mark.x, mark.y);
      if (mark.turn) context.rotate((mark.turn * Math.PI) / 180);
      if (mark.halo) {
        context.strokeStyle = mark.halo;
        context.lineWidth = 3;
        context.strokeText(mark.text, 0, 0);
      }
      context.fillStyle = mark.fill;
      context.fillText(mark.text, 0, 0);
      break;
    }
  }
  context.restore();
}

/** Finer than the pixels of any picture, and scaled back. */
const FINE = 4;

function styleOf(context: SKRSContext2D, fill: Fill): string | CanvasPattern {
  if (typeof fill === 'string') return fill;
  const { d, width, edge } = patternPath(fill.pattern);
  const tile = createCanvas(CELL * FINE, CELL * FINE);
  const brush = tile.getContext('2d');
  if (fill.ground !== NO_GROUND) {
    brush.fillStyle = fill.ground;
    brush.fillRect(0, 0, tile.width, tile.height);
  }
  brush.scale(FINE, FINE);
  brush.lineCap = 'round';
  const stroke = (colour: string, wide: number) => {
    brush.strokeStyle = colour;
    brush.lineWidth = wide;
    brush.stroke(new Path2D(d));
  };
  if (fill.edge && edge) stroke(fill.edge, edge);
  stroke(fill.ink, width);
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix([1 / FINE, 0, 0, 1 / FINE, 0, 0]));
  return pattern as unknown as CanvasPattern;
}
