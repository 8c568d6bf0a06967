/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'Téléchargement coupé par le serveur',
  'finding.geojson.cut':
    '{file} indique lui-même qu’il est incomplet : il contient {rows, number}{of, plural, =0 { entités} other { entités sur #}}, donc des unités manquent. Le serveur de cartes s’est arrêté à sa limite ; téléchargez la couche page par page ou demandez le fichier entier.',
  'finding.geojson.depth.title': 'Type de géométrie et coordonnées contradictoires',
  'finding.geojson.depth':
    '{count, plural, one {# entité déclare} other {# entités déclarent}} un type de géométrie qui ne correspond pas à l’imbrication de ses coordonnées (par exemple Polygon avec des coordonnées de MultiPolygon). Elles ont été lues d’après les coordonnées ; corrigez le type dans la source, car d’autres logiciels les afficheront vides.',
  'finding.geojson.ring-open.title': 'Anneaux non fermés',
  'finding.geojson.ring-open':
    '{count, plural, one {# anneau ne finit} other {# anneaux ne finissent}} pas là où {count, plural, one {il commence} other {ils commencent}} ; la première position a été répétée à la fin. Vérifiez que rien n’y manque.',
  'finding.geojson.ring-empty.title': 'Anneaux vides',
  'finding.geojson.ring-empty':
    '{count, plural, one {# anneau n’a aucune position et a été omis} other {# anneaux n’ont aucune position et ont été omis}}. Vérifiez les entités dans la source.',
} satisfies Record<keyof typeof en, string>;
