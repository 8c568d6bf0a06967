import type en from '../../../en/interface/workgroup/mails.ts';

/** Messages that people pass on. ICU message syntax. */
export default {
  'mails.title': '{count, plural, one {# message à transmettre} other {# messages à transmettre}}',
  'mails.lead': 'Ce serveur ne les envoie pas. Prenez le texte et envoyez-le vous-même ; son lien ne concerne que cette personne.',
  'mails.failed': 'Le serveur de messagerie ne les a pas acceptés. Prenez le texte et envoyez-le vous-même.',
  'mails.kind.confirm': 'confirmer la fiche',
  'mails.kind.check-in': 'dire jusqu’à quand elle reste',
  'mails.kind.still-right': 'dire si la fiche est toujours exacte',
  'mails.kind.verify': 'vérifier {about}',
  'mails.kind.document-review': 'réviser {about}',
  'mails.kind.action': 'à faire : {about}',
  'mails.until': 'd’ici au {date}',
  'mails.no-address': 'aucune adresse connue',
  'mails.take': 'Prendre le texte',
  'mails.take.of': 'Prendre le texte pour {name}',
  'mails.text': 'Message à {name}',
  'mails.once': 'Affiché cette seule fois : le reprendre crée un autre lien, et celui-ci prend fin.',
  'mails.copy': 'Copier',
  'mails.copied': 'Copié',
  'mails.open': 'Ouvrir dans la messagerie',
  'mails.close': 'Fermer',
} satisfies Record<keyof typeof en, string>;
