/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'Descarga cortada pelo servidor',
  'finding.geojson.cut':
    'O próprio {file} indica que está incompleto: contém {rows, number}{of, plural, =0 { entidades} other { de # entidades}}, e faltam unidades. O servidor de mapas parou no seu limite; descarregue a camada página a página ou peça o ficheiro completo.',
  'finding.geojson.depth.title': 'O tipo de geometria e as coordenadas não concordam',
  'finding.geojson.depth':
    '{count, plural, one {# entidade indica} other {# entidades indicam}} um tipo de geometria, mas {count, plural, one {tem} other {têm}} coordenadas de outro (como Polygon com coordenadas de MultiPolygon). Foram lidas pelas coordenadas; corrija o tipo na fonte, porque outros programas as mostrarão vazias.',
  'finding.geojson.ring-open.title': 'Anéis não fechados',
  'finding.geojson.ring-open':
    '{count, plural, one {# anel não acaba} other {# anéis não acabam}} onde {count, plural, one {começa} other {começam}}; a primeira posição foi repetida no fim. Verifique que nada falta ali.',
  'finding.geojson.ring-empty.title': 'Anéis vazios',
  'finding.geojson.ring-empty':
    '{count, plural, one {# anel não tem posições e foi omitido} other {# anéis não têm posições e foram omitidos}}. Verifique as entidades na fonte.',
} satisfies Record<keyof typeof en, string>;
