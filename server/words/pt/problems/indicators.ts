/** The same as in problems.ts, of indicators. */
export default {
  'problem.indicators.answers': 'As respostas sobre o ficheiro não podem ser lidas.',
  'problem.indicators.changed': 'Alguém mudou a lista entretanto. Recarregue-a e veja-a de novo.',
  'problem.indicators.code-taken': 'Este código já foi usado. Os códigos nunca se reutilizam: escolha outro.',
  'problem.indicators.code-unknown': 'A lista não tem indicador com este código.',
  'problem.indicators.list-file':
    'Nenhuma coluna do ficheiro tem códigos de indicadores. Os seus títulos são os do registo de indicadores: Code, Title, Unit of Measurement e outros.',
  'problem.indicators.measure': 'Um indicador acordado não muda o que mede: retire-o e proponha outro com um código novo.',
  'problem.indicators.no-draft': 'Não há nada a acordar: a lista não tem rascunho.',
  'problem.indicators.no-place': 'Nenhuma coluna contém lugares; a resposta diz como cada uma foi lida. Indique a coluna, ou acrescente uma.',
  'problem.indicators.no-values': 'Nenhuma coluna tem valores de um indicador; a resposta diz como cada uma foi lida. Indique quais os têm.',
  'problem.indicators.shares': 'As partes de uma área são maiores que 0 e somam no máximo 1.',
};
