/** Columns of a table as they were read, each with what a person may say of it: role, level, sex and ages, language, how numbers are written. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnAnswer, ColumnReading, NumberStyle } from '../../server/contract/columns.ts';
import type { PopulationColumn, PopulationColumnRole } from '../../server/contract/population/columns.ts';
import type columnMessages from '../../server/words/en/interface/columns.ts';
import type { Translate } from '../i18n/translate.ts';
import { SEXES } from './kinds.ts';
import './columns.css';

type Key = keyof typeof columnMessages;
type Words = Translate<Key>;
export type PopulationEdit = ColumnAnswer<PopulationColumnRole>;

export interface EditedColumns {
  t: Words;
  columns: readonly PopulationColumn[];
  /** What was said and not yet sent, by `keyOf`. */
  said: ReadonlyMap<string, PopulationEdit>;
  busy: boolean;
  say: (said: ReadonlyMap<string, PopulationEdit>) => void;
}

const SAMPLES = 3;
const LEVELS = [0, 1, 2, 3, 4] as const;
const ROLES = ['ignore', 'pcode', 'name', 'group', 'level', 'country', 'year', 'source', 'sex', 'ageRange', 'ageMin', 'ageMax', 'groupName'] as const;
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
export const keyOf = ({ file, sheet, column }: Pick<PopulationColumn, 'file' | 'sheet' | 'column'>): string => JSON.stringify([file, sheet, column]);

/** What was said as it is sent. */
export const answersOfColumns = (said: ReadonlyMap<string, PopulationEdit>): PopulationEdit[] => [...said.values()];

/** The edits with one more; one that says what was read already is none. */
export function withEdit(
  said: ReadonlyMap<string, PopulationEdit>,
  column: PopulationColumn,
  edit: Partial<PopulationEdit>,
): ReadonlyMap<string, PopulationEdit> {
  const { heading, file, sheet, column: at } = column;
  const key = keyOf(column);
  const next: PopulationEdit = { heading, column: at, file, sheet, ...said.get(key), ...edit };
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (next.role !== undefined && isSame(next.role, column.role)) delete next.role;
  if (next.language !== undefined && next.language === column.language) delete next.language;
  if (next.numbers !== undefined && isSame(next.numbers, column.numbers)) delete next.numbers;
  const all = new Map(said);
  if (next.role === undefined && next.language === undefined && next.numbers === undefined) all.delete(key);
  else all.set(key, next);
  return all;
}

/** The role that a choice of the list begins with; what it needs besides is asked beside it. */
export function startingRole(is: (typeof ROLES)[number], before: PopulationColumnRole): PopulationColumnRole {
  if (is === before.is) return before;
  if (is === 'pcode' || is === 'name') return { is, level: before.is === 'pcode' || before.is === 'name' ? before.level : null };
  return is === 'group' ? { is, sex: 't', ageFrom: null, ageTo: null } : { is };
}

