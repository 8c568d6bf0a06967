import type en from '../../en/problems/sheets.ts';

/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'No hay nada con que hacer una serie: el mapa no muestra ningún clúster, región u organización de este tipo.',
  'problem.series.no-clusters': 'Solo un mapa de un 3W se imprime por clúster u organización. Imprímalo por admin 1.',
  'problem.series.no-regions': 'Una serie por admin 1 necesita un mapa de un nivel inferior. Elija un nivel más bajo.',
  'problem.series.not-made': 'Esta serie aún no se ha creado o ya no se conserva. Iníciela y descárguela cuando esté lista.',
  'problem.series.too-many': 'La serie tendría demasiadas hojas. Cuente menos clústeres u organizaciones.',
  'problem.series.unknown': 'No hay ninguna serie en curso con ese número; quizá la interrumpió un reinicio. Iníciela de nuevo.',
  'problem.sheet.absent':
    'Las hojas necesitan paquetes opcionales que faltan en esta instalación (`@myriaddreamin/typst-ts-node-compiler` y sus tipos de letra). Instálelos o imprima la página del mapa.',
  'problem.sheet.no-panels': 'Solo un mapa que cuenta un 3W con clústeres tiene un mapa pequeño para cada uno. Imprímalo como un solo mapa.',
  'problem.sheet.page': 'La hoja tiene menos páginas.',
  'problem.sheet.too-long': 'La hoja necesitaba demasiado tiempo o memoria y se interrumpió. Pruebe un nivel superior o el formato A4.',
} satisfies Record<keyof typeof en, string>;
