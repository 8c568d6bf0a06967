/** For whom the keyboard is the pointer: a cross in the middle of what no panel covers, and Enter asks what lies there. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Padding } from '../camera.ts';

export function aimWithKeys(map: MapLibre, covered: () => Padding, tap: (point: { x: number; y: number }) => void): void {
  const container = map.getContainer();
  const canvas = map.getCanvas();
  const cross = document.createElement('div');
  cross.className = 'map-aim';
  cross.setAttribute('aria-hidden', 'true');
  container.append(cross);
  const middle = () => {
    const { top, right, bottom, left } = covered();
    return { x: (left + container.clientWidth - right) / 2, y: (top + container.clientHeight - bottom) / 2 };
  };
  const place = () => {
    const { x, y } = middle();
    cross.style.translate = `${x}px ${y}px`;
  };
  canvas.addEventListener('focus', place);
  map.on('move', place);
  canvas.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    place();
    tap(middle());
  });
}
