/** Defects of one shape alone: its coast, its parts, its record. */
import type { Position } from 'geojson';
import { addPart, ringsOf, type SampleFeature } from './draft.ts';
import { keyOf, lengthM, METRES_PER_DEGREE, positions, round, toDegrees } from './lines.ts';
import { nameSiblings } from './names.ts';
import type { Note, ShapeTools } from './draft.ts';

/** Plants them on units that nothing else has touched. */
export function spoilSingle({ country, levels, picker, random }: ShapeTools, note: Note): void {
  const deep = country.levels.length - 1;
  const units = country.levels[deep]!.units;
  const draft = levels[deep]!;
  /** A unit with a long straight piece of coast: the ring and the number of its first vertex. */
  const takeCoast = () =>
    picker.takeShape((row) => {
      for (const { arc, other } of picker.borders[row]!) {
        if (other !== -1) continue;
        const line = positions(country.arcs[arc]!);
        const keys = new Set(line.map(keyOf));
        const rings = ringsOf(draft.base.feature(row));
        for (let r = 0; r < rings.length; r++) {
          const at = rings[r]!.findIndex(
            (point, i) => i > 0 && keys.has(keyOf(point)) && keys.has(keyOf(rings[r]![i - 1]!)) && lengthM([rings[r]![i - 1]!, point]) > 70,
          );
          if (at > 0) return { units: [row], found: { row, ring: r, at } };
        }
      }
      return null;
    });
  /** Puts vertices between two coast vertices; each is given as share of the way and metres out to sea (the right of the ring). */
  const detour = (steps: [share: number, outM: number][]) => {
    const hit = takeCoast();
    if (!hit) return null;
    const ring = ringsOf(draft.edit(hit.row))[hit.ring]!;
    const [a, b] = [ring[hit.at - 1]!, ring[hit.at]!];
    const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
    const d = Math.hypot(dx, dy);
    const points = steps.map(([share, outM]): Position => [
      round(a[0]! + dx * share + (dy / d) * toDegrees(outM)),
      round(a[1]! + dy * share - (dx / d) * toDegrees(outM)),
    ]);
    ring.splice(hit.at, 0, ...points);
    return { row: hit.row, where: points[0]! as [number, number], d: d * METRES_PER_DEGREE };
  };
  const bowTie = detour([
    [0.7, 0.8],
    [0.3, 0.8],
  ]);
  if (bowTie)
    note({
      check: 'G3',
      kind: 'bow-tie',
      severity: 'error',
      units: [bowTie.row],
      where: bowTie.where,
      size: { widthM: 0.8, lengthM: bowTie.d },
      also: ['G12', 'B2', 'B4'],
    });
  const double = detour([[0, 0]]);
  if (double) note({ check: 'G12', kind: 'repeated-vertex', severity: 'warning', units: [double.row], where: double.where });
  const spike = detour([
    [0.5, 0],
    [0.5002, 60],
    [0.5004, 0],
  ]);
  if (spike)
    note({
      check: 'G13',
      kind: 'spike-60-m',
      severity: 'warning',
      units: [spike.row],
      where: spike.where,
      size: { lengthM: 60 },
      also: ['B2', 'B4', 'G12', 'T4'],
    });

  const split = picker.takeShape((row) => (country.levels[deep]!.polygons[row]!.length > 1 ? { units: [row], found: row } : null));
  if (split !== null) {
    const feature = draft.edit(split);
    const geometry = feature.geometry;
    if (geometry?.type === 'MultiPolygon') {
      const [first, ...others] = geometry.coordinates;
      feature.geometry = { type: 'Polygon', coordinates: first! };
      const row = draft.append({ type: 'Feature', properties: { ...feature.properties }, geometry: { type: 'MultiPolygon', coordinates: others } });
      note({ check: 'G9', kind: 'one-unit-two-rows', severity: 'error', units: [split], rows: [split + 1, row], also: ['P6', 'N14', 'S1', 'S2'] });
    }
  }

  const solid = picker.takeRow();
  if (solid !== -1) {
    const feature = draft.edit(solid);
    for (const ring of ringsOf(feature)) ring.forEach((at) => at.push(0));
    note({ check: 'G4', kind: 'third-coordinate', severity: 'warning', units: [solid] });
  }

  const inner = picker.takeShape((row) => {
    const { center, areaSqKm } = units[row]!;
    const near = toDegrees(900);
    const crowded = ringsOf(draft.base.feature(row)).some((ring) => ring.some(([x, y]) => Math.abs(x! - center[0]) < near && Math.abs(y! - center[1]) < near));
    return areaSqKm > 25 && !crowded ? { units: [row], found: row } : null;
  });
  if (inner !== null) {
    const [x, y] = units[inner]!.center;
    const h = toDegrees(500);
    const hole: Position[] = [
      [x - h, y - h],
      [x - h, y + h],
      [x + h, y + h],
      [x + h, y - h],
      [x - h, y - h],
    ].map(([lon, lat]) => [round(lon!), round(lat!)]);
    for (let level = deep, at = inner; level >= 0; level--) {
      const feature = levels[level]!.edit(at);
      const key = keyOf(outerRingAround(feature, [x, y])[0]!);
      const geometry = feature.geometry!;
      if (geometry.type === 'Polygon') geometry.coordinates.push(hole);
      else if (geometry.type === 'MultiPolygon') geometry.coordinates.find((polygon) => keyOf(polygon[0]![0]!) === key)!.push(hole);
      at = country.levels[level]!.units[at]!.parent;
    }
    note({
      check: 'T2',
      kind: 'lake-1-km2',
      severity: 'warning',
      upward: true,
      units: [inner],
      where: [x, y],
      size: { areaM2: 1e6, widthM: 1000 },
      also: ['S1', 'S2'],
    });
  }

  const shore = Math.min(...country.levels[0]!.rings.coords.filter((_, i) => i % 2 === 0)) / 1e6;
  let offing = country.levels[0]!.units[0]!.center[1];
  const islet = (metres: number): { ring: Position[]; where: [number, number] } => {
    offing += 0.06;
    const where: [number, number] = [round(shore - 0.2), round(offing)];
    const h = toDegrees(metres);
    return { where, ring: [where, [round(where[0] + h), where[1]], [round(where[0] + h / 2), round(where[1] + h)], where] };
  };
  const micro = picker.takeRow();
  if (micro !== -1) {
    const { ring, where } = islet(0.4);
    addPart(draft.edit(micro), [ring]);
    note({ check: 'G11', kind: 'part-40-cm', severity: 'warning', units: [micro], where, size: { widthM: 0.4, areaM2: 0.08 }, also: ['B2', 'B4', 'G10'] });
  }
  /** A new record beside a unit: the next code of its parent and a new name. */
  const beside = (): { row: number; properties: Record<string, unknown> } | null => {
    const sizes = new Map<number, number>();
    for (const { parent } of units) sizes.set(parent, (sizes.get(parent) ?? 0) + 1);
    const parentCode = (row: number) => (deep > 0 ? country.levels[deep - 1]!.units[units[row]!.parent]!.pcode : '');
    const row = picker.takeRow((at) => String(sizes.get(units[at]!.parent)! + 1).length <= units[at]!.pcode.length - parentCode(at).length);
    if (row === -1) return null;
    const name = nameSiblings(random, 1, null, [])[0]!;
    const code = parentCode(row) + String(sizes.get(units[row]!.parent)! + 1).padStart(units[row]!.pcode.length - parentCode(row).length, '0');
    const own = draft.base.feature(row).properties;
    return {
      row,
      properties: { ...own, [`adm${deep}_name`]: name[0], [`adm${deep}_name1`]: name[1], [`adm${deep}_name2`]: name[2], [`adm${deep}_pcode`]: code },
    };
  };
  // Each takes its own parent's next code, so the three must have different parents.
  const parents = new Set<number>();
  const append = (entry: Omit<Parameters<Note>[0], 'units' | 'rows'>, geometry: SampleFeature['geometry'], besideUnit = beside()) => {
    if (!besideUnit || parents.has(units[besideUnit.row]!.parent)) return;
    parents.add(units[besideUnit.row]!.parent);
    const row = draft.append({ type: 'Feature', properties: besideUnit.properties, geometry });
    note({ ...entry, units: [besideUnit.row], rows: [row] });
  };
  append({ check: 'G1', kind: 'null-geometry', severity: 'error', also: ['B1', 'B3', 'S1', 'S2'] }, null);
  const orphan = islet(2000);
  const square: Position[] = [
    orphan.where,
    [round(orphan.where[0] + 0.02), orphan.where[1]],
    [round(orphan.where[0] + 0.02), round(orphan.where[1] + 0.02)],
    [orphan.where[0], round(orphan.where[1] + 0.02)],
    orphan.where,
  ];
  append(
    { check: 'B1', kind: 'orphan-islet', severity: 'error', where: orphan.where, also: ['B2', 'B3', 'B4', 'B5', 'G8', 'S1', 'S2'] },
    { type: 'Polygon', coordinates: [square] },
  );
  const twin = beside();
  if (twin)
    append(
      { check: 'G15', kind: 'same-geometry-twice', severity: 'error', where: units[twin.row]!.center, also: ['T1', 'B5', 'S1'] },
      draft.base.feature(twin.row).geometry,
      twin,
    );
  const triangle = picker.takeRow();
  if (triangle !== -1) {
    const { ring, where } = islet(1500);
    for (let level = deep, at = triangle; level >= 0; level--) {
      addPart(levels[level]!.edit(at), [ring]);
      at = country.levels[level]!.units[at]!.parent;
    }
    note({ check: 'G10', kind: 'triangular-part', severity: 'warning', upward: true, units: [triangle], where, also: ['S1'] });
  }
}

function outerRingAround(feature: SampleFeature, [x, y]: [number, number]): Position[] {
  const geometry = feature.geometry!;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons
    .map(([shell]) => shell!)
    .find((ring) => {
      let inside = false;
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        if (a[1]! > y !== b[1]! > y && x < ((b[0]! - a[0]!) * (y - a[1]!)) / (b[1]! - a[1]!) + a[0]!) inside = !inside;
      }
      return inside;
    })!;
}
