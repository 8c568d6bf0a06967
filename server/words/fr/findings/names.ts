/** Texts of family N. `{count}` occurrences in column `{column}` at admin level `{level}`. */
import type en from '../../en/findings/names.ts';

export default {
  'finding.name.missing.title': 'Nom absent',
  'finding.name.missing': '{count, plural, one {# unité} other {# unités}} d’adm{level} sans nom ; remplissez {column}.',
  'finding.name.missing-other.title': 'Nom absent dans une langue',
  'finding.name.missing-other':
    'Unités d’adm{level} sans nom en « {lang} », alors que presque toutes les autres en ont un : {count, number} ; remplissez {column}.',
  'finding.name.long.title': 'Nom de plus de 100 caractères',
  'finding.name.long': 'Noms de plus de 100 caractères dans {column} : {count, number} ; raccourcissez-les.',
  'finding.name.whitespace.title': 'Espaces superflus dans les noms',
  'finding.name.whitespace':
    'Noms de {column} qui commencent ou finissent par un espace ou en ont deux de suite : {count, number}. Les noms publiés sont nettoyés ; corrigez aussi votre source.',
  'finding.name.invisible.title': 'Caractères invisibles dans les noms',
  'finding.name.invisible':
    'Noms de {column} contenant des caractères invisibles (espaces insécables, marques de direction, caractères de contrôle) qui empêchent de reconnaître des noms identiques : {count, number} ; retirez-les de votre source.',
  'finding.name.unnormalized.title': 'Forme Unicode',
  'finding.name.unnormalized':
    'Noms de {column} écrivant les accents comme des caractères séparés : {count, number}. Les noms publiés sont dans la forme usuelle (NFC). Rien à faire.',
  'finding.name.encoding.title': 'Lettres fausses',
  'finding.name.encoding':
    'Noms de {column} aux lettres fausses, car lus ou enregistrés dans un mauvais encodage : {count, number} ; envoyez de nouveau le fichier avec le bon encodage ou corrigez les noms.',
  'finding.name.lost-letters.title': 'Lettres perdues',
  'finding.name.lost-letters':
    'Noms de {column} où « ? » ou un autre signe remplace des lettres perdues, le fichier ayant été enregistré dans un encodage qui ne les a pas : {count, number} ; exportez-le de nouveau en UTF-8 ou rétablissez les noms d’après une autre source.',
  'finding.name.case.title': 'Tout en majuscules ou en minuscules',
  'finding.name.case': 'Noms de {column} tout en majuscules ou tout en minuscules : {count, number} ; écrivez-les comme sur une carte.',
  'finding.name.particle.title': 'Particule en majuscule dans un nom',
  'finding.name.particle':
    'Noms de {column} avec une particule en majuscule (« De », « Of », « Al- ») à l’intérieur : {count, number} ; la spécification demande des minuscules. Écrivez-la en minuscules dans votre source.',
  'finding.name.no-letter.title': 'Nom sans lettre',
  'finding.name.no-letter': 'Noms de {column} sans aucune lettre : {count, number} ; écrivez les noms.',
  'finding.name.placeholder.title': 'Texte de remplissage au lieu d’un nom',
  'finding.name.placeholder':
    'Cellules de {column} contenant un texte de remplissage (n/a, inconnu, le code lui-même) au lieu d’un nom : {count, number} ; écrivez le nom.',
  'finding.name.special-area.title': 'Zone particulière',
  'finding.name.special-area':
    'Lignes de {column} nommées comme contestées, non attribuées ou en conflit : {count, number} ; acceptez-les comme zones particulières avec un motif, ou nommez-les.',
  'finding.name.code-inside.title': 'Code dans un nom',
  'finding.name.code-inside': 'Noms de {column} contenant un code : {count, number} ; gardez les codes dans leur colonne.',
  'finding.name.letters.title': 'Lettres d’une autre langue',
  'finding.name.letters':
    'Noms de {column} avec des caractères absents de « {lang} » ({characters}) : {count, number} ; corrigez les noms ou la langue indiquée.',
  'finding.name.mixed-word.title': 'Deux écritures dans un mot',
  'finding.name.mixed-word':
    'Noms de {column} mêlant deux écritures dans un mot (un « a » latin dans un mot cyrillique) : {count, number}. Ils ne correspondent jamais ; retapez-les.',
  'finding.name.mixed-column.title': 'Écriture différente du reste de la colonne',
  'finding.name.mixed-column':
    'Noms de {column} avec des lettres d’une autre écriture que le reste ({script}) : {count, number} ; déplacez-les dans la colonne de leur langue.',
  'finding.name.duplicate.title': 'Même nom deux fois dans une unité parente',
  'finding.name.duplicate':
    'Noms présents plusieurs fois dans la même unité parente en adm{level} : {count, number}. Ils ne permettent pas de joindre des tableaux sans codes ; ajoutez ce qui distingue les unités.',
  'finding.name.near-duplicate.title': 'Noms presque identiques',
  'finding.name.near-duplicate':
    'Paires d’unités d’une même unité parente en adm{level} dont les noms ne diffèrent que par la casse, les accents ou la ponctuation : {count, number} ; vérifiez que ce sont deux lieux.',
  'finding.name.country.title': 'Nom du pays différent de UN M49',
  'finding.name.country': 'Le pays n’a pas en « {lang} » le nom employé par les Nations Unies : « {expected} » ; utilisez ce nom dans {column}.',
  'finding.name.iso3166-2.title': 'Graphie différente de ISO 3166-2',
  'finding.name.iso3166-2':
    'Noms d’adm{level} écrits autrement que dans ISO 3166-2, qui peut être plus ancienne : {count, number} ; comparez-les aux noms les plus proches, indiqués dans la liste.',
  'finding.name.abbreviation.title': 'Abrégé dans certains noms seulement',
  'finding.name.abbreviation': '{column} écrit {count, plural, one {un mot} other {# mots}} tantôt en entier, tantôt en abrégé ; choisissez une seule forme.',
  'finding.name.language.title': 'Noms sans langue',
  'finding.name.language':
    '{column} d’adm{level} contient des noms, mais rien n’en indique la langue ; indiquez-la (lang, lang1 …) pour que chaque lecteur reçoive des noms lisibles.',
} satisfies Record<keyof typeof en, string>;
