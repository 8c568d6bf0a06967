/** Texts of family P. `{count}` occurrences at admin level `{level}`. */
import type en from '../../en/findings/pcodes.ts';

export default {
  'finding.pcode.missing.title': 'P-code em falta',
  'finding.pcode.missing':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {não tem} other {não têm}} P-code; dê a cada uma o seu código, pois sem ele nenhum dado se lhe pode juntar.',
  'finding.pcode.filler.title': 'Linhas sem código num nível parcial',
  'finding.pcode.filler':
    '{count, plural, one {# linha} other {# linhas}} de adm{level}, que só cobre parte do país, {count, plural, one {não tem P-code e parece só completar o mapa; fica} other {não têm P-code e parecem só completar o mapa; ficam}} fora do nível publicado. Verifique que nenhuma é uma unidade real.',
  'finding.pcode.number.title': 'P-code guardado como número',
  'finding.pcode.number':
    'P-codes de adm{level} guardados como números e não como texto (comprimentos {widths}): {count, number}. Podem ter-se perdido zeros iniciais; guarde a coluna como texto e reponha os zeros.',
  'finding.pcode.scientific.title': 'P-code em notação científica',
  'finding.pcode.scientific':
    'P-codes de adm{level} que uma folha de cálculo converteu em notação científica, perdendo algarismos: {count, number}; copie-os de novo da fonte.',
  'finding.pcode.lost-zero.title': 'Zeros perdidos num P-code',
  'finding.pcode.lost-zero':
    '{count, plural, one {# P-code} other {# P-codes}} de adm{level} {count, plural, one {é demasiado curto e corresponderia} other {são demasiado curtos e corresponderiam}} à unidade superior com os zeros repostos; reponha-os na sua fonte.',
  'finding.pcode.delimiter.title': 'Separador ou espaço num P-code',
  'finding.pcode.delimiter': 'P-codes de adm{level} com um espaço ou um dos sinais . - _ /: {affected, number}; escreva-os sem ele.',
  'finding.pcode.character.title': 'Carácter inválido num P-code',
  'finding.pcode.character': 'P-codes de adm{level} com caracteres diferentes de A–Z e 0–9: {affected, number}; corrija-os.',
  'finding.pcode.letters.title': 'Letras depois do prefixo',
  'finding.pcode.letters':
    'P-codes de adm{level} com letras depois do prefixo do país: {affected, number}. Recomendam-se só algarismos; mantenha as letras apenas se forem os códigos oficiais.',
  'finding.pcode.special.title': 'Código de área especial',
  'finding.pcode.special':
    'Linhas de adm{level} com um código como “Conflict”, “Unspecified” ou 0 em vez de P-code: {affected, number}; aceite-as como áreas especiais ou dê-lhes códigos.',
  'finding.pcode.prefix-country.title': 'Prefixo de outro país',
  'finding.pcode.prefix-country':
    'P-codes de adm{level} que não começam por {prefix}, o código deste país: {affected, number}; corrija-os ou retire as linhas.',
  'finding.pcode.prefix-missing.title': 'Sem prefixo do país',
  'finding.pcode.prefix-missing':
    'P-codes de adm{level} sem prefixo do país: {affected, number}; escreva {prefix} antes deles, para que se possam juntar aos dados de população e 3W.',
  'finding.pcode.prefix-iso3.title': 'Prefixo de três letras',
  'finding.pcode.prefix-iso3':
    'P-codes de adm{level} que começam pelo código de três letras do país: {affected, number}. A especificação pede {prefix}; ficam como estão. Mude-os só numa versão principal, porque os dados que lhes estão associados também têm de mudar.',
  'finding.pcode.prefix-case.title': 'Prefixo em minúsculas',
  'finding.pcode.prefix-case': 'P-codes de adm{level} com o prefixo em minúsculas: {affected, number}; escreva {prefix}.',
  'finding.pcode.long.title': 'P-code demasiado longo',
  'finding.pcode.long': 'P-codes de adm{level} com mais de 20 caracteres: {count, number}; encurte-os.',
  'finding.pcode.length.title': 'P-codes de comprimentos diferentes',
  'finding.pcode.length':
    'P-codes de adm{level} que não têm {usual, number} caracteres como os outros: {count, number} (comprimentos: {lengths}); procure zeros perdidos ou erros de escrita.',
  'finding.pcode.duplicate.title': 'P-code usado duas vezes',
  'finding.pcode.duplicate':
    'P-codes que aparecem mais de uma vez em adm{level} para unidades diferentes: {count, number}; dê a cada unidade o seu próprio código.',
  'finding.pcode.nesting.title': 'O P-code não começa pelo da unidade superior',
  'finding.pcode.nesting':
    'P-codes de adm{level} que não começam pelo código da unidade superior, quando {follows} de {total, number} começam: {count, number}; corrija o código ou a unidade superior.',
  'finding.pcode.not-nested.title': 'Os códigos não estão encaixados',
  'finding.pcode.not-nested':
    'Os códigos de adm{level} não se baseiam nos do nível superior ({follows} de {total, number} baseiam-se); as unidades superiores vêm da sua própria coluna. Não é preciso fazer nada se for o sistema oficial.',
  'finding.pcode.two-names.title': 'Um código, dois nomes',
  'finding.pcode.two-names': 'Códigos de adm{ancestor} que aparecem com mais de um nome em adm{level}: {count, number}; use um só nome por código.',
  'finding.pcode.reused.title': 'Código reutilizado para outro lugar',
  'finding.pcode.reused':
    'P-codes de adm{level} que pertenciam a outro lugar na versão publicada: {count, number}. Dê códigos novos às novas unidades, ou as tabelas associadas aos antigos mostrarão lugares errados.',
  'finding.pcode.recoded.title': 'Mesmo lugar, novo código',
  'finding.pcode.recoded':
    'Unidades de adm{level} que mantêm o contorno mas têm um P-code diferente do da versão publicada: {count, number}; anuncie-o com a edição, porque os dados associados têm de ser recodificados.',
  'finding.pcode.room.title': 'Sem códigos para novas unidades',
  'finding.pcode.room':
    '{count, plural, one {# unidade superior usou} other {# unidades superiores usaram}} quase todos os códigos que os algarismos de adm{level} permitem; preveja mais um algarismo.',
} satisfies Record<keyof typeof en, string>;
