/** What maps say of their layers. */
import type en from '../en/mapLayers.ts';

export default {
  'layer.points': 'Puntos',
  'layer.lines': 'Líneas',
  'layer.areas': 'Zonas',
  'layer.others': 'Otros',
  'layer.until': 'válido hasta el {date}',
  'layer.old': 'caducado desde el {date}',
  'layer.left': 'Capa {title}: {n, number} no se muestran por falta de espacio.',
  'layer.small': 'Los mapas pequeños y las tablas no muestran capas.',
  'layer.closed.counts': 'La capa {title} es sensible: solo pueden darse recuentos por zona, así que no se dibuja.',
  'layer.closed.restricted': 'La capa {title} no se comparte con todos, así que no se dibuja.',
  'layer.closed.unknown': 'Una capa de este mapa ya no está publicada, así que no se dibuja.',
  'layer.summary': 'Con la capa {title}: {n, number}.',
} satisfies Record<keyof typeof en, string>;
