/** The same as in problems.ts, of assessments. */
export default {
  'problem.assessments.answer': 'Esta pergunta ou resposta já não existe. Recarregue o registo.',
  'problem.assessments.area': 'Não há tal unidade nos limites. Escolha-a no mapa ou na lista.',
  'problem.assessments.changed': 'Alguém alterou este registo entretanto. Recarregue-o e veja-o de novo.',
  'problem.assessments.contact': 'Um contacto é um grupo do registo ou uma caixa comum, nunca uma pessoa. Indique o grupo ou o seu endereço.',
  'problem.assessments.dates': 'O fim é anterior ao início.',
  'problem.assessments.draft': 'Um rascunho não é confirmado: responda primeiro ao que é perguntado.',
  'problem.assessments.empty': 'O ficheiro não tem avaliações: nenhuma coluna é um título. Indique qual com columns.',
  'problem.assessments.file':
    'Os ficheiros guardados aqui são PDF, Word, Excel ou CSV, com 20 MB no máximo, sem macros, scripts nem anexos, e são o que o nome diz. Guarde-o de novo num destes formatos.',
  'problem.assessments.json': 'Não é um JSON com uma lista de registos.',
  'problem.assessments.link': 'Esta ligação não funciona: foi revogada, expirou ou não está completa. Peça outra.',
  'problem.assessments.microdata':
    'Os dados brutos nunca são públicos, e um ficheiro deles só é guardado para membros, na classe alta, com o que se fez para que ninguém possa ser identificado. Escolha outro acesso, ou indique-o.',
  'problem.assessments.organisation': 'A organização não está no registo. Inscreva-a primeiro ou indique só o nome.',
  'problem.assessments.pair': 'Estes dois registos não parecem um só.',
  'problem.assessments.personal': 'Um texto contém um endereço ou telefone. Retire-o: os contactos são grupos ou caixas comuns.',
  'problem.assessments.too-often': 'Chegaram demasiadas avaliações por esta ligação numa hora. Tente mais tarde.',
  'problem.assessments.unknown': 'Não há tal avaliação aqui ou não a pode ver.',
};
