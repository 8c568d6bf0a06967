/** Pages of maps and embeds, and notices in their place. */
import type en from '../en/pages.ts';

export default {
  'page.name': 'Nombre',
  'page.pcode': 'P-code',
  'page.table': 'Mostrar como tabla',
  'page.wholeTable': 'La tabla completa, {n} filas (CSV)',
  'page.legend': 'Leyenda',
  'page.open': 'Abrir este mapa',
  'page.live': 'Explorar el mapa',
  'page.close': 'Cerrar',
  'page.loading': 'Cargando el mapa…',
  'page.failed': 'No se pudo cargar el mapa; se mantiene la imagen.',
  'page.asOf': 'A {date}',
  'page.pinned': 'versión fija',
  'page.current': 'última versión',
  'page.downloads': 'Descargas',
  'page.change': 'Explorar y modificar este mapa',
  'page.country': 'Todo sobre {country}',
  'page.refused': 'Este mapa no se puede mostrar en este sitio web.',
  'page.refusedWhy': 'Quien lo publica no ha añadido este sitio a la lista. Puede abrir el mapa en sí:',
  'page.closed': 'Este mapa usa una fuente sensible de un modo que no es público.',
  'page.restricted': 'Los datos que muestra este mapa ya no se comparten con todo el mundo.',
  'page.gone': 'Este mapa ya no existe.',
  'page.problem': 'Esto no ha funcionado',
  'page.nothing': 'Aquí no hay nada',
  'page.home': 'Ir a la página de inicio',
} satisfies Record<keyof typeof en, string>;
