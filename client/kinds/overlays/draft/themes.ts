/** What layers are about, in the order of the contract, which says them with all of its checks. */
import type { LayerTheme } from '../../../../server/contract/overlays/layer.ts';

/** Its keys are all of them: a theme that joins the contract is missed here by the compiler. */
const ALL: Record<LayerTheme, true> = {
  displacement: true,
  health: true,
  education: true,
  water: true,
  settlements: true,
  transport: true,
  access: true,
  hazards: true,
  operations: true,
  areas: true,
  relief: true,
  other: true,
};
export const THEMES = Object.keys(ALL) as LayerTheme[];
