/** A saved map opens as the page that shows it, in the state in which it was saved. The page's own parts of an address are written by their rooms. */
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { stateOf } from '../country/spec.ts';
import { formatCountryState } from '../country/state.ts';
import type { Api } from '../kit/api.ts';
import { BOUNDARIES, INDICATORS, KINDS, POPULATION, PRESENCE, countryOf } from '../kit/kinds.ts';
import { PAGES } from '../../server/contract/paths.ts';
import { fromSpec as fromCoverage } from '../pages/assessments/spec.ts';
import { formatState as formatAssessments } from '../pages/assessments/state.ts';
import { fromIndicators } from '../kinds/indicators/spec.ts';
import { formatIndicatorsState } from '../kinds/indicators/state.ts';
import { fromPopulation } from '../kinds/population/spec.ts';
import { formatPopulationState } from '../kinds/population/state.ts';
import { fromPresence } from '../kinds/presence/sharing/spec.ts';
import { formatPresenceState } from '../kinds/presence/state.ts';

const PAGE = { boundaries: BOUNDARIES, population: POPULATION, presence: PRESENCE, indicators: INDICATORS } as const;

/** Address of the page; `map` names what it was opened with. Pure. */
export function addressOf(spec: MapSpec, map: string): string {
  const { data } = spec;
  if (data.kind === 'coverage') return `${PAGES.assessments.replace(':iso3', countryOf(spec.boundary.dataset))}?${formatAssessments(fromCoverage(spec, data, map), new URLSearchParams({ lang: spec.lang })).toString()}`; // prettier-ignore
  const common = formatCountryState(stateOf(spec, map), new URLSearchParams({ lang: spec.lang }));
  const query =
    data.kind === 'population'
      ? formatPopulationState(fromPopulation(data, spec), common)
      : data.kind === 'presence'
        ? formatPresenceState(fromPresence(data, spec), common)
        : data.kind === 'indicators'
          ? formatIndicatorsState(fromIndicators(data, spec), common)
          : common;
  return `/c/${countryOf(spec.boundary.dataset)}${KINDS[PAGE[data.kind]].path}?${query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}

/** @throws what the API throws, where there is no such map */
export async function openSaved(api: Pick<Api, 'call'>, id: string): Promise<string> {
  const { spec } = await api.call('getMap', { params: { id } });
  return addressOf(spec, id);
}
