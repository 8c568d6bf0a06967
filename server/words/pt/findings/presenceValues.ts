/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'Sem sectores',
  'finding.presence.no-sector-column': 'Nenhuma coluna contém sectores ou clusters; não é possível contar por sector. Indique a coluna, se houver.',
  'finding.presence.sector-open.title': 'Cluster incerto',
  'finding.presence.sector-open':
    'Em {count, plural, one {# linha} other {# linhas}} o cluster está escrito de forma que não dá um código certo. {count, plural, one {É mantido, contado e mostrado} other {São mantidos, contados e mostrados}} nas palavras do ficheiro; diga uma vez para o país o que significa cada grafia.',
  'finding.presence.org-type-open.title': 'Tipo de organização incerto',
  'finding.presence.org-type-open':
    'Em {count, plural, one {# linha} other {# linhas}} o tipo de organização não dá um código certo; diga o que significa cada grafia.',
  'finding.presence.merge-proposed.title': 'Talvez uma só organização',
  'finding.presence.merge-proposed':
    '{count, plural, one {# par de organizações pode ser a mesma} other {# pares de organizações podem ser a mesma}} com duas grafias; nada foi junto. Diga quais são a mesma.',
  'finding.presence.organisations-joined.title': 'Grafias lidas como uma',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organização está escrita de várias formas e conta-se} other {# organizações estão escritas de várias formas e contam-se}} uma vez, pelo nome oficial e pela sigla; verifique a lista.',
  'finding.presence.organisations-several.title': 'Talvez várias organizações',
  'finding.presence.organisations-several':
    '{count, plural, one {# nome parece} other {# nomes parecem}} conter vários valores e {count, plural, one {conta} other {cada um conta}} como uma organização; indique o separador na revisão das colunas.',
  'finding.presence.formula.title': 'Texto que parece uma fórmula',
  'finding.presence.formula':
    '{count, plural, one {# nome ou actividade começa} other {# nomes ou actividades começam}} como uma fórmula de folha de cálculo; mantém-se como texto e é inofensivo em todas as exportações. Corrija a fonte.',
  'finding.presence.markup.title': 'Marcação num texto',
  'finding.presence.markup':
    '{count, plural, one {# nome ou actividade contém} other {# nomes ou actividades contêm}} marcação de páginas web; mostra-se como texto simples e nunca é executada. Corrija a fonte.',
  'finding.presence.period-proposed.title': 'Período não indicado',
  'finding.presence.period-proposed':
    '{rows, plural, one {# linha não tem} other {# linhas não têm}} data completa; o nome do ficheiro ou da folha sugere de {start} a {end}. Confirme o período para o usar.',
  'finding.presence.period-missing.title': 'Período não indicado',
  'finding.presence.period-missing':
    '{rows, plural, one {# linha não tem} other {# linhas não têm}} data, e nada diz que período o ficheiro cobre; indique o período.',
  'finding.presence.date-odd.title': 'Datas inverosímeis',
  'finding.presence.date-odd':
    '{count, plural, one {# data é um zero da folha de cálculo ou está} other {# datas são um zero da folha de cálculo ou estão}} a anos de distância de todas as outras. As linhas contam, mas em nenhum período, até dizer na revisão o que {count, plural, one {significa} other {significam}}.',
  'finding.presence.calendar-turned.title': 'Datas de outro calendário',
  'finding.presence.calendar-turned':
    '{count, plural, one {# coluna contém} other {# colunas contêm}} datas de outro calendário; foram convertidas em dias gregorianos. Se estiver errado, diga-o na revisão.',
  'finding.presence.calendar-told.title': 'Calendário não convertido',
  'finding.presence.calendar-told':
    '{count, plural, one {# coluna contém} other {# colunas contêm}} datas de um calendário que aqui não se converte; as linhas não têm período {count, plural, one {a partir dela} other {a partir delas}}. Acrescente uma coluna com datas gregorianas, ou indique o período de todo o ficheiro.',
  'finding.presence.date-unreadable.title': 'Data ilegível',
  'finding.presence.date-unreadable':
    '{count, plural, one {# data não se pode ler} other {# datas não se podem ler}}, ou lê-se de duas formas; escreva as datas como AAAA-MM-DD.',
  'finding.presence.people-unreadable.title': 'Número de pessoas ilegível',
  'finding.presence.people-unreadable':
    '{count, plural, one {# número de pessoas foi omitido} other {# números de pessoas foram omitidos}}: não é um número, é inferior a zero, tem fracção, ou lê-se de duas formas, como 1.500. Escreva números inteiros sem separadores.',
  'finding.presence.end-before-start.title': 'Fim antes do início',
  'finding.presence.end-before-start': '{count, plural, one {# linha acaba} other {# linhas acabam}} antes de começar; corrija as datas.',
  'finding.presence.duplicate.title': 'Linhas repetidas',
  'finding.presence.duplicate':
    '{count, plural, one {# linha repete} other {# linhas repetem}} outra em todas as células; mudam os números de actividades e de pessoas, nunca os de organizações. Retire as cópias.',
} satisfies Record<keyof typeof en, string>;
