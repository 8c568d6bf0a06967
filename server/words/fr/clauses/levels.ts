/** Details of family B: how the levels agree. */
import type en from '../../en/clauses/levels.ts';

export default {
  'clause.levels.in-none': '{unit} ne se trouve dans aucune unité adm{parent}',
  'clause.levels.reaches-out': '{unit} dépasse de {parent} de {area, m2} ({percent, figure} %), jusqu’à {width, most} de large',
  'clause.levels.lies-in': '{unit} indique {stated}, mais {percent, figure} % de sa superficie se trouve dans {actual}',
  'clause.levels.runs-apart': '{length, m} de la limite de {unit} ({percent, figure} %) s’écartent du niveau inférieur',
  'clause.levels.covers': 'adm{level} couvre {own, figure} km², adm{parent} {above, figure} km²',
  'clause.levels.outside-reference': '{area, m2} hors de la référence, jusqu’à {width, most} de large',
  'clause.levels.missing-reference': '{area, m2} de la référence non couverts, jusqu’à {width, most} de large',
  'clause.levels.states-unknown': '{unit} indique {stated}, absent d’adm{parent}',
  'clause.levels.states-none': '{unit} n’indique aucun code adm{parent}',
  'clause.levels.calls': '{unit} nomme {code} « {stated} » ; la couche de {code} le nomme « {expected} »',
  'clause.levels.has-none': '{unit} n’a aucune unité adm{child}',
  'clause.levels.has-codes': '{unit} porte les codes adm{parent} {codes, list}',
} satisfies Record<keyof typeof en, string>;
