import type en from '../en/mail.ts';

/** Messages that are sent or handed on: subject and text of each, in plain text. */
export default {
  'mail.hello': 'Hola, {name}:',
  'mail.hello.nobody': 'Hola:',
  'mail.global': 'nivel mundial',
  'mail.footer': 'Codmap, en {host}, envía este mensaje una sola vez.',
  'mail.footer.secret':
    'Codmap, en {host}, envía este mensaje una sola vez. Quien tenga el enlace puede usarlo en su lugar: no lo reenvíe. Los enlaces que recibió antes ya no funcionan.',
  'mail.confirm.subject': 'Confirme su ficha en la lista de contactos: {group} ({country})',
  'mail.confirm.text':
    'Se le ha incluido en la lista de contactos de {group} ({country}). En el enlace ve todo lo que se guarda de usted; puede corregirlo, decir quién lo ve, confirmarlo o eliminarlo. Si no lo confirma, la ficha no se muestra a nadie a los 14 días a más tardar y se elimina el {day, day}.',
  'mail.check-in.subject': '¿Sigue en {group} ({country})?',
  'mail.check-in.text':
    'Su registro en {group} ({country}) termina en 48 horas. Si se queda, indique hasta cuándo. Si no hace nada, su función termina por sí sola el {day, day} y sus datos de contacto dejan de mostrarse.',
  'mail.still-right.subject': '¿Su ficha en la lista de contactos sigue siendo correcta? ({country})',
  'mail.still-right.text':
    'Su ficha en la lista de contactos de {group} ({country}) no se ha confirmado desde hace medio año. Un clic en el enlace dice que sigue siendo correcta. Sin respuesta, se oculta en las listas el {day, day}.',
  'mail.verify.subject': 'Ficha por verificar: {group} ({country})',
  'mail.verify.text':
    'La última verificación de {title} ({group}, {country}) fue hace casi un año. Compruebe que la persona es quien y está donde dice la ficha; la verificación termina el {day, day}.',
  'mail.document-review.subject': 'Por revisar antes del {day, day}: {title}',
  'mail.document-review.text': '«{title}» de {group} ({country}) debe revisarse antes del {day, day}.',
  'mail.action.subject': 'Tarea para el {day, day}: {group} ({country})',
  'mail.action.text': 'Una tarea de {group} ({country}), para el {day, day}, sigue abierta: {title}',
  'mail.invite.subject': 'Su invitación a Codmap',
  'mail.invite.text': 'Le invitamos a crear una cuenta. El enlace funciona una vez, hasta el {day, day}.',
} satisfies Record<keyof typeof en, string>;
