import type en from '../en/mail.ts';

/** Messages that are sent or handed on: subject and text of each, in plain text. */
export default {
  'mail.hello': 'Bonjour {name},',
  'mail.hello.nobody': 'Bonjour,',
  'mail.global': 'niveau mondial',
  'mail.footer': 'Codmap, sur {host}, envoie ce message une seule fois.',
  'mail.footer.secret':
    'Codmap, sur {host}, envoie ce message une seule fois. Quiconque a le lien peut l’utiliser à votre place : ne le transmettez pas. Les liens reçus auparavant ne fonctionnent plus.',
  'mail.confirm.subject': 'Veuillez confirmer votre fiche dans la liste de contacts : {group} ({country})',
  'mail.confirm.text':
    'Vous avez été inscrit dans la liste de contacts de {group} ({country}). Le lien montre tout ce qui est conservé sur vous ; vous pouvez le corriger, dire qui le voit, le confirmer ou le supprimer. Sans confirmation, la fiche n’est plus montrée à personne après 14 jours au plus tard, et supprimée le {day, day}.',
  'mail.check-in.subject': 'Êtes-vous toujours dans {group} ({country}) ?',
  'mail.check-in.text':
    'Votre présence dans {group} ({country}) prend fin dans 48 heures. Si vous restez, indiquez jusqu’à quand. Sans réponse, votre rôle prend fin de lui-même le {day, day} et vos coordonnées ne sont plus affichées.',
  'mail.still-right.subject': 'Votre fiche dans la liste de contacts est-elle toujours exacte ? ({country})',
  'mail.still-right.text':
    'Votre fiche dans la liste de contacts de {group} ({country}) n’a pas été confirmée depuis six mois. Un clic sur le lien dit qu’elle est toujours exacte. Sans réponse, elle est masquée dans les listes le {day, day}.',
  'mail.verify.subject': 'Fiche à vérifier : {group} ({country})',
  'mail.verify.text':
    '{title} ({group}, {country}) a été vérifié pour la dernière fois il y a près d’un an. Vérifiez que la personne est bien celle, et au poste, que dit la fiche ; la vérification prend fin le {day, day}.',
  'mail.document-review.subject': 'À réviser avant le {day, day} : {title}',
  'mail.document-review.text': '« {title} » de {group} ({country}) est à réviser avant le {day, day}.',
  'mail.action.subject': 'Action à faire pour le {day, day} : {group} ({country})',
  'mail.action.text': 'Une action de {group} ({country}), à faire pour le {day, day}, est encore ouverte : {title}',
  'mail.invite.subject': 'Votre invitation à Codmap',
  'mail.invite.text': 'Vous êtes invité à créer un compte. Le lien fonctionne une fois, jusqu’au {day, day}.',
} satisfies Record<keyof typeof en, string>;
