/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'Sans unité parente sur la carte',
  'finding.levels.orphan':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans superficie commune avec une unité du niveau {parent} ; ajoutez l’unité parente manquante ou déplacez l’unité.',
  'finding.levels.crosser.title': 'Dépasse de son unité parente',
  'finding.levels.crosser':
    'Niveau {level} : {count, plural, one {# unité dépasse} other {# unités dépassent}} de leur unité parente de niveau {parent}, {area, m2} en tout ; produisez le niveau {parent} par fusion du niveau {level} pour que les limites coïncident.',
  'finding.levels.crosser-trace.title': 'Trace hors de l’unité parente',
  'finding.levels.crosser-trace':
    'Niveau {level} : {count, plural, one {# unité dépasse} other {# unités dépassent}} de moins de 1 m de leur unité parente de niveau {parent}, car deux tracés d’une même limite diffèrent par l’arrondi. Rien à faire : le niveau {parent} est publié avec les limites du niveau complet le plus fin.',
  'finding.levels.wrong-parent.title': 'Dans une autre unité parente',
  'finding.levels.wrong-parent':
    'Niveau {level} : {count, plural, one {# unité indique} other {# unités indiquent}} une unité parente mais {count, plural, one {se trouve} other {se trouvent}} surtout dans une autre ; corrigez le code de l’unité parente ou la géométrie.',
  'finding.levels.border-apart.title': 'Les limites des niveaux ne coïncident pas',
  'finding.levels.border-apart':
    'Niveau {level} : la limite de {count, plural, one {# unité} other {# unités}} s’écarte de plus de 1 m de celle du niveau inférieur sur {length, number} km ; produisez ce niveau par fusion du niveau inférieur.',
  'finding.levels.area.title': 'Superficies différentes entre niveaux',
  'finding.levels.area':
    'Le niveau {level} couvre {percent, number} % de plus ou de moins que le niveau {parent} ; cherchez ce qui manque ou fait double emploi, ou produisez le niveau supérieur par fusion du niveau inférieur.',
  'finding.levels.unknown-parent.title': 'Code de l’unité parente absent de sa couche',
  'finding.levels.unknown-parent':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec un code de niveau {parent} absent de la couche de ce niveau ; corrigez le code ou ajoutez l’unité parente.',
  'finding.levels.no-parent.title': 'Sans code d’unité parente',
  'finding.levels.no-parent': 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans code de niveau {parent} ; complétez-le.',
  'finding.levels.parent-name.title': 'Nom de l’unité parente différent',
  'finding.levels.parent-name':
    'Niveau {level} : {count, plural, one {# unité écrit} other {# unités écrivent}} le nom de leur unité de niveau {parent} autrement que la couche de ce niveau ; gardez une seule graphie.',
  'finding.levels.childless.title': 'Sans unités inférieures',
  'finding.levels.childless':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans unité de niveau {child} ; ajoutez les unités manquantes ou indiquez que le niveau {child} est partiel.',
  'finding.levels.several-parents.title': 'Plusieurs unités parentes',
  'finding.levels.several-parents':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} dont les lignes portent différents codes de niveau {parent} ; une unité n’a qu’une unité parente, corrigez les codes.',
  'finding.levels.reference.title': 'Diffère de la référence',
  'finding.levels.reference':
    'Le contour du pays diffère de la référence : {outside, number} km² en dehors, {missing, number} km² non couverts ; comparez-les sur la carte.',
} satisfies Record<keyof typeof en, string>;
