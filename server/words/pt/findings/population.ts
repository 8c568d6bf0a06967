/** Texts of findings on COD-PS, reading and levels; sums and plausibility are in populationValues.ts. */
import type en from '../../en/findings/population.ts';

export default {
  'finding.population.sheets-ignored.title': 'Folhas não usadas',
  'finding.population.sheets-ignored':
    '{count, plural, one {# folha não contém população, ou está oculta, e foi omitida} other {# folhas não contêm população, ou estão ocultas, e foram omitidas}}; verifique se nenhuma faz falta.',
  'finding.population.columns-used.title': 'Colunas usadas',
  'finding.population.columns-used':
    'Os números baseiam-se em {count, plural, one {# coluna} other {# colunas}}; verifique que cada uma contém o que foi lido.',
  'finding.population.columns-ignored.title': 'Colunas não usadas',
  'finding.population.columns-ignored':
    '{count, plural, one {# coluna não foi reconhecida} other {# colunas não foram reconhecidas}} como código, nome, sexo ou idade e {count, plural, one {foi omitida} other {foram omitidas}}; mude o nome das que fazem falta.',
  'finding.population.rows-left-out.title': 'Linhas omitidas',
  'finding.population.rows-left-out':
    '{count, plural, one {# linha é um total, uma nota ou um cabeçalho repetido e foi omitida} other {# linhas são totais, notas ou cabeçalhos repetidos e foram omitidas}}; verifique a lista.',
  'finding.population.other-countries.title': 'Outros países',
  'finding.population.other-countries':
    '{count, plural, one {# linha pertence} other {# linhas pertencem}} a países que não {country} e {count, plural, one {foi omitida} other {foram omitidas}}; carregue o ficheiro de novo para cada país necessário.',
  'finding.population.other-years.title': 'Vários anos',
  'finding.population.other-years':
    'A tabela tem colunas de vários anos: usou-se {year} e omitiu-se {years}. Para escolher outro ano, carregue uma tabela só com esse ano.',
  'finding.population.ages-from-dates.title': 'Grupos etários transformados em datas',
  'finding.population.ages-from-dates':
    'Uma folha de cálculo transformou {count, plural, one {# grupo etário} other {# grupos etários}} em datas; {count, plural, one {foi lido como o grupo etário original} other {foram lidos como os grupos etários originais}}. Verifique a lista.',
  'finding.population.ages-doubt.title': 'Que grupo etário?',
  'finding.population.ages-doubt':
    'Uma folha de cálculo transformou {count, plural, one {# grupo etário} other {# grupos etários}} em datas, e cada uma pode ser de dois grupos; {count, plural, one {foi omitido} other {foram omitidos}}. Indique que grupo é a coluna, ou corrija o cabeçalho e carregue de novo.',
  'finding.population.source-totals.title': 'Totais com o nome da fonte',
  'finding.population.source-totals':
    '{count, plural, one {# coluna tem o nome da sua fonte e foi lida} other {# colunas têm o nome da sua fonte e foram lidas}} como {count, plural, one {um total} other {totais}} de pessoas. Se estiver errado, diga o que {count, plural, one {a coluna é} other {as colunas são}}.',
  'finding.population.numbers-doubt.title': 'Milhares ou decimais?',
  'finding.population.numbers-doubt':
    '{sheet} tem números como {sample}: são {thousands, number} pessoas ou {decimals, number}? {count, plural, one {# célula foi lida} other {# células foram lidas}} como milhares. Indique como as colunas escrevem os números, ou escreva-os sem separadores e carregue de novo.',
  'finding.population.columns-disagree.title': 'Duas colunas contradizem-se',
  'finding.population.columns-disagree':
    'As colunas {first} e {second} de {sheet} são do mesmo grupo e diferem em {count, plural, one {# linha} other {# linhas}}: qual está certa? Leu-se a primeira; retire a errada ou mude-lhe o nome.',
  'finding.population.column-repeated.title': 'Coluna repetida',
  'finding.population.column-repeated': 'Duas colunas dão o mesmo grupo com os mesmos valores; leu-se a primeira. Não é preciso fazer nada.',
  'finding.population.earlier-years.title': 'Anos anteriores',
  'finding.population.earlier-years':
    '{count, plural, one {# linha dá} other {# linhas dão}} um ano anterior de uma unidade que tem outro mais recente e {count, plural, one {foi omitida} other {foram omitidas}}; para escolher outro ano, carregue só esse.',
  'finding.population.level-gap.title': 'Nível em falta',
  'finding.population.level-gap':
    'Falta {levels} entre os níveis administrativos deste carregamento, por isso as somas não se podem verificar de um nível para outro; acrescente a sua folha ou ficheiro.',
  'finding.population.level-missing.title': 'Níveis que não estão no carregamento',
  'finding.population.level-missing':
    'Falta neste carregamento {levels}, que os limites têm; acrescente-{count, plural, one {o} other {os}} se houver números.',
  'finding.population.level-not-in-boundaries.title': 'Nível sem limites',
  'finding.population.level-not-in-boundaries':
    'Os limites não têm {levels}, por isso os seus números não se podem verificar com eles nem mostrar num mapa; publique limites desse nível.',
  'finding.population.level-repeated.title': 'Nível repetido',
  'finding.population.level-repeated':
    '{count, plural, one {Mais # tabela contém} other {Mais # tabelas contêm}} adm{level}; usou-se {used}. Carregue uma tabela por nível.',
  'finding.population.text-columns.title': 'Colunas de texto em vez de números',
  'finding.population.text-columns':
    '{count, plural, one {# tabela contém} other {# tabelas contêm}} sobretudo texto nas colunas de números de pessoas e {count, plural, one {foi omitida} other {foram omitidas}}; corrija as colunas.',
  'finding.population.no-code-column.title': 'Sem coluna de P-codes',
  'finding.population.no-code-column':
    '{count, plural, one {# tabela tem} other {# tabelas têm}} população mas nenhuma coluna de P-codes (ADM2_PCODE, admin2Pcode), por isso nada se pode juntar; acrescente essa coluna.',
  'finding.population.unknown-level.title': 'Nível desconhecido',
  'finding.population.unknown-level':
    '{count, plural, one {# tabela não indica} other {# tabelas não indicam}} o seu nível administrativo; chame ADM1_PCODE, ADM2_PCODE … à coluna de códigos ou adm1, adm2 … à folha.',
  'finding.population.no-name.title': 'Sem nomes',
  'finding.population.no-name':
    '{sheet} não tem coluna de nomes de adm{level}, por isso os códigos não se podem comparar com nomes; acrescente ADM{level}_PT ou semelhante.',
  'finding.population.no-pcode.title': 'Linhas sem P-code',
  'finding.population.no-pcode':
    '{count, plural, one {# linha de adm{level} não tem P-code e não pode ser localizada} other {# linhas de adm{level} não têm P-code e não podem ser localizadas}}; preencha o código.',
  'finding.population.duplicate.title': 'P-code repetido',
  'finding.population.duplicate':
    '{count, plural, one {# P-code está} other {# P-codes estão}} em mais de uma linha de adm{level}; dê a cada unidade o seu código, ou junte as linhas. Até lá, as linhas do mesmo código são somadas.',
  'finding.population.repeated-value.title': 'Valor repetido',
  'finding.population.repeated-value':
    '{count, plural, one {# valor é dado} other {# valores são dados}} duas vezes para a mesma unidade, sexo e idade em adm{level}; manteve-se o primeiro. Retire o outro.',
  'finding.population.code-scientific.title': 'Código em notação científica',
  'finding.population.code-scientific':
    'Uma folha de cálculo transformou {count, plural, one {# código} other {# códigos}} de adm{level} em números como 1.01E+05 e perdeu algarismos; formate a coluna como texto e escreva os códigos de novo.',
  'finding.population.unknown-code.title': 'P-code que não está nos limites',
  'finding.population.unknown-code':
    '{count, plural, one {# unidade de adm{level} tem um P-code} other {# unidades de adm{level} têm P-codes}} que {boundaries} não tem; corrija o código, ou publique os limites que o têm. Indicam-se códigos próximos e unidades do mesmo nome para escolher.',
  'finding.population.missing-unit.title': 'Unidade sem população',
  'finding.population.missing-unit':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} em {boundaries} {count, plural, one {não tem} other {não têm}} linha neste carregamento; acrescente-{count, plural, one {a} other {as}}, ou corrija os códigos que {count, plural, one {a} other {as}} deviam indicar.',
  'finding.population.code-repaired.title': 'P-code corrigido',
  'finding.population.code-repaired':
    '{count, plural, one {# P-code de adm{level} escreve-se} other {# P-codes de adm{level} escrevem-se}} de outra forma em {boundaries} e {count, plural, one {foi associado} other {foram associados}} após correcção (prefixo do país, zeros, grafia); verifique a lista.',
  'finding.population.no-year.title': 'Sem ano de referência',
  'finding.population.no-year': 'Nada em {sheet} diz a que ano se refere adm{level}; acrescente uma coluna “year” ou ponha o ano no nome do ficheiro.',
  'finding.population.years-mixed.title': 'Vários anos',
  'finding.population.years-mixed':
    'adm{level} contém números de vários anos ({years}; {count, plural, one {# linha} other {# linhas}} que não são do mais recente) e é publicado como {year}; carregue um só ano.',
  'finding.population.year-future.title': 'Ano no futuro',
  'finding.population.year-future': 'Os números de adm{level} são de {year}, um ano futuro; indique nos metadados que são uma projecção, ou corrija o ano.',
  'finding.population.year-old.title': 'Números antigos',
  'finding.population.year-old': 'Os números de adm{level} têm {age, number} anos ({year}); procure outros mais recentes.',
  'finding.population.no-source.title': 'Sem fonte',
  'finding.population.no-source': 'Nem o ficheiro nem os metadados indicam a fonte dos números; preencha-a antes de publicar.',
  'finding.population.no-boundaries.title': 'Não associado a limites',
  'finding.population.no-boundaries':
    'Não há aqui limites publicados (COD-AB) de {country}, por isso os códigos não foram comparados e não fica registada nenhuma versão dos limites; publique-os e carregue este ficheiro de novo.',
} satisfies Record<keyof typeof en, string>;
