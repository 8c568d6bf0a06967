/** Builds the client into client/dist: hashed assets, nothing inlined (the CSP forbids data: scripts), each text file also precompressed. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { paletteCss } from './paletteCss.ts';
import { precompress } from './precompress.ts';

const WIDGETS = new Set(['cod-map', 'resize']);
const SERVER = 'http://localhost:8080';

export default defineConfig(({ command }) => {
  // Also where a test runner set something else: lit and others ship slower code for development.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/',
    publicDir: false,
    plugins: [paletteCss(), precompress()],
    server: { proxy: { '/api': SERVER, '/tiles': SERVER, '/embed': SERVER, '/oembed': SERVER } },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // All style sheets together are 6 kB compressed: one request instead of one for each view.
      cssCodeSplit: false,
      // MapLibre alone is over the warning's limit and is loaded on demand.
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries({ index: 'index.html', embed: 'embed.html', 'cod-map': 'embed/widget.ts', resize: 'embed/resize.ts' }).map(([name, file]) => [
            name,
            fileURLToPath(new URL(file, import.meta.url)),
          ]),
        ),
        // Pages of others name the two scripts, so their addresses stay.
        output: { entryFileNames: ({ name }) => (WIDGETS.has(name) ? 'widget/[name].js' : 'assets/[name]-[hash].js') },
      },
    },
  };
});
