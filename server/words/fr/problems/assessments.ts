/** The same as in problems.ts, of assessments. */
export default {
  'problem.assessments.answer': 'Cette question ou cette réponse n’existe plus. Rechargez la fiche.',
  'problem.assessments.area': 'Cette unité n’existe pas dans les limites. Choisissez-la sur la carte ou dans la liste.',
  'problem.assessments.changed': 'Quelqu’un a modifié cette fiche entre-temps. Rechargez-la et regardez-la à nouveau.',
  'problem.assessments.contact':
    'Un contact est un groupe du registre ou une boîte commune, jamais une personne. Indiquez le groupe ou l’adresse qu’on lui connaît.',
  'problem.assessments.dates': 'La fin précède le début.',
  'problem.assessments.draft': 'Un brouillon n’est pas confirmé : répondez d’abord à ce qui est demandé.',
  'problem.assessments.empty': 'Le fichier ne contient aucune évaluation : aucune colonne n’est un titre. Indiquez laquelle avec columns.',
  'problem.assessments.file':
    'Les fichiers gardés ici sont en PDF, Word, Excel ou CSV, de 20 Mo au plus, sans macros, scripts ni pièces jointes, et conformes à leur nom. Enregistrez-le à nouveau sous l’un de ces formats.',
  'problem.assessments.json': 'Ce n’est pas du JSON avec une liste d’enregistrements.',
  'problem.assessments.link': 'Ce lien ne fonctionne pas : il a été révoqué, a expiré ou n’est pas complet. Demandez-en un autre.',
  'problem.assessments.microdata':
    'Les données brutes ne sont jamais publiques, et un fichier n’en est gardé que pour les membres, en classe élevée, avec ce qui a été fait pour que personne ne puisse être identifié. Choisissez un autre accès, ou précisez-le.',
  'problem.assessments.organisation': 'L’organisation n’est pas dans le registre. Inscrivez-la d’abord, ou ne donnez que son nom.',
  'problem.assessments.pair': 'Ces deux fiches ne se ressemblent pas.',
  'problem.assessments.personal': 'Un texte contient une adresse ou un numéro de téléphone. Retirez-le : les contacts sont des groupes ou des boîtes communes.',
  'problem.assessments.too-often': 'Trop d’évaluations sont venues par ce lien en une heure. Réessayez plus tard.',
  'problem.assessments.unknown': 'Cette évaluation n’existe pas ici, ou vous ne pouvez pas la voir.',
};
