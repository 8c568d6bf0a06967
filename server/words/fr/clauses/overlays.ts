/** Details of findings on map layers, and what is asked about their coordinates. */
export default {
  'clause.why.wkt': 'ses cellules contiennent une géométrie en texte : {samples, list}',
  'clause.layer.row': 'ligne {row, raw}',
  'clause.layer.unread': 'ligne {row, raw} : « {text} »',
  'clause.layer.near': 'ligne {row, raw}, comptée dans {unit}',
  'clause.layer.stack': '{count, number} objets',
  'clause.layer.states': 'la ligne {row, raw} indique {stated}, mais se trouve dans {unit}',
  'clause.layer.dropped':
    'ligne {row, raw} : {why, select, empty {pas de géométrie} shape {un autre type de géométrie que la couche} broken {coordonnées impossibles à dessiner} zero {en 0, 0, qui n’est pas un lieu, comme une personne l’a confirmé} other {écartée}}',
  'clause.layer.mend':
    '{is, select, swap {latitude et longitude sont permutées} commas {la virgule est lue comme signe décimal} degrees {degrés et minutes sont convertis} zero {0, 0 n’est pas considéré comme un lieu} crs {les coordonnées sont converties depuis le système de coordonnées indiqué} other {corrigé}}',
  'clause.question.swap':
    'Latitude et longitude semblent permutées, comme dans {samples, list}. Lignes dans le pays : {before, number} telles quelles, {after, number} une fois permutées. Les permuter ?',
  'clause.question.commas':
    'Des coordonnées sont écrites avec une virgule, comme {samples, list}. Est-ce le signe décimal ? Lignes dans le pays si on les lit ainsi : {after, number} sur {rows, number}.',
  'clause.question.degrees':
    'Des coordonnées sont écrites en degrés et minutes, comme {samples, list}. Les convertir ? Lignes dans le pays une fois converties : {after, number} sur {rows, number}.',
  'clause.question.zero': 'Lignes à la latitude 0, longitude 0, ce que dit un formulaire vide : {rows, number}. Sont-elles sans lieu ?',
  'clause.question.crs': 'Ces coordonnées ne sont pas en degrés : {samples, list}. Dans quel système de coordonnées sont-elles ?',
  'clause.question.part': 'Les fichiers contiennent plusieurs tableaux ou types d’objets. Lequel est la couche ?',
  'clause.layer.pair': '{written} → {read}',
  'clause.layer.yes':
    '{is, select, swap {Oui, les permuter} commas {Oui, c’est le signe décimal} degrees {Oui, les convertir} zero {Oui, elles sont sans lieu} other {Oui}}',
  'clause.layer.no': 'Non, les laisser telles quelles',
  'clause.layer.system': '{crs}{swap, select, yes { avec x et y permutés} other {}} : {after, number} lignes sur {rows, number} dans le pays',
  'clause.layer.part': '{file}, {sheet} : {count, number} {shape, select, points {points} lines {lignes} areas {surfaces} other {lignes}}',
};
