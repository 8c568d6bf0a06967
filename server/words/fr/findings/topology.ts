/** Texts of family T: overlaps, gaps, slits. */
import type en from '../../en/findings/topology.ts';

export default {
  'finding.topology.overlap.title': 'Chevauchement',
  'finding.topology.overlap':
    'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}}, {area, m2} en tout : ce terrain appartient à deux unités à la fois. Décidez à quelle unité appartient chaque endroit, retirez-le de l’autre dans votre SIG avec l’accrochage activé, et envoyez de nouveau.',
  'finding.topology.overlap-trace.title': 'Trace de chevauchement',
  'finding.topology.overlap-trace':
    'Niveau {level} : {count, plural, one {# paire d’unités se chevauche} other {# paires d’unités se chevauchent}} sur moins de 1 m² ou de 1 cm de large, trace de l’arrondi des coordonnées : ni litige réel, ni visible sur une carte. Rien à faire ; pour l’effacer, accrochez les deux limites dans un SIG.',
  'finding.topology.gap-sliver.title': 'Interstice très étroit',
  'finding.topology.gap-sliver':
    'Niveau {level} : {count, plural, one {# vide} other {# vides}} d’au plus 10 m de large entre des unités ; aucun terrain n’est si étroit, fermez-{count, plural, one {le} other {les}} en accrochant les limites.',
  'finding.topology.gap-narrow.title': 'Vide étroit',
  'finding.topology.gap-narrow':
    'Niveau {level} : {count, plural, one {# vide étroit} other {# vides étroits}} entre des unités ; fermez les erreurs de tracé, acceptez avec un motif ce qui est réel.',
  'finding.topology.gap-lake.title': 'Trou : lac ou unité manquante ?',
  'finding.topology.gap-lake':
    'Niveau {level} : {count, plural, one {# trou} other {# trous}} : lac, enclave ou unité manquante ; acceptez avec un motif, ou comblez.',
  'finding.topology.gap-trace.title': 'Trace de vide',
  'finding.topology.gap-trace':
    'Niveau {level} : {count, plural, one {# vide} other {# vides}} de moins de 1 m² ou de 1 cm de large, traces de l’arrondi des coordonnées, invisibles sur une carte. Rien à faire ; l’accrochage des limites dans un SIG les ferme.',
  'finding.topology.slit.title': 'Fente ouverte vers l’extérieur',
  'finding.topology.slit':
    'Niveau {level} : {count, plural, one {# paire d’unités laisse} other {# paires d’unités laissent}} entre elles une fente d’au plus 10 m, ouverte vers l’extérieur ; fermez-la en accrochant les limites, sauf s’il s’agit d’une vraie crique.',
  'finding.topology.unshared-vertex.title': 'Sommets non partagés',
  'finding.topology.unshared-vertex':
    'Niveau {level} : {count, plural, one {# paire de voisins ne partage} other {# paires de voisins ne partagent}} pas tous les sommets de leur limite commune, bien que le tracé soit le même. Rien à faire pour publier ; avant de modifier la limite, ajoutez les sommets (QGIS : Accrocher les géométries à la couche), sinon un vide s’ouvre.',
  'finding.topology.area-changed.title': 'Surface modifiée par la réparation',
  'finding.topology.area-changed':
    'Niveau {level} : la réparation a modifié de plus de 0,1 % la surface de {count, plural, one {# unité} other {# unités}}, ou l’a supprimée ; réparez avec une tolérance plus petite ou corrigez à la main.',
} satisfies Record<keyof typeof en, string>;
