/** Layers as read → admin levels in the specification's terms (COD-AB specification 0.1.0-draft; cod.md §1). */
import { GEOMETRY_KIND, type AdminUnit, type FeatureTable } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel, Iso3, Pcode } from '../../contract/ids.ts';
import { InputError, QuestionError } from '../../errors.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { equalAreaKm2, labelPoint, rewind, unitBbox } from '../../geometry/ring.ts';
import type { LevelAttributes } from './attributes.ts';
import { readAttributes } from './attributes.ts';
import { countryName, iso2Of } from '../../matching/countries.ts';
import { readColumns, readLayers } from '../columns/readings.ts';
import { clause } from '../../words/clauses.ts';
import { schemeOf } from './columns.ts';
import { attributeFindings, normalizeFinding, parentFindings } from './findings.ts';
import { takeRows } from './geometry.ts';
import type { LevelSource } from './layers.ts';
import { classifyLayer, type SaidOfLayer } from './layers.ts';
import type { LayerRead, NormalizedBoundaries, UploadedLevel } from './model.ts';
import { resolveLineages } from './parents.ts';
import { markPartialLevels } from './partial.ts';

export interface NormalizeOptions {
  country: Iso3;
  /** What a person said of layers and columns; wins over what they say themselves. */
  said?: ReadonlyMap<RawLayer, SaidOfLayer> | undefined;
}

/**
 * Finds which layer is which level, reads its columns under whatever headings, and finds every unit's parents.
 * Rows stay one to one with the source, faults included: the checks read them.
 * @throws QuestionError `input.not-boundaries` where no layer of areas says which admin level it holds; InputError where there are no areas
 */
export function normalizeBoundaries(layers: RawLayer[], options: NormalizeOptions): NormalizedBoundaries {
  const { country } = options;
  const findings: Finding[] = layers.flatMap((layer) => layer.findings);
  const companions: NormalizedBoundaries['companions'] = [];
  const ignored: NormalizedBoundaries['ignored'] = [];
  const sources: LevelSource[] = [];
  const layersRead: LayerRead[] = [];
  for (const raw of layers) {
    const said = options.said?.get(raw) ?? { columns: new Map() };
    const role = classifyLayer(raw, country, said);
    if (role.is === 'levels') layersRead.push({ raw, levels: [], from: 'duplicate-level', roles: role.sources[0]!.roles, languageOf: new Map(), said });
    else if (role.is === 'ignored' && role.roles)
      layersRead.push({ raw, levels: [], from: role.reason === 'asked' ? 'not used' : 'no-level', roles: role.roles, languageOf: new Map(), said });
    if (role.is === 'companion') companions.push({ role: role.role, raw });
    else if (role.is === 'levels') sources.push(...role.sources);
    else {
      ignored.push({ raw, reason: role.reason });
      const reason = { 'no-geometry': 'no_geometry', 'no-level': 'no-level', empty: 'empty', asked: 'not_used' }[role.reason];
      const severity = role.reason === 'no-level' ? 'warning' : 'info';
      findings.push(normalizeFinding('normalize.layer-ignored', severity, null, [{ detail: raw.layer }], { layer: raw.layer, reason }));
    }
  }
  const chosen = chooseLayers(sources, ignored, findings);
  if (chosen.length === 0) throw notBoundaries(layers, layersRead);

  const read = chosen.map((source) => readLevel(source, country, findings));
  for (const { source, attributes } of read) {
    const layer = layersRead.find(({ raw }) => raw === source.raw)!;
    layer.levels.push(source.level);
    // Of a layer that holds several levels the deepest tells most.
    Object.assign(layer, { from: source.from, roles: attributes.roles, languageOf: attributes.languageOf });
  }
  const adm0 = iso2Of(country) ?? country;
  const inputs = read.map(({ source, attributes, table }) => ({ ...attributes, level: source.level, geometry: table.geometry }));
  const { lineages, notes } = resolveLineages(inputs, adm0);
  const levels = read.map(({ source, attributes, table }, position): UploadedLevel => {
    const lineage = lineages[position]!.codes;
    setParents(table, lineage);
    return {
      level: source.level,
      table,
      raw: source.raw,
      columns: attributes.columns,
      ancestors: attributes.ancestors,
      lineage,
      languages: attributes.languages,
      partial: false,
    };
  });
  for (const note of notes) {
    const level = levels.find((entry) => entry.level === note.level)!;
    findings.push(...parentFindings(note, read[levels.indexOf(level)]!.attributes.pcodes, level.table.source.rowNumber));
  }
  if (!inputs.some((input) => (input.level === 0 && input.pcodes[0]) || input.ancestors.some((entry) => entry.level === 0 && entry.pcodes.some(Boolean)))) {
    const name = countryName(country, 'en');
    findings.push(normalizeFinding('normalize.country-code-assumed', 'info', 0, [{ detail: adm0, pcodes: [adm0] }], { code: adm0, country: name }));
  }
  const deepestComplete = markPartialLevels(levels, findings);
  return {
    country,
    levels,
    layersRead,
    companions,
    ignored,
    deepestComplete,
    findings,
    statedVersion: stateVersion(
      read.map(({ attributes }) => attributes),
      findings,
    ),
    dateSource: read.map(({ attributes }) => attributes.dateSource).findLast((date) => date !== null) ?? null,
  };
}

