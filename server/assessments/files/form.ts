/** The entry form as XLSForm (xlsform.org; ODK and Kobo read it), in all languages of the product. Its names are those by which a file is read again. */
import type { AdminUnit } from '../../contract/admin.ts';
import { ACCESSES, STATUSES } from '../../contract/assessments/assessments.ts';
import { LANGS, type Lang } from '../../contract/languages.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { ExportColumn } from '../../formats/columns.ts';
import { writeXlsx } from '../../formats/tables/write.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { languageOf, say, type WordId } from '../../words/words.ts';
import type { Ground } from '../coverage/ground.ts';
import { ACCESS_TEXT, STATUS_TEXT } from '../words.ts';

type Texts = (lang: Lang) => string;
interface Question {
  type: string;
  name: string;
  label: Texts;
  hint?: Texts;
  required?: boolean;
  relevant?: string;
  constraint?: string;
  message?: Texts;
  filter?: string;
  appearance?: string;
}
interface Choice {
  list: string;
  name: string;
  label: Texts;
  /** Of a unit: the code of the one above it. */
  above?: string;
}

/** `English (en)`: as both programs show languages to choose from. */
const languageName = (lang: Lang): string => `${languageOf(lang).name} (${lang})`;
const text = (id: WordId): Texts => (lang) => say(lang, id); // prettier-ignore
const nameOf = ({ names }: AdminUnit): Texts => (lang) => (names.find((each) => each.lang === lang) ?? names[0])?.name ?? ''; // prettier-ignore
const UNITS = "${coverage_level} = 'units'";

function questionsOf(levels: readonly AdminLevel[]): Question[] {
  return [
    { type: 'text', name: 'title', label: text('assessments.form.title'), required: true },
    { type: 'text', name: 'lead_organisation', label: text('assessments.form.lead'), required: true },
    { type: 'text', name: 'participants', label: text('assessments.form.participants') },
    { type: 'select_multiple sectors', name: 'sectors', label: text('assessments.form.sectors'), required: true },
    { type: 'select_one status', name: 'assessment_status', label: text('assessments.form.status'), required: true },
    { type: 'date', name: 'collection_start', label: text('assessments.form.start'), required: true },
    {
      type: 'date',
      name: 'collection_end',
      label: text('assessments.form.end'),
      constraint: '. >= ${collection_start}',
      message: text('assessments.form.end-before'),
    },
    { type: 'select_one covers', name: 'coverage_level', label: text('assessments.form.covers'), required: true },
    ...levels.map((level, i): Question => ({
      type: `select_multiple adm${level}`,
      name: `admin${level}`,
      label: (lang) => say(lang, 'assessments.form.level', { level }),
      required: i === 0,
      relevant: UNITS,
      // Of many units those below the chosen ones only.
      ...(i === 0 ? {} : { filter: `selected(\${admin${levels[i - 1]}}, above)`, appearance: 'minimal' }),
    })),
    { type: 'text', name: 'coverage_details', label: text('assessments.form.details'), hint: text('assessments.form.no-persons') },
    { type: 'text', name: 'objective', label: text('assessments.form.objective'), hint: text('assessments.form.no-persons') },
    { type: 'select_one access', name: 'report_access', label: text('assessments.form.report-access') },
    { type: 'text', name: 'report_link', label: text('assessments.form.report-link'), relevant: "${report_access} = 'public' or ${report_access} = 'members' or ${report_access} = 'on-request'" }, // prettier-ignore
    { type: 'select_one access', name: 'data_access', label: text('assessments.form.data-access') },
    { type: 'text', name: 'notes', label: text('assessments.form.notes'), hint: text('assessments.form.no-persons') },
  ];
}

