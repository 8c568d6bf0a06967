import type en from '../../../en/interface/workgroup/mails.ts';

/** Messages that people pass on. ICU message syntax. */
export default {
  'mails.title': '{count, plural, one {# mensaje por transmitir} other {# mensajes por transmitir}}',
  'mails.lead': 'Este servidor no los envía. Tome el texto y envíelo usted; su enlace es solo para esa persona.',
  'mails.failed': 'El servidor de correo no los aceptó. Tome el texto y envíelo usted.',
  'mails.kind.confirm': 'confirmar la ficha',
  'mails.kind.check-in': 'decir hasta cuándo se queda',
  'mails.kind.still-right': 'decir si la ficha sigue siendo correcta',
  'mails.kind.verify': 'verificar {about}',
  'mails.kind.document-review': 'revisar {about}',
  'mails.kind.action': 'hacer: {about}',
  'mails.until': 'hasta el {date}',
  'mails.no-address': 'sin dirección conocida',
  'mails.take': 'Tomar el texto',
  'mails.take.of': 'Tomar el texto para {name}',
  'mails.text': 'Mensaje para {name}',
  'mails.once': 'Se muestra solo esta vez: si lo toma de nuevo se crea otro enlace y este deja de valer.',
  'mails.copy': 'Copiar',
  'mails.copied': 'Copiado',
  'mails.open': 'Abrir en el programa de correo',
  'mails.close': 'Cerrar',
} satisfies Record<keyof typeof en, string>;
