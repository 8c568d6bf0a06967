/** The key of circles above a live map: the picture below it, whose key it was, is gone then. */
import { circleKey } from '../../server/contract/maps/circles.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Room of the numbers beside, and around it all. */
const [NUMBERS, PAD] = [78, 8];

export function showKey(box: HTMLElement, { most, radius }: { most: number; radius: number }, write: (value: number) => string): void {
  const key = circleKey(most, radius);
  if (!key) return;
  const { circles, height, reach } = key;
  const part = (name: string, attributes: Record<string, string | number>, text = '') => {
    const element = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
    element.textContent = text;
    return element;
  };
  const [width, tall] = [reach + NUMBERS + 2 * PAD, height + 2 * PAD];
  const svg = part('svg', { width, height: tall, viewBox: `${-PAD} ${-PAD} ${width} ${tall}`, direction: 'ltr', role: 'img', 'aria-label': circles.map(({ value }) => write(value)).join(' · ') }); // prettier-ignore
  svg.append(
    ...circles.map(({ cx, cy, r }) => part('circle', { cx, cy, r, fill: 'var(--accent)', 'fill-opacity': 0.82, stroke: 'var(--map-land)' })),
    ...circles.flatMap(({ value, cx, top }) => [
      part('path', { d: `M${cx} ${top + 0.5}H${reach}`, stroke: 'var(--ink-2)' }),
      part('text', { x: reach + 3, y: top + 4.5, fill: 'var(--ink)', 'font-size': 12 }, write(value)),
    ]),
  );
  const frame = document.createElement('div');
  frame.className = 'key';
  // Pictures of the page take all of its width.
  frame.style.width = `${width}px`;
  frame.append(svg);
  box.append(frame);
}
