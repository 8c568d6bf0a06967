/** Texts of findings on indicators: what was read, which areas are no unit, what contradicts itself. Nothing of it is mended. */
export default {
  'finding.indicators.columns-used.title': 'Leitura das colunas',
  'finding.indicators.columns-used': '{count, plural, one {Foi usada # coluna} other {Foram usadas # colunas}}; verifique o que cada uma contém.',
  'finding.indicators.column-asked.title': 'Colunas duvidosas',
  'finding.indicators.column-asked': '{count, plural, one {# coluna não é certa} other {# colunas não são certas}}; responda às perguntas antes de publicar.',
  'finding.indicators.columns-unread.title': 'Números sem título claro',
  'finding.indicators.columns-unread':
    '{count, plural, one {# coluna de números foi posta de lado} other {# colunas de números foram postas de lado}}: nenhum título diz o que medem. Indique-o se for importante.',
  'finding.indicators.sheets-left.title': 'Folhas não lidas',
  'finding.indicators.sheets-left': '{count, plural, one {# folha não foi lida} other {# folhas não foram lidas}}; verifique a lista.',
  'finding.indicators.rows-left-out.title': 'Linhas postas de lado',
  'finding.indicators.rows-left-out':
    '{count, plural, one {# linha é um total, uma nota ou um título repetido e foi posta de lado} other {# linhas são totais, notas ou títulos repetidos e foram postas de lado}}; verifique a lista.',
  'finding.indicators.other-country.title': 'Linhas de outros países',
  'finding.indicators.other-country':
    '{count, plural, one {# linha é} other {# linhas são}} de outros países e não fazem parte deste conjunto de dados; carregue o ficheiro também para esses países, se precisar.',
  'finding.indicators.tag-differs.title': 'Etiqueta e título diferentes',
  'finding.indicators.tag-differs': 'Em {count, plural, one {# coluna} other {# colunas}} a etiqueta HXL diz outra coisa que o título; usou-se o título.',
  'finding.indicators.year-of-name.title': 'Ano tirado de um nome',
  'finding.indicators.year-of-name': 'Nenhuma coluna indica um período; {year} vem de «{name}». Indique o período se for outro.',
  'finding.indicators.no-period.title': 'Sem período',
  'finding.indicators.no-period': 'Nem o ficheiro nem o seu nome indicam um período; diga de quando são os valores.',
  'finding.indicators.layout-changed.title': 'Outro formato',
  'finding.indicators.layout-changed':
    'A versão anterior tinha o formato {before}, este ficheiro {now}. Se for outra fonte, dê-lhe um conjunto de dados próprio.',
  'finding.indicators.not-listed.title': 'Indicadores fora da lista acordada',
  'finding.indicators.not-listed':
    '{count, plural, one {# indicador não está} other {# indicadores não estão}} na lista acordada do país; {count, plural, one {proponha-o} other {proponha-os}} ou ligue as colunas a códigos da lista.',
  'finding.indicators.retired.title': 'Indicadores retirados',
  'finding.indicators.retired':
    '{count, plural, one {# indicador foi retirado} other {# indicadores foram retirados}} da lista acordada; verifique se outro tomou o seu lugar.',
  'finding.indicators.no-boundaries.title': 'Sem limites',
  'finding.indicators.no-boundaries':
    'Não há limites administrativos (COD-AB) de {country} publicados aqui, por isso nenhuma área pôde ser localizada; publique-os primeiro e carregue este ficheiro outra vez.',
  'finding.indicators.not-placed.title': 'Áreas fora do mapa',
  'finding.indicators.not-placed':
    '{count, plural, one {# linha é} other {# linhas são}} de áreas que não são, ou não com certeza, uma unidade dos limites. Mantêm o seu nome e somam-se à parte; uma pessoa pode atribuí-las a unidades.',
  'finding.indicators.code-repaired.title': 'Códigos retificados',
  'finding.indicators.code-repaired':
    'Em {count, plural, one {# linha} other {# linhas}} o código estava escrito noutro estilo e foi retificado; corrija a fonte.',
  'finding.indicators.name-differs.title': 'Nomes diferentes do da unidade',
  'finding.indicators.name-differs':
    '{count, plural, one {# área tem} other {# áreas têm}} um código certo e outro nome; verifique se o código é o pretendido.',
  'finding.indicators.mapped.title': 'Áreas atribuídas por uma pessoa',
  'finding.indicators.mapped':
    '{count, plural, one {# área foi atribuída} other {# áreas foram atribuídas}} a unidades com partes; os valores no mapa são estimativas.',
  'finding.indicators.no-data.title': 'Sem dados',
  'finding.indicators.no-data': '{count, plural, one {# célula não tem} other {# células não têm}} nada, um traço ou um erro: sem dados, o que não é zero.',
  'finding.indicators.not-number.title': 'Textos em vez de números',
  'finding.indicators.not-number':
    '{count, plural, one {# célula tem} other {# células têm}} um texto que não é um número e foi lido como sem dados; corrija a fonte.',
  'finding.indicators.percent.title': 'Partes em centésimos',
  'finding.indicators.percent': '{count, plural, one {# coluna tem} other {# colunas têm}} partes em centésimos, que foram divididas por 100.',
  'finding.indicators.fractional.title': 'Classes que são médias',
  'finding.indicators.fractional':
    '{count, plural, one {# valor não é} other {# valores não são}} uma classe inteira: médias feitas pela fonte. Ficam como estão.',
  'finding.indicators.class-outside.title': 'Valores fora das classes',
  'finding.indicators.class-outside': '{count, plural, one {# valor está} other {# valores estão}} fora das classes do indicador; verifique a fonte.',
  'finding.indicators.negative.title': 'Valores negativos',
  'finding.indicators.negative': '{count, plural, one {# valor é negativo} other {# valores são negativos}}; corrija a fonte.',
  'finding.indicators.final-missing.title': 'Sem valor intersetorial',
  'finding.indicators.final-missing':
    '{count, plural, one {# área tem} other {# áreas têm}} valores por setor e nenhum de conjunto. Continua em falta: os setores sobrepõem-se e nunca se somam.',
  'finding.indicators.above-population.title': 'Mais pessoas do que habitantes',
  'finding.indicators.above-population':
    'Em {count, plural, one {# área} other {# áreas}} há mais pessoas com necessidades do que população indicada; verifique qual está certa.',
  'finding.indicators.cluster-above-final.title': 'Um setor acima do conjunto',
  'finding.indicators.cluster-above-final': 'Em {count, plural, one {# área} other {# áreas}} um setor tem mais pessoas com necessidades do que o conjunto.',
  'finding.indicators.target-above-need.title': 'Mais visadas do que com necessidades',
  'finding.indicators.target-above-need':
    '{count, plural, one {# valor visa} other {# valores visam}} mais pessoas do que as que têm necessidades ou estão afetadas; verifique a fonte.',
  'finding.indicators.reached-above-target.title': 'Mais alcançadas do que visadas',
  'finding.indicators.reached-above-target':
    '{count, plural, one {# valor indica} other {# valores indicam}} mais pessoas alcançadas do que visadas; verifique a fonte.',
  'finding.indicators.phases-sum.title': 'As fases não somam',
  'finding.indicators.phases-sum':
    'Em {count, plural, one {# análise} other {# análises}} de uma área as fases 1 a 5 não somam a população analisada, por mais de 1 %; verifique a fonte.',
  'finding.indicators.phase3-sum.title': 'A fase 3+ não é a soma',
  'finding.indicators.phase3-sum':
    'Em {count, plural, one {# análise} other {# análises}} de uma área a fase 3+ não é a soma das fases 3, 4 e 5; verifique a fonte.',
  'finding.indicators.national-sum.title': 'As unidades não somam o valor nacional',
  'finding.indicators.national-sum':
    '{count, plural, one {# indicador tem} other {# indicadores têm}} um valor nacional que não é a soma das suas unidades; ambos se mantêm.',
  'finding.indicators.repeated-key.title': 'Linhas que repetem uma chave',
  'finding.indicators.repeated-key':
    '{count, plural, one {# linha repete} other {# linhas repetem}} área, período e indicador de outra. Não se somam; se diferem, não se mostra valor. Corrija a fonte.',
  'finding.indicators.period-overlap.title': 'Períodos que se sobrepõem',
  'finding.indicators.period-overlap': '{count, plural, one {# par} other {# pares}} de períodos de um indicador sobrepõem-se; compare-os com cuidado.',
  'finding.indicators.no-denominator.title': 'Partes sem denominador',
  'finding.indicators.no-denominator':
    '{count, plural, one {# parte não tem} other {# partes não têm}} denominador no ficheiro e não podem ser dadas para níveis superiores.',
  'finding.indicators.code-styles.title': 'Uma unidade com dois estilos de código',
  'finding.indicators.code-styles':
    '{count, plural, one {# unidade aparece} other {# unidades aparecem}} no ficheiro com dois estilos de código; verifique que nada é contado duas vezes.',
  'finding.indicators.changed.title': 'Mudanças de mais do triplo',
  'finding.indicators.changed':
    '{count, plural, one {# valor é} other {# valores são}} mais do triplo, ou menos de um terço, do de {version}; verifique ambos.',
  'finding.read.indicatorsBeside.title': 'Indicadores não usados',
  'finding.read.indicatorsBeside':
    '{files} {count, plural, one {parece um ficheiro} other {parecem ficheiros}} de indicadores. Deste carregamento só se usaram os limites; carregue-{count, plural, one {o} other {os}} à parte.',
};
