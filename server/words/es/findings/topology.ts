/** Texts of family T: overlaps, gaps, slits. */
import type en from '../../en/findings/topology.ts';

export default {
  'finding.topology.overlap.title': 'Solapamiento',
  'finding.topology.overlap':
    'Nivel {level}: {count, plural, one {# par de unidades se solapa} other {# pares de unidades se solapan}}, {area, m2} en total: ese terreno pertenece a dos unidades a la vez. Decida a qué unidad pertenece cada lugar, recórtelo de la otra en su SIG con el autoensamblado activado y vuelva a subir el archivo.',
  'finding.topology.overlap-trace.title': 'Traza de solapamiento',
  'finding.topology.overlap-trace':
    'Nivel {level}: {count, plural, one {# par de unidades se solapa} other {# pares de unidades se solapan}} en menos de 1 m² o de 1 cm de ancho, por el redondeo de las coordenadas: no es una disputa real ni se ve en un mapa. No hay que hacer nada; para quitarlo, ajuste los dos límites entre sí en un SIG.',
  'finding.topology.gap-sliver.title': 'Hueco muy estrecho',
  'finding.topology.gap-sliver':
    'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} de hasta 10 m de ancho entre unidades; ningún terreno es tan estrecho, ciérre{count, plural, one {lo} other {los}} ajustando los límites.',
  'finding.topology.gap-narrow.title': 'Hueco estrecho',
  'finding.topology.gap-narrow':
    'Nivel {level}: {count, plural, one {# hueco estrecho} other {# huecos estrechos}} entre unidades; cierre los errores de trazado y acepte con un motivo lo que es real.',
  'finding.topology.gap-lake.title': 'Hueco: ¿lago o unidad faltante?',
  'finding.topology.gap-lake':
    'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} que {count, plural, one {puede} other {pueden}} ser un lago, un enclave o una unidad faltante; {count, plural, one {acéptelo con un motivo o rellénelo} other {acéptelos con un motivo o rellénelos}}.',
  'finding.topology.gap-trace.title': 'Traza de hueco',
  'finding.topology.gap-trace':
    'Nivel {level}: {count, plural, one {# hueco} other {# huecos}} de menos de 1 m² o de 1 cm de ancho, por el redondeo de las coordenadas, que no se ven en un mapa. No hay que hacer nada; ajustar los límites en un SIG los cierra.',
  'finding.topology.slit.title': 'Rendija abierta al exterior',
  'finding.topology.slit':
    'Nivel {level}: {count, plural, one {# par de unidades deja} other {# pares de unidades dejan}} una rendija de hasta 10 m abierta al exterior; ciérrela ajustando los límites, salvo que sea una ensenada real.',
  'finding.topology.unshared-vertex.title': 'Vértices no compartidos',
  'finding.topology.unshared-vertex':
    'Nivel {level}: {count, plural, one {# par de vecinos no comparte} other {# pares de vecinos no comparten}} todos los vértices de su límite común, aunque la línea es la misma. No hay que hacer nada para publicar; antes de editar el límite, añada los vértices (QGIS: Autoensamblar geometrías a capa) o se abrirá un hueco.',
  'finding.topology.area-changed.title': 'Superficie cambiada por la reparación',
  'finding.topology.area-changed':
    'Nivel {level}: la reparación cambió en más del 0,1 % la superficie de {count, plural, one {# unidad} other {# unidades}}, o la eliminó; repare con una tolerancia menor o corrija la unidad a mano.',
} satisfies Record<keyof typeof en, string>;
