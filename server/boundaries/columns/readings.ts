/** Layers and columns of boundaries as they were read, in the shape in which they are shown and answered, and the findings that name them. */
import type { BoundaryColumn, BoundaryColumnRole, BoundaryLayer } from '../../contract/boundaries/columns.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import { isSaid, schemeOf, type Role, type RoleOfColumn } from '../normalize/columns.ts';
import type { LayerRead } from '../normalize/model.ts';
import type { RememberedLayer, ResolvedLayer } from './said.ts';

const SAMPLES = 5;
const SHOWN = 3;
/** Different texts of a column beyond which they are not counted. */
const COUNTED = 5000;
/** A heading of the specification is nearly a word; a known older one is a habit; cells are evidence. */
const CONFIDENCE: Record<RoleOfColumn['how'], number> = { asked: 1, profile: 1, exact: 0.98, legacy: 0.95, structure: 0.8 };

type Before = ReadonlyMap<LayerRead['raw'], Pick<ResolvedLayer, 'before'>>;

export function readColumns(layers: readonly LayerRead[], before: Before): BoundaryColumn[] {
  return layers.flatMap((layer) =>
    layer.roles.toSorted((a, b) => a.column - b.column).map((entry) => readColumn(layer, entry, before.get(layer.raw)?.before ?? null)),
  );
}

function readColumn({ raw, languageOf, said }: LayerRead, entry: RoleOfColumn, before: RememberedLayer | null): BoundaryColumn {
  const { column, heading } = entry;
  const texts = raw.columns[column]!.values.flatMap((value) => (value === null || value === '' ? [] : [String(value)]));
  const distinct = new Set<string>();
  for (const text of texts) if (distinct.size < COUNTED) distinct.add(text);
  const samples = [...distinct].slice(0, SAMPLES);
  const role = toShown(entry.role);
  const ofLanguage = entry.role.is === 'name' && said.columns.get(column)?.language !== undefined ? said.columns.get(column)!.how : undefined;
  const how = isSaid(entry) ? entry.how : (ofLanguage ?? entry.how);
  const isKept = role.is === 'extra' || role.is === 'ignore';
  const language = languageOf.get(column) ?? null;
  const scheme = schemeOf(heading);
  return {
    column,
    heading,
    hxl: null,
    role,
    from: how === 'asked' || how === 'profile' ? how : how === 'structure' ? 'values' : 'heading',
    confidence: isKept && !isSaid({ how }) ? (scheme ? CONFIDENCE.legacy : 0.5) : CONFIDENCE[how],
    reasons:
      isKept && !isSaid({ how })
        ? scheme
          ? [toReason(clause('why.foreign', { heading, source: scheme }))]
          : []
        : [toReason(whyOf(how, heading, samples, before))],
    samples,
    filled: texts.length,
    distinct: distinct.size,
    language: language === 'und' ? null : language,
    separators: [],
    numbers: null,
    alternatives: [],
    file: raw.file,
    sheet: raw.layer,
  };
}

const toReason = (why: Clause) => ({ text: sayClause(why, 'en') ?? '', clause: why, weight: 2 });

function whyOf(how: RoleOfColumn['how'], heading: string, samples: string[], before: RememberedLayer | null): Clause {
  if (how === 'asked') return clause('why.said');
  if (how === 'profile') return clause('why.set-on', { date: before?.on ?? '', file: before?.file ?? '' });
  return how === 'structure' ? clause('why.cells', { samples: samples.slice(0, SHOWN) }) : clause('why.words', { heading });
}

function toShown(role: Role): BoundaryColumnRole {
  if (role.is === 'drop') return { is: 'ignore' };
  return role.is === 'name' ? { is: 'name', level: role.level } : role;
}

/** `base`: the level from which the others are joined, once it is known; `kept`: those published as uploaded. */
export function readLayers(layers: readonly LayerRead[], before: Before, base: AdminLevel = 0, kept: ReadonlySet<AdminLevel> = new Set()): BoundaryLayer[] {
  return layers.map(({ raw, levels, from, said }): BoundaryLayer => {
    const told = layerClause(from, before.get(raw)?.before ?? null);
    return {
      file: raw.file,
      layer: raw.layer,
      rows: raw.rows,
      level: levels.length === 1 ? levels[0]! : null,
      levels,
      text: sayClause(told, 'en') ?? '',
      clause: told,
      crs: raw.crs,
      encoding: raw.encoding.name,
      drawing: levels.some((level) => level < base) ? (levels.some((level) => kept.has(level)) ? 'uploaded' : 'joined') : null,
      said: [
        ...(said.level ? ['level' as const] : []),
        ...(raw.crsSaid ? ['crs' as const] : []),
        ...(isSaid({ how: raw.encoding.from }) ? ['encoding' as const] : []),
        ...(said.drawing ? ['drawing' as const] : []),
      ],
    };
  });
}

