/** Problems of map layers. */
export default {
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
