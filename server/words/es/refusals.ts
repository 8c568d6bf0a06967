/** Why a table is refused: what the file is, and what to do. */
import type en from '../en/refusals.ts';

export default {
  'refusal.xls':
    '{file} es un archivo de Excel antiguo (.xls, 1997–2003), que aquí no se lee. Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.xlsb':
    '{file} es un libro binario de Excel (.xlsb), que aquí no se lee. Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.numbers':
    '{file} es un archivo de Apple Numbers, que aquí no se lee. Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.webPage':
    '{file} es una página web y no una hoja de cálculo, diga lo que diga su nombre: algunos sistemas exportan así las tablas. Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.xml2003':
    '{file} es una hoja de cálculo XML de Excel 2003, que aquí no se lee. Ábrala en un programa de hojas de cálculo, guárdela como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.otherDocument':
    '{file} es un documento de oficina y no una hoja de cálculo. Ábralo en un programa de hojas de cálculo, guárdelo como .xlsx, .ods o CSV y suba ese archivo.',
  'refusal.password': '{file} está protegido con una contraseña. Quite la contraseña en el programa con que se hizo, guárdelo y vuelva a subirlo.',
  'refusal.drawing':
    'adm{level} de {file} no puede publicarse tal como se subió, porque no encaja: {count, plural, one {# unidad sobresale} other {# unidades sobresalen}} de la unidad superior ({units}). Corrija el trazado o deje que se forme a partir de adm{base}.',
  'refusal.openQuote':
    '{file} no se puede leer como CSV después de la fila {row}: una celda entre comillas nunca se cierra. Corrija esa fila o guarde de nuevo la tabla como CSV.',
  'refusal.cutShort':
    '{file} termina en medio de la fila {row}: hay {cells} de {width} celdas ({text}). El archivo se cortó por el camino. Descárguelo o expórtelo otra vez y suba el archivo completo; si la fila está completa, termínela con un salto de línea.',
  'refusal.columns': 'Estas columnas no se pueden usar. {faults}',
  'refusal.answers':
    'Lo que ha indicado sobre las columnas o las capas no se puede usar. {faults} Parta de las columnas y capas de check --format json y cambie lo que esté mal.',
  'refusal.columnsFile':
    '{file} no se puede usar como archivo de columnas. {faults} Parta de las columnas y capas de check --format json y cambie lo que esté mal.',
  'refusal.metadataFile': '{file} no se puede usar como metadatos. {faults} Puede contener {fields, list}.',
  'refusal.plan': '{file} no contiene ningún plan de reparación. {faults} Use uno escrito por codmap repair --plan --out.',
} satisfies Record<keyof typeof en, string>;
