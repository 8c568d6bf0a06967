/** How sensitive a dataset is, in a line of the terminal. */
import type { Sensitivity } from '../../contract/sensitivity/sensitivity.ts';
import type { Held } from '../../sensitivity/holdings.ts';
import { isCountsOnly } from '../../sensitivity/order.ts';

/** `high, for response` */
const limitsText = (limits: Sensitivity): string => {
  const named = limits.named.length > 0 ? ` (${limits.named.join(', ')})` : '';
  const counts = isCountsOnly(limits)
    ? `, counts only${limits.lowestLevel === null ? '' : ` down to adm${limits.lowestLevel}`}, none below ${limits.smallestCount ?? 3}`
    : '';
  return `${limits.class}, for ${limits.audience}${named}${counts}`;
};

/** `3w-sle: high, for response – by the table v1, as presence-points (coordinates)` */
export function heldText({ dataset, dataType, foundBy, proposed, set, holds, lower }: Held): string {
  const by = set ? `set by ${set.by ?? 'the owner'}` : proposed ? `by the table ${proposed.version}` : 'nothing was said';
  const less = lower && proposed ? `; the table says ${limitsText(proposed)}` : '';
  const reason = set?.reason ? `; reason: ${set.reason}` : '';
  return `${dataset}: ${limitsText(holds)} – ${by}, as ${dataType} (${foundBy})${less}${reason}`;
}
