/** Texts of findings on map layers, and of what is refused of them. */
export default {
  'finding.layer.without.title': 'Filas sin coordenadas',
  'finding.layer.without':
    'Filas sin coordenadas o con coordenadas ilegibles: {count, number}. No se dibujan ni se cuentan por unidad; complete las coordenadas.',
  'finding.layer.outside.title': 'Fuera del país',
  'finding.layer.outside': 'Elementos a más de 5 km fuera de los límites: {count, number}. No se dibujan; revise sus coordenadas.',
  'finding.layer.near.title': 'Asignados a la unidad más cercana',
  'finding.layer.near': 'Elementos fuera de toda unidad, pero a menos de 5 km de una: {count, number}. Cuentan en la unidad más cercana; revíselos en el mapa.',
  'finding.layer.stacked.title': 'Muchos elementos en un mismo lugar',
  'finding.layer.stacked':
    'Elementos que comparten su lugar con más de otros 20: {rows, number}, en {count, number} lugares. Quizá estén en el centro de una unidad y no donde realmente se encuentran; revise la fuente.',
  'finding.layer.disagree.title': 'La unidad indicada y el lugar no coinciden',
  'finding.layer.disagree':
    'Elementos que indican una unidad distinta de aquella en la que se encuentran: {count, number}. Cuentan donde se encuentran; corrija la unidad o las coordenadas.',
  'finding.layer.dropped.title': 'Elementos omitidos',
  'finding.layer.dropped': 'Elementos omitidos: {count, number}. La lista indica el motivo.',
  'finding.layer.mended.title': 'Coordenadas corregidas',
  'finding.layer.mended':
    'Hay coordenadas que se leen de otro modo que como están escritas, según confirmó una persona; correcciones: {count, number}. No hay que hacer nada.',
  'finding.layer.no-boundaries.title': 'Sin límites',
  'finding.layer.no-boundaries':
    'Aquí no hay límites publicados del país, así que los elementos no se pueden asignar a unidades. Publique los límites y suba la capa de nuevo.',
  'finding.layer.nothing.title': 'Nada que dibujar',
  'finding.layer.nothing': 'No se puede dibujar ningún elemento. Responda a las preguntas sobre las coordenadas o corrija el archivo.',
  'finding.layer.metadata.title': 'Falta la fuente o la licencia',
  'finding.layer.metadata': 'La capa no indica fuente o licencia. Introdúzcalas para que otros sepan si pueden usarla.',
  'finding.layer.ignored.title': 'Archivos no leídos',
  'finding.layer.ignored': 'Archivos no leídos: {count, number}. Nada de ellos está en la capa.',
  'problem.upload.layer':
    'Para subir una capa hace falta un nombre para su dirección: el de una capa que ya existe, que recibe una versión nueva, o uno nuevo. Elíjalo.',
  'problem.layer.nothing': 'Los archivos no tienen filas ni elementos. Suba puntos, líneas o áreas, o una tabla con coordenadas.',
  'problem.layer.no-coordinates':
    'Ninguna columna contiene coordenadas; la respuesta dice cómo se leyó cada columna. Indique las columnas de latitud y longitud.',
  'problem.layer.answers': 'Lo que se dice de la capa no se puede leer; los errores indican qué está mal.',
  'problem.layer.part': 'Los archivos no tienen esa tabla o capa. Vuelva a leer las columnas y elija de la lista.',
  'problem.layer.counts-only':
    'Esta capa es sensible: solo se dan a todos sus recuentos por unidad. Inicie sesión como miembro de la respuesta para ver los lugares.',
  'problem.layer.no-units': 'La capa se leyó sin límites, así que no tiene tabla por unidad. Publique los límites y súbala de nuevo.',
  'problem.layer.level': 'La capa no tiene recuentos de este nivel administrativo, o no se dan a todos.',
  'problem.layer.feature': 'La capa no tiene ningún elemento con este número.',
};
