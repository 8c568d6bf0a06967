/** A vite plugin: beside each text asset of the build a `.br` and a `.gz`, so that the server spends no time compressing. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(html|js|mjs|css|svg|json)$/;
/** Below this a compressed copy saves less than one packet. */
const MIN_BYTES = 1024;
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

export function precompress(): Plugin {
  return {
    name: 'codmap:precompress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const texts = Object.values(bundle)
          .filter(({ fileName }) => TEXT.test(fileName))
          .map((item) => ({ fileName: item.fileName, bytes: Buffer.from(item.type === 'chunk' ? item.code : item.source) }))
          .filter(({ bytes }) => bytes.length >= MIN_BYTES);
        // All at once, so that each core compresses: somebody waits for it at a first `npm start`.
        const copies = texts.flatMap(({ fileName, bytes }) => [
          toGzip(bytes, { level: 9 }).then((source) => ({ fileName: `${fileName}.gz`, source })),
          toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).then((source) => ({
            fileName: `${fileName}.br`,
            source,
          })),
        ]);
        for (const copy of await Promise.all(copies)) this.emitFile({ type: 'asset', ...copy });
      },
    },
  };
}
