# One image for all of Santun's processes; docker-compose.yml says which one runs in a container. No build step: Node 24 runs TypeScript.
FROM node:24-slim

# The Temporal client verifies TLS with the system's certificates, which the slim image lacks.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*

ENV NODE_ENV=production \
    TZ=UTC \
    KAFKAJS_NO_PARTITIONER_WARNING=1 \
    NODE_OPTIONS="--disable-warning=TimeoutNegativeWarning --disable-warning=ExperimentalWarning"

WORKDIR /srv/santun
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save --omit=dev && npm cache clean --force

COPY . .
RUN mkdir -p /var/lib/santun && chown node:node /var/lib/santun

USER node
CMD ["node", "workers/api.worker.ts"]
