/** The exception register: faults that a person accepted stay accepted, shown and counted apart, while they stay the same. */
import type { CheckResult, FindingException, FindingItem } from '../contract/finding.ts';
import { statusOf } from './run.ts';

/** A lake redrawn by a few per cent is the same lake; one that doubled is a new question. */
const AREA_TOLERANCE = 0.05;
/** The centre may move by this share of the diagonal of the fault, but always by MIN_SHIFT_M, the noise of any redrawing. */
const SHIFT_TOLERANCE = 0.05;
const MIN_SHIFT_M = 20;
const METRES_PER_DEGREE = 111_320;

/** What is stored of an item when it is accepted. */
export function fingerprint(item: FindingItem): FindingException['fingerprint'] {
  if (!item.at) return { detail: item.detail };
  return {
    at: item.at,
    ...(item.bbox ? { bbox: item.bbox } : {}),
    ...(item.areaM2 === undefined ? {} : { areaM2: item.areaM2 }),
    ...(isFigure(item) ? { detail: item.detail } : {}),
  };
}

/** A fault of figures and not of geometry (a sum of COD-PS): other figures in the same unit are a new question. */
function isFigure(item: FindingItem): boolean {
  return item.values !== undefined && item.areaM2 === undefined;
}

/** Marks the items that an exception covers. Nothing is removed; the input is not changed. */
export function applyExceptions(results: CheckResult[], exceptions: FindingException[]): CheckResult[] {
  if (exceptions.length === 0) return results;
  const byKey = Map.groupBy(exceptions, (exception) => keyOf(exception, exception.pcodes, exception.fingerprint));
  return results.map((result) => {
    const findings = result.findings.map((finding) => {
      const items = finding.items.map((item) => {
        const match = byKey.get(keyOf(finding, item.pcodes, item))?.find((exception) => agrees(item, exception));
        return match ? { ...item, accepted: { reason: match.reason, by: match.by, at: match.at } } : item;
      });
      return { ...finding, items, accepted: items.filter((item) => item.accepted).length };
    });
    return { ...result, findings, status: result.status === 'skipped' ? result.status : statusOf(findings) };
  });
}

/** What has neither code nor place is told apart by its words alone: ten thousand such rows are not each compared with each. */
function keyOf({ code, level }: { code: string; level: number | null }, pcodes: string[], { at, detail }: { at?: unknown; detail?: string }): string {
  return JSON.stringify([code, level, [...pcodes].sort(), at || pcodes.length > 0 ? null : bare(detail ?? '')]);
}

const bare = (text: string) => text.replace(/(?<=\d),(?=\d{3})/g, '');

/** Details that say the same; some older ones were stored without the commas between thousands. */
function sameText(known: string | undefined, now: string): boolean {
  return known !== undefined && bare(known) === bare(now);
}

function agrees(item: FindingItem, { pcodes, fingerprint: known }: FindingException): boolean {
  if (known.detail !== undefined && isFigure(item) && !sameText(known.detail, item.detail)) return false;
  if (!known.at || !item.at) return !known.at && !item.at && (pcodes.length > 0 || sameText(known.detail, item.detail));
  // The short way around: a box may have west > east.
  const around = (degrees: number) => degrees - 360 * Math.round(degrees / 360);
  const scale = Math.cos((item.at[1] * Math.PI) / 180);
  const apart = (a: [number, number], b: [number, number]) => Math.hypot(around(a[0] - b[0]) * scale, a[1] - b[1]) * METRES_PER_DEGREE;
  const diagonal = known.bbox ? apart([known.bbox[0], known.bbox[1]], [known.bbox[2], known.bbox[3]]) : 0;
  const tolerance = Math.max(MIN_SHIFT_M, diagonal * SHIFT_TOLERANCE);
  if (apart(item.at, known.at) > tolerance) return false;
  if (known.bbox && item.bbox) {
    const [west, south, east, north] = item.bbox;
    if (apart([west, south], [known.bbox[0], known.bbox[1]]) > tolerance || apart([east, north], [known.bbox[2], known.bbox[3]]) > tolerance) return false;
  }
  if (known.areaM2 === undefined || item.areaM2 === undefined) return true;
  return Math.abs(item.areaM2 - known.areaM2) <= Math.max(known.areaM2 * AREA_TOLERANCE, 1);
}
