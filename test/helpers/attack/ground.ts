/** What a stranger asks of the ground of maps, which holds nothing of a 3W, and how long it is kept. */
import type { RouteName } from '../../../server/contract/paths.ts';

export const GROUND: Partial<Record<RouteName, { ask: string[]; keeps: [path: string, keeps: 'minute' | 'no'][]; why: string }>> = {
  getGround: { ask: [], keeps: [['/api/v1/datasets/cod-ab-exl/versions/v01/ground', 'minute']], why: 'what lies around the country' },
  getDisclaimers: { ask: [], keeps: [['/api/v1/disclaimers?box=20,0,40,20', 'minute']], why: 'what is said on every map' },
  getWorldGround: { ask: [], keeps: [['/api/v1/ground', 'minute']], why: 'land and water of the Earth' },
  getBaseMap: { ask: [], keeps: [['/basemap.pmtiles', 'no']], why: 'a file of whoever runs the server; here there is none' },
};
