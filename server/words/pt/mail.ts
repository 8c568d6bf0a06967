import type en from '../en/mail.ts';

/** Messages that are sent or handed on: subject and text of each, in plain text. */
export default {
  'mail.hello': 'Olá, {name}:',
  'mail.hello.nobody': 'Olá:',
  'mail.global': 'nível mundial',
  'mail.footer': 'O Codmap, em {host}, envia esta mensagem uma única vez.',
  'mail.footer.secret':
    'O Codmap, em {host}, envia esta mensagem uma única vez. Quem tiver a ligação pode usá-la em seu lugar: não a reencaminhe. As ligações recebidas antes deixaram de funcionar.',
  'mail.confirm.subject': 'Confirme o seu registo na lista de contactos: {group} ({country})',
  'mail.confirm.text':
    'Foi incluído na lista de contactos de {group} ({country}). Na ligação vê tudo o que se guarda sobre si; pode corrigir, dizer quem vê, confirmar ou apagar. Se não confirmar, o registo deixa de ser mostrado ao fim de 14 dias, o mais tardar, e é apagado em {day, day}.',
  'mail.check-in.subject': 'Continua em {group} ({country})?',
  'mail.check-in.text':
    'O seu registo de presença em {group} ({country}) termina dentro de 48 horas. Se fica, indique até quando. Se nada fizer, a sua função termina por si em {day, day} e os seus contactos deixam de ser mostrados.',
  'mail.still-right.subject': 'O seu registo na lista de contactos ainda está certo? ({country})',
  'mail.still-right.text':
    'O seu registo na lista de contactos de {group} ({country}) não é confirmado há meio ano. Um clique na ligação diz que ainda está certo. Sem resposta, é ocultado das listas em {day, day}.',
  'mail.verify.subject': 'Registo a verificar: {group} ({country})',
  'mail.verify.text':
    'A última verificação de {title} ({group}, {country}) foi há quase um ano. Confirme que a pessoa é quem e está onde o registo diz; a verificação termina em {day, day}.',
  'mail.document-review.subject': 'A rever até {day, day}: {title}',
  'mail.document-review.text': '“{title}” de {group} ({country}) deve ser revisto até {day, day}.',
  'mail.action.subject': 'Ação a concluir até {day, day}: {group} ({country})',
  'mail.action.text': 'Uma ação de {group} ({country}), a concluir até {day, day}, continua em aberto: {title}',
  'mail.invite.subject': 'O seu convite para o Codmap',
  'mail.invite.text': 'É convidado a criar uma conta. A ligação funciona uma vez, até {day, day}.',
} satisfies Record<keyof typeof en, string>;
