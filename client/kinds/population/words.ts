/** What the population page says of sexes, ages and what is shown. */
import { ageLabel, sexLabel } from './labels.ts';
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
