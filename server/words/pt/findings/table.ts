/** Texts of what the table reader changed or assumed. */
import type en from '../../en/findings/table.ts';

export default {
  'finding.table.encoding-assumed.title': 'Codificação presumida',
  'finding.table.encoding-assumed':
    '{table} não está em UTF-8 e foi lida como {encoding}; se os nomes parecerem errados, carregue-a de novo e indique a codificação.',
  'finding.table.files-ignored.title': 'Ficheiros não lidos',
  'finding.table.files-ignored':
    '{count, plural, one {# ficheiro em {table} não é uma tabela e não foi lido} other {# ficheiros em {table} não são tabelas e não foram lidos}} (só se leem .csv, .tsv, .xlsx e .ods). Se algum tiver dados, guarde-o como CSV ou XLSX e carregue de novo.',
  'finding.table.header-fused.title': 'Duas linhas de cabeçalho',
  'finding.table.header-fused': 'As linhas {rows} de {table} foram lidas juntas como um cabeçalho; verifique os nomes das colunas.',
  'finding.table.formula-uncalculated.title': 'Fórmulas sem resultado',
  'finding.table.formula-uncalculated':
    '{count, plural, one {# célula de {table} contém uma fórmula sem resultado e foi lida} other {# células de {table} contêm fórmulas sem resultado e foram lidas}} como vazia. Abra o livro num programa de folhas de cálculo, guarde-o e carregue-o de novo.',
  'finding.table.merged-filled.title': 'Células unidas',
  'finding.table.merged-filled':
    '{count, plural, one {# célula} other {# células}} abaixo de células unidas de {table} {count, plural, one {recebeu} other {receberam}} o valor do bloco unido; verifique se está correcto.',
  'finding.table.hidden-rows.title': 'Linhas ocultas',
  'finding.table.hidden-rows':
    '{count, plural, one {# linha de {table} está oculta, por um filtro ou à mão, e foi lida} other {# linhas de {table} estão ocultas, por um filtro ou à mão, e foram lidas}} como as outras. Se não {count, plural, one {deve} other {devem}} contar, elimine-{count, plural, one {a} other {as}} na folha de cálculo e carregue de novo.',
  'finding.table.hidden-sheets.title': 'Folhas ocultas',
  'finding.table.hidden-sheets':
    '{count, plural, one {# folha de {file} está oculta} other {# folhas de {file} estão ocultas}}; uma folha oculta só é usada se a escolher.',
  'finding.table.invisible-characters.title': 'Caracteres invisíveis',
  'finding.table.invisible-characters':
    '{count, plural, one {# célula de {table} contém} other {# células de {table} contêm}} caracteres invisíveis (marcas de direcção, hífenes opcionais), como é frequente em texto copiado; {count, plural, one {foi lida} other {foram lidas}} sem eles. Não é preciso fazer nada.',
} satisfies Record<keyof typeof en, string>;
