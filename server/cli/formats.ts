/** What `codmap export` can write. */
export const EXPORT_FORMATS = ['geojson', 'gpkg', 'shp', 'fgb', 'csv', 'xlsx', 'pmtiles', 'kml'] as const;
