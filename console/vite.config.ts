import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API in development; in production it serves the built screens itself, from one origin. */
const api = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
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
