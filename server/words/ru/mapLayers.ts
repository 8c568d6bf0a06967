/** What maps say of their layers. */
import type en from '../en/mapLayers.ts';

export default {
  'layer.points': 'Точки',
  'layer.lines': 'Линии',
  'layer.areas': 'Территории',
  'layer.others': 'Прочее',
  'layer.until': 'действительно до {date}',
  'layer.old': 'устарело с {date}',
  'layer.left': 'Слой {title}: не показано {n, number} из-за нехватки места.',
  'layer.small': 'На малых картах и в таблицах слоёв нет.',
  'layer.closed.counts': 'Слой {title} содержит чувствительные данные: можно сообщать только числа по районам, поэтому он не нанесён.',
  'layer.closed.restricted': 'Слой {title} доступен не всем, поэтому он не нанесён.',
  'layer.closed.unknown': 'Один из слоёв этой карты больше не опубликован, поэтому он не нанесён.',
  'layer.summary': 'Со слоем {title}: {n, number}.',
} satisfies Record<keyof typeof en, string>;
