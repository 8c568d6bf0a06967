/** A vite plugin: beside each text asset of the build a `.br` and a `.gz`, so that the server spends no time compressing. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(html|js|mjs|css|svg|json)$/;
/** Below this a compressed copy saves less than one packet. */
const MIN_BYTES = 1024;

export function precompress(): Plugin {
  return {
    name: 'codmap:precompress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const item of Object.values(bundle)) {
          if (!TEXT.test(item.fileName)) continue;
          const bytes = Buffer.from(item.type === 'chunk' ? item.code : item.source);
          if (bytes.length < MIN_BYTES) continue;
          this.emitFile({ type: 'asset', fileName: `${item.fileName}.gz`, source: gzipSync(bytes, { level: 9 }) });
          this.emitFile({
            type: 'asset',
            fileName: `${item.fileName}.br`,
            source: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
          });
        }
      },
    },
  };
}
