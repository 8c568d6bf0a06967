/** The same as in problems.ts, of indicators. */
export default {
  'problem.indicators.answers': 'Les réponses sur le fichier sont illisibles.',
  'problem.indicators.changed': 'Quelqu’un a modifié la liste entre-temps. Rechargez-la et regardez-la à nouveau.',
  'problem.indicators.code-taken': 'Ce code a déjà servi. Un code n’est jamais réutilisé : choisissez-en un autre.',
  'problem.indicators.code-unknown': 'La liste n’a pas d’indicateur avec ce code.',
  'problem.indicators.list-file':
    'Aucune colonne du fichier ne contient de codes d’indicateurs. Ses intitulés sont ceux du registre des indicateurs : Code, Title, Unit of Measurement et autres.',
  'problem.indicators.measure': 'Un indicateur convenu ne change pas ce qu’il mesure : retirez-le et proposez-en un autre sous un nouveau code.',
  'problem.indicators.no-draft': 'Il n’y a rien à convenir : la liste n’a pas de projet.',
  'problem.indicators.no-place':
    'Aucune colonne ne contient de lieux ; la réponse dit comment chaque colonne a été lue. Indiquez la colonne, ou ajoutez-en une.',
  'problem.indicators.no-values':
    'Aucune colonne ne contient de valeurs d’un indicateur ; la réponse dit comment chaque colonne a été lue. Indiquez lesquelles en contiennent.',
  'problem.indicators.shares': 'Les parts d’une zone sont supérieures à 0 et font ensemble 1 au plus.',
};
