/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'En-têtes reconnus',
  'finding.normalize.columns-renamed':
    '{count, plural, one {# colonne de adm{level} portait un en-tête ancien ou local et a été lue} other {# colonnes de adm{level} portaient un en-tête ancien ou local et ont été lues}} comme la colonne de la spécification ; vérifiez la liste.',
  'finding.normalize.columns-inferred.title': 'Colonnes déduites des valeurs',
  'finding.normalize.columns-inferred':
    '{count, plural, one {# colonne de adm{level} n’a pas d’en-tête connu et a été déduite} other {# colonnes de adm{level} n’ont pas d’en-tête connu et ont été déduites}} des valeurs ; confirmez que la liste est juste.',
  'finding.normalize.columns-left-out.title': 'Colonnes écartées',
  'finding.normalize.columns-left-out':
    '{count, plural, one {# colonne de adm{level} ne servait qu’à la gestion d’un autre logiciel ou est recalculée ; elle a été écartée} other {# colonnes de adm{level} ne servaient qu’à la gestion d’un autre logiciel ou sont recalculées ; elles ont été écartées}} : {list}. Rien à faire.',
  'finding.normalize.columns-used.title': 'Colonnes utilisées',
  'finding.normalize.columns-used':
    'Les unités reposent sur {count, plural, one {# colonne} other {# colonnes}} ; vérifiez que chacune contient ce qu’on y a lu.',
  'finding.normalize.as-said.title': 'Lu comme fixé pour cet envoi',
  'finding.normalize.as-said':
    '{count, plural, one {# point a été lu comme une personne l’a fixé} other {# points ont été lus comme une personne les a fixés}} pour cet envoi. Rien à faire.',
  'finding.normalize.as-before.title': 'Lu comme fixé auparavant',
  'finding.normalize.as-before':
    '{count, plural, one {# point a été lu comme une personne l’a fixé} other {# points ont été lus comme une personne les a fixés}} le {date, day} pour {file}, dont les couches ont les mêmes colonnes. Vérifiez la liste et corrigez sur la page du brouillon ce qui ne vaut pas pour cet envoi.',
  'finding.normalize.names-tidied.title': 'Noms nettoyés',
  'finding.normalize.names-tidied':
    '{count, plural, one {# nom de adm{level} a perdu des espaces superflus ou a reçu une forme Unicode unique ; corrigez-le} other {# noms de adm{level} ont perdu des espaces superflus ou ont reçu une forme Unicode unique ; corrigez-les}} dans la source.',
  'finding.normalize.codes-tidied.title': 'Codes P nettoyés',
  'finding.normalize.codes-tidied':
    '{count, plural, one {# code P de adm{level} avait des espaces aux extrémités, qui ont été retirés ; corrigez-le} other {# codes P de adm{level} avaient des espaces aux extrémités, qui ont été retirés ; corrigez-les}} dans la source.',
  'finding.normalize.codes-from-numbers.title': 'Codes P stockés comme nombres',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {# code P de adm{level} était un nombre et a été converti} other {# codes P de adm{level} étaient des nombres et ont été convertis}} en texte (par exemple {example}) ; des zéros initiaux ont pu être perdus, stockez les codes comme texte dans la source.',
  'finding.normalize.dates-emptied.title': 'Dates de remplissage',
  'finding.normalize.dates-emptied':
    '{count, plural, one {# date dans {column} de adm{level} signifiait seulement « pas de date » (comme 1899-12-30) et a été lue comme vide} other {# dates dans {column} de adm{level} signifiaient seulement « pas de date » (comme 1899-12-30) et ont été lues comme vides}}. Rien à faire.',
  'finding.normalize.dates-unreadable.title': 'Dates illisibles',
  'finding.normalize.dates-unreadable':
    '{count, plural, one {# date dans {column} de adm{level} est illisible ou a} other {# dates dans {column} de adm{level} sont illisibles ou ont}} deux lectures possibles (par exemple {example}) ; écrivez les dates comme 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'Version hors spécification',
  'finding.normalize.version-unreadable':
    'La version « {value} » de adm{level} n’a pas la forme v01 ou v01.02 et n’est pas utilisée ; indiquez la version à la publication.',
  'finding.normalize.versions-differ.title': 'Versions différentes selon les niveaux',
  'finding.normalize.versions-differ':
    'Les niveaux indiquent {count, number} versions différentes ({list}) ; la plus haute est proposée. Vérifiez que les fichiers vont ensemble.',
  'finding.normalize.rings-turned.title': 'Anneaux réorientés',
  'finding.normalize.rings-turned':
    '{count, plural, one {# anneau de adm{level} a été orienté} other {# anneaux de adm{level} ont été orientés}} selon la RFC 7946 (contour extérieur antihoraire) ; les formes ne changent pas. Rien à faire.',
  'finding.normalize.parents-from-names.title': 'Parents trouvés par le nom',
  'finding.normalize.parents-from-names':
    '{count, plural, one {# unité de adm{level} n’indique} other {# unités de adm{level} n’indiquent}} pas de code P adm{ancestor} ; il a été trouvé par le nom indiqué. Ajoutez la colonne adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'Parents trouvés par la position',
  'finding.normalize.parents-from-geometry':
    '{count, plural, one {# unité de adm{level} n’indique pas de code P adm{ancestor} ; elle} other {# unités de adm{level} n’indiquent pas de code P adm{ancestor} ; chacune}} a reçu l’unité qui contient la plus grande part de sa surface. Ajoutez la colonne adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'Code du parent absent de sa couche',
  'finding.normalize.parent-code-unknown':
    '{count, plural, one {# unité de adm{level} indique un code P absent de la couche adm{ancestor} ; elle} other {# unités de adm{level} indiquent un code P absent de la couche adm{ancestor} ; chacune}} a reçu l’unité où elle se trouve. Corrigez adm{ancestor}_pcode dans l’une des deux couches.',
  'finding.normalize.parent-doubtful.title': 'Parent douteux',
  'finding.normalize.parent-doubtful':
    '{count, plural, one {# unité de adm{level} chevauche} other {# unités de adm{level} chevauchent}} une limite adm{ancestor} : le parent trouvé par la position est douteux ; regardez chacune et indiquez son parent.',
  'finding.normalize.parent-unknown.title': 'Aucun parent trouvé',
  'finding.normalize.parent-unknown':
    '{count, plural, one {# unité de adm{level} n’a pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne la contient. Indiquez son parent.} other {# unités de adm{level} n’ont pas d’unité adm{ancestor} : aucune n’est indiquée et aucune ne les contient. Indiquez leurs parents.}}',
  'finding.normalize.names-from-reference.title': 'Noms de référence utilisés',
  'finding.normalize.names-from-reference':
    'adm{level} n’a pas de colonne de noms : les noms de référence de {column} en tiennent lieu ; ajoutez adm{level}_name.',
  'finding.normalize.language-guessed.title': 'Langue supposée',
  'finding.normalize.language-guessed':
    'Aucune colonne n’indique la langue de {column} au niveau adm{level} ; d’après l’écriture et les autres noms, elle est supposée « {lang} ». Indiquez-la dans lang, lang1….',
  'finding.normalize.language-unknown.title': 'Langue non indiquée',
  'finding.normalize.language-unknown':
    'Rien n’indique la langue des noms de adm{level} ; ils sont gardés comme « und » (indéterminée). Indiquez-la dans lang.',
  'finding.normalize.foreign-ids.title': 'Identifiants qui ne sont pas des P-codes',
  'finding.normalize.foreign-ids':
    'adm{level} n’a pas de P-codes : {column} contient des identifiants de {source}, qui changent à chaque édition ; rien ne peut y être relié. Ajoutez les codes du pays, ou prenez la couche du COD.',
  'finding.normalize.level-from-name.title': 'Niveau d’après le nom du fichier',
  'finding.normalize.level-from-name':
    'Aucune colonne n’indique le niveau de {layer} ; d’après son nom, c’est adm{level}. Utilisez les colonnes de la spécification, comme adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'Couche non utilisée',
  'finding.normalize.layer-ignored':
    'La couche {layer} n’a pas été utilisée : {reason, select, empty {elle ne contient aucune ligne} no_geometry {ses lignes n’ont pas de géométrie, c’est un tableau} not_used {elle a été fixée comme non utilisée} other {ni ses colonnes ni son nom n’indiquent un niveau administratif}}.',
  'finding.normalize.layer-duplicate.title': 'Deuxième couche pour un niveau',
  'finding.normalize.layer-duplicate':
    'La couche {layer} est une deuxième couche pour adm{level} ; {kept} est utilisée à sa place. Retirez celle qui n’est pas voulue.',
  'finding.normalize.level-partial.title': 'Niveau partiel',
  'finding.normalize.level-partial':
    'adm{level} couvre {share, number} % du pays et est gardé comme niveau partiel ; les niveaux supérieurs viennent de adm{base}. Dites dans les réserves quelle partie il couvre. {blank, plural, =0 {} one {# de ses lignes n’a pas de code P.} other {# de ses lignes n’ont pas de code P.}}',
  'finding.normalize.rows-merged.title': 'Lignes d’une unité réunies',
  'finding.normalize.rows-merged':
    '{count, plural, one {# unité de adm{level} était en plusieurs lignes (mêmes code P, nom et parent) et est publiée comme une seule} other {# unités de adm{level} étaient chacune en plusieurs lignes (mêmes code P, nom et parent) et sont publiées chacune comme une seule}} ; réunissez-les dans la source.',
  'finding.normalize.codes-joined.title': 'Lignes de même code réunies',
  'finding.normalize.codes-joined':
    '{count, plural, one {# code P de adm{level} figure dans plusieurs lignes et est publié comme une seule unité} other {# codes P de adm{level} figurent dans plusieurs lignes et sont publiés comme une seule unité chacun}}, car les unités inférieures ne nomment leur parent que par le code ; donnez à chaque unité son propre code.',
  'finding.normalize.level-derived.title': 'Niveau construit depuis le niveau inférieur',
  'finding.normalize.level-derived':
    'adm{level} n’a pas été fourni ; {count, plural, one {son unité a été construite} other {ses # unités ont été construites}} en réunissant les unités de adm{base}. Vérifiez ses noms, ou envoyez ce niveau.',
  'finding.normalize.country-code-assumed.title': 'Code P du pays supposé',
  'finding.normalize.country-code-assumed':
    'Aucun fichier n’indique adm0_pcode ; « {code} », le code ISO de {country}, a été pris. Ajoutez adm0_pcode et adm0_name.',
  'finding.normalize.units-not-drawn.title': 'Unités sans rien en dessous',
  'finding.normalize.units-not-drawn':
    '{count, plural, one {# unité de adm{level} n’a} other {# unités de adm{level} n’ont}} aucune unité adm{base}, donc aucune surface dans les couches publiées ; ajoutez les unités manquantes ou corrigez les codes des parents.',
  'finding.normalize.outlines-mended.title': 'Contours corrigés pour la publication',
  'finding.normalize.outlines-mended':
    '{count, plural, one {# contour de adm{level} se croisait ou se touchait lui-même et est publié corrigé ; sa surface change} other {# contours de adm{level} se croisaient ou se touchaient eux-mêmes et sont publiés corrigés ; leurs surfaces changent}} de {percent, number} % au plus. Regardez chacun et corrigez la source.',
  'finding.normalize.level-dissolved.title': 'Les limites d’un niveau supérieur suivent les unités en dessous',
  'finding.normalize.level-dissolved':
    'adm{level} est publié par réunion des unités de adm{base}, afin que toutes les limites coïncident. {count, plural, one {# unité est dessinée} other {# unités sont dessinées}} ailleurs que dans la couche envoyée, jusqu’à {distance, m}.',
  'finding.normalize.language-local.title': 'Langue du pays',
  'finding.normalize.language-local':
    'D’après son intitulé, {column} de adm{level} serait en « {suffix} », qui n’est pas une langue de ce pays ; elle a été lue comme « {lang} ». Utilisez cette étiquette dans l’intitulé.',
} satisfies Record<keyof typeof en, string>;
