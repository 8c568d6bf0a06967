/** Why a table is refused: what the file is, and what to do. */
import type en from '../en/refusals.ts';

export default {
  'refusal.xls':
    '{file} é um ficheiro Excel antigo (.xls, 1997–2003), que aqui não é lido. Abra-o num programa de folhas de cálculo, guarde-o como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.xlsb':
    '{file} é um livro binário do Excel (.xlsb), que aqui não é lido. Abra-o num programa de folhas de cálculo, guarde-o como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.numbers':
    '{file} é um ficheiro Apple Numbers, que aqui não é lido. Abra-o num programa de folhas de cálculo, guarde-o como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.webPage':
    '{file} é uma página web e não uma folha de cálculo, diga o nome o que disser: alguns sistemas exportam assim as tabelas. Abra-o num programa de folhas de cálculo, guarde-o como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.xml2003':
    '{file} é uma folha de cálculo XML do Excel 2003, que aqui não é lida. Abra-a num programa de folhas de cálculo, guarde-a como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.otherDocument':
    '{file} é um documento de escritório e não uma folha de cálculo. Abra-o num programa de folhas de cálculo, guarde-o como .xlsx, .ods ou CSV e carregue esse ficheiro.',
  'refusal.password': '{file} está protegido por palavra-passe. Retire a palavra-passe no programa com que foi feito, guarde-o e carregue-o de novo.',
  'refusal.drawing':
    'adm{level} de {file} não pode ser publicado tal como foi carregado, porque não encaixa: {count, plural, one {# unidade ultrapassa} other {# unidades ultrapassam}} a unidade superior ({units}). Corrija o traçado ou deixe que seja formado a partir de adm{base}.',
  'refusal.openQuote':
    '{file} não pode ser lido como CSV depois da linha {row}: uma célula entre aspas nunca é fechada. Corrija essa linha ou guarde de novo a tabela como CSV.',
  'refusal.cutShort':
    '{file} termina a meio da linha {row}: há {cells} de {width} células ({text}). O ficheiro foi cortado no caminho. Descarregue-o ou exporte-o de novo e carregue o ficheiro completo; se a linha estiver completa, termine-a com uma quebra de linha.',
  'refusal.columns': 'Estas colunas não podem ser usadas. {faults}',
  'refusal.answers':
    'O que indicou sobre as colunas ou as camadas não pode ser usado. {faults} Parta das colunas e camadas de check --format json e altere o que estiver errado.',
  'refusal.columnsFile':
    '{file} não pode ser usado como ficheiro de colunas. {faults} Parta das colunas e camadas de check --format json e altere o que estiver errado.',
  'refusal.metadataFile': '{file} não pode ser usado como metadados. {faults} Pode conter {fields, list}.',
  'refusal.plan': '{file} não contém nenhum plano de reparação. {faults} Use um plano escrito por codmap repair --plan --out.',
} satisfies Record<keyof typeof en, string>;
