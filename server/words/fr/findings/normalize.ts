/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'En-têtes reconnus',
  'finding.normalize.columns-renamed':
    '{count, plural, one {# colonne d’adm{level} portait un en-tête ancien ou local et a été lue} other {# colonnes d’adm{level} portaient un en-tête ancien ou local et ont été lues}} comme la colonne de la spécification ; vérifiez la liste.',
  'finding.normalize.columns-inferred.title': 'Colonnes déduites des valeurs',
  'finding.normalize.columns-inferred':
    '{count, plural, one {# colonne d’adm{level} n’a pas d’en-tête connu et a été déduite} other {# colonnes d’adm{level} n’ont pas d’en-tête connu et ont été déduites}} des valeurs ; confirmez que la liste est juste.',
  'finding.normalize.columns-left-out.title': 'Colonnes écartées',
  'finding.normalize.columns-left-out':
    '{count, plural, one {# colonne d’adm{level}, propre à un autre logiciel ou recalculée, a été écartée} other {# colonnes d’adm{level}, propres à un autre logiciel ou recalculées, ont été écartées}} : {list}. Rien à faire.',
  'finding.normalize.columns-used.title': 'Colonnes utilisées',
  'finding.normalize.columns-used':
    'Les unités reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient ce qu’on y a lu.',
  'finding.normalize.as-said.title': 'Lu comme fixé pour cet envoi',
  'finding.normalize.as-said':
    '{count, plural, one {# réglage de colonne ou de couche a été appliqué comme une personne l’a fixé} other {# réglages de colonnes ou de couches ont été appliqués comme une personne les a fixés}} pour cet envoi. Rien à faire.',
  'finding.normalize.as-before.title': 'Lu comme fixé auparavant',
  'finding.normalize.as-before':
    '{count, plural, one {# réglage de colonne ou de couche a été appliqué comme une personne l’a fixé} other {# réglages de colonnes ou de couches ont été appliqués comme une personne les a fixés}} le {date, day} pour {file}, dont les couches ont les mêmes colonnes. Vérifiez la liste et corrigez sur la page du brouillon ce qui ne vaut pas pour cet envoi.',
  'finding.normalize.names-tidied.title': 'Noms nettoyés',
  'finding.normalize.names-tidied':
    '{count, plural, one {# nom d’adm{level} a été débarrassé d’espaces superflus ou mis dans la forme Unicode usuelle ; corrigez-le} other {# noms d’adm{level} ont été débarrassés d’espaces superflus ou mis dans la forme Unicode usuelle ; corrigez-les}} dans la source.',
  'finding.normalize.codes-tidied.title': 'P-codes nettoyés',
  'finding.normalize.codes-tidied':
    '{count, plural, one {# P-code d’adm{level} avait des espaces au début ou à la fin, qui ont été retirés ; corrigez-le} other {# P-codes d’adm{level} avaient des espaces au début ou à la fin, qui ont été retirés ; corrigez-les}} dans la source.',
  'finding.normalize.codes-from-numbers.title': 'P-codes enregistrés comme nombres',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {# P-code d’adm{level} était un nombre et a été converti} other {# P-codes d’adm{level} étaient des nombres et ont été convertis}} en texte (par exemple {example}) ; des zéros initiaux ont pu être perdus : enregistrez les codes comme texte dans la source.',
  'finding.normalize.dates-emptied.title': 'Dates de remplissage',
  'finding.normalize.dates-emptied':
    '{count, plural, one {# date dans {column} d’adm{level} signifiait seulement « pas de date » (comme 1899-12-30) et a été lue comme vide} other {# dates dans {column} d’adm{level} signifiaient seulement « pas de date » (comme 1899-12-30) et ont été lues comme vides}}. Rien à faire.',
  'finding.normalize.dates-unreadable.title': 'Dates illisibles',
  'finding.normalize.dates-unreadable':
    '{count, plural, one {# date dans {column} d’adm{level} est illisible ou peut se lire} other {# dates dans {column} d’adm{level} sont illisibles ou peuvent se lire}} de deux façons (par exemple {example}) ; écrivez les dates sous la forme 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'Version non conforme à la spécification',
  'finding.normalize.version-unreadable':
    'La version « {value} » d’adm{level} n’a pas la forme v01 ou v01.02 et n’est pas utilisée ; indiquez la version à la publication.',
  'finding.normalize.versions-differ.title': 'Versions différentes selon les niveaux',
  'finding.normalize.versions-differ':
    'Les niveaux indiquent {count, number} versions différentes ({list}) ; la plus haute est proposée. Vérifiez que les fichiers vont ensemble.',
  'finding.normalize.rings-turned.title': 'Anneaux réorientés',
  'finding.normalize.rings-turned':
    '{count, plural, one {# anneau d’adm{level} a été réorienté} other {# anneaux d’adm{level} ont été réorientés}} selon la RFC 7946 (contour extérieur dans le sens antihoraire) ; les formes ne changent pas. Rien à faire.',
  'finding.normalize.parents-from-names.title': 'Unités parentes trouvées par le nom',
  'finding.normalize.parents-from-names':
    '{count, plural, one {# unité d’adm{level} n’indique pas de P-code adm{ancestor} ; son unité parente a été trouvée par le nom indiqué} other {# unités d’adm{level} n’indiquent pas de P-code adm{ancestor} ; leurs unités parentes ont été trouvées par les noms indiqués}}. Ajoutez la colonne adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'Unités parentes trouvées par la position',
  'finding.normalize.parents-from-geometry':
    '{count, plural, one {# unité d’adm{level} n’indique pas de P-code adm{ancestor} ; elle} other {# unités d’adm{level} n’indiquent pas de P-code adm{ancestor} ; chacune}} a été rattachée à l’unité qui contient la plus grande part de sa superficie. Ajoutez la colonne adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'Code de l’unité parente absent de sa couche',
  'finding.normalize.parent-code-unknown':
    '{count, plural, one {# unité d’adm{level} indique un P-code absent de la couche adm{ancestor} ; elle} other {# unités d’adm{level} indiquent un P-code absent de la couche adm{ancestor} ; chacune}} a été rattachée à l’unité où elle se trouve. Corrigez adm{ancestor}_pcode dans l’une des deux couches.',
  'finding.normalize.parent-doubtful.title': 'Unité parente incertaine',
  'finding.normalize.parent-doubtful':
    '{count, plural, one {# unité d’adm{level} chevauche} other {# unités d’adm{level} chevauchent}} une limite adm{ancestor} : l’unité parente trouvée par la position est incertaine ; examinez chaque unité et indiquez son unité parente.',
  'finding.normalize.parent-unknown.title': 'Aucune unité parente trouvée',
  'finding.normalize.parent-unknown':
    '{count, plural, one {# unité d’adm{level} n’a pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne la contient. Indiquez son unité parente.} other {# unités d’adm{level} n’ont pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne les contient. Indiquez leurs unités parentes.}}',
  'finding.normalize.names-from-reference.title': 'Noms de référence utilisés',
  'finding.normalize.names-from-reference':
    'adm{level} n’a pas de colonne de noms : les noms de référence de {column} en tiennent lieu ; ajoutez adm{level}_name.',
  'finding.normalize.language-guessed.title': 'Langue supposée',
  'finding.normalize.language-guessed':
    'Aucune colonne n’indique la langue de {column} en adm{level} ; d’après son écriture et les autres noms de la couche, « {lang} » a été supposé. Indiquez-la dans lang, lang1….',
  'finding.normalize.language-unknown.title': 'Langue non indiquée',
  'finding.normalize.language-unknown': 'Rien n’indique la langue des noms d’adm{level} ; ils sont gardés comme « und » (indéterminée). Indiquez-la dans lang.',
  'finding.normalize.foreign-ids.title': 'Identifiants qui ne sont pas des P-codes',
  'finding.normalize.foreign-ids':
    'adm{level} n’a pas de P-codes : {column} contient des identifiants de {source}, qui ne sont pas les P-codes du pays ; ils ne permettent de joindre aucune donnée. Ajoutez les codes du pays, ou prenez la couche du COD.',
  'finding.normalize.level-from-name.title': 'Niveau d’après le nom du fichier',
  'finding.normalize.level-from-name':
    'Aucune colonne n’indique le niveau administratif de {layer} ; d’après son nom, adm{level} a été supposé. Utilisez les colonnes de la spécification, comme adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'Couche non utilisée',
  'finding.normalize.layer-ignored':
    'La couche {layer} n’a pas été utilisée : {reason, select, empty {elle ne contient aucune ligne} no_geometry {ses lignes n’ont pas de géométrie, c’est un tableau} not_used {elle a été fixée comme non utilisée} other {ni ses colonnes ni son nom n’indiquent un niveau administratif}}.',
  'finding.normalize.layer-duplicate.title': 'Deuxième couche pour un niveau',
  'finding.normalize.layer-duplicate': 'Il y a plusieurs couches pour adm{level} : {kept} a été utilisée, {layer} non. Retirez celle dont vous ne voulez pas.',
  'finding.normalize.level-partial.title': 'Niveau qui ne couvre qu’une partie du pays',
  'finding.normalize.level-partial':
    'adm{level} couvre {share, number} % du pays et est gardé comme niveau partiel ; les niveaux supérieurs viennent d’adm{base}. Indiquez dans les réserves quelle partie il couvre. {blank, plural, =0 {} one {# de ses lignes n’a pas de P-code.} other {# de ses lignes n’ont pas de P-code.}}',
  'finding.normalize.rows-merged.title': 'Lignes d’une même unité fusionnées',
  'finding.normalize.rows-merged':
    '{count, plural, one {# unité d’adm{level} occupait plusieurs lignes (mêmes P-code, nom et unité parente) et est publiée comme une seule} other {# unités d’adm{level} occupaient chacune plusieurs lignes (mêmes P-code, nom et unité parente) et sont publiées chacune comme une seule}} ; fusionnez-les dans la source.',
  'finding.normalize.codes-of-several.title': 'P-codes de plusieurs unités',
  'finding.normalize.codes-of-several':
    '{count, plural, one {# P-code adm{level} désigne plusieurs unités de noms différents, publiées séparément} other {# P-codes adm{level} désignent chacun plusieurs unités de noms différents, publiées séparément}}. Vérifiez à laquelle chaque unité du niveau inférieur a été rattachée et donnez à chaque unité son propre P-code.',
  'finding.normalize.parents-without-code.title': 'Unités supérieures sans P-code',
  'finding.normalize.parents-without-code':
    'Des unités d’adm{level} n’ont pas de P-code ; les unités du niveau inférieur leur ont été rattachées d’après le nom de leur parent ou d’après leur position. Vérifiez ces rattachements et ajoutez les codes.',
  'finding.normalize.level-derived.title': 'Niveau construit à partir du niveau inférieur',
  'finding.normalize.level-derived':
    'adm{level} n’a pas été envoyé ; {count, plural, one {son unité a été construite} other {ses # unités ont été construites}} en réunissant les unités d’adm{base}. Vérifiez ses noms, ou envoyez ce niveau.',
  'finding.normalize.country-code-assumed.title': 'P-code du pays supposé',
  'finding.normalize.country-code-assumed':
    'Aucun fichier n’indique adm0_pcode ; « {code} », le code ISO de {country}, a été utilisé. Ajoutez adm0_pcode et adm0_name.',
  'finding.normalize.units-not-drawn.title': 'Unités sans unités inférieures',
  'finding.normalize.units-not-drawn':
    '{count, plural, one {# unité d’adm{level} n’a} other {# unités d’adm{level} n’ont}} aucune unité adm{base}, donc aucune superficie dans les couches publiées ; ajoutez les unités manquantes ou corrigez les codes des unités parentes.',
  'finding.normalize.outlines-mended.title': 'Contours corrigés pour la publication',
  'finding.normalize.outlines-mended':
    '{count, plural, one {# contour de adm{level} se croise ou se touche lui-même et est publié corrigé ; sa superficie change} other {# contours de adm{level} se croisent ou se touchent eux-mêmes et sont publiés corrigés ; leur superficie change}} de {percent, number} % au plus. Vérifiez chacun et corrigez la source.',
  'finding.normalize.level-dissolved.title': 'Les limites d’un niveau supérieur suivent celles des unités inférieures',
  'finding.normalize.level-dissolved':
    'adm{level} est publié en réunissant les unités de adm{base}, afin que toutes les limites coïncident. {count, plural, one {# unité s’écarte} other {# unités s’écartent}} de la couche envoyée, de {distance, m} au plus.',
  'finding.normalize.level-as-uploaded.title': 'Niveau supérieur tel qu’il a été envoyé',
  'finding.normalize.level-as-uploaded':
    'adm{level} est publié tel qu’il a été envoyé, comme quelqu’un l’a défini, et non composé à partir des unités adm{base}{count, plural, one { : # unité diffère} other { : # unités diffèrent}}, de {distance, most} au plus. Le fichier des lignes suit adm{base}.',
  'finding.normalize.drawing-does-not-nest.title': 'Tracé envoyé non conservé',
  'finding.normalize.drawing-does-not-nest':
    'adm{level} devait être publié tel qu’envoyé, comme défini pour un envoi antérieur, mais il ne s’emboîte pas : {count, plural, one {# unité dépasse} other {# unités dépassent}} de l’unité supérieure. Il est composé à partir des unités adm{base}. Corrigez le tracé ou définissez comment ce niveau est publié.',
  'finding.normalize.language-local.title': 'Langue du pays',
  'finding.normalize.language-local':
    'D’après son en-tête, la colonne {column} de adm{level} serait en « {suffix} », qui n’est pas une langue de ce pays ; elle a été lue comme « {lang} ». Utilisez ce code dans l’en-tête.',
} satisfies Record<keyof typeof en, string>;
