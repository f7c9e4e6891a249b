import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { frenchSpaces } from './vite/french-spaces.js';

/** The API in development; in production it serves the built screens itself, from one origin. */
const api = 'http://127.0.0.1:3000';

/**
 * The form renderer's index also exports a registry for its own tests, which wants a validator that builds code from
 * strings. It is not installed, and our Content-Security-Policy would refuse it.
 */
const withoutEvalValidator: Plugin = {
  name: 'without-eval-validator',
  enforce: 'pre',
  resolveId: (id) => (id === '@rjsf/validator-ajv8' ? '\0no-validator' : undefined),
  load: (id) => (id === '\0no-validator' ? 'export default undefined;' : undefined),
};

export default defineConfig({
  plugins: [withoutEvalValidator, react(), frenchSpaces()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // A data: URL in a style or an image would be one more exception of the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/auth', '/oidc', '/version'].map((path) => [path, { target: api }])),
  },
});
