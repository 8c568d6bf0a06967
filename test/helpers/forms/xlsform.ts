/** The rules of an XLSForm (xlsform.org) that a converter would stop at, checked by us: no converter is to be had as a package for Node. */
import { bytesSource } from '../../../server/formats/raw.ts';
import { cellText } from '../../../server/formats/tables/rawTable.ts';
import { withParts } from '../../../server/formats/tables/parts.ts';
import { openWorkbook } from '../../../server/formats/tables/worksheets.ts';

type Row = Record<string, string>;
export interface ReadForm {
  survey: Row[];
  choices: Row[];
  settings: Row[];
  /** Texts of cells that hold numbers: codes must not. */
  numbers: string[];
}

/** The sheets of a form by the headings of their first row. */
export async function readForm(bytes: Uint8Array): Promise<ReadForm> {
  const form: ReadForm = { survey: [], choices: [], settings: [], numbers: [] };
  await withParts({ name: 'form.xlsx', source: bytesSource(bytes) }, async (parts) => {
    const { sheets, readRows } = await openWorkbook(parts, 'form.xlsx');
    for (const sheet of sheets) {
      let headings: string[] = [];
      const rows: Row[] = [];
      await readRows(sheet, (number, columns, values) => {
        const texts = values.map((value) => cellText(value));
        if (number === 1) headings = columns.reduce<string[]>((all, column, i) => Object.assign(all, { [column]: texts[i]! }), []);
        else rows.push(Object.fromEntries(columns.map((column, i) => [headings[column] ?? `#${column}`, texts[i]!])));
        if (number > 1) form.numbers.push(...values.flatMap((value) => (typeof value === 'number' ? [String(value)] : [])));
      });
      if (sheet.name === 'survey' || sheet.name === 'choices' || sheet.name === 'settings') form[sheet.name] = rows;
    }
  });
  return form;
}

/** XML names, as questions are called. */
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const SELECT = /^select_(?:one|multiple) (\S+)$/;
const FROM_FILE = /^select_(?:one|multiple)_from_file (\S+\.csv)$/;

/** What is wrong with a form; empty where nothing is. @param files names of files that go with it */
export function faultsOf({ survey, choices, settings, numbers }: ReadForm, files: readonly string[] = []): string[] {
  const faults: string[] = [];
  const say = (text: string) => void faults.push(text);
  const asked = survey.filter(({ type }) => type && !type.startsWith('end'));
  if (asked.length === 0) say('survey: no question');
  if (new Set(asked.map(({ name }) => name)).size < asked.length) say('survey: two questions have one name');
  const lists = Map.groupBy(choices, (choice) => choice['list_name'] ?? '');
  const labels = Object.keys(asked[0] ?? {}).filter((heading) => /^label(::|$)/.test(heading));
  if (labels.length === 0) say('survey: no label');
  for (const question of asked) {
    const { type = '', name = '' } = question;
    if (!NAME.test(name)) say(`survey: ${name} is no name`);
    if (/external/.test(type)) say(`survey: ${type} is not known to Enketo`);
    const [, list] = SELECT.exec(type) ?? [];
    if (list !== undefined && !lists.has(list)) say(`survey: there is no list ${list}`);
    const [, file] = FROM_FILE.exec(type) ?? [];
    if (file !== undefined && !files.includes(file)) say(`survey: ${file} is missing`);
    for (const [, refers] of (question['choice_filter'] ?? '').matchAll(/\$\{([^}]*)\}/g))
      if (!asked.some((each) => each['name'] === refers)) say(`survey: ${name} filters by ${refers}, which nobody is asked`);
    for (const [, column] of (question['choice_filter'] ?? '').matchAll(/(\w+)\s*=/g))
      if (list !== undefined && lists.get(list)?.some((choice) => !choice[column!])) say(`choices: ${list} has rows without ${column}`);
  }
  for (const [list, own] of lists) {
    if (new Set(own.map(({ name }) => name)).size < own.length) say(`choices: ${list} has a name twice`);
    for (const label of labels) {
      if (own.some((choice) => !choice[label])) say(`choices: ${list} has rows without ${label}`);
      if (new Set(own.map((choice) => choice[label])).size < own.length) say(`choices: ${list} has a ${label} twice`);
    }
    if (own.some(({ name = '' }) => /\s/.test(name))) say(`choices: ${list} has names with blanks`);
  }
  if (numbers.length > 0) say(`numbers that should be text: ${numbers[0]}`);
  const [setting] = settings;
  if (!setting?.['form_id'] || !NAME.test(setting['form_id'])) say('settings: no form_id');
  if (setting?.['default_language'] && !labels.includes(`label::${setting['default_language']}`))
    say('settings: default_language is no language of the labels');
  return faults;
}
