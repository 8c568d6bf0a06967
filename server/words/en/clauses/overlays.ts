/** Details of findings on map layers, and what is asked about their coordinates. */
export default {
  'clause.why.wkt': 'its cells are geometry as text: {samples, list}',
  'clause.layer.row': 'row {row, raw}',
  'clause.layer.unread': 'row {row, raw}: “{text}”',
  'clause.layer.near': 'row {row, raw}, counted in {unit}',
  'clause.layer.stack': '{count, number} features',
  'clause.layer.states': 'row {row, raw} states {stated}, but lies in {unit}',
  'clause.layer.dropped':
    'row {row, raw}: {why, select, empty {no geometry} shape {another kind of geometry than the layer} broken {coordinates that cannot be drawn} zero {at 0, 0, which a person confirmed is no place} other {left out}}',
  'clause.layer.mend':
    '{is, select, swap {latitude and longitude are exchanged} commas {a comma is read as the decimal sign} degrees {degrees and minutes are converted} zero {0, 0 is taken as no place} crs {the coordinates are converted from the coordinate system that was named} other {corrected}}',
  'clause.question.swap':
    'Latitude and longitude seem to be exchanged, as in {samples, list}. Rows in the country: {before, number} as written, {after, number} once exchanged. Exchange them?',
  'clause.question.commas':
    'Coordinates are written with a comma, as in {samples, list}. Is it the decimal sign? Rows in the country if read so: {after, number} of {rows, number}.',
  'clause.question.degrees':
    'Coordinates are written in degrees and minutes, as in {samples, list}. Convert them? Rows in the country once converted: {after, number} of {rows, number}.',
  'clause.question.zero': 'Rows at latitude 0, longitude 0, which is what an empty form says: {rows, number}. Do they have no place?',
  'clause.question.crs': 'These coordinates are not degrees: {samples, list}. In which coordinate system are they?',
  'clause.question.part': 'The files hold several tables or kinds of features. Which of them is the layer?',
  'clause.layer.pair': '{written} → {read}',
  'clause.layer.yes':
    '{is, select, swap {Yes, exchange them} commas {Yes, it is the decimal sign} degrees {Yes, convert them} zero {Yes, they have no place} other {Yes}}',
  'clause.layer.no': 'No, leave them as they are written',
  'clause.layer.system': '{crs}{swap, select, yes { with x and y exchanged} other {}}: {after, number} of {rows, number} rows in the country',
  'clause.layer.part': '{file}, {sheet}: {count, number} {shape, select, points {points} lines {lines} areas {areas} other {rows}}',
};
