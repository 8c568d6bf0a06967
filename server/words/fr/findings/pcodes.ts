/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
import type en from '../../en/findings/pcodes.ts';

export default {
  'finding.pcode.missing.title': 'P-code absent',
  'finding.pcode.missing':
    '{count, plural, one {# unité} other {# unités}} d’adm{level} sans P-code ; attribuez un code à chacune, car rien ne peut y être joint sans lui.',
  'finding.pcode.filler.title': 'Lignes sans code dans un niveau partiel',
  'finding.pcode.filler':
    '{count, plural, one {# ligne} other {# lignes}} d’adm{level}, qui ne couvre qu’une partie du pays, sans P-code : {count, plural, one {elle semble seulement compléter la carte et n’est pas publiée} other {elles semblent seulement compléter la carte et ne sont pas publiées}}. Vérifiez qu’aucune n’est une vraie unité.',
  'finding.pcode.number.title': 'P-code enregistré comme nombre',
  'finding.pcode.number':
    '{count, number} P-codes d’adm{level} sont des nombres et non du texte (longueurs {widths}) : des zéros initiaux ont pu être perdus ; enregistrez la colonne comme texte et rétablissez les zéros.',
  'finding.pcode.scientific.title': 'P-code en notation scientifique',
  'finding.pcode.scientific':
    '{count, number} P-codes d’adm{level} ont été convertis en notation scientifique par un tableur et ont perdu des chiffres ; reprenez-les à la source.',
  'finding.pcode.lost-zero.title': 'Zéros perdus dans un P-code',
  'finding.pcode.lost-zero':
    '{count, plural, one {# P-code} other {# P-codes}} d’adm{level} {count, plural, one {est trop court et correspondrait} other {sont trop courts et correspondraient}} à l’unité parente avec les zéros rétablis ; rétablissez-les dans votre source.',
  'finding.pcode.delimiter.title': 'Séparateur ou espace dans un P-code',
  'finding.pcode.delimiter': '{affected, number} P-codes d’adm{level} contiennent un espace ou l’un des signes . - _ / ; écrivez-les sans ce signe.',
  'finding.pcode.character.title': 'Caractère non valable dans un P-code',
  'finding.pcode.character': '{affected, number} P-codes d’adm{level} contiennent d’autres caractères que A–Z et 0–9 ; corrigez-les.',
  'finding.pcode.letters.title': 'Lettres après le préfixe',
  'finding.pcode.letters':
    '{affected, number} P-codes d’adm{level} ont des lettres après le préfixe du pays ; des chiffres seuls sont recommandés. Ne gardez les lettres que si ce sont les codes officiels.',
  'finding.pcode.special.title': 'Code d’une zone particulière',
  'finding.pcode.special':
    '{affected, number} lignes d’adm{level} ont un code comme « Conflict », « Unspecified » ou 0 au lieu d’un P-code ; acceptez-les comme zones particulières ou donnez-leur des codes.',
  'finding.pcode.prefix-country.title': 'Préfixe d’un autre pays',
  'finding.pcode.prefix-country':
    '{affected, number} P-codes d’adm{level} ne commencent pas par {prefix}, le code de ce pays ; corrigez-les ou retirez ces lignes.',
  'finding.pcode.prefix-missing.title': 'Sans préfixe de pays',
  'finding.pcode.prefix-missing':
    '{affected, number} P-codes d’adm{level} n’ont pas de préfixe de pays ; ajoutez {prefix} devant, afin de pouvoir y joindre les données de population et 3W.',
  'finding.pcode.prefix-iso3.title': 'Préfixe de trois lettres',
  'finding.pcode.prefix-iso3':
    '{affected, number} P-codes d’adm{level} commencent par le code pays à trois lettres ; la spécification demande {prefix}. Ils sont conservés tels quels. Ne les changez que dans une version majeure, car les données qui y sont jointes doivent changer aussi.',
  'finding.pcode.prefix-case.title': 'Préfixe en minuscules',
  'finding.pcode.prefix-case': '{affected, number} P-codes d’adm{level} ont le préfixe en minuscules ; écrivez {prefix}.',
  'finding.pcode.long.title': 'P-code trop long',
  'finding.pcode.long': '{count, number} P-codes d’adm{level} dépassent 20 caractères ; raccourcissez-les.',
  'finding.pcode.length.title': 'P-codes de longueurs différentes',
  'finding.pcode.length':
    '{count, number} P-codes d’adm{level} n’ont pas {usual, number} caractères comme les autres (longueurs : {lengths}) ; cherchez des zéros perdus ou des fautes de frappe.',
  'finding.pcode.duplicate.title': 'P-code utilisé deux fois',
  'finding.pcode.duplicate':
    '{count, number} P-codes apparaissent plusieurs fois au niveau adm{level} pour des unités différentes ; donnez à chaque unité son code.',
  'finding.pcode.nesting.title': 'P-code ne commençant pas par celui de l’unité parente',
  'finding.pcode.nesting':
    '{count, number} P-codes d’adm{level} ne commencent pas par le code de leur unité parente, alors que {follows} sur {total, number} le font ; corrigez le code ou l’unité parente.',
  'finding.pcode.not-nested.title': 'Codes non emboîtés',
  'finding.pcode.not-nested':
    'Les codes d’adm{level} ne sont pas construits sur ceux du niveau supérieur ({follows} sur {total, number} le sont) ; les unités parentes viennent de leur propre colonne. Rien à faire si c’est le système officiel.',
  'finding.pcode.two-names.title': 'Un code, deux noms',
  'finding.pcode.two-names': 'Dans adm{level}, {count, number} codes d’adm{ancestor} figurent avec plus d’un nom ; gardez un seul nom par code.',
  'finding.pcode.reused.title': 'Code réutilisé pour un autre lieu',
  'finding.pcode.reused':
    '{count, number} P-codes d’adm{level} désignaient un autre lieu dans la version publiée ; donnez de nouveaux codes aux nouvelles unités, sinon les tableaux joints montreront les mauvais lieux.',
  'finding.pcode.recoded.title': 'Même lieu, nouveau code',
  'finding.pcode.recoded':
    '{count, number} unités d’adm{level} gardent leur contour mais changent de P-code par rapport à la version publiée ; annoncez-le avec la version, car les données jointes doivent être recodées.',
  'finding.pcode.room.title': 'Plus de codes pour de nouvelles unités',
  'finding.pcode.room':
    '{count, plural, one {# unité parente a} other {# unités parentes ont}} presque épuisé les codes que permettent les chiffres d’adm{level} ; prévoyez un chiffre de plus.',
} satisfies Record<keyof typeof en, string>;
