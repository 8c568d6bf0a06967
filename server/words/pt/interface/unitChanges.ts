/** Why the changes of a version of the boundaries make it a major or a minor one (decision 0060). ICU message syntax. */
export default {
  'unitChange.bump.major': 'Versão maior: junções e mapas de outros podem deixar de funcionar.',
  'unitChange.bump.minor': 'Versão menor: pode ser adotada sem verificação.',
  'unitChange.bump.none': 'Não é precisa uma versão nova: nada difere.',
  'unitChange.reason.level-added': 'O nível {level} é novo',
  'unitChange.reason.level-dropped': 'O nível {level} desapareceu',
  'unitChange.reason.level-renumbered': 'O nível {level} é agora o nível {figure, number}',
  'unitChange.reason.count-changed': 'Nível {level}: {count, plural, one {# unidade a mais ou a menos} other {# unidades a mais ou a menos}}',
  'unitChange.reason.ground-moved': 'Nível {level}: {count, plural, one {o terreno de # unidade mudou} other {o terreno de # unidades mudou}} de mãos',
  'unitChange.reason.recoded-most': 'Nível {level}: a maioria dos P-codes é nova ({count, number} de {of, number})',
  'unitChange.reason.renamed-many': 'Nível {level}: {count, plural, one {# nome novo} other {# nomes novos}} em {of, number}',
  'unitChange.reason.redrawn': 'Nível {level}: {count, plural, one {# limite redesenhado} other {# limites redesenhados}} sem que terreno mude de mãos',
  'unitChange.reason.recoded-few': 'Nível {level}: {count, plural, one {# P-code novo} other {# P-codes novos}}',
  'unitChange.reason.renamed-few': 'Nível {level}: {count, plural, one {# nome novo} other {# nomes novos}}',
  'unitChange.reason.names-of-languages': 'Nível {level}: {count, plural, one {# nome alterado} other {# nomes alterados}} noutra língua',
  'unitChange.reason.parents-changed': 'Nível {level}: {count, plural, one {# unidade que passou} other {# unidades que passaram}} para outra unidade',
  'unitChange.reason.dates-changed': 'Nível {level}: {count, plural, one {# unidade com} other {# unidades com}} outras datas',
};
