import type en from '../../en/problems/news.ts';

/** The same as in problems.ts, of digests and webhooks. */
export default {
  'problem.digest.mail': 'Este servidor não envia e-mail, por isso não há resumos. Um administrador pode definir CODMAP_SMTP_URL.',
  'problem.digest.zone': 'Este servidor não conhece este fuso horário. Escolha outro, como UTC.',
  'problem.webhook.delivery': 'Não existe esse envio, ou ele já está a caminho.',
  'problem.webhook.host': 'Um administrador deste servidor não permite mensagens para este host. A página lista os hosts permitidos.',
  'problem.webhook.many': 'Já há cinquenta webhooks aqui. Elimine um de que ninguém precise.',
  'problem.webhook.off':
    'Este servidor não envia nada a outros servidores. Um administrador pode permitir hosts com CODMAP_WEBHOOK_HOSTS e indicar o endereço do servidor com CODMAP_PUBLIC_URL.',
  'problem.webhook.place': 'O grupo ou o conjunto de dados não é deste país. Escolha um da lista.',
  'problem.webhook.unknown': 'Não existe esse webhook, ou não lhe cabe geri-lo.',
} satisfies Record<keyof typeof en, string>;
