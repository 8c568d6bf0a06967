/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'There is nothing to make a series of: the map shows no cluster, region or organisation of this kind.',
  'problem.series.no-clusters': 'Clusters and organisations come from a 3W: only a map of one can be printed by them. Open the 3W of the country for that.',
  'problem.series.no-regions': 'A series by admin 1 needs a map of a lower level. Show admin 2 or lower.',
  'problem.series.not-made': 'This series has not been made yet, or is kept no longer. Start it, and fetch it when it is ready.',
  'problem.series.too-many': 'A series has at most 150 sheets, and this one would have more. Filter the map to fewer clusters or organisations.',
  'problem.series.too-long': 'The series took too much time or memory and was stopped. Filter the map to fewer sheets, or choose a higher level.',
  'problem.series.closed': 'This 3W is sensitive, so sheets name no organisation. Print it by cluster or by admin 1.',
  'problem.series.unknown': 'There is no such series in the making; it may have been stopped by a restart. Start it again.',
  'problem.sheet.absent':
    'Sheets need optional packages that this installation lacks (`@myriaddreamin/typst-ts-node-compiler` and its fonts). Install them, or print the page of the map.',
  'problem.sheet.no-panels': 'Only a map that counts a 3W has a small map for each cluster or organisation. Print it as one map.',
  'problem.sheet.page': 'The sheet has fewer pages.',
  'problem.sheet.too-long': 'The sheet took too much time or memory and was stopped. Try a higher level or A4.',
};
