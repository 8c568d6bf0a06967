/** The same as in problems.ts, of assessments. */
export default {
  'problem.assessments.answer': 'Esta pregunta o respuesta ya no existe. Vuelva a cargar el registro.',
  'problem.assessments.area': 'No hay tal unidad en los límites. Elíjala en el mapa o en la lista.',
  'problem.assessments.changed': 'Alguien cambió este registro mientras tanto. Vuelva a cargarlo y revíselo.',
  'problem.assessments.contact': 'Un contacto es un grupo del registro o un buzón común, nunca una persona. Indique el grupo o su dirección.',
  'problem.assessments.dates': 'El fin es anterior al inicio.',
  'problem.assessments.draft': 'Un borrador no se confirma: responda primero a lo que se pregunta.',
  'problem.assessments.empty': 'El archivo no contiene evaluaciones: ninguna columna es un título. Indique cuál con columns.',
  'problem.assessments.file':
    'Los archivos que se guardan aquí son PDF, Word, Excel o CSV, de 20 MB como máximo, sin macros, scripts ni adjuntos, y son lo que dice su nombre. Guárdelo de nuevo en uno de estos formatos.',
  'problem.assessments.json': 'No es un JSON con una lista de registros.',
  'problem.assessments.link': 'Este enlace no funciona: fue revocado, caducó o no está completo. Pida otro.',
  'problem.assessments.microdata':
    'Los datos brutos nunca son públicos, y un archivo de ellos solo se guarda para miembros, en clase alta, con lo que se hizo para que nadie pueda ser identificado. Elija otro acceso, o indíquelo.',
  'problem.assessments.organisation': 'La organización no está en el registro. Inscríbala antes o indique solo su nombre.',
  'problem.assessments.pair': 'Estos dos registros no parecen uno mismo.',
  'problem.assessments.personal': 'Un texto contiene una dirección o un teléfono. Quítelo: los contactos son grupos o buzones comunes.',
  'problem.assessments.too-often': 'Llegaron demasiadas evaluaciones por este enlace en una hora. Inténtelo más tarde.',
  'problem.assessments.unknown': 'No hay tal evaluación aquí o no le corresponde verla.',
};
