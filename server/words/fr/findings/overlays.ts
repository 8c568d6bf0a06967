/** Texts of findings on map layers, and of what is refused of them. */
export default {
  'finding.layer.without.title': 'Lignes sans coordonnées',
  'finding.layer.without':
    'Lignes sans coordonnées, ou dont les coordonnées sont illisibles : {count, number}. Elles ne sont ni dessinées ni comptées par unité ; complétez les coordonnées.',
  'finding.layer.outside.title': 'Hors du pays',
  'finding.layer.outside': 'Objets à plus de 5 km hors des limites : {count, number}. Ils ne sont pas dessinés ; vérifiez leurs coordonnées.',
  'finding.layer.near.title': 'Placés dans l’unité la plus proche',
  'finding.layer.near':
    'Objets hors de toute unité, mais à moins de 5 km de l’une d’elles : {count, number}. Ils comptent dans l’unité la plus proche ; vérifiez-les sur la carte.',
  'finding.layer.stacked.title': 'Beaucoup d’objets au même endroit',
  'finding.layer.stacked':
    'Objets partageant leur emplacement avec plus de 20 autres : {rows, number}, à {count, number} endroits. Ils sont peut-être placés au centre d’une unité et non à leur vrai emplacement ; vérifiez la source.',
  'finding.layer.disagree.title': 'L’unité indiquée et l’emplacement divergent',
  'finding.layer.disagree':
    'Objets indiquant une autre unité que celle où ils se trouvent : {count, number}. Ils comptent là où ils se trouvent ; corrigez l’unité ou les coordonnées.',
  'finding.layer.dropped.title': 'Objets écartés',
  'finding.layer.dropped': 'Objets écartés : {count, number}. La liste dit pourquoi.',
  'finding.layer.mended.title': 'Coordonnées corrigées',
  'finding.layer.mended': 'Des coordonnées sont lues autrement qu’écrites, comme une personne l’a confirmé ; corrections : {count, number}. Rien à faire.',
  'finding.layer.no-boundaries.title': 'Pas de limites',
  'finding.layer.no-boundaries':
    'Aucune limite du pays n’est publiée ici : les objets ne peuvent pas être rattachés aux unités. Publiez des limites, puis envoyez de nouveau la couche.',
  'finding.layer.nothing.title': 'Rien à dessiner',
  'finding.layer.nothing': 'Aucun objet ne peut être dessiné. Répondez aux questions sur les coordonnées, ou corrigez le fichier.',
  'finding.layer.metadata.title': 'Source ou licence manquante',
  'finding.layer.metadata': 'La couche n’indique pas de source ou pas de licence. Saisissez-les pour que d’autres sachent s’ils peuvent l’utiliser.',
  'finding.layer.ignored.title': 'Fichiers non lus',
  'finding.layer.ignored': 'Fichiers non lus : {count, number}. Rien de leur contenu n’est dans la couche.',
  'problem.upload.layer':
    'L’envoi d’une couche demande un nom pour son adresse : celui d’une couche existante, qui reçoit une nouvelle version, ou un nouveau. Choisissez-le.',
  'problem.layer.nothing': 'Les fichiers n’ont ni lignes ni objets. Envoyez des points, des lignes ou des surfaces, ou un tableau avec des coordonnées.',
  'problem.layer.no-coordinates':
    'Aucune colonne ne contient de coordonnées ; la réponse dit comment chaque colonne a été lue. Indiquez les colonnes de latitude et de longitude.',
  'problem.layer.answers': 'Ce qui est dit de la couche est illisible ; les erreurs disent ce qui ne va pas.',
  'problem.layer.part': 'Les fichiers n’ont pas ce tableau ou cette couche. Relisez les colonnes et choisissez dans la liste.',
  'problem.layer.counts-only':
    'Cette couche est sensible : seuls ses totaux par unité sont donnés à tous. Connectez-vous comme membre de la réponse pour voir ses emplacements.',
  'problem.layer.no-units': 'La couche a été lue sans limites : elle n’a pas de tableau par unité. Publiez des limites et envoyez-la de nouveau.',
  'problem.layer.level': 'La couche n’a pas de totaux à ce niveau administratif, ou ils ne sont pas donnés à tous.',
  'problem.layer.feature': 'La couche n’a pas d’objet portant ce numéro.',
};
