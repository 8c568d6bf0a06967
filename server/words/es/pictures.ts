/** Printed on pictures of maps. */
import type en from '../en/pictures.ts';

export default {
  'picture.zero': 'Ninguno',
  'picture.noData': 'Sin datos',
  'picture.notReported': 'No informado',
  'picture.possible': 'Posible (zona dividida)',
  'picture.notPlaced': 'Lugar dudoso',
  'picture.aboveOnly': 'Solo la zona superior',
  'picture.withheld': 'No se divulga',
  'picture.sources': 'Fuentes',
  'picture.draft': 'BORRADOR – SIN AUTORIZAR',
  'picture.allAreas': 'Todas las zonas',
  'picture.allClusters': 'Todos los clústeres',
  'picture.moreAreas': '{n, number} más en la tabla',
  'picture.people': 'Habitantes',
  'picture.density': 'Habitantes por km²',
  'picture.organisations': 'Organizaciones',
  'picture.activities': 'Actividades',
  'picture.reached': 'Personas alcanzadas',
  'picture.ratio': 'Habitantes por organización',
  'picture.changeOfOrganisations': 'Variación de organizaciones',
  'picture.changeOfActivities': 'Variación de actividades',
  'picture.changeOfPeople': 'Variación de personas alcanzadas',
  'picture.changeOfRatio': 'Variación de habitantes por organización',
  'picture.boundaries': 'Límites administrativos',
  'picture.rows': '{rows, plural, one {# fila} other {# filas}}',
  'picture.note.abyei': 'El estatuto definitivo de la zona de Abyei aún no está determinado.',
  'picture.note.sudan': 'La frontera definitiva entre la República del Sudán y la República de Sudán del Sur aún no está determinada.',
  'picture.note.kashmir':
    'La línea de puntos representa aproximadamente la línea de control en Jammu y Cachemira convenida por la India y el Pakistán. Las partes aún no han convenido el estatuto definitivo de Jammu y Cachemira.',
  'picture.note.falkland':
    'Existe una controversia entre los Gobiernos de la Argentina y el Reino Unido sobre la soberanía de las Islas Malvinas (Falkland Islands).',
} satisfies Record<keyof typeof en, string>;
