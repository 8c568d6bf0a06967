import type en from '../../../en/interface/workgroup/hidden.ts';

export default {
  'hidden.title': '{count, plural, one {# fiche masquée} other {# fiches masquées}}',
  'hidden.lead':
    'Personne ne les voit. En tant qu’administrateur, vous ne pouvez en ouvrir une que pour la supprimer ; la consultation est consignée, et la personne la voit.',
  'hidden.why.restricted': 'masquée à sa demande depuis le {date, day}',
  'hidden.why.unconfirmed': 'non confirmée, masquée depuis le {date, day}',
  'hidden.why.unanswered': 'sans réponse à « toujours exact ? », masquée depuis le {date, day}',
  'hidden.gone': 'Supprimée d’elle-même le {date, day}',
  'hidden.no-role': 'Aucun rôle aujourd’hui',
  'hidden.look': 'Regarder pour supprimer',
  'hidden.look.of': 'Regarder la fiche ({roles}) pour la supprimer',
  'hidden.delete': 'Supprimer définitivement',
  'hidden.delete.says': 'Nom, coordonnées, consentements et lien sont supprimés aussitôt. Les rôles, l’organisation et les jours restent sans le nom.',
  'hidden.deleted': 'Supprimée',
  'hidden.close': 'Fermer',
} satisfies Record<keyof typeof en, string>;
