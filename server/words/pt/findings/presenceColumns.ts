/** Texts of findings on the columns of a 3W, and on what coordinates and codes say as a whole. */
import type en from '../../en/findings/presenceColumns.ts';

export default {
  'finding.presence.columns-used.title': 'Colunas usadas',
  'finding.presence.columns-used': 'Os números baseiam-se em {count, plural, one {# coluna} other {# colunas}}; verifique que cada uma contém o que foi lido.',
  'finding.presence.column-asked.title': 'Coluna por confirmar',
  'finding.presence.column-asked':
    'O que {count, plural, one {# coluna contém} other {# colunas contêm}} não é suficientemente certo para publicar; confirme-o uma vez, e o ficheiro do próximo mês será lido da mesma forma.',
  'finding.presence.coded-by.title': 'Versão dos limites',
  'finding.presence.coded-by':
    '{how, select, asked {Mais de uma versão dos limites tem os códigos do ficheiro, e as suas linhas não ficariam todas no mesmo território. Responda à pergunta antes de publicar.} other {Os códigos do ficheiro são lidos como os de uma versão dos limites; verifique se é a certa.}}',
  'finding.presence.column-wrong.title': 'Coluna provavelmente errada',
  'finding.presence.column-wrong':
    '{count, plural, one {# coluna contém} other {# colunas contêm}} algo diferente do que foi lido; indique qual é a coluna certa.',
  'finding.presence.code-scheme.title': 'Códigos de outra lista',
  'finding.presence.code-scheme':
    'Os códigos em “{heading}” ({count, plural, one {# linha} other {# linhas}}) não estão nos limites; as linhas foram localizadas pelos nomes ao lado.',
  'finding.presence.point-elsewhere.title': 'Coordenadas noutro lugar',
  'finding.presence.point-elsewhere':
    'Em {count, plural, one {# linha} other {# linhas}} as coordenadas estão fora da unidade do código ou do nome; escolha o que está certo. Até lá {count, plural, one {fica} other {ficam}} na unidade que contém ambos.',
  'finding.presence.placed-by-point.title': 'Localizado por coordenadas',
  'finding.presence.placed-by-point':
    '{count, plural, one {# linha não tem código e foi localizada} other {# linhas não têm código e foram localizadas}} pelas {count, plural, one {suas} other {suas}} coordenadas.',
  'finding.presence.points-unreadable.title': 'Coordenadas ilegíveis',
  'finding.presence.points-unreadable':
    'Em {count, plural, one {# linha} other {# linhas}} as coordenadas não são um par de graus e não foram usadas; escreva-as como 9.01 e 38.76.',
  'finding.presence.points-outside.title': 'Coordenadas fora do país',
  'finding.presence.points-outside':
    'Em {count, plural, one {# linha} other {# linhas}} as coordenadas não estão em nenhuma unidade dos limites e não foram usadas; verifique se latitude e longitude estão trocadas.',
} satisfies Record<keyof typeof en, string>;
