import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'Não há nada com que fazer uma série: o mapa não mostra nenhum cluster, região ou organização deste tipo.',
  'problem.series.no-clusters': 'Os clusters e as organizações vêm de um 3W: só um mapa de um 3W se imprime assim. Abra para isso o 3W do país.',
  'problem.series.no-regions': 'Uma série por admin 1 precisa de um mapa de um nível mais fino. Mostre o nível 2 ou um mais fino.',
  'problem.series.not-made': 'Esta série ainda não foi criada ou já não é guardada. Inicie-a e descarregue-a quando estiver pronta.',
  'problem.series.too-many': 'Uma série tem no máximo 150 folhas e esta teria mais. Filtre o mapa para menos clusters ou organizações.',
  'problem.series.too-long':
    'A série exigia demasiado tempo ou memória e foi interrompida. Filtre o mapa para haver menos folhas ou escolha um nível superior.',
  'problem.series.closed': 'Este 3W é sensível: as folhas não nomeiam nenhuma organização. Imprima-o por cluster ou por admin 1.',
  'problem.series.unknown': 'Não há nenhuma série em curso com esse número; talvez um reinício a tenha interrompido. Inicie-a de novo.',
  'problem.sheet.absent':
    'As folhas precisam de pacotes opcionais que faltam nesta instalação (`@myriaddreamin/typst-ts-node-compiler` e os seus tipos de letra). Instale-os ou imprima a página do mapa.',
  'problem.sheet.no-panels': 'Só um mapa que conta um 3W tem um mapa pequeno por cluster ou por organização. Imprima-o como um único mapa.',
  'problem.sheet.page': 'A folha tem menos páginas.',
  'problem.sheet.too-long': 'A folha exigia demasiado tempo ou memória e foi interrompida. Experimente um nível superior ou o formato A4.',
} satisfies Record<keyof typeof en, string>;
