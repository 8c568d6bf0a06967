/** Headings and tags of columns that say where things are. It imports types only, so tables are read the same way in a browser (decision 0091). */
import type { LayerColumnRole } from '../../contract/overlays/layer.ts';

type Role = LayerColumnRole['is'];

/** Headings, whole words folded; forms of Kobo and ODK prefix the question. */
export const HEADINGS: readonly [Role, RegExp][] = [
  [
    'lat',
    /(^|[\s_.:/-])(lat|latitude|latitud|latitudes|y coord(inate)?|coord(inate)?s? y|point y|gps y|gpslat|northing)($|[\s_.:/-]|\d)|^y$|^y wgs84$|^خط العرض$/u,
  ],
  [
    'lon',
    /(^|[\s_.:/-])(lon|long|lng|longitude|longitud|longitudes|x coord(inate)?|coord(inate)?s? x|point x|gps x|gpslon|easting)($|[\s_.:/-]|\d)|^x$|^x wgs84$|^خط الطول$/u,
  ],
  ['point', /(^|[\s_])(geolocation|geopoint|gps|gps location|coordinates|coordonnees|coordenadas|location gps)$/u],
  ['wkt', /^(wkt|the geom|geom|geometry|shape|geometrie|geometria)$/u],
  ['pcode', /(p ?code|adm\d? ?code|admin\d? ?code|code pcode)/u],
  ['date', /(^|\s)(date|fecha|تاريخ)($|\s)|^data$/u],
];
/** Tags of the Humanitarian Exchange Language. */
export const HXL: readonly [Role, RegExp][] = [
  ['lat', /^#geo\+lat\b/],
  ['lon', /^#geo\+lon\b/],
  ['point', /^#geo\+coord/],
  ['pcode', /^#adm\d\+code/],
  ['name', /^#(loc|site)\+name/],
  ['date', /^#date/],
];
