import type en from '../../../en/interface/workgroup/hidden.ts';

export default {
  'hidden.title': '{count, plural, one {# ficha oculta} other {# fichas ocultas}}',
  'hidden.lead': 'Nadie las ve. Como administrador, usted solo puede mirar una para eliminarla; queda registrado que miró, y la persona lo ve.',
  'hidden.why.restricted': 'oculta por deseo propio desde el {date, day}',
  'hidden.why.unconfirmed': 'sin confirmar, oculta desde el {date, day}',
  'hidden.why.unanswered': 'sin respuesta a «¿sigue siendo correcto?», oculta desde el {date, day}',
  'hidden.gone': 'Se elimina sola el {date, day}',
  'hidden.no-role': 'Sin función hoy',
  'hidden.look': 'Mirar para eliminar',
  'hidden.look.of': 'Mirar la ficha ({roles}) para eliminarla',
  'hidden.delete': 'Eliminar definitivamente',
  'hidden.delete.says':
    'El nombre, los contactos, los consentimientos y el enlace se eliminan al instante. Las funciones, la organización y los días quedan sin el nombre.',
  'hidden.deleted': 'Eliminada',
  'hidden.close': 'Cerrar',
} satisfies Record<keyof typeof en, string>;
