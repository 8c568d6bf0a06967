/** Problems of sheets and of series of them. */
export default {
  'problem.series.empty': 'There is nothing to make a series of: the map shows no cluster, region or organisation of this kind.',
  'problem.series.no-clusters': 'Only a map of a 3W can be printed by cluster or organisation. Print it by admin 1.',
  'problem.series.no-regions': 'A series by admin 1 needs a map of a level below it. Choose a lower level.',
  'problem.series.not-made': 'This series has not been made yet, or is kept no longer. Start it, and fetch it when it is ready.',
  'problem.series.too-many': 'The series would have too many sheets. Count fewer clusters or organisations.',
  'problem.series.unknown': 'There is no such series in the making; it may have been stopped by a restart. Start it again.',
  'problem.sheet.absent':
    'Sheets need optional packages that this installation lacks (`@myriaddreamin/typst-ts-node-compiler` and its fonts). Install them, or print the page of the map.',
  'problem.sheet.no-panels': 'Only a map that counts a 3W with clusters has a small map for each. Print it as one map.',
  'problem.sheet.page': 'The sheet has fewer pages.',
  'problem.sheet.too-long': 'The sheet took too much time or memory and was stopped. Try a higher level or A4.',
};
