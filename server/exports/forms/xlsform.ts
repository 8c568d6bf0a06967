/**
 * An XLSForm (xlsform.org) that asks for a place level by level, with the choices of each; lists of more than two thousand come from CSV files beside it.
 * `select_one_external` is not used: Enketo, and so the web forms of Kobo, do not know it. Pure.
 */
import type { ExportColumn } from '../../formats/columns.ts';
import { writeWorkbook } from '../../formats/tables/workbook.ts';
import { languageLabel, type ChoiceList, type Choices } from './choices.ts';

/** More make a form slow to open on a phone. */
export const MOST_CHOICES = 2000;

export interface FormAbout {
  title: string;
  /** `cod_ab_sle_v02`: letters, digits, underscores. */
  id: string;
  version: string;
  /** What a level is called, in a language. */
  levelIn: (level: number, lang: string) => string;
}

export const isLong = ({ choices }: ChoiceList): boolean => choices.length > MOST_CHOICES;
const labelColumn = (lang: string) => (languageLabel(lang) === '' ? 'label' : `label::${languageLabel(lang)}`);
const text = (name: string, values: (string | null)[]): ExportColumn => ({ name, type: 'text', values });

/** Sheets `survey`, `choices`, `settings`. */
export function writeXlsForm({ languages, lists }: Choices, { title, id, version, levelIn }: FormAbout): Uint8Array<ArrayBuffer> {
  const inside = lists.filter((list) => !isLong(list));
  const parents = [...new Set(lists.flatMap(({ choices }) => Object.keys(choices[0]!.parents)))];
  const survey = [
    text('type', lists.map((list) => (isLong(list) ? `select_one_from_file ${list.list}.csv` : `select_one ${list.list}`))),
    text('name', lists.map(({ list }) => list)),
    ...languages.map((lang) => text(labelColumn(lang), lists.map(({ level }) => levelIn(level, lang)))),
    text('required', lists.map(() => 'yes')),
    text('choice_filter', lists.map((_, i) => (i === 0 ? null : `${lists[i - 1]!.list}=\${${lists[i - 1]!.list}}`))),
    text('appearance', lists.map(() => 'minimal autocomplete')),
  ]; // prettier-ignore
  const all = inside.flatMap(({ list, choices }) => choices.map((choice) => ({ list, ...choice })));
  const choices = [
    text('list_name', all.map(({ list }) => list)),
    text('name', all.map(({ name }) => name)),
    ...languages.map((lang) => text(labelColumn(lang), all.map(({ labels }) => labels[lang] ?? null))),
    ...parents.map((parent) => text(parent, all.map((each) => each.parents[parent] ?? null))),
  ]; // prettier-ignore
  const settings = [
    text('form_title', [title]),
    text('form_id', [id]),
    text('version', [version]),
    text('default_language', [languageLabel(languages[0] ?? 'und') || null]),
  ];
  return writeWorkbook([
    { name: 'survey', rows: lists.length, columns: survey },
    { name: 'choices', rows: all.length, columns: choices },
    { name: 'settings', rows: 1, columns: settings },
  ]);
}

const csvCell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(rows.map((row) => `${row.map(csvCell).join(',')}\n`).join(''));

/** A list for `select_one_from_file`: UTF-8 without mark, commas. One language; a form of another takes the file of that one. */
export function writeChoicesCsv({ choices }: ChoiceList, lang: string): Uint8Array<ArrayBuffer> {
  const parents = Object.keys(choices[0]?.parents ?? {});
  return csv([
    ['name', 'label', ...parents],
    ...choices.map(({ name, labels, parents: own }) => [name, labels[lang] ?? name, ...parents.map((parent) => own[parent] ?? '')]),
  ]);
}

/** An entity list of ODK Central (2024.1 on): a label, and properties whose names begin with a letter. */
export function writeEntitiesCsv({ choices }: ChoiceList, lang: string): Uint8Array<ArrayBuffer> {
  const parents = Object.keys(choices[0]?.parents ?? {});
  return csv([
    ['label', 'pcode', ...parents.map((parent) => `${parent}_pcode`), 'lat', 'lon'],
    ...choices.map(({ name, labels, parents: own, unit: { center } }) => [
      labels[lang] ?? name,
      name,
      ...parents.map((parent) => own[parent] ?? ''),
      center[1].toFixed(5),
      center[0].toFixed(5),
    ]),
  ]);
}
