/** Details of family B: how the levels agree. */
import type en from '../../en/clauses/levels.ts';

export default {
  'clause.levels.in-none': '{unit} no está en ninguna unidad adm{parent}',
  'clause.levels.reaches-out': '{unit} sale de {parent} en {area, m2} ({percent, figure} %), de hasta {width, most} de ancho',
  'clause.levels.lies-in': '{unit} indica {stated}, pero el {percent, figure} % de su superficie está en {actual}',
  'clause.levels.runs-apart': '{length, m} del límite de {unit} ({percent, figure} %) se apartan del nivel inferior',
  'clause.levels.covers': 'adm{level} cubre {own, figure} km², adm{parent} {above, figure} km²',
  'clause.levels.outside-reference': '{area, m2} fuera de la referencia, de hasta {width, most} de ancho',
  'clause.levels.missing-reference': '{area, m2} de la referencia sin cubrir, de hasta {width, most} de ancho',
  'clause.levels.states-unknown': '{unit} indica {stated}, ausente en adm{parent}',
  'clause.levels.states-none': '{unit} no indica código adm{parent}',
  'clause.levels.calls': '{unit} llama a {code} «{stated}»; la capa de {code} lo llama «{expected}»',
  'clause.levels.has-none': '{unit} no tiene ninguna unidad adm{child}',
  'clause.levels.has-codes': '{unit} lleva los códigos adm{parent} {codes, list}',
} satisfies Record<keyof typeof en, string>;