/** One layer for each level: the one of which a person said so, then the one that states most, then the first. The others are set aside and said so (check F10). */
function chooseLayers(sources: LevelSource[], ignored: NormalizedBoundaries['ignored'], findings: Finding[]): LevelSource[] {
  const chosen = new Map<AdminLevel, LevelSource>();
  const stated = ({ roles, from }: LevelSource) =>
    roles.filter(({ role }) => role.is === 'pcode' || role.is === 'name').length + (from === 'asked' ? 1e6 : from === 'profile' ? 1e5 : 0);
  for (const source of sources) {
    const rival = chosen.get(source.level);
    const winner = rival && stated(rival) >= stated(source) ? rival : source;
    const loser = winner === source ? rival : source;
    chosen.set(source.level, winner);
    if (!loser) continue;
    ignored.push({ raw: loser.raw, reason: 'duplicate-level' });
    const params = { layer: labelOf(loser.raw), kept: labelOf(winner.raw) };
    findings.push(normalizeFinding('normalize.layer-duplicate', 'warning', source.level, [{ detail: labelOf(loser.raw) }], params));
  }
  return [...chosen.values()].sort((a, b) => a.level - b.level);
}

function labelOf(raw: RawLayer): string {
  return raw.file.includes(raw.layer) ? raw.file : `${raw.file}: ${raw.layer}`;
}

/** A question where there are areas: a person may know which level they are, and which columns hold codes and names. */
function notBoundaries(layers: RawLayer[], read: LayerRead[]): InputError {
  if (!layers.some(({ geometry }) => geometry.kinds.includes(GEOMETRY_KIND.polygon)))
    return new InputError(
      'input.not-boundaries',
      `No row of ${layers.map(labelOf).join(', ')} has an area: units must be polygons, and there are only points, lines or empty rows. Export the layer of areas.`,
    );
  const headings = (raw: RawLayer) =>
    raw.columns
      .slice(0, 6)
      .map(({ name }) => name)
      .join(', ') || 'no columns';
  const seen = layers.map((raw) => `${labelOf(raw)} (${headings(raw)})`).join('; ');
  const text = `No layer has an admin level: there are no columns such as adm1_pcode or ADM2_EN and no file name such as xyz_admin1. Found: ${seen}. Say which level each layer holds and what its columns are, add the columns of the COD-AB specification, or name the files by level.`;
  if (read.length === 0) return new InputError('input.not-boundaries', text);
  const before = new Map();
  return new QuestionError('input.not-boundaries', text, { details: { columns: readColumns(read, before), layers: readLayers(read, before) } });
}

function readLevel(source: LevelSource, country: Iso3, findings: Finding[]): { source: LevelSource; attributes: LevelAttributes; table: FeatureTable } {
  const { raw, level, rows } = source;
  const attributes = readAttributes(source, country);
  const { geometry, rows: turned } = rewind(takeRows(raw.geometry, rows));
  const rowNumber = Uint32Array.from(rows, (row) => row + 1);
  const units = Array.from(rows, (_, row): AdminUnit => {
    const bbox = unitBbox(geometry, row);
    let center: AdminUnit['center'] | undefined;
    return {
      level,
      pcode: (attributes.pcodes[row] ?? '') as Pcode,
      parentPcode: null,
      names: attributes.names[row]!,
      validOn: attributes.validOn[row]!,
      validTo: attributes.validTo[row]!,
      areaSqKm: equalAreaKm2(geometry, row),
      // A repair asks no unit for it, and it takes longer than all else here.
      get center() {
        return (center ??= labelPoint(geometry, row) ?? [0, 0]);
      },
      set center(place) {
        center = place;
      },
      bbox: bbox ?? [0, 0, 0, 0],
    };
  });
  findings.push(...attributeFindings(level, attributes, rowNumber));
  if (turned.length > 0) findings.push(normalizeFinding('normalize.rings-turned', 'info', level, [{ detail: labelOf(raw) }], {}, turned.length));
  const foreign = raw.columns.flatMap(({ name, values }) => (values.some((value) => value !== null && value !== '') && schemeOf(name) ? [name] : []));
  if (foreign[0] !== undefined && attributes.pcodes.every((code) => code === null)) {
    const params = { column: foreign[0], source: schemeOf(foreign[0])! };
    const items = foreign.map((name) => ({ detail: clause('why.foreign', { heading: name, source: schemeOf(name)! }) }));
    findings.push(normalizeFinding('normalize.foreign-ids', 'warning', level, items, params));
  }
  if (source.from === 'file name') {
    findings.push(normalizeFinding('normalize.level-from-name', 'warning', level, [{ detail: labelOf(raw) }], { layer: labelOf(raw) }));
  }
  return { source, attributes, table: { level, units, geometry, extra: attributes.extra, source: { file: raw.file, layer: raw.layer, rowNumber } } };
}

/** The parent is the unit one level up; where the upload knows no such level, the nearest above it. */
function setParents(table: FeatureTable, lineage: (string | null)[][]): void {
  const above = lineage.findLast((codes) => codes.some((code) => code !== null));
  table.units.forEach((unit, row) => {
    unit.parentPcode = (above?.[row] ?? null) as Pcode | null;
  });
}

/** The version that the layers state; the highest where they differ, which is said. */
function stateVersion(attributes: LevelAttributes[], findings: Finding[]): string | null {
  const versions = [...new Set(attributes.flatMap(({ notes }) => notes.versions))].sort((a, b) => versionOrder(a) - versionOrder(b));
  if (versions.length > 1) {
    findings.push(
      normalizeFinding(
        'normalize.versions-differ',
        'warning',
        null,
        versions.map((detail) => ({ detail })),
        { list: versions.join(', ') },
      ),
    );
  }
  return versions.at(-1) ?? null;
}

function versionOrder(version: string): number {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major! * 1000 + (minor ?? 0);
}
