/** The same as in problems.ts, of digests and webhooks. */
export default {
  'problem.digest.mail': 'This server sends no mail, so there are no digests. An administrator can set CODMAP_SMTP_URL.',
  'problem.digest.zone': 'This server does not know this time zone. Choose another one, such as UTC.',
  'problem.webhook.delivery': 'There is no such delivery, or it is on its way already.',
  'problem.webhook.host': 'An administrator of this server does not allow messages to this host. The page lists the hosts that are allowed.',
  'problem.webhook.many': 'There are fifty webhooks here already. Delete one that nobody needs.',
  'problem.webhook.off':
    'This server sends nothing to other servers. An administrator can allow hosts with CODMAP_WEBHOOK_HOSTS and say the address of the server with CODMAP_PUBLIC_URL.',
  'problem.webhook.place': 'The group or dataset is not of this country. Choose one from the list.',
  'problem.webhook.unknown': 'There is no such webhook, or it is not yours to keep.',
};
