/** The same as in problems.ts, of data that are fetched from other servers. */
export default {
  'problem.harvest.address': 'Cette adresse ne correspond pas à ce type de source. La page sur les données d’ailleurs montre à quoi chacune ressemble.',
  'problem.harvest.answer': 'L’autre serveur n’a pas répondu comme ce type de source. Vérifiez le type et l’adresse.',
  'problem.harvest.busy': 'Un autre processus récupère cette source ou interroge son hôte. Réessayez dans une minute.',
  'problem.harvest.dataset': 'Ce pays n’a pas ce jeu de données, ou rien qu’une source puisse remplir. Choisissez dans la liste.',
  'problem.harvest.empty': 'Aucun enregistrement n’est arrivé. Une réponse vide ne devient jamais une version.',
  'problem.harvest.errors':
    'C’est un brouillon : les contrôles ont trouvé des erreurs, ou des questions restent ouvertes. Examinez-le et publiez-le vous-même.',
  'problem.harvest.four-eyes':
    'Vous avez donné l’adresse vous-même. Une autre personne qui peut publier ce jeu de données doit autoriser la publication sans examen.',
  'problem.harvest.gone': 'L’autre serveur n’a rien à cette adresse. Vérifiez-la là-bas.',
  'problem.harvest.held': 'C’est un brouillon : un groupe doit encore l’approuver, ou sa sensibilité doit être confirmée. Examinez-le et publiez-le vous-même.',
  'problem.harvest.incomplete': 'Tous les enregistrements ne sont pas arrivés. Rien n’a été modifié ici.',
  'problem.harvest.interrupted': 'Le serveur s’est arrêté pendant la récupération. Il recommence.',
  'problem.harvest.look': 'Examiner ce qui est arrivé a pris trop de temps ou de mémoire.',
  'problem.harvest.moved': 'Les données ont changé pendant la récupération ; ce qui est arrivé peut ne pas concorder. Un nouvel essai suivra.',
  'problem.harvest.next-host': 'La page suivante mène à un autre serveur. Les pages ne sont suivies que sur le même serveur.',
  'problem.harvest.not-minor':
    'C’est un brouillon : des codes ont changé, ou il n’y a pas de version à laquelle le comparer. Examinez-le et publiez-le vous-même.',
  'problem.harvest.off': 'Ce serveur ne récupère rien ailleurs. Son administrateur peut autoriser des hôtes avec `CODMAP_HARVEST_HOSTS`.',
  'problem.harvest.page': 'Une page web est arrivée au lieu des données. L’adresse mène peut-être à une page sur les données, ou à une connexion.',
  'problem.harvest.pages': 'L’autre serveur donne plus de pages qu’il ne peut y en avoir, ou toujours la même.',
  'problem.harvest.publisher':
    'C’est un brouillon : la personne qui a autorisé la publication de ces modifications ne peut pas publier ce jeu de données, ou a donné l’adresse elle-même. Examinez-le et publiez-le vous-même.',
  'problem.harvest.resource-none': 'Aucune ressource du jeu de données n’a un tel nom.',
  'problem.harvest.resource-several': 'Plusieurs ressources ont un tel nom. Dites laquelle.',
  'problem.harvest.secret': 'Le secret ne peut plus être lu, car celui de ce serveur a changé. Saisissez-le de nouveau.',
  'problem.harvest.secret-again': 'Avec une autre adresse ou un autre type, le secret doit être saisi de nouveau, pour n’être envoyé qu’à son destinataire.',
  'problem.harvest.secret-in-address': 'L’adresse contient une clé ou un mot de passe. Retirez-le et saisissez-le comme secret, qui est enregistré chiffré.',
  'problem.harvest.sign-in': 'L’autre serveur demande une clé, ou refuse celle qu’il a reçue.',
  'problem.harvest.status': 'L’autre serveur a répondu par une erreur.',
  'problem.harvest.twice': 'Il y a déjà une source pour ces données. Modifiez-la.',
  'problem.harvest.unknown': 'Cette source n’existe pas ici. La page du calendrier montre celles qui existent.',
  'problem.harvest.varies':
    'Le contenu diffère à chaque récupération ; on ne peut donc pas savoir si les données ont changé. Récupérez-le à la main au besoin, ou donnez une adresse au contenu stable.',
};
