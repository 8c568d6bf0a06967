/** What the population page says of sexes, ages and what is shown. */
import type { PopulationState } from './state.ts';
import type { Painted, PopulationModel } from './model.ts';

/** What, of whom, when, at which level. */
export function headline(model: PopulationModel, { level }: Painted): string {
  const { say, chosen } = model;
  const what = say(chosen.measure === 'people' ? 'population.measure.people' : 'population.measure.density');
  const parts = [
    what,
    sexLabel(model, model.sex(level)),
    ageLabel(model, model.age(level)),
    level.year === null ? '' : String(level.year),
    model.t('level.n', { level: level.level }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What is shown, as a title names it: the groups only where they are not everybody. */
export function topicText(model: PopulationModel, { level }: Painted): string {
  const { say, chosen, app } = model;
  const what = say(chosen.measure === 'people' ? 'population.measure.people' : 'population.measure.density');
  const [sex, age] = [model.sex(level), model.age(level)];
  return app.format.comma([what, ...(sex === 't' ? [] : [sexLabel(model, sex)]), ...(age === 'all' ? [] : [ageLabel(model, age)])]);
}

export function sexLabel({ say }: Pick<PopulationModel, 'say'>, sex: PopulationState['sex']): string {
  return sex === 'f' ? say('population.sex.f') : sex === 'm' ? say('population.sex.m') : say('population.sex.t');
}

export function ageLabel({ say }: Pick<PopulationModel, 'say'>, age: string): string {
  if (age === 'all') return say('population.age.all');
  if (/^\d+\+$/.test(age)) return say('population.age.open', { from: age.slice(0, -1) });
  const [, from, to] = /^(\d+)-(\d+)$/.exec(age) ?? [];
  return from ? say('population.age.band', { from, to: to! }) : age;
}
