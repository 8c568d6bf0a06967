import type en from '../../en/problems/news.ts';

/** The same as in problems.ts, of digests and webhooks. */
export default {
  'problem.digest.mail': 'Este servidor no envía correo, por lo que no hay resúmenes. Un administrador puede definir CODMAP_SMTP_URL.',
  'problem.digest.zone': 'Este servidor no conoce esta zona horaria. Elija otra, como UTC.',
  'problem.webhook.delivery': 'No existe ese envío, o ya está en camino.',
  'problem.webhook.host': 'Un administrador de este servidor no permite mensajes a este host. La página lista los hosts permitidos.',
  'problem.webhook.many': 'Ya hay cincuenta webhooks aquí. Elimine uno que nadie necesite.',
  'problem.webhook.off':
    'Este servidor no envía nada a otros servidores. Un administrador puede permitir hosts con CODMAP_WEBHOOK_HOSTS e indicar la dirección del servidor con CODMAP_PUBLIC_URL.',
  'problem.webhook.place': 'El grupo o el conjunto de datos no es de este país. Elija uno de la lista.',
  'problem.webhook.unknown': 'No existe ese webhook, o no le corresponde gestionarlo.',
} satisfies Record<keyof typeof en, string>;
