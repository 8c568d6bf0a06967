/** Where an assessment goes: districts clicked on the map, or found by their names, and what was chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer } from '../../../../server/contract/datasets/api.ts';
import { shownName } from '../../../i18n/names.ts';
import '../../../ui/combobox.ts';
import type { CodCombobox, Option } from '../../../ui/combobox.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { pick } from '../show/filters.ts';
import { regionChoice } from '../show/region.ts';
import '../unitsMap.ts';
import type { EntryValues, Place } from './values.ts';

export interface PlacesOf {
  model: AssessmentsModel;
  values: EntryValues;
  level: number;
  found: readonly UnitAnswer[];
  /** Somebody is looking for a place, and no unit is called that. */
  isNone: boolean;
  set: (values: Partial<EntryValues>) => void;
  setLevel: (level: number) => void;
  search: (text: string) => void;
}

const isSame = (a: Place, b: Place) => a.level === b.level && a.pcode === b.pcode;

/** A second click takes a place away. */
export function toggled(places: readonly Place[], place: Place): Place[] {
  return places.some((each) => isSame(each, place)) ? places.filter((each) => !isSame(each, place)) : [...places, place];
}

export function renderPlaces({ model, values, level, found, isNone, set, setLevel, search }: PlacesOf): TemplateResult {
  const { t, app, tilejson } = model;
  const { places, others } = values;
  const levels = (model.answer.value?.levels ?? []).filter((each) => each > 0);
  const options = found.map((unit): Option => {
    const { text, lang } = shownName(unit, app.language);
    return { id: `${unit.level} ${unit.pcode}`, label: text, detail: t('assess.level', { level: unit.level }), code: unit.pcode, lang };
  });
  const add = (event: CustomEvent<Option>) => {
    const [at, ...code] = event.detail.id.split(' ');
    const place = { level: Number(at), pcode: code.join(' ') };
    if (!places.some((each) => isSame(each, place))) set({ places: [...places, place] });
    (event.target as CodCombobox).reset();
  };
  void model.units?.ask(places.map(({ pcode }) => pcode));
  const count = places.length + others.length;
  return html`<div class="entry-places">
    <cod-combobox
      class="edit-combobox"
      label=${t('assess.form.search')}
      placeholder=${t('assess.form.search')}
      clear=${t('assess.form.search.clear')}
      note=${isNone ? t('assess.form.search.none') : ''}
      .options=${options}
      @search=${(event: CustomEvent<string>) => search(event.detail)}
      @choose=${add}
    ></cod-combobox>
    <div class="assess-fields">
      ${
        levels.length > 1
          ? pick(
              t('assess.form.level'),
              levels.map((each): [string, string] => [String(each), t('assess.level', { level: each })]),
              String(level),
              (chosen) => setLevel(Number(chosen)),
            )
          : nothing
      }
      ${regionChoice(model)}
    </div>
    ${
      tilejson
        ? html`<units-map
            .app=${app}
            .tilejson=${tilejson}
            .level=${level}
            .box=${model.region?.bbox ?? null}
            .chosen=${new Set(places.filter((each) => each.level === level).map(({ pcode }) => pcode))}
            .nameOf=${(pcode: string) => model.unitName(pcode, level)}
            @unit-choose=${(event: CustomEvent<string>) => set({ places: toggled(places, { level, pcode: event.detail }) })}
          ></units-map>`
        : nothing
    }
    <p class="small" role="status">${t('assess.form.chosen', { count })}</p>
    <ul class="entry-chosen">
      ${places.map((place) => {
        const name = model.unitName(place.pcode, place.level);
        return html`<li>
          <button class="button" aria-label=${t('assess.form.remove', { place: name })} @click=${() => set({ places: toggled(places, place) })}>
            <bdi>${name}</bdi> ${icon('close', 14)}
          </button>
        </li>`;
      })}
      ${others.map(
        (area) =>
          html`<li>
            <button
              class="button"
              aria-label=${t('assess.form.remove', { place: area.name ?? area.code ?? '' })}
              @click=${() => set({ others: others.filter((each) => each !== area) })}
            >
              <bdi>${area.name ?? area.code}</bdi> ${icon('close', 14)}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
