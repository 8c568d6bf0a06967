/** What of a version whoever asks is told: each subject that has something to withhold says so of its own. */
import { LAYER, toDatasetKind } from '../contract/ids.ts';
import { layerRedaction } from '../layers/routes.ts';
import { presenceRedaction } from '../presence/routes.ts';

export function redactionOf(deps: Parameters<typeof layerRedaction>[0] & Parameters<typeof presenceRedaction>[0]): ReturnType<typeof presenceRedaction> {
  const [ofLayers, ofPresence] = [layerRedaction(deps), presenceRedaction(deps)];
  return (request, version) => (toDatasetKind(version.dataset) === LAYER ? ofLayers : ofPresence)(request, version);
}
