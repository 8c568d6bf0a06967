/** Texts of family N. `{count}` occurrences in column `{column}` at admin level `{level}`. */
import type en from '../../en/findings/names.ts';

export default {
  'finding.name.missing.title': 'Nome em falta',
  'finding.name.missing':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {não tem} other {não têm}} nome; preencha {column}.',
  'finding.name.missing-other.title': 'Nome em falta numa língua',
  'finding.name.missing-other': 'Unidades de adm{level} sem nome em “{lang}”, embora quase todas as outras o tenham: {count, number}; preencha {column}.',
  'finding.name.long.title': 'Nome com mais de 100 caracteres',
  'finding.name.long': 'Nomes com mais de 100 caracteres em {column}: {count, number}; encurte-os.',
  'finding.name.whitespace.title': 'Espaços a mais nos nomes',
  'finding.name.whitespace':
    'Nomes em {column} que começam ou acabam com um espaço ou têm espaços duplos: {count, number}. Os nomes publicados são limpos; corrija também a sua fonte.',
  'finding.name.invisible.title': 'Caracteres invisíveis nos nomes',
  'finding.name.invisible':
    'Nomes em {column} com caracteres invisíveis (espaços não separáveis, marcas de direcção, caracteres de controlo), pelo que nomes iguais não coincidem: {count, number}; retire-os na sua fonte.',
  'finding.name.unnormalized.title': 'Forma Unicode',
  'finding.name.unnormalized':
    'Nomes em {column} que escrevem os acentos como caracteres separados: {count, number}. Os nomes publicados estão na forma habitual (NFC). Não é preciso fazer nada.',
  'finding.name.encoding.title': 'Letras erradas',
  'finding.name.encoding':
    'Nomes em {column} com letras erradas, por terem sido lidos ou guardados com a codificação errada: {count, number}; carregue o ficheiro com a codificação certa ou corrija os nomes.',
  'finding.name.lost-letters.title': 'Letras perdidas',
  'finding.name.lost-letters':
    'Nomes em {column} com «?» ou outro sinal no lugar de letras perdidas, porque o ficheiro foi guardado numa codificação que não as tem: {count, number}; exporte-o de novo em UTF-8 ou recupere os nomes de outra fonte.',
  'finding.name.case.title': 'Tudo em maiúsculas ou em minúsculas',
  'finding.name.case': 'Nomes em {column} todos em maiúsculas ou todos em minúsculas: {count, number}; escreva-os como num mapa.',
  'finding.name.particle.title': 'Partícula com maiúscula dentro de um nome',
  'finding.name.particle':
    'Nomes em {column} com uma partícula em maiúscula (“De”, “Of”, “Al-”) dentro do nome: {count, number}; a especificação pede minúsculas. Escreva-a em minúscula na sua fonte.',
  'finding.name.no-letter.title': 'Nome sem letras',
  'finding.name.no-letter': 'Nomes em {column} sem uma única letra: {count, number}; escreva os nomes.',
  'finding.name.placeholder.title': 'Texto de preenchimento em vez de nome',
  'finding.name.placeholder':
    'Células de {column} que contêm um texto de preenchimento (n/a, desconhecido, o próprio código) em vez de um nome: {count, number}; escreva o nome.',
  'finding.name.special-area.title': 'Área especial',
  'finding.name.special-area':
    'Linhas de {column} indicadas como disputadas, não atribuídas ou em conflito: {count, number}; aceite-as como áreas especiais com um motivo, ou dê-lhes nome.',
  'finding.name.code-inside.title': 'Código dentro de um nome',
  'finding.name.code-inside': 'Nomes em {column} que contêm um código: {count, number}; mantenha os códigos na sua própria coluna.',
  'finding.name.letters.title': 'Letras de outra língua',
  'finding.name.letters': 'Nomes em {column} com caracteres que “{lang}” não tem ({characters}): {count, number}; corrija os nomes ou a língua indicada.',
  'finding.name.mixed-word.title': 'Duas escritas numa palavra',
  'finding.name.mixed-word':
    'Nomes em {column} que misturam letras de duas escritas numa palavra (um “a” latino numa palavra cirílica): {count, number}. Nunca coincidem; escreva-os de novo.',
  'finding.name.mixed-column.title': 'Escrita diferente do resto da coluna',
  'finding.name.mixed-column':
    'Nomes em {column} com letras de escrita diferente das restantes ({script}): {count, number}; mude-os para a coluna da sua língua.',
  'finding.name.duplicate.title': 'O mesmo nome duas vezes numa unidade superior',
  'finding.name.duplicate':
    'Nomes que aparecem mais de uma vez na mesma unidade superior em adm{level}: {count, number}. Não permitem juntar tabelas sem códigos; acrescente o que distingue as unidades.',
  'finding.name.near-duplicate.title': 'Quase o mesmo nome',
  'finding.name.near-duplicate':
    'Pares de unidades da mesma unidade superior em adm{level} cujos nomes só diferem em maiúsculas, acentos ou pontuação: {count, number}; verifique se são dois lugares.',
  'finding.name.country.title': 'O nome do país difere de UN M49',
  'finding.name.country': 'O país não tem em “{lang}” o nome que as Nações Unidas usam: “{expected}”; use esse nome em {column}.',
  'finding.name.iso3166-2.title': 'Grafia diferente da ISO 3166-2',
  'finding.name.iso3166-2':
    'Nomes de adm{level} com grafia diferente da ISO 3166-2, que pode ser mais antiga: {count, number}; compare-os com os nomes próximos indicados.',
  'finding.name.abbreviation.title': 'Abreviado só em alguns nomes',
  'finding.name.abbreviation': '{column} escreve {count, plural, one {uma palavra} other {# palavras}} por extenso e abreviada; escolha uma forma.',
  'finding.name.language.title': 'Nomes sem língua',
  'finding.name.language':
    '{column} de adm{level} tem nomes, mas nada diz em que língua; indique-a (lang, lang1 …), para que os leitores recebam nomes que possam ler.',
} satisfies Record<keyof typeof en, string>;
