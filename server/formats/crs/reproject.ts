/** Source coordinates → WGS 84 degrees: what is stated is believed only as far as the numbers bear it out. */
import { InputError, QuestionError } from '../../errors.ts';
import { makeFinding } from '../../words/findings.ts';
import { bringWithin, goesAround } from './antimeridian.ts';
import type { CrsPlan } from './crs.ts';
import { planCrs, toCode, utmCode } from './crs.ts';
import { FARTHEST, FARTHEST_DEGREES, withoutImpossible } from '../coordinates.ts';
import type { RawLayer } from '../raw.ts';
import type { CrsStatement, OutsideTools, SourceLayer } from '../reader.ts';

/** Share of vertices outside ±180/±90 from which numbers are taken for metres and not for degrees with a few faults. */
const NOT_DEGREES = 0.5;

/** A system that a person said of one layer, now or of the layer before; it wins over what the layer states. */
export interface SaidCrs {
  text: string;
  how: 'asked' | 'profile';
}

/** What a layer states itself; null where it states nothing. */
export const statedSystem = ({ crs }: Pick<SourceLayer, 'crs'>): string | null => (crs === 'implied' ? 'EPSG:4326' : crs && planCrs(crs).label);

/**
 * `answer`: what the person said to `read.crs`; `said`: what was said of this very layer. Longitudes that go on beyond ±180 are brought within; other vertices
 * beyond ±180/±90 in a layer of degrees stay as they are (checks G5 and G6 judge them); rows with a vertex that is no number or no place on Earth
 * lose their geometry and are listed, because nothing after this can use them.
 * @throws InputError `read.crsUnknown` where the answer is no system that is known, QuestionError `read.crs` where it must be asked for
 */
export async function toWgs84(
  layer: SourceLayer,
  { answer, said: ofLayer }: { answer?: string | undefined; said?: SaidCrs | undefined },
  outside: OutsideTools | undefined,
): Promise<RawLayer> {
  const own = statedSystem(layer);
  const said = ofLayer && holds(ofLayer, own, layer.geometry.coords) ? ofLayer : undefined;
  let crsSaid: RawLayer['crsSaid'];
  const findings = [...layer.findings];
  const what = layer.layer === layer.file ? layer.file : `${layer.file}, layer ${layer.layer}`;
  const geometry = withoutImpossible(layer.geometry, FARTHEST, what, findings);
  const { coords } = geometry;
  const around = goesAround(geometry);
  const plausible = around || shareOutside(coords) <= NOT_DEGREES;
  const give = (crs: string | null): RawLayer => ({
    ...layer,
    geometry: withoutImpossible(geometry, FARTHEST_DEGREES, what, findings),
    crs,
    findings,
    ...(crsSaid ? { crsSaid } : {}),
  });
  /** For degrees, whose longitudes may go on beyond ±180. */
  const giveDegrees = (crs: string | null): RawLayer => {
    if (!around) return give(crs);
    const within = bringWithin(geometry);
    findings.push(makeFinding('read.beyond180', 'info', null, [], { layer: what, parted: within.parted }, 1));
    return { ...give(crs), geometry: within.geometry };
  };
  if (!coords.length) return give(layer.crs === 'implied' ? 'EPSG:4326' : layer.crs ? planCrs(layer.crs).label : null);

  const stated = layer.crs === 'implied' ? null : layer.crs;
  let plan: CrsPlan | null = layer.crs === 'implied' && plausible ? { kind: 'wgs84', label: 'EPSG:4326' } : stated ? planCrs(stated) : null;
  let statement = stated;
  const statesDegrees = layer.crs === 'implied' || plan?.kind === 'wgs84';
  const asked = said?.text ?? (plan === null || (statesDegrees && !plausible) ? answer : undefined);
  if (asked !== undefined) {
    crsSaid = { how: said?.how ?? 'asked', stated: own };
    statement = toStatement(asked);
    plan = planCrs(statement);
    // Asked again: the files stay, and the next answer may be right.
    if (plan.kind === 'unknown' && !outside) throw question(layer, what, coords, `The coordinate system "${asked.slice(0, 80)}" is not known.`);
    if (plan.kind === 'wgs84' && !plausible) throw question(layer, what, coords, 'WGS 84 was chosen, but its coordinates are not degrees.');
    if (isProjected(plan) && areDegrees(coords)) throw question(layer, what, coords, `${plan.label} was chosen, but its coordinates are degrees.`);
  } else if (plan === null) {
    if (!plausible)
      throw question(
        layer,
        what,
        coords,
        layer.crs === 'implied'
          ? 'Its format uses degrees, but its coordinates are not degrees.'
          : 'It does not state its coordinate system, and its coordinates are not degrees.',
      );
    findings.push(makeFinding('read.crsAssumed', 'warning', null, [], { layer: what }, 1));
    return giveDegrees(null);
  } else if (statesDegrees && !plausible) throw question(layer, what, coords, `It states ${plan.label}, but its coordinates are not degrees.`);

  if (plan.kind === 'wgs84') return giveDegrees(plan.label);
  if (plan.kind === 'formula') {
    plan.toDegrees(coords);
    findings.push(makeFinding('read.reprojected', 'info', null, [], { layer: what, crs: plan.label, datum: plan.datum }, 1));
    return give(plan.label);
  }
  if (!outside || !statement) throw needsGdal(what, plan);
  geometry.coords = await outside.toWgs84(coords, statement);
  findings.push(makeFinding('read.datumShifted', 'warning', null, [], { layer: what, crs: plan.label }, 1));
  return give(plan.label);
}

