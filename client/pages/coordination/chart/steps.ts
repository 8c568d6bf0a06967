/** From box to box with the arrow keys. Pure. */
import type { Chart, ChartBox } from './block.ts';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** How much a step to the side counts against one ahead: what lies straight ahead is meant. */
const ASIDE = 3;
/** What lies further to the side than ahead is reached only where nothing else is. */
const BESIDE = 1e5;

/** The nearest box in the direction of the arrow; null where there is none. */
export function neighbour({ boxes }: Pick<Chart, 'boxes'>, from: string, arrow: Arrow): string | null {
  const own = boxes.find(({ id }) => id === from);
  if (!own) return null;
  const isUpright = arrow === 'ArrowUp' || arrow === 'ArrowDown';
  const sign = arrow === 'ArrowUp' || arrow === 'ArrowLeft' ? -1 : 1;
  const far = (box: ChartBox) => {
    const [dx, dy] = [middleX(box) - middleX(own), middleY(box) - middleY(own)];
    const [ahead, beside] = isUpright ? [dy * sign, Math.abs(dx)] : [dx * sign, Math.abs(dy)];
    return ahead > 1 ? ahead + ASIDE * beside + (beside > ahead ? BESIDE : 0) : Infinity;
  };
  let nearest: ChartBox | null = null;
  for (const box of boxes) if (far(box) < (nearest ? far(nearest) : Infinity)) nearest = box;
  return nearest?.id ?? null;
}

const middleX = ({ x, width }: ChartBox): number => x + width / 2;
const middleY = ({ y, height }: ChartBox): number => y + height / 2;
