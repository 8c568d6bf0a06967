/** Whether tiles and health answer in time beside something heavy, judged so that a machine that others use too is not blamed on the server. */
import { mainThreadOf, quiet } from '../../../scripts/bench/load.ts';
import type { Served } from '../stores.ts';

/** Tries until a machine that others use was quiet enough to judge. */
const TRIES = 4;
/** What an answer may take of the thread that serves, in milliseconds. */
export const MAIN_MS = 20;

type Beside = Awaited<ReturnType<typeof quiet>>;
const lateIn = (idle: Beside, beside: Beside) => (['tile', 'health'] as const).filter((what) => beside[what].p99 > Math.max(50, 3 * idle[what].p99));

/**
 * @param idleMs for how long the quiet server is asked before each try
 * @throws where tiles or health are late each time, unless each time the serving thread had too little to do to make them so and waited for
 * the processor for longer than they may be late: then others of the machine did.
 */
export async function inTime({ url, pid }: Served, attack: () => Promise<{ beside: Beside; count?: number }>, idleMs = 600): Promise<void> {
  const late: string[] = [];
  let ours = false;
  for (let turn = 0; turn < TRIES; turn++) {
    const idle = await quiet(url, idleMs);
    const before = mainThreadOf(pid);
    const { beside, count = 1 } = await attack();
    const after = mainThreadOf(pid);
    const found = lateIn(idle, beside);
    if (found.length === 0) return;
    const answers = count + beside.tile.count + beside.health.count;
    const main = { ranEach: (after.ran - before.ran) / answers, waitedEach: (after.waited - before.waited) / answers };
    ours ||= main.ranEach > MAIN_MS || main.waitedEach < main.ranEach;
    late.push(`${found.join(', ')}: ${JSON.stringify({ idle, beside, main })}`);
  }
  if (ours) throw new Error(late.join('\n'));
  console.log(`not judged, the machine is busy:\n${late.join('\n')}`);
}
