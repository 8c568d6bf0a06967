/** Defects between shapes, at known places and of known size: overlaps, gaps, slits, crossings. */
import type { Position } from 'geojson';
import type { SampleUnit } from './country.ts';
import { ringsOf, type Note, type Planted, type ShapeTools } from './draft.ts';
import { crossesAny, keyOf, lengthM, leftNormal, METRES_PER_DEGREE, moveVertices, offsetMiddle, positions, round, toDegrees } from './lines.ts';
import { spoilSingle } from './spoilParts.ts';

/** Plants what there is room for; smaller countries hold fewer defects. */
export function spoilShapes(tools: ShapeTools): void {
  const { country, levels, picker, planted } = tools;
  const deep = country.levels.length - 1;
  const units = country.levels[deep]!.units;
  const draft = levels[deep]!;
  const note: Note = (entry) => {
    const { units: touched, rows, also = [], ...rest } = entry;
    planted.push({
      ...rest,
      also,
      level: deep,
      file: draft.file,
      pcodes: touched.map((row) => units[row]!.pcode),
      rows: rows ?? touched.map((row) => row + 1),
    });
  };
  /** A border of at least `metres` between two siblings. */
  const takeBorder = (metres: number, fits: (a: SampleUnit, b: SampleUnit) => boolean = (a, b) => a.parent === b.parent) =>
    picker.takeShape((row) => {
      const border = picker.borders[row]!.find(
        ({ arc, other }) =>
          other !== -1 && fits(units[row]!, units[other]!) && country.arcs[arc]!.coords.length >= 20 && lengthM(positions(country.arcs[arc]!)) > metres,
      );
      return border ? { units: [row, border.other], found: { row, other: border.other, arc: country.arcs[border.arc]! } } : null;
    });
  const shifted = (check: string, kind: string, severity: Planted['severity'], metres: number, widthM: number, also: string[] = []) => {
    const hit = takeBorder(1.8 * metres);
    if (!hit) return;
    const line = positions(hit.arc);
    // Away from `row` is an overlap: to the right of the arc where `row` is on its left.
    const { moves, lengthM, where } = offsetMiddle(line, metres, hit.arc.left === hit.row ? -widthM : widthM);
    moveVertices(draft.edit(hit.row), moves);
    note({ check, kind, severity, units: [hit.row, hit.other], where, size: { widthM: Math.abs(widthM), lengthM, areaM2: Math.abs(widthM) * lengthM }, also });
  };
  shifted('T1', 'overlap-10-m', 'error', 1500, 10, ['T4']);
  shifted('T1', 'overlap-below-1-cm', 'info', 900, 0.005, ['T4', 'T2']);
  shifted('T2', 'sliver-5-m-by-2-km', 'error', 2000, -5, ['T4', 'B4', 'G13']);
  shifted('T2', 'sliver-1.5-m', 'error', 600, -1.5, ['T4', 'B4', 'G13']);

  const slit = picker.takeShape((row) => {
    for (const { arc, other } of picker.borders[row]!) {
      if (other === -1 || units[other]!.parent !== units[row]!.parent || country.arcs[arc]!.coords.length < 20) continue;
      const line = positions(country.arcs[arc]!);
      for (const from of [line, line.toReversed()]) {
        const ring = ringsOf(draft.base.feature(row)).find((points) => points.some((at) => keyOf(at) === keyOf(from[0]!)));
        const shore = picker.borders[row]!.some(
          ({ arc: coast, other: sea }) =>
            sea === -1 && [positions(country.arcs[coast]!)[0]!, positions(country.arcs[coast]!).at(-1)!].some((at) => keyOf(at) === keyOf(from[0]!)),
        );
        if (ring && shore) return { units: [row, other], found: { row, other, line: from, left: (country.arcs[arc]!.left === row) === (from === line) } };
      }
    }
    return null;
  });
  if (slit) {
    const { row, other, line, left } = slit;
    const feature = draft.edit(row);
    const moves = new Map<string, Position>();
    for (let i = 1; i < 8; i++) {
      const [nx, ny] = leftNormal(line, i);
      const width = toDegrees(left ? 4 : -4) * (1 - i / 8);
      moves.set(keyOf(line[i]!), [round(line[i]![0]! + nx * width), round(line[i]![1]! + ny * width)]);
    }
    // The corner at the coast slides along the coast, so that the slit is open to the sea.
    for (const ring of ringsOf(feature)) {
      const at = ring.findIndex((point) => keyOf(point) === keyOf(line[0]!));
      if (at === -1) continue;
      const open = ring.slice(0, -1);
      const [before, after] = [open.at(at - 1)!, open[(at + 1) % open.length]!];
      const coast = keyOf(before) === keyOf(line[1]!) ? after : before;
      const share = toDegrees(5) / Math.hypot(coast[0]! - line[0]![0]!, coast[1]! - line[0]![1]!);
      moves.set(keyOf(line[0]!), [round(line[0]![0]! + (coast[0]! - line[0]![0]!) * share), round(line[0]![1]! + (coast[1]! - line[0]![1]!) * share)]);
    }
    moveVertices(feature, moves);
    note({
      check: 'T3',
      kind: 'slit-open-to-the-sea',
      severity: 'warning',
      units: [row, other],
      where: line[0] as [number, number],
      size: { widthM: 5, lengthM: lengthM(line.slice(0, 9)) },
      also: ['G13', 'B2', 'B4', 'T4'],
    });
  }

  const extra = takeBorder(500);
  if (extra) {
    const line = positions(extra.arc);
    const i = Math.floor(line.length / 2);
    const middle: Position = [round((line[i]![0]! + line[i + 1]![0]!) / 2), round((line[i]![1]! + line[i + 1]![1]!) / 2)];
    for (const ring of ringsOf(draft.edit(extra.row))) {
      const at = ring.findIndex((point, j) => j > 0 && new Set([keyOf(point), keyOf(ring[j - 1]!), keyOf(line[i]!), keyOf(line[i + 1]!)]).size === 2);
      if (at !== -1) ring.splice(at, 0, middle);
    }
    note({ check: 'T4', kind: 'vertex-on-one-side-only', severity: 'info', units: [extra.row, extra.other], where: middle as [number, number] });
  }

  // A shared border moved two per cent of a unit into the neighbouring parent, while the parents' own border stays.
  const crossing =
    deep < 2
      ? null
      : picker.takeShape((row) => {
          for (const { arc, other } of picker.borders[row]!) {
            if (other === -1 || units[other]!.parent === units[row]!.parent) continue;
            const line = positions(country.arcs[arc]!);
            const [a, b] = [line[0]!, line.at(-1)!];
            const chord = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
            const height = (0.04 * units[row]!.areaSqKm) / (chord * METRES_PER_DEGREE ** 2 * 1e-6);
            if (line.length < 20 || height > 0.3 * chord) continue;
            const side = country.arcs[arc]!.left === row ? -1 : 1;
            const [ux, uy] = [(b[0]! - a[0]!) / chord, (b[1]! - a[1]!) / chord];
            const moved = line.map((at, i): Position => {
              const t = ((at[0]! - a[0]!) * ux + (at[1]! - a[1]!) * uy) / chord;
              const lift = t <= 0 || t >= 1 || i === 0 || i === line.length - 1 ? 0 : height * Math.sin(Math.PI * t) ** 2 * side;
              return [round(at[0]! - uy * lift), round(at[1]! + ux * lift)];
            });
            const own = new Set(line.slice(1, -1).map(keyOf));
            const fixed = [row, other].flatMap((unit) =>
              ringsOf(draft.base.feature(unit)).flatMap((ring) =>
                ring
                  .slice(1)
                  .map((at, i): [Position, Position] => [ring[i]!, at])
                  .filter(([c, d]) => !own.has(keyOf(c)) && !own.has(keyOf(d))),
              ),
            );
            if (!crossesAny(moved, fixed)) return { units: [row, other], found: { row, other, line, moved, height } };
          }
          return null;
        });
  if (crossing) {
    const { row, other, line, moved, height } = crossing;
    const moves = new Map(line.map((at, i) => [keyOf(at), moved[i]!]));
    moveVertices(draft.edit(row), moves);
    moveVertices(draft.edit(other), moves);
    const middle = moved[Math.floor(moved.length / 2)]! as [number, number];
    note({
      check: 'B2',
      kind: 'crosses-parent-by-2-percent',
      severity: 'error',
      units: [row, other],
      where: middle,
      size: { areaM2: 0.02 * units[row]!.areaSqKm * 1e6, widthM: height * METRES_PER_DEGREE },
      also: ['B4', 'S1'],
    });
  }

  spoilSingle(tools, note);
  spoilParents(tools);
}

