/** What a stated coordinate system is, and whether plain formulas bring it to WGS 84. */
import proj4 from 'proj4';
import type { CrsStatement } from '../reader.ts';
import { asText } from '../reader.ts';

/**
 * `wgs84`: nothing to do. `formula`: a datum within 2 m of WGS 84, so a projection formula is enough.
 * `shift`: another datum; formulas alone would be off by up to 230 m. `unknown`: not understood.
 */
export type CrsPlan =
  | { kind: 'wgs84'; label: string }
  | { kind: 'formula'; label: string; datum: string; toDegrees: (pairs: Float64Array) => void }
  | { kind: 'shift'; label: string; datum: string }
  | { kind: 'unknown'; label: string };

/**
 * Datums taken as WGS 84. The rule: an ITRF- or GRS80-based datum whose published transformation to WGS 84 is a shift of zero,
 * true within about 1 m, 2 m where plate motion since the datum's epoch adds to it (NAD83 and GDA94, up to 1.8 m today).
 * COD borders are digitised at 1:50,000 or coarser (0.2 mm on paper is 10 m), so this is below what they hold.
 * Compared after `toKey`: no punctuation, no D_ prefix.
 */
const WGS84_LIKE = new Set(
  [
    'WGS_1984',
    'World Geodetic System 1984',
    'World Geodetic System 1984 ensemble',
    'WGS84',
    'European_Terrestrial_Reference_System_1989',
    'European Terrestrial Reference System 1989 ensemble',
    'ETRS_1989',
    'ETRS89',
    'North_American_Datum_1983',
    'North_American_1983',
    'NAD83',
    'NAD83_National_Spatial_Reference_System_2011',
    'NAD_1983_2011',
    'NAD83_Canadian_Spatial_Reference_System',
    'Geocentric_Datum_of_Australia_1994',
    'GDA_1994',
    'GDA94',
    'Geocentric_Datum_of_Australia_2020',
    'GDA2020',
    'New_Zealand_Geodetic_Datum_2000',
    'NZGD_2000',
    'Sistema_de_Referencia_Geocentrico_para_America_del_Sur_1995',
    'Sistema_de_Referencia_Geocentrico_para_las_AmericaS_2000',
    'Sistema de Referencia Geocentrico para las AmericaS 1995',
    'SIRGAS',
    'SIRGAS_1995',
    'SIRGAS_2000',
    'SIRGAS2000',
    'SIRGAS_ES2007_8',
    'SIRGAS_Chile',
    'Marco_Geocentrico_Nacional_de_Referencia',
    'MAGNA',
    'MAGNA_SIRGAS',
    'Red_Geodesica_Venezolana',
    'REGVEN',
    'Peru96',
    'Posiciones_Geodesicas_Argentinas_2007',
    'Posiciones_Geodesicas_Argentinas_1998',
    'POSGAR_2007',
    'POSGAR_98',
    'POSGAR_1998',
    'Mexico_ITRF92',
    'Mexico_ITRF2008',
    'Costa_Rica_2005',
    'CR05',
    'Hartebeesthoek94',
    'Hartebeesthoek_1994',
    'Moznet_ITRF94',
    'Reseau_Geodesique_de_la_RDC_2005',
    'RGRDC_2005',
    'Reseau_Geodesique_de_Mayotte_2004',
    'Reseau_Geodesique_de_la_Reunion_1992',
    'Reseau_Geodesique_des_Antilles_Francaises_2009',
    'Reseau_Geodesique_Francais_1993',
    'Reseau_Geodesique_Francais_Guyane_1995',
    'RGF_1993',
    'Iraqi_Geospatial_Reference_System',
    'Iraq_Geospatial_Reference_System',
    'IGRS',
    'Yemen_National_Geodetic_Network_1996',
    'Yemen_NGN_1996',
    'Oman_National_Geodetic_Datum_2014',
    'Kingdom_of_Saudi_Arabia_Geodetic_Reference_Frame_2017',
    'Datum_Geodesi_Nasional_1995',
    'DGN_1995',
    'Geocentric_Datum_of_Malaysia_2000',
    'GDM_2000',
    'Papua_New_Guinea_Geodetic_Datum_1994',
    'Japanese_Geodetic_Datum_2000',
    'Japanese_Geodetic_Datum_2011',
    'JGD_2000',
    'JGD_2011',
    'Geocentric_datum_of_Korea',
    'Korea_2000',
    'China_2000',
    'China_Geodetic_Coordinate_System_2000',
    'Taiwan_Datum_1997',
    'TWD_1997',
    'International_Terrestrial_Reference_Frame_2000',
    'International_Terrestrial_Reference_Frame_2005',
    'International_Terrestrial_Reference_Frame_2008',
    'International_Terrestrial_Reference_Frame_2014',
    'ITRF_2000',
    'ITRF_2005',
    'ITRF_2008',
    'ITRF_2014',
  ].map(toKey),
);

