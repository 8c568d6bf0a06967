/** Paper of sheets. Imports nothing: the client bundles it. */
export const PAPERS = ['A4', 'A3'] as const;
export const ORIENTATIONS = ['portrait', 'landscape'] as const;
export type Paper = (typeof PAPERS)[number];
export type Orientation = (typeof ORIENTATIONS)[number];

/** What a sheet of a dataset shows, where no map is saved. */
export const THEMES = ['boundaries', 'people', 'density', 'presence', 'activities', 'reached'] as const;
export type Theme = (typeof THEMES)[number];

/** A page of small maps, one for each cluster or organisation, or the map of all of them, whatever the map was saved as. */
export const PANELS = ['clusters', 'organisations', 'none'] as const;
export type Panels = (typeof PANELS)[number];

/** Small maps by organisation: more are a series, on a page nobody could tell them apart. Those with most activities. */
export const MOST_ORGANISATIONS = 24;

/** What a series has a sheet of: each cluster, each unit of admin 1, each organisation. */
export const SERIES = ['cluster', 'adm1', 'organisation'] as const;
export type SeriesBy = (typeof SERIES)[number];
/** One file, or one for each sheet. */
export const SERIES_FORMS = ['pdf', 'zip'] as const;
export type SeriesForm = (typeof SERIES_FORMS)[number];

/** Upright or not by the shape of what is shown: wide paper for whatever is not clearly taller than wide. */
export function orientationOf([west, south, east, north]: readonly [west: number, south: number, east: number, north: number]): Orientation {
  const wide = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180);
  return wide > (north - south) * 0.9 ? 'landscape' : 'portrait';
}
