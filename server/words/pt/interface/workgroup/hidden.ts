import type en from '../../../en/interface/workgroup/hidden.ts';

export default {
  'hidden.title': '{count, plural, one {# ficha oculta} other {# fichas ocultas}}',
  'hidden.lead': 'Não são mostradas a ninguém. Como administrador, só pode ver uma para a eliminar; fica registado que a viu, e a pessoa vê esse registo.',
  'hidden.why.restricted': 'oculta a pedido próprio desde {date, day}',
  'hidden.why.unconfirmed': 'não confirmada, oculta desde {date, day}',
  'hidden.why.unanswered': 'sem resposta a «ainda está certo?», oculta desde {date, day}',
  'hidden.gone': 'Eliminada por si em {date, day}',
  'hidden.no-role': 'Sem papel hoje',
  'hidden.look': 'Ver para eliminar',
  'hidden.look.of': 'Ver a ficha ({roles}) para a eliminar',
  'hidden.delete': 'Eliminar definitivamente',
  'hidden.delete.says': 'Nome, contactos, consentimentos e ligação são eliminados de imediato. Os papéis, a organização e os dias ficam sem o nome.',
  'hidden.deleted': 'Eliminada',
  'hidden.close': 'Fechar',
} satisfies Record<keyof typeof en, string>;
