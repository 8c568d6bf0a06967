/** Which columns are told with a feature: coordinates are in the geometry, and what is ignored is told to nobody. */
export const isKept = (is: string): boolean => !['lon', 'lat', 'point', 'wkt', 'ignore'].includes(is);