/** Two units of one name are told apart by their codes. */
function unitChoices(level: AdminLevel, units: readonly AdminUnit[]): Choice[] {
  const count = Object.fromEntries(LANGS.map((lang) => [lang, Map.groupBy(units, (unit) => nameOf(unit)(lang))]));
  const labelOf =
    (unit: AdminUnit): Texts =>
    (lang) => {
      const name = nameOf(unit)(lang);
      return (count[lang]?.get(name)?.length ?? 0) > 1 || name === '' ? `${name} (${unit.pcode})`.trim() : name;
    };
  return units.map((unit) => ({ list: `adm${level}`, name: unit.pcode, label: labelOf(unit), above: unit.parentPcode ?? '' }));
}

function choicesOf({ unitsAt }: Pick<Ground, 'unitsAt'>, levels: readonly AdminLevel[], sectors: CodeTable): Choice[] {
  return [
    ...sectors.entries.map(({ code, names }): Choice => ({ list: 'sectors', name: code, label: (lang) => names[lang] })),
    ...STATUSES.map((name): Choice => ({ list: 'status', name, label: text(`clause.${STATUS_TEXT[name]}`) })),
    { list: 'covers', name: 'units', label: text('assessments.form.covers.units') },
    { list: 'covers', name: 'country', label: text('assessments.covers.country') },
    { list: 'covers', name: 'affected', label: text('assessments.covers.affected') },
    ...levels.flatMap((level) => unitChoices(level, unitsAt(level))),
    ...ACCESSES.map((name): Choice => ({ list: 'access', name, label: text(`clause.${ACCESS_TEXT[name]}`) })),
  ];
}

/** More units than a phone shows in one list. */
const MOST_UNITS = 6000;

export interface FormAsked {
  scope: string;
  ground: Ground;
  sectors: CodeTable;
  /** Deepest level of the places. */
  level: AdminLevel;
  lang: Lang;
  /** Of the form: the day. */
  version: string;
}

/** A workbook with the sheets survey, choices and settings. */
export function writeForm({ scope, ground, sectors, level, lang, version }: FormAsked): Promise<Uint8Array> {
  const levels = ground.levels.filter((each) => each > 0 && each <= level && ground.unitsAt(each).length <= MOST_UNITS);
  const questions = questionsOf(levels);
  const choices = choicesOf(ground, levels, sectors);
  const column = <Row>(name: string, rows: readonly Row[], of: (row: Row) => string | undefined): ExportColumn =>
    ({ name, type: 'text', values: rows.map((row) => of(row) ?? null) }) as ExportColumn;
  const inEach = <Row>(name: string, rows: readonly Row[], of: (row: Row) => Texts | undefined) =>
    LANGS.map((each) => column(`${name}::${languageName(each)}`, rows, (row) => of(row)?.(each)));
  return writeXlsx([
    {
      name: 'survey',
      columns: [
        column('type', questions, ({ type }) => type),
        column('name', questions, ({ name }) => name),
        ...inEach('label', questions, ({ label }) => label),
        ...inEach('hint', questions, ({ hint }) => hint),
        column('required', questions, ({ required }) => (required ? 'yes' : undefined)),
        column('relevant', questions, ({ relevant }) => relevant),
        column('constraint', questions, ({ constraint }) => constraint),
        ...inEach('constraint_message', questions, ({ message }) => message),
        column('choice_filter', questions, ({ filter }) => filter),
        column('appearance', questions, ({ appearance }) => appearance),
      ],
    },
    {
      name: 'choices',
      columns: [
        column('list_name', choices, ({ list }) => list),
        column('name', choices, ({ name }) => name),
        ...inEach('label', choices, ({ label }) => label),
        column('above', choices, ({ above }) => above),
      ],
    },
    {
      name: 'settings',
      columns: [
        column('form_title', [scope], () => `${say(lang, 'assessments.form')} – ${scope}`),
        column('form_id', [scope], () => `assessment_${scope.toLowerCase()}`),
        column('version', [scope], () => version),
        column('default_language', [scope], () => languageName(lang)),
      ],
    },
  ]);
}
