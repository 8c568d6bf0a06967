/** The same as in problems.ts, of looking up units and of files made on request. */
export default {
  'problem.lookup.asked': 'Demandez une seule chose : code, ou name (avec within et level), ou lon et lat.',
  'problem.lookup.columns': 'Les colonnes ne sont pas indiquées en liste JSON, chacune avec column, role et level.',
  'problem.lookup.format': 'Les tableaux reçoivent des P-codes en CSV ou en XLSX. Enregistrez celui-ci dans l’un de ces formats.',
  'problem.lookup.no-columns': 'Aucune colonne n’indique le lieu des lignes. Indiquez laquelle, ou voyez ?answer=summary.',
  'problem.lookup.no-outlines': 'Les contours de cette version ne sont pas conservés : on ne peut pas y chercher de lieux.',
  'problem.lookup.no-rows': 'Le fichier n’a aucune ligne sous un en-tête.',
  'problem.lookup.too-heavy': 'Le tableau a pris trop de temps ou de mémoire. Divisez-le, ou utilisez codmap pcode sur le serveur.',
  'problem.lookup.too-many-rows': 'Un tableau peut avoir 100 000 lignes. Divisez celui-ci.',
};
