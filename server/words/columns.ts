/** Columns as they were read, and the questions about them, in a language of the interface. */
import type { BoundaryLayer } from '../contract/boundaries/columns.ts';
import type { Clause } from '../contract/clause.ts';
import type { ColumnQuestion, ColumnReading, RoleChoice } from '../contract/columns.ts';
import type { Lang } from '../contract/languages.ts';
import { sayClause } from './words.ts';

const say = <T extends { text: string; clause: Clause }>(said: T, lang: Lang): T => ({ ...said, text: sayClause(said.clause, lang) ?? said.text });

export function localizeColumns<Role, Column extends ColumnReading<Role>>(columns: Column[], lang: Lang): Column[] {
  const choice = <T extends RoleChoice<Role>>(each: T): T => ({ ...each, reasons: each.reasons.map((reason) => say(reason, lang)) });
  return columns.map((column) => ({ ...choice(column), alternatives: column.alternatives.map(choice) }));
}

export function localizeQuestions<Role>(questions: ColumnQuestion<Role>[], lang: Lang): ColumnQuestion<Role>[] {
  return questions.map((question) => ({ ...say(question, lang), choices: question.choices.map((choice) => say(choice, lang)) }));
}

export function localizeLayers(layers: BoundaryLayer[], lang: Lang): BoundaryLayer[] {
  return layers.map((layer) => say(layer, lang));
}
