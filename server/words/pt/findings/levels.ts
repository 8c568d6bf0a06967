/** Texts of family B: how the levels agree with each other. */
import type en from '../../en/findings/levels.ts';

export default {
  'finding.levels.orphan.title': 'Sem unidade superior no mapa',
  'finding.levels.orphan':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} não {count, plural, one {partilha} other {partilham}} área com nenhuma unidade do nível {parent}; acrescente a unidade superior em falta ou mova a unidade.',
  'finding.levels.crosser.title': 'Sai da sua unidade superior',
  'finding.levels.crosser':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {sai} other {saem}} da sua unidade superior do nível {parent}, {area, m2} no total; crie o nível {parent} agregando o nível {level}, para que os limites coincidam.',
  'finding.levels.crosser-trace.title': 'Vestígio fora da unidade superior',
  'finding.levels.crosser-trace':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {sai} other {saem}} menos de 1 m da sua unidade superior do nível {parent}, porque dois desenhos do mesmo limite diferem pelo arredondamento. Não é preciso fazer nada: o nível {parent} é publicado com os limites do nível completo mais detalhado.',
  'finding.levels.wrong-parent.title': 'Noutra unidade superior',
  'finding.levels.wrong-parent':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {indica} other {indicam}} uma unidade superior mas {count, plural, one {está} other {estão}} sobretudo noutra; corrija o código da unidade superior ou a geometria.',
  'finding.levels.border-apart.title': 'Os limites dos níveis não coincidem',
  'finding.levels.border-apart':
    'O limite de {count, plural, one {# unidade} other {# unidades}} do nível {level} está a mais de 1 m do limite do nível inferior ao longo de {length, number} km; crie o nível agregando o inferior.',
  'finding.levels.area.title': 'As áreas dos níveis diferem',
  'finding.levels.area':
    'O nível {level} cobre {percent, number}% mais ou menos área do que o nível {parent}; encontre o que falta ou está repetido, ou crie o nível superior agregando o inferior.',
  'finding.levels.unknown-parent.title': 'Código da unidade superior ausente da sua camada',
  'finding.levels.unknown-parent':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {indica} other {indicam}} um código de nível {parent} que a camada desse nível não tem; corrija o código ou acrescente a unidade superior.',
  'finding.levels.no-parent.title': 'Sem código da unidade superior',
  'finding.levels.no-parent':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} não {count, plural, one {indica} other {indicam}} código de nível {parent}; preencha-o.',
  'finding.levels.parent-name.title': 'Nome da unidade superior diferente',
  'finding.levels.parent-name':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {escreve} other {escrevem}} o nome da sua unidade de nível {parent} de forma diferente da camada desse nível; use uma só grafia.',
  'finding.levels.childless.title': 'Sem unidades inferiores',
  'finding.levels.childless':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} não {count, plural, one {tem} other {têm}} nenhuma unidade do nível {child}; acrescente as unidades em falta, ou indique que o nível {child} é parcial.',
  'finding.levels.several-parents.title': 'Várias unidades superiores',
  'finding.levels.several-parents':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {tem} other {têm}} linhas com códigos diferentes de nível {parent}; uma unidade tem uma só unidade superior, corrija os códigos.',
  'finding.levels.reference.title': 'Difere da referência',
  'finding.levels.reference': 'O contorno do país difere da referência: {outside, number} km² fora dela, {missing, number} km² por cobrir; compare no mapa.',
} satisfies Record<keyof typeof en, string>;