function layerClause(from: LayerRead['from'], before: RememberedLayer | null): Clause {
  if (from === 'profile') return clause('layer.profile', { date: before?.on ?? '', file: before?.file ?? '' });
  const codes = {
    asked: 'layer.asked',
    columns: 'layer.columns',
    values: 'layer.values',
    'file name': 'layer.file-name',
    'level column': 'layer.level-column',
    'no-level': 'layer.no-level',
    'duplicate-level': 'layer.duplicate',
    'not used': 'layer.not-used',
  } as const;
  return clause(codes[from]);
}

const PLAIN_ROLES = { altName: 'role.alt-name', refName: 'role.ref-name' } as const;
const BARE_ROLES = {
  lang: 'role.names-language',
  validOn: 'role.valid-on',
  validTo: 'role.valid-to',
  version: 'role.version',
  level: 'role.level',
  iso2: 'role.country',
  iso3: 'role.country',
  area: 'role.computed',
  centerLat: 'role.computed',
  centerLon: 'role.computed',
  extra: 'role.kept',
  ignore: 'role.left-out',
} as const;

function roleClause({ role, language }: Pick<BoundaryColumn, 'role' | 'language'>): Clause {
  if (role.is === 'name' && language !== null) return clause('role.names-in', { level: String(role.level), language });
  if (role.is === 'pcode' || role.is === 'name') return clause('role.place', { level: String(role.level), part: role.is === 'pcode' ? 'code' : 'name' });
  return role.is === 'altName' || role.is === 'refName' ? clause(PLAIN_ROLES[role.is], { level: String(role.level) }) : clause(BARE_ROLES[role.is]);
}

const columnClause = ({ heading, column, samples }: BoundaryColumn): Clause =>
  clause('column.sampled', { heading: heading || clause('column.numbered', { number: column + 1 }), samples: samples.slice(0, SHOWN) });

const isUsed = ({ role }: BoundaryColumn) => !['extra', 'ignore', 'iso2', 'iso3', 'area', 'centerLat', 'centerLon'].includes(role.is);

/** Names the columns that the units rest on; what was read as a person said; and what as was said of an earlier upload, with its day and file. */
export function columnFindings(columns: readonly BoundaryColumn[], layers: readonly LayerRead[], before: Before): Finding[] {
  const used = layers.filter(({ levels }) => levels.length > 0).map(({ raw }) => raw);
  const ofUsed = columns.filter(({ file, sheet }) => used.some((raw) => raw.file === file && raw.layer === sheet));
  const item = (code: FindingCode, key: string, detail: Clause) => ({ id: `${code}/${key}`, pcodes: [], rows: [], clause: detail });
  const keyOf = ({ file, sheet, column }: BoundaryColumn) => `${file}/${sheet}/${column}`;
  const saying = (code: FindingCode, how: 'asked' | 'profile', of: (raw: LayerRead['raw']) => boolean) => [
    ...layers
      .filter(({ raw }) => of(raw))
      .flatMap((layer) => layerItems(layer, how).map(([key, detail]) => item(code, `${layer.raw.file}/${layer.raw.layer}/${key}`, detail))),
    ...columns
      .filter(({ from, file, sheet }) => from === how && layers.some(({ raw }) => raw.file === file && raw.layer === sheet && of(raw)))
      .map((column) => item(code, keyOf(column), clause('column.is', { column: columnClause(column), role: roleClause(column) }))),
  ];
  const all = layers.flatMap(({ raw }) => before.get(raw)?.before ?? []);
  const earlier = new Map(all.map((of) => [`${of.on} ${of.file}`, of]));
  return [
    ...finding(
      'normalize.columns-used',
      'info',
      null,
      ofUsed.filter(isUsed).map((column) =>
        item(
          'normalize.columns-used',
          keyOf(column),
          clause('column.used', {
            role: roleClause(column),
            column: columnClause(column),
            percent: Math.round(column.confidence * 100),
            why: column.reasons.map((reason) => reason.clause),
          }),
        ),
      ),
    ),
    ...finding(
      'normalize.as-said',
      'info',
      null,
      saying('normalize.as-said', 'asked', () => true),
    ),
    ...[...earlier.values()].flatMap(({ on, file }) =>
      finding(
        'normalize.as-before',
        'info',
        null,
        saying('normalize.as-before', 'profile', (raw) => before.get(raw)?.before?.on === on && before.get(raw)?.before?.file === file),
        { date: on, file },
      ),
    ),
  ];
}

/** What was said of a layer as a whole. */
function layerItems({ raw, levels, said }: LayerRead, how: 'asked' | 'profile'): [string, Clause][] {
  const { layer, crs, crsSaid, encoding } = raw;
  return [
    ...(said.level?.how === how
      ? [
          ['level', said.level.is === null ? clause('said.not-used', { layer }) : clause('said.level', { layer, level: String(said.level.is) })] as [
            string,
            Clause,
          ],
        ]
      : []),
    ...(crsSaid?.how === how ? [['crs', clause('said.crs', { layer, crs: crs ?? '' })] as [string, Clause]] : []),
    ...(said.drawing?.how === how ? [['drawing', clause('said.drawing', { layer, drawing: said.drawing.is })] as [string, Clause]] : []),
    ...(encoding.from === how && levels.length > 0 ? [['encoding', clause('said.encoding', { layer, encoding: encoding.name })] as [string, Clause]] : []),
  ];
}
