/** Texts of findings on 3W: sectors, organisations, dates and contents. */
import type en from '../../en/findings/presenceValues.ts';

export default {
  'finding.presence.no-sector-column.title': 'Sem sectores',
  'finding.presence.no-sector-column': 'Nenhuma coluna contém sectores ou clusters, por isso não é possível contar por sector. Indique a coluna, se houver.',
  'finding.presence.sector-open.title': 'Cluster incerto',
  'finding.presence.sector-open':
    'Em {count, plural, one {# linha} other {# linhas}} o cluster está escrito de uma forma que não corresponde com certeza a um código. {count, plural, one {É mantido, contado e mostrado} other {São mantidos, contados e mostrados}} com as palavras do ficheiro; indique uma vez para o país o que significa cada grafia.',
  'finding.presence.org-type-open.title': 'Tipo de organização incerto',
  'finding.presence.org-type-open':
    'Em {count, plural, one {# linha} other {# linhas}} o tipo de organização não corresponde com certeza a um código; indique o que significa cada grafia.',
  'finding.presence.merge-proposed.title': 'Talvez a mesma organização',
  'finding.presence.merge-proposed':
    '{count, plural, one {# par de organizações pode ser} other {# pares de organizações podem ser}} a mesma organização com duas grafias; nada foi fundido. Indique quais são a mesma.',
  'finding.presence.organisations-joined.title': 'Grafias contadas como uma organização',
  'finding.presence.organisations-joined':
    '{count, plural, one {# organização está escrita de várias formas e conta-se} other {# organizações estão escritas de várias formas e contam-se}} uma vez, pelo nome oficial e pela sigla; verifique a lista.',
  'finding.presence.organisations-several.title': 'Talvez várias organizações',
  'finding.presence.organisations-several':
    '{count, plural, one {# nome parece conter vários valores mas conta} other {# nomes parecem conter vários valores mas contam cada um}} como uma organização; indique o separador na revisão das colunas.',
  'finding.presence.formula.title': 'Texto que parece uma fórmula',
  'finding.presence.formula':
    '{count, plural, one {# nome ou actividade começa} other {# nomes ou actividades começam}} como uma fórmula de folha de cálculo; mantém-se como texto e é inofensivo em todas as exportações. Corrija a fonte.',
  'finding.presence.markup.title': 'Marcação web num texto',
  'finding.presence.markup':
    '{count, plural, one {# nome ou actividade contém} other {# nomes ou actividades contêm}} marcação de páginas web; mostra-se como texto simples e nunca é executada. Corrija a fonte.',
  'finding.presence.period-proposed.title': 'Período não indicado',
  'finding.presence.period-proposed':
    '{rows, plural, one {# linha não tem} other {# linhas não têm}} data completa; o nome do ficheiro ou da folha sugere o período de {start} a {end}. Confirme o período para o usar.',
  'finding.presence.period-missing.title': 'Período não indicado',
  'finding.presence.period-missing':
    '{rows, plural, one {# linha não tem} other {# linhas não têm}} data, e nada diz que período o ficheiro cobre; indique o período.',
  'finding.presence.date-odd.title': 'Datas inverosímeis',
  'finding.presence.date-odd':
    '{count, plural, one {# data é um zero da folha de cálculo ou está} other {# datas são zeros da folha de cálculo ou estão}} a anos de distância de todas as outras. As linhas contam, mas em nenhum período, até indicar na revisão o que {count, plural, one {significa} other {significam}}.',
  'finding.presence.calendar-turned.title': 'Datas noutro calendário',
  'finding.presence.calendar-turned':
    '{count, plural, one {# coluna contém} other {# colunas contêm}} datas noutro calendário; foram convertidas em datas gregorianas. Se estiver errado, indique-o na revisão.',
  'finding.presence.calendar-told.title': 'Calendário não convertido',
  'finding.presence.calendar-told':
    '{count, plural, one {# coluna contém} other {# colunas contêm}} datas de um calendário que aqui não é convertido; as linhas não recebem período {count, plural, one {dela} other {delas}}. Acrescente uma coluna com datas gregorianas, ou indique o período de todo o ficheiro.',
  'finding.presence.date-unreadable.title': 'Data ilegível',
  'finding.presence.date-unreadable':
    '{count, plural, one {# data é ilegível, ou pode ler-se} other {# datas são ilegíveis, ou podem ler-se}} de duas formas; escreva as datas como AAAA-MM-DD.',
  'finding.presence.people-unreadable.title': 'Número de pessoas ilegível',
  'finding.presence.people-unreadable':
    '{count, plural, one {# número de pessoas foi omitido} other {# números de pessoas foram omitidos}}: não é um número, é inferior a zero, tem decimais, ou lê-se de duas formas, como 1.500. Escreva números inteiros sem separadores.',
  'finding.presence.end-before-start.title': 'Fim antes do início',
  'finding.presence.end-before-start': '{count, plural, one {# linha acaba} other {# linhas acabam}} antes de começar; corrija as datas.',
  'finding.presence.duplicate.title': 'Linhas repetidas',
  'finding.presence.duplicate':
    '{count, plural, one {# linha repete} other {# linhas repetem}} outra em todas as células; as repetições mudam os números de actividades e de pessoas, nunca os de organizações. Retire as cópias.',
} satisfies Record<keyof typeof en, string>;
