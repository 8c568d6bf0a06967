/** What maps say of their layers. */
import type en from '../en/mapLayers.ts';

export default {
  'layer.points': 'Pontos',
  'layer.lines': 'Linhas',
  'layer.areas': 'Áreas',
  'layer.others': 'Outros',
  'layer.until': 'válido até {date}',
  'layer.old': 'desatualizado desde {date}',
  'layer.left': 'Camada {title}: {n, number} não mostrados por falta de espaço.',
  'layer.small': 'Os mapas pequenos e as tabelas não mostram camadas.',
  'layer.closed.counts': 'A camada {title} é sensível: só podem ser dadas contagens por área, por isso não é desenhada.',
  'layer.closed.restricted': 'A camada {title} não é partilhada com todos, por isso não é desenhada.',
  'layer.closed.unknown': 'Uma camada deste mapa já não está publicada, por isso não é desenhada.',
  'layer.summary': 'Com a camada {title}: {n, number}.',
} satisfies Record<keyof typeof en, string>;
