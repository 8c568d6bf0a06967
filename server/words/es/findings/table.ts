/** Texts of what the table reader changed or assumed. */
import type en from '../../en/findings/table.ts';

export default {
  'finding.table.encoding-assumed.title': 'Codificación supuesta',
  'finding.table.encoding-assumed':
    '{table} no está en UTF-8 y se leyó como {encoding}; si los nombres se ven mal, vuelva a subirlo indicando su codificación.',
  'finding.table.files-ignored.title': 'Archivos no leídos',
  'finding.table.files-ignored':
    '{count, plural, one {# archivo de {table} no es una tabla y no se leyó} other {# archivos de {table} no son tablas y no se leyeron}} (solo se leen .csv, .tsv, .xlsx y .ods). Si alguno contiene datos, guárdelo como CSV o XLSX y vuelva a subirlo.',
  'finding.table.header-fused.title': 'Dos filas de encabezado',
  'finding.table.header-fused': 'Las filas {rows} de {table} se leyeron juntas como un solo encabezado; compruebe los nombres de las columnas.',
  'finding.table.formula-uncalculated.title': 'Fórmulas sin resultado',
  'finding.table.formula-uncalculated':
    '{count, plural, one {# celda de {table} contiene una fórmula sin su resultado y se leyó como vacía} other {# celdas de {table} contienen fórmulas sin sus resultados y se leyeron como vacías}}. Abra el libro en un programa de hojas de cálculo, guárdelo y vuelva a subirlo.',
  'finding.table.merged-filled.title': 'Celdas combinadas',
  'finding.table.merged-filled':
    '{count, plural, one {# celda} other {# celdas}} bajo celdas combinadas de {table} {count, plural, one {tomó} other {tomaron}} el valor del bloque combinado; compruebe que es correcto.',
  'finding.table.hidden-rows.title': 'Filas ocultas',
  'finding.table.hidden-rows':
    '{count, plural, one {# fila de {table} está oculta, por un filtro o a mano, y se leyó como las demás} other {# filas de {table} están ocultas, por un filtro o a mano, y se leyeron como las demás}}. {count, plural, one {Si no debe contar, bórrela} other {Si no deben contar, bórrelas}} en la hoja de cálculo y suba el archivo otra vez.',
  'finding.table.hidden-sheets.title': 'Hojas ocultas',
  'finding.table.hidden-sheets':
    '{count, plural, one {# hoja de {file} está oculta} other {# hojas de {file} están ocultas}}; una hoja oculta no se usa a menos que usted la elija.',
  'finding.table.invisible-characters.title': 'Caracteres invisibles',
  'finding.table.invisible-characters':
    '{count, plural, one {# celda de {table} contiene} other {# celdas de {table} contienen}} caracteres invisibles (marcas de dirección, guiones opcionales), habituales en texto copiado; se {count, plural, one {leyó} other {leyeron}} sin ellos. No hay que hacer nada.',
} satisfies Record<keyof typeof en, string>;
