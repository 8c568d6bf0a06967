/** Columns of a table or layer as they were read, each with what a person may say of it: role, level, language, how numbers are written; the roles are those of the kind. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnAnswer, ColumnReading, NumberStyle } from '../../../server/contract/columns.ts';
import type columnMessages from '../../../server/words/en/interface/columns.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import './editor.css';

export type ColumnKey = keyof typeof columnMessages;
export type ColumnWords = Translate<ColumnKey>;
/** A column of one table of the upload, or of one layer, which `sheet` is then. */
export interface EditableColumn<Role> extends ColumnReading<Role> {
  file: string;
  sheet: string;
}
/** What was said and not yet sent, by `keyOf`. */
export type ColumnEdits<Role> = ReadonlyMap<string, ColumnAnswer<Role>>;
type Edit<Role> = Partial<ColumnAnswer<Role>>;

/** One column in the hands of a person. */
export interface EditedColumn<Role> {
  t: ColumnWords;
  column: EditableColumn<Role>;
  role: Role;
  edit: ColumnAnswer<Role> | undefined;
  /** What the column is called on the page. */
  shown: string;
  busy: boolean;
  pick: Chooser;
  say: (edit: Edit<Role>) => void;
}

/** What columns of a kind of data may be. */
export interface ColumnsOfKind<Role extends { is: string }> {
  /** In the order in which they are offered, each with its words. `role`: what the column was read as. */
  roles: (t: ColumnWords, role: Role) => [is: Role['is'], label: string][];
  /** The role that a choice of the list begins with; what it needs besides is asked beside it. */
  start: (is: Role['is'], before: Role) => Role;
  renderMore: (edited: EditedColumn<Role>) => TemplateResult | typeof nothing;
}

export interface EditedColumns<Role extends { is: string }> {
  t: ColumnWords;
  kind: ColumnsOfKind<Role>;
  columns: readonly EditableColumn<Role>[];
  said: ColumnEdits<Role>;
  busy: boolean;
  say: (said: ColumnEdits<Role>) => void;
  /** What is said of a table or layer as a whole. */
  renderTable?: (file: string, sheet: string) => TemplateResult;
  /** Whether a table or layer as a whole is in doubt; its columns may be besides. */
  isDoubtful?: (file: string, sheet: string) => boolean;
}

/** Below this how a column was read is worth a look. */
const CERTAIN = 0.9;
const SAMPLES = 3;
const LANGUAGES = ['en', 'fr', 'es', 'ar', 'pt'];
/** As an example of 12,345.6 in each. */
const STYLES: [sample: string, style: NumberStyle][] = [
  ['12,345.6', { thousands: ',', decimal: '.' }],
  ['12.345,6', { thousands: '.', decimal: ',' }],
  ['12 345,6', { thousands: ' ', decimal: ',' }],
  ['12 345.6', { thousands: ' ', decimal: '.' }],
  ["12'345.6", { thousands: "'", decimal: '.' }],
  ['12345.6', { thousands: null, decimal: '.' }],
  ['12345,6', { thousands: null, decimal: ',' }],
];

/** Of one table of the upload one column. */
export const keyOf = ({ file, sheet, column }: Pick<EditableColumn<unknown>, 'file' | 'sheet' | 'column'>): string => JSON.stringify([file, sheet, column]);

/** What was said as it is sent. */
export const answersOfColumns = <Role>(said: ColumnEdits<Role>): ColumnAnswer<Role>[] => [...said.values()];

/** The edits with one more; one that says what was read already is none. */
export function withEdit<Role>(said: ColumnEdits<Role>, column: EditableColumn<Role>, edit: Edit<Role>): ColumnEdits<Role> {
  const { heading, file, sheet, column: at } = column;
  const key = keyOf(column);
  const next: ColumnAnswer<Role> = { heading, column: at, file, sheet, ...said.get(key), ...edit };
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (next.role !== undefined && isSame(next.role, column.role)) delete next.role;
  if (next.language !== undefined && next.language === column.language) delete next.language;
  if (next.numbers !== undefined && isSame(next.numbers, column.numbers)) delete next.numbers;
  const all = new Map(said);
  if (next.role === undefined && next.language === undefined && next.numbers === undefined) all.delete(key);
  else all.set(key, next);
  return all;
}

/** Columns that are used on thin evidence, and nobody has said anything of them. */
export function doubtfulColumns<Role extends { is: string }>(columns: readonly EditableColumn<Role>[], said: ColumnEdits<Role>): EditableColumn<Role>[] {
  return columns.filter((column) => column.confidence < CERTAIN && !['ignore', 'extra'].includes(column.role.is) && !said.has(keyOf(column)));
}

/** What a table of the upload, or a layer, is called. */
export const tableText = (file: string, sheet: string): string => (file.includes(sheet) ? file : `${file} · ${sheet}`);

