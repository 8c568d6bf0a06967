/** Programs of others on this machine, and what is asked of them. Where one is absent, its tests are skipped and say so. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const QGIS_ENV = { QGIS_PREFIX_PATH: '/usr', QT_QPA_PLATFORM: 'offscreen', XDG_RUNTIME_DIR: '/tmp', LC_ALL: 'C.UTF-8' };
const answers = (program: string, ...args: string[]) => spawnSync(program, args, { env: { ...process.env, ...QGIS_ENV }, timeout: 60_000 }).status === 0;

export const GDAL = answers('ogrinfo', '--version');
export const XMLLINT = answers('xmllint', '--version');
export const OWSLIB = answers('/usr/bin/python3', '-c', 'import owslib.ogcapi.features');
export const QGIS = answers('/usr/bin/python3', '-c', 'import qgis.core');

const LIMITS = { timeout: 120_000, maxBuffer: 64 << 20 };
export const gdal = async (program: 'ogrinfo' | 'ogr2ogr', ...args: string[]): Promise<string> => (await run(program, args, LIMITS)).stdout;
export const xmllint = async (file: string): Promise<string> => (await run('xmllint', ['--noout', '--nonet', file], LIMITS)).stderr;

/** Runs Python with arguments; the last line that it prints is JSON. */
export async function python<T>(code: string, ...args: string[]): Promise<T> {
  const { stdout } = await run('/usr/bin/python3', ['-c', code, ...args], { ...LIMITS, env: { ...process.env, ...QGIS_ENV } });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
}

/** Arguments: address, collection, P-code, and west, south, east, north. */
export const OWSLIB_ASKS = `
import json, sys
from owslib.ogcapi.features import Features
base, collection, pcode = sys.argv[1:4]
service = Features(base + '/ogc')
print(json.dumps({
  'collections': service.feature_collections(),
  'conformance': len(service.conformance()['conformsTo']),
  'matched': service.collection_items(collection, limit=5)['numberMatched'],
  'item': service.collection_item(collection, pcode)['id'],
  'queryables': sorted(service.collection_queryables(collection)['properties']),
  'openapi': service.api()['openapi'],
}))
`;

/** Arguments: address, collection, file of the layer definition, file of the style, a box. All in one start of QGIS, which is most of the time. */
export const QGIS_ASKS = `
import json, sys
from qgis.core import *
from qgis.PyQt.QtCore import QSize
base, collection, qlr, style = sys.argv[1:5]
box = QgsRectangle(*[float(each) for each in sys.argv[5:9]])
QgsApplication.setPrefixPath('/usr', True)
app = QgsApplication([], False)
app.initQgis()
opened = lambda: QgsVectorLayer("pagingEnabled='true' restrictToRequestBBOX='1' typename='%s' url='%s/ogc'" % (collection, base), collection, 'OAPIF')
layer = opened()
found = {'isValid': layer.isValid(), 'count': layer.featureCount(), 'crs': layer.crs().authid(), 'type': QgsWkbTypes.displayString(layer.wkbType())}
found['inBox'] = sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setFilterRect(box)))
# A layer of its own: under load QGIS 3.22 once gave what the box had fetched before, from its cache, and one more.
whole = opened()
found['all'] = sum(1 for _ in whole.getFeatures())
project = QgsProject.instance()
found['loaded'] = QgsLayerDefinition.loadLayerDefinition(qlr, project, project.layerTreeRoot())
layers = list(project.mapLayers().values())
found['layers'] = {each.name(): each.isValid() for each in layers}
found['group'] = project.layerTreeRoot().children()[0].name()
tiles = [each for each in layers if isinstance(each, QgsVectorTileLayer)]
def painted():
  settings = QgsMapSettings()
  settings.setLayers(tiles)
  settings.setDestinationCrs(QgsCoordinateReferenceSystem('EPSG:3857'))
  settings.setOutputSize(QSize(400, 400))
  to = QgsCoordinateTransform(QgsCoordinateReferenceSystem('EPSG:4326'), settings.destinationCrs(), project)
  settings.setExtent(to.transformBoundingBox(box))
  job = QgsMapRendererParallelJob(settings)
  job.start()
  job.waitForFinished()
  image = job.renderedImage()
  colours = set(image.pixel(x, y) for x in range(0, 400, 3) for y in range(0, 400, 3))
  return {'colours': len(colours), 'errors': [each.message for each in job.errors()]}
found['asDefined'] = painted()
converter = QgsMapBoxGlStyleConverter()
found['style'] = int(converter.convert(json.load(open(style)), QgsMapBoxGlStyleConversionContext()))
tiles[0].setRenderer(converter.renderer())
tiles[0].setLabeling(converter.labeling())
found['asStyled'] = painted()
print('')
print(json.dumps(found))
`;