/** EPSG codes that often come without WKT, with the same rule. Zones are ranges: code = first + zone - zone0. */
const UTM_RANGES: [first: number, last: number, firstZone: number, south: boolean, datum: string][] = [
  [32601, 32660, 1, false, 'WGS 84'],
  [32701, 32760, 1, true, 'WGS 84'],
  [25828, 25838, 28, false, 'ETRS89'],
  [31965, 31976, 11, false, 'SIRGAS 2000'],
  [31977, 31985, 17, true, 'SIRGAS 2000'],
  [28348, 28358, 48, true, 'GDA94'],
  [7846, 7859, 46, true, 'GDA2020'],
  [26901, 26923, 1, false, 'NAD83'],
];
const GEOGRAPHIC: Record<string, string> = {
  'EPSG:4326': 'WGS 84',
  'EPSG:4979': 'WGS 84',
  'OGC:CRS84': 'WGS 84',
  'OGC:CRS84H': 'WGS 84',
  'EPSG:4258': 'ETRS89',
  'EPSG:4674': 'SIRGAS 2000',
  'EPSG:4269': 'NAD83',
  'EPSG:6318': 'NAD83(2011)',
  'EPSG:4283': 'GDA94',
  'EPSG:7844': 'GDA2020',
  'EPSG:4167': 'NZGD2000',
  'EPSG:4612': 'JGD2000',
  'EPSG:6668': 'JGD2011',
  'EPSG:4148': 'Hartebeesthoek94',
  'EPSG:4490': 'CGCS2000',
};

/** `urn:ogc:def:crs:EPSG::32637`, `http://www.opengis.net/def/crs/EPSG/0/32637`, `epsg:32637`, `CRS84` → `EPSG:32637`, `OGC:CRS84`. */
export function toCode(text: string): string | null {
  if (/(^|[:/])CRS84H?$/i.test(text.trim())) return 'OGC:CRS84';
  const match =
    /^(?:urn:(?:x-)?ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/|https?:\/\/spatialreference\.org\/ref\/)?(EPSG|ESRI)[:/](?:[\d.]*[:/])?(\d{1,6})\/?$/i.exec(
      text.trim(),
    );
  return match ? `${match[1]!.toUpperCase()}:${match[2]}` : null;
}

/**
 * What people write for WGS 84 in UTM: `UTM 35S`, `utm zone 37 N`, `WGS 84 / UTM zone 35 south`. N and S are hemispheres, as in the names of EPSG;
 * check G7 tells where the letter was meant as a band of the military grid. null where it is another datum, or no zone of the 60.
 */
export function utmCode(text: string): string | null {
  const match = /^\s*(?:WGS[\s_-]*(?:19)?84[\s_/,-]*)?UTM[\s_-]*(?:zone)?[\s_-]*(\d{1,2})[\s_-]*(N|S|north|south)\s*$/i.exec(text);
  const zone = Number(match?.[1]);
  return match && zone >= 1 && zone <= 60 ? `EPSG:${(/^s/i.test(match[2]!) ? 32700 : 32600) + zone}` : null;
}

/** What to do with a stated system. */
export function planCrs(statement: CrsStatement): CrsPlan {
  // A known code says all; names of datums in WKT are spelt in many ways.
  const byCode: CrsPlan = statement.code ? planCode(statement.code) : { kind: 'unknown', label: 'unnamed' };
  const text = statement.text?.trim();
  if (byCode.kind !== 'unknown' || !text) return byCode;
  return text.startsWith('{') ? planProjJson(text, statement.code) : planWkt(text, statement.code);
}

function planCode(code: string): CrsPlan {
  const datum = GEOGRAPHIC[code];
  if (datum === 'WGS 84') return { kind: 'wgs84', label: code.startsWith('OGC:') ? 'EPSG:4326' : code };
  if (datum) return { kind: 'formula', label: code, datum, toDegrees: () => {} };
  const number = /^EPSG:(\d+)$/.exec(code) ? Number(code.slice(5)) : 0;
  const range = UTM_RANGES.find(([first, last]) => number >= first && number <= last);
  if (range) {
    const [first, , zone, south, name] = range;
    return {
      kind: 'formula',
      label: code,
      datum: name,
      toDegrees: projector(`+proj=utm +zone=${number - first + zone}${south ? ' +south' : ''} +ellps=WGS84 +units=m +no_defs`),
    };
  }
  if (number === 3857 || number === 900913)
    return {
      kind: 'formula',
      label: code,
      datum: 'WGS 84',
      toDegrees: projector('+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'),
    };
  return { kind: 'unknown', label: code };
}

