/** Sex and age of a population in words. */
import type populationMessages from '../../../server/words/en/interface/population.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { PopulationState } from './state.ts';

interface Speaker {
  readonly say: Translate<keyof typeof populationMessages>;
}

/** What is shown, as a title names it: the groups only where they are not everybody. */
export function topicParts(speaker: Speaker, { measure, sex, age }: Pick<PopulationState, 'measure' | 'sex' | 'age'>): string[] {
  const what = speaker.say(measure === 'people' ? 'population.measure.people' : 'population.measure.density');
  return [what, ...(sex === 't' ? [] : [sexLabel(speaker, sex)]), ...(age === 'all' ? [] : [ageLabel(speaker, age)])];
}

export function sexLabel({ say }: Speaker, sex: PopulationState['sex']): string {
  return sex === 'f' ? say('population.sex.f') : sex === 'm' ? say('population.sex.m') : say('population.sex.t');
}

export function ageLabel({ say }: Speaker, age: string): string {
  if (age === 'all') return say('population.age.all');
  if (/^\d+\+$/.test(age)) return say('population.age.open', { from: age.slice(0, -1) });
  const [, from, to] = /^(\d+)-(\d+)$/.exec(age) ?? [];
  return from ? say('population.age.band', { from, to: to! }) : age;
}
