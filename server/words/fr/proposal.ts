/** The classification that is offered to a country that has none: why a kind of data is proposed so, and examples with | between them. */
export default {
  'proposal.boundaries.notes': 'Publiées par les autorités ; elles ne nuisent à personne.',
  'proposal.boundaries.examples': 'Limites administratives|P-codes et noms de lieux|Côtes et routes',
  'proposal.population.notes': 'Totaux par zone, pas de données individuelles.',
  'proposal.population.examples': 'Population par zone, sexe et âge|Projections entre recensements',
  'proposal.presence.notes':
    'Qui travaille dans quelle zone. Passez à élevé si nommer une organisation met des personnes en danger : seuls des totaux sont alors publics.',
  'proposal.presence.examples': '3W par district et par cluster|Nombre d’organisations par zone',
  'proposal.figures.notes': 'Chiffres des besoins tels que le plan de réponse les publie.',
  'proposal.figures.examples': 'Personnes dans le besoin par district|Sévérité par zone|Financement du plan',
  'proposal.source-files.notes': 'Les fichiers envoyés contiennent souvent plus que ce qui en est publié : noms de contacts, remarques.',
  'proposal.source-files.examples': 'Classeurs envoyés par les partenaires|Shapefiles tels que reçus',
  'proposal.minutes.notes': 'Ils disent qui a dit quoi ; publics seulement si le groupe le décide.',
  'proposal.minutes.examples': 'Comptes rendus de réunions|Listes d’actions|Projets de plans',
  'proposal.contacts.notes': 'Données personnelles du personnel.',
  'proposal.contacts.examples': 'Listes de contacts des clusters|Listes de points focaux|Feuilles de présence',
  'proposal.presence-points.notes': 'Un lieu exact peut mener des agresseurs au personnel et aux personnes aidées.',
  'proposal.presence-points.examples': '3W avec coordonnées|Points de distribution|Bureaux et logements du personnel',
  'proposal.facilities.notes': 'Là où elles sont attaquées, la localisation des structures médicales expose personnel et patients.',
  'proposal.facilities.examples': 'Coordonnées des structures de santé|Écoles servant d’abris|Espaces sûrs',
  'proposal.assessment-microdata.notes': 'Des réponses individuelles peuvent mener à des ménages et des personnes, même sans noms.',
  'proposal.assessment-microdata.examples': 'Réponses de ménages|Listes de bénéficiaires|Cas de protection',
};
