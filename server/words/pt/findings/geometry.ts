/** Texts of family G: the geometry of each layer. */
import type en from '../../en/findings/geometry.ts';

export default {
  'finding.geometry.empty.title': 'Sem geometria',
  'finding.geometry.empty':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {não tem} other {não têm}} geometria; acrescente os polígonos ou retire as linhas.',
  'finding.geometry.type.title': 'Não é um polígono',
  'finding.geometry.type':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {está desenhada} other {estão desenhadas}} como pontos, linhas ou colecções mistas; as unidades têm de ser polígonos, substitua a geometria.',
  'finding.geometry.invalid.title': 'Geometria inválida',
  'finding.geometry.invalid':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {tem} other {têm}} um contorno inválido (cruza-se ou toca-se); corrija-{count, plural, one {a} other {as}} no seu SIG (QGIS: Corrigir geometrias), compare com a fonte e carregue de novo.',
  'finding.geometry.z.title': 'Terceira coordenada',
  'finding.geometry.z': 'O nível {level} tem altitudes; foram omitidas, porque um COD-AB é a duas dimensões. Não é preciso fazer nada.',
  'finding.geometry.range.title': 'Fora de WGS 84',
  'finding.geometry.range':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {tem} other {têm}} coordenadas fora de ±180, ±90 graus; a camada está noutro sistema de coordenadas, indique qual ou reprojecte-a para EPSG:4326.',
  'finding.geometry.crs-unknown.title': 'Sem sistema de coordenadas indicado',
  'finding.geometry.crs-unknown':
    'O nível {level} não indica sistema de coordenadas; as coordenadas parecem WGS 84 e foram lidas assim. Acrescente o .prj ou o CRS e verifique o mapa.',
  'finding.geometry.reprojected.title': 'Reprojectado',
  'finding.geometry.reprojected': 'O nível {level} estava em {crs} e foi reprojectado para EPSG:4326; verifique no mapa se está no lugar certo.',
  'finding.geometry.extent.title': 'Extensão inválida',
  'finding.geometry.extent':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {não tem} other {não têm}} largura ou altura, ou {count, plural, one {tem} other {têm}} coordenadas que não são números; desenhe-{count, plural, one {a} other {as}} de novo.',
  'finding.geometry.elsewhere.title': 'Não está no país',
  'finding.geometry.elsewhere': 'O nível {level} está muito longe do país; verifique o ficheiro e o seu sistema de coordenadas.',
  'finding.geometry.swapped.title': 'Latitude e longitude trocadas',
  'finding.geometry.swapped':
    'O nível {level} está a {km, number} km de {country}, mas ficaria no lugar com latitude e longitude trocadas: provavelmente estão trocadas. Exporte o ficheiro com a longitude primeiro.',
  'finding.geometry.far.title': 'Longe do país',
  'finding.geometry.far': 'O nível {level} está a {km, number} km de {country}; verifique o país indicado, o ficheiro e o seu sistema de coordenadas.',
  'finding.geometry.moved.title': 'Longe da versão publicada',
  'finding.geometry.moved': 'O nível {level} está a {km, number} km dos limites publicados; verifique o ficheiro e o seu sistema de coordenadas.',
  'finding.geometry.outside-country.title': 'Fora do país',
  'finding.geometry.outside-country':
    '{count, plural, one {# unidade} other {# unidades}}, {percent, number}% da área do nível {level}, {count, plural, one {está} other {estão}} a mais de 10 km da referência; verifique o ficheiro, ou aceite com um motivo.',
  'finding.geometry.extent-differs.title': 'Os níveis têm extensões diferentes',
  'finding.geometry.extent-differs': 'A extensão do nível {level} difere da do nível {base} em {distance, m}; crie o nível superior agregando o inferior.',
  'finding.geometry.antimeridian.title': 'Antimeridiano ou pólo',
  'finding.geometry.antimeridian':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {cruza} other {cruzam}} a longitude 180 ou {count, plural, one {aproxima-se} other {aproximam-se}} de um pólo; divida-{count, plural, one {a} other {as}} nos 180 graus (RFC 7946).',
  'finding.geometry.split-unit.title': 'Unidade em várias linhas',
  'finding.geometry.split-unit':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {está repartida} other {estão repartidas}} por várias linhas com o mesmo código e a mesma unidade superior; junte cada uma numa só linha com várias partes.',
  'finding.geometry.triangle.title': 'Triângulo',
  'finding.geometry.triangle':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {tem} other {têm}} uma parte com três vértices, o que raramente é um limite real; verifique o lugar.',
  'finding.geometry.micro-part.title': 'Parte minúscula',
  'finding.geometry.micro-part':
    '{count, plural, one {# parte} other {# partes}} de unidades do nível {level} com menos de 100 m² ou menos de 1 m de largura; elimine-{count, plural, one {a} other {as}}, ou aceite os ilhéus reais.',
  'finding.geometry.repeated-vertex.title': 'Vértices repetidos',
  'finding.geometry.repeated-vertex':
    '{count, plural, one {# unidade} other {# unidades}} do nível {level} {count, plural, one {tem} other {têm}} o mesmo vértice duas vezes seguidas; as cópias são retiradas na publicação.',
  'finding.geometry.notch.title': 'Entalhe',
  'finding.geometry.notch':
    '{count, plural, one {# entalhe} other {# entalhes}} com menos de 3 m de largura e mais de 44 m de comprimento em contornos do nível {level}; feche-{count, plural, one {o} other {os}}, ou aceite um canal real.',
  'finding.geometry.duplicate.title': 'Geometria repetida',
  'finding.geometry.duplicate':
    '{count, plural, one {# geometria aparece} other {# geometrias aparecem}} mais de uma vez no nível {level}; elimine a cópia ou dê à unidade o seu próprio contorno.',
} satisfies Record<keyof typeof en, string>;
