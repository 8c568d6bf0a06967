/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'Sans parent sur la carte',
  'finding.levels.orphan':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans surface commune avec une unité du niveau {parent} ; ajoutez le parent manquant ou déplacez l’unité.',
  'finding.levels.crosser.title': 'Dépasse de son parent',
  'finding.levels.crosser':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} dépassant de leur parent de niveau {parent}, {area, m2} en tout ; produisez le niveau {parent} par fusion du niveau {level} pour que les limites coïncident.',
  'finding.levels.crosser-trace.title': 'Trace hors du parent',
  'finding.levels.crosser-trace':
    'Niveau {level} : {count, plural, one {# unité dépasse} other {# unités dépassent}} de moins de 1 m de leur parent de niveau {parent}, comme deux tracés d’une même limite diffèrent par l’arrondi. Rien à faire : le niveau {parent} est publié avec les limites du niveau complet le plus fin.',
  'finding.levels.wrong-parent.title': 'Dans un autre parent',
  'finding.levels.wrong-parent':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} dont le parent déclaré n’est pas celui où se trouve la plus grande part ; corrigez le code du parent ou la géométrie.',
  'finding.levels.border-apart.title': 'Limites de niveaux non coïncidentes',
  'finding.levels.border-apart':
    'Niveau {level} : la limite de {count, plural, one {# unité} other {# unités}} s’écarte de plus de 1 m de celle du niveau inférieur sur {length, number} km ; produisez ce niveau par fusion du niveau inférieur.',
  'finding.levels.area.title': 'Surfaces de niveaux différentes',
  'finding.levels.area':
    'Le niveau {level} couvre {percent, number} % de plus ou de moins que le niveau {parent} ; cherchez ce qui manque ou fait double emploi, ou produisez le niveau supérieur par fusion.',
  'finding.levels.unknown-parent.title': 'Code parent absent de sa couche',
  'finding.levels.unknown-parent':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec un code de niveau {parent} absent de la couche de ce niveau ; corrigez le code ou ajoutez le parent.',
  'finding.levels.no-parent.title': 'Sans code parent',
  'finding.levels.no-parent': 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans code de niveau {parent} ; complétez-le.',
  'finding.levels.parent-name.title': 'Nom du parent différent',
  'finding.levels.parent-name':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} écrivant le nom de l’unité de niveau {parent} autrement que la couche de ce niveau ; gardez une seule graphie.',
  'finding.levels.childless.title': 'Parent sans enfants',
  'finding.levels.childless':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans unité de niveau {child} ; ajoutez les unités manquantes ou indiquez que le niveau {child} est partiel.',
  'finding.levels.several-parents.title': 'Plusieurs parents',
  'finding.levels.several-parents':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} dont les lignes portent différents codes de niveau {parent} ; une unité a un seul parent, corrigez les codes.',
  'finding.levels.reference.title': 'Diffère de la référence',
  'finding.levels.reference':
    'Le contour du pays diffère de la référence : {outside, number} km² en dehors, {missing, number} km² non couverts ; comparez sur la carte.',
} satisfies Record<keyof typeof en, string>;