/**
 * Whether what was said of a layer is used: not where the layer states the same, as the template of an answer does; of the layer before only where it
 * fits this one too.
 */
function holds({ text, how }: SaidCrs, own: string | null, coords: Float64Array): boolean {
  const plan = planCrs(toStatement(text));
  if (plan.label === own) return false;
  if (how === 'asked') return true;
  return plan.kind === 'wgs84' ? shareOutside(coords) <= NOT_DEGREES : plan.kind !== 'unknown' && !(isProjected(plan) && areDegrees(coords));
}

/** Whether its numbers are lengths: degrees stay as they are in a system of degrees. */
function isProjected(plan: CrsPlan): boolean {
  if (plan.kind !== 'formula') return false;
  const probe = Float64Array.of(10, 10);
  plan.toDegrees(probe);
  return probe[0] !== 10 || probe[1] !== 10;
}

/** No country lies within 180 m of the origin of a grid. */
const areDegrees = (coords: Float64Array): boolean => coords.length > 0 && shareOutside(coords) === 0;

function needsGdal(what: string, plan: CrsPlan): InputError {
  return plan.kind === 'shift'
    ? new InputError(
        'read.datumShift',
        `${what} is in ${plan.label}, whose datum (${plan.datum}) is up to 230 m away from WGS 84. Converting it correctly needs GDAL, which is not installed on this server. Reproject the layer to WGS 84 (EPSG:4326) in a GIS and upload it again, or ask the people who run the server to install GDAL (apt install gdal-bin).`,
        { details: { crs: plan.label, datum: plan.datum } },
      )
    : new InputError(
        'read.crsUnknown',
        `${what} is in a coordinate system that is not known here (${plan.label.slice(0, 80)}). Reproject the layer to WGS 84 (EPSG:4326) in a GIS and upload it again.`,
        { details: { crs: plan.label } },
      );
}

function toStatement(answer: string): CrsStatement {
  const code = toCode(answer) ?? utmCode(answer) ?? (/^\d{4,6}$/.test(answer.trim()) ? `EPSG:${answer.trim()}` : null);
  return code ? { code, text: null } : { code: null, text: answer };
}

function question(layer: SourceLayer, what: string, coords: Float64Array, said: string): QuestionError {
  const bbox = toBbox(coords);
  const shown = bbox.map((value) => Number(value.toPrecision(8))).join(', ');
  return new QuestionError(
    'read.crs',
    `${what}: ${said} They run from ${shown} (west, south, east, north). Say which system they are in (for example EPSG:32637, UTM zone 37 north), or upload the layer with its .prj file or in WGS 84.`,
    { details: { file: layer.file, layer: layer.layer, bbox } },
  );
}

function shareOutside(coords: Float64Array): number {
  let outside = 0;
  for (let i = 0; i < coords.length; i += 2) if (Math.abs(coords[i]!) > 180 || Math.abs(coords[i + 1]!) > 90) outside++;
  return coords.length ? (2 * outside) / coords.length : 0;
}

function toBbox(coords: Float64Array): [number, number, number, number] {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < coords.length; i += 2) {
    west = Math.min(west, coords[i]!);
    east = Math.max(east, coords[i]!);
    south = Math.min(south, coords[i + 1]!);
    north = Math.max(north, coords[i + 1]!);
  }
  return [west, south, east, north];
}
