import type en from '../../../en/interface/workgroup/mails.ts';

/** Messages that people pass on. ICU message syntax. */
export default {
  'mails.title': '{count, plural, one {# mensagem por transmitir} other {# mensagens por transmitir}}',
  'mails.lead': 'Este servidor não as envia. Tire o texto e envie-o você mesmo; a ligação é só para essa pessoa.',
  'mails.failed': 'O servidor de correio não as aceitou. Tire o texto e envie-o você mesmo.',
  'mails.kind.confirm': 'confirmar o registo',
  'mails.kind.check-in': 'dizer até quando fica',
  'mails.kind.still-right': 'dizer se o registo ainda está certo',
  'mails.kind.verify': 'verificar {about}',
  'mails.kind.document-review': 'rever {about}',
  'mails.kind.action': 'fazer: {about}',
  'mails.until': 'até {date}',
  'mails.no-address': 'sem endereço conhecido',
  'mails.take': 'Tirar o texto',
  'mails.take.of': 'Tirar o texto para {name}',
  'mails.text': 'Mensagem para {name}',
  'mails.once': 'Mostrado só desta vez: tirá-lo de novo cria outra ligação, e esta termina.',
  'mails.copy': 'Copiar',
  'mails.copied': 'Copiado',
  'mails.open': 'Abrir no programa de correio',
  'mails.close': 'Fechar',
} satisfies Record<keyof typeof en, string>;
