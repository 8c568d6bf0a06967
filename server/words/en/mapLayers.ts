/** What maps say of their layers. */
export default {
  'layer.points': 'Points',
  'layer.lines': 'Lines',
  'layer.areas': 'Areas',
  'layer.others': 'Others',
  'layer.until': 'valid until {date}',
  'layer.old': 'out of date since {date}',
  'layer.left': 'Layer {title}: {n, number} not shown, for lack of room.',
  'layer.small': 'Small maps and tables show no layers.',
  'layer.closed.counts': 'The layer {title} is sensitive: only counts by area may be given, so it is not drawn.',
  'layer.closed.restricted': 'The layer {title} is not shared with everybody, so it is not drawn.',
  'layer.closed.unknown': 'A layer of this map is no longer published, so it is not drawn.',
  'layer.summary': 'With the layer {title}: {n, number}.',
};
