/** Details of findings on map layers, and what is asked about their coordinates. */
export default {
  'clause.why.wkt': 'sus celdas contienen geometría como texto: {samples, list}',
  'clause.layer.row': 'fila {row, raw}',
  'clause.layer.unread': 'fila {row, raw}: «{text}»',
  'clause.layer.near': 'fila {row, raw}, contada en {unit}',
  'clause.layer.stack': '{count, number} elementos',
  'clause.layer.states': 'la fila {row, raw} indica {stated}, pero está en {unit}',
  'clause.layer.dropped':
    'fila {row, raw}: {why, select, empty {sin geometría} shape {otro tipo de geometría que la capa} broken {coordenadas que no se pueden dibujar} zero {en 0, 0, que no es un lugar, según confirmó una persona} other {omitida}}',
  'clause.layer.mend':
    '{is, select, swap {se intercambian latitud y longitud} commas {la coma se lee como signo decimal} degrees {se convierten grados y minutos} zero {0, 0 no se toma como un lugar} crs {las coordenadas se convierten desde el sistema de coordenadas indicado} other {corregido}}',
  'clause.question.swap':
    'La latitud y la longitud parecen intercambiadas, como en {samples, list}. Filas dentro del país: {before, number} tal como están, {after, number} si se intercambian. ¿Intercambiarlas?',
  'clause.question.commas':
    'Hay coordenadas escritas con coma, como {samples, list}. ¿Es el signo decimal? Filas dentro del país si se leen así: {after, number} de {rows, number}.',
  'clause.question.degrees':
    'Hay coordenadas escritas en grados y minutos, como {samples, list}. ¿Convertirlas? Filas dentro del país una vez convertidas: {after, number} de {rows, number}.',
  'clause.question.zero': 'Filas en latitud 0, longitud 0, que es lo que dice un formulario vacío: {rows, number}. ¿No tienen lugar?',
  'clause.question.crs': 'Estas coordenadas no son grados: {samples, list}. ¿En qué sistema de coordenadas están?',
  'clause.question.part': 'Los archivos contienen varias tablas o tipos de elementos. ¿Cuál es la capa?',
  'clause.layer.pair': '{written} → {read}',
  'clause.layer.yes':
    '{is, select, swap {Sí, intercambiarlas} commas {Sí, es el signo decimal} degrees {Sí, convertirlas} zero {Sí, no tienen lugar} other {Sí}}',
  'clause.layer.no': 'No, dejarlas como están escritas',
  'clause.layer.system': '{crs}{swap, select, yes { con x e y intercambiadas} other {}}: {after, number} de {rows, number} filas en el país',
  'clause.layer.part': '{file}, {sheet}: {count, number} {shape, select, points {puntos} lines {líneas} areas {áreas} other {filas}}',
};
