/** Texts of findings on 3W: what was read, where rows are, what waits for a person. Dates, organisations and content are in presenceValues.ts. */
import type en from '../../en/findings/presence.ts';

export default {
  'finding.presence.other-sheets.title': 'Outras folhas',
  'finding.presence.other-sheets':
    'Leu-se a folha “{sheet}”; {count, plural, one {# outra folha também contém} other {# outras folhas também contêm}} organizações e lugares. Escolha a folha se queria outra.',
  'finding.presence.sheet-hidden.title': 'Lida uma folha oculta',
  'finding.presence.sheet-hidden': 'Só a folha oculta “{sheet}” contém organizações e lugares, e foi lida; verifique se é a certa.',
  'finding.presence.columns-ignored.title': 'Colunas não usadas',
  'finding.presence.columns-ignored':
    '{count, plural, one {# coluna não era necessária ou não foi reconhecida} other {# colunas não eram necessárias ou não foram reconhecidas}}; indique o que {count, plural, one {contém} other {contêm}} se for importante.',
  'finding.presence.rows-left-out.title': 'Linhas omitidas',
  'finding.presence.rows-left-out':
    '{count, plural, one {# linha é um total, uma nota ou um cabeçalho repetido e foi omitida} other {# linhas são totais, notas ou cabeçalhos repetidos e foram omitidas}}; verifique a lista.',
  'finding.presence.no-organisation.title': 'Linhas sem organização',
  'finding.presence.no-organisation':
    '{count, plural, one {# linha não indica} other {# linhas não indicam}} organização e {count, plural, one {foi omitida} other {foram omitidas}}; pergunte ao parceiro que comunicou quem foi.',
  'finding.presence.organisations-missing.title': 'Organizações em falta',
  'finding.presence.organisations-missing':
    '{count, number} de {total, number} linhas não indicam organização e foram omitidas. Ou as organizações estão noutra coluna, ou um nome aparece uma só vez acima das suas linhas: escolha a coluna, ou copie os nomes para baixo e carregue de novo o ficheiro.',
  'finding.presence.profile-used.title': 'Disposição conhecida',
  'finding.presence.profile-used': 'As colunas são as de {file} e foram lidas da mesma forma. Não é preciso fazer nada.',
  'finding.presence.profile-changed.title': 'Disposição alterada',
  'finding.presence.profile-changed':
    '{count, plural, one {# coluna é nova ou desapareceu} other {# colunas são novas ou desapareceram}} desde o último ficheiro; verifique como as novas foram lidas.',
  'finding.presence.no-boundaries.title': 'Sem limites',
  'finding.presence.no-boundaries':
    'Não há aqui limites (COD-AB) de {country}, por isso nenhuma linha pôde ser localizada; carregue e publique primeiro os limites, e depois carregue de novo este ficheiro.',
  'finding.presence.level-not-in-boundaries.title': 'Nível que não está nos limites',
  'finding.presence.level-not-in-boundaries':
    '{count, plural, one {# linha indica} other {# linhas indicam}} um lugar em adm{level}, que os limites daqui não têm; {count, plural, one {é localizada} other {são localizadas}} nos níveis que têm. Publique limites desse nível para as localizar nele.',
  'finding.presence.code-name-conflict.title': 'O código e o nome contradizem-se',
  'finding.presence.code-name-conflict':
    'Em {count, plural, one {# linha} other {# linhas}} o P-code é de um lugar e o nome de outro; escolha qual está certo. Até lá {count, plural, one {fica} other {ficam}} no nível superior.',
  'finding.presence.parent-conflict.title': 'Lugar fora da sua unidade superior',
  'finding.presence.parent-conflict':
    'Em {count, plural, one {# linha} other {# linhas}} o lugar está noutra unidade superior que não a indicada; escolha qual está certa.',
  'finding.presence.code-unknown.title': 'P-code desconhecido',
  'finding.presence.code-unknown':
    '{count, plural, one {# linha tem um P-code} other {# linhas têm P-codes}} que os limites daqui não têm: retirado, mais recente, contestado ou de outro conjunto de limites. Escolha a unidade ou marque “Não é localizável”.',
  'finding.presence.code-retired.title': 'Código de uma unidade que já não existe',
  'finding.presence.code-retired':
    '{count, plural, one {# linha tem o P-code de uma unidade que foi dividida ou fundida} other {# linhas têm P-codes de unidades que foram divididas ou fundidas}} desde a versão anterior dos limites; escolha a unidade que lá está agora.',
  'finding.presence.code-other-level.title': 'Código de outro nível',
  'finding.presence.code-other-level':
    '{count, plural, one {# linha tem um P-code de outro nível} other {# linhas têm P-codes de outros níveis}} na sua coluna; verifique o que se pretendia.',
  'finding.presence.name-ambiguous.title': 'Várias unidades com esse nome',
  'finding.presence.name-ambiguous': 'Em {count, plural, one {# linha} other {# linhas}} várias unidades têm esse nome; escolha a certa.',
  'finding.presence.name-doubtful.title': 'Nome parecido, sem certeza',
  'finding.presence.name-doubtful':
    'Em {count, plural, one {# linha} other {# linhas}} o nome parece o de uma unidade, mas sem certeza; aceite uma sugestão ou escolha outra unidade.',
  'finding.presence.name-unknown.title': 'Nome desconhecido',
  'finding.presence.name-unknown':
    'Em {count, plural, one {# linha} other {# linhas}} o nome não corresponde a nenhuma unidade; escolha a unidade ou marque “Não é localizável”.',
  'finding.presence.codes-swapped.title': 'Códigos trocados',
  'finding.presence.codes-swapped':
    '{count, plural, one {# linha tem} other {# linhas têm}} o código de uma unidade e o nome de outra, e vice-versa: os dois códigos foram trocados. Corrija o ficheiro, ou escolha as unidades na lista de revisão.',
  'finding.presence.code-wanders.title': 'Códigos junto a nomes de outros lugares',
  'finding.presence.code-wanders':
    '{count, plural, one {Em # linha} other {Em # linhas}}, o P-code é de um lugar diferente do indicado pelo nome e pela área acima, e o mesmo código aparece junto a vários nomes assim. {count, plural, one {A linha foi localizada} other {Essas linhas foram localizadas}} pelo nome, que corresponde a um só lugar dessa área; corrija os códigos na fonte.',
  'finding.presence.one-deeper.title': 'Nomes de um nível abaixo da sua coluna',
  'finding.presence.one-deeper':
    '{count, plural, one {# linha indica} other {# linhas indicam}} uma unidade de um nível abaixo da sua coluna, numa área que tem uma só unidade no nível da coluna. {count, plural, one {Foi localizada} other {Foram localizadas}} na unidade indicada; verifique a lista.',
  'finding.presence.code-repaired.title': 'P-codes corrigidos',
  'finding.presence.code-repaired':
    '{count, plural, one {# P-code estava escrito de outra forma e foi lido} other {# P-codes estavam escritos de outra forma e foram lidos}} como o único código dos limites que corresponde; verifique a lista.',
  'finding.presence.name-alike.title': 'Nomes com outra grafia',
  'finding.presence.name-alike':
    '{count, plural, one {# linha foi localizada} other {# linhas foram localizadas}} por um nome que os limites escrevem de outra forma; verifique a lista.',
  'finding.presence.whole-country.title': 'País inteiro',
  'finding.presence.whole-country':
    '{count, plural, one {# linha é} other {# linhas são}} sobre o país inteiro; {count, plural, one {conta} other {contam}} para o país e não para as suas partes.',
  'finding.presence.name-differs.title': 'O nome não corresponde ao código',
  'finding.presence.name-differs':
    'Em {count, plural, one {# linha} other {# linhas}} o nome ao lado de um P-code válido não é uma grafia conhecida da sua unidade nem de outra; usou-se o código.',
  'finding.presence.without-place.title': 'Sem lugar indicado',
  'finding.presence.without-place': '{count, plural, one {# linha não indica lugar e conta} other {# linhas não indicam lugar e contam}} só para o país.',
} satisfies Record<keyof typeof en, string>;
