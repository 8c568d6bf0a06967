/** What people said of layers and columns, of this upload or of one before with the same headings, brought to the layers that it is about. */
import type { BoundaryAnswers, BoundaryColumnAnswer, BoundaryLayerAnswer } from '../../contract/boundaries/columns.ts';
import { InputError } from '../../errors.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { foldHeading, matchColumns, roleOfHeading, type SaidColumn } from '../normalize/columns.ts';
import { toLevel, type SaidOfLayer } from '../normalize/layers.ts';
import type { LayerRead } from '../normalize/model.ts';

export type BoundarySaid = Required<Pick<BoundaryAnswers, 'columns' | 'layers'>>;

/** What was said of one layer of an earlier upload of the country. */
export interface RememberedLayer {
  /** Of its headings: `layoutOf`. */
  layout: string;
  layer: string;
  file: string;
  /** ISO date of the day on which it was said. */
  on: string;
  /** No other layer of that upload had these headings: then its name need not be the same. */
  alone: boolean;
  columns: BoundaryColumnAnswer[];
  level?: BoundaryLayerAnswer['level'];
  /** `stated`: what the layer stated itself; it holds only for one that states the same. */
  crs?: { said: string; stated: string | null } | undefined;
  encoding?: string | undefined;
  drawing?: BoundaryLayerAnswer['drawing'];
}

/** What was said of a layer, and of which earlier one. */
export interface ResolvedLayer extends SaidOfLayer {
  before: RememberedLayer | null;
}

type Named = Pick<RawLayer, 'file' | 'layer'>;

/** The same for the same headings in any order. */
export const layoutOf = (headings: readonly string[]): string => JSON.stringify(headings.map(foldHeading).toSorted());

/** Layers are told apart by file and name; of an answer that names no file, or no layer, all are meant. */
const isOf = ({ file, layer }: Named, answer: { file?: string | undefined; layer?: string | undefined }): boolean =>
  (answer.file === undefined || answer.file === file) && (answer.layer === undefined || answer.layer === layer);

const ofColumn = ({ file, sheet }: BoundaryColumnAnswer) => ({ file, layer: sheet });

