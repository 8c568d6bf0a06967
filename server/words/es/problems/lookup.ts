/** The same as in problems.ts, of looking up units and of files made on request. */
export default {
  'problem.lookup.asked': 'Pida una sola cosa: code, o name (con within y level), o lon y lat.',
  'problem.lookup.columns': 'Las columnas no se indican como lista JSON, cada una con column, role y level.',
  'problem.lookup.format': 'Las tablas reciben P-codes en CSV o XLSX. Guarde esta en uno de estos formatos.',
  'problem.lookup.no-columns': 'Ninguna columna dice dónde están las filas. Indique cuál, o vea ?answer=summary.',
  'problem.lookup.no-outlines': 'Los contornos de esta versión no están guardados, así que no se pueden buscar lugares en ella.',
  'problem.lookup.no-rows': 'El archivo no tiene filas debajo de un encabezado.',
  'problem.lookup.too-heavy': 'La tabla necesitó demasiado tiempo o memoria. Divídala, o use codmap pcode en el servidor.',
  'problem.lookup.too-many-rows': 'Una tabla puede tener 100 000 filas. Divida esta.',
};