export function renderColumnEditor({ t, columns, said, busy, say }: EditedColumns): TemplateResult {
  const tables = Map.groupBy(columns, ({ file, sheet }) => (file.startsWith(sheet) ? file : `${file} · ${sheet}`));
  return html`<p class="small muted">${t('columns.help')}</p>
    ${[...tables].map(
      ([name, own]) =>
        html`${tables.size > 1 ? html`<h3 class="columns-table"><bdi dir="auto">${name}</bdi></h3>` : nothing}
          <ul class="columns">
            ${own.map((column) => renderColumn(t, column, said.get(keyOf(column)), busy, (edit) => say(withEdit(said, column, edit))))}
          </ul>`,
    )}`;
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
export function renderLanguage(t: Words, language: string | null, pick: Chooser, say: (language: string | null) => void): TemplateResult {
  const known = LANGUAGES.map((tag): [string, string] => [tag, t(`columns.language.${tag as 'en'}`)]);
  const other: [string, string][] = language === null || LANGUAGES.includes(language) ? [] : [[language, language]];
  return pick(t('columns.language'), language ?? '', [['', t('columns.language.none')], ...known, ...other], (tag) => say(tag || null));
}

function renderColumn(t: Words, column: PopulationColumn, edit: PopulationEdit | undefined, busy: boolean, say: (edit: Partial<PopulationEdit>) => void) {
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
      ${pick(
        t('columns.role'),
        role.is,
        ROLES.map((is) => [is, t(`columns.role.${is}`)]),
        (is) => say({ role: startingRole(is as (typeof ROLES)[number], role) }),
      )}
      ${role.is === 'pcode' || role.is === 'name' ? renderLevel(t, role, pick, say) : nothing}
      ${role.is === 'group' ? renderGroup(t, role, shown, busy, pick, say) : nothing}
      ${role.is === 'name' ? renderLanguage(t, edit?.language === undefined ? column.language : edit.language, pick, (language) => say({ language })) : nothing}
      ${role.is === 'group' ? renderStyle(t, edit?.numbers === undefined ? column.numbers : edit.numbers, pick, (numbers) => say({ numbers })) : nothing}
    </div>
  </li>`;
}

const whyText = (t: Words, confidence: number, reasons: ColumnReading<unknown>['reasons']) =>
  reasons.length === 0 ? '' : t('columns.because', { percent: Math.round(confidence * 100), why: reasons[0]!.text });

export type Chooser = (label: string, value: string, options: [string, string][], chosen: (value: string) => void) => TemplateResult;
type Say = (edit: Partial<PopulationEdit>) => void;

function renderLevel(t: Words, role: Extract<PopulationColumnRole, { is: 'pcode' | 'name' }>, pick: Chooser, say: Say): TemplateResult {
  const options: [string, string][] = [['', t('columns.level.none')], ...LEVELS.map((level): [string, string] => [String(level), `adm${level}`])];
  return pick(t('columns.level'), role.level === null ? '' : String(role.level), options, (level) =>
    say({ role: { ...role, level: level === '' ? null : (Number(level) as 1) } }),
  );
}

function renderGroup(t: Words, role: Extract<PopulationColumnRole, { is: 'group' }>, shown: string, busy: boolean, pick: Chooser, say: Say): TemplateResult {
  const age = (label: string, value: number | null, set: (age: number | null) => Partial<typeof role>) =>
    html`<label class="columns-choice columns-age"
      ><span class="small muted">${label}</span>
      <input
        class="input"
        type="number"
        min="0"
        max="130"
        aria-label=${`${shown}: ${label}`}
        .value=${value === null ? '' : String(value)}
        ?disabled=${busy}
        @change=${(event: Event) => {
          const { value: text, validity } = event.target as HTMLInputElement;
          if (validity.valid) say({ role: { ...role, ...set(text === '' ? null : Number(text)) } });
        }}
    /></label>`;
  return html`${pick(
    t('columns.sex'),
    role.sex,
    SEXES.map((sex) => [sex, t(`columns.sex.${sex}`)]),
    (sex) => say({ role: { ...role, sex: sex as 'f' } }),
  )}
  ${age(t('columns.age.from'), role.ageFrom, (ageFrom) => ({ ageFrom, ...(ageFrom === null ? { ageTo: null } : {}) }))}
  ${age(t('columns.age.to'), role.ageTo, (ageTo) => ({ ageTo, ...(ageTo !== null && role.ageFrom === null ? { ageFrom: 0 } : {}) }))}`;
}

export function renderStyle(t: Words, style: NumberStyle | null, pick: Chooser, say: (style: NumberStyle | null) => void): TemplateResult {
  const at = STYLES.findIndex(([, each]) => each.thousands === style?.thousands && each.decimal === style.decimal);
  const options: [string, string][] = [['', t('columns.numbers.found')], ...STYLES.map(([sample], i): [string, string] => [String(i), sample])];
  return pick(t('columns.numbers'), at < 0 ? '' : String(at), options, (index) => say(index === '' ? null : STYLES[Number(index)]![1]));
}
