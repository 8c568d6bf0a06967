/** Findings of the readers: what they assumed, changed or could not take over. */
import type en from '../../en/findings/read.ts';

export default {
  'finding.read.crsAssumed.title': 'Système de coordonnées supposé',
  'finding.read.crsAssumed':
    '{layer} n’indique pas son système de coordonnées (pas de fichier .prj). Ses valeurs ressemblent à des degrés : WGS 84 a été supposé. Vérifiez sa position sur la carte et joignez le fichier .prj la prochaine fois.',
  'finding.read.curves.title': 'Courbes tracées en segments',
  'finding.read.curves':
    '{file} : {count, plural, one {# unité a} other {# unités ont}} des limites courbes. Elles ont été tracées en segments, un pour chaque {degrees, number} degrés d’arc, à moins de 0,06 % du rayon.',
  'finding.read.encodingMixed.title': 'Deux encodages dans un fichier',
  'finding.read.encodingMixed':
    '{file} : {count, plural, one {# ligne est écrite} other {# lignes sont écrites}} en UTF-8, les autres en {encoding}. Chacune a été lue selon son encodage ; vérifiez les noms sur la carte et enregistrez le fichier en UTF-8.',
  'finding.read.populationBeside.title': 'Population non utilisée',
  'finding.read.populationBeside':
    '{files} {count, plural, one {ressemble à un fichier de population (COD-PS)} other {ressemblent à des fichiers de population (COD-PS)}}. Seules les limites de cet envoi ont été utilisées ; envoyez {count, plural, one {ce fichier} other {ces fichiers}} à part.',
  'finding.read.presenceBeside.title': '3W non utilisé',
  'finding.read.presenceBeside':
    '{files} {count, plural, one {ressemble à un fichier 3W (qui fait quoi où)} other {ressemblent à des fichiers 3W (qui fait quoi où)}}. Seules les limites de cet envoi ont été utilisées ; envoyez {count, plural, one {ce fichier} other {ces fichiers}} à part.',
  'finding.read.tableRefused.title': 'Tableau illisible',
  'finding.read.tableRefused':
    '{count, plural, one {# tableau envoyé avec les limites est illisible et a été laissé} other {# tableaux envoyés avec les limites sont illisibles et ont été laissés}} de côté ; enregistrez-{count, plural, one {le} other {les}} de nouveau si nécessaire.',
  'finding.read.reprojected.title': 'Reprojeté en WGS 84',
  'finding.read.reprojected': '{layer} était en {crs} et a été reprojetée en WGS 84. Son datum ({datum}) est à moins de 2 m de WGS 84. Rien à faire.',
  'finding.read.beyond180.title': 'Longitudes au-delà de 180 ramenées',
  'finding.read.beyond180':
    '{layer} a des longitudes au-delà de ±180 degrés. Elles ont été ramenées entre −180 et 180 ; lignes traversant l’antiméridien et coupées à cet endroit : {parted, number}. Rien à faire.',
  'finding.read.datumShifted.title': 'Datum transformé par GDAL',
  'finding.read.datumShifted':
    '{layer} était en {crs}, un datum éloigné de WGS 84 de 230 m au plus ; GDAL l’a transformée, à quelques mètres près. Comparez-la avec un lieu connu sur la carte avant de publier.',
  'finding.read.notOnEarth.title': 'Coordonnées impossibles',
  'finding.read.notOnEarth':
    '{count, plural, one {# ligne de {layer} a} other {# lignes de {layer} ont}} des coordonnées qui ne correspondent à aucun lieu sur Terre. Leur géométrie a été écartée, leurs attributs sont conservés. Corrigez-les dans la source : il s’agit le plus souvent d’une virgule perdue ou d’un fichier endommagé.',
  'finding.read.notFinite.title': 'Coordonnées non numériques',
  'finding.read.notFinite':
    '{count, plural, one {# ligne de {layer} a} other {# lignes de {layer} ont}} des coordonnées qui ne sont pas des nombres (NaN ou infini). Leur géométrie a été écartée, leurs attributs sont conservés. Redessinez-les dans la source.',
  'finding.read.ringClosed.title': 'Anneaux non fermés',
  'finding.read.ringClosed':
    '{count, plural, one {# anneau de {layer} ne finit pas là où il commence ; la première position a été répétée à la fin} other {# anneaux de {layer} ne finissent pas là où ils commencent ; la première position a été répétée à la fin de chacun}}. Vérifiez que rien n’y manque.',
  'finding.read.orphanHole.title': 'Trou hors de sa partie',
  'finding.read.orphanHole':
    '{count, plural, one {# ligne de {file} a} other {# lignes de {file} ont}} un anneau orienté comme un trou mais situé dans aucune partie de la ligne ; il a été lu comme une partie à part entière. Vérifiez ces unités sur la carte.',
  'finding.read.shxMissing.title': '.shx manquant',
  'finding.read.shxMissing':
    '{file} a été envoyé sans son index .shx. Les géométries ont été lues dans l’ordre du fichier. D’autres logiciels pourraient le refuser : joignez le .shx la prochaine fois.',
  'finding.read.cpgDisproved.title': 'Le .cpg contredit les données',
  'finding.read.cpgDisproved':
    'Le fichier .cpg de {file} indique « {stated} », mais ses textes sont de l’UTF-8 valide et ont été lus ainsi. Vérifiez les noms et corrigez le .cpg, car d’autres logiciels les déformeront.',
  'finding.read.textCut.title': 'Textes coupés par la largeur du champ',
  'finding.read.textCut':
    '{count, plural, one {# ligne de {file} a} other {# lignes de {file} ont}} un texte qui remplit son champ et s’arrête au milieu d’un caractère ; la suite est perdue. Élargissez le champ dans la source ou exportez en GeoPackage.',
  'finding.read.deletedRows.title': 'Lignes marquées comme supprimées',
  'finding.read.deletedRows':
    '{count, plural, one {# ligne de {file} est marquée comme supprimée dans le .dbf, mais sa géométrie est toujours là. Elle a été conservée} other {# lignes de {file} sont marquées comme supprimées dans le .dbf, mais leurs géométries sont toujours là. Elles ont été conservées}} : recompactez le shapefile dans un SIG si {count, plural, one {elle doit} other {elles doivent}} disparaître.',
  'finding.read.columnRenamed.title': 'Colonne renommée',
  'finding.read.columnRenamed':
    '{file} a plusieurs colonnes nommées {before} ; l’une d’elles a été renommée {after}. Donnez à chaque colonne son propre nom dans la source.',
  'finding.read.columnLeftOut.title': 'Colonne écartée',
  'finding.read.columnLeftOut':
    'La colonne {column} de {file} contient des données binaires ou calculées et a été écartée. Si elle compte, enregistrez-la en texte ou en nombre.',
  'finding.read.fileIgnored.title': 'Fichiers non lus',
  'finding.read.fileIgnored':
    '{count, plural, one {# fichier de l’envoi n’a pas été lu, car il ne contient} other {# fichiers de l’envoi n’ont pas été lus, car ils ne contiennent}} pas de limites (métadonnées, styles, index, tables). Parcourez la liste : si des limites s’y trouvent, exportez-les dans un format connu.',
} satisfies Record<keyof typeof en, string>;
