import { defineConfig } from '@hey-api/openapi-ts';

/** `npm run api:types`: the shapes of the API, from the document that the API itself writes. */
export default defineConfig({
  input: '../docs/openapi.json',
  output: { path: 'src/api/schema', fileName: { suffix: '.generated' }, entryFile: false, clean: true },
  plugins: ['@hey-api/typescript'],
});
