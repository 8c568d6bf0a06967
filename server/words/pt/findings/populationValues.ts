/** Texts of findings on COD-PS: cells, bands, sums and plausibility. */
import type en from '../../en/findings/populationValues.ts';

export default {
  'finding.population.not-a-number.title': 'Texto em vez de números',
  'finding.population.not-a-number':
    '{count, plural, one {# célula} other {# células}} de adm{level} {count, plural, one {contém} other {contêm}} texto em vez de um número de pessoas; {count, plural, one {o seu valor é desconhecido até ser corrigido} other {os seus valores são desconhecidos até serem corrigidos}}. Os outros números foram lidos e fica um rascunho para mostrar onde está o texto; assim não pode ser publicado.',
  'finding.population.negative.title': 'Número negativo',
  'finding.population.negative':
    '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {é inferior} other {são inferiores}} a zero; corrija-{count, plural, one {o} other {os}}.',
  'finding.population.not-available.title': 'Não disponível',
  'finding.population.not-available':
    '{count, plural, one {# célula} other {# células}} de adm{level} {count, plural, one {diz} other {dizem}} “não disponível” (NA, n/a, –) e {count, plural, one {fica desconhecida} other {ficam desconhecidas}}, não zero; preencha o que se souber.',
  'finding.population.not-whole.title': 'Número não inteiro',
  'finding.population.not-whole':
    '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {não é um número inteiro} other {não são números inteiros}} de pessoas; {count, plural, one {mantém-se como está} other {mantêm-se como estão}}. Arredonde na fonte se quiser.',
  'finding.population.in-thousands.title': 'Milhares perdidos',
  'finding.population.in-thousands':
    'Em “{sheet}” nenhum número de pessoas chega a 1000 e {count, plural, one {# tem} many {# têm} other {# têm}} casas decimais ({samples}). Ou uma folha de cálculo tomou os pontos dos milhares por decimais, ou as pessoas estão contadas em milhares. Indique pessoas inteiras.',
  'finding.population.scientific.title': 'Notação científica',
  'finding.population.scientific':
    '{count, plural, one {# valor} other {# valores}} de adm{level} {count, plural, one {está escrito} other {estão escritos}} como 1.2E+05, e podem ter-se perdido algarismos; escreva-{count, plural, one {o} other {os}} por inteiro.',
  'finding.population.separated.title': 'Separadores de milhares',
  'finding.population.separated':
    '{count, plural, one {# coluna} other {# colunas}} de adm{level} {count, plural, one {escreve} other {escrevem}} números com separadores de milhares ({values, plural, one {# valor} other {# valores}}), lidos como números; verifique alguns.',
  'finding.population.bad-band.title': 'Grupo etário invertido',
  'finding.population.bad-band':
    '{count, plural, one {# cabeçalho indica} other {# cabeçalhos indicam}} um grupo etário que acaba antes de começar; corrija o cabeçalho.',
  'finding.population.unread-band.title': 'Sexo ou idade não reconhecidos',
  'finding.population.unread-band':
    '{count, plural, one {# linha de adm{level} tem um texto de sexo ou idade que não se pôde ler; fica como grupo com esse nome} other {# linhas de adm{level} têm textos de sexo ou idade que não se puderam ler; ficam como grupos com esses nomes}}. Escreva f, m ou t e idades como 0-4 ou 80+.',
  'finding.population.bands-hole.title': 'Lacuna entre grupos etários',
  'finding.population.bands-hole':
    'adm{level} tem {count, plural, one {# lacuna} other {# lacunas}} entre grupos etários, por isso algumas idades não estão em nenhum; acrescente os grupos em falta.',
  'finding.population.bands-overlap.title': 'Grupos etários sobrepostos',
  'finding.population.bands-overlap':
    '{count, plural, one {# grupo etário} other {# grupos etários}} de adm{level} {count, plural, one {sobrepõe-se} other {sobrepõem-se}} a outros, por isso as pessoas seriam contadas duas vezes numa soma; mantêm-se mas ficam fora das somas. Não é preciso fazer nada se um for a soma de outros.',
  'finding.population.bands-closed.title': 'Último grupo etário não aberto',
  'finding.population.bands-closed':
    'O último grupo etário de adm{level} não é aberto ({count, plural, one {# sexo} other {# sexos}}), por isso as pessoas mais velhas não estão em nenhum; dê-lhe um nome como 80Plus.',
  'finding.population.sex-sum.title': 'Mulheres e homens: soma',
  'finding.population.sex-sum':
    'Mulheres e homens não somam o total em {count, number} de {compared, number} casos em adm{level}, com diferenças até {largest, number} pessoas; corrija os números ou explique-os nas ressalvas.',
  'finding.population.sex-sum-rounding.title': 'Mulheres e homens: arredondamento',
  'finding.population.sex-sum-rounding':
    'Mulheres e homens não somam o total em {count, number} de {compared, number} casos em adm{level}, com diferenças até {largest, number}: arredondamento, ou menos de 0,1%. Não é preciso fazer nada.',
  'finding.population.age-sum.title': 'Grupos etários: soma',
  'finding.population.age-sum':
    'Os grupos etários não somam o total do seu sexo em {count, number} de {compared, number} casos em adm{level}, com diferenças até {largest, number} pessoas; corrija os números ou explique-os nas ressalvas.',
  'finding.population.age-sum-rounding.title': 'Grupos etários: arredondamento',
  'finding.population.age-sum-rounding':
    'Os grupos etários não somam o total do seu sexo em {count, number} de {compared, number} casos em adm{level}, com diferenças até {largest, number}: arredondamento, ou menos de 0,1%. Não é preciso fazer nada.',
  'finding.population.parent-sum.title': 'Unidades inferiores: soma',
  'finding.population.parent-sum':
    'As unidades inferiores não somam a unidade superior em {count, number} de {compared, number} casos de {below} para adm{level}, com diferenças até {largest, number} pessoas; corrija os números ou explique-os nas ressalvas.',
  'finding.population.parent-sum-rounding.title': 'Unidades inferiores: arredondamento',
  'finding.population.parent-sum-rounding':
    'As unidades inferiores não somam a unidade superior em {count, number} de {compared, number} casos de {below} para adm{level}, com diferenças até {largest, number}: arredondamento, ou menos de 0,1%. Não é preciso fazer nada.',
  'finding.population.parent-unknown.title': 'Unidade superior em falta',
  'finding.population.parent-unknown':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {pertence} other {pertencem}} a um código que {above} não tem; corrija esse código ou acrescente a sua linha.',
  'finding.population.childless.title': 'Sem unidades inferiores',
  'finding.population.childless':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {não tem} other {não têm}} nenhuma unidade em {below}; acrescente as linhas ou corrija os códigos.',
  'finding.population.years-differ.title': 'Níveis de anos diferentes',
  'finding.population.years-differ':
    'adm{level} é de {year} e {above} de {yearAbove}, por isso as somas não foram comparadas. Carregue números do mesmo ano se as somas importarem.',
  'finding.population.reference.title': 'Comparado com a referência',
  'finding.population.reference':
    'O país tem aqui {total, number} pessoas e {reference, number} em {source} ({year}), uma diferença de {percent, number}%. Explique uma diferença grande nas ressalvas.',
  'finding.population.zero.title': 'População zero',
  'finding.population.zero':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {tem} other {têm}} população zero; se for verdade (um parque, pessoas contadas numa unidade vizinha), indique-o nas ressalvas.',
  'finding.population.no-total.title': 'População desconhecida',
  'finding.population.no-total':
    '{count, plural, one {# unidade de adm{level} não tem população total e aparece} other {# unidades de adm{level} não têm população total e aparecem}} como “sem dados”. Preencha o que se souber.',
  'finding.population.density.title': 'Densidade invulgar',
  'finding.population.density':
    '{count, plural, one {# unidade de adm{level} é muito mais ou muito menos densa} other {# unidades de adm{level} são muito mais ou muito menos densas}} do que as restantes; verifique se o código e o número se correspondem.',
  'finding.population.sex-ratio.title': 'Razão de sexos invulgar',
  'finding.population.sex-ratio':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {tem} other {têm}} menos de 80 ou mais de 125 homens por 100 mulheres; verifique os números.',
  'finding.population.age-share.title': 'Proporção etária invulgar',
  'finding.population.age-share':
    'A proporção de um grupo etário está muito longe das restantes em {count, plural, one {# caso} other {# casos}} em adm{level}; verifique os números.',
} satisfies Record<keyof typeof en, string>;
