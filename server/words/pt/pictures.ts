/** Printed on pictures of maps. */
import type en from '../en/pictures.ts';

export default {
  'picture.zero': 'Nenhum',
  'picture.noData': 'Sem dados',
  'picture.notReported': 'Não comunicado',
  'picture.possible': 'Possível (área dividida)',
  'picture.notPlaced': 'Em dúvida',
  'picture.aboveOnly': 'Só a área superior',
  'picture.withheld': 'Não divulgado',
  'picture.sources': 'Fontes',
  'picture.draft': 'RASCUNHO – NÃO AUTORIZADO',
  'picture.allAreas': 'Todas as áreas',
  'picture.allClusters': 'Todos os clusters',
  'picture.moreAreas': 'mais {n, number} na tabela',
  'picture.people': 'Habitantes',
  'picture.density': 'Habitantes por km²',
  'picture.organisations': 'Organizações',
  'picture.activities': 'Actividades',
  'picture.reached': 'Pessoas alcançadas',
  'picture.ratio': 'Pessoas por organização',
  'picture.changeOfOrganisations': 'Variação de organizações',
  'picture.changeOfActivities': 'Variação de actividades',
  'picture.changeOfPeople': 'Variação de pessoas alcançadas',
  'picture.changeOfRatio': 'Variação de pessoas por organização',
  'picture.boundaries': 'Limites administrativos',
  'picture.rows': '{rows, plural, one {# linha} other {# linhas}}',
  'picture.note.abyei': 'O estatuto definitivo da área de Abyei ainda não está determinado.',
  'picture.note.sudan': 'A fronteira definitiva entre a República do Sudão e a República do Sudão do Sul ainda não foi determinada.',
  'picture.note.kashmir':
    'A linha ponteada representa aproximadamente a Linha de Controlo em Jamu e Caxemira acordada pela Índia e pelo Paquistão. O estatuto definitivo de Jamu e Caxemira ainda não foi acordado pelas partes.',
  'picture.note.falkland': 'Existe um diferendo entre os Governos da Argentina e do Reino Unido sobre a soberania das Ilhas Falkland (Malvinas).',
} satisfies Record<keyof typeof en, string>;
