/** Problems of map layers. */
export default {
  'problem.upload.layer':
    'O envio de uma camada precisa de um nome para o endereço: o de uma camada que já existe, que recebe uma nova versão, ou um novo. Escolha-o.',
  'problem.layer.nothing': 'Os ficheiros não têm linhas nem elementos. Envie pontos, linhas ou áreas, ou uma tabela com coordenadas.',
  'problem.layer.no-coordinates': 'Nenhuma coluna contém coordenadas; a resposta diz como cada coluna foi lida. Indique as colunas de latitude e longitude.',
  'problem.layer.answers': 'O que se diz da camada não pode ser lido; os erros indicam o que está errado.',
  'problem.layer.part': 'Os ficheiros não têm essa tabela ou camada. Leia as colunas de novo e escolha da lista.',
  'problem.layer.counts-only':
    'Esta camada é sensível: só as contagens por unidade são dadas a todos. Inicie sessão como membro da resposta para ver os lugares.',
  'problem.layer.no-units': 'A camada foi lida sem limites, por isso não tem tabela por unidade. Publique os limites e envie-a de novo.',
  'problem.layer.level': 'A camada não tem contagens deste nível administrativo, ou não são dadas a todos.',
  'problem.layer.feature': 'A camada não tem nenhum elemento com este número.',
};
