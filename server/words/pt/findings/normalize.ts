/** Texts of what normalizing altered, assumed or could not know. */
import type en from '../../en/findings/normalize.ts';

export default {
  'finding.normalize.columns-renamed.title': 'Cabeçalhos reconhecidos',
  'finding.normalize.columns-renamed':
    '{count, plural, one {# coluna de adm{level} tinha um cabeçalho antigo ou local e foi lida} other {# colunas de adm{level} tinham um cabeçalho antigo ou local e foram lidas}} como a coluna da especificação; verifique a lista.',
  'finding.normalize.columns-inferred.title': 'Colunas deduzidas dos valores',
  'finding.normalize.columns-inferred':
    '{count, plural, one {# coluna de adm{level} não tinha cabeçalho conhecido e foi deduzida} other {# colunas de adm{level} não tinham cabeçalho conhecido e foram deduzidas}} dos valores; confirme que a lista está certa.',
  'finding.normalize.columns-left-out.title': 'Colunas omitidas',
  'finding.normalize.columns-left-out':
    '{count, plural, one {# coluna de adm{level} era interna de outro programa ou é recalculada, e foi omitida} other {# colunas de adm{level} eram internas de outro programa ou são recalculadas, e foram omitidas}}: {list}. Não é preciso fazer nada.',
  'finding.normalize.columns-used.title': 'Colunas usadas',
  'finding.normalize.columns-used': 'As unidades baseiam-se em {count, plural, one {# coluna} other {# colunas}}; verifique se cada uma contém o que foi lido.',
  'finding.normalize.as-said.title': 'Lido como definido para este carregamento',
  'finding.normalize.as-said':
    '{count, plural, one {# definição de coluna ou camada foi aplicada como uma pessoa a indicou} other {# definições de colunas ou camadas foram aplicadas como uma pessoa as indicou}} para este carregamento. Nada a fazer.',
  'finding.normalize.as-before.title': 'Lido como definido antes',
  'finding.normalize.as-before':
    '{count, plural, one {# definição de coluna ou camada foi aplicada como uma pessoa a indicou} other {# definições de colunas ou camadas foram aplicadas como uma pessoa as indicou}} em {date, day} para {file}, cujas camadas têm as mesmas colunas. Verifique a lista e corrija na página do rascunho o que não vale para este carregamento.',
  'finding.normalize.names-tidied.title': 'Nomes limpos',
  'finding.normalize.names-tidied':
    '{count, plural, one {# nome de adm{level} perdeu espaços a mais ou foi passado} other {# nomes de adm{level} perderam espaços a mais ou foram passados}} para uma só forma Unicode; corrija-{count, plural, one {o} other {os}} na fonte.',
  'finding.normalize.codes-tidied.title': 'P-codes limpos',
  'finding.normalize.codes-tidied':
    '{count, plural, one {# P-code de adm{level} tinha espaços no início ou no fim, que foram retirados; corrija-o} other {# P-codes de adm{level} tinham espaços no início ou no fim, que foram retirados; corrija-os}} na fonte.',
  'finding.normalize.codes-from-numbers.title': 'P-codes guardados como números',
  'finding.normalize.codes-from-numbers':
    '{count, plural, one {# P-code de adm{level} era um número e foi convertido} other {# P-codes de adm{level} eram números e foram convertidos}} em texto (por exemplo {example}); podem ter-se perdido zeros iniciais, guarde os códigos como texto na fonte.',
  'finding.normalize.dates-emptied.title': 'Datas de preenchimento',
  'finding.normalize.dates-emptied':
    '{count, plural, one {# data em {column} de adm{level} só significava “sem data” (como 1899-12-30) e foi lida como vazia} other {# datas em {column} de adm{level} só significavam “sem data” (como 1899-12-30) e foram lidas como vazias}}. Não é preciso fazer nada.',
  'finding.normalize.dates-unreadable.title': 'Datas ilegíveis',
  'finding.normalize.dates-unreadable':
    '{count, plural, one {# data em {column} de adm{level} é ilegível ou pode ler-se} other {# datas em {column} de adm{level} são ilegíveis ou podem ler-se}} de duas formas (por exemplo {example}); escreva as datas como 2024-03-31.',
  'finding.normalize.version-unreadable.title': 'Versão não conforme à especificação',
  'finding.normalize.version-unreadable': 'A versão “{value}” de adm{level} não tem a forma v01 ou v01.02, por isso não é usada; indique a versão ao publicar.',
  'finding.normalize.versions-differ.title': 'Os níveis indicam versões diferentes',
  'finding.normalize.versions-differ':
    'Os níveis indicam {count, number} versões diferentes ({list}); propõe-se a mais alta. Verifique se os ficheiros pertencem ao mesmo conjunto.',
  'finding.normalize.rings-turned.title': 'Anéis reorientados',
  'finding.normalize.rings-turned':
    '{count, plural, one {# anel de adm{level} foi invertido} other {# anéis de adm{level} foram invertidos}} para o sentido da RFC 7946 (anéis exteriores no sentido contrário aos ponteiros do relógio); as formas não mudam. Não é preciso fazer nada.',
  'finding.normalize.parents-from-names.title': 'Unidades superiores encontradas pelo nome',
  'finding.normalize.parents-from-names':
    '{count, plural, one {# unidade de adm{level} não indica P-code de adm{ancestor}; a sua unidade superior foi encontrada pelo nome indicado} other {# unidades de adm{level} não indicam P-code de adm{ancestor}; as suas unidades superiores foram encontradas pelos nomes indicados}}. Acrescente a coluna adm{ancestor}_pcode.',
  'finding.normalize.parents-from-geometry.title': 'Unidades superiores encontradas pela posição',
  'finding.normalize.parents-from-geometry':
    '{count, plural, one {# unidade de adm{level} não indica P-code de adm{ancestor}; foi atribuída} other {# unidades de adm{level} não indicam P-code de adm{ancestor}; cada uma foi atribuída}} à unidade que contém a maior parte da sua área. Acrescente a coluna adm{ancestor}_pcode.',
  'finding.normalize.parent-code-unknown.title': 'Código da unidade superior ausente da sua camada',
  'finding.normalize.parent-code-unknown':
    '{count, plural, one {# unidade de adm{level} indica um P-code que a camada adm{ancestor} não tem; foi atribuída} other {# unidades de adm{level} indicam um P-code que a camada adm{ancestor} não tem; cada uma foi atribuída}} à unidade em que está. Corrija adm{ancestor}_pcode numa das duas camadas.',
  'finding.normalize.parent-doubtful.title': 'Unidade superior duvidosa',
  'finding.normalize.parent-doubtful':
    '{count, plural, one {# unidade de adm{level} atravessa} other {# unidades de adm{level} atravessam}} um limite de adm{ancestor}, por isso a unidade superior encontrada pela posição é duvidosa; veja cada uma e indique a sua unidade superior.',
  'finding.normalize.parent-unknown.title': 'Unidade superior não encontrada',
  'finding.normalize.parent-unknown':
    '{count, plural, one {# unidade de adm{level} não tem unidade de adm{ancestor}: nenhuma é indicada e nenhuma a contém. Indique a sua unidade superior.} other {# unidades de adm{level} não têm unidade de adm{ancestor}: nenhuma é indicada e nenhuma as contém. Indique as suas unidades superiores.}}',
  'finding.normalize.names-from-reference.title': 'Nomes de referência usados como nomes',
  'finding.normalize.names-from-reference':
    'adm{level} não tem coluna de nomes, por isso usam-se os nomes de referência em {column}; acrescente adm{level}_name.',
  'finding.normalize.language-guessed.title': 'Língua presumida',
  'finding.normalize.language-guessed':
    'Nenhuma coluna diz a língua de {column} em adm{level}; pela escrita e pelos outros nomes da camada, presumiu-se “{lang}”. Indique-a em lang, lang1….',
  'finding.normalize.language-unknown.title': 'Língua não indicada',
  'finding.normalize.language-unknown': 'Nada diz a língua dos nomes de adm{level}; ficam como “und” (indeterminada). Indique-a em lang.',
  'finding.normalize.foreign-ids.title': 'Identificadores que não são P-codes',
  'finding.normalize.foreign-ids':
    'adm{level} não tem P-codes: {column} contém identificadores de {source}, que não são os P-codes do país, por isso não permitem juntar dados. Acrescente os códigos do país, ou use a camada do COD.',
  'finding.normalize.level-from-name.title': 'Nível obtido do nome do ficheiro',
  'finding.normalize.level-from-name':
    'Nenhuma coluna diz o nível administrativo de {layer}; pelo nome, presumiu-se adm{level}. Use as colunas da especificação, como adm{level}_pcode.',
  'finding.normalize.layer-ignored.title': 'Camada não usada',
  'finding.normalize.layer-ignored':
    'A camada {layer} não foi usada: {reason, select, empty {não tem linhas} no_geometry {as linhas não têm geometria, por isso é uma tabela} not_used {foi definida como não usada} other {nem as colunas nem o nome indicam um nível administrativo}}.',
  'finding.normalize.layer-duplicate.title': 'Segunda camada para um nível',
  'finding.normalize.layer-duplicate': 'Há mais de uma camada para adm{level}: usou-se {kept} e não {layer}. Retire a que não quer.',
  'finding.normalize.level-partial.title': 'Nível que cobre só parte do país',
  'finding.normalize.level-partial':
    'adm{level} cobre {share, number}% do país, por isso fica como nível parcial; os níveis superiores vêm de adm{base}. Indique nas ressalvas que parte cobre. {blank, plural, =0 {} one {# das suas linhas não tem P-code.} other {# das suas linhas não têm P-code.}}',
  'finding.normalize.rows-merged.title': 'Linhas de uma unidade juntas',
  'finding.normalize.rows-merged':
    '{count, plural, one {# unidade de adm{level} ocupava várias linhas (mesmo P-code, nome e unidade superior) e é publicada como uma só; junte-as} other {# unidades de adm{level} ocupavam cada uma várias linhas (mesmo P-code, nome e unidade superior) e são publicadas como uma só cada; junte-as}} na fonte.',
  'finding.normalize.codes-of-several.title': 'P-codes de várias unidades',
  'finding.normalize.codes-of-several':
    '{count, plural, one {# P-code de adm{level} corresponde a várias unidades com nomes diferentes, que são publicadas separadamente} other {# P-codes de adm{level} correspondem cada um a várias unidades com nomes diferentes, que são publicadas separadamente}}. Verifique a qual delas foi atribuída cada unidade do nível inferior e dê a cada unidade o seu próprio P-code.',
  'finding.normalize.parents-without-code.title': 'Unidades superiores sem P-code',
  'finding.normalize.parents-without-code':
    'Há unidades de adm{level} sem P-code; as unidades do nível inferior foram-lhes atribuídas pelo nome da unidade superior ou pela localização. Verifique as atribuições e acrescente os códigos.',
  'finding.normalize.level-derived.title': 'Nível criado a partir do inferior',
  'finding.normalize.level-derived':
    'adm{level} não foi carregado; {count, plural, one {a sua unidade foi criada} other {as suas # unidades foram criadas}} juntando as unidades de adm{base}. Verifique os nomes, ou carregue o nível.',
  'finding.normalize.country-code-assumed.title': 'P-code do país presumido',
  'finding.normalize.country-code-assumed':
    'Nenhum ficheiro indica adm0_pcode; usou-se “{code}”, o código ISO de {country}. Acrescente adm0_pcode e adm0_name.',
  'finding.normalize.units-not-drawn.title': 'Unidades sem unidades inferiores',
  'finding.normalize.units-not-drawn':
    '{count, plural, one {# unidade de adm{level} não tem} other {# unidades de adm{level} não têm}} nenhuma unidade de adm{base} e por isso não {count, plural, one {tem} other {têm}} área nas camadas publicadas; acrescente as unidades em falta ou corrija os códigos das unidades superiores.',
  'finding.normalize.outlines-mended.title': 'Contornos corrigidos para a publicação',
  'finding.normalize.outlines-mended':
    '{count, plural, one {# contorno de adm{level} cruza-se ou toca-se a si próprio e é publicado corrigido; a sua área muda} other {# contornos de adm{level} cruzam-se ou tocam-se a si próprios e são publicados corrigidos; as suas áreas mudam}} no máximo {percent, number}%. Verifique cada um e corrija a fonte.',
  'finding.normalize.level-dissolved.title': 'Os limites de um nível superior seguem os das unidades inferiores',
  'finding.normalize.level-dissolved':
    'adm{level} é publicado juntando as unidades de adm{base}, para que todos os limites coincidam. {count, plural, one {# unidade difere} other {# unidades diferem}} da camada enviada, até {distance, m}.',
  'finding.normalize.level-as-uploaded.title': 'Nível superior tal como foi carregado',
  'finding.normalize.level-as-uploaded':
    'adm{level} é publicado tal como foi carregado, como alguém definiu, e não a partir das unidades de adm{base}{count, plural, one {: # unidade difere} other {: # unidades diferem}}, até {distance, most}. O ficheiro de linhas segue adm{base}.',
  'finding.normalize.drawing-does-not-nest.title': 'Traçado carregado não mantido',
  'finding.normalize.drawing-does-not-nest':
    'adm{level} devia ser publicado tal como foi carregado, como definido para um carregamento anterior, mas não encaixa: {count, plural, one {# unidade ultrapassa} other {# unidades ultrapassam}} a unidade superior. É formado a partir das unidades de adm{base}. Corrija o traçado ou defina como este nível é publicado.',
  'finding.normalize.language-local.title': 'Língua do país',
  'finding.normalize.language-local':
    'Pelo cabeçalho, a coluna {column} de adm{level} estaria em “{suffix}”, que não é língua deste país; foi lida como “{lang}”. Use esse código no cabeçalho.',
} satisfies Record<keyof typeof en, string>;
