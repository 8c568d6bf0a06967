/** The same as in problems.ts, of fetching from other servers. */
export default {
  'problem.outside.encoding': 'Ce que l’autre serveur a envoyé est compressé d’une façon qui ne peut pas être lue ici.',
  'problem.outside.large': 'L’autre serveur a envoyé plus que ce qui est accepté ici ; la réception a été interrompue.',
  'problem.outside.redirects': 'L’autre serveur redirige trop souvent. Indiquez l’adresse où se trouvent les données.',
  'problem.outside.refused':
    'Ce serveur ne récupère rien à cette adresse : seulement des adresses `https` d’hôtes autorisés par l’administrateur, et aucune à l’intérieur d’un réseau.',
  'problem.outside.slow': 'L’autre serveur a mis trop de temps. Réessayez plus tard.',
  'problem.outside.unreachable': 'L’autre serveur est injoignable. Vérifiez l’adresse ou réessayez plus tard.',
  'problem.outside.wait': 'L’autre serveur a demandé de ne plus être sollicité pendant un moment.',
};
