/** Documentos: revisiones pendientes, lo que falta y lo que un archivo revela además de su texto. */
export default {
  'clause.document.review-due': '{group}: «{title}» debe revisarse a más tardar el {day, day}.',
  'clause.document.review-overdue': '{group}: «{title}» debía revisarse a más tardar el {day, day}.',
  'clause.document.no-tor': '{group} no tiene términos de referencia vigentes.',
  'clause.document.tor-without-review': '{group}: no se ha fijado fecha de revisión para «{title}».',
  'clause.document.review-in': '{n, plural, =0 {revisión prevista para hoy} one {revisión en un día} other {revisión en # días}}',
  'clause.document.review-over': '{n, plural, one {revisión atrasada un día} other {revisión atrasada # días}}',
  'clause.document.review-later': 'revisión a más tardar el {day, day}',
  'clause.document.told.author':
    '{n, plural, one {El archivo nombra a una persona que lo redactó o modificó.} other {El archivo nombra a # personas que lo redactaron o modificaron.}}',
  'clause.document.told.comments':
    '{n, plural, one {El archivo contiene un comentario que puede leer quien lo abra.} other {El archivo contiene # comentarios que puede leer quien lo abra.}}',
  'clause.document.told.tracked-changes':
    '{n, plural, one {El archivo contiene un cambio registrado, con el nombre de su autor.} other {El archivo contiene # cambios registrados, con los nombres de sus autores.}}',
  'clause.document.told.hidden-text':
    '{n, plural, one {Un pasaje es texto oculto que puede mostrar quien abra el archivo.} other {# pasajes son texto oculto que puede mostrar quien abra el archivo.}}',
  'clause.document.told.emails':
    '{n, plural, one {En el archivo hay una dirección de correo de una persona.} other {En el archivo hay # direcciones de correo de personas.}}',
  'clause.document.told.images':
    '{n, plural, one {Una imagen no puede mostrarse en un navegador; está en el archivo.} other {# imágenes no pueden mostrarse en un navegador; están en el archivo.}}',
  'clause.document.told.remote-images': '{n, plural, one {No se carga una imagen de otro sitio web.} other {No se cargan # imágenes de otros sitios web.}}',
  'clause.document.told.links-left-out':
    '{n, plural, one {Un enlace no lleva a un sitio web ni a una dirección de correo, por lo que se ha quitado.} other {# enlaces no llevan a un sitio web ni a una dirección de correo, por lo que se han quitado.}}',
  'clause.document.told.html-left-out': '{n, plural, one {Una etiqueta HTML se muestra como texto.} other {# etiquetas HTML se muestran como texto.}}',
  'clause.document.told.embedded-files':
    '{n, plural, one {Hay otro archivo incrustado, con todo lo que contiene.} other {Hay # archivos incrustados, con todo lo que contienen.}}',
  'clause.document.told.long': 'El documento es demasiado largo para mostrarlo aquí. Abra el archivo.',
};
