/** Details of findings on map layers, and what is asked about their coordinates. */
export default {
  'clause.why.wkt': 'as suas células contêm geometria em texto: {samples, list}',
  'clause.layer.row': 'linha {row, raw}',
  'clause.layer.unread': 'linha {row, raw}: “{text}”',
  'clause.layer.near': 'linha {row, raw}, contada em {unit}',
  'clause.layer.stack': '{count, number} elementos',
  'clause.layer.states': 'a linha {row, raw} indica {stated}, mas fica em {unit}',
  'clause.layer.dropped':
    'linha {row, raw}: {why, select, empty {sem geometria} shape {outro tipo de geometria que a camada} broken {coordenadas que não se podem desenhar} zero {em 0, 0, que não é um lugar, como uma pessoa confirmou} other {omitida}}',
  'clause.layer.mend':
    '{is, select, swap {a latitude e a longitude são trocadas} commas {a vírgula é lida como sinal decimal} degrees {graus e minutos são convertidos} zero {0, 0 não é tomado como um lugar} crs {as coordenadas são convertidas do sistema de coordenadas indicado} other {corrigido}}',
  'clause.question.swap':
    'A latitude e a longitude parecem trocadas, como em {samples, list}. Linhas dentro do país: {before, number} tal como estão, {after, number} se forem trocadas. Trocá-las?',
  'clause.question.commas':
    'Há coordenadas escritas com vírgula, como {samples, list}. É o sinal decimal? Linhas dentro do país se forem lidas assim: {after, number} de {rows, number}.',
  'clause.question.degrees':
    'Há coordenadas escritas em graus e minutos, como {samples, list}. Convertê-las? Linhas dentro do país depois de convertidas: {after, number} de {rows, number}.',
  'clause.question.zero': 'Linhas na latitude 0, longitude 0, que é o que diz um formulário vazio: {rows, number}. Não têm lugar?',
  'clause.question.crs': 'Estas coordenadas não são graus: {samples, list}. Em que sistema de coordenadas estão?',
  'clause.question.part': 'Os ficheiros contêm várias tabelas ou tipos de elementos. Qual é a camada?',
  'clause.layer.pair': '{written} → {read}',
  'clause.layer.yes': '{is, select, swap {Sim, trocá-las} commas {Sim, é o sinal decimal} degrees {Sim, convertê-las} zero {Sim, não têm lugar} other {Sim}}',
  'clause.layer.no': 'Não, deixá-las como estão escritas',
  'clause.layer.system': '{crs}{swap, select, yes { com x e y trocados} other {}}: {after, number} de {rows, number} linhas no país',
  'clause.layer.part': '{file}, {sheet}: {count, number} {shape, select, points {pontos} lines {linhas} areas {áreas} other {linhas}}',
};