function planWkt(text: string, code: string | null): CrsPlan {
  const name = /^\s*[A-Z_]+\s*\[\s*"([^"]*)"/i.exec(text)?.[1];
  if (name === undefined) return { kind: 'unknown', label: text.slice(0, 60) };
  const datum = /\b(?:DATUM|GEODETICDATUM|TRF|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  const label = code ?? authority(text) ?? labelFromName(name);
  const projected = /^\s*(PROJCS|PROJCRS|PROJECTEDCRS|BOUNDCRS|COMPD_CS|COMPOUNDCRS)\s*\[/i.test(text) && /\bPROJECTION\s*\[|\bCONVERSION\s*\[/i.test(text);
  if (!WGS84_LIKE.has(toKey(datum))) return { kind: 'shift', label, datum: datum || name };
  const meridian = /\b(?:PRIMEM|PRIMEMERIDIAN)\s*\[\s*"[^"]*"\s*,\s*([-\d.eE+]+)/i.exec(text)?.[1];
  if (meridian !== undefined && Number(meridian) !== 0) return { kind: 'shift', label, datum: `${datum}, prime meridian ${meridian}` };
  if (!projected) {
    // Grads would need a factor; no COD has them, GDAL knows them.
    const unit = /\b(?:UNIT|ANGLEUNIT)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? 'degree';
    if (!/degree/i.test(unit)) return { kind: 'shift', label, datum: `${datum} in ${unit}` };
    return /wgs|world/i.test(datum) ? { kind: 'wgs84', label } : { kind: 'formula', label, datum, toDegrees: () => {} };
  }
  // A TOWGS84 beside a datum on the list would move what needs no moving.
  return formula(text.replace(/,\s*TOWGS84\s*\[[^\]]*\]/gi, ''), label, datum);
}

function planProjJson(text: string, code: string | null): CrsPlan {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { kind: 'unknown', label: code ?? 'unnamed' };
  }
  const id = json['id'] as { authority?: unknown; code?: unknown } | undefined;
  const label =
    code ??
    (id ? toCode(`${String(id.authority)}:${String(id.code)}`) : null) ??
    (id && String(id.code) === 'CRS84' ? 'EPSG:4326' : asText(json['name'], 'unnamed'));
  const known = planCode(label);
  if (known.kind !== 'unknown') return known;
  const base = (json['base_crs'] ?? json) as Record<string, { name?: unknown } | undefined>;
  const datum = asText(base['datum_ensemble']?.name ?? base['datum']?.name, '');
  if (!WGS84_LIKE.has(toKey(datum))) return { kind: 'shift', label, datum: datum || label };
  return json['type'] === 'ProjectedCRS' ? formula(json, label, datum) : { kind: 'formula', label, datum, toDegrees: () => {} };
}

function formula(definition: string | Record<string, unknown>, label: string, datum: string): CrsPlan {
  const known = planCode(label);
  if (known.kind === 'formula') return { ...known, datum };
  try {
    return { kind: 'formula', label, datum, toDegrees: projector(definition) };
  } catch {
    // A projection that proj4 does not know; GDAL may.
    return { kind: 'unknown', label };
  }
}

/** In place, x y → lon lat. */
function projector(definition: string | Record<string, unknown>): (pairs: Float64Array) => void {
  const converter = proj4(definition as string, '+proj=longlat +ellps=WGS84 +no_defs');
  return (pairs) => {
    const point: [number, number] = [0, 0];
    for (let i = 0; i < pairs.length; i += 2) {
      point[0] = pairs[i]!;
      point[1] = pairs[i + 1]!;
      const [lon, lat] = converter.forward(point);
      pairs[i] = lon;
      pairs[i + 1] = lat;
    }
  };
}

function toKey(datum: string): string {
  return datum
    .replace(/^D_/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** The code of the whole system: the last AUTHORITY or ID, at the end of the text. */
function authority(text: string): string | null {
  const match = /(?:AUTHORITY|ID)\s*\[\s*"(EPSG|ESRI)"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(text);
  return match ? `${match[1]!.toUpperCase()}:${match[2]}` : null;
}

/** Esri WKT has names only; those that CODs come with are given their codes, others keep their name. */
function labelFromName(name: string): string {
  if (/^(GCS_)?WGS[_ ]?(19)?84$/i.test(name)) return 'EPSG:4326';
  if (/Web_Mercator/i.test(name)) return 'EPSG:3857';
  const utm = /^(WGS[_ ]?(?:19)?84|Adindan|Arc_1960)[_ /]+UTM[_ ]zone[_ ](\d{1,2})([NS])$/i.exec(name);
  if (!utm) return name;
  const zone = Number(utm[2]);
  const south = utm[3]!.toUpperCase() === 'S';
  if (/^WGS/i.test(utm[1]!)) return `EPSG:${(south ? 32700 : 32600) + zone}`;
  if (/^Adindan/i.test(utm[1]!)) return zone >= 35 && zone <= 38 && !south ? `EPSG:${20100 + zone}` : name;
  return zone >= 35 && zone <= 37 ? `EPSG:${(south ? 21000 : 21060) + zone}` : name;
}
