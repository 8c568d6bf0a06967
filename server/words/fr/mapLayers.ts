/** What maps say of their layers. */
import type en from '../en/mapLayers.ts';

export default {
  'layer.points': 'Points',
  'layer.lines': 'Lignes',
  'layer.areas': 'Zones',
  'layer.others': 'Autres',
  'layer.until': 'valable jusqu’au {date}',
  'layer.old': 'périmé depuis le {date}',
  'layer.left': 'Couche {title} : {n, number} non représentés, faute de place.',
  'layer.small': 'Les petites cartes et les tableaux n’ont pas de couches.',
  'layer.closed.counts': 'La couche {title} est sensible : seuls des nombres par zone peuvent être communiqués ; elle n’est donc pas dessinée.',
  'layer.closed.restricted': 'La couche {title} n’est pas partagée avec tous ; elle n’est donc pas dessinée.',
  'layer.closed.unknown': 'Une couche de cette carte n’est plus publiée ; elle n’est donc pas dessinée.',
  'layer.summary': 'Avec la couche {title} : {n, number}.',
} satisfies Record<keyof typeof en, string>;
