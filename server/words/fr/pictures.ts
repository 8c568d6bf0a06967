/** Printed on pictures of maps. */
import type en from '../en/pictures.ts';

export default {
  'picture.zero': 'Aucun',
  'picture.noData': 'Pas de données',
  'picture.notReported': 'Non rapporté',
  'picture.possible': 'Possible (zone divisée)',
  'picture.notPlaced': 'Lieu incertain',
  'picture.aboveOnly': 'Zone supérieure seulement',
  'picture.withheld': 'Non communiqué',
  'picture.sources': 'Sources',
  'picture.draft': 'PROJET – NON VALIDÉ',
  'picture.allAreas': 'Toutes les zones',
  'picture.allClusters': 'Tous les clusters',
  'picture.moreAreas': '{n, number} autres dans le tableau',
  'picture.people': 'Habitants',
  'picture.density': 'Habitants par km²',
  'picture.organisations': 'Organisations',
  'picture.activities': 'Activités',
  'picture.reached': 'Personnes atteintes',
  'picture.ratio': 'Habitants par organisation',
  'picture.changeOfOrganisations': 'Évolution du nombre d’organisations',
  'picture.changeOfActivities': 'Évolution du nombre d’activités',
  'picture.changeOfPeople': 'Évolution du nombre de personnes atteintes',
  'picture.changeOfRatio': 'Évolution du nombre d’habitants par organisation',
  'picture.boundaries': 'Limites administratives',
  'picture.rows': '{rows, plural, one {# ligne} other {# lignes}}',
  'picture.note.abyei': 'Le statut définitif de la zone d’Abyei n’est pas encore déterminé.',
  'picture.note.sudan': 'La frontière définitive entre la République du Soudan et la République du Soudan du Sud n’est pas encore déterminée.',
  'picture.note.kashmir':
    'La ligne pointillée représente approximativement la ligne de contrôle au Jammu-et-Cachemire convenue par l’Inde et le Pakistan. Le statut définitif du Jammu-et-Cachemire n’a pas encore été convenu par les parties.',
  'picture.note.falkland':
    'Un différend existe entre les Gouvernements de l’Argentine et du Royaume-Uni au sujet de la souveraineté sur les îles Falkland (Malvinas).',
} satisfies Record<keyof typeof en, string>;
