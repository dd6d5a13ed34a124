# docker build -t spendsense .    The volumes: /data keeps datasets, /scenarios and /rules take the place of the shipped
# ones where they hold files of the same name.

FROM eclipse-temurin:17-jdk AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/m2 ./mvnw -B -q -Dmaven.repo.local=/m2 -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --home-dir /app spendsense \
    && mkdir -p /app/target /data /rules /scenarios \
    && chown spendsense:spendsense /data \
    && ln -s /app/spendsense /usr/local/bin/spendsense
COPY --from=build /source/spendsense /source/docker/start /app/
COPY --from=build /source/scenarios /app/scenarios
COPY --from=build /source/rules /app/rules
COPY --from=build /source/target/lib /app/target/lib
COPY --from=build /source/target/compiled-rules /app/target/compiled-rules
COPY --from=build /source/target/spendsense.jar /app/target/
# Where rules that are not the shipped ones are kept compiled.
ENV XDG_CACHE_HOME=/data/.cache
# The first run lays down the archive of classes that makes later starts fast; the user below may not write to /app.
RUN spendsense --version
USER spendsense
WORKDIR /
VOLUME ["/data", "/rules", "/scenarios"]
ENTRYPOINT ["/app/start"]
