import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'No hay nada con que hacer una serie: el mapa no muestra ningún clúster, región u organización de este tipo.',
  'problem.series.no-clusters': 'Los clústeres y las organizaciones vienen de un 3W: solo un mapa de un 3W se imprime así. Abra para ello el 3W del país.',
  'problem.series.no-regions': 'Una serie por admin 1 necesita un mapa de un nivel más detallado. Muestre el nivel 2 o uno más detallado.',
  'problem.series.not-made': 'Esta serie aún no se ha creado o ya no se conserva. Iníciela y descárguela cuando esté lista.',
  'problem.series.too-many': 'Una serie tiene como máximo 150 hojas y esta tendría más. Filtre el mapa a menos clústeres u organizaciones.',
  'problem.series.too-long':
    'La serie necesitaba demasiado tiempo o memoria y se interrumpió. Filtre el mapa para que haya menos hojas o elija un nivel superior.',
  'problem.series.closed': 'Este 3W es sensible: las hojas no nombran ninguna organización. Imprímalo por clúster o por admin 1.',
  'problem.series.unknown': 'No hay ninguna serie en curso con ese número; quizá la interrumpió un reinicio. Iníciela de nuevo.',
  'problem.sheet.absent':
    'Las hojas necesitan paquetes opcionales que faltan en esta instalación (`@myriaddreamin/typst-ts-node-compiler` y sus tipos de letra). Instálelos o imprima la página del mapa.',
  'problem.sheet.no-panels': 'Solo un mapa que cuenta un 3W tiene un mapa pequeño por clúster u organización. Imprímalo como un solo mapa.',
  'problem.sheet.page': 'La hoja tiene menos páginas.',
  'problem.sheet.too-long': 'La hoja necesitaba demasiado tiempo o memoria y se interrumpió. Pruebe un nivel superior o el formato A4.',
} satisfies Record<keyof typeof en, string>;
