/** The same as in problems.ts, of looking up units and of files made on request. */
export default {
  'problem.lookup.asked': 'Peça uma só coisa: code, ou name (com within e level), ou lon e lat.',
  'problem.lookup.columns': 'As colunas não são indicadas como lista JSON, cada uma com column, role e level.',
  'problem.lookup.format': 'As tabelas recebem P-codes em CSV ou XLSX. Guarde esta num destes formatos.',
  'problem.lookup.no-columns': 'Nenhuma coluna diz onde estão as linhas. Indique qual, ou veja ?answer=summary.',
  'problem.lookup.no-outlines': 'Os contornos desta versão não estão guardados, por isso não se podem procurar lugares nela.',
  'problem.lookup.no-rows': 'O ficheiro não tem linhas abaixo de um cabeçalho.',
  'problem.lookup.too-heavy': 'A tabela precisou de demasiado tempo ou memória. Divida-a, ou use codmap pcode no servidor.',
  'problem.lookup.too-many-rows': 'Uma tabela pode ter 100 000 linhas. Divida esta.',
};
