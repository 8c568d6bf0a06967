/** Why a table is refused: what the file is, and what to do. */
import type en from '../en/refusals.ts';

export default {
  'refusal.xls':
    '{file} est un ancien fichier Excel (.xls, 1997–2003), qui n’est pas lu ici. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.xlsb':
    '{file} est un classeur Excel binaire (.xlsb), qui n’est pas lu ici. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.numbers':
    '{file} est un fichier Apple Numbers, qui n’est pas lu ici. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.webPage':
    '{file} est une page web et non une feuille de calcul, quel que soit son nom : certains systèmes exportent ainsi les tableaux. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.xml2003':
    '{file} est une feuille de calcul XML d’Excel 2003, qui n’est pas lue ici. Ouvrez-la dans un tableur, enregistrez-la en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.otherDocument':
    '{file} est un document bureautique et non une feuille de calcul. Ouvrez-le dans un tableur, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez ce fichier.',
  'refusal.password':
    '{file} est protégé par un mot de passe. Retirez le mot de passe dans le programme qui l’a créé, enregistrez-le et envoyez-le de nouveau.',
  'refusal.drawing':
    'adm{level} de {file} ne peut pas être publié tel qu’envoyé, car il ne s’emboîte pas : {count, plural, one {# unité dépasse} other {# unités dépassent}} de l’unité supérieure ({units}). Corrigez le tracé ou laissez-le composer à partir d’adm{base}.',
  'refusal.openQuote':
    '{file} ne peut pas être lu comme CSV après la ligne {row} : une cellule entre guillemets n’est jamais fermée. Corrigez cette ligne ou enregistrez de nouveau le tableau en CSV.',
  'refusal.cutShort':
    '{file} s’arrête au milieu de la ligne {row} : {cells} cellules sur {width} ({text}). Le fichier a été tronqué en route. Téléchargez-le ou exportez-le de nouveau et envoyez le fichier entier ; si la ligne est complète, terminez-la par un saut de ligne.',
  'refusal.columns': 'Ces colonnes ne peuvent pas être utilisées. {faults}',
  'refusal.answers':
    'Ce que vous avez indiqué sur les colonnes ou les couches ne peut pas être utilisé. {faults} Partez des colonnes et des couches de check --format json et modifiez ce qui est faux.',
  'refusal.columnsFile':
    '{file} ne peut pas servir de fichier de colonnes. {faults} Partez des colonnes et des couches de check --format json et modifiez ce qui est faux.',
  'refusal.metadataFile': '{file} ne peut pas servir de métadonnées. {faults} Le fichier peut contenir {fields, list}.',
  'refusal.plan': '{file} ne contient pas de plan de réparation. {faults} Utilisez un plan écrit par codmap repair --plan --out.',
} satisfies Record<keyof typeof en, string>;
