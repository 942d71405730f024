# The feed service. How to run it is in docs/operate.md.

# With compilers, for where the database driver cannot be fetched ready-made.
FROM docker.io/library/node:24-bookworm AS build
WORKDIR /vielfalt
COPY package.json package-lock.json .npmrc ./
COPY feed/package.json feed/
COPY languages/package.json languages/
COPY server/package.json server/
COPY widget/package.json widget/
RUN npm ci
COPY tsconfig.base.json rollup.config.mjs ./
COPY scripts scripts
COPY feed feed
COPY languages languages
COPY server server
COPY widget widget
RUN npm run build && npm prune --omit=dev

FROM docker.io/library/node:24-bookworm-slim
ENV NODE_ENV=production \
    DATABASE_URL=sqlite:/data/directory.sqlite \
    PORT=8080 \
    PATH=/vielfalt/node_modules/.bin:$PATH
WORKDIR /vielfalt
COPY --from=build /vielfalt/package.json ./
COPY --from=build /vielfalt/node_modules node_modules
COPY --from=build /vielfalt/feed feed
COPY --from=build /vielfalt/languages languages
COPY --from=build /vielfalt/server server
COPY --from=build /vielfalt/widget widget
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["vielfalt"]
CMD ["serve"]