/** What is said of one layer as a whole: the later answer holds. */
export function layerAnswer(asked: readonly BoundaryLayerAnswer[], named: Named): Omit<BoundaryLayerAnswer, 'layer' | 'file'> {
  const own = asked.filter((answer) => isOf(named, answer));
  return Object.assign(
    {},
    ...own.map(({ level, crs, encoding, drawing }) => ({
      ...(level === undefined ? {} : { level }),
      ...(crs == null ? {} : { crs }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(drawing === undefined ? {} : { drawing }),
    })),
  );
}

/** The earlier layer that this one is known by: of these headings and this name, or of these headings where they tell it alone. `remembered`: newest first. */
export function findBefore(remembered: readonly RememberedLayer[], layer: string, headings: readonly string[], isAlone: boolean): RememberedLayer | null {
  const layout = layoutOf(headings);
  const own = remembered.filter((each) => each.layout === layout);
  const named = own.find((each) => each.layer === layer);
  if (named) return named;
  const [newest] = own;
  return isAlone && newest?.alone ? newest : null;
}

/** Whether no other of the layers has the headings of this one. */
export function isAlone(layers: readonly RawLayer[], raw: RawLayer): boolean {
  const own = layoutOf(raw.columns.map(({ name }) => name));
  return layers.every((other) => other === raw || layoutOf(other.columns.map(({ name }) => name)) !== own);
}

/** @throws InputError `boundaries.answers` where an answer names no layer or column of the upload, or contradicts another one or the cells */
export function resolveSaid(
  layers: readonly RawLayer[],
  { columns, layers: ofLayers }: BoundarySaid,
  remembered: readonly RememberedLayer[],
): Map<RawLayer, ResolvedLayer> {
  for (const answer of ofLayers) requireLayer(layers, answer);
  for (const answer of columns) requireColumn(layers, answer);
  return new Map(layers.map((raw) => [raw, resolveLayer(layers, raw, columns, ofLayers, remembered)]));
}

function resolveLayer(
  layers: readonly RawLayer[],
  raw: RawLayer,
  columns: readonly BoundaryColumnAnswer[],
  ofLayers: readonly BoundaryLayerAnswer[],
  remembered: readonly RememberedLayer[],
): ResolvedLayer {
  const headings = raw.columns.map(({ name }) => name);
  const before = findBefore(remembered, raw.layer, headings, isAlone(layers, raw));
  const said = new Map<number, SaidColumn>();
  const put = (answer: BoundaryColumnAnswer, how: SaidColumn['how']) => {
    for (const column of findColumns(raw, answer)) {
      const { role, language } = answer;
      said.set(column, { ...said.get(column), ...(role === undefined ? {} : { role }), ...(language === undefined ? {} : { language }), how });
    }
  };
  for (const answer of before?.columns ?? []) put(answer, 'profile');
  const asked = columns.filter((answer) => isOf(raw, ofColumn(answer)));
  // What is said of one layer by its name is meant more than what is said of all that have the heading.
  for (const answer of asked.toSorted((a, b) => exactness(a) - exactness(b))) put(answer, 'asked');
  requireSense(raw, headings, said);
  const { level, drawing } = layerAnswer(ofLayers, raw);
  const told = level !== undefined ? { is: level, how: 'asked' as const } : before?.level !== undefined ? { is: before.level, how: 'profile' as const } : null;
  const how = drawing !== undefined ? ('asked' as const) : ('profile' as const);
  const drawn = drawing ?? before?.drawing;
  return { columns: said, ...(told ? { level: told } : {}), ...(drawn === undefined ? {} : { drawing: { is: drawn, how } }), before };
}

const exactness = ({ file, sheet, column }: BoundaryColumnAnswer) => [file, sheet, column].filter((part) => part !== undefined).length;

/** 0-based columns of a layer that an answer is about; by the letters of the heading where no spelling fits. */
function findColumns({ columns }: Pick<RawLayer, 'columns'>, { heading, column }: BoundaryColumnAnswer): number[] {
  const by = (same: (name: string) => boolean) => columns.flatMap(({ name }, at) => (same(name) && (column === undefined || column === at) ? [at] : []));
  const exact = by((name) => name === heading);
  return exact.length > 0 ? exact : by((name) => foldHeading(name) === foldHeading(heading));
}

function requireLayer(layers: readonly RawLayer[], { file, layer }: BoundaryLayerAnswer): void {
  if (layers.some((raw) => isOf(raw, { file, layer }))) return;
  throw refuse(`There is no layer ${quoted(layer)}${file === undefined ? '' : ` in ${file}`}. The layers are: ${listed(layers.map(labelOf))}.`);
}

function requireColumn(layers: readonly RawLayer[], answer: BoundaryColumnAnswer): void {
  const meant = layers.filter((raw) => isOf(raw, ofColumn(answer)));
  if (meant.length === 0)
    throw refuse(
      `There is no layer ${quoted(answer.sheet ?? '')}${answer.file === undefined ? '' : ` in ${answer.file}`}. The layers are: ${listed(layers.map(labelOf))}.`,
    );
  if (meant.some((raw) => findColumns(raw, answer).length > 0)) return;
  const at = answer.column === undefined ? '' : ` at position ${answer.column}`;
  const headings = [...new Set(meant.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  throw refuse(`No column is called ${quoted(answer.heading)}${at} in ${listed(meant.map(labelOf))}. The columns are: ${listed(headings)}.`);
}

/** One column for each role, and levels in a column of levels. */
function requireSense(raw: RawLayer, headings: string[], said: ReadonlyMap<number, SaidColumn>): void {
  const matched = matchColumns(headings, said);
  for (const [column, { role, language, how }] of said) {
    if (how !== 'asked') continue;
    const entry = matched[column]!;
    const isNamed = language !== undefined && roleOfHeading(headings[column]!).role.is === 'name';
    if (entry.how !== 'asked' && (role !== undefined || isNamed))
      throw refuse(`In ${labelOf(raw)}, ${quoted(headings[column]!)} and another column are said to hold the same. Say what the other one holds.`);
    if (role?.is !== 'level') continue;
    const odd = raw.columns[column]!.values.find((value) => toLevel(value) === null);
    if (odd !== undefined)
      throw refuse(
        `In ${labelOf(raw)}, ${quoted(headings[column]!)} holds ${quoted(String(odd ?? ''))}, which is no admin level: a column of levels holds 0 to 5.`,
      );
  }
}

/** @throws InputError `boundaries.answers` where a language was said of a column that is none of names */
export function requireNames(layers: readonly LayerRead[]): void {
  for (const { raw, roles, said, levels } of layers)
    for (const [column, { language, how }] of said.columns)
      if (levels.length > 0 && language && how === 'asked' && roles.find((entry) => entry.column === column)?.role.is !== 'name')
        throw refuse(
          `In ${labelOf(raw)}, a language was said of ${quoted(raw.columns[column]!.name)}, which was not read as names. Say that it holds names, and of which level.`,
        );
}

const refuse = (what: string): InputError =>
  new InputError('boundaries.answers', `${what} Take \`columns\` and \`layers\` of check --format json and change what is wrong.`);

const labelOf = ({ file, layer }: Named): string => (file.includes(layer) ? file : `${file}: ${layer}`);
const LISTED = 30;
const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, LISTED)
    .map((name) => name.slice(0, 80))
    .join(', ')}${names.length > LISTED ? ` and ${names.length - LISTED} more` : ''}`;
const quoted = (text: string): string => `“${text.slice(0, 80)}”`;
