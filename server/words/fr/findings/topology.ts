/** Texts of family T: overlaps, gaps, slits. */
import type en from '../../en/findings/topology.ts';

export default {
  'finding.topology.overlap.title': 'Chevauchement',
  'finding.topology.overlap':
    'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}}, {area, m2} en tout : ce terrain appartient à deux unités à la fois. Décidez à quelle unité appartient chaque endroit, découpez-le dans l’autre unité dans votre SIG avec l’accrochage activé, et envoyez de nouveau.',
  'finding.topology.overlap-trace.title': 'Trace de chevauchement',
  'finding.topology.overlap-trace':
    'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}} sur moins de 1 m² ou de 1 cm de large, à cause de l’arrondi des coordonnées : ce n’est pas un vrai litige et cela ne se voit pas sur une carte. Rien à faire ; pour l’effacer, accrochez les deux limites l’une à l’autre dans un SIG.',
  'finding.topology.gap-sliver.title': 'Vide très étroit',
  'finding.topology.gap-sliver':
    'Niveau {level} : {count, plural, one {# vide} other {# vides}} d’au plus 10 m de large entre des unités ; aucun terrain n’est si étroit, fermez-{count, plural, one {le} other {les}} en accrochant les limites.',
  'finding.topology.gap-narrow.title': 'Vide étroit',
  'finding.topology.gap-narrow':
    'Niveau {level} : {count, plural, one {# vide étroit} other {# vides étroits}} entre des unités ; fermez les erreurs de tracé, acceptez avec un motif ce qui est réel.',
  'finding.topology.gap-lake.title': 'Trou : lac ou unité manquante ?',
  'finding.topology.gap-lake':
    'Niveau {level} : {count, plural, one {# trou qui peut} other {# trous qui peuvent}} être un lac, une enclave ou une unité manquante ; acceptez avec un motif, ou comblez.',
  'finding.topology.gap-trace.title': 'Trace de vide',
  'finding.topology.gap-trace':
    'Niveau {level} : {count, plural, one {# vide} other {# vides}} de moins de 1 m² ou de 1 cm de large, à cause de l’arrondi des coordonnées, invisibles sur une carte. Rien à faire ; l’accrochage des limites dans un SIG les ferme.',
  'finding.topology.slit.title': 'Fente ouverte vers l’extérieur',
  'finding.topology.slit':
    'Niveau {level} : {count, plural, one {# paire d’unités laisse} other {# paires d’unités laissent}} entre elles une fente d’au plus 10 m, ouverte vers l’extérieur ; fermez-la en accrochant les limites, sauf s’il s’agit d’une vraie crique.',
  'finding.topology.unshared-vertex.title': 'Sommets non partagés',
  'finding.topology.unshared-vertex':
    'Niveau {level} : {count, plural, one {# paire de voisins ne partage} other {# paires de voisins ne partagent}} pas tous les sommets de leur limite commune, bien que le tracé soit le même. Rien à faire pour publier ; avant de modifier la limite plus tard, ajoutez les sommets (QGIS : Accrocher les géométries à la couche), sinon un vide s’ouvrira.',
  'finding.topology.area-changed.title': 'Superficie modifiée par la réparation',
  'finding.topology.area-changed':
    'Niveau {level} : la réparation a modifié de plus de 0,1 % la superficie de {count, plural, one {# unité} other {# unités}}, ou l’a supprimée ; réparez avec une tolérance plus petite ou corrigez l’unité à la main.',
} satisfies Record<keyof typeof en, string>;
