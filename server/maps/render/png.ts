/** A drawing painted as PNG with our own fonts. */
import { createCanvas, Path2D } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Drawing, Fill, Mark } from './drawing.ts';
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
        context.fill(path, 'evenodd');
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

function styleOf(context: SKRSContext2D, fill: Fill): string | CanvasPattern {
  if (typeof fill === 'string') return fill;
  const side = fill.kind === 'stripes' ? 8 : 6;
  const tile = createCanvas(side, side);
  const brush = tile.getContext('2d');
  brush.strokeStyle = brush.fillStyle = fill.hatch;
  brush.beginPath();
  if (fill.kind === 'dots') {
    brush.arc(3, 3, 0.95, 0, 2 * Math.PI);
    brush.fill();
  } else if (fill.kind === 'grid') {
    brush.fillRect(0, 0, side, 0.6);
    brush.fillRect(0, 0, 0.6, side);
  } else if (fill.kind === 'net') {
    brush.lineWidth = 0.7;
    brush.moveTo(-1, -1);
    brush.lineTo(7, 7);
    brush.moveTo(-1, 7);
    brush.lineTo(7, -1);
    brush.stroke();
  } else {
    brush.lineWidth = 1.4;
    // Drawn beyond the corners, so that the lines of neighbouring tiles meet.
    for (const shift of [-8, 0, 8]) {
      brush.moveTo(shift - 2, 10);
      brush.lineTo(shift + 10, -2);
    }
    brush.stroke();
  }
  return context.createPattern(tile, 'repeat') as unknown as CanvasPattern;
}
