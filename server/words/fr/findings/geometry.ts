/** Texts of family G: the geometry of each layer. */
import type en from '../../en/findings/geometry.ts';

export default {
  'finding.geometry.empty.title': 'Sans géométrie',
  'finding.geometry.empty': 'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans géométrie ; ajoutez les polygones ou supprimez les lignes.',
  'finding.geometry.type.title': 'N’est pas un polygone',
  'finding.geometry.type':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} en points, lignes ou collections mixtes ; une unité doit être un polygone, remplacez la géométrie.',
  'finding.geometry.invalid.title': 'Géométrie invalide',
  'finding.geometry.invalid':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} au contour invalide (il se croise ou se touche) ; corrigez-{count, plural, one {la} other {les}} dans votre SIG (QGIS : Réparer les géométries), comparez avec la source et envoyez de nouveau.',
  'finding.geometry.z.title': 'Troisième coordonnée',
  'finding.geometry.z': 'Le niveau {level} contient des altitudes ; elles ont été écartées, car un COD-AB est en deux dimensions. Rien à faire.',
  'finding.geometry.range.title': 'Hors de WGS 84',
  'finding.geometry.range':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec des coordonnées hors de ±180, ±90 degrés ; la couche est dans un autre système de coordonnées : indiquez lequel ou reprojetez-la en EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'Système de coordonnées non indiqué',
  'finding.geometry.crs-unknown':
    'Le niveau {level} n’indique aucun système de coordonnées ; ses coordonnées ressemblent à WGS 84 et ont été lues ainsi. Ajoutez le .prj ou le SCR et vérifiez la carte.',
  'finding.geometry.reprojected.title': 'Reprojeté',
  'finding.geometry.reprojected': 'Le niveau {level} était en {crs} et a été reprojeté en EPSG:4326 ; vérifiez sa position sur la carte.',
  'finding.geometry.extent.title': 'Emprise invalide',
  'finding.geometry.extent':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} sans largeur ou sans hauteur, ou avec des coordonnées non numériques ; redessinez-{count, plural, one {la} other {les}}.',
  'finding.geometry.elsewhere.title': 'Pas dans le pays',
  'finding.geometry.elsewhere': 'Le niveau {level} est très loin du pays ; vérifiez le fichier et son système de coordonnées.',
  'finding.geometry.swapped.title': 'Latitude et longitude inversées',
  'finding.geometry.swapped':
    'Le niveau {level} est à {km, number} km de {country}, mais tomberait au bon endroit si l’on échangeait latitude et longitude : elles sont sans doute inversées. Exportez le fichier avec la longitude d’abord.',
  'finding.geometry.far.title': 'Loin du pays',
  'finding.geometry.far': 'Le niveau {level} est à {km, number} km de {country} ; vérifiez le pays indiqué, le fichier et son système de coordonnées.',
  'finding.geometry.moved.title': 'Loin de la version publiée',
  'finding.geometry.moved': 'Le niveau {level} est à {km, number} km des limites publiées ; vérifiez le fichier et son système de coordonnées.',
  'finding.geometry.outside-country.title': 'Hors du pays',
  'finding.geometry.outside-country':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}}, soit {percent, number} % de la superficie, à plus de 10 km en dehors de la référence ; vérifiez le fichier ou acceptez avec un motif.',
  'finding.geometry.extent-differs.title': 'Emprises différentes entre niveaux',
  'finding.geometry.extent-differs':
    'L’emprise du niveau {level} diffère de celle du niveau {base} de {distance, m} ; produisez le niveau supérieur par fusion du niveau inférieur.',
  'finding.geometry.antimeridian.title': 'Antiméridien ou pôle',
  'finding.geometry.antimeridian':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} à cheval sur la longitude 180 ou près d’un pôle ; découpez-{count, plural, one {la} other {les}} à 180 degrés (RFC 7946).',
  'finding.geometry.split-unit.title': 'Unité en plusieurs lignes',
  'finding.geometry.split-unit':
    'Niveau {level} : {count, plural, one {# unité répartie} other {# unités réparties}} sur plusieurs lignes de mêmes code et unité parente ; fusionnez chacune en une seule ligne multipartie.',
  'finding.geometry.triangle.title': 'Triangle',
  'finding.geometry.triangle':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec une partie à trois sommets, rarement une vraie limite ; vérifiez l’endroit.',
  'finding.geometry.micro-part.title': 'Partie minuscule',
  'finding.geometry.micro-part':
    'Niveau {level} : {count, plural, one {# partie} other {# parties}} d’unités de moins de 100 m² ou de moins de 1 m de large ; supprimez-{count, plural, one {la} other {les}}, ou acceptez les vrais îlots.',
  'finding.geometry.repeated-vertex.title': 'Sommets répétés',
  'finding.geometry.repeated-vertex':
    'Niveau {level} : {count, plural, one {# unité} other {# unités}} avec un même sommet deux fois de suite ; les copies sont retirées à la publication.',
  'finding.geometry.notch.title': 'Encoche',
  'finding.geometry.notch':
    'Niveau {level} : {count, plural, one {# encoche} other {# encoches}} de moins de 3 m de large et de plus de 44 m de long ; fermez-les, ou acceptez un vrai chenal.',
  'finding.geometry.duplicate.title': 'Géométrie en double',
  'finding.geometry.duplicate':
    'Niveau {level} : {count, plural, one {# géométrie apparaît} other {# géométries apparaissent}} plusieurs fois ; supprimez la copie ou donnez à l’unité son propre contour.',
} satisfies Record<keyof typeof en, string>;
