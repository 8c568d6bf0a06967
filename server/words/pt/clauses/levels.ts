/** Details of family B: how the levels agree. */
import type en from '../../en/clauses/levels.ts';

export default {
  'clause.levels.in-none': '{unit} não está em nenhuma unidade adm{parent}',
  'clause.levels.reaches-out': '{unit} sai de {parent} em {area, m2} ({percent, figure}%), até {width, most} de largura',
  'clause.levels.lies-in': '{unit} indica {stated}, mas {percent, figure}% da sua área está em {actual}',
  'clause.levels.runs-apart': '{length, m} do limite de {unit} ({percent, figure}%) afastam-se do nível inferior',
  'clause.levels.covers': 'adm{level} cobre {own, figure} km², adm{parent} {above, figure} km²',
  'clause.levels.outside-reference': '{area, m2} fora da referência, até {width, most} de largura',
  'clause.levels.missing-reference': '{area, m2} da referência por cobrir, até {width, most} de largura',
  'clause.levels.states-unknown': '{unit} indica {stated}, que adm{parent} não tem',
  'clause.levels.states-none': '{unit} não indica código adm{parent}',
  'clause.levels.calls': '{unit} chama “{stated}” a {code}; a camada de {code} chama-lhe “{expected}”',
  'clause.levels.has-none': '{unit} não tem nenhuma unidade adm{child}',
  'clause.levels.has-codes': '{unit} tem os códigos adm{parent} {codes, list}',
} satisfies Record<keyof typeof en, string>;
