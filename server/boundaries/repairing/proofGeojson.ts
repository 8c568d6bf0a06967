/** The proof as places for GIS programs: ground gained and lost by each unit, where its outline moved furthest, and the operations. */
import type { Feature, Position } from 'geojson';
import type { RepairProof } from '../../contract/boundaries/proof.ts';
import type { ProvedRepair } from '../proof/prove.ts';

/** Square metres and metres, to the millimetre. Nobody is named who decided. Polygons are as measured: gained by that unit since the upload, or lost. */
export function writeProofGeojson({ levels }: RepairProof, ground: ProvedRepair['ground']): string {
  const features: Feature[] = levels.flatMap(({ level, units, operations }): Feature[] => {
    const unitOf = new Map(units.map((unit) => [unit.key, unit]));
    return [
      ...ground
        .filter((each) => each.level === level)
        .flatMap(({ key, gained, lost }): Feature[] => {
          const { pcode = '', name = '', gainedM2 = 0, lostM2 = 0 } = unitOf.get(key) ?? {};
          const area = (what: 'gained' | 'lost', polygons: typeof gained, areaM2: number): Feature[] =>
            polygons.length === 0
              ? []
              : [
                  {
                    type: 'Feature',
                    geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(toPositions)) },
                    properties: { what, level, unit: key, pcode, name, area_m2: round(areaM2) },
                  },
                ];
          return [...area('gained', gained, gainedM2), ...area('lost', lost, lostM2)];
        }),
      ...units.flatMap(({ key, pcode, name, at, displacementM, beforeM2, afterM2, share, explained }): Feature[] => {
        const properties = {
          what: 'displacement',
          level,
          unit: key,
          pcode,
          name,
          displacement_m: round(displacementM),
          area_before_m2: round(beforeM2),
          area_after_m2: round(afterM2),
          change_percent: round(100 * share),
          explained,
        };
        return at ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties }] : [];
      }),
      ...operations.map(({ id, kind, units: keys, at, widthM, movesM, cutM2, filledM2, rule, seen }): Feature => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: at },
        properties: {
          what: 'operation',
          level,
          kind,
          rule,
          units: keys.join(' '),
          width_m: round(widthM),
          moves_m: round(movesM),
          cut_m2: round(cutM2),
          filled_m2: round(filledM2),
          seen,
        },
      })),
    ];
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const toPositions = (ring: ArrayLike<number>): Position[] => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);

const round = (value: number) => Math.round(1000 * value) / 1000;
