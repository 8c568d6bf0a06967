/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'O servidor cortou o ficheiro',
  'finding.geojson.cut':
    '{file} diz que está incompleto: contém {rows, number}{of, plural, =0 { elementos} other { de # elementos}}, e faltam unidades. O servidor de mapas parou no seu limite; descarregue a camada por páginas ou peça o ficheiro completo.',
  'finding.geojson.depth.title': 'Tipo de geometria e coordenadas não concordam',
  'finding.geojson.depth':
    '{count, plural, one {# elemento indica} other {# elementos indicam}} um tipo de geometria mas {count, plural, one {tem} other {têm}} coordenadas de outro (como Polygon com coordenadas de MultiPolygon). Foram lidos pelas coordenadas; corrija o tipo na fonte, porque outros programas os mostrarão vazios.',
  'finding.geojson.ring-open.title': 'Anéis não fechados',
  'finding.geojson.ring-open':
    '{count, plural, one {# anel não acaba} other {# anéis não acabam}} onde {count, plural, one {começa} other {começam}}; a primeira posição foi repetida no fim. Verifique que nada falta ali.',
  'finding.geojson.ring-empty.title': 'Anéis vazios',
  'finding.geojson.ring-empty':
    '{count, plural, one {# anel não tem} other {# anéis não têm}} posições e {count, plural, one {foi omitido} other {foram omitidos}}. Verifique os elementos na fonte.',
} satisfies Record<keyof typeof en, string>;
