/** Texts of families F and S: files, levels, columns, computed values, companion layers. */
import type en from '../../en/findings/schema.ts';

export default {
  'finding.level.missing.title': 'Nível em falta',
  'finding.level.missing': 'adm{level} não está no carregamento e não pode ser criado a partir de um nível inferior; acrescente-o.',
  'finding.level.derived.title': 'Nível criado por agregação',
  'finding.level.derived': 'adm{level} não está no carregamento; foi criado agregando o nível inferior. Verifique os nomes, ou acrescente a camada.',
  'finding.level.duplicate.title': 'Duas camadas para um nível',
  'finding.level.duplicate':
    '{count, plural, one {# camada foi omitida} other {# camadas foram omitidas}} porque se usou outra do mesmo nível; carregue só as certas.',
  'finding.level.rows.title': 'Número de linhas',
  'finding.level.rows':
    'adm{level} {rows, plural, =0 {não tem linhas} one {tem # linha} other {tem # linhas}}; adm0 tem de ter exactamente uma, os outros níveis pelo menos uma. Junte as linhas, ou acrescente o que falta.',
  'finding.file.name.title': 'Nome da camada',
  'finding.file.name':
    '{count, plural, one {# camada não tem} other {# camadas não têm}} o nome que a especificação pede; os ficheiros a descarregar têm. Não é preciso fazer nada.',
  'finding.file.encoding.title': 'Texto com letras erradas',
  'finding.file.encoding':
    '{count, plural, one {# coluna} other {# colunas}} de adm{level} {count, plural, one {foi lida ou guardada} other {foram lidas ou guardadas}} com a codificação errada; carregue o ficheiro com a codificação certa.',
  'finding.column.required.title': 'Falta uma coluna obrigatória',
  'finding.column.required':
    'adm{level} não tem coluna para o seu próprio código ou nome (faltam {count, number}); acrescente-a ou dê-lhe o nome da especificação.',
  'finding.column.ancestors.title': 'Faltam colunas dos níveis superiores',
  'finding.column.ancestors':
    'adm{level} não tem {count, plural, one {# coluna} other {# colunas}} com códigos ou nomes dos níveis superiores; foram preenchidas a partir das camadas superiores ou pela posição. Verifique algumas.',
  'finding.column.conventions.title': 'Colunas com nomes diferentes consoante o nível',
  'finding.column.conventions':
    'Os níveis dão nomes às colunas de {styles} formas diferentes; passaram a ter os nomes da especificação. Não é preciso fazer nada.',
  'finding.column.extra.title': 'Colunas adicionais',
  'finding.column.extra':
    'adm{level} tem {count, plural, one {# coluna} other {# colunas}} além da especificação; ficam depois das normais. Retire da sua fonte o que ninguém precisa.',
  'finding.column.order.title': 'Ordem das colunas',
  'finding.column.order':
    'As colunas de adm{level} não estão na ordem da especificação (primeiro o próprio nível, depois para cima); nos ficheiros a descarregar estão. Não é preciso fazer nada.',
  'finding.computed.area.title': 'A área indicada está errada',
  'finding.computed.area':
    'A área indicada de {count, plural, one {# unidade} other {# unidades}} de adm{level} difere em mais de 1% da do contorno; a área publicada é calculada a partir do contorno. Retire a coluna, ou recalcule-a.',
  'finding.computed.center.title': 'Centro indicado fora da sua unidade',
  'finding.computed.center':
    'O centro indicado de {count, plural, one {# unidade} other {# unidades}} de adm{level} está fora da unidade; o centro publicado está dentro. Retire as colunas, ou recalcule-as.',
  'finding.capital.outside.title': 'Capital fora da sua unidade',
  'finding.capital.outside':
    '{count, plural, one {# capital está} other {# capitais estão}} fora da unidade cujo código {count, plural, one {tem} other {têm}}; corrija a posição ou o código.',
  'finding.capital.uncoded.title': 'Capital sem código conhecido',
  'finding.capital.uncoded':
    '{count, plural, one {# capital não tem} other {# capitais não têm}} P-code dos limites; dê-{count, plural, one {lhe} other {lhes}} o código da {count, plural, one {sua} other {sua}} unidade.',
  'finding.capital.missing.title': 'Unidade sem capital',
  'finding.capital.missing':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} {count, plural, one {não tem} other {não têm}} capital na camada de capitais; acrescente-a.',
  'finding.gazetteer.missing.title': 'Unidade em falta no dicionário toponímico',
  'finding.gazetteer.missing':
    '{count, plural, one {# unidade} other {# unidades}} de adm{level} não {count, plural, one {está} other {estão}} no dicionário toponímico carregado; corrija um dos dois.',
  'finding.gazetteer.extra.title': 'Código do dicionário toponímico sem unidade',
  'finding.gazetteer.extra':
    'O dicionário toponímico tem {count, plural, one {# código} other {# códigos}} que nenhuma unidade de adm{level} tem; corrija um dos dois.',
  'finding.gazetteer.name.title': 'Outro nome no dicionário toponímico',
  'finding.gazetteer.name': '{table} dá a {count, plural, one {# unidade} other {# unidades}} de adm{level} um nome que a camada não tem; corrija um dos dois.',
} satisfies Record<keyof typeof en, string>;
