import type en from '../../en/problems/news.ts';

/** The same as in problems.ts, of digests and webhooks. */
export default {
  'problem.digest.mail': 'Ce serveur n’envoie pas de courriel : il n’y a donc pas de résumés. Un administrateur peut définir CODMAP_SMTP_URL.',
  'problem.digest.zone': 'Ce serveur ne connaît pas ce fuseau horaire. Choisissez-en un autre, par exemple UTC.',
  'problem.webhook.delivery': 'Cet envoi n’existe pas, ou il est déjà en route.',
  'problem.webhook.host': 'Un administrateur de ce serveur n’autorise pas l’envoi de messages à cet hôte. La page liste les hôtes autorisés.',
  'problem.webhook.many': 'Il y a déjà cinquante webhooks ici. Supprimez-en un dont personne n’a besoin.',
  'problem.webhook.off':
    'Ce serveur n’envoie rien à d’autres serveurs. Un administrateur peut autoriser des hôtes avec CODMAP_WEBHOOK_HOSTS et indiquer l’adresse du serveur avec CODMAP_PUBLIC_URL.',
  'problem.webhook.place': 'Le groupe ou le jeu de données n’est pas de ce pays. Choisissez dans la liste.',
  'problem.webhook.unknown': 'Ce webhook n’existe pas, ou il ne vous revient pas de le gérer.',
} satisfies Record<keyof typeof en, string>;
