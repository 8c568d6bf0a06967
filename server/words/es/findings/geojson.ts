/** Findings of the GeoJSON reader: what it had to read other than as written. */
import type en from '../../en/findings/geojson.ts';

export default {
  'finding.geojson.cut.title': 'Descarga cortada por el servidor',
  'finding.geojson.cut':
    'El propio archivo {file} dice que no está completo: contiene {rows, number}{of, plural, =0 { entidades} other { de # entidades}} y faltan unidades. El servidor de mapas se detuvo en su límite; descargue la capa por páginas o pida el archivo completo.',
  'finding.geojson.depth.title': 'El tipo de geometría y las coordenadas no concuerdan',
  'finding.geojson.depth':
    '{count, plural, one {# entidad declara} other {# entidades declaran}} un tipo de geometría que no corresponde a la anidación de sus coordenadas (por ejemplo Polygon con coordenadas de MultiPolygon). Se leyeron según las coordenadas; corrija el tipo en la fuente, porque otros programas las mostrarán vacías.',
  'finding.geojson.ring-open.title': 'Anillos sin cerrar',
  'finding.geojson.ring-open':
    '{count, plural, one {# anillo no termina donde empieza} other {# anillos no terminan donde empiezan}}; se repitió la primera posición al final. Compruebe que no falte nada ahí.',
  'finding.geojson.ring-empty.title': 'Anillos vacíos',
  'finding.geojson.ring-empty':
    '{count, plural, one {# anillo no tiene posiciones y se omitió} other {# anillos no tienen posiciones y se omitieron}}. Revise las entidades en la fuente.',
} satisfies Record<keyof typeof en, string>;
