/** Problems of map layers. */
export default {
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
