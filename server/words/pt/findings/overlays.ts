/** Texts of findings on map layers, and of what is refused of them. */
export default {
  'finding.layer.without.title': 'Linhas sem coordenadas',
  'finding.layer.without':
    'Linhas sem coordenadas, ou com coordenadas ilegíveis: {count, number}. Não são desenhadas nem contadas por unidade; preencha as coordenadas.',
  'finding.layer.outside.title': 'Fora do país',
  'finding.layer.outside': 'Elementos a mais de 5 km fora dos limites: {count, number}. Não são desenhados; verifique as coordenadas.',
  'finding.layer.near.title': 'Colocados na unidade mais próxima',
  'finding.layer.near':
    'Elementos fora de qualquer unidade, mas a menos de 5 km de uma: {count, number}. Contam na unidade mais próxima; verifique-os no mapa.',
  'finding.layer.stacked.title': 'Muitos elementos no mesmo lugar',
  'finding.layer.stacked':
    'Elementos que partilham o lugar com mais de 20 outros: {rows, number}, em {count, number} lugares. Podem estar no centro de uma unidade e não onde realmente ficam; verifique a fonte.',
  'finding.layer.disagree.title': 'A unidade indicada e o lugar não coincidem',
  'finding.layer.disagree':
    'Elementos que indicam outra unidade que não aquela onde ficam: {count, number}. Contam onde ficam; corrija a unidade ou as coordenadas.',
  'finding.layer.dropped.title': 'Elementos omitidos',
  'finding.layer.dropped': 'Elementos omitidos: {count, number}. A lista indica o motivo.',
  'finding.layer.mended.title': 'Coordenadas corrigidas',
  'finding.layer.mended': 'Há coordenadas lidas de modo diferente do escrito, como uma pessoa confirmou; correções: {count, number}. Nada a fazer.',
  'finding.layer.no-boundaries.title': 'Sem limites',
  'finding.layer.no-boundaries':
    'Não há aqui limites publicados do país, pelo que os elementos não podem ser colocados em unidades. Publique os limites e envie a camada de novo.',
  'finding.layer.nothing.title': 'Nada para desenhar',
  'finding.layer.nothing': 'Nenhum elemento pode ser desenhado. Responda às perguntas sobre as coordenadas ou corrija o ficheiro.',
  'finding.layer.metadata.title': 'Falta a fonte ou a licença',
  'finding.layer.metadata': 'A camada não indica fonte ou licença. Preencha-as para que outros saibam se a podem usar.',
  'finding.layer.ignored.title': 'Ficheiros não lidos',
  'finding.layer.ignored': 'Ficheiros não lidos: {count, number}. Nada deles está na camada.',
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
