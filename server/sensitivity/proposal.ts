/**
 * What is offered to a country that has no classification: the four classes with the examples of the guidance on data responsibility
 * (docs/sharing.md). A proposal to be agreed; nothing of it holds before a group endorses it.
 */
import type { Lang } from '../contract/languages.ts';
import type { Audience, ClassificationRow, DataType, SensitivityClass } from '../contract/sensitivity/sensitivity.ts';
import { say } from '../words/words.ts';

const PROPOSED: readonly [DataType, SensitivityClass, Audience][] = [
  ['boundaries', 'low', 'public'],
  ['population', 'low', 'public'],
  ['presence', 'low', 'public'],
  ['figures', 'low', 'public'],
  ['source-files', 'moderate', 'response'],
  ['minutes', 'moderate', 'response'],
  ['contacts', 'moderate', 'response'],
  ['presence-points', 'high', 'response'],
  ['facilities', 'high', 'cluster'],
  ['layers', 'low', 'public'],
  ['assessment-microdata', 'severe', 'named'],
];

export const proposeRows = (lang: Lang): ClassificationRow[] =>
  PROPOSED.map(([dataType, is, audience]) => ({
    dataType,
    title: '',
    class: is,
    audience,
    named: [],
    lowestLevel: null,
    smallestCount: null,
    notes: say(lang, `proposal.${dataType}.notes`),
    examples: say(lang, `proposal.${dataType}.examples`).split('|'),
  }));