/** Level 1 disagrees with its children: five metres along a provincial border. */
function spoilParents({ country, levels, picker, planted }: ShapeTools): void {
  const deep = country.levels.length - 1;
  if (deep < 2) return;
  const provinceOf = (row: number) => {
    let at = row;
    for (let level = deep; level > 1; level--) at = country.levels[level]!.units[at]!.parent;
    return at;
  };
  const hit = picker.takeShape((row) => {
    const border = picker.borders[row]!.find(
      ({ arc, other }) => other !== -1 && provinceOf(other) !== provinceOf(row) && lengthM(positions(country.arcs[arc]!)) > 3000,
    );
    return border ? { units: [row, border.other], found: { row, other: border.other, arc: country.arcs[border.arc]! } } : null;
  });
  if (!hit) return;
  const { moves, lengthM: metres, where } = offsetMiddle(positions(hit.arc), 1500, 5);
  const provinces = [provinceOf(hit.row), provinceOf(hit.other)];
  for (const province of provinces) moveVertices(levels[1]!.edit(province), moves);
  planted.push({
    check: 'B4',
    kind: 'parent-border-5-m-off',
    severity: 'warning',
    level: 1,
    file: levels[1]!.file,
    pcodes: provinces.map((row) => country.levels[1]!.units[row]!.pcode),
    rows: provinces.map((row) => row + 1),
    where,
    size: { widthM: 5, lengthM: metres },
    also: ['B2', 'B5'],
  });
}