export function renderColumnEditor<Role extends { is: string }>(edited: EditedColumns<Role>): TemplateResult {
  const { t, kind, columns, said, busy, say, renderTable, isDoubtful } = edited;
  const tables = Map.groupBy(columns, ({ file, sheet }) => JSON.stringify([file, sheet]));
  return html`<p class="small muted">${t('columns.help')}</p>
    ${[...tables.values()].map((own) => {
      const { file, sheet } = own[0]!;
      const name = html`<bdi dir="auto">${tableText(file, sheet)}</bdi>`;
      const all = html`${renderTable?.(file, sheet) ?? nothing}
        <ul class="columns">
          ${own.map((column) => renderColumn({ t, kind, column, edit: said.get(keyOf(column)), busy, say: (edit) => say(withEdit(said, column, edit)) }))}
        </ul>`;
      if (tables.size === 1) return html`${renderTable ? html`<h3 class="columns-table">${name}</h3>` : nothing}${all}`;
      const doubts = doubtfulColumns(own, said).length;
      const edits = own.filter((column) => said.has(keyOf(column))).length;
      return html`<details class="columns-fold" ?open=${doubts > 0 || isDoubtful?.(file, sheet)}>
        <summary>
          <h3 class="columns-table">${icon('chevron', 14)} ${name}</h3>
          <span class="small muted"
            >${doubts > 0 ? t('columns.doubts', { count: doubts }) : t('columns.count', { count: own.length })}${edits > 0 ? html` · ${t('columns.edits', { count: edits })}` : nothing}</span
          >
        </summary>
        ${all}
      </details>`;
    })}`;
}

/** A list to choose from, named after its column. */
export function createChooser(shown: string, busy: boolean): Chooser {
  return (label, value, options, chosen) =>
    html`<label class="columns-choice"
      ><span class="small muted">${label}</span>
      <select
        class="select"
        aria-label=${`${shown}: ${label}`}
        ?disabled=${busy}
        @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}
      >
        ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
      </select></label
    >`;
}

/** Of names. */
export function renderLanguage(t: ColumnWords, language: string | null, pick: Chooser, say: (language: string | null) => void): TemplateResult {
  const known = LANGUAGES.map((tag): [string, string] => [tag, t(`columns.language.${tag as 'en'}`)]);
  const other: [string, string][] = language === null || LANGUAGES.includes(language) ? [] : [[language, language]];
  return pick(t('columns.language'), language ?? '', [['', t('columns.language.none')], ...known, ...other], (tag) => say(tag || null));
}

/** Of codes and names; `none` where a level may be left open. */
export function renderLevel(
  t: ColumnWords,
  level: number | null,
  levels: readonly number[],
  none: string | null,
  pick: Chooser,
  say: (level: number | null) => void,
): TemplateResult {
  const options: [string, string][] = [
    ...(none === null ? [] : [['', none] as [string, string]]),
    ...levels.map((each): [string, string] => [String(each), `adm${each}`]),
  ];
  return pick(t('columns.level'), level === null ? '' : String(level), options, (chosen) => say(chosen === '' ? null : Number(chosen)));
}

interface Rendered<Role extends { is: string }> {
  t: ColumnWords;
  kind: ColumnsOfKind<Role>;
  column: EditableColumn<Role>;
  edit: ColumnAnswer<Role> | undefined;
  busy: boolean;
  say: (edit: Edit<Role>) => void;
}

function renderColumn<Role extends { is: string }>({ t, kind, column, edit, busy, say }: Rendered<Role>): TemplateResult {
  const { heading, samples, confidence, reasons } = column;
  const role = edit?.role ?? column.role;
  const shown = heading || t('columns.numbered', { number: column.column + 1 });
  const pick = createChooser(shown, busy);
  return html`<li class="columns-one" ?data-said=${edit !== undefined}>
    <div class="columns-what">
      <p>
        <b><bdi dir="auto">${shown}</bdi></b>
      </p>
      <p class="small muted">${samples.slice(0, SAMPLES).map((sample, i) => html`${i ? ' · ' : ''}<bdi dir="auto">${sample}</bdi>`)}</p>
      <p class="small">${edit ? t('columns.said') : whyText(t, confidence, reasons)}</p>
    </div>
    <div class="columns-choices">
      ${pick(t('columns.role'), role.is, kind.roles(t, column.role), (is) => say({ role: kind.start(is, role) }))}
      ${kind.renderMore({ t, column, role, edit, shown, busy, pick, say })}
    </div>
  </li>`;
}

const whyText = (t: ColumnWords, confidence: number, reasons: ColumnReading<unknown>['reasons']) =>
  reasons.length === 0 ? '' : t('columns.because', { percent: Math.round(confidence * 100), why: reasons[0]!.text });

export type Chooser = (label: string, value: string, options: [string, string][], chosen: (value: string) => void) => TemplateResult;

export function renderStyle(t: ColumnWords, style: NumberStyle | null, pick: Chooser, say: (style: NumberStyle | null) => void): TemplateResult {
  const at = STYLES.findIndex(([, each]) => each.thousands === style?.thousands && each.decimal === style.decimal);
  const options: [string, string][] = [['', t('columns.numbers.found')], ...STYLES.map(([sample], i): [string, string] => [String(i), sample])];
  return pick(t('columns.numbers'), at < 0 ? '' : String(at), options, (index) => say(index === '' ? null : STYLES[Number(index)]![1]));
}
