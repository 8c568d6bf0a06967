/** Documents : révisions à faire, ce qui manque, et ce qu’un fichier révèle à côté de son texte. */
export default {
  'clause.document.review-due': '{group} : « {title} » est à réviser d’ici au {day, day}.',
  'clause.document.review-overdue': '{group} : « {title} » devait être révisé avant le {day, day}.',
  'clause.document.no-tor': '{group} n’a pas de termes de référence en vigueur.',
  'clause.document.tor-without-review': '{group} : aucune date de révision n’est fixée pour « {title} ».',
  'clause.document.review-in': '{n, plural, =0 {révision à faire aujourd’hui} one {révision à faire dans un jour} other {révision à faire dans # jours}}',
  'clause.document.review-over': '{n, plural, one {révision en retard d’un jour} other {révision en retard de # jours}}',
  'clause.document.review-later': 'à réviser d’ici au {day, day}',
  'clause.document.told.author':
    '{n, plural, one {Le fichier nomme une personne qui l’a rédigé ou modifié.} other {Le fichier nomme # personnes qui l’ont rédigé ou modifié.}}',
  'clause.document.told.comments':
    '{n, plural, one {Le fichier contient un commentaire, que toute personne qui l’ouvre peut lire.} other {Le fichier contient # commentaires, que toute personne qui l’ouvre peut lire.}}',
  'clause.document.told.tracked-changes':
    '{n, plural, one {Le fichier contient une modification suivie, avec le nom de son auteur.} other {Le fichier contient # modifications suivies, avec les noms de leurs auteurs.}}',
  'clause.document.told.hidden-text':
    '{n, plural, one {Un passage est du texte masqué, que toute personne qui ouvre le fichier peut afficher.} other {# passages sont du texte masqué, que toute personne qui ouvre le fichier peut afficher.}}',
  'clause.document.told.emails':
    '{n, plural, one {Une adresse électronique d’une personne figure dans le fichier.} other {# adresses électroniques de personnes figurent dans le fichier.}}',
  'clause.document.told.images':
    '{n, plural, one {Une image ne peut pas être affichée dans un navigateur ; elle est dans le fichier.} other {# images ne peuvent pas être affichées dans un navigateur ; elles sont dans le fichier.}}',
  'clause.document.told.remote-images': '{n, plural, one {Une image d’un autre site n’est pas chargée.} other {# images d’autres sites ne sont pas chargées.}}',
  'clause.document.told.links-left-out':
    '{n, plural, one {Un lien ne mène ni à un site ni à une adresse électronique ; il a été retiré.} other {# liens ne mènent ni à un site ni à une adresse électronique ; ils ont été retirés.}}',
  'clause.document.told.html-left-out': '{n, plural, one {Une balise HTML est affichée comme du texte.} other {# balises HTML sont affichées comme du texte.}}',
  'clause.document.told.embedded-files':
    '{n, plural, one {Un autre fichier est incorporé, avec tout ce qu’il contient.} other {# autres fichiers sont incorporés, avec tout ce qu’ils contiennent.}}',
  'clause.document.told.long': 'Le document est trop long pour être affiché ici. Ouvrez le fichier.',
};
