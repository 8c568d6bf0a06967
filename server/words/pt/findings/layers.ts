/** Texts of families L, D and R: language, date and version columns of a layer. */
import type en from '../../en/findings/layers.ts';

export default {
  'finding.lang.missing.title': 'Falta a coluna de língua',
  'finding.lang.missing': 'adm{level} não tem coluna `lang` e os cabeçalhos não indicam a língua dos nomes; indique-a.',
  'finding.lang.from-headings.title': 'Língua obtida dos cabeçalhos',
  'finding.lang.from-headings':
    'adm{level} não tem coluna `lang`; as línguas ({languages}) foram obtidas dos cabeçalhos e escritas no ficheiro publicado. Não é preciso fazer nada.',
  'finding.lang.blank.title': 'Linhas sem língua',
  'finding.lang.blank': 'Algumas linhas de adm{level} têm `lang` vazio; preencha o mesmo código em todas.',
  'finding.lang.varies.title': 'Várias línguas numa coluna',
  'finding.lang.varies':
    'A coluna {column} de adm{level} indica mais de uma língua; uma coluna de nomes tem uma só língua em toda a camada. Dê aos outros nomes uma coluna própria.',
  'finding.lang.unknown.title': 'Código de língua desconhecido',
  'finding.lang.unknown':
    'adm{level} usa {count, plural, one {um código de língua} other {# códigos de língua}} que a BCP 47 não conhece; escreva por exemplo fr, ar ou uk.',
  'finding.lang.not-romanized.title': 'Nomes principais não romanizados',
  'finding.lang.not-romanized':
    'Os nomes principais de adm{level} estão na escrita {script}; a especificação pede primeiro os nomes romanizados e depois os outros. Acrescente antes uma coluna de nomes romanizados.',
  'finding.lang.deeper.title': 'Língua em falta no nível superior',
  'finding.lang.deeper':
    'adm{level} tem nomes em {count, plural, one {uma língua} other {# línguas}} que adm{above} não tem; acrescente-os a adm{above}, para que os mapas se leiam da mesma forma em todos os níveis.',
  'finding.lang.label.title': 'A etiqueta de língua pode estar errada',
  'finding.lang.label': 'Os nomes de adm{level} não parecem ser da língua indicada; verifique-a.',
  'finding.date.missing.title': 'Falta a coluna de data',
  'finding.date.missing': 'adm{level} não tem coluna {column}; indique a data no formulário de metadados.',
  'finding.date.blank.title': 'Linhas sem data',
  'finding.date.blank':
    '{rows, plural, one {# linha de adm{level} tem} other {# linhas de adm{level} têm}} {column} vazio; preencha a data a partir da qual os limites são válidos.',
  'finding.date.varies.title': 'Várias datas numa camada',
  'finding.date.varies': '{column} de adm{level} contém mais de uma data; a especificação pede uma só para a camada. Escreva a mesma data em todas as linhas.',
  'finding.date.retired.title': 'Unidades que já não são válidas',
  'finding.date.retired':
    '{rows, plural, one {# linha de adm{level} tem} other {# linhas de adm{level} têm}} data de fim (valid_to), por isso o ficheiro considera-{rows, plural, one {a substituída} other {as substituídas}}; apague a data se estiver errada.',
  'finding.date.order.title': 'Fim antes do início',
  'finding.date.order':
    '{rows, plural, one {# linha de adm{level} acaba} other {# linhas de adm{level} acabam}} (valid_to) antes de {rows, plural, one {começar} other {começarem}} (valid_on); corrija as datas.',
  'finding.date.future.title': 'Data no futuro',
  'finding.date.future':
    '{rows, plural, one {# linha de adm{level} só é válida} other {# linhas de adm{level} só são válidas}} a partir de uma data futura; verifique valid_on.',
  'finding.date.artefact.title': 'Data de preenchimento (1899 ou 1970)',
  'finding.date.artefact':
    '{rows, plural, one {# linha de adm{level} contém} other {# linhas de adm{level} contêm}} uma data de 1899 ou 1970 que os programas escrevem em vez de “sem data”; é lida como vazia. Não é preciso fazer nada.',
  'finding.date.unreadable.title': 'Data ilegível',
  'finding.date.unreadable':
    '{rows, plural, one {# linha de adm{level} contém} other {# linhas de adm{level} contêm}} uma data ilegível ou ambígua; escreva-a como 2026-01-31.',
  'finding.date.stale.title': 'Sem revisão há mais de um ano',
  'finding.date.stale': 'A data mais recente é {newest}, há {years, plural, one {um ano} other {# anos}}; reveja os limites e registe a data da revisão.',
  'finding.date.levels.title': 'Os níveis têm datas diferentes',
  'finding.date.levels': 'Os níveis têm datas diferentes ({days}); verifique se pertencem à mesma edição.',
  'finding.version.missing.title': 'O ficheiro não tem versão',
  'finding.version.missing': 'adm{level} não indica versão; o Codmap escreve-a no ficheiro publicado. Não é preciso fazer nada.',
  'finding.version.varies.title': 'Várias versões numa camada',
  'finding.version.varies': 'adm{level} indica mais de uma versão; uma camada tem uma só. Escreva a mesma versão em todas as linhas.',
  'finding.version.pattern.title': 'Versão sem a forma v01 ou v01.02',
  'finding.version.pattern':
    'A versão de adm{level} não está escrita como v01 ou v01.02; é corrigida no ficheiro publicado quando pode ser lida. Escreva-a assim na sua fonte.',
} satisfies Record<keyof typeof en, string>;
